"""The one row whose day the text does not know (唯一不见于正文的时限), where it tells the days of all other rows of the table (norm TSK-11)."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.date.timed_things import Timed, timed_passages
from hegao.checks.task.plan_deadlines import Clash
from hegao.checks.task.retold_clashes import parts_told
from hegao.checks.task.retold_work import Given, rows_with_days
from hegao.document.model import Table

#: So many other rows, at least, have days of the text.
_FEWEST = 3


def untold_days(context: Context) -> Iterator[Clash]:
    """The rows at odds, each with the day of the text that it may have meant."""
    tables = [table for table in context.document.of("table") if isinstance(table, Table) and len(table.rows) > _FEWEST]
    rows = [given for table in tables if len(given := rows_with_days(table, context)) > _FEWEST]
    told = [thing for passage in context.once(timed_passages) for thing in passage.things] if rows else []
    days = {thing.last for thing in told}
    for given in rows if days else ():
        odd = [(name, time) for name, time in given if not _known(time, days)]
        if len(odd) == 1 and not parts_told(odd[0][0]):
            name, time = odd[0]
            thing = _meant(time, told, [one for _name, one in given if one is not time])
            if thing is not None:
                yield Clash("perhaps", name, time.at, time.at.value, thing.at.value, thing.at)


def _known(time: Given, days: set[datetime.date]) -> bool:
    """Whether the text tells the day, or only the month of which the row tells no more."""
    return time.last in days or not time.exact and any((day.year, day.month) == (time.last.year, time.last.month) for day in days)


def _meant(time: Given, told: Sequence[Timed], others: Sequence[Given]) -> Timed | None:
    """The deadline of the text that differs in its month or its year alone: one that no other row has, or that most of them have."""
    used = Counter(one.last for one in others)
    near = [thing for thing in told if thing.kind == "by" and time.kind != "span" and _slips(thing.last, time.last)]
    near = [thing for thing in near if not used[thing.last] or used[thing.last] * 2 > len(others)]
    return min(near, key=lambda thing: (used[thing.last], abs((thing.last - time.last).days)), default=None)


def _slips(one: datetime.date, other: datetime.date) -> bool:
    """Whether two days differ in the month or the year alone; ends of months are told of many things, so there only the year may be off."""
    if _ends_month(one) and _ends_month(other):
        return one.month == other.month and abs(one.year - other.year) == 1
    return one.day == other.day and (one.month == other.month) != (one.year == other.year) and abs(one.year - other.year) <= 1


def _ends_month(day: datetime.date) -> bool:
    return (day + datetime.timedelta(days=1)).day == 1
