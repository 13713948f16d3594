"""The one part that is due behind the whole (单项超出总期限): items below the sentence that sets a day for all of them, rows below the years of their table (norms TSK-08, TSK-11)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.stage_bounds import TOLD_AFTER
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.checks.task.plan_deadlines import Clash, year_of_work
from hegao.checks.task.retold_work import rows_with_days
from hegao.document.model import Heading, Node, Paragraph, Part, Table
from hegao.phrases.ranges import find_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import task_verbs

#: A day for all of it: 各项任务均须于8月20日前完成, 于9月底前全面完成.
_ALL_DONE = Pattern(lambda: rf"(?:全部|各项|所有|均|整体|总体|全面|全市|全县|全区|[”》]?(?:行动|任务|工作|工程))[^。；]{{0,40}}(?:{one_of(task_verbs('ends'))}|完工|结束|到位|清零)")
#: Its last day: 行动自4月开始，至11月底结束.
_TERM = Pattern(r"行动|活动|整治|排查|攻坚|试点|检查|竞赛|工期|工程|工作|建设")
_UNTIL, _ENDS = Pattern(r"(?:至|到|截至)$"), Pattern(r"^(?:前)?(?:全部|全面)?(?:结束|为止|止|完成|完工|收官)")
#: What has a time of its own.
_OTHER = Pattern(r"验收|决算|审计|评价|评估|总结|回头看|长效|远期|延长|每[年月季周]|通报|表彰|奖|考核|移交|归档|督查|首批|另行|缺陷责任|质保|运行")
_GRACE = datetime.timedelta(days=100)
_WITHIN = 2


class _PartOf(NamedTuple):
    """A part: its last day, where that stands, what is said of it."""

    last: datetime.date
    at: Text
    said: str


def late_parts(context: Context) -> Iterator[Clash]:
    """All of them."""
    passages = context.once(timed_passages)
    of_node = {passage.node: passage for passage in passages}
    for passage in passages:
        whole = _whole(passage)
        if whole is not None:
            inside = [thing for thing in passage.things if thing.start > whole.end]
            below = [thing for node in _scope(context.document.parts[passage.part], passage) if isinstance(node, Heading | Paragraph) and node in of_node for thing in of_node[node].things]
            rows = [row for node in _scope(context.document.parts[passage.part], passage) if isinstance(node, Table) for row in _rows(node, context)]
            parts = [*(_PartOf(thing.last, thing.at, thing.said) for thing in (*inside, *below) if thing.kind == "by"), *rows]
            yield from _late(parts, whole.last, whole.at, datetime.timedelta())
    for part in context.document.parts:
        yield from _of_years(part, context)


def _whole(passage: Passage) -> Timed | None:
    """The day that the first sentence of a passage sets for all that follows."""
    if not passage.things:
        return None
    first = passage.things[0]
    if first.kind == "by" and first.sentence == 0 and _ALL_DONE.search(first.said) and not _OTHER.search(first.said):
        return first
    said = [thing for thing in passage.things[:2] if thing.sentence == first.sentence and _UNTIL.search(thing.before) and _ENDS.match(thing.behind)]
    ended = said[0] if said else first if first.kind == "span" and _ENDS.match(first.behind) else None
    return ended if ended is not None and _TERM.search(passage.text.value[: ended.start]) else None


def _scope(part: Part, passage: Passage) -> Iterator[Node]:
    """What a sentence speaks of all the way down: the items below it, up to the next heading of its own level."""
    node = passage.node
    if isinstance(node, Heading):
        level = node.level if node.children else None
    else:
        level = node.heading.level if node.heading is not None else 0
    if level is None:
        return
    first: int | None = None
    for one in part.nodes[passage.place + 1 :]:
        if isinstance(one, Heading):
            first = one.level if first is None else first
            if one.level <= level or one.level < first:
                return
        yield one


def _rows(table: Table, context: Context) -> Iterator[_PartOf]:
    return (_PartOf(given.last, given.at, name) for name, given in rows_with_days(table, context))


def _late(parts: Sequence[_PartOf], last: datetime.date, there: Text, grace: datetime.timedelta) -> Iterator[Clash]:
    late = [part for part in parts if part.last > last + grace]
    if len(late) == 1 and len(parts) > _WITHIN and not _OTHER.search(late[0].said) and not TOLD_AFTER.search(late[0].said):
        yield Clash("perhaps", late[0].said.strip("，、"), late[0].at, late[0].at.value, there.value, there)


def _of_years(part: Part, context: Context) -> Iterator[Clash]:
    """The one row that is due long after the years which the sentence or the title above its table names."""
    above: Text | None = part.title.text if part.title is not None else None
    for node in part.nodes:
        if isinstance(node, Table):
            told = _years(above) if above is not None else None
            if told is not None:
                yield from _late(list(_rows(node, context)), *told, _GRACE)
        elif isinstance(node, Heading | Paragraph):
            above = node.body


def _years(text: Text) -> tuple[datetime.date, Text] | None:
    """The last day of the years that a text gives its table, and where they stand."""
    spans = [found for found in find_ranges(text.value) if found.last.year is not None and found.last.month is None]
    if len(spans) == 1 and spans[0].last.year is not None:
        return datetime.date(spans[0].last.year, 12, 31), text.slice(spans[0].start, spans[0].end)
    one = year_of_work(text.value) if not spans else None
    return (datetime.date(int(one["year"]), 12, 31), text.slice(one.start("year"), one.end("year") + 1)) if one is not None else None
