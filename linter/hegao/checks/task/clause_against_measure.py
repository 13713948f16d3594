"""A responsibility clause (责任括注) against the measure in front of it: another lead, a later or an earlier day (norms TSK-02, TSK-11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.timed_things import Timed, timed_passages
from hegao.checks.shared.roster import Bodies, generic
from hegao.checks.task.plan_deadlines import Clash
from hegao.document.model import Document, Task, Unit
from hegao.phrases.units import looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import duty_words, task_verbs

#: Who leads by the measure itself: 市水利局牵头实施….
_LED = Pattern(lambda: rf"(?:^[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．]|^|[。；，])(?:由)?(?P<name>[^，。；、由：（）]{{3,20}}?)(?:要|应当?|须|负责)?{one_of(duty_words('verb', 'lead'))}(?!单位|部门|会同)")
#: Work of several steps or parts has leads and days of its own.
_STEPS = Pattern(r"其中|分别|首[次批]|第[一二三四五六\d]+[批轮次期季]|每(?![户人个处名件亩村所座台])|启动|开工|方案|；")
#: What is done by the day that the measure sets is the work itself.
_DONE = Pattern(lambda: rf"^(?:[^，。；]{{2,16}}?(?:全面|全部|基本))?(?:全面|全部|基本|正式)?{one_of(verb for verb in task_verbs() if verb not in task_verbs('dated') or verb in task_verbs('ends'))}")


class OtherLead(NamedTuple):
    """A clause whose lead is not that of its measure: the lead there, the measure, the lead here and its place."""

    unit: Unit
    measure: Text
    named: str
    there: Text


def other_leads(document: Document, bodies: Bodies) -> Iterator[OtherLead]:
    """The clauses that name another lead than their measure does."""
    for task in document.tasks:
        if task.form != "clause" or len(task.lead) != 1 or generic(task.lead[0].name) or _STEPS.search(task.measure.value):
            continue
        told = [match for match in _LED.finditer(task.measure.value) if looks_like_body(match["name"])]
        own = task.lead[0]
        if len(told) == 1 and told[0]["name"][-2:] != own.name[-2:] and bodies.kin(told[0]["name"]) != bodies.kin(own.resolved or own.name):
            yield OtherLead(own, task.measure, told[0]["name"], task.measure.slice(*told[0].span("name")))


def other_days(context: Context) -> Iterator[Clash]:
    """The clauses that set another day than the one by which their measure is to be done."""
    clauses = [task for task in context.document.tasks if task.form == "clause" and task.deadline is not None and task.deadline.kind == "date"]
    if not clauses:
        return
    bounds: dict[int, list[Timed]] = {}
    for passage in context.once(timed_passages):
        for thing in passage.things:
            if thing.kind == "by":
                bounds.setdefault(passage.text.line, []).append(thing)
    for task in clauses:
        told = _day_of(task, bounds.get(task.measure.line, []))
        due = task.deadline
        if told is not None and due is not None and due.last is not None and due.last != told.last and task.deadline_text is not None:
            yield Clash("perhaps", task.measure.value, task.due_at, due.written, told.at.value, told.at)


def _day_of(task: Task, bounds: list[Timed]) -> Timed | None:
    """The one day by which the measure is to be done by its own words."""
    if _STEPS.search(task.measure.value):
        return None
    own = [thing for thing in bounds if task.measure.line <= thing.at.line and thing.at.value in task.measure.value and thing.at.span() != task.due_at.span()]
    return own[0] if len(own) == 1 and _DONE.match(own[0].behind) else None
