"""The hour of one event told twice (同一活动的钟点两处不一): 会议定于7月20日9:00召开 and 会议于9:30开始 (norm TSK-11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.task.plan_deadlines import Clash
from hegao.document.model import Paragraph
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_EVENT = r"(?:会议|培训班|培训|仪式|活动|考试|笔试|面试|比赛|开标|听证会|座谈会|大会|演练|讲座)"
_DAY = r"(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[（(](?:星期|周).[）)])?"
_HOUR = r"(?P<{0}>(?P<{0}half>[上下]午|中午|晚上?)?(?P<{0}hour>\d{{1,2}})(?:[:：](?P<{0}min>\d\d)|[时点](?P<{0}rest>\d\d)?分?))"
#: 会议定于7月20日9:00召开, 定于7月20日9:00召开会议, 会议于9:30开始: the event, its day perhaps, its hour and that it begins then.
_BEGINS = Scanner(
    rf"(?P<event>{_EVENT})(?:时间)?(?:将|拟|定)?(?:于|在|为|是|：)?(?P<day>{_DAY})?{_HOUR.format('a')}(?:准时|正式)?[^，。；:：]{{0,24}}?(?:开始|召开|举行|举办|开幕)"
    rf"|(?:定|拟|将|兹定)?于(?P<date>{_DAY}){_HOUR.format('b')}[^，。；\d]{{0,30}}?(?:召开|举行|举办|开展)[^，。；\d]{{0,20}}?(?P<held>{_EVENT})",
    sign=r"\d[:：]\d\d|\d[时点]",
)
#: 一、会议时间, and under it 7月20日9:00.
_TIME_HEADING = Pattern(rf"(?P<event>{_EVENT})时间")
_OPENS = Pattern(rf"(?P<day>{_DAY}){_HOUR.format('a')}")
_NOON = 12
_ENDS = Pattern(r"^\s*(?:[—―－～~-]|至|到)")


class _Told(NamedTuple):
    event: str
    day: tuple[int | None, int | None] | None
    minutes: int
    at: Text


def told_hours(context: Context) -> Iterator[Clash]:
    """The later of two passages that let one event begin at two hours of one day."""
    told = list(_told(context))
    for index, one in enumerate(told):
        for other in told[:index]:
            same = one.event == other.event and (one.day is None or other.day is None or one.day == other.day)
            if same and one.minutes != other.minutes and len({each.day for each in told if each.event == one.event and each.day}) < 2:
                yield Clash("twice", one.event, one.at, one.at.value, other.at.value, other.at)
                return


def _told(context: Context) -> Iterator[_Told]:
    for node in context.document.of("paragraph"):
        head = _TIME_HEADING.search(node.heading.title) if isinstance(node, Paragraph) and node.heading is not None else None
        begins = _OPENS.match(node.text.value) if head is not None else None
        if head is not None and begins is not None and not _ENDS.match(node.text.value[begins.end() :]):
            yield _read(head["event"], begins["day"], begins, "a", node.text.slice(*begins.span("a")))
    for found in context.once(running).find(_BEGINS, "heading", "paragraph"):
        match = found.match
        group = "a" if match["a"] else "b"
        if _ENDS.match(match.string[match.end(group) : match.end(group) + 4]):
            continue
        yield _read(match["event"] or match["held"], match["day"] or match["date"] or "", match, group, found.at(group))


def _read(event: str, day: str, match: re.Match[str], group: str, at: Text) -> _Told:
    phrase = next(find_dates(day), None)
    hour = int(match[f"{group}hour"])
    late = match[f"{group}half"] in ("下午", "晚", "晚上") and hour < _NOON
    minutes = (hour + _NOON * late) * 60 + int(match[f"{group}min"] or match[f"{group}rest"] or 0)
    return _Told(event, (phrase.month, phrase.day) if phrase is not None else None, minutes, at)
