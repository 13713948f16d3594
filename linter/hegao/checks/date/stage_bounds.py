"""Parts outside their whole (部分超出整体): what is due after the stage under which it stands, or after the period told in its paragraph."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.listed_stages import stage_range
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.document.model import Heading, Task
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.title_likeness import letters
from hegao.words.vocabulary import time_words


class Outside(NamedTuple):
    """A deadline outside its whole: what is due, the deadline, the time of the whole."""

    measure: str
    at: Text
    there: Text


class Stage(NamedTuple):
    """A stage (阶段) told by a heading: the heading, its name, when it is."""

    passage: Passage
    name: str
    time: Timed


_NAMED = Pattern(r"(?:第[一二三四五六](?:阶段|步)[：:，、 　]?)?(?P<name>[^（(，。；：:]{2,24}?)(?:工作)?(?:阶段|环节)?[（(：:。](?:时间[：:为])?(?P<time>[^（）()，。；]{3,40})")
#: What is told of a stage behind its end, and made ready before it.
TOLD_AFTER = Pattern(lambda: rf"{one_of(time_words('told-after'))}|报(?![警名废刊])")
_READY = Pattern(lambda: one_of(time_words("made-ready")))


def stages(context: Context) -> tuple[Stage, ...]:
    """The stages of a document, those of two and more that are numbered together."""
    found = [stage for passage in context.once(timed_passages) if (stage := _stage(passage)) is not None]
    several = [stage for stage in found if sum(_beside(stage, other) for other in found) > 1]
    return tuple(several)


def _beside(one: Stage, other: Stage) -> bool:
    ours, theirs = one.passage.node, other.passage.node
    return isinstance(ours, Heading) and isinstance(theirs, Heading) and ours.numbering is theirs.numbering


def _stage(passage: Passage) -> Stage | None:
    """The stage that a heading tells; its time is the first of the passage."""
    node = passage.node
    if not isinstance(node, Heading) or not passage.things or passage.things[0].kind != "span":
        return None
    match = _NAMED.match(passage.text.value, len(node.label))
    time = passage.things[0]
    if match is None or match.start("time") != time.start or stage_range(match["time"]) is None:
        return None
    return Stage(passage, match["name"].strip(), time)


def outside_stages(context: Context) -> Iterator[Outside]:
    """Deadlines in a stage that lie before or behind it; where several of one stage do, the stage is no bound."""
    told = context.once(stages)
    passages = context.once(timed_passages) if told else ()
    for stage in told:
        wrong = [thing for thing in under_stage(stage, passages) if _misses(thing, stage.time)]
        if len(wrong) == 1:
            yield Outside(stage.name, wrong[0].at, stage.time.at)


def under_stage(stage: Stage, passages: Sequence[Passage]) -> Iterator[Timed]:
    """The timed things of a stage: behind its time, and in what stands under its heading."""
    yield from stage.passage.things[1:]
    head = stage.passage.node
    for passage in passages:
        if passage.part != stage.passage.part or passage.place <= stage.passage.place:
            continue
        node = passage.node
        above = node if isinstance(node, Heading) else node.heading
        while above is not None and above is not head:
            above = above.parent
        if above is not head:
            return
        yield from passage.things


#: What is told of a stage behind its end is told soon.
_TOLD_WITHIN = datetime.timedelta(days=150)


def _misses(thing: Timed, whole: Timed) -> bool:
    if thing.kind != "by":
        return False
    if thing.last > whole.last:
        return thing.last - whole.last > _TOLD_WITHIN or not TOLD_AFTER.search(f"{thing.before}，{_what(thing)}")
    return thing.last < whole.first and not _READY.search(thing.said) and not TOLD_AFTER.search(thing.said)


def _what(thing: Timed) -> str:
    """What is due: the words behind the day up to the next comma."""
    return thing.behind.lstrip("，").split("，")[0]


def rows_outside(context: Context) -> Iterator[Outside]:
    """The one row of a table that is due behind the stage which its work is named by."""
    told = context.once(stages)
    late = []
    for task in context.document.tasks if told else ():
        named = [stage for stage in told if _named(task, stage)]
        if len(named) == 1 and task.deadline is not None and task.deadline.last is not None and task.deadline.last > named[0].time.last:
            late.append((task, named[0]))
    if len(late) == 1:
        task, stage = late[0]
        yield Outside(task.measure.value, task.due_at, stage.time.at)


_SHORTEST_NAME = 4


def _named(task: Task, stage: Stage) -> bool:
    name = letters(stage.name).removesuffix("阶段")
    measure = letters(task.measure.value)
    return task.form == "row" and len(name) >= _SHORTEST_NAME and name in measure and not TOLD_AFTER.search(measure)


#: A period told as that of all that follows in its paragraph.
_WHOLE = Pattern(r"(?:行动|活动|工期|期限|建设期|实施期|整治期?|攻坚|周期|施工|试点)[”》]?(?:时间)?(?:为|是|自|从|：|于|定于)?$")


def outside_periods(context: Context) -> Iterator[Outside]:
    """Deadlines behind the period that their paragraph gives the whole, and what sums it up before its end."""
    for passage in context.once(timed_passages):
        wholes = [thing for thing in passage.things if thing.kind == "span" and _WHOLE.search(thing.before)]
        if len(wholes) != 1:
            continue
        whole = wholes[0]
        for thing in passage.things:
            if thing.kind != "by" or thing.start < whole.end:
                continue
            late = thing.last > whole.last and not TOLD_AFTER.search(thing.said)
            early = whole.first <= thing.last < whole.last and _SUMMED.search(thing.behind) is not None
            if late or early and not _IN_PARTS.search(thing.said):
                yield Outside(thing.behind.strip("，、"), thing.at, whole.at)


_SUMMED = Pattern(r"^[^，；。]{0,12}(?:总结|总体评估|评估报告)")
_IN_PARTS = Pattern(r"阶段性?|中期|上半年|季度|月度|进展|首|第[一二三四]")
