"""Paper, margins and grid (幅面、页边与版心、行数和字数; norms LAY-01 to LAY-03)."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from typing import TYPE_CHECKING

from hegao.checks.base import Context, Hit, check
from hegao.checks.layout.shared_layout import as_set, first_page, measure, rounded
from hegao.checks.shared.parameters import quantity
from hegao.document.model import Document

if TYPE_CHECKING:
    from hegao.document.set_parts import SetDocument
    from hegao.sources.appearance import Page

#: A line that lacks less than this part of its height still stands on the page.
_NEARLY = 0.1


@check(
    "page-size",
    {"document"},
    parameters={
        "width": measure("The width of the paper in millimetres.", 210),
        "height": measure("Its height in millimetres.", 297),
        "tolerance": measure("Millimetres that each may be off.", 1),
    },
    facts=("found", "wanted"),
    layout=True,
)
def page_size(document: Document, context: Context, width: float, height: float, tolerance: float) -> Iterator[Hit]:
    """Paper of another size, upright or across; one hit for the file."""
    placed = as_set(context)
    if placed is None or document is not context.file.documents[0]:
        return
    wanted = sorted((width, height))
    for page in placed.appearance.pages:
        found = sorted((page.width, page.height))
        if any(abs(one - other) > tolerance for one, other in zip(found, wanted, strict=True)):
            facts = {"found": f"{rounded(page.width)}×{rounded(page.height)}", "wanted": f"{rounded(width)}×{rounded(height)}"}
            yield Hit(document.text, facts)
            return


@check(
    "page-margins",
    {"document"},
    parameters={
        "top": measure("The upper margin (天头) in millimetres.", 37),
        "left": measure("The margin on the side of the binding (订口) in millimetres.", 28),
        "bottom": measure("The lower margin in millimetres; with the upper one it leaves the height of the text area (版心).", 35),
        "right": measure("The margin on the outer side; with that of the binding it leaves the width of the text area.", 26),
        "tolerance": measure("Millimetres that the upper margin and the one at the binding may be off.", 1),
        "area_tolerance": measure("Millimetres that the text area may be off: the margins on both its sides may be.", 2),
    },
    facts=("top", "bottom", "left", "right", "wanted_top", "wanted_bottom", "wanted_left", "wanted_right"),
    layout=True,
)
def page_margins(
    document: Document, context: Context, top: float, left: float, bottom: float, right: float, tolerance: float, area_tolerance: float
) -> Iterator[Hit]:
    """Margins of the page on which the document begins that are off, or leave another text area than on the paper of the standard."""
    placed = as_set(context)
    page = first_page(placed) if placed is not None else None
    if page is None:
        return
    slips = (
        (page.top, top, tolerance),
        (page.left, left, tolerance),
        (page.top + page.bottom, top + bottom, area_tolerance),
        (page.left + page.right, left + right, area_tolerance),
    )
    if any(round(abs(found - wanted) - allowed, 1) > 0 for found, wanted, allowed in slips):
        found = {"top": page.top, "bottom": page.bottom, "left": page.left, "right": page.right}
        wanted = {"wanted_top": top, "wanted_bottom": bottom, "wanted_left": left, "wanted_right": right}
        yield Hit(document.text, {side: rounded(length) for side, length in {**found, **wanted}.items()})


@check(
    "page-grid",
    {"document"},
    parameters={
        "lines": quantity("Lines on a page.", 22),
        "characters": quantity("Characters on a line.", 28),
        "tolerance": quantity("How many more or less there may be.", 1, least=0),
        "width": measure("The width of the text area in millimetres.", 156),
        "height": measure("Its height in millimetres.", 225),
        "size": measure("The size of the characters in points.", 16),
    },
    facts=("found", "wanted"),
    faults=("lines", "characters"),
    layout=True,
)
def page_grid(
    document: Document, context: Context, lines: int, characters: int, tolerance: int, width: float, height: float, size: float
) -> Iterator[Hit]:
    """Lines so high that a page holds more or fewer; a grid that puts more or fewer characters on a line.

    Counted over the text area that there is, and over that of the standard: margins that are off are another rule's.
    """
    placed = as_set(context)
    page = first_page(placed) if placed is not None else None
    if placed is None or page is None:
        return
    pitch = _pitch(placed, page, size)
    if pitch > 0:
        counts = [_count(area, pitch) for area in (page.text_height, height)]
        if all(abs(count - lines) > tolerance for count in counts):
            yield Hit(document.text, {"fault": "lines", "found": counts[0], "wanted": lines})
    if page.character_extra is not None and page.character_extra > -size:
        counts = [_count(area, size + page.character_extra) for area in (page.text_width, width)]
        if all(abs(count - characters) > tolerance for count in counts):
            yield Hit(document.text, {"fault": "characters", "found": counts[0], "wanted": characters})


def _count(area: float, pitch: float) -> int:
    """How many lines, or characters, of that size in points find room in so many millimetres."""
    from hegao.sources.appearance import POINTS_PER_MM

    return floor(area * POINTS_PER_MM / pitch + _NEARLY)


def _pitch(placed: SetDocument, page: Page, size: float) -> float:
    """The height that most lines of the body have, in points; 0 where there is none."""
    heights: dict[float, int] = {}
    for piece in placed.of("body"):
        form = piece.line.form
        height = form.spacing.pitch(size, page.line_pitch if form.on_grid else None)
        heights[height] = heights.get(height, 0) + len(piece.text)
    return max(heights, key=lambda height: heights[height], default=0.0)
