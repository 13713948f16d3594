"""Deadlines that nobody can judge: 尽快, 长期推进 (norms TSK)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.excerpts import short
from hegao.checks.task.empty_fields import sets_day
from hegao.checks.task.loose_times import Loose, loose_times
from hegao.checks.task.open_times import Endless, endless_work, uncounted_days
from hegao.checks.task.parallel_duties import endless_among_dated, loosely_timed
from hegao.checks.task.unsettled_times import unsettled_times
from hegao.checks.task.vague_deadline import around_day, vague_cells, vague_duties
from hegao.document.model import Document, Task
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Places


@check(
    "deadline-kind",
    {"task", "document"},
    parameters={"kind": {"enum": ["vague", "open"]}, "dated": {"type": "boolean", "default": False}},
    facts=("deadline", "measure", "fault"),
    faults=("kind", "perhaps"),
)
def deadline_kind(node: Task | Document, context: Context, kind: str, dated: bool = False) -> Iterator[Hit]:
    """Tasks whose deadline is of a kind that cannot be judged: vague (尽快), or open (长期推进).

    ``dated``: only where a sibling is due by a day.  Of a document, the vague words of duties that are no tasks of their own.
    """
    if isinstance(node, Task):
        if kind == "vague" or node.form != "sentence":
            yield from _of_task(node, kind, dated)
    elif kind == "open":
        endless = [*endless_work(node), *uncounted_days(context)]
        places = Places(one.at.span() for one in endless)
        endless += [Endless(one.at, one.duty) for one in endless_among_dated(context) if not places.meet(one.at.span())]
        said = Places(task.due_at.span() for task in node.tasks if task.form != "sentence" and any(_of_task(task, kind, dated)))
        for one in endless:
            if not said.meet(one.at.span()):
                yield Hit(one.at, {"deadline": one.at.value, "measure": short(one.measure), "fault": "kind"})
    else:
        told = Places(task.due_at.span() for task in node.tasks if any(_of_task(task, kind, dated)))
        hits = [one for one in (*vague_duties(context), *vague_cells(node)) if not told.meet(one.at.span())]
        for vague in hits:
            yield Hit(vague.at, {"deadline": vague.at.value, "measure": short(vague.duty), "fault": "kind" if vague.sure else "perhaps"})
        places = Places([*(one.at.span() for one in hits), *(task.due_at.span() for task in node.tasks if any(_of_task(task, kind, dated)))])
        loosely = list(loose_times(context))
        others = Places(loose.at.span() for loose in loosely)
        told_so = [Loose(silent.at, silent.duty) for silent in loosely_timed(context) if not others.meet(silent.at.span())]
        beside = Places(loose.at.span() for loose in (*loosely, *told_so))
        unsettled = [Loose(one.at, one.duty) for one in unsettled_times(context) if not beside.meet(one.at.span())]
        for loose in (*loosely, *told_so, *unsettled):
            if not places.meet(loose.at.span()):
                yield Hit(loose.at, {"deadline": loose.at.value, "measure": short(loose.duty), "fault": "perhaps"})


#: What is to be reached by the end of a year: 2026年建成100个.
_TARGET = Pattern(r"20\d\d年(?:底|末)?(?:前)?(?:新?建成|新建|完成|达到|新增|改造|培训|实现)[^，。；]{0,10}\d")


def _of_task(task: Task, kind: str, dated: bool) -> Iterator[Hit]:
    loose = kind == "vague" and task.form != "sentence" and task.deadline is not None and around_day(task.deadline.written)
    if task.deadline is None or task.deadline.kind != kind and not loose or task.form == "sentence" and not task.handed_out:
        return
    if kind == "vague" and not loose and sets_day(task.measure.value):
        return
    if dated and not task.task_list.has_day and not _TARGET.search(task.measure.value):
        return
    yield Hit(task.due_at, {"deadline": task.deadline.written, "measure": short(task.measure.value), "fault": "kind"})
