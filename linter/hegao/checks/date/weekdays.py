"""Weekdays told in columns of a table, and of days that share a year which none of them names (norm DAT-12)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.document.model import Date, Document, Row, Table
from hegao.phrases.dates import WEEKDAYS, find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Places, Text

_WEEKDAY_CELL = Pattern(r"^\s*(?:星期|周|礼拜)?(?P<day>[一二三四五六日天])\s*$")
_WEEKDAY_HEAD = Pattern(r"星\s*期|周\s*几")
_DAY_CELL = Pattern(r"^\s*(?:\d{4}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日?\s*$")
#: What stood there before it was corrected: 原内容, 更正前.
_CORRECTED_HEAD = Pattern(r"原(?:内容|文|表述|条款|规定|信息)|(?:更正|修改|调整|勘误|变更)前|误$")
#: Fewer rows cannot tell the year.
_LEAST_ROWS = 3
#: One day by itself may lie in any of the years.
_SEVERAL = 2
_HALF_YEAR = 6


class Wrong(NamedTuple):
    """A day with a weekday that is not its own: where that stands, the day, the weekday told."""

    at: Text
    day: datetime.date
    told: int


def corrected_cells(context: Context) -> Places:
    """The cells of columns that tell what was wrong and is corrected beside them (更正)."""
    tables = [table for table in context.document.of("table") if isinstance(table, Table)]
    columns = [(table, index) for table in tables for index, column in enumerate(table.columns) if _CORRECTED_HEAD.match(column.head)]
    return Places(row.cells[index].span() for table, index in columns for row in table.rows if index < len(row.cells) and row.cells[index].value)


def wrong_in_tables(document: Document) -> Iterator[Wrong]:
    """The weekdays in a column of their own that are not those of the days beside them."""
    for table in document.of("table"):
        if isinstance(table, Table) and len(table.rows) >= _LEAST_ROWS:
            column = next((index for index, column in enumerate(table.columns) if _WEEKDAY_HEAD.search(column.head)), None)
            if column is not None:
                yield from _wrong_rows(table.rows, column, document)


def _wrong_rows(rows: Sequence[Row], column: int, document: Document) -> Iterator[Wrong]:
    told = [(row.cells[column], day, weekday) for row in rows if (day := _day_of(row, column)) and (weekday := _weekday_of(row, column)) is not None]
    years = _years(document) if any(day[0] is None for _cell, day, _weekday in told) else [0]
    best: list[Wrong] | None = None
    for year in years:
        wrong = [Wrong(cell, date, weekday) for cell, day, weekday in told if (date := _date(day, year)) is not None and date.weekday() != weekday]
        if best is None or len(wrong) < len(best):
            best = wrong
    if best and len(told) >= _LEAST_ROWS and len(best) * _LEAST_ROWS <= len(told):
        yield from best


_Day = tuple[int | None, int, int]


def _day_of(row: Row, column: int) -> _Day | None:
    for index, cell in enumerate(row.cells):
        if index != column and _DAY_CELL.match(cell.value):
            phrase = next(find_dates(cell.value if cell.value.rstrip().endswith("日") else f"{cell.value.rstrip()}日"), None)
            if phrase is not None and phrase.month is not None and phrase.day is not None:
                return phrase.year, phrase.month, phrase.day
    return None


def _weekday_of(row: Row, column: int) -> int | None:
    match = _WEEKDAY_CELL.match(row.cells[column].value) if column < len(row.cells) else None
    return WEEKDAYS.index(match["day"].replace("天", "日")) if match else None


def _date(day: _Day, year: int) -> datetime.date | None:
    try:
        return datetime.date(day[0] or year, day[1], day[2])
    except ValueError:
        return None


def _years(document: Document) -> list[int]:
    """The years that days without one may lie in, the likeliest first."""
    issued = document.issued
    named = [date.phrase.year for date in document.dates if date.phrase.year is not None]
    near = [issued.year, issued.year + 1] if issued else []
    return list(dict.fromkeys([*near, *named]))


def wrong_beside(dates: Sequence[Date], years: Sequence[int]) -> Iterator[Wrong]:
    """Of the days of one sentence, none of which names its year, those that have another weekday in the year that fits most of them."""
    told = [date for date in dates if date.phrase.year is None and date.phrase.weekday is not None and date.phrase.day is not None]
    if len(told) < _SEVERAL:
        return
    best: list[Wrong] | None = None
    for year in years:
        # Behind the turn of the year the months begin anew.
        turned = [year + ((told[0].phrase.month or 0) - (date.phrase.month or 0) > _HALF_YEAR) for date in told]
        days = [(date, day) for date, own in zip(told, turned, strict=True) if (day := date.phrase.date(own)) is not None]
        wrong = [Wrong(date.text, day, date.phrase.weekday or 0) for date, day in days if day.weekday() != date.phrase.weekday]
        if best is None or len(wrong) < len(best):
            best = wrong
    if best and len(best) < len(told):
        yield from best
