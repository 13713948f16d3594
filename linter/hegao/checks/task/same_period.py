"""One period told twice with two ends (同一时段两处不一): a stage or a step in the text and in a table, or in two passages (norm TSK-11)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.timed_things import Timed, timed_passages
from hegao.checks.task.plan_deadlines import Clash
from hegao.document.model import Heading, Table
from hegao.phrases.ranges import find_ranges, first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.builtin_tables import builtin
from hegao.words.patterns import one_of


class _Period(NamedTuple):
    """A period with what it is of: the ordinals of stages and the steps of work told beside it."""

    first: datetime.date
    last: datetime.date
    at: Text
    ordinals: frozenset[str]
    steps: frozenset[str]
    in_table: bool


_ORDINAL = Pattern(r"第[一二三四五六七八九十\d]{1,2}(?:阶段|期|批|轮|步)")
#: Steps of which a document has one period only; the closed ones of the courses, and what runs for some days.
_STEP = Pattern(lambda: one_of({row["word"] for row in builtin("step-order") if row["closed"]} | {"公示", "展览", "听证", "巡展", "投票", "施工", "封闭"}))
#: What is done in parts has several periods.
_IN_PARTS = Pattern(r"其中|分别|各组|每(?![日天])|延长|顺延|补|原")
_NEAR = 14
_ENDS = 2
#: Of more periods that begin on one day each is of something else.
_MOST = 8


def same_periods(context: Context) -> Iterator[Clash]:
    """The later of two passages that give one stage or step, begun on one day, two ends; with a third end nothing is sure."""
    by_day: dict[datetime.date, list[_Period]] = {}
    for period in (*_in_text(context), *_in_rows(context)):
        if period.ordinals or period.steps:
            by_day.setdefault(period.first, []).append(period)
    for told in by_day.values():
        if len(told) <= _MOST:
            yield from _two_ends(told)


def _two_ends(told: Sequence[_Period]) -> Iterator[Clash]:
    """The first period of those begun on one day that ends otherwise than one before it."""
    for index, period in enumerate(told):
        same = [one for one in told if one is not period and _one_thing(one, period)]
        before = next((one for one in told[:index] if one in same and one.last != period.last), None)
        if before is not None and len({one.last for one in (period, *same)}) == _ENDS:
            measure = min(period.ordinals & before.ordinals or period.steps & before.steps)
            yield Clash("twice", measure, period.at, period.at.value, before.at.value, before.at)
            return


def _one_thing(one: _Period, other: _Period) -> bool:
    """Whether two periods are of one stage, told in the text and in a table, or of one step."""
    if one.ordinals or other.ordinals:
        return one.ordinals == other.ordinals and one.in_table != other.in_table
    return bool(one.steps & other.steps)


def _in_text(context: Context) -> Iterator[_Period]:
    for passage in context.once(timed_passages):
        node = passage.node
        title = node.title if isinstance(node, Heading) and len(passage.things) == 1 else ""
        for thing in passage.things:
            if thing.kind == "span" and not _IN_PARTS.search(thing.said):
                yield _period(thing, f"{title}，{thing.before}，{thing.behind[:_NEAR]}")


def _period(thing: Timed, words: str) -> _Period:
    return _Period(thing.first, thing.last, thing.at, frozenset(_ORDINAL.findall(words)), frozenset(_STEP.findall(words)), False)


def _in_rows(context: Context) -> Iterator[_Period]:
    """The periods of the rows that have one."""
    year = context.document.issued.year if context.document.issued else None
    for row in (row for table in context.document.of("table") if isinstance(table, Table) for row in table.rows):
        cells = row.cells
        ranges = [(cell, found) for cell in cells if "至" in cell.value or "—" in cell.value for found in find_ranges(cell.value) if found.first.month is not None]
        use = ranges[0][1].first.year or ranges[0][1].last.year or year if len(ranges) == 1 else None
        if use is None:
            continue
        cell, found = ranges[0]
        first, last = first_day(found.first, use), found.last.last(use + 1 if found.next_year else use)
        words = "，".join(one.value for one in cells if one is not cell)
        if first is not None and last is not None and not _IN_PARTS.search(words):
            at = cell.slice(found.start, found.end)
            yield _Period(first, last, at, frozenset(_ORDINAL.findall(words)), frozenset(_STEP.findall(words)), True)
