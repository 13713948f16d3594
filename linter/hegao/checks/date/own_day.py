"""The document's own day, where its number contradicts the year of it.

Which of the two is wrong nobody can tell.  What is found against the day holds for certain only where it holds for both years;
else it is about the number as well (``about``), and the rule may yield to the one that reports the number.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hegao.document.model import Document
    from hegao.sources.text import Text


def contradict(year: int, day: datetime.date) -> bool:
    """Whether a number of that year cannot belong to a document of that day (HED-06).

    Around New Year they may fall on different sides: the number is given at the end of the year and the text signed in
    January, or the text signed in December and numbered when printed.
    """
    if year == day.year or (year == day.year - 1 and day.month == 1):
        return False
    return not (year == day.year + 1 and day.month == 12)


def written(day: datetime.date) -> str:
    """A day as documents write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def earliest(document: Document) -> datetime.date | None:
    """The earlier of the days that the document may bear."""
    return min(_days(document), default=None)


def about(at: Text, document: Document, holds: Callable[[datetime.date], bool]) -> tuple[Text, ...]:
    """What a hit at a place is about: the number, too, where what it says does not hold for each day that the document may bear."""
    number = document.number
    return (at,) if number is None or all(map(holds, _days(document))) else (at, number.text)


def reading_year(document: Document) -> int:
    """The year in which times told without one are read: that of the document's day; of a document without one any year that has all days."""
    return document.issued.year if document.issued else _LEAP_YEAR


def in_year(day: datetime.date, year: int) -> datetime.date:
    """The same day in another year; the 28th for the last of February, which not every year has."""
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


_LEAP_YEAR = 2024


def _days(document: Document) -> list[datetime.date]:
    day, year = document.issued, document.number.phrase.year if document.number is not None else None
    if day is None:
        return []
    if year is None or not contradict(year, day) or _borne_out(document, day, year):
        return [day]
    return [day, in_year(day, year)]


def _borne_out(document: Document, day: datetime.date, year: int) -> bool:
    """Whether the other dates of the document show that its day is right and the year of its number wrong."""
    years = [date.phrase.year for date in document.dates if date is not document.date and date.phrase.year is not None]
    printed = any(date.role == "imprint" and date.phrase.year == day.year for date in document.dates)
    # One day may be the very slip that is looked at.
    return printed or years.count(day.year) > years.count(year) + 1
