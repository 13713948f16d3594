"""Rows of tables that repeat: decimal serials (1.2, 1.2), ranks without a tie, rows that are one but for a cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced

_DECIMAL = Pattern(r"^(?P<stem>\d{1,2}(?:\.\d{1,2})*)\.(?P<last>\d{1,3})$")
_RANK = Pattern("^(?:排名|名次|位次|排序|名 ?次)$")
_NUMBER = Pattern(r"^\d+(?:\.\d+)?%?$")
#: A list of fewer rows proves nothing.
_LEAST_ROWS = 5


class Repeated(NamedTuple):
    """A cell that repeats another one above: where both stand, what is written, what should be."""

    at: Text
    before: Text
    written: str
    expected: str


def repeated_rows(table: Table) -> Iterator[Repeated]:
    """The repeats in a table, each once."""
    yield from _decimals(table)
    yield from _ranks(table)
    yield from _twins(table)


def _decimals(table: Table) -> Iterator[Repeated]:
    previous: tuple[str, int, Text] | None = None
    for row in table.rows:
        cell = row.cells[0] if row.cells else None
        match = _DECIMAL.match(unspaced(cell.value)) if cell is not None else None
        if cell is None or match is None:
            continue
        stem, last = match["stem"], int(match["last"])
        if previous is not None and previous[0] == stem and previous[1] == last and not _one_item(row, previous[2], table):
            yield Repeated(cell, previous[2], cell.value, f"{stem}.{last + 1}")
        previous = stem, last, cell


def _one_item(row: Row, before: Text, table: Table) -> bool:
    """Whether a row goes on with the item of the one above: its next cell is empty or the same."""
    above = next(one for one in table.rows if one.cells and one.cells[0] is before)
    return len(row.cells) < 2 or not row.cells[1].value or row.cells[1].value == above.cells[1].value


def _ranks(table: Table) -> Iterator[Repeated]:
    """Two rows of one rank that no figure of theirs makes equal."""
    place = next((index for index, column in enumerate(table.columns) if _RANK.match(unspaced(column.head))), None)
    if place is None or place == 0:
        return
    rows = [row for row in table.rows if len(row.cells) > place and row.cells[place].value.isdigit()]
    if len(rows) < _LEAST_ROWS - 1:
        return
    seen: dict[str, Row] = {}
    ranks = {row.cells[place].value for row in rows}
    for row in rows:
        cell = row.cells[place]
        first = seen.setdefault(cell.value, row)
        if first is row:
            continue
        pairs = zip(first.cells[1:place], row.cells[1:place], strict=False)
        figures = [(a.value, b.value) for a, b in pairs if _NUMBER.match(unspaced(a.value)) and _NUMBER.match(unspaced(b.value))]
        expected = next((str(rank) for rank in range(1, len(rows) + 1) if str(rank) not in ranks), "")
        if figures and expected and all(a != b for a, b in figures):
            yield Repeated(cell, first.cells[place], cell.value, expected)


def _twins(table: Table) -> Iterator[Repeated]:
    """Neighbouring rows with serials of their own that say the same in all cells but one, where the names of all other rows differ."""
    rows = [row for row in table.rows if row.serial is not None and len(row.cells) > 3]
    names = [unspaced(row.cells[1].value) for row in rows]
    if len(rows) < _LEAST_ROWS or len(set(names)) != len(names) - 1 or "" in names:
        return
    for above, row in pairwise(rows):
        if unspaced(above.cells[1].value) == unspaced(row.cells[1].value) and above.serial != row.serial:
            differing = sum(1 for a, b in zip(above.cells[1:], row.cells[1:], strict=False) if unspaced(a.value) != unspaced(b.value))
            if differing <= 1:
                yield Repeated(row.cells[1], above.cells[1], row.cells[1].value, "另一项")
