"""Phases (分期、分批) told in one sentence, in paragraphs side by side or in the items of a schedule: the next begins before one is over (norm TSK-09)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.stage_bounds import TOLD_AFTER
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.document.model import Heading, Paragraph
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text


class Overlap(NamedTuple):
    """A phase that begins before the one told in front of it is over: the times of both."""

    before: Text
    at: Text


#: What goes through all the work says so in the sentence of its time.
PARALLEL = Pattern(r"同步|同时|并行|交叉(?!检查|互查|考核|验收|评)|滚动|压茬|^[^。]*贯穿|贯穿[^，。；]{0,6}阶段")
#: The same of two stages by their name, wherever it is said: 与准备阶段并行.
STAGES_PARALLEL = Pattern(r"阶段[^，。；]{0,4}(?:同步|同时|并行|交叉)|(?:同步|并行|交叉)[^，。；]{0,6}阶段")
#: 分两段实施, 分3个阶段, … 3个阶段.
_COUNTED = Pattern(r"分(?:为|成)?(?P<count>[两二三四五六]|[2-6])(?:个?(?:阶段|步骤?|段|轮|时段)|期|批)|(?P<behind>[两二三四五六]|[2-6])个(?:阶段|步骤|时段)")
#: What a phase is called by: 第一阶段, 一期, 首批, 动员阶段.
_CALLED = Pattern(r"第[一二三四五六七八1-9](?:阶段|期|批|步|轮|段)|(?<![一二三四五六七八九十几\d])[一二三四五六](?:期|批)|[首末](?:期|批)|[\u3400-\u9fff]阶段")
#: Several bodies, places or kinds may go through phases of their own.
_APART = Pattern(r"分别|各自|其中")
#: Paragraphs that begin with a phase and its time: 评估阶段：2029年7月1日至….
_OPENS = Pattern(r"[^，。；：:（(\d]{2,16}(?:阶段|期)\s*[：:（(，、 　]\s*$")
_BATCH = Pattern(r"[　 ]*第[一二三四五六](?:批|期|轮)[^。；]{0,30}$")
#: A heading over a schedule.
SCHEDULE = Pattern(r"(?:时间|进度|日程|步骤|流程|阶段)(?:安排|计划|节点|步骤|划分|要求|表)?$|(?:实施|方法|工作)步骤$")
_NEXT_TO = 2


def overlapping_phases(context: Context) -> Iterator[Overlap]:
    """The phases of a document that begin before the one before them is over, each once."""
    passages = context.once(timed_passages)
    for passage in passages:
        if len(passage.things) > 1 and not PARALLEL.search(passage.text.value):
            yield from _overlaps(_told_in(passage))
    yield from _overlaps_of(_opened(passages))
    yield from _scheduled(passages)


def _told_in(passage: Passage) -> Sequence[Timed]:
    """The times of the phases that one passage tells; none where nothing says that they are phases."""
    value = passage.text.value
    told = [thing for thing in passage.things if thing.kind != "on"]
    things = [thing for thing in told if sum(1 for one in told if one is not thing and _within(one, thing)) < _NEXT_TO]
    match = _COUNTED.search(value)
    if match is not None:
        count = value_of((match["count"] or match["behind"]).replace("两", "二"))
        # A phase that begins too early may hold the others; so may the whole that they are of.
        for several in (things, told):
            counted = [thing for thing in several if not match["count"] or thing.start > match.end()]
            if len(counted) == count and any(thing.kind == "span" for thing in counted):
                return counted
    spans = [thing for thing in things if thing.kind == "span"]
    called = [thing for thing in spans if _CALLED.search(_name(value, thing))]
    return called if len(called) == len(spans) and not _APART.search(value) else ()


def _name(value: str, thing: Timed) -> str:
    """What stands in front of a time within its clause, or as its name in front of a bracket."""
    begin = max(value.rfind(mark, 0, thing.start) for mark in "，。；、") + 1
    return value[max(begin, thing.start - 24) : thing.start]


def _within(one: Timed, other: Timed) -> bool:
    return other.kind == "span" and other.first <= one.first and one.last <= other.last


def _overlaps(things: Sequence[Timed]) -> Iterator[Overlap]:
    for place, (one, two) in enumerate(pairwise(things)):
        # What follows shows that no phase in between lies in the next year.
        turned = two.kind == "span" and two.first < one.first and any(later.first >= one.first for later in things[place + 2 :])
        if turned or overlap(one, two):
            yield Overlap(one.at, two.at)


def overlap(one: Timed, two: Timed) -> bool:
    """Whether the second time, a period, begins before the first is over; a month or a day may end the one and begin the other."""
    if two.kind != "span":
        return False
    ours, theirs = one.last, two.first
    if "日" not in one.at.value or "日" not in two.at.value:
        ours, theirs = ours.replace(day=1), theirs.replace(day=1)
    # What names no year may lie in the next one.
    return theirs < ours and (two.first >= one.first or "年" in two.at.value)


def _opened(passages: Sequence[Passage]) -> Iterator[list[Timed]]:
    """Runs of paragraphs that each begin with a phase and its time."""
    run: list[Passage] = []
    for passage in passages:
        thing = passage.things[0] if passage.things and isinstance(passage.node, Paragraph) else None
        opens = thing is not None and thing.kind == "span" and (_OPENS.match(passage.text.value[: thing.start]) or _BATCH.match(passage.text.value[: thing.start])) is not None
        if run and not (opens and passage.part == run[-1].part and passage.place - run[-1].place <= _NEXT_TO):
            yield [one.things[0] for one in run]
            run = []
        if opens and not PARALLEL.search(passage.text.value):
            run.append(passage)
    yield [one.things[0] for one in run]


def _overlaps_of(several: Iterator[list[Timed]]) -> Iterator[Overlap]:
    for things in several:
        yield from _overlaps(things)


def _scheduled(passages: Sequence[Passage]) -> Iterator[Overlap]:
    """The one item of a schedule that begins before the item before it is over."""
    lists: dict[Heading, list[Passage]] = {}
    for passage in passages:
        node = passage.node
        if passage.things and isinstance(node, Heading) and node.parent is not None and SCHEDULE.search(node.parent.title.rstrip("。：")):
            lists.setdefault(node.parent, []).append(passage)
    for told in lists.values():
        # What holds several times of the others is their whole.
        items = [item for item in told if not item.things or sum(_within(thing, item.things[0]) for one in told if one is not item for thing in one.things) < _NEXT_TO]
        if len(items) > _NEXT_TO and not any(PARALLEL.search(item.text.value) for item in items):
            wrong = [(one, two.things[0]) for item, two in pairwise(items) if two.things and (one := _end(item)) is not None and overlap(one, two.things[0])]
            if len(wrong) == 1:
                yield Overlap(wrong[0][0].at, wrong[0][1].at)


def _end(item: Passage) -> Timed | None:
    """When an item is over: its period, else the day by which its work is done."""
    if not item.things:
        return None
    first = item.things[0]
    if first.kind == "span" or len(item.things) > 1 or first.kind == "on":
        return first if first.kind == "span" else None
    return None if TOLD_AFTER.search(first.said) else first
