"""Page numbers (页码; norm LAY-15)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hegao.checks.base import Context, Hit, check
from hegao.checks.layout.shared_layout import as_set, first_page, measure
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.words.fonts import families, family_of, size_name

if TYPE_CHECKING:
    from hegao.sources.appearance import PageNumber

#: A number between strokes; Chinese fonts make several of them as wide as a character.
_FORM = Pattern(r"[—–－―─]\s*1\s*[—–－―─]")


@check(
    "page-number",
    {"document"},
    parameters={
        "fonts": {"description": "The families of fonts.", "type": "array", "items": {"type": "string", "enum": list(families())}, "default": ["宋体"]},
        "size": measure("The size in points.", 14),
        "tolerance": measure("Points that it may be off.", 0.5),
    },
    facts=("found", "wanted"),
    faults=("missing", "form", "font", "size", "both", "odd", "even"),
    layout=True,
)
def page_number(document: Document, context: Context, fonts: Sequence[str], size: float, tolerance: float) -> Iterator[Hit]:
    """No page number, or one in another form, font or size, or on the wrong side; one hit of each kind."""
    placed = as_set(context)
    page = first_page(placed) if placed is not None else None
    if page is None or document is not context.file.documents[0]:
        return
    if not page.numbers:
        yield Hit(document.text, {"fault": "missing", "found": "", "wanted": ""})
        return
    told: set[str] = set()
    for pages, number in page.numbers.items():
        for fault, found, wanted in _faults(pages, number, fonts, size, tolerance):
            if fault not in told:
                told.add(fault)
                yield Hit(document.text, {"fault": fault, "found": found, "wanted": wanted})


def _faults(pages: str, number: PageNumber, fonts: Sequence[str], size: float, tolerance: float) -> Iterator[tuple[str, str, str]]:
    """The kind of each fault (the pages, where it is the side), what is there and what should be."""
    from hegao.sources.appearance import LEFT, OUTSIDE, RIGHT

    if not _FORM.search(number.text):
        yield "form", number.text.strip(), "— 1 —"
    # A number is set in the font for what is not Chinese.
    font = number.type.latin or number.type.font
    if family_of(font) not in fonts:
        yield "font", family_of(font) or "未指定的字体", "、".join(fonts)
    if abs(number.type.size - size) > tolerance:
        yield "size", size_name(number.type.size), size_name(size)
    if number.alignment not in (None, OUTSIDE, {"odd": RIGHT, "even": LEFT}.get(pages)):
        yield pages, "", ""
