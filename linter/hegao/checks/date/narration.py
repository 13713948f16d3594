"""What is told in the order of time (叙事): sentences that begin with their day, one after the other, none of them after the document (norm DAT-07)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.course import Reversed
from hegao.checks.date.own_day import written
from hegao.checks.shared.passages import running
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_YEAR = r"20\d\d年"
#: 2026年3月2日（星期一）9:30，市水利局批复…: a sentence that begins with its day, behind a label of its own perhaps.
_TOLD = Scanner(
    rf"(?:^|(?<=[。；：]))(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．])?(?:[^。；，\d]{{2,12}}。)?"
    rf"(?P<day>(?P<year>{_YEAR})?(?P<month>\d{{1,2}})月(?P<number>\d{{1,2}})日)(?:[（(](?:星期|周).[）)])?(?:[上下]午|\d{{1,2}}[:：时]\d{{0,2}}分?)?(?![前起至到—～]|[之以]前)[，,]?(?P<event>[^。；]{{2,140}})",
    sign=r"\d日",
)
#: What is still to come, or was before what is told; what is one of several stories.
_AHEAD = Pattern(r"[将拟]|计划|预计|应当?|[须需]|要(?!求)|请|未经|不得|禁止|起施行|截止|届时|为止")
_BACK = Pattern(r"此前|早在|曾|原(?![则料因])|当时|追溯|另[外案据]|出生")
#: What can only be told when it is over.
_DONE = Pattern(r"批复|审议通过|表决通过|送达|中标|荣获|获批|立案|验收合格|签订了|召开了|完成了|发布了|印发了")


class _Event(NamedTuple):
    day: datetime.date
    at: Text
    event: str


def told_in_turn(context: Context) -> Iterator[Reversed]:
    """What is told as done after the day of the document, and what is told behind another thing yet was before it."""
    issued, own = context.document.issued, context.document.date
    if issued is None or own is None:
        return
    for events in _stories(context):
        late = [one for one in events if one.day > issued and _DONE.search(one.event)]
        for one in late:
            yield Reversed(one.at, written(one.day), written(issued), own.text)
        turned = [(before, one) for before, one in pairwise(events) if one.day < before.day <= issued]
        if not late and len(turned) == 1:
            before, one = turned[0]
            yield Reversed(one.at, written(before.day), written(one.day), before.at)


def _stories(context: Context) -> Iterator[Sequence[_Event]]:
    """The events of each passage that tells what was; none of a passage that also looks back."""
    told: dict[Text, list[_Event]] = {}
    years: dict[Text, int] = {}
    broken: set[Text] = set()
    for found in context.once(running).find(_TOLD, "paragraph", "heading"):
        match, passage = found.match, found.passage
        if match["year"]:
            years[passage] = int(match["year"][:4])
        if passage not in years:
            continue
        try:
            day = datetime.date(years[passage], int(match["month"]), int(match["number"]))
        except ValueError:
            continue
        if _BACK.search(match["event"]):
            broken.add(passage)
        elif not _AHEAD.search(match["event"][:_HEAD]):
            told.setdefault(passage, []).append(_Event(day, found.at("day"), match["event"]))
    yield from (events for passage, events in told.items() if passage not in broken)


#: So far into an event stands what says that it is to come.
_HEAD = 40
