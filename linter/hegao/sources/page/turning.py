"""Turned text: pages on which most of the text does not run from left to right are turned until it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import hypot, isfinite
from typing import NamedTuple

from hegao.sources.page.page_model import Glyph

Point = tuple[float, float]
Turn = Callable[[float, float], Point]
Matrix = tuple[float, float, float, float, float, float]
UNTURNED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

#: So far text may run out of the way, as a part of its length; a stamp across the page runs further.
_ASKEW = 0.1
#: What lies further out than this is on no page.
_FARTHEST = 100_000.0
_SMALLEST, _LARGEST = 0.5, 500.0


class Printed(NamedTuple):
    """A character on a page as it is looked at: two corners of its box, where it begins on its line, its size.

    ``way`` says whether the text runs right (0), down (1), left (2) or up (3).
    """

    text: str
    corner: Point
    opposite: Point
    begin: Point
    size: float
    way: int


def way_of(across: float, down: float) -> int | None:
    """Which way text runs that goes on by so much; None where it runs askew."""
    length = hypot(across, down) or 1.0
    if abs(down) <= _ASKEW * length:
        return 0 if across >= 0 else 2
    if abs(across) <= _ASKEW * length:
        return 1 if down > 0 else 3
    return None


def upright(printed: Sequence[Printed], width: float, height: float) -> tuple[list[Glyph], Turn, float, float, int]:
    """The characters of a page that run the way most do, how to turn it so that they run right, and its width and height then.

    The last is how many quarters of a circle it is turned by, against the clock.  What lies beside the page is left out.
    """
    ways = Counter(one.way for one in printed)
    way = max(ways, key=lambda one: (ways[one], -one)) if ways else 0
    turn: Turn = _TURNS[way](width, height)
    if way % 2:
        width, height = height, width
    glyphs = []
    for one in printed:
        if one.way != way or not _SMALLEST < one.size < _LARGEST:
            continue
        (x, _y), (to_x, _to_y), (_x, base) = turn(*one.corner), turn(*one.opposite), turn(*one.begin)
        left, right = min(x, to_x), max(x, to_x)
        if -one.size < left < width and 0 < base < height + one.size and right - left < 4 * one.size:
            glyphs.append(Glyph(one.text, left, right, base, one.size))
    return glyphs, turn, width, height, way


_TURNS: tuple[Callable[[float, float], Turn], ...] = (
    lambda _width, _height: lambda x, y: (x, y),
    lambda width, _height: lambda x, y: (y, width - x),
    lambda width, height: lambda x, y: (width - x, height - y),
    lambda _width, height: lambda x, y: (height - y, x),
)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """What two matrices do one after the other."""
    a, b, c, d, e, f = inner
    u, v, w, x, y, z = outer
    return (a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z)


def moved(point: Point, matrix: Matrix) -> Point:
    """Where a matrix moves a point; what is nowhere, or far out, is put far out."""
    x, y = point
    a, b, c, d, e, f = matrix
    return _near(a * x + c * y + e), _near(b * x + d * y + f)


def _near(value: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, value)) if isfinite(value) else _FARTHEST
