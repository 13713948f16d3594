"""Periods from one day to another and how long they are said to be (起止与期限), before or behind: 公示期10日（3月1日至3月10日） (norms FIG-16, DAT-11).

A period counts with both its ends or with one of them; a month may end on the day before that on which it began, or on the same day.  Periods
of working days, and those told as bounds (不少于、以上、内), are other lengths.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.phrases.dates import find_dates
from hegao.phrases.numbers import value_of
from hegao.phrases.ranges import first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_DAY = r"(?:20\d\d年)?\d{1,2}月\d{1,2}日"
_N = r"\d{1,3}|[一二两三四五六七八九十]{1,3}"
_LENGTH = rf"(?P<said>(?P<n>{_N})(?:(?P<day>个?(?:自然日|日历天|日历日)|[天日])|(?P<month>个月)|(?P<year>周?年))(?P<half>半)?|(?P<only>半年))"
_SPAN = rf"(?P<first>(?<![\d年]){_DAY})起?[，,]?(?:至|到|[—－～~-]{{1,2}})(?P<last>{_DAY})(?:止|24时止)?"
_CALLED = r"(?:期限?|时间|时长|为期|周期|工期|历时|任期|会期|有效期)(?:为|是|共|：)?"
#: 公示期为7日（2026年3月1日至2026年3月7日）; 服务期限1年，自2026年5月1日起至2027年4月30日止.
_BEFORE = Scanner(
    rf"{_CALLED}{_LENGTH}(?:[（(，,：:]|[，,]?(?:即|从|自|为|起止时间为?|时间为?)){{1,3}}{_SPAN}",
    sign=r"[\d一二两三四五六七八九十半](?:个?(?:自然日|日历天|日历日)|[天日]|个月|年)半?[（(，,：:即从自]",
)
#: 试点期自2026年5月1日起至2027年4月30日止，为期1年; 2026年3月1日—5月31日（共3个月）.
_BEHIND = Scanner(
    rf"{_SPAN}[）)]?[，,（(](?:期限|为期|历时|共计?|合计|总?工期|任期|服务期|时间|时限|试点期)(?:限)?(?:为|共|是)?{_LENGTH}(?![内前后以])",
    sign=r"[日止）)][，,（(](?:期限|为期|历时|共|合计|总?工期|任期|服务期|时间|时限|试点期)",
)
_BOUND = Pattern(r"不少于|不超过|不得|至少|至多|最长|最短|工作日")
_HALF = 6


def wrong_periods(context: Context) -> Iterator[Amiss]:
    """The lengths that the two days beside them contradict."""
    text = context.once(running)
    year = context.document.issued.year if context.document.issued else None
    for pattern in (_BEFORE, _BEHIND):
        for found in text.find(pattern, "heading", "paragraph", "row"):
            right = _right(found.match, year) if not _BOUND.search(found.match[0]) else None
            if right is not None:
                yield Amiss(found.at("said"), right, found.at("first"))


def _right(match: re.Match[str], year: int | None) -> str | None:
    """How long the period is, where it is said to be otherwise."""
    first, last = (next(find_dates(match[name]), None) for name in ("first", "last"))
    begin = first_day(first, year) if first is not None else None
    end = last.last(begin.year) if last is not None and begin is not None else None
    if begin is None or end is None or end <= begin:
        return None
    if match["day"]:
        between = (end - begin).days
        return None if value_of(match["n"]) in (between, between + 1) else f"{between + 1}{match['day']}"
    stated = _HALF if match["only"] else value_of(match["n"]) * (1 if match["month"] else 12) + (_HALF if match["half"] and match["year"] else 0)
    if match["half"] and match["month"]:
        return None
    exact = _exact(begin, end)
    # What is no round number of months may be told about so: then nothing is said.
    return None if exact is None or stated == exact else _spoken(exact)


def _exact(begin: datetime.date, end: datetime.date) -> int | None:
    """The months of a period that begins and ends alike: on the same day, or on the day before."""
    after = end + datetime.timedelta(days=1)
    months = (after.year - begin.year) * 12 + after.month - begin.month
    return months if after.day == begin.day or end.day == begin.day else None


def _spoken(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest == _HALF:
        return f"{years}年半" if years else "半年"
    return f"{years}年" if years and not rest else f"{months}个月"
