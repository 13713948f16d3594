"""Ranges of dates (起止时间): 2024年3月1日至5月31日, 3—5月, 2024—2026年, 11月—次年3月."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from hegao.phrases.dates import PART, WEEKDAY, DatePhrase
from hegao.sources.lazy_pattern import Pattern, matches_at

#: What joins the two ends of a range.
JOIN = r"\s*(?:[—―－–\-~～〜]{1,2}|至|到)\s*"
_NEXT = r"(?P<{0}>次年|翌年|第二年|下一?年|来年)?\s*"
_YEAR = r"(?:1[89]|20|21)\d{2}"

#: What every range has, found faster than a range: a sign between two dates, by which the search goes.
JOINED = Pattern(r"[—―－\-~～〜至到](?<=[\d年月日时份旬底末初度）)\s].)[—―－\-~～〜]?\s*(?:[次翌第下来]|\d)")
#: Where a range may begin.
_RANGE_SPOT = Pattern(r"\d(?<!\d\d)")
#: Long forms first: an alternation takes the first that fits.
_RANGE = Pattern(
    rf"""
    (?<![\d.〔\[第])(?:
      (?:(?P<y1>{_YEAR})\s*年\s*)?(?P<m1>\d{{1,2}})\s*月\s*(?:份|(?P<d1>\d{{1,2}})\s*[日号](?:{WEEKDAY})?(?:\s*(?:[上下]午)?\d{{1,2}}(?:[:：]\d{{2}}|[时点](?:\d{{1,2}}分)?))?|(?P<p1>{PART}))?
        {JOIN}{_NEXT.format("n1")}(?:(?P<y2>{_YEAR})\s*年\s*)?(?P<m2>\d{{1,2}})\s*月(?:\s*(?:(?P<d2>\d{{1,2}})\s*[日号]|(?P<p2>{PART})))?
    | (?:(?P<y3>{_YEAR})\s*年\s*)?(?P<m3>\d{{1,2}})\s*月\s*(?P<d3>\d{{1,2}})\s*[日号]?{JOIN}(?P<d4>\d{{1,2}})\s*[日号]
    | (?P<y9>{_YEAR})(?P<s9>[./])(?P<m9>\d{{1,2}})(?:(?P=s9)(?P<d9>\d{{1,2}}))?
        {JOIN}(?P<y10>{_YEAR})(?P=s9)(?P<m10>\d{{1,2}})(?:(?P=s9)(?P<d10>\d{{1,2}}))?(?![\d.])
    | (?P<y5>{_YEAR})\s*年?度?{JOIN}(?P<y6>{_YEAR})\s*年(?!\s*\d)
    | (?:(?P<y7>{_YEAR})\s*年\s*)?(?P<m7>\d{{1,2}}){JOIN}{_NEXT.format("n7")}(?P<m8>\d{{1,2}})\s*月(?P<p8>{PART})?(?!龄|\s*\d)
    )
    """,
    re.VERBOSE,
)
#: A standard's number before 年 is no range: GB/T 9704—2012年版.
_CODE_BEFORE = Pattern(r"[A-Za-z/]\s*[\d.]*$")


_YEAR_DAYS = 365
#: The longest winter: 9月15日 to 5月15日.
_LONGEST_TURN = 245
_TERM_BEGINS, _TERM_ENDS = (8, 9), (6, 7, 8)


class RangePhrase(NamedTuple):
    """A range as written, its two ends, and whether 次年 or the like takes its end into the next year.

    A year, a month or a part that the text writes once stands at both ends; ``stated`` says whether
    the end names its own year.
    """

    start: int
    end: int
    written: str
    first: DatePhrase
    last: DatePhrase
    next_year: bool = False
    stated: bool = False

    @property
    def turns(self) -> bool:
        """Whether the range, without naming years, ends in the year after the one that it begins in: 11月—次年3月."""
        return self.last.year is None and (self.next_year or (self.first.month or 0) > (self.last.month or 12))

    @property
    def reversed(self) -> bool:
        """Whether the range surely ends before it begins (DAT-07).

        Months without any year may run over the turn of the year (11月—3月): such a range is wrong only
        where both ends lie in one month, or where it would last for most of two years.
        """
        if self.next_year or not (self.first.exists and self.last.exists):
            return False
        if self.first.year is None and self.last.year is not None:
            return False
        begin, end = first_day(self.first, 2024), self.last.last(2024)
        if begin is None or end is None or end >= begin:
            return False
        if self.first.year is not None or self.first.month == self.last.month:
            return True
        # A school year (9月—7月) runs for the greater part of two years, other work that long names its years.
        days = _YEAR_DAYS - (begin - end).days
        return days > _LONGEST_TURN and not (begin.month in _TERM_BEGINS and end.month in _TERM_ENDS)


def first_day(phrase: DatePhrase, year: int | None = None) -> datetime.date | None:
    """The first day of the period that a date phrase names; ``year`` stands in where it names none."""
    use = phrase.year if phrase.year is not None else year
    if use is None or not 1 <= use <= 9998 or not phrase.exists:
        return None
    if phrase.month is None:
        return datetime.date(use, 1, 1)
    if phrase.day is not None:
        return phrase.date(use)
    return datetime.date(use, phrase.month, {"中旬": 11, "下旬": 21, "底": 21, "末": 21}.get(phrase.part, 1))


def find_ranges(text: str) -> Iterator[RangePhrase]:
    """The ranges of dates in ``text``, in order."""
    if not JOINED.search(text):
        return
    for match in matches_at(_RANGE_SPOT, _RANGE, text):
        if match["y5"] and _CODE_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        yield _read(match)


def _read(match: re.Match[str]) -> RangePhrase:
    def number(name: str) -> int | None:
        return int(match[name]) if match[name] else None

    next_year = bool(match["n1"] or match["n7"])
    stated = False
    part1 = part2 = ""
    year1: int | None
    year2: int | None
    if match["m1"]:
        year1, month1, day1, part1 = number("y1"), number("m1"), number("d1"), match["p1"] or ""
        year2, month2, day2, part2 = number("y2"), number("m2"), number("d2"), match["p2"] or ""
        stated = year2 is not None
        if year2 is None and not next_year:
            year2 = year1
    elif match["m3"]:
        year1 = year2 = number("y3")
        month1 = month2 = number("m3")
        day1, day2 = number("d3"), number("d4")
    elif match["y9"]:
        year1, month1, day1 = number("y9"), number("m9"), number("d9")
        year2, month2, day2 = number("y10"), number("m10"), number("d10")
        stated = True
    elif match["y5"]:
        year1, month1, day1 = number("y5"), None, None
        year2, month2, day2 = number("y6"), None, None
        stated = True
    else:
        year1 = number("y7")
        year2 = None if next_year else year1
        month1, day1 = number("m7"), None
        month2, day2, part2 = number("m8"), None, match["p8"] or ""
    if next_year and year1 is not None and year2 is None:
        year2 = year1 + 1
    first = DatePhrase(match.start(), match.end(), match[0], year1, month1, day1, part1)
    last = DatePhrase(match.start(), match.end(), match[0], year2, month2, day2, part2)
    return RangePhrase(match.start(), match.end(), match[0], first, last, next_year, stated)
