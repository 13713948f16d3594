"""Days of what is held on one day of each week (每周四例会): the one listed day that is another day of the week (norm DAT-12)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.date.own_day import reading_year
from hegao.checks.date.weekdays import Wrong
from hegao.checks.shared.passages import Found, running
from hegao.document.model import Node, Table
from hegao.phrases.dates import WEEKDAYS, find_dates
from hegao.phrases.ranges import find_ranges
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_WEEKLY = Scanner(r"(?:每(?:个)?(?:周|星期)|逢(?:周|星期)|(?:安排|定)在(?:每)?(?:个)?(?:周|星期))(?P<day>[一二三四五六日天])(?![至到、—和或～-])", sign="周|星期")
#: So many other days bear out the rule; so far behind it stands the table.
_FEWEST, _NEAR = 2, 8

_Day = tuple[Text, datetime.date]


def weekly_days(context: Context) -> Iterator[Wrong]:
    """The one day, in the passage that tells the day of the week or in the table behind it, that is another."""
    told = list(context.once(running).find(_WEEKLY, "heading", "paragraph"))
    year = reading_year(context.document)
    for found in told:
        weekday = WEEKDAYS.index(found.match["day"].replace("天", "日"))
        same = [other for other in told if other.passage is found.passage and other.match["day"] != found.match["day"]]
        for days in (_listed(found, year), *_columns(found, context, year)) if not same else ():
            odd = [(at, day) for at, day in days if day.weekday() != weekday]
            if len(odd) == 1 and len(days) > _FEWEST:
                yield Wrong(*odd[0], weekday)


#: 2026年5月8日周四: a day of the week behind its day without brackets.
_BEHIND = Scanner(r"(?P<date>20\d\d年\d{1,2}月\d{1,2}日)[，,]?(?:星期|周)(?P<day>[一二三四五六日天])(?![至到、—和或～-])", sign="日[，,]?(?:星期|周)")


def weekdays_behind(context: Context) -> Iterator[Wrong]:
    """The days told with their year and with a day of the week that is not their own, no brackets around it."""
    for found in context.once(running).find(_BEHIND):
        day = next(find_dates(found.match["date"])).date()
        weekday = WEEKDAYS.index(found.match["day"].replace("天", "日"))
        if day is not None and day.weekday() != weekday:
            yield Wrong(found.at(), day, weekday)


def _listed(found: Found, year: int) -> Sequence[_Day]:
    """The days told in the same sentence behind the day of the week."""
    value = found.passage.value
    end = value.find("。", found.match.end())
    stop = end if end >= 0 else len(value)
    told = [phrase for phrase in find_dates(value[:stop]) if phrase.start >= found.match.end() and phrase.month is not None]
    return [(found.passage.slice(phrase.start, phrase.end), day) for phrase in told if (day := phrase.date(year)) is not None and phrase.after == ""]


def _columns(found: Found, context: Context, year: int) -> Iterator[Sequence[_Day]]:
    """The columns of days of the first table behind the passage."""
    for part in context.document.parts:
        place = next((index for index, node in enumerate(part.nodes) if node is found.node), None)
        table = _table_behind(part.nodes, place) if place is not None else None
        for index in range(len(table.columns)) if table is not None else ():
            cells = [row.cells[index] for row in table.rows if index < len(row.cells)] if table is not None else []
            yield [(cell, day) for cell in cells if (day := _day_of(cell, year)) is not None]


def _table_behind(nodes: Sequence[Node], place: int) -> Table | None:
    return next((node for node in nodes[place : place + _NEAR] if isinstance(node, Table)), None)


def _day_of(cell: Text, year: int) -> datetime.date | None:
    told = [phrase for phrase in find_dates(cell.value) if phrase.month is not None]
    return told[0].date(year) if len(told) == 1 and next(find_ranges(cell.value), None) is None else None
