"""Deadlines that nobody can judge: 尽快, 长期推进 (norms TSK)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.excerpts import short
from hegao.checks.task.missing_fields import sets_day
from hegao.document.model import Task


@check(
    "deadline-kind",
    {"task"},
    parameters={"kind": {"enum": ["vague", "open"]}, "dated": {"type": "boolean", "default": False}},
    facts=("deadline", "measure"),
)
def deadline_kind(task: Task, context: Context, kind: str, dated: bool = False) -> Iterator[Hit]:
    """Tasks whose deadline is of a kind that cannot be judged: vague (尽快), or open (长期推进).

    ``dated``: only where a sibling is due by a day.
    """
    if task.deadline is None or task.deadline.kind != kind or task.form == "sentence":
        return
    if kind == "vague" and sets_day(task.measure.value):
        return
    if dated and not task.task_list.has_day:
        return
    yield Hit(task.due_at, {"deadline": task.deadline.written, "measure": short(task.measure.value)})
