"""The cell to blame for a column that misses its sum (错在哪一格): the one that something else in the table contradicts, too (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.text.arithmetic.tables.column_relations import relations
from hegao.checks.text.arithmetic.tables.crossed_sums import ColumnSum
from hegao.checks.text.arithmetic.tables.figure_cells import Figure, Grid, Wrong, cell_of, written
from hegao.document.model import Row

#: With the sum of the column beside them, so many rows bear a relation out.
_FEWEST = 2
#: What shares add up to.
_ALL = (Decimal(1), Decimal(100))
#: What rounding may make of a share.
_ROUNDED = Decimal("0.6")


def blamed(rows: Sequence[Row], grid: Grid, heads: Sequence[str], one: ColumnSum) -> tuple[tuple[int, int], Wrong] | None:
    """The one cell of a column that another value, with which the sum is right, would mend twice over; None where several would, or none."""
    cells = [(index, cell) for index in range(len(rows)) if index != one.total and (cell := cell_of(grid, index, one.column)) is not None and cell.value + one.off > 0]
    for found in (_by_relations(rows, grid, heads, one), _by_shares(grid, one), _by_steps(grid, one, cells)):
        met = sorted(set(found))
        if len(met) == 1:
            cell = next(cell for index, cell in cells if index == met[0])
            return (met[0], one.column), Wrong(cell.text, written(cell.value + one.off), [one.stated.text])
    return None


def _by_relations(rows: Sequence[Row], grid: Grid, heads: Sequence[str], one: ColumnSum) -> Iterator[int]:
    """Rows that hang together as all others do, once the cell is mended."""
    for relation in relations(rows, grid, heads, _FEWEST):
        if one.column in relation.columns:
            cells = [cell for column in relation.columns if (cell := cell_of(grid, relation.odd, column)) is not None]
            values = [cell.value + (one.off if column == one.column else 0) for cell, column in zip(cells, relation.columns, strict=True)]
            if min(values) > 0 and relation.fits(values, cells[-1].step):
                yield relation.odd


def _by_shares(grid: Grid, one: ColumnSum) -> Iterator[int]:
    """Shares of the sum, beside the amounts: the one that is the share of the amount mended, where all others are right."""
    for column, whole in enumerate(grid[one.total]):
        if column == one.column or whole is None or whole.value not in _ALL or not one.stated.value:
            continue
        pairs = [(index, amount, share) for index in range(len(grid)) if index != one.total and (amount := cell_of(grid, index, one.column)) and (share := cell_of(grid, index, column))]
        odd = [(index, amount, share) for index, amount, share in pairs if not _is_share(amount.value, share, one, whole)]
        if len(odd) == 1 and len(pairs) > _FEWEST and _is_share(odd[0][1].value + one.off, odd[0][2], one, whole):
            yield odd[0][0]


def _is_share(amount: Decimal, share: Figure, one: ColumnSum, whole: Figure) -> bool:
    return abs(amount * whole.value / one.stated.value - share.value) <= share.step * _ROUNDED


def _by_steps(grid: Grid, one: ColumnSum, cells: Sequence[tuple[int, Figure]]) -> Iterator[int]:
    """Rows that rise or fall by one and the same step, as others of the table do, once the cell is mended."""
    places = [(one.column + first, one.column + first + 1, one.column + first + 2) for first in (-2, -1, 0) if one.column + first > 0]
    for three in places:
        stated = {index: [cell.value for column in three if (cell := cell_of(grid, index, column)) is not None] for index, _cell in cells}
        even = [index for index, values in stated.items() if len(values) == len(three) and _even(values)]
        for index, values in stated.items():
            mended = [value + (one.off if column == one.column else 0) for value, column in zip(values, three, strict=False)]
            if len(values) == len(three) and index not in even and len(even) > _FEWEST and _even(mended):
                yield index


def _even(values: Sequence[Decimal]) -> bool:
    return values[1] - values[0] == values[2] - values[1] != 0
