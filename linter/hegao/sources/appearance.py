"""Appearance (版面): how the lines of a document are set, as far as its file says so: paper, margins, grid, fonts, sizes, indents.

What stands here is in force (实际生效): own properties, else those of the style and of the styles it is based on, else the defaults of the
file.  Lengths of the page are in millimetres, sizes and heights of lines in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple

POINTS_PER_MM = 72 / 25.4

#: How a line is aligned; what is spread over the whole width begins at the left, too.
LEFT, CENTRE, RIGHT, SPREAD = "left", "center", "right", "distribute"
#: The outer side of the page: right on odd ones, left on even ones.
OUTSIDE = "outside"


class Page(NamedTuple):
    """A section (节): its paper and margins, and its grid (文档网格).

    ``line_pitch`` is the height of a line of the grid, ``character_extra`` what the grid adds to the width of each character; None where
    the grid does not say.  ``numbers`` are the page numbers by the pages that they stand on: odd, even, or both where they are alike.
    """

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    footer: float
    line_pitch: float | None = None
    character_extra: float | None = None
    numbers: Mapping[str, PageNumber] = {}

    @property
    def text_width(self) -> float:
        """The width of the text area (版心)."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height of the text area."""
        return self.height - self.top - self.bottom


class Type(NamedTuple):
    """How characters are set: the font of Chinese ones, that of others, the size in points, the colour (``RRGGBB``).

    ``scale`` is how wide they are set, 1 for as wide as they are, ``spacing`` what is added to the width of each, in points.
    """

    font: str = ""
    latin: str = ""
    size: float = 10.0
    colour: str = ""
    scale: float = 1.0
    spacing: float = 0.0


class Length(NamedTuple):
    """An indent: in widths of a character, and in points where it is not given in such."""

    characters: float = 0.0
    points: float = 0.0

    def in_characters(self, size: float) -> float:
        """The indent in widths of characters of that size."""
        return self.characters or self.points / size


#: How a height of line is meant: in points, in points at least, or as a multiple of the single one.
EXACT, LEAST, TIMES = "exact", "least", "times"
#: Single spacing of Chinese fonts, in sizes of the font, as Word reckons it.
_SINGLE = 1.3


class Spacing(NamedTuple):
    """Heights of a paragraph: ``height`` of its lines as the rule means it, what is left free before and behind it in points."""

    height: float = 1.0
    rule: str = TIMES
    before: float = 0.0
    after: float = 0.0

    def pitch(self, size: float, grid: float | None) -> float:
        """The height of a line in points, for characters of that size; ``grid`` is that of a line of the grid, if they keep to it.

        Lines that keep to the grid take one line of it, or two where one is too low for them.
        """
        single = size * _SINGLE
        if grid:
            single = ceil(single / grid - 0.01) * grid
        if self.rule == TIMES:
            return self.height * single
        return self.height if self.rule == EXACT else max(self.height, single)


class Form(NamedTuple):
    """How a paragraph is set.

    ``order`` counts the paragraphs that stand in the text area by themselves; None for one in a table, a text box, a frame, a header or
    footer.  ``size`` is that of the mark at its end.  ``on_grid`` says that its lines keep to the grid, ``new_page`` that it begins a page,
    ``numbered`` that an automatic number moves it, ``blank`` that nothing is written in it.  ``ruled`` is how much of its height lies
    below a line that is drawn in it or under it (0 to 1); None where none is.
    """

    order: int | None
    page: int
    alignment: str = LEFT
    left: Length = Length()
    right: Length = Length()
    first: Length = Length()
    spacing: Spacing = Spacing()
    size: float = 10.0
    on_grid: bool = True
    new_page: bool = False
    numbered: bool = False
    blank: bool = False
    ruled: float | None = None


class Stretch(NamedTuple):
    """Characters of a line that are set in one type: the column of the first (from 1), how many they are."""

    column: int
    length: int
    type: Type


class SetLine(NamedTuple):
    """A line as it is set: its characters, the form of its paragraph, the types of its stretches.

    ``begins`` says that the paragraph begins with it, ``tabbed`` that a tab moves something in it.
    """

    text: str
    form: Form
    stretches: tuple[Stretch, ...]
    begins: bool = True
    tabbed: bool = False


class PageNumber(NamedTuple):
    """A page number (页码) as it is printed at the foot: the words around it, a 1 for the number itself, and how it is set.

    ``alignment`` is None where the file does not say on which side it stands.
    """

    text: str
    type: Type
    alignment: str | None
    left: Length = Length()
    right: Length = Length()


class Appearance(NamedTuple):
    """How a document is set: its sections, its lines by their numbers, the paragraphs that stand in the text area by their order."""

    pages: tuple[Page, ...]
    lines: Mapping[int, SetLine]
    forms: tuple[Form, ...]
