"""Clock times told one behind the other in running text (依次的时段): of shifts and lessons one begins before the one before it is over, who comes signs in after the beginning (norms DAT-07, DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.course import Reversed
from hegao.checks.date.schedule_rows import Gap
from hegao.document.model import Heading, Paragraph
from hegao.phrases.clock_times import ClockTime, clock_ranges, clock_times
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_FEWEST, _DAY_LONG = 3, 24 * 60
#: What says that they follow one another: shifts, or a course of one day.
_SHIFT = Pattern(r"[早中晚白夜大小]班|[第甲乙丙丁][一二三四]?班")
_COURSE = Pattern(r"依次|课程|议程|日程|流程|安排|先后|顺序|时间表")
_APART = Pattern(r"分别|各自|或者|同时|并行|其中|错峰")


class _Turn(NamedTuple):
    """A stretch of the day in minutes, where it is told, and the whole line."""

    at: Text
    begin: int
    end: int
    said: str


def overlapping_turns(context: Context) -> Iterator[Gap]:
    """The one shift or lesson that begins before the one in front of it is over and goes on behind it."""
    for part in context.document.parts:
        run: list[_Turn] = []
        lead, above = "", ""
        for node in part.nodes:
            turns = _turns(node.body) if isinstance(node, Heading | Paragraph) else []
            if len(turns) == 1:
                lead = lead if run else above
                run += turns
            else:
                yield from _overlap(lead, run)
                yield from _overlap("", turns)
                run = []
            above = node.text.value
        yield from _overlap(lead, run)


def _turns(text: Text) -> list[_Turn]:
    if not any(mark in text.value for mark in "：:时点"):
        return []
    found = [(one, one.first.minutes, one.last.minutes) for one in clock_ranges(text.value)]
    return [_Turn(text.slice(one.first.start, one.last.end), begin, end if end >= begin else end + _DAY_LONG, text.value) for one, begin, end in found]


def _overlap(lead: str, turns: Sequence[_Turn]) -> Iterator[Gap]:
    said = "".join(dict.fromkeys(turn.said for turn in turns))
    if len(turns) < _FEWEST or _APART.search(said) or not (_COURSE.search(lead) or len(_SHIFT.findall(said)) >= len(turns)):
        return
    odd = [(one, two) for one, two in pairwise(turns) if one.begin < two.begin < one.end < two.end]
    if len(odd) == 1:
        yield Gap(odd[0][1].at, odd[0][0].at)


#: When it begins, and when those who come sign in.
_BEGINS = Pattern(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?[　 ]*(?:会议|开会|开班|开幕|活动|比赛|竞赛|培训|考试|开标|启动|开课|演练|庭审|听证|笔试|面试)(?:式|仪式)?(?:开始)?时间")
_SIGNS_IN = Pattern(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?[　 ]*(?:现场)?(?:签到|报到|入场|检录|候场|候考|集合|进场)时间")
_NEAR = 6


def late_sign_in(context: Context) -> Iterator[Reversed]:
    """The time of signing in that lies behind the beginning of the same day."""
    for part in context.document.parts:
        begun: tuple[int, Text, ClockTime, str] | None = None
        for place, node in enumerate(part.nodes):
            body = node.body if isinstance(node, Heading | Paragraph) else None
            if body is None:
                continue
            first = next(iter(sorted([*(one.first for one in clock_ranges(body.value)), *clock_times(body.value)], key=lambda time: time.start)), None)
            if first is None:
                continue
            if _BEGINS.match(body.value):
                begun = place, body, first, _day(body.value)
            elif begun is not None and place - begun[0] <= _NEAR and _SIGNS_IN.match(body.value) and _day(body.value) in ("", begun[3]) and first.minutes >= begun[2].minutes and _one_half(begun[2], first):
                at, there = body.slice(first.start, first.end), begun[1].slice(begun[2].start, begun[2].end)
                yield Reversed(at, there.value, at.value, there)


def _one_half(one: ClockTime, other: ClockTime) -> bool:
    return not one.half or not other.half or one.half == other.half


def _day(text: str) -> str:
    """The day that a line names, without its year."""
    return next((f"{phrase.month}-{phrase.day}" for phrase in find_dates(text) if phrase.month is not None), "")
