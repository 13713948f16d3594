"""Cells of a list of tasks that do not hold what their column holds (张冠李戴的单元格): a body under 完成时限, a day under 责任单位, nothing where all others name a day (norms TSK-03, TSK-04)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.task.empty_fields import sets_day
from hegao.document.model import Document, Row, Table
from hegao.document.told_by_cells import is_body_list, is_day, is_total
from hegao.sources.text import Text
from hegao.syntax.column_roles import NOTHING

#: So many other rows must hold what the column is for.
_FEWEST = 2
_LEADS = ("lead", "responsible")


class Strange(NamedTuple):
    """A cell that holds something else, or nothing (``open``): where it stands, its row's task, the head, how many others are filled."""

    at: Text
    measure: str
    column: str
    others: int
    open: bool


def strange_cells(document: Document, field: str) -> Iterator[Strange]:
    """The one such cell of each column for the field, a deadline or a lead."""
    for table in document.of("table"):
        for place, column in enumerate(table.columns) if isinstance(table, Table) else ():
            if isinstance(table, Table) and (column.role == "deadline" if field == "deadline" else column.role in _LEADS):
                yield from _in_column(table, place, field)


def _in_column(table: Table, place: int, field: str) -> Iterator[Strange]:
    rows = [row for row in table.rows if not is_total(row) and place < len(row.cells) and _is_item(row, place)]
    right = [row for row in rows if (is_day if field == "deadline" else is_body_list)(row.cells[place].value)]
    others = [row for row in rows if row not in right]
    if len(others) != 1 or len(right) < _FEWEST:
        return
    row, cell = others[0], others[0].cells[place]
    strange = (is_body_list if field == "deadline" else is_day)(cell.value)
    # Where bodies are named, empty cells are told with all else that a task lacks; a stroke says that there is nothing to say.
    opened = not cell.value and field == "deadline" and not any(table.has(role) for role in ("lead", "responsible", "coop"))
    if strange or opened and not any(sets_day(other.value) for other in row.cells):
        yield Strange(cell if cell.value else row.text, _measure(row, place), table.columns[place].head, len(right), opened)


def _is_item(row: Row, place: int) -> bool:
    """Whether a row says anything beside the cell: groups have one cell."""
    return sum(1 for index, cell in enumerate(row.cells) if index != place and cell.value.strip(NOTHING)) > 1


def _measure(row: Row, place: int) -> str:
    cell = row.cell("measure")
    if cell is not None and cell.value:
        return cell.value
    return max((one.value for index, one in enumerate(row.cells) if index != place), key=len, default="")
