"""The wrong cell where sums disagree (行列交叉): a row that misses its sum and a column that misses its own by as much cross there (norms FIG-16).

A cell that is too great by ``d`` leaves its row and its column apart by ``d``.  So the slip is where a row and a column cross that are
off alike, be it a figure, the sum of a row or the sum of a column; neither sum is wrong beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.text.arithmetic.tables.figure_cells import (
    HAN_LABEL,
    NO_SUM,
    SUM_HEAD,
    Figure,
    Grid,
    Wrong,
    cell_of,
    is_total,
    slack,
    written,
)
from hegao.document.model import Row
from hegao.sources.lazy_pattern import Pattern

_SUBTOTAL = Pattern(r"小\s*计|^[*\s]*其中")
#: So many rows must add up before the one that does not is wrong; more, where no head says that a column is a sum.
_FEWEST, _FEWEST_UNSAID = 2, 3


class ColumnSum(NamedTuple):
    """What a row 合计 says of a column, and what the cells of that add up to."""

    total: int
    column: int
    stated: Figure
    found: Decimal
    known: Sequence[Figure]

    @property
    def off(self) -> Decimal:
        """By how much the sum told is above that of the cells."""
        return self.stated.value - self.found


class RowSums(NamedTuple):
    """A column that is the sum of others: by how much it is above that in each row, nought where it is right."""

    column: int
    others: Sequence[int]
    off: Mapping[int, Decimal]
    said: bool

    @property
    def right(self) -> int:
        """In how many rows it adds up, by more than noughts."""
        return sum(1 for off in self.off.values() if not off)


class Crossing(NamedTuple):
    """A wrong cell by its place, what it should hold, and the row and the column whose sums it spoils."""

    row: int
    column: int
    wrong: Wrong


def label_of(row: Row) -> str:
    """What the first cell that is filled says."""
    return next((cell.value.strip() for cell in row.cells if cell.value.strip()), "")


def column_sums(rows: Sequence[Row], grid: Grid, heads: Sequence[str]) -> list[ColumnSum]:
    """What the row 合计 at the head or the foot says of each column that is added up; none where there are sums of some rows, too."""
    marks = [index for index, row in enumerate(rows) if is_total(row)]
    if len(marks) != 1 or marks[0] not in (0, len(rows) - 1) or len(rows) < 3 or any(_SUBTOTAL.search(cell.value) for row in rows for cell in row.cells[:3]):
        return []
    total = marks[0]
    grouped = [HAN_LABEL.match(label_of(row)) is not None for index, row in enumerate(rows) if index != total]
    if any(grouped) and not all(grouped):
        return []
    return [found for column in range(len(grid[total])) if (found := _column_sum(rows, grid, heads, total, column)) is not None]


def _column_sum(rows: Sequence[Row], grid: Grid, heads: Sequence[str], total: int, column: int) -> ColumnSum | None:
    stated = grid[total][column]
    if stated is None or stated.percent or NO_SUM.search(heads[column] if column < len(heads) else ""):
        return None
    parts = [index for index in range(len(rows)) if index != total]
    figures = [cell_of(grid, index, column) for index in parts]
    # An empty cell or a dash adds nothing; words do.
    if any(figure is None and not _blank(rows[index], column) for figure, index in zip(figures, parts, strict=True)):
        return None
    known = [figure for figure in figures if figure is not None]
    if len(known) < 2 or any(figure.percent for figure in known):
        return None
    found = sum((figure.value for figure in known), Decimal(0))
    if 0 < found < stated.value and any(_left_out(rows[index], column) for index in parts):
        # What is left out in a cell may be what lacks.
        return None
    if column and found != stated.value and _once_each(rows, figures, parts, column) == stated.value:
        return None
    return ColumnSum(total, column, stated, found, known) if found else None


def _once_each(rows: Sequence[Row], figures: Sequence[Figure | None], parts: Sequence[int], column: int) -> Decimal:
    """The sum where the figure of a group stands in each of its rows: 巡河履职 20, 巡河履职 20."""
    summed, last = Decimal(0), ("", Decimal(-1))
    for index, figure in zip(parts, figures, strict=True):
        if figure is not None:
            this = (rows[index].cells[column - 1].value.strip(), figure.value)
            if this != last:
                summed += figure.value
            last = this
    return summed


def _blank(row: Row, column: int) -> bool:
    return column >= len(row.cells) or not row.cells[column].value.strip(" 　*/\\—－–-无")


def _left_out(row: Row, column: int) -> bool:
    """Whether a cell is empty between others that are not."""
    return column < len(row.cells) and not row.cells[column].value.strip() and sum(1 for cell in row.cells if cell.value.strip()) >= len(row.cells) - 1


def row_sums(grid: Grid, heads: Sequence[str]) -> Iterator[RowSums]:
    """The columns that may be sums of others; where no head says so, of those right behind."""
    width = max(map(len, grid))
    for column in range(min(width, len(heads))):
        if NO_SUM.search(heads[column]):
            continue
        said = SUM_HEAD.search(heads[column]) is not None
        for others in blocks(column, width, heads):
            if said or min(others) > column:
                yield RowSums(column, others, dict(_offs(grid, column, others)), said)


def blocks(column: int, width: int, heads: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """The columns that may make up a sum: all figures on its left, or on its right, to the next sum."""
    def plain(other: int) -> bool:
        return other < len(heads) and not NO_SUM.search(heads[other]) and not SUM_HEAD.search(heads[other])

    for step in (-1, 1):
        block: list[int] = []
        other = column + step
        while 0 <= other < width and plain(other):
            block.append(other)
            other += step
        for size in range(len(block), 1, -1):
            yield tuple(sorted(block[:size]))


def _offs(grid: Grid, column: int, others: Sequence[int]) -> Iterator[tuple[int, Decimal]]:
    for index in range(len(grid)):
        stated = cell_of(grid, index, column)
        cells = [cell for other in others if (cell := cell_of(grid, index, other)) is not None]
        if stated is not None and len(cells) == len(others) and not stated.percent and any(cell.value for cell in cells):
            off = stated.value - sum((cell.value for cell in cells), Decimal(0))
            yield index, off if abs(off) > slack(stated.value, 2) else Decimal(0)


def crossings(grid: Grid, heads: Sequence[str], sums: Sequence[ColumnSum]) -> list[Crossing]:
    """The cells where a row and a column cross that miss their sums by as much."""
    odd = [one for one in sums if abs(one.off) > slack(one.stated.value, len(one.known))]
    if not odd:
        return []
    known = [one for one in row_sums(grid, heads) if one.right >= (_FEWEST if one.said else _FEWEST_UNSAID)]
    found: list[Crossing] = []
    for column in sorted({one.column for one in known}):
        # Of the columns that may make it up those do that are right most often.
        best = max((one for one in known if one.column == column), key=lambda one: one.right)
        met = list(_crossed(grid, best, odd))
        # A column that several rows would mend is told by itself.
        found += [one for one in met if sum(other.column == one.column for other in met) == 1]
    return list({(one.row, one.column): one for one in found}.values())


def _crossed(grid: Grid, rows: RowSums, odd: Sequence[ColumnSum]) -> Iterator[Crossing]:
    for index, off in rows.off.items():
        met = [one for one in odd if off and one.column in (rows.column, *rows.others) and off == _sign(one, rows, index) * one.off]
        cell = cell_of(grid, index, met[0].column) if len(met) == 1 else None
        if cell is not None:
            one = met[0]
            # A sum that is too great is above its parts; a part that is too great leaves its sum below.
            right = cell.value - (off if one.column == rows.column else -off)
            others = [figure.text for other in (rows.column, *rows.others) if other != one.column and (figure := cell_of(grid, index, other)) is not None]
            if right > 0:
                yield Crossing(index, one.column, Wrong(cell.text, written(right), [*others, *([one.stated.text] if one.total != index else [])]))


def _sign(one: ColumnSum, rows: RowSums, index: int) -> int:
    return 1 if (one.column == rows.column) == (index == one.total) else -1
