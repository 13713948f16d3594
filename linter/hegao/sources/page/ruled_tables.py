"""Ruled tables (有线表): strokes that cross and meet make a grid; where none parts two fields of it, they are one cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hegao.sources.page.page_model import Glyph, Page, Stroke
from hegao.sources.page.printed_lines import PrintedLine
from hegao.sources.table_grid import CELLS, COLUMNS, TooLarge

#: Strokes that lie so near are one; so far a stroke may end before the one that it meets.
_NEAR = 2.5
#: More rows of one table on a page nobody reads; what has more is a drawing.
_ROWS = 400
#: A page with more tables is a drawing.
_TABLES = 60
#: Of the side of a field so much must be drawn.
_DRAWN = 0.6
#: A column without an outer side is wider than this.
_OPEN = 10.0


@dataclass(slots=True)
class RuledCell:
    """A cell: its first row and column (from 0), how many it goes over, its edges, what is printed in it, and the lines that this makes."""

    row: int
    column: int
    down: int
    across: int
    left: float
    top: float
    right: float
    bottom: float
    glyphs: list[Glyph] = field(default_factory=list)
    lines: list[PrintedLine] = field(default_factory=list)


@dataclass(slots=True)
class RuledTable:
    """A table: where its columns and rows are parted, its cells.

    ``fields`` are the cells by row and column, ``numbers`` those of its rows among the lines of the page.
    """

    columns: list[float]
    rows: list[float]
    cells: list[RuledCell]
    fields: dict[tuple[int, int], RuledCell]
    numbers: list[int] = field(default_factory=list)


def ruled_tables(page: Page) -> tuple[list[RuledTable], list[Glyph]]:
    """The tables of a page from above to below, each with what is printed in it, and what is printed in none of them."""
    tables = [table for strokes in _connected(_joined(page.strokes)) if (table := _table(strokes)) is not None]
    if len(tables) > _TABLES:
        return [], page.glyphs
    tables.sort(key=lambda table: (table.rows[0], table.columns[0]))
    tables = [table for table in tables if not any(_lies_in(table, other) for other in tables if other is not table)]
    left: list[Glyph] = []
    for glyph in page.glyphs:
        cell = next((cell for table in tables if (cell := _cell_at(table, glyph)) is not None), None)
        (left if cell is None else cell.glyphs).append(glyph)
    return [table for table in tables if any(cell.glyphs for cell in table.cells)], left


def _lies_in(inner: RuledTable, outer: RuledTable) -> bool:
    return (
        outer.columns[0] - _NEAR <= inner.columns[0]
        and inner.columns[-1] <= outer.columns[-1] + _NEAR
        and outer.rows[0] - _NEAR <= inner.rows[0]
        and inner.rows[-1] <= outer.rows[-1] + _NEAR
        and len(inner.cells) < len(outer.cells)
    )


def _cell_at(table: RuledTable, glyph: Glyph) -> RuledCell | None:
    x, y = (glyph.left + glyph.right) / 2, glyph.centre
    if not (table.columns[0] <= x <= table.columns[-1] and table.rows[0] <= y <= table.rows[-1]):
        return None
    row = min(max(0, bisect_right(table.rows, y) - 1), len(table.rows) - 2)
    return table.fields.get((row, min(max(0, bisect_right(table.columns, x) - 1), len(table.columns) - 2)))


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """The strokes, those that lie in one line and touch put together."""
    joined: list[Stroke] = []
    for level in (True, False):
        several = sorted((one for one in strokes if one.level == level), key=lambda one: (round(one.at / _NEAR), one.start))
        for _at, line in _by_place(several):
            current = line[0]
            for one in line[1:]:
                if one.start <= current.end + _NEAR:
                    current = current._replace(end=max(current.end, one.end))
                else:
                    joined.append(current)
                    current = one
            joined.append(current)
    return joined


def _by_place(strokes: Sequence[Stroke]) -> Iterable[tuple[float, list[Stroke]]]:
    """The strokes by the places where they lie, each with that of the first and in their order along it."""
    group: list[Stroke] = []
    for one in sorted(strokes, key=lambda one: one.at):
        if group and one.at - group[0].at > _NEAR:
            yield group[0].at, sorted(group, key=lambda one: one.start)
            group = []
        group.append(one)
    if group:
        yield group[0].at, sorted(group, key=lambda one: one.start)


def _connected(strokes: Sequence[Stroke]) -> Iterable[list[Stroke]]:
    """The strokes that hang together by crossing or meeting."""
    across = [one for one in strokes if one.level]
    down = [one for one in strokes if not one.level]
    parent = list(range(len(across) + len(down)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    if len(across) * len(down) > 1_000_000:
        return
    for index, level in enumerate(across):
        for other, one in enumerate(down, len(across)):
            if level.start - _NEAR <= one.at <= level.end + _NEAR and one.start - _NEAR <= level.at <= one.end + _NEAR:
                parent[root(index)] = root(other)
    groups: dict[int, list[Stroke]] = {}
    for index, stroke in enumerate([*across, *down]):
        groups.setdefault(root(index), []).append(stroke)
    yield from groups.values()


def _table(strokes: Sequence[Stroke]) -> RuledTable | None:
    """The table that strokes make; None where they make no more than a frame."""
    across = list(_by_place([one for one in strokes if one.level]))
    down = list(_by_place([one for one in strokes if not one.level]))
    if len(across) < 2 or len(down) < 2 or (len(across) == 2 and len(down) == 2):
        return None
    if len(down) - 1 > COLUMNS or len(across) - 1 > _ROWS:
        return None
    _close(across, min(one.start for _at, line in across for one in line), max(one.end for _at, line in across for one in line), down)
    xs, ys = [at for at, _strokes in down], [at for at, _strokes in across]
    wide, high = len(xs) - 1, len(ys) - 1
    if wide * high > CELLS:
        raise TooLarge(f"表格超过 {CELLS} 个单元格")
    part = list(range(wide * high))

    def root(one: int) -> int:
        while part[one] != one:
            part[one] = part[part[one]]
            one = part[one]
        return one

    for row in range(high):
        for column in range(wide):
            here = row * wide + column
            if column + 1 < wide and not _drawn(down[column + 1][1], ys[row], ys[row + 1]):
                part[root(here + 1)] = root(here)
            if row + 1 < high and not _drawn(across[row + 1][1], xs[column], xs[column + 1]):
                part[root(here + wide)] = root(here)
    fields: dict[int, list[int]] = {}
    for one in range(wide * high):
        fields.setdefault(root(one), []).append(one)
    cells = []
    by_field: dict[tuple[int, int], RuledCell] = {}
    for members in fields.values():
        rows, columns = [one // wide for one in members], [one % wide for one in members]
        top, left, down_, across_ = min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
        cells.append(RuledCell(top, left, down_, across_, xs[left], ys[top], xs[left + across_], ys[top + down_]))
        by_field.update(((one // wide, one % wide), cells[-1]) for one in members)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return RuledTable(xs, ys, cells, by_field) if len(cells) > 1 else None


def _close(across: Sequence[tuple[float, list[Stroke]]], start: float, end: float, down: list[tuple[float, list[Stroke]]]) -> None:
    """Add the outer sides of a table that has none drawn: its lines go on beyond the last that are drawn down."""
    top, bottom = across[0][0], across[-1][0]
    if down[0][0] - start > _OPEN:
        down.insert(0, (start, [Stroke(False, start, top, bottom)]))
    if end - down[-1][0] > _OPEN:
        down.append((end, [Stroke(False, end, top, bottom)]))


def _drawn(strokes: Sequence[Stroke], start: float, end: float) -> bool:
    """Whether the side from ``start`` to ``end`` is drawn."""
    return sum(max(0.0, min(one.end, end) - max(one.start, start)) for one in strokes) >= (end - start) * _DRAWN

