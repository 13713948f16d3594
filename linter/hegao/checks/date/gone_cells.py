"""A day gone by in a column of days to come (表中一行的时限已过): one cell of a column of bounds, or of planned days, behind which the others lie."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao.document.model import Document, Table
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: Heads by which the days below are planned, whether or not their cells say 前.
_PLANNED = Pattern(r"时限|期限|计划|预计|拟|截止|要求|节点")
#: Heads of days that were, or of what something is counted by.
_WAS = Pattern(r"起始|开始|成立|出生|发生|印发|批准|统计|数据|发文|公布|检查时间|原(?![则料因])|实际")
#: What a row says of work that is over.
_DONE = Pattern(r"已|完毕|销号|^完成$")
_RANGE = Pattern(r"[—－–~～至\-]|月\D*月")
_BOUND = Pattern(r"前\s*$")
#: So many cells ahead for one that is not, and so many at least.
_MANY, _LEAST = 2, 2


def gone_cells(document: Document, issued: datetime.date) -> Iterator[Text]:
    """The cells whose day was over when the document was issued, in columns of which nearly all lie ahead."""
    for table in document.of("table"):
        if isinstance(table, Table) and len(table.rows) > _LEAST:
            for place, column in enumerate(table.columns):
                if not _WAS.search(column.head):
                    yield from _gone(table, place, column.head, issued)


def _gone(table: Table, place: int, head: str, issued: datetime.date) -> Iterator[Text]:
    planned = _PLANNED.search(head) is not None
    gone: list[Text] = []
    ahead = 0
    for row in table.rows:
        cell = row.cells[place] if place < len(row.cells) else None
        day = _day(cell.value, planned) if cell is not None and cell.value else None
        if day is None or cell is None:
            continue
        if day >= issued:
            ahead += 1
        elif not any(_DONE.search(other.value) for other in row.cells):
            gone.append(cell)
    if ahead >= max(_LEAST, _MANY * len(gone)):
        yield from gone


def _day(cell: str, planned: bool) -> datetime.date | None:
    """The one day that a cell names with its year, where it is a bound or the column is of planned days."""
    days = list(find_dates(cell))
    if len(days) != 1 or _RANGE.search(cell) or days[0].year is None or days[0].after in ("起", "后") or not (planned or _BOUND.search(cell)) or "每" in cell:
        return None
    return days[0].last(days[0].year) if days[0].exists else None
