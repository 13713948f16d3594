"""A row and a passage that give one thing to the same bodies, one of them by another day (norm TSK-11)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.task.plan_deadlines import Clash
from hegao.checks.task.same_work import held_within, tells_day
from hegao.document.model import Document, Task
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import task_verbs

#: So many characters in a row, words of every task apart, show that two texts speak of one thing.
_LEAST_SHARED = 4
#: Of so many pairs one may differ.
_AGREE = 3
_PLAIN = Pattern(lambda: rf"[^\u3400-\u9fff\d]|{one_of(task_verbs())}|工作|任务|项目|工程|全[省市县区]")
_AGAIN = Pattern(r"每|首[次批]|第[一二三四五六\d]+[批轮次期季]|上半年|下半年|季度|分别|其中|启动|开工")

_Bodies = tuple[frozenset[str], frozenset[str]]


def same_bodies(context: Context) -> Iterator[Clash]:
    """The row whose lead and helpers no other row has together, against the one task of the text that has the same."""
    rows, told = _by_bodies(context.document, "row"), _by_bodies(context.document, "clause", "sentence")
    pairs = [(row[0], told[bodies][0]) for bodies, row in rows.items() if len(row) == 1 and len(told.get(bodies, ())) == 1]
    pairs = [(row, task) for row, task in pairs if _one_thing(row, task)]
    wrong = [(row, task) for row, task in pairs if _other_day(row, task)]
    if len(wrong) == 1 or len(wrong) * _AGREE <= len(pairs):
        for row, task in wrong:
            if row.deadline is not None and task.deadline is not None and _copies(context.document, row):
                yield Clash("table", row.measure.value, row.due_at, row.deadline.written, task.deadline.written, task.due_at)


def _copies(document: Document, row: Task) -> bool:
    """Whether other rows of the list keep days of the text: a table of other days altogether plans something of its own."""
    days = {task.deadline.last for task in document.tasks if task.form != "row" and task.deadline is not None}
    others = [task.deadline.last for task in document.tasks if task.form == "row" and task is not row and task.deadline is not None]
    return not others or any(day in days for day in others)


def _by_bodies(document: Document, *forms: str) -> dict[_Bodies, list[Task]]:
    """The tasks of some forms by their leads and helpers; only such with both."""
    found: dict[_Bodies, list[Task]] = {}
    for task in document.tasks:
        leads, helpers = (frozenset(unit.name for unit in units) for units in (task.lead, task.coop))
        if task.form in forms and leads and helpers:
            found.setdefault((leads, helpers), []).append(task)
    return found


def _one_thing(row: Task, task: Task) -> bool:
    """Whether both say so many characters in a row alike; what is done part by part has several days."""
    ours = [row.measure.value, *(cell.value for cell in (row.row.cells if row.row is not None else ()) if len(cell) > _LEAST_SHARED)]
    words = _PLAIN.sub("\n", f"{task.measure.value}\n{task.text.value}")
    if _AGAIN.search(words) or any(_AGAIN.search(cell) for cell in ours[:1]):
        return False
    names = {unit.name for unit in (*row.units,)}
    pieces = [piece for cell in ours if cell not in names for piece in _PLAIN.sub("\n", cell).split("\n")]
    bodies = "\n".join(names)
    return any(piece[at : at + _LEAST_SHARED] in words and piece[at : at + _LEAST_SHARED] not in bodies for piece in pieces for at in range(len(piece) - _LEAST_SHARED + 1))


def _other_day(row: Task, task: Task) -> bool:
    due, bound = row.deadline, task.deadline
    if due is None or bound is None or due.last is None or bound.last is None or due.kind != "date" or bound.kind != "date":
        return False
    return due.last != bound.last and "月" in due.written and "月" in bound.written and not held_within(due, bound.last) and not tells_day(task.text.value, due.last)
