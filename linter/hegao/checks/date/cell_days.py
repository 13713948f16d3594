"""Days of cells (表中日期) against those of their row and of their column: steps in the order of the columns, lists in the order of time, rosters without a hole."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.own_day import in_year, reading_year
from hegao.checks.date.schedule_rows import time_of
from hegao.checks.date.timed_things import Late
from hegao.document.model import Row, Table
from hegao.document.told_by_cells import is_total
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_ROSTER = Pattern("值班|带班|值守|轮值|排班|坐班|接访")
_FEWEST, _SURE, _LISTED = 2, 3, 4
#: One day is left out.
_ONE_OUT = 2
_WIDEST, _LARGEST = 8, 400
#: Days without a year that lie further apart may be of two years.
_HALF_YEAR = 183
_WEEKEND = 3


class CellTime(NamedTuple):
    """The time that a cell tells, and whether it names the year."""

    at: Text
    first: datetime.date
    last: datetime.date
    dated: bool


class Turned(NamedTuple):
    """A time that comes too early, and whether that is more than likely."""

    late: Late
    sure: bool


_YEAR = Pattern(r"20\d\d")
_TOLD, _NEXT = Pattern(r"\d月|\d[.-]\d"), Pattern("[次翌下本当]年|每")


def cell_times(context: Context) -> tuple[tuple[Table, Sequence[Row], Sequence[Sequence[CellTime | None]]], ...]:
    """The tables in which a column tells times, with their rows and the times of their cells; to be asked for by ``context.once``."""
    year = reading_year(context.document)
    found = []
    for table in context.document.of("table"):
        if isinstance(table, Table) and _FEWEST < len(table.rows) <= _LARGEST:
            rows = [row for row in table.rows if not is_total(row)]
            times = [[_time(cell, year) for cell in row.cells] for row in rows]
            if any(sum(place < len(cells) and cells[place] is not None for cells in times) >= _FEWEST for place in range(len(table.columns))):
                found.append((table, rows, times))
    return tuple(found)


def _time(cell: Text, year: int) -> CellTime | None:
    time = time_of(cell, year) if cell.value and _TOLD.search(cell.value) and not _NEXT.search(cell.value) else None
    return CellTime(cell, *time, _YEAR.search(cell.value) is not None) if time is not None else None


def turned_cells(context: Context) -> Iterator[Turned]:
    """Steps told in columns side by side: the one row in which the later one comes first, where it does in no other."""
    for table, _rows, times in context.once(cell_times):
        told: set[int] = set()
        for one, other in combinations(range(min(len(table.columns), _WIDEST)), 2):
            pairs = [(first, second) for cells in times if other < len(cells) and (first := cells[one]) is not None and (second := cells[other]) is not None]
            odd = [pair for pair in pairs if pair[1].last < pair[0].first]
            right = sum(1 for first, second in pairs if first.first < second.last)
            said = _COMES_LAST.search(table.columns[other].head) is not None
            if len(odd) == 1 and right >= _FEWEST - said and right == len(pairs) - 1:
                first, second = odd[0]
                if second.at.line not in told and _comparable(first, second):
                    told.add(second.at.line)
                    yield Turned(Late(table.columns[other].head, second.at, second.at.value, first.at.value, first.at), right >= _SURE)


#: Columns of what follows the steps in the columns before it.
_COMES_LAST = Pattern("反馈|结果|整改|总结")


def _comparable(first: CellTime, second: CellTime) -> bool:
    return first.dated and second.dated or not first.dated and not second.dated and (first.first - second.last).days < _HALF_YEAR


def odd_in_column(context: Context) -> Iterator[Turned]:
    """A list in the order of time: the one row that another year would put into it."""
    for table, _rows, times in context.once(cell_times):
        columns = [[time for cells in times if place < len(cells) and (time := cells[place]) is not None] for place in range(len(table.columns))]
        told = [place for place, known in enumerate(columns) if known]
        # Beside another column of days it may be that by which the rows are in order.
        if len(told) == 1 and len(columns[told[0]]) == len(times) >= _LISTED and all(time.dated for time in columns[told[0]]):
            yield from _odd_year(table.columns[told[0]].head, columns[told[0]])


def _odd_year(head: str, times: Sequence[CellTime]) -> Iterator[Turned]:
    days = [time.last for time in times]
    if _rises(days) or len(set(days)) < len(days) - 1:
        return
    for index, day in enumerate(days):
        rest = [*days[:index], *days[index + 1 :]]
        if _rises(rest) and len({one.year for one in rest}) > 1:
            for year in (day.year - 1, day.year + 1):
                if _rises([*days[:index], in_year(day, year), *days[index + 1 :]]) and len(set(rest)) > _FEWEST:
                    beside = times[index + 1] if index + 1 < len(times) and day > days[index + 1] else times[index - 1]
                    yield Turned(Late(head, times[index].at, times[index].at.value, beside.at.value, beside.at), False)
                    return


def _rises(days: Sequence[datetime.date]) -> bool:
    return all(one <= two for one, two in pairwise(days))


def holes_in_rosters(context: Context) -> Iterator[tuple[Text, Text]]:
    """The one place of a roster where days are left out or meet twice: the cells before and behind it."""
    for table, _rows, times in context.once(cell_times):
        if not any(_ROSTER.search(column.head) for column in table.columns) and not (table.caption is not None and _ROSTER.search(table.caption.value)):
            continue
        for place in range(len(table.columns)):
            known = [time for cells in times if place < len(cells) and (time := cells[place]) is not None]
            joints = [(one, two, (two.first - one.last).days) for one, two in pairwise(known) if two.at.value != one.at.value]
            # Who works from Monday to Friday is on no roster of weekends.
            odd = [joint for joint in joints if joint[2] != 1 and not (joint[2] == _WEEKEND and joint[1].first.weekday() == 0)]
            # More days than one are left out on purpose, such as between two holidays.
            if len(known) == len(times) and len(odd) == 1 and odd[0][2] <= _FEWEST and (len(joints) >= _SURE or len(joints) == len(times) - 1 >= _FEWEST and odd[0][2] == _ONE_OUT):
                yield odd[0][0].at, odd[0][1].at
                break
