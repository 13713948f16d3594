"""What columns are of one another (栏间关系), found from the table itself: a product of two others, one and the same share of another (norms FIG-16).

保证金 is a fifth of 起始价 in all rows but one: no head need say so.  So many rows must bear a relation out, with figures that differ
and are neither nought nor one, that chance does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.tables.figure_cells import Figure, Grid, Wrong, cell_of, figure_in, is_total, written
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.words.column_heads import heads_of

_NO_MEASURE = Pattern(heads_of("serial", "no-figure"))
_WIDEST, _FEWEST, _FEWEST_OF_SHARES = 7, 3, 3
_SCALES = tuple(Decimal(10) ** power for power in (0, 1, 2, 3, 4))
#: So near, in percent, a figure is meant for the relation.
_NEAR = 20
#: How much of a figure rounding may be, in percent, if it is to bear anything out.
_COARSE = 2


class Relation(NamedTuple):
    """Columns that hang together in all rows but one: the last is ``reckon`` of the others."""

    columns: tuple[int, ...]
    reckon: Callable[[Sequence[Decimal]], Decimal]
    right: int
    odd: int
    share: bool

    def fits(self, values: Sequence[Decimal], step: Decimal) -> bool:
        """Whether the values of a row, one for each column, hang together so."""
        return abs(self.reckon(values) - values[-1]) <= step / 2


def wrong_by_relation(table: Table) -> Iterator[Wrong]:
    """The cells that are not what the others of their row give, as in all other rows."""
    rows = [row for row in table.rows if any(cell.value.strip() for cell in row.cells)]
    if len(rows) <= _FEWEST:
        return
    grid = [[figure_in(cell) for cell in row.cells] for row in rows]
    told: set[int] = set()
    for relation in relations(rows, grid, [column.head for column in table.columns], _FEWEST):
        cells = [cell for column in relation.columns if (cell := cell_of(grid, relation.odd, column)) is not None]
        right = relation.reckon([cell.value for cell in cells])
        stated = cells[-1]
        close = abs(right - stated.value) * 100 <= stated.value * _NEAR
        slip = slipped(stated.value, right.quantize(stated.step))
        if relation.odd not in told and right > 0 and (close or slip):
            told.add(relation.odd)
            # One row may well be at another rate than the others.
            yield Wrong(stated.text, written(right.quantize(stated.step)), [cell.text for cell in cells[:-1]], slip or not relation.share)


def relations(rows: Sequence[Row], grid: Grid, heads: Sequence[str], least: int) -> Iterator[Relation]:
    """The relations that all rows but one bear out, ``least`` rows at the fewest; a row 合计 is none."""
    items = [index for index, row in enumerate(rows) if not is_total(row)]
    columns = [index for index in range(len(heads)) if not _NO_MEASURE.search(heads[index]) and _is_measure(grid, items, index, least)][:_WIDEST]
    for one, other in permutations(columns, 2):
        share = _share(grid, items, one, other, least)
        if share is not None:
            yield share
    for one, other, product in permutations(columns, 3):
        if one < other:
            for scale in _SCALES:
                found = _held(grid, items, (one, other, product), lambda values, scale=scale: values[0] * values[1] / scale, least)  # type: ignore[misc]
                if found is not None:
                    yield found
    wide = [index for index in range(len(heads)) if not _NO_MEASURE.search(heads[index]) and _is_measure(grid, items, index, 1)][:_WIDEST]
    for start in range(len(wide) - 3):
        four = tuple(wide[start : start + 4])
        for signs in _SIGNS:
            found = _held(grid, items, four, lambda values, signs=signs: sum((sign * value for sign, value in zip(signs, values, strict=False)), Decimal(0)), least, floor=0)  # type: ignore[misc]
            if found is not None:
                yield found


#: 基准分, 加分, 扣分, 总分: what is added and taken off before the figure that comes of it.
_SIGNS = ((1, 1, -1), (1, -1, 1), (1, -1, -1))


def _is_measure(grid: Grid, items: Sequence[int], column: int, least: int) -> bool:
    known = [cell.value for index in items if (cell := cell_of(grid, index, column)) is not None]
    return len(set(known)) >= least and known != [Decimal(number) for number in range(1, len(items) + 1)]


def _share(grid: Grid, items: Sequence[int], one: int, other: int, least: int) -> Relation | None:
    """A column that is one and the same share of another."""
    pairs = [(whole.value, part) for index in items if (whole := cell_of(grid, index, one)) is not None and (part := cell_of(grid, index, other)) is not None]
    known = sorted((pair for pair in pairs if pair[0] > 0 and 0 < pair[1].value < pair[0]), key=lambda pair: -pair[1].value)
    for base, least_coarse in known[:2]:
        rate = least_coarse.value / base
        # A share that is said has few digits: 20 %, 0.35 %.
        if rate == round(rate, 3):
            found = _held(grid, items, (one, other), lambda values, rate=rate: values[0] * rate, max(least, _FEWEST_OF_SHARES), True)  # type: ignore[misc]
            if found is not None:
                return found
    return None


def _held(
    grid: Grid, items: Sequence[int], columns: tuple[int, ...], reckon: Callable[[Sequence[Decimal]], Decimal], least: int, share: bool = False, floor: int = 1,
) -> Relation | None:
    """The relation, if all rows but one bear it out; ``floor``: figures no greater prove nothing."""
    shown: set[tuple[Decimal, ...]] = set()
    odd = -1
    for index in items:
        cells = [cell for column in columns if (cell := cell_of(grid, index, column)) is not None]
        if len(cells) != len(columns) or any(cell.percent for cell in cells):
            continue
        values = tuple(cell.value for cell in cells)
        rounds = _rounds(cells[-1], reckon(values))
        if abs(reckon(values) - values[-1]) <= (cells[-1].step / 2 if rounds else 0):
            # A small figure that is rounded, or one that is nought or one, bears nothing out.
            # Of a sum, what is the same as another may cancel out.
            if min(values) > floor and (floor or len({*values}) == len(values)) and (cells[-1].step * 50 <= values[-1] * _COARSE or share and not rounds):
                shown.add(values)
        elif odd >= 0:
            return None
        else:
            odd = index
    return Relation(columns, reckon, len(shown), odd, share) if odd >= 0 and len(shown) >= least else None


def _rounds(cell: Figure, right: Decimal) -> bool:
    return right != right.quantize(cell.step)
