"""Fonts, sizes and colours of the parts of a document (字体、字号、颜色; norms LAY-04, LAY-08, LAY-10, LAY-14)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from hegao.checks.base import Context, Hit, check
from hegao.checks.layout.shared_layout import as_set, measure, parts
from hegao.document.model import Document
from hegao.document.set_parts import PARTS, Piece
from hegao.sources.appearance import Type
from hegao.words.fonts import families, family_of, size_name


@check(
    "type-of-parts",
    {"document"},
    parameters={
        "parts": parts("The parts that are set so."),
        "fonts": {"description": "The families of fonts.", "type": "array", "items": {"type": "string", "enum": list(families())}},
        "size": measure("The size in points; 0 for any.", 16),
        "tolerance": measure("Points that it may be off.", 0.5),
    },
    facts=("part", "found", "wanted", "count"),
    faults=("font", "size"),
    layout=True,
)
def type_of_parts(
    document: Document, context: Context, parts: Sequence[str], fonts: Sequence[str], size: float, tolerance: float
) -> Iterator[Hit]:
    """Parts in another font or size than most of their characters should have; one hit for each of both, at the first place."""
    placed = as_set(context)
    if placed is None:
        return
    pieces = placed.of(*parts)
    yield from _slips(pieces, "font", lambda one: "" if family_of(one.font) in fonts else family_of(one.font) or "未指定的字体", "、".join(fonts))
    if size:
        yield from _slips(pieces, "size", lambda one: "" if abs(one.size - size) <= tolerance else size_name(one.size), size_name(size))


def _slips(pieces: Sequence[Piece], fault: str, slip: Callable[[Type], str], wanted: str) -> Iterator[Hit]:
    """One hit for all pieces whose type slips, with what most of them have instead."""
    found = [(piece, said) for piece in pieces if piece.type is not None and (said := slip(piece.type))]
    if found:
        first = found[0][0]
        most = Counter(said for _piece, said in found).most_common(1)[0][0]
        yield Hit(first.text, {"fault": fault, "part": PARTS[first.part], "found": most, "wanted": wanted, "count": len(found)})
