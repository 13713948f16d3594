"""Dates (日期) in running text, whole or in part, in digits or Chinese numerals."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from hegao.phrases.numbers import chinese
from hegao.sources.lazy_pattern import Pattern, matches_at
from hegao.words.building_blocks import terminal

#: What narrows a month (月份的一段), and what narrows a year.
PART = "上旬|中旬|下旬|底|末|初"
_HALF = "上半年|下半年|第?[一二三四1-4]季度|[一二三四]季度|年底|年末|年内|年初|年中|底|末|内|初"

_DATE = Pattern(
    lambda: rf"""
    (?!\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d|{terminal("_HAN_YEAR")}\s*年\s*{terminal("_NUMERAL")}\s*月\s*{terminal("_NUMERAL")})
    (?P<mixed>(?P<myear>(?<!\d)\d{{4}}|{terminal("_HAN_YEAR")})\s*年\s*(?P<mmonth>\d{{1,2}}|{terminal("_NUMERAL")})\s*月\s*(?P<mday>\d{{1,2}}|{terminal("_NUMERAL")})\s*日)
  | (?P<year>(?<!\d)\d{{4}})\s*年\s*(?:
        (?P<month>\d{{1,2}})\s*月\s*(?:(?P<day>\d{{1,2}})\s*日|(?P<part>{PART}))?
      | (?P<half>{_HALF})
    )?(?P<within>末|底)?
  | (?P<iso>(?<![\d.—-])(?P<iyear>(?:19|20)\d{{2}})(?P<sep>[-./])(?P<imonth>\d{{1,2}})(?P=sep)(?P<iday>\d{{1,2}})(?![\d.]))
  | (?P<cyear>{terminal("_HAN_YEAR")})\s*年\s*(?:(?P<cmonth>{terminal("_NUMERAL")})\s*月\s*(?:(?P<cday>{terminal("_NUMERAL")})\s*日)?)?
  | (?:(?<![\d年至—～.])|(?<=[，；]至)|(?<=[至—～])(?=\d{{1,2}}\s*月\s*\d{{1,2}}\s*日\s*[（(](?:星期|周)))(?P<bmonth>\d{{1,2}})\s*月\s*(?:(?P<bday>\d{{1,2}})\s*日|(?P<bpart>{PART}))
  | (?P<relative>今年|本年|当年|明年|次年|翌年|来年)\s*(?:
        (?P<rmonth>\d{{1,2}})\s*月\s*(?:(?P<rday>\d{{1,2}})\s*日|(?P<rpart>{PART}))
      | (?P<rend>年?(?:底|末)|年?内|{_HALF})
    )
  | (?:(?<![一-鿿\d])(?<!\d\s)|(?<=[于在至到前]))(?P<yearend>年底|年内|年末)
    """,
    re.VERBOSE,
)
#: Where a date may begin; a date is looked for only there, since most characters begin none.
_DATE_SPOT = Pattern(
    lambda: rf"[\d一二今本当明次翌来年](?<!\d\d)(?=\d{{0,3}}\s*[年月]|\d{{3}}[-./]|{terminal('_HAN_DIGIT')}{{3}}\s*年|[底内末])"
)
_SHORT_FORM = Pattern(r"\d[-./]\d")
_AFTER = Pattern(r"(?:之|以)?(前|后|起|止|内)")
_NEXT_YEAR = ("明年", "次年", "翌年", "来年")
WEEKDAYS = "一二三四五六日"
#: A day of the week in brackets behind a date; its name is the last character but one.
WEEKDAY = r"\s*[（(](?:星期|周)[一二三四五六日天][）)]"
_WEEKDAY = Pattern(WEEKDAY)


@lru_cache(maxsize=256)
def month_days(year: int, month: int) -> int:
    """How many days a month has; a few months are asked for again and again.

    ``calendar`` knows it, too, but it imports the names of months in all languages.
    """
    if month == 12:
        return 31
    return (datetime.date(year, month + 1, 1) - datetime.date(year, month, 1)).days


class DatePhrase(NamedTuple):
    """A date as written.  ``year``, ``month`` and ``day`` are None where the text does not say.

    ``part`` is what narrows the period without a day: 上旬, 底, 第三季度, 上半年 …; ``after`` the
    word behind it that makes it a bound: 前, 后, 起, 止.  ``form`` is digits, chinese or short
    (2024-5-1, 2024.5.1).  ``shift`` is 1 for a day of the year after the text's own (明年6月底), else 0.
    """

    start: int
    end: int
    written: str
    year: int | None
    month: int | None
    day: int | None
    part: str = ""
    after: str = ""
    form: str = "digits"
    weekday: int | None = None
    shift: int = 0

    @property
    def exists(self) -> bool:
        """Whether such a day is in the calendar."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None or self.month is None:
            return True
        year = self.year if self.year is not None else 2024
        return year >= 1 and 1 <= self.day <= month_days(year, self.month)

    def _year(self, year: int | None) -> int | None:
        if self.year is not None:
            return self.year
        return year + self.shift if year is not None else None

    def date(self, year: int | None = None) -> datetime.date | None:
        """The day, if the text gives one that exists; ``year`` stands in where it gives none."""
        use = self._year(year)
        if use is None or self.month is None or self.day is None or not self.exists:
            return None
        try:
            return datetime.date(use, self.month, self.day)
        except ValueError:
            return None

    def last(self, year: int | None = None) -> datetime.date | None:
        """The last day of the period that the text names; ``year`` stands in where it gives no year."""
        use = self._year(year)
        if use is None or not 1 <= use <= 9998 or not self.exists:
            return None
        if self.month is not None:
            if self.day is not None:
                return self.date(year)
            day = {"上旬": 10, "中旬": 20, "初": 10}.get(self.part, month_days(use, self.month))
            return datetime.date(use, self.month, day)
        month = _last_month(self.part)
        return datetime.date(use, month, month_days(use, month))


def _last_month(part: str) -> int:
    if "季度" in part:
        for index, marks in enumerate(("一1", "二2", "三3", "四4"), 1):
            if any(mark in part for mark in marks):
                return index * 3
    return {"上半年": 6, "年中": 6, "年初": 3, "初": 3}.get(part, 12)


def find_dates(text: str) -> Iterator[DatePhrase]:
    """The dates in ``text``, in order."""
    return iter(_dates(text) if "年" in text or "月" in text or _has_short_form(text) else ())


@lru_cache(maxsize=2048)
def _dates(text: str) -> tuple[DatePhrase, ...]:
    """Kept for a while, since several checks ask for those of one passage."""
    return tuple(map(_phrase, matches_at(_DATE_SPOT, _DATE, text)))


def _has_short_form(text: str) -> bool:
    return ("-" in text or "." in text or "/" in text) and _SHORT_FORM.search(text) is not None


def _phrase(match: re.Match[str]) -> DatePhrase:
    group = match.group
    text, end = match.string, match.end()
    form = "digits"
    shift = 0
    first, month, day, part = group("year", "month", "day", "part")
    if first:
        part = part or group("half") or group("within")
    elif group("bmonth"):
        month, day, part = group("bmonth", "bday", "bpart")
    elif group("iso"):
        first, month, day = group("iyear", "imonth", "iday")
        form = "short"
    elif group("mixed"):
        first, month, day = group("myear", "mmonth", "mday")
        form = "chinese"
    elif group("cyear"):
        first, month, day = group("cyear", "cmonth", "cday")
        form = "chinese"
    elif group("relative"):
        month, day, part = group("rmonth", "rday", "rpart")
        part = part or group("rend")
        shift = 1 if group("relative") in _NEXT_YEAR else 0
    else:
        part = group("yearend")
    value = _listed if form == "chinese" else int
    after = _AFTER.match(text, end)
    weekday = _WEEKDAY.match(text, end)
    return DatePhrase(
        match.start(),
        end,
        group(),
        value(first) if first else None,
        value(month) if month else None,
        value(day) if day else None,
        part or "",
        after[1] if after else "",
        form,
        WEEKDAYS.index(weekday[0][-2].replace("天", "日")) if weekday else None,
        shift,
    )


def _listed(numerals: str) -> int:
    """The value of Chinese numerals, or of figures beside them; a Latin O stands for a zero."""
    return int(numerals) if numerals.isdecimal() else chinese(numerals.replace("Ｏ", "〇"))


#: A day as a slip leaves it: 2026年4月1号, 2026年4月1, 2026、4、1.
_SLIPPED = Pattern(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?:年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})号?)?|[、，](?P<m>\d{1,2})[、，](?P<d>\d{1,2})日?)(?!\d)")


def find_slipped_day(text: str) -> DatePhrase | None:
    """The first day written with a slip, in a text that is nothing but a date or ends with one."""
    match = _SLIPPED.search(text)
    if match is None:
        return None
    month, day = int(match["month"] or match["m"]), match["day"] or match["d"]
    return DatePhrase(match.start(), match.end(), match[0], int(match["year"]), month, int(day) if day else None, form="slipped")


def find_date(text: str) -> DatePhrase | None:
    """The first date with a day in ``text``, if any."""
    return next((phrase for phrase in find_dates(text) if phrase.day is not None), None)
