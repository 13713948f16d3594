"""Rows of a timetable (活动日程) told by clock times: the one that begins before the row above is over (norms DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.schedule_rows import Gap
from hegao.document.model import Row, Table
from hegao.phrases.clock_times import clock_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: A day as it stands in a cell: 5月21日（星期四）.
_DAY = Pattern(r"\d{1,2}月\d{1,2}日")
_HOUR, _FEWEST = 60, 3
#: A hole of so many minutes or more is a break.
_SHORT = 15


class _Course(NamedTuple):
    """The time of a row in minutes, and its day as written."""

    at: Text
    day: str
    begin: int
    end: int


def overlapping_rows(context: Context) -> Iterator[Gap]:
    """The one row of a timetable that begins within the row above and goes on behind it, where the others leave time between.

    Rows that meet to the minute are held against one another by rule total, as the figures of a table.
    """
    for table in context.document.of("table"):
        times = [_course(row) for row in table.rows] if isinstance(table, Table) and len(table.rows) >= _FEWEST else []
        told = [time for time in times if time is not None]
        # One row may be written amiss.
        if len(told) >= max(_FEWEST, len(times) - 1):
            yield from _one_overlap(told)


def _course(row: Row) -> _Course | None:
    day, found = "", []
    for cell in row.cells:
        match = _DAY.search(cell.value)
        day = match[0] if match is not None and not day else day
        found += [(cell, one) for one in clock_ranges(cell.value)]
    if len(found) != 1 or max(found[0][1].first.minute, found[0][1].last.minute) >= _HOUR:
        return None
    cell, one = found[0]
    return _Course(cell, day, one.first.hour * _HOUR + one.first.minute, one.last.hour * _HOUR + one.last.minute)


def _one_overlap(told: Sequence[_Course]) -> Iterator[Gap]:
    joints = [(one, two) for one, two in pairwise(told) if one.day == two.day or not two.day]
    # A range turned round says nothing of its neighbours.
    joints = [(one, two) for one, two in joints if one.begin < one.end and two.begin < two.end]
    odd = [(one, two) for one, two in joints if two.begin < one.end]
    met = sum(two.begin == one.end for one, two in joints)
    if len(odd) == 1 and len(joints) > 1 and 2 * met < len(joints):
        one, two = odd[0]
        # What begins together goes on side by side; what ends before is a part of it.
        if one.begin < two.begin and one.end < two.end:
            yield Gap(two.at, one.at)


def holes_between_rows(context: Context) -> Iterator[Gap]:
    """The one row of a timetable that leaves a few minutes behind the row above, where all others go on to the minute."""
    for table in context.document.of("table"):
        times = [_course(row) for row in table.rows] if isinstance(table, Table) and len(table.rows) >= _FEWEST else []
        told = [time for time in times if time is not None]
        # A break of its own would have its row where the others are told without any between.
        joints = [(one, two) for one, two in pairwise(told) if (one.day == two.day or not two.day) and one.begin < one.end and one.end <= two.begin]
        holes = [(one, two) for one, two in joints if one.end < two.begin]
        if len(told) == len(times) and len(holes) == 1 and len(joints) >= _FEWEST and holes[0][1].begin - holes[0][0].end < _SHORT:
            yield Gap(holes[0][1].at, holes[0][0].at)
