"""Rows of a schedule (日程表、流程表) in order of time: the one step told by a time before that of the step above it; rows outside the stage that their column is of."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.course import BEGIN_HEAD, END_HEAD
from hegao.checks.date.own_day import in_year, reading_year
from hegao.checks.date.repeated_years import Repeated
from hegao.checks.date.stage_bounds import stages
from hegao.checks.date.timed_things import Late
from hegao.document.model import Column, Table
from hegao.document.told_by_cells import is_total
from hegao.phrases.dates import find_dates
from hegao.phrases.ranges import find_ranges, first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: A table of steps, by the head of a column or by its caption.
_STEPS = Pattern(r"环节|步骤|阶段|流程|程序|工序")
_TIMES = Pattern(r"时间|时限|日期|期限|进度|上半年|下半年|第[一二三四]季度|批次?$|次$")
#: So many rows show an order.
_FEWEST = 4
_CLOCK = Pattern(r"\d{1,2}[:：]\d\d")
_BRACKETS = Pattern(r"（[^（）]*）$")


class _Time(NamedTuple):
    at: Text
    name: str
    first: datetime.date
    last: datetime.date


def turned_rows(context: Context) -> Iterator[Late]:
    """The one row of a table of steps that is over before the step above it begins, where all others are in order."""
    year = reading_year(context.document)
    for table in context.document.of("table"):
        if not isinstance(table, Table) or len(table.rows) < _FEWEST or not any(_STEPS.search(column.head) for column in table.columns):
            continue
        for index, column in enumerate(table.columns):
            times = _times(table, index, year) if _of_times(column) else []
            yield from _one_turned(times)


_CLOCK_ALONE = Pattern(r"\s*(?P<hour>\d{1,2})[:：](?P<minute>[0-5]\d)\s*")


def turned_clocks(context: Context) -> Iterator[Late]:
    """The one time of a column of times of day that goes back, where all others go on from row to row."""
    for table in context.document.of("table"):
        for index in range(len(table.columns)) if isinstance(table, Table) and len(table.rows) >= _FEWEST else ():
            cells = [row.cells[index] for row in table.rows if index < len(row.cells)] if isinstance(table, Table) else []
            told = [match for cell in cells if (match := _CLOCK_ALONE.fullmatch(cell.value)) is not None]
            minutes = [int(match["hour"]) * 60 + int(match["minute"]) for match in told]
            odd = [place for place in range(1, len(minutes)) if minutes[place] < minutes[place - 1]]
            if len(told) < _FEWEST or len(told) < len(cells) or len(odd) != 1:
                continue
            place = odd[0]
            rests = [[minute for at, minute in enumerate(minutes) if at != out] for out in (place, place - 1)]
            if any(all(one < two for one, two in pairwise(rest)) for rest in rests):
                at, above = cells[place], cells[place - 1]
                yield Late("", at, at.value, above.value, above)


def _of_times(column: Column) -> bool:
    return column.role in ("deadline", "other", "measure") and _TIMES.search(_BRACKETS.sub("", column.head)) is not None


def _times(table: Table, index: int, year: int) -> list[_Time]:
    """The times of a column; rows that have none, or several, are left out."""
    found = []
    for row in table.rows:
        cell = row.cells[index] if index < len(row.cells) else None
        time = time_of(cell, year) if cell is not None and cell.value else None
        if time is None or cell is None:
            continue
        name = next((one.value for place, one in enumerate(row.cells) if place != index and one.value and not one.value.isdigit()), "")
        found.append(_Time(cell, name, *time))
    return found


def time_of(cell: Text, year: int) -> tuple[datetime.date, datetime.date] | None:
    ranges = list(find_ranges(cell.value))
    if _CLOCK.search(cell.value) and len(ranges) != 1:
        return None
    if len(ranges) == 1:
        use = ranges[0].first.year or ranges[0].last.year or year
        first, last = first_day(ranges[0].first, use), ranges[0].last.last(use + 1 if ranges[0].next_year else use)
        return (first, last) if first and last and first <= last else None
    dates = [phrase for phrase in find_dates(cell.value) if phrase.month is not None and phrase.exists]
    if len(dates) != 1 or dates[0].shift:
        return None
    first, last = first_day(dates[0], year), dates[0].last(year)
    return (last if dates[0].after == "前" else first, last) if first and last else None


def _one_turned(times: list[_Time]) -> Iterator[Late]:
    """The one time that breaks the order: without it all go on from one to the next."""
    wrong = [index for index in range(1, len(times)) if times[index].last < times[index - 1].first]
    if len(times) < _FEWEST or len(wrong) != 1:
        return
    index = wrong[0]
    for odd, other in ((index, index - 1), (index - 1, index)):
        rest = [time for place, time in enumerate(times) if place != odd]
        if all(two.last >= one.first for one, two in pairwise(rest)):
            one, two = times[odd], times[other]
            yield Late(one.name, one.at, one.at.value, two.at.value, two.at)
            return


def years_out_of_row(context: Context) -> Iterator[Repeated]:
    """The one day of a column that breaks its order and would keep it in the year before or after: 3月31日, 2028年6月30日, 2027年9月30日."""
    for table in context.document.of("table"):
        for index in range(len(table.columns)) if isinstance(table, Table) and len(table.rows) > _TWO else ():
            days = [(row.cells[index], day, row) for row in table.rows if index < len(row.cells) and (day := _one_day(row.cells[index])) is not None] if isinstance(table, Table) else []
            places = [place for place in range(1, len(days) - 1) if _slipped_year([day for _cell, day, _row in days], place)]
            if len(places) == 1 and len(days) > _TWO:
                (cell, day, row), (above_cell, above, _above) = days[places[0]], days[places[0] - 1]
                at = cell.value.find(str(day.year))
                # A number of the same year in that row (甲政规〔2022〕5号) says that it is meant.
                if not any(f"〔{day.year}〕" in other.value for other in row.cells):
                    yield Repeated(cell.slice(at, at + 5), f"{day.year}年", f"{above.year}年", above_cell)


#: A year by itself, and the head of a column of such.
_YEAR_CELL, _YEAR_HEAD = Pattern(r"\s*(?P<year>20\d\d)\s*年?度?\s*"), Pattern(r"^(?:年度|年份|年|实施年度|计划年度|时间)$")


def years_in_turn(context: Context) -> Iterator[Repeated]:
    """The one row of a table of years, one a row, that does not tell the year behind that of the row above."""
    for table in context.document.of("table"):
        place = next((index for index, column in enumerate(table.columns[:2]) if _YEAR_HEAD.match(column.head.strip())), None) if isinstance(table, Table) else None
        if place is None or not isinstance(table, Table):
            continue
        told = [(row.cells[place], match) for row in table.rows if place < len(row.cells) and (match := _YEAR_CELL.fullmatch(row.cells[place].value)) is not None]
        years = [int(match["year"]) for _cell, match in told]
        if len(years) < _FEWEST:
            continue
        starts = {year - index for index, year in enumerate(years)}
        odd = [(start, [index for index, year in enumerate(years) if year != start + index]) for start in sorted(starts)]
        one = [(start, places[0]) for start, places in odd if len(places) == 1]
        if len(one) == 1:
            start, index = one[0]
            cell, beside = told[index][0], told[index - 1 if index else 1][0]
            yield Repeated(cell, cell.value, f"{start + index}年", beside)


def _one_day(cell: Text) -> datetime.date | None:
    told = [phrase for phrase in find_dates(cell.value) if phrase.exists]
    return told[0].date() if len(told) == 1 and told[0].year is not None and not any(find_ranges(cell.value)) else None


def _slipped_year(days: list[datetime.date], place: int) -> bool:
    """Whether all days but one go on in order, and that one, too, in another year."""
    rest = [day for index, day in enumerate(days) if index != place]
    if any(one >= two for one, two in pairwise(rest)) or days[place - 1] < days[place] < days[place + 1]:
        return False
    day = days[place]
    return any(days[place - 1] < in_year(day, day.year + by) < days[place + 1] for by in (-1, 1))


_TWO = 2


class Gap(NamedTuple):
    """A row of a roster that does not go on from the row above: its time, and that above."""

    at: Text
    above: Text


def roster_gaps(context: Context) -> Iterator[Gap]:
    """The one row of a roster (值班表) that leaves days out behind the row above, or begins within it, where each other row goes on from its own."""
    year = reading_year(context.document)
    for table in context.document.of("table"):
        if not isinstance(table, Table) or len(table.rows) <= _TWO:
            continue
        stretches = _begun_and_over(table, year)
        columns = [_times(table, index, year) for index in range(len(table.columns))] if len(table.rows) >= _FEWEST else []
        for times in (*columns, stretches):
            if len(times) < sum(1 for row in table.rows if not is_total(row)) or not any(time.first < time.last for time in times):
                continue
            odd = [(one, two) for one, two in pairwise(times) if (two.first - one.last).days != 1]
            if len(odd) == 1 and _left_out(odd[0][0].last, odd[0][1].first) and (times is not stretches or _meets(odd[0], times)):
                yield Gap(odd[0][1].at, odd[0][0].at)
                break


def _begun_and_over(table: Table, year: int) -> list[_Time]:
    """The times of rows that tell the first day in one column and the last in another."""
    begins, ends = ([index for index, column in enumerate(table.columns) if head.search(column.head)] for head in (BEGIN_HEAD, END_HEAD))
    if len(begins) != 1 or len(ends) != 1:
        return []
    found = []
    for row in table.rows:
        if max(begins[0], ends[0]) < len(row.cells):
            first, last = time_of(row.cells[begins[0]], year), time_of(row.cells[ends[0]], year)
            if first is not None and last is not None and first[0] <= last[1]:
                found.append(_Time(row.cells[begins[0]], "", first[0], last[1]))
    return found


def _meets(odd: tuple[_Time, _Time], times: list[_Time]) -> bool:
    """Whether the rest of the rows shows that each goes on from the one above."""
    return len(times) > _FEWEST or odd[0] is times[0] or odd[1] is times[-1]


def _left_out(last: datetime.date, first: datetime.date) -> bool:
    """Whether days lie between that are no weekend, a week at most, or the one begins before the other is over."""
    apart = (first - last).days
    between = [last + datetime.timedelta(days=one) for one in range(1, apart)]
    return -_WEEK <= apart <= 0 or apart <= _WEEK and any(day.weekday() < _SATURDAY for day in between)


_WEEK, _SATURDAY = 7, 5
_HEAD = Pattern(r"^(?P<name>[\u3400-\u9fff]{2,6}?)(?:举办|举行|开展|实施)?(?:时间|日期)$")


def rows_beside_stage(context: Context) -> Iterator[Late]:
    """The one row of a column (决赛时间) that lies outside the stage of that name (决赛阶段), where all others lie within it."""
    told = context.once(stages)
    year = reading_year(context.document)
    for table in context.document.of("table") if told else ():
        for index, column in enumerate(table.columns) if isinstance(table, Table) else ():
            match = _HEAD.match(column.head)
            named = [stage for stage in told if match is not None and stage.name.startswith(match["name"])]
            if len(named) != 1 or not isinstance(table, Table):
                continue
            whole = named[0].time
            cells = [(row.cells[index], time) for row in table.rows if index < len(row.cells) and (time := time_of(row.cells[index], year)) is not None]
            outside = [cell for cell, (first, last) in cells if first < whole.first or last > whole.last]
            if len(outside) == 1 and len(cells) > 2:
                yield Late(named[0].name, outside[0], outside[0].value, whole.at.value, whole.at)
