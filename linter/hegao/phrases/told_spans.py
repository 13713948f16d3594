"""Spans of time (起止) and lengths (时长) as texts tell them, by the clock or by the calendar (norms DAT-07, DAT-11).

A span is two moments: joined (4月13日至17日, 22:00—次日6:00, 2026—2028年), or told apart in one sentence (自3月1日起施行，有效期至…, 9:00开始，10:30结束).
What the text says once (year, month, day, half of the day) holds for both.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hegao.phrases.dates import WEEKDAY, month_days
from hegao.phrases.numbers import value_of
from hegao.phrases.ranges import JOIN
from hegao.sources.lazy_pattern import Pattern

HOUR, DAY = 60, 1440
#: Stands for the year where only the distance of two times counts; a common one.
SOME_YEAR = 2025
_PERIOD = "上旬|中旬|下旬|底|末|初"
_CLOCK = (
    r"(?P<half>上午|下午|中午|晚上?|凌晨|清晨|早上|夜间)?\s*"
    rf"(?:(?P<h>\d{{1,2}})(?:[:：](?P<mi>\d{{2}})(?![:：]?\d)|[时点](?!之)(?:(?P<spoken>\d{{1,2}})分|(?P<thirty>半)|整)?|(?={JOIN}\d{{1,2}}[时点]))|(?P<zero>零[时点]))"
)
_MOMENT = Pattern(
    rf"""
    (?<![\d.．])(?<!\d[:：])(?:
      (?: (?:(?P<y>(?:19|20)\d\d)\s*年\s*)?(?P<m>\d{{1,2}})\s*月(?!龄)\s*(?:份|(?P<d>\d{{1,2}})\s*[日号]|(?P<d0>\d{{1,2}})(?={JOIN}\d{{1,2}}\s*[日号])|(?P<part>{_PERIOD}))?
        | (?P<iy>20\d\d)(?P<sep>[-./])(?P<im>\d{{1,2}})(?P=sep)(?P<id>\d{{1,2}})(?![\d.])
        | (?P<by>(?:19|20)\d\d)\s*年(?P<ypart>年?[底末初])?(?!度|期|级|版)
        | (?P<bd>\d{{1,2}})\s*[日号](?=\D|\d{{1,2}}[:：时点]|$)
        | (?P<rel>次日|翌日|第二天|次晨|当日|当天|同日)
      )(?:{WEEKDAY})?\s*(?:{_CLOCK})?
      | {_CLOCK.replace("(?P<", "(?P<c")}
      | (?P<bare>(?:19|20)\d\d|\d{{1,2}})(?={JOIN}(?:次年|翌年)?\s*\d{{1,4}}\s*(?P<unit>[年月](?!龄|度|期)))
    )
    """,
    re.VERBOSE,
)
#: Where a moment may begin: found faster than one.
_SPOT = Pattern(r"[\d上下中晚凌清早夜零次翌第当同]")
#: What stands between the two moments of a span that are joined.
JOINT = Pattern(rf"\s*(?:[（(]不?含[^（）()]{{0,4}}[）)])?\s*(?:起|开始|时|止)?[，,]?{JOIN}(?P<next>次年|翌年|第二年|来年)?\s*")
#: What says that something begins at a moment, in front of it or behind, and that it ends.
_FROM = Pattern(r"(?:自|从)[^，。；\d]{0,4}$")
_STARTING = Pattern(r"[^。；\d]{0,24}?(?:起(?!草|来)|开始|召开|举行|举办|启动|开班|开幕|开赛|开考|开工|开馆|开放|施行|实施|生效|报到|出发|以来|动工|进场|停止|停水|停电)")
_ENDING = Pattern(r"[^，。；\d]{0,6}?(?:止|结束|闭幕|结业|恢复|完工|竣工|散会|收官|闭馆|到期|期满|届满|离会|返程|返回|撤离|建成)")
_UNTIL = Pattern(r"(?:有效期|期限)?(?:至|到|直至|持续到|延续到)\s*$")
_LATE, _EARLY = 17 * HOUR, 12 * HOUR
_AFTERNOON = ("下午", "晚", "晚上", "夜间")


class Moment(NamedTuple):
    """A moment as written: what the text does not say is None; ``clock`` in minutes since the day began, ``half`` the half of the day; ``shift`` days on (次日)."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    clock: int | None = None
    half: str = ""
    shift: int | None = None

    @property
    def dated(self) -> bool:
        """Whether it names a day."""
        return self.day is not None or self.shift is not None


class TimeSpan(NamedTuple):
    """Where it stands, and how long it is: in minutes, where both ends tell the clock; in days from the first to the last day, where both
    name one; in months or years from the first to the last, where no days are named.  ``begin`` and ``until``: its days, ``clock`` the minute of the
    day at which it begins, if told."""

    start: int
    end: int
    minutes: int | None = None
    days: int | None = None
    months: int | None = None
    years: int | None = None
    begin: datetime.date | None = None
    until: datetime.date | None = None
    joined: bool = True
    clock: int | None = None


def moments(text: str) -> list[Moment]:
    """The moments of a text, in order; the bare day of a month (10日) only where it is joined to another."""
    found: list[Moment] = []
    at = 0
    for spot in _SPOT.finditer(text):
        match = _MOMENT.match(text, spot.start()) if spot.start() >= at else None
        if match is not None and match.end() > match.start():
            at = match.end()
            found.append(_moment(match))
    return [
        one
        for index, one in enumerate(found)
        if not (one.day is not None and one.month is None)
        or any(JOINT.fullmatch(text, two.end, other.start) for two, other in pairwise(found[max(0, index - 1) : index + 2]))
    ]


def _moment(match: re.Match[str]) -> Moment:
    def number(*names: str) -> int | None:
        return next((int(match[name]) for name in names if match[name]), None)

    year, month, day = number("y", "iy", "by"), number("m", "im"), number("d", "d0", "id", "bd")
    if match["bare"]:
        year, month = (int(match["bare"]), None) if match["unit"] == "年" else (year, int(match["bare"]))
    if month is not None and match["part"] in ("底", "末") and 1 <= month <= 12:
        day = month_days(year or 2025, month)
    elif month is not None and match["part"]:
        day = {"初": 1, "上旬": 10, "中旬": 20}.get(match["part"])
    half = match["half"] or match["chalf"] or ""
    hour = 0 if match["zero"] or match["czero"] else number("h", "ch")
    minute = number("mi", "cmi", "spoken", "cspoken") or (30 if match["thirty"] or match["cthirty"] else 0)
    clock = None if hour is None or hour > 24 or minute > 59 else (hour + 12 * (half in _AFTERNOON and hour < 12)) * HOUR + minute
    shift = None if not match["rel"] else 0 if match["rel"] in ("当日", "当天", "同日") else 1
    return Moment(match.start(), match.end(), year, month, day, clock, half, shift)


def time_spans(text: str, year: int) -> Iterator[TimeSpan]:
    """The spans of a text, in order; ``year`` stands in where none is written.  What ends before it begins is none."""
    told = _with_months(moments(text))
    used = -1
    for index, (first, last) in enumerate(pairwise(told)):
        if index <= used:
            continue
        joint = JOINT.fullmatch(text, first.end, last.start)
        if joint is None and not _apart(text, first, last):
            continue
        used = index
        span = _span(first, last, year, joint is not None and bool(joint["next"]))
        if span is not None:
            yield span._replace(joined=joint is not None)


def _with_months(several: list[Moment]) -> list[Moment]:
    """Bare days (17日) with the month of the moment before them."""
    told: list[Moment] = []
    for one in several:
        before = told[-1] if told else None
        told.append(one._replace(year=before.year, month=before.month) if before and one.day is not None and one.month is None else one)
    return told


def _apart(text: str, first: Moment, last: Moment) -> bool:
    if "。" in text[first.end : last.start] or "；" in text[first.end : last.start]:
        return False
    begins = _FROM.search(text, max(0, first.start - 6), first.start) or _STARTING.match(text, first.end, last.start)
    return bool(begins and (_ENDING.match(text, last.end) or _UNTIL.search(text, first.end, last.start)))


def _span(first: Moment, last: Moment, year: int, next_year: bool) -> TimeSpan | None:
    span = TimeSpan(first.start, last.end)
    first_year = first.year or (last.year if first.month is None or last.month is None or first.month <= last.month else None) or year
    last_year = last.year or first_year + next_year
    if first.month is None and first.day is None or last.month is None and last.day is None and last.year is not None:
        if first.clock is not None and last.clock is not None and first.year is None and last.year is None and last.day is None:
            return _clocks(span, first, last)
        years = last_year - first_year if first.year and (last.year or next_year) and last.month is None else 0
        return span._replace(years=years) if years > 0 else None
    if first.day is not None and first.month is None and last.month is None:
        # Days of a month that is not named: any with thirty-one will do, but no day of the week is known.
        bare = _span(first._replace(month=1), last._replace(month=1), year, False)
        return bare._replace(begin=None, until=None) if bare is not None else None
    begin = _date(first_year, first.month or last.month, first.day)
    if begin is None:
        return None
    if last.shift is not None or last.month is None and last.day is None:
        until = begin + datetime.timedelta(days=last.shift or 0) if first.day is not None else None
    else:
        until = _date(last_year, last.month or first.month, last.day)
        if until is not None and until < begin and not last.year and not first.year and last.month is not None:
            # 11月至3月 goes over the turn of the year.
            until = _date(last_year + 1, last.month, last.day)
    if until is None or until < begin:
        return None
    if first.day is None or last.day is None and last.shift is None and last.clock is None:
        months = (until.year - begin.year) * 12 + until.month - begin.month
        return span._replace(months=months)
    days = (until - begin).days
    minutes = None
    if first.clock is not None and last.clock is not None:
        minutes = days * DAY + _end(first, last) - first.clock
        if days == 0 and last.shift is None and minutes <= 0:
            minutes += DAY if first.clock >= _LATE and _end(first, last) <= _EARLY or _end(first, last) == 0 else 0
        if minutes <= 0:
            return None
    return span._replace(days=days, minutes=minutes, begin=begin, until=until, clock=first.clock)


def _date(year: int, month: int | None, day: int | None) -> datetime.date | None:
    try:
        return datetime.date(year, month or 0, day or 1)
    except ValueError:
        return None


def _end(first: Moment, last: Moment) -> int:
    """When the last moment is by the clock: a half of the day named once holds for both."""
    clock = last.clock or 0
    return clock + _EARLY if not last.half and not last.dated and first.half in _AFTERNOON and clock < _EARLY else clock


def _clocks(span: TimeSpan, first: Moment, last: Moment) -> TimeSpan | None:
    minutes = _end(first, last) - (first.clock or 0) + DAY * ((last.shift or 0) - (first.shift or 0) if last.shift is not None else 0)
    if minutes <= 0 and last.shift is None and ((first.clock or 0) >= _LATE and (last.clock or 0) <= _EARLY or last.clock == 0):
        minutes += DAY
    return span._replace(minutes=minutes, clock=first.clock) if minutes > 0 else None


class Length(NamedTuple):
    """A length as written: ``amount`` of ``unit`` (分钟, 天, 工作日, 周, 月), halves and 小时、年 reckoned in; ``spoken`` as its unit is written."""

    start: int
    end: int
    amount: float
    unit: str
    spoken: str


_N = r"\d{1,4}(?:\.\d{1,2})?|[一二两三四五六七八九十]{1,3}"
_LENGTH = Pattern(
    rf"(?<![\d.．第年月—～至])(?:(?P<n>{_N})\s*(?P<ge>个)?(?P<half>半)?(?P<unit>小时|钟头|分钟|工作日|自然日|日历[天日]|星期|周(?![年岁期六日边转])|季度|月(?!\d)|[天日](?!\d)|年(?![度级期底末初]))"
    rf"(?P<behind>半)?(?:零?(?P<rest>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?P<more>分钟?|个月))?|(?P<only>半)个?(?P<of>小时|钟头|天|日|年|月))"
)
_IN = {"小时": ("分钟", 60), "钟头": ("分钟", 60), "星期": ("周", 1), "季度": ("月", 3), "年": ("月", 12), "日": ("天", 1)}


def lengths(text: str, begin: int = 0, end: int | None = None) -> Iterator[Length]:
    """The lengths between two offsets of a text, in order."""
    for match in _LENGTH.finditer(text, begin, len(text) if end is None else end):
        spoken = match["unit"] or match["of"]
        unit, factor = _IN.get(spoken, ("天" if spoken in ("自然日", "日历天", "日历日") else spoken, 1))
        amount = 0.5 if match["only"] else float(match["n"]) if match["n"][0].isdigit() else float(value_of(match["n"]))
        if spoken == "月" and not (match["ge"] or match["only"]) or spoken == "年" and amount > 99:
            continue
        if match["half"] or match["behind"]:
            amount += 0.5
        rest = 0 if not match["rest"] else int(match["rest"]) if match["rest"].isdigit() else value_of(match["rest"])
        if rest and (unit, match["more"][0]) not in (("分钟", "分"), ("月", "个")):
            continue
        yield Length(match.start(), match.end(), amount * factor + rest, unit, spoken)
