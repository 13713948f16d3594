"""Days and years told with words that say which comes first (先后有词): 开始 before 截止, born before at work, an old rule ended when the new one begins (norm DAT-07)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.course import Reversed
from hegao.checks.date.own_day import reading_year
from hegao.checks.shared.passages import Found, running
from hegao.phrases.dates import find_dates
from hegao.sources.scanner import Scanner

_DAY = r"(?:20\d\d年)?\d{1,2}月\d{1,2}日"
_HOUR = r"(?:[（(](?:星期|周).[）)])?(?:[上下]午)?(?:\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分)?))?"
#: 2026年5月6日开始，4月27日结束.
_BEGUN_AND_OVER = Scanner(
    rf"(?P<first>{_DAY}){_HOUR}(?:开始|启动|开学|开幕|开放)[^。；\d]{{0,12}}[，,、](?:并|预计|拟)?(?:至|到|于|在)?(?P<last>{_DAY}){_HOUR}(?:时)?(?:止|结束|截止|为止|届满|期满|闭幕|关闭|放假)",
    sign=r"日[^。；]{0,20}(?:开始|启动|开学|开幕|开放)",
)
#: Where the second day names no year, that may turn between them.
_LONGEST, _AUTUMN = 200, 9


def over_before_begun(context: Context) -> Iterator[Reversed]:
    """What is told to begin on one day and to end on an earlier one."""
    year = reading_year(context.document)
    for found in context.once(running).find(_BEGUN_AND_OVER):
        first = _day(found, "first", year)
        last = _day(found, "last", first.year if first is not None else year)
        if first is None or last is None or last >= first:
            continue
        turns = first.month >= _AUTUMN and last.month < _AUTUMN
        if "年" in found.match["last"] or not turns and (first - last).days < _LONGEST:
            yield Reversed(found.at("last"), found.match["first"], found.match["last"], found.at("first"))



def _day(found: Found, name: str, year: int) -> datetime.date | None:
    phrase = next(find_dates(found.match[name]), None)
    return phrase.date(year) if phrase is not None else None


#: 6月12日8:00启运，当日7:30前运抵.
_SAME_DAY = Scanner(
    r"\d{1,2}日(?:（[^（）]{2,4}）)?(?:[上下]午)?(?P<hour>\d{1,2})[:：](?P<minute>\d\d)[^。；\d]{2,40}(?P<late>(?:当[日天]|同[日天])(?:[上下]午)?(?P<then>\d{1,2})[:：](?P<past>\d\d))", sign="日[^。；]{0,60}(?:当[日天]|同[日天])"
)


def earlier_that_day(context: Context) -> Iterator[Reversed]:
    """What is told behind something of the same day, by an earlier time."""
    for found in context.once(running).find(_SAME_DAY):
        match = found.match
        if (int(match["then"]), match["past"]) < (int(match["hour"]), match["minute"]):
            yield Reversed(found.at("late"), f"{match['hour']}:{match['minute']}", f"{match['then']}:{match['past']}", found.at("hour"))


#: 1988年6月出生，1985年7月参加工作; so many years lie between, at least.
_BORN = Scanner(r"(?P<born>19\d\d|20\d\d)年\d{1,2}月(?:\d{1,2}日)?(?:出)?生，[^。；]{0,24}?(?P<year>(?:19|20)\d\d)年\d{1,2}月(?:\d{1,2}日)?(?P<what>参加工作|加入|入党|入伍)", sign="生，")
_CHILDHOOD = 14


def lives_reversed(context: Context) -> Iterator[Reversed]:
    """Who was at work, or in the party, before he was born or as a child."""
    for found in context.once(running).find(_BORN):
        if int(found.match["year"]) - int(found.match["born"]) < _CHILDHOOD:
            yield Reversed(found.at("year"), f"{found.match['born']}年", f"{found.match['year']}年", found.at("born"))


#: 自2026年5月1日起执行，原标准执行至2026年6月30日.
_RELIEVED = Scanner(
    r"自(?P<new>20\d\d年\d{1,2}月\d{1,2}日)(?:零时)?起(?:正式)?(?:施行|执行|实施|启用)[^。]{0,40}?原[^，。；\d]{1,16}(?:执行|施行|实施|适用|有效|使用|沿用)(?:期限)?(?:延长)?(?:到|至)(?P<old>20\d\d年\d{1,2}月\d{1,2}日)", sign="原[^，。；]{1,20}[到至]20"
)


def relieved_late(context: Context) -> Iterator[Reversed]:
    """An old rule that holds beyond the day on which the new one begins."""
    for found in context.once(running).find(_RELIEVED):
        new, old = _day(found, "new", 0), _day(found, "old", 0)
        if new is not None and old is not None and old > new:
            yield Reversed(found.at("old"), found.match["old"], found.match["new"], found.at("new"))


def told_order(context: Context) -> Iterator[Reversed]:
    """All that words tell to come later, yet days to come first."""
    yield from over_before_begun(context)
    yield from lives_reversed(context)
    yield from relieved_late(context)
    yield from earlier_that_day(context)
