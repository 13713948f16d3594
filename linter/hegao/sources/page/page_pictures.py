"""Pictures of pages on which places are framed, as a report is given them: how the pages look, and where the characters stand.

They are made of the file when a report asks (``Layout.pictures``), by the process that reads it; a check alone makes none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

#: Characters from a line and column up to a line and column, without that; each from 1.
Passage = tuple[int, int, int, int]
#: So many pages of a file are shown, so many passages framed, so many lines of each.
PAGES, PASSAGES, BOXES = 20, 2_000, 40


class Box(NamedTuple):
    """Characters of a printed line: their page (from 1), and their edges in points from its upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Said(NamedTuple):
    """A printed line: its characters, where each begins, the line that they stand on, their size; all in points."""

    text: str
    begins: Sequence[float]
    baseline: float
    size: float


class PagePicture(NamedTuple):
    """How a page looks: its number (from 1), its width and height in points, and either an image (base64 of a PNG), or what stands on it.

    ``rules`` are strokes: from where (x, y) to where.
    """

    number: int
    width: float
    height: float
    image: str = ""
    said: Sequence[Said] = ()
    rules: Sequence[tuple[float, float, float, float]] = ()

    @property
    def size(self) -> int:
        """About how many bytes it takes in a report."""
        return len(self.image) + sum(3 * len(line.text) + 7 * len(line.begins) + 60 for line in self.said) + 40 * len(self.rules)


class Pictures(NamedTuple):
    """The pages by their numbers, and the boxes of each passage that was asked for, in the order of asking; some are on no page shown."""

    pages: Mapping[int, PagePicture]
    boxes: Sequence[Sequence[Box]]


def pictures_of(said: Mapping[str, Any]) -> Pictures:
    """The pictures in what the process says."""
    pages = {
        number: PagePicture(number, width, height, image, [Said(*line) for line in lines], rules)
        for number, width, height, image, lines, rules in said["pages"]
    }
    return Pictures(pages, [[Box(*box) for box in boxes] for boxes in said["boxes"]])
