"""Origins: where the lines of a text come from that was read out of a Word document or a web page.

Such a file has no lines of its own.  It is read as lines, so that nothing behind knows the difference; people are told the paragraph
or the cell, and whoever marks the file up finds the very characters again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hegao.sources.appearance import Appearance
    from hegao.sources.page.page_pictures import Passage, Pictures

#: Stands in the text of a table cell where its paragraphs and lines part.
CELL_BREAK = "\u2028"

#: Parts of a document beside its running text.
HEADER, FOOTER, TEXT_BOX, FOOTNOTE, ENDNOTE = "header", "footer", "textbox", "footnote", "endnote"


class Cell(NamedTuple):
    """A cell of a table, each counted from 1: the table in the document, the row in it, the column of its grid."""

    table: int
    row: int
    column: int


class Place(NamedTuple):
    """Where characters stand in a document: in a paragraph of the running text (from 1, empty ones count, those of tables do not),
    or in a cell.

    ``part`` is empty for the running text and the tables in it; a text box or a note bears the place that it belongs to, a header or
    footer has neither.  Of a document that consists of pages, ``page`` and ``line`` on it are told, each from 1, and no paragraph.
    """

    paragraph: int | None = None
    cell: Cell | None = None
    part: str = ""
    page: int | None = None
    line: int | None = None


class Stretch(NamedTuple):
    """Characters of a line that come from one element of the file.

    They begin at ``column`` (from 1) and are ``length``; ``at`` is the byte at which the start tag of the element stands in its part,
    ``skip`` how many decoded characters of the element stand before them.
    """

    column: int
    length: int
    at: int
    skip: int


class Origin(NamedTuple):
    """Where a line comes from: the part of the package, its places by their first column, and its characters.

    Characters in no stretch stand in no element: automatic numbers, the marks between cells.
    """

    part: str
    places: tuple[tuple[int, Place], ...]
    stretches: tuple[Stretch, ...] = ()

    def place(self, column: int) -> Place:
        """The place of the character at a column."""
        return place_at(self.places, column)


def place_at(places: tuple[tuple[int, Place], ...], column: int) -> Place:
    """The last of the places that begins at or before the column; raises ``IndexError`` on none."""
    return places[max(0, bisect_right(places, column, key=_first) - 1)][1]


def _first(entry: tuple[int, Place]) -> int:
    return entry[0]


class Layout(NamedTuple):
    """What a file without lines of its own tells of the lines that it was read as.

    By their numbers: ``rows`` are rows of tables, cells parted by tabs; ``running`` is printed on every page; ``fields`` are the list
    of label and value above the text; ``notes`` stand at the foot.  ``merged`` tells by row the cells, from 0, that go on from the row
    above.  ``unread`` are the numbers of pages without text that could be read.  ``origins`` has one entry a line.  ``appearance`` reads
    how the lines are set, where the file says so: it takes as long as reading the file, so it is asked for only where that is judged.  ``pictures``, of a file that consists of pages, draws those on which
    passages stand, and takes as long; it gives None where they cannot be drawn.
    """

    origins: tuple[Origin, ...]
    rows: frozenset[int] = frozenset()
    running: frozenset[int] = frozenset()
    fields: frozenset[int] = frozenset()
    notes: frozenset[int] = frozenset()
    merged: Mapping[int, frozenset[int]] = {}
    unread: tuple[int, ...] = ()
    appearance: Callable[[], Appearance | None] | None = None
    pictures: Callable[[Sequence[Passage]], Pictures | None] | None = None
