"""The one empty cell (空格) of a table in which every other cell is filled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.document.model import Document, Row, Table
from hegao.document.told_by_cells import is_total
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: Fewer rows, or narrower ones, prove nothing.
_ROWS, _COLUMNS = 4, 3
#: Columns that are filled where there is something to say, and those of which other rules speak.
_LEFT = Pattern(r"备注|说明|备考|签[字名收]|盖章|电话|附注|^$")
_ROLES = ("lead", "responsible", "coop", "upper_lead", "upper_coop", "deadline")


class Empty(NamedTuple):
    """The head of the column, and where the row stands."""

    head: str
    at: Text


def empty_cells(document: Document) -> Iterator[Empty]:
    """The cells, one a table at most."""
    for table in document.of("table"):
        if isinstance(table, Table) and len(table.columns) >= _COLUMNS and all(column.head for column in table.columns):
            yield from _of(table, [row for row in table.rows if not is_total(row)])


def _of(table: Table, rows: list[Row]) -> Iterator[Empty]:
    width = len(table.columns)
    if len(rows) < _ROWS or any(len(row.cells) != width for row in rows):
        return
    empty = [(row, index) for row in rows for index, cell in enumerate(row.cells) if not cell.value.strip() and not _LEFT.search(table.columns[index].head)]
    if len(empty) == 1 and empty[0][0] is not rows[0]:
        row, index = empty[0]
        if table.columns[index].role not in _ROLES and index > 0:
            yield Empty(table.columns[index].head, row.text)
