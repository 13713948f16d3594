"""Sections (节): paper, margins and grid as ``w:sectPr`` gives them."""

from __future__ import annotations

from hegao.sources.appearance import POINTS_PER_MM, Page
from hegao.sources.package.safe_xml import Node
from hegao.sources.word.properties import number

_TWIPS_PER_MM = 20 * POINTS_PER_MM
#: The grid gives the width of characters in parts of a point.
_PARTS = 4096
#: What some programs write for a number below zero.
_WRAPPED = 1 << 32
#: Letter paper and an inch round it: what Word takes where nothing is said, in twips.
_WIDTH, _HEIGHT, _MARGIN = 12240, 15840, 1440
_GRIDS_OF_LINES, _GRIDS_OF_CHARACTERS = ("lines", "linesAndChars", "snapToChars"), ("linesAndChars", "snapToChars")


def page_of(node: Node, settings: Node | None = None) -> Page:
    """The page of a section."""
    paper, margins, grid = node.first("w:pgSz"), node.first("w:pgMar"), node.first("w:docGrid")

    def millimetres(of: Node | None, name: str, default: int = 0) -> float:
        return number(of.get(name) if of is not None else None, default) / _TWIPS_PER_MM

    gutter = millimetres(margins, "gutter")
    on_top = settings is not None and settings.on("w:gutterAtTop")
    form = grid.get("type") if grid is not None else None
    pitch = number(grid.get("linePitch")) / 20 if grid is not None and form in _GRIDS_OF_LINES else 0
    # A margin below zero holds even where the header is higher.
    top, bottom = abs(millimetres(margins, "top", _MARGIN)), abs(millimetres(margins, "bottom", _MARGIN))
    return Page(
        millimetres(paper, "w", _WIDTH),
        millimetres(paper, "h", _HEIGHT),
        top + (gutter if on_top else 0),
        millimetres(margins, "right", _MARGIN),
        bottom,
        millimetres(margins, "left", _MARGIN) + (0 if on_top else gutter),
        millimetres(margins, "footer", 720),
        pitch or None,
        _extra(grid) if grid is not None and form in _GRIDS_OF_CHARACTERS else None,
    )


def _extra(grid: Node) -> float:
    """What the grid adds to the width of a character, in points."""
    try:
        parts = int(grid.get("charSpace") or "0")
    except ValueError:
        return 0.0
    return (parts - _WRAPPED if parts > _WRAPPED // 2 else parts) / _PARTS


def turns(node: Node) -> bool:
    """Whether a section begins a page."""
    return node.value("w:type") != "continuous"
