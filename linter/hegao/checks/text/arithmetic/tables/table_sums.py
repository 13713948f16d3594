"""Sums and rates in tables (表内合计、小计、占比): what the figures of a table show of one another (norms FIG-16).

A table tells by itself what its figures are: where a column is the sum of others in most rows, or the rate of two, the row in which it
is not is wrong.  A row 合计 is held against the column above it; shares, averages and serial numbers are not added up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from hegao.checks.text.arithmetic.tables.blamed_cells import blamed
from hegao.checks.text.arithmetic.tables.crossed_sums import ColumnSum, blocks, column_sums, crossings, label_of
from hegao.checks.text.arithmetic.tables.figure_cells import (
    HAN_LABEL,
    NO_SUM,
    SUM_HEAD,
    Figure,
    Grid,
    Wrong,
    figure_in,
    is_total,
    slack,
    written,
)
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_RATE = Pattern(r"率|占比|比例|比重|%|％|占|完成情况|进度")
_COUNT_OF_GROUP = Pattern(r"[（(](?:共)?(?P<n>\d{1,3})(?P<unit>[项个件家处条名户座])[）)]\**$")


def wrong_cells(table: Table) -> Iterator[Wrong]:
    """The cells of a table that its other figures contradict, each once."""
    rows = [row for row in table.rows if any(cell.value.strip() for cell in row.cells)]
    if len(rows) < 2:
        return
    grid: Grid = [[figure_in(cell) for cell in row.cells] for row in rows]
    heads = [column.head for column in table.columns]
    sums = column_sums(rows, grid, heads)
    crossed = crossings(grid, heads, sums)
    yield from (one.wrong for one in crossed)
    told = {(one.row, one.column) for one in crossed}
    spoilt = {one.row for one in crossed}
    down = list(_down(rows, grid, heads, sums))
    blamed_rows = {at[0] for at, _wrong in down if not is_total(rows[at[0]])}
    for at, wrong in (*_across(rows, grid, heads, spoilt), *_rates(rows, grid, heads)):
        if at[0] not in spoilt and at[0] not in blamed_rows:
            told.add(at)
            yield wrong
    columns = {column for _row, column in told}
    for at, wrong in (*_groups(rows, grid, heads), *down):
        # A cell that is wrong in its row spoils the sum of its column, too.
        if at not in told and at[1] not in columns:
            told.add(at)
            yield wrong
    yield from _counted_groups(rows)


def _down(rows: Sequence[Row], grid: Grid, heads: Sequence[str], sums: Sequence[ColumnSum]) -> Iterator[tuple[tuple[int, int], Wrong]]:
    """A row 合计 at the head or the foot against its columns; a cell of the column, where something else shows that to be wrong."""
    for one in sums:
        if abs(one.off) > slack(one.stated.value, len(one.known)):
            at = blamed(rows, grid, heads, one)
            yield at or ((one.total, one.column), Wrong(one.stated.text, written(one.found), [figure.text for figure in one.known[:1]]))


def _across(rows: Sequence[Row], grid: Grid, heads: Sequence[str], spoilt: Collection[int]) -> Iterator[tuple[tuple[int, int], Wrong]]:
    """A column that is the sum of others in its row, against those."""
    width = max(map(len, grid))
    for column in range(width):
        if not (column < len(heads) and SUM_HEAD.search(heads[column])) or NO_SUM.search(heads[column]):
            continue
        for others in blocks(column, width, heads):
            yield from _odd_ones(rows, grid, column, others, lambda cells: sum((cell.value for cell in cells), Decimal(0)), _same, spoilt=spoilt)


def _same(found: Decimal, stated: Decimal) -> bool:
    return abs(found - stated) <= slack(stated, 2)


def _odd_ones(
    rows: Sequence[Row],
    grid: Grid,
    column: int,
    others: Sequence[int],
    reckon: Callable[[Sequence[Figure]], Decimal],
    agree: Callable[[Decimal, Decimal], bool],
    percent: bool = False,
    spoilt: Collection[int] = (),
) -> Iterator[tuple[tuple[int, int], Wrong]]:
    """The rows in which a column is not what others give, where it is in most."""
    right = 0
    odd: list[tuple[int, Figure, Decimal, list[Text]]] = []
    for index, row in enumerate(grid):
        if max(column, *others) >= len(row) or index in spoilt:
            continue
        stated = row[column]
        cells = [cell for other in others if (cell := row[other]) is not None]
        if stated is None or len(cells) != len(others) or stated.percent != percent and stated.percent:
            continue
        found = reckon(cells)
        if agree(found, stated.value):
            right += 1
        else:
            odd.append((index, stated, found, [cell.text for cell in cells]))
    if right >= 2 and right >= 2 * len(odd):
        for index, stated, found, texts in odd:
            yield (index, column), Wrong(stated.text, written(found) + ("%" if stated.percent else ""), texts)


def _rates(rows: Sequence[Row], grid: Grid, heads: Sequence[str]) -> Iterator[tuple[tuple[int, int], Wrong]]:
    """A column of rates against the two columns that it is the rate of: those of which it is so in most rows."""
    width = max(map(len, grid))
    for column in range(width):
        if not (column < len(heads) and _RATE.search(heads[column])):
            continue
        figures = [other for other in range(width) if other != column and other < len(heads) and not NO_SUM.search(heads[other])]
        places = max((max(0, -int(cell.value.as_tuple().exponent)) for row in grid if column < len(row) and (cell := row[column]) is not None), default=0)

        def rate(cells: Sequence[Figure], places: int = places) -> Decimal:
            return (cells[1].value * 100 / cells[0].value).quantize(Decimal(10) ** -places) if cells[0].value else Decimal(0)

        def near(found: Decimal, stated: Decimal, places: int = places) -> bool:
            return abs(found - stated) <= Decimal(10) ** -places

        pairs = [(_agrees(grid, column, whole, part, near), whole, part) for whole, part in permutations(figures[:8], 2)]
        best = max(pairs, key=lambda pair: pair[0], default=None)
        if best is not None:
            yield from _odd_ones(rows, grid, column, best[1:], rate, near, percent=True)


def _agrees(grid: Grid, column: int, whole: int, part: int, near: Callable[[Decimal, Decimal], bool]) -> int:
    """In how many rows two columns give the rate."""
    hits = 0
    for row in grid:
        if max(column, whole, part) < len(row):
            stated, below, above = row[column], row[whole], row[part]
            if stated is not None and below is not None and above is not None and below.value and near(above.value * 100 / below.value, stated.value):
                hits += 1
    return hits


def _groups(rows: Sequence[Row], grid: Grid, heads: Sequence[str]) -> Iterator[tuple[tuple[int, int], Wrong]]:
    """Rows that head groups (一、二、三 or 小计) against the items below them, and the sum of all against the groups."""
    heads_at = [index for index, row in enumerate(rows) if HAN_LABEL.match(label_of(row)) and not is_total(row)]
    if len(heads_at) < 2 or not any(index not in heads_at and not is_total(rows[index]) for index in range(heads_at[0], len(rows))):
        return
    ends = [*heads_at[1:], next((index for index, row in enumerate(rows) if index > heads_at[-1] and is_total(row)), len(rows))]
    for column in range(max(map(len, grid))):
        if column >= len(heads) or NO_SUM.search(heads[column]):
            continue
        right, odd = 0, []
        for start, end in zip(heads_at, ends, strict=True):
            stated = grid[start][column] if column < len(grid[start]) else None
            below = [grid[index][column] for index in range(start + 1, end) if column < len(grid[index])]
            figures = [cell for cell in below if cell is not None]
            if stated is None or not figures or len(figures) != end - start - 1:
                continue
            found = sum((cell.value for cell in figures), Decimal(0))
            if abs(found - stated.value) <= slack(stated.value, len(figures)):
                right += 1
            else:
                odd.append(((start, column), Wrong(stated.text, written(found), [cell.text for cell in figures[:1]])))
        total = next((index for index, row in enumerate(rows) if is_total(row)), None)
        stated = grid[total][column] if total is not None and column < len(grid[total]) else None
        groups = [grid[start][column] for start in heads_at if column < len(grid[start])]
        known = [cell for cell in groups if cell is not None]
        # That the groups make up the sum of all shows them to be groups, too.
        shown = stated is not None and len(known) == len(heads_at) and sum((cell.value for cell in known), Decimal(0)) == stated.value
        if right >= len(odd) and right or shown and len(odd) == 1:
            yield from odd
        if total is not None and stated is not None and len(known) == len(heads_at) and not odd:
            found = sum((cell.value for cell in known), Decimal(0))
            if abs(found - stated.value) > slack(stated.value, len(known)):
                yield (total, column), Wrong(stated.text, written(found), [cell.text for cell in known])


def _counted_groups(rows: Sequence[Row]) -> Iterator[Wrong]:
    """产业项目（3个） at the head of a group against the rows below it."""
    marks: list[tuple[int, Text, int]] = []
    for index, row in enumerate(rows):
        for cell in row.cells[:3]:
            match = _COUNT_OF_GROUP.search(cell.value)
            if match and len([one for one in row.cells if one.value.strip()]) < max(3, len(row.cells) - 1):
                marks.append((index, cell.slice(match.start(), match.end()), int(match["n"])))
                break
    if len(marks) < 2 or marks[0][0] != 0:
        return
    ends = [index for index, _cell, _n in marks[1:]] + [len(rows)]
    counts = [sum(1 for row in rows[start + 1 : end] if not is_total(row)) for (start, _cell, _n), end in zip(marks, ends, strict=True)]
    wrong = [(cell, n, count) for (_at, cell, n), count in zip(marks, counts, strict=True) if n != count]
    if len(wrong) * 2 <= len(marks) and all(counts):
        for cell, _n, count in wrong:
            yield Wrong(cell, str(count), ())
