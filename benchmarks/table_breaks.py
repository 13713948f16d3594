"""Tables broken: a cell, a row, a sum."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.breaks import SUM_ROW, Break, Lines, Way, changed, row_of, tables


def _empty_cell(lines: Lines) -> Iterator[Break]:
    """A cell emptied in a column of which all other cells are filled."""
    for table in tables(lines):
        rows = [row for row in table[1:] if not SUM_ROW.search(lines[row[0]])]
        if len(rows) < 3:
            continue
        for column in range(1, len(table[0][1])):
            if "备注" in table[0][1][column] or not all(cells[column].strip() for _index, cells in rows):
                continue
            for index, cells in rows:
                yield changed(lines, index, row_of([*cells[:column], "", *cells[column + 1 :]], lines[index]))


def _row_twice(lines: Lines) -> Iterator[Break]:
    """A row given twice, word for word."""
    for table in tables(lines):
        for index, _cells_of_it in table[1:]:
            if not SUM_ROW.search(lines[index]):
                yield Break(index + 2, (*lines[: index + 1], lines[index], *lines[index + 1 :]))


def _sum_off(lines: Lines) -> Iterator[Break]:
    """A figure of a row of sums a little off, in a column of whole numbers that do add up."""
    for table in tables(lines):
        for index, cells in table[1:]:
            for column, cell in enumerate(cells if SUM_ROW.search(lines[index]) else ()):
                above = [row[1][column].strip() for row in table[1:] if row[0] != index]
                if cell.strip().isdigit() and all(one.isdigit() for one in above) and sum(map(int, above)) == int(cell):
                    yield changed(lines, index, row_of([*cells[:column], f"{int(cell) + 2}", *cells[column + 1 :]], lines[index]))


#: The ways to break them, by what is done.
TABLE_WAYS: dict[str, Way] = {
    "a cell emptied in a filled column": _empty_cell,
    "a row given twice": _row_twice,
    "a sum in a row of sums two off": _sum_off,
}
