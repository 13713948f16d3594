"""What a page is before it is read: characters and strokes at places.  Lengths are in points, from the upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

#: More pages, characters of a file, characters and strokes of a page than these nobody reads.
PAGES, GLYPHS, PAGE_GLYPHS, STROKES = 2_000, 1_000_000, 100_000, 20_000


class Glyph(NamedTuple):
    """A character as it is printed: where it begins and ends, the line that it stands on, its size."""

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def centre(self) -> float:
        """The middle of its height."""
        return self.baseline - self.size * 0.38


class Stroke(NamedTuple):
    """A straight line that is drawn across (``level``) or down: where it lies, from where to where it goes."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """A page: its width and height, what is printed on it; ``picture`` says that a picture covers most of it.

    ``quarters`` is by how many quarters of a circle it was turned, against the clock, so that its text runs from left to right.
    """

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    picture: bool = False
    quarters: int = 0


#: A picture that covers so much of a page is the page.
_COVERS = 0.5


def covers(area: float, width: float, height: float) -> bool:
    """Whether pictures of that area are most of a page."""
    return area > width * height * _COVERS


#: What is thinner than this is a line; a rectangle higher than that is shading or a frame.
_THIN = 3.0
#: So far the two ends of a straight line may lie apart in the other direction.
_STRAIGHT = 1.0


def strokes_of(points: Sequence[tuple[float, float]], closed: bool, filled: bool) -> list[Stroke]:
    """The strokes in a path of straight lines: its sides, or the one that a thin filled rectangle is."""
    if len(points) < 2:
        return []
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    top, bottom = min(y for _x, y in points), max(y for _x, y in points)
    if bottom - top <= _THIN < right - left:
        return [Stroke(True, (top + bottom) / 2, left, right)]
    if right - left <= _THIN < bottom - top:
        return [Stroke(False, (left + right) / 2, top, bottom)]
    if filled:
        return []
    found = []
    for (x, y), (to_x, to_y) in zip(points, [*points[1:], points[0]] if closed else points[1:], strict=False):
        if abs(y - to_y) <= _STRAIGHT < abs(x - to_x):
            found.append(Stroke(True, (y + to_y) / 2, min(x, to_x), max(x, to_x)))
        elif abs(x - to_x) <= _STRAIGHT < abs(y - to_y):
            found.append(Stroke(False, (x + to_x) / 2, min(y, to_y), max(y, to_y)))
    return found
