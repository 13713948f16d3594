"""Grids: tables whose cells may be merged become rows of one width, a cell at its column, nothing where it goes on.

Word and HTML say the same of their tables in other words; what comes of them is one line a row, tabs between the cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hegao.sources.origins import CELL_BREAK, Cell, Place, Stretch

#: Word allows 63 columns; what claims more is clipped.
COLUMNS = 64
#: More cells, and more lines, than these no document has that people read.
CELLS, LINES = 150_000, 200_000
_BLANK = " \t\u3000"


class TooLarge(Exception):
    """A file with more than anybody reads; the message is a Chinese sentence for the user."""

    def __init__(self, what: str) -> None:
        """Say what there is too much of."""
        super().__init__(f"{what}，不像正常的公文，没有读")


@dataclass(slots=True)
class Written:
    """A line as it was read: its text, whether it is a row of a table, its places and the elements that its characters come from.

    ``merged`` are the cells of a row, from 0, that go on from the row above.
    """

    text: str = ""
    row: bool = False
    places: tuple[tuple[int, Place], ...] = ()
    stretches: tuple[Stretch, ...] = ()
    part: str = ""
    merged: frozenset[int] = frozenset()


@dataclass(slots=True)
class GridCell:
    """A cell: the column where it begins (from 1), how many it spans, its lines; ``above``: it only goes on from the row above."""

    column: int
    span: int = 1
    lines: list[Written] = field(default_factory=list)
    above: bool = False


@dataclass(slots=True)
class Grid:
    """A table in the making: its number in the document (0: inside another), and its rows by their numbers."""

    number: int
    rows: list[tuple[int, list[GridCell]]] = field(default_factory=list)

    def lines(self) -> Iterator[Written]:
        """The lines of the table.

        A table of one column or of one row sets text in place (a frame round the number, the signer beside it): its cells are
        read one after the other as text.
        """
        if len(self.rows) <= 1 or all(len(cells) <= 1 for _number, cells in self.rows):
            for _number, cells in self.rows:
                for cell in cells:
                    if not cell.above:
                        yield from cell.lines
            return
        for number, cells in self.rows:
            line = self._row(number, cells)
            if line is not None:
                yield line

    def _row(self, number: int, cells: Sequence[GridCell]) -> Written | None:
        """A row as one line; None where nothing stands in it."""
        texts: list[str] = []
        places: list[tuple[int, Place]] = []
        stretches: list[Stretch] = []
        merged: set[int] = set()
        part = ""
        at = 1
        page = next((place.page for cell in cells for line in cell.lines for _column, place in line.places), None)
        for cell in cells:
            while len(texts) < min(cell.column - 1, COLUMNS):
                texts.append("")
                at += 1
            places.append((at, Place(cell=Cell(self.number, number, cell.column), page=page) if self.number else _place(cell)))
            text = ""
            if cell.above:
                merged.update(range(len(texts), len(texts) + cell.span))
            for line in () if cell.above else cell.lines:
                part = line.part or part
                bare = line.text.replace("\t", CELL_BREAK if line.row else "\u3000").strip(_BLANK)
                if not bare:
                    continue
                text += CELL_BREAK if text else ""
                shift = at - 1 + len(text) - (len(line.text) - len(line.text.lstrip(_BLANK)))
                stretches += _shifted(line.stretches, shift, at + len(text), at + len(text) + len(bare))
                text += bare
            texts += [text, *[""] * (min(cell.span, COLUMNS) - 1)]
            at += len(text) + min(cell.span, COLUMNS)
        if not any(texts):
            return None
        return Written("\t".join(texts), True, tuple(places), tuple(stretches), part, frozenset(merged))


def _place(cell: GridCell) -> Place:
    return next((line.places[0][1] for line in cell.lines if line.places), Place())


def _shifted(stretches: Sequence[Stretch], shift: int, start: int, end: int) -> Iterator[Stretch]:
    """The stretches moved by ``shift`` columns, as far as they lie from ``start`` up to ``end``."""
    for column, length, at, skip in stretches:
        first, last = max(column + shift, start), min(column + shift + length, end)
        if first < last:
            yield Stretch(first, last - first, at, skip + first - column - shift)
