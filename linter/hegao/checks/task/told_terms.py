"""Work against the term that the text itself gives the whole (行动期限、目标年度): the one task due behind it, stages that do not end with it (norms TSK-08, TSK-09)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.stage_bounds import TOLD_AFTER, Stage, stages
from hegao.checks.date.timed_things import Passage, timed_passages
from hegao.checks.task.plan_deadlines import Clash
from hegao.document.model import Document, Heading, Node, Paragraph, Task
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: What the term is of, in front of it or behind: 专项行动自…至…, 于2026年4月至8月在全省开展排查.
_TERM = Pattern(r"(?:行动|活动|整治|排查|攻坚|试点|检查|竞赛|工期|建设期|实施期|有效期|周期)[”》]?(?:时间|期限)?(?:为|是|：|定于)?[，]?(?:自|从|于|在)?$|^(?:决定|拟|计划|定)?[，]?(?:自|从|于|在)$")
_BEHIND = Pattern(r"^(?:止|结束)?[，,]?(?:在|面向)?(?:全[\u3400-\u9fff]{1,2}|[\u3400-\u9fff]{2,6}范围内?|各[\u3400-\u9fff]{1,4})?(?:范围内)?(?:集中|组织|统一|联合)?(?:开展|实施|进行)[^，。；]{0,24}?(?:行动|活动|整治|排查|攻坚|检查|竞赛|工作)")
#: The last day alone: 有效期至2027年12月31日; 6月底前完成全部整改任务.
_UNTIL = Pattern(r"有效期[限]?(?:为)?(?:[一二三四五六七八九十两\d]+年[，,])?(?:截?至|到)$")
_ALL_BY = Pattern(r"^(?:全面)?(?:完成|实现|落实)(?:全部|所有|各项)[^，。；]{0,10}?(?:任务|工作|整改|整治|项目|目标)")
#: A goal for the whole: 到2027年底，全面完成…; 到2027年，全县….
_GOAL = Pattern(r"(?:^|[。；：])[^，。；：]{0,6}?到(?P<year>20\d\d)年(?:年?底|年?末|12月底)?(?:前)?，(?!.{0,40}远期)")
_GOAL_HEAD = Pattern(r"目标|总体要求|指标")
_LONGEST = 14
#: How long work may still be summed up, and what has a time of its own.
_GRACE = datetime.timedelta(days=5)
_OTHER = Pattern(r"验收|决算|审计|评价|评估|总结|回头看|长效|远期|远景|延长|每[年月季]|通报|表彰|奖|考核|移交|归档|督查|督导.{0,4}通报")
#: So many other tasks keep within the term.
_WITHIN = 2


class _Term(NamedTuple):
    """The last day of the whole, where it is told, in which part of the document, and on which day it begins if it says so."""

    last: datetime.date
    at: Text
    part: int
    first: datetime.date | None = None


def beyond_terms(context: Context) -> Iterator[Clash]:
    """The one task due behind the term of its text, and the stages that end on another day than the whole."""
    passages = context.once(timed_passages)
    for number in range(len(context.document.parts)):
        spans = list(_spans([one for one in passages if one.part == number], context))
        terms = spans or list(_goals(context.document, number))
        if len({term.last for term in terms}) == 1:
            yield from _late_tasks(context.document, terms[0], goal=not spans)
            yield from _stages_astray([one for one in context.once(stages) if one.passage.part == number], terms[0])


def _spans(passages: Sequence[Passage], context: Context) -> Iterator[_Term]:
    of_stages = {stage.time.at.span() for stage in context.once(stages)}
    for passage in passages:
        for thing in passage.things:
            if thing.kind == "span" and thing.at.span() not in of_stages and (_TERM.search(thing.before) and "阶段" not in thing.before or _BEHIND.match(thing.behind)):
                yield _Term(thing.last, thing.at, passage.part, thing.first)
            elif _UNTIL.search(thing.before) or thing.kind == "by" and len(passage.things) == 1 and _ALL_BY.match(thing.behind):
                yield _Term(thing.last, thing.at, passage.part)


def _goals(document: Document, number: int) -> Iterator[_Term]:
    """The years by whose end the goals of a part are to be reached; the last of them binds."""
    told = []
    for node in document.parts[number].nodes:
        if not isinstance(node, Heading | Paragraph):
            continue
        head = node if isinstance(node, Heading) else node.heading
        if head is not None and _GOAL_HEAD.search(head.title[:_LONGEST]):
            body = node.body
            told += [_Term(datetime.date(int(match["year"]), 12, 31), body.slice(*match.span("year")), number) for match in _GOAL.finditer(body.value)]
    if told:
        yield max(told, key=lambda term: term.last)


def _late_tasks(document: Document, term: _Term, goal: bool) -> Iterator[Clash]:
    nodes = set(document.parts[term.part].nodes)
    due = [task for task in document.tasks if task.deadline is not None and task.deadline.kind == "date" and task.deadline.last is not None and _in_part(task, nodes, term.part)]
    late = [task for task in due if _last(task) > term.last + _GRACE]
    if len(late) != 1 or len(due) - 1 < _WITHIN and not (not goal and len(due) > 1):
        return
    task = late[0]
    said = f"{task.measure.value}{task.heading.title if task.heading is not None and task.row is None else ''}"
    if not _OTHER.search(said) and not TOLD_AFTER.search(task.text.value if task.form == "sentence" else "") and task.deadline is not None:
        yield Clash("perhaps", task.measure.value, task.due_at, task.deadline.written, _whole(term), term.at)


def _whole(term: _Term) -> str:
    return term.at.value


def _last(task: Task) -> datetime.date:
    return task.deadline.last if task.deadline is not None and task.deadline.last is not None else datetime.date.min


def _in_part(task: Task, nodes: set[Node], number: int) -> bool:
    """Whether a task stands in a part: its table or its heading does, or, without one, the part is the first."""
    if task.row is not None:
        return task.row.table in nodes
    return task.heading in nodes if task.heading is not None else number == 0


#: So many stages tell the course of the whole.
_STAGES = 2


def _stages_astray(told: Sequence[Stage], term: _Term) -> Iterator[Clash]:
    """Stages of the whole, of which the first begins with it and the last ends on another day."""
    if len(told) <= _STAGES or term.first is None:
        return
    first, last = told[0].time, max((stage.time for stage in told), key=lambda time: time.last)
    same_start = (first.first.year, first.first.month) == (term.first.year, term.first.month)
    whole_month = not any(mark in term.at.value for mark in "日号")
    differs = (last.last.year, last.last.month) != (term.last.year, term.last.month) if whole_month else last.last != term.last
    if same_start and differs and sum(1 for stage in told if stage.time.last > term.last) != 1:
        yield Clash("perhaps", told[-1].name, term.at, term.at.value, last.at.value, last.at)


