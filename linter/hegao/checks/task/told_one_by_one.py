"""A table that tells the duties of the text once more, row by row (分工表逐项对应正文): the one row whose day is not that of the text (norm TSK-11).

That most rows have body and day of a passage that speaks of their work shows what the table is; then less likeness will do for the row left over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.checks.shared.roster import Bodies
from hegao.checks.task.plan_deadlines import Clash
from hegao.checks.task.same_work import tells_day
from hegao.document.model import Task, TaskList
from hegao.sources.lazy_pattern import Pattern

_NO_LETTER = Pattern(r"[^\u3400-\u9fffA-Za-z0-9]+")
#: Work that is done part by part, or again and again.
_PARTS = Pattern(r"每|首[次批]|第[一二三四五六\d]+[批轮次季]|上半年|下半年|季度|分别|再次|累计|阶段性|陆续|分批")
#: How much of a row's words a passage has that is about its work (in a hundred), where its day says so, too, and where it does not.
_ALIKE, _SURE = 30, 50
#: And of a duty that has the very bodies of the row.
_NAMED = 25
#: So many rows, at least, and so much of all (in a hundred) have the day of their passage.
_FEWEST, _MOST = 3, 70


class _Told(NamedTuple):
    passage: Passage
    thing: Timed
    pairs: frozenset[str]


def rows_astray(context: Context) -> Iterator[Clash]:
    """The rows that have another day than the passage that alone can speak of them."""
    tables: dict[TaskList, list[Task]] = {}
    for task in context.document.tasks:
        if task.form == "row" and task.deadline is not None and task.deadline.kind == "date" and task.deadline.last is not None:
            tables.setdefault(task.task_list, []).append(task)
    several = [rows for rows in tables.values() if len(rows) > _FEWEST]
    told = list(_told(context)) if several else []
    for rows in several if told else ():
        yield from _astray(rows, told)
        yield from _by_bodies(rows, context)


def _told(context: Context) -> Iterator[_Told]:
    for passage in context.once(timed_passages):
        pairs = _pairs(passage.text.value)
        yield from (_Told(passage, thing, pairs) for thing in passage.things if thing.kind == "by")


def _astray(rows: Sequence[Task], told: Sequence[_Told]) -> Iterator[Clash]:
    taken: set[int] = set()
    left: list[Task] = []
    for row in rows:
        fit = [number for number, one in enumerate(told) if _due(row) == one.thing.last and _speaks(row, one, _ALIKE)]
        if fit:
            taken.add(max(fit, key=lambda number: (_share(row, told[number]), -number)))
        else:
            left.append(row)
    if len(rows) - len(left) < _FEWEST or (len(rows) - len(left)) * 100 < _MOST * len(rows):
        return
    for row in left:
        if any(_due(row) == one.thing.last and row.units and _speaks(row, one, 1) for one in told):
            continue
        fit = [number for number, one in enumerate(told) if number not in taken and _speaks(row, one, _SURE) and not _PARTS.search(one.thing.said)]
        others = [one for one in left if one is not row and any(_speaks(one, told[number], _SURE) for number in fit)]
        if len(fit) == 1 and not others and not _PARTS.search(row.measure.value) and row.deadline is not None:
            thing = told[fit[0]].thing
            yield Clash("table", row.measure.value, row.due_at, row.deadline.written, thing.at.value, thing.at)


def _by_bodies(rows: Sequence[Task], context: Context) -> Iterator[Clash]:
    """Rows and duties of the text that alone have the same bodies, leads and helpers: most of them are due on one day, and one is not."""
    bodies = context.tables.made(Bodies)
    spoken = [task for task in context.document.tasks if task.form != "row" and task.deadline is not None and task.deadline.kind == "date"]
    ours, theirs = _alone(rows, bodies), _alone(spoken, bodies)
    pairs = [(ours[key], theirs[key]) for key in ours if key in theirs]
    off = [(row, task) for row, task in pairs if _due(row) != _due(task)]
    if len(pairs) - len(off) < _FEWEST or (len(pairs) - len(off)) * 100 < _MOST * len(pairs):
        return
    off = [(row, task) for row, task in off if row.deadline is None or row.deadline.last is None or not tells_day(task.text.value, row.deadline.last)]
    for row, task in off:
        said = _pairs((task.heading.title if task.heading is not None else "") + task.measure.value)
        wanted = _pairs(row.measure.value)
        if wanted and 100 * len(wanted & said) >= _NAMED * len(wanted) and row.deadline is not None and task.deadline is not None and not _PARTS.search(row.measure.value + task.measure.value):
            yield Clash("table", row.measure.value, row.due_at, row.deadline.written, task.deadline.written, task.due_at)


def _alone(tasks: Sequence[Task], bodies: Bodies) -> dict[object, Task]:
    """The tasks by their bodies, those left out whose bodies another one has, too; so are tasks of one body."""
    found: dict[object, list[Task]] = {}
    for task in tasks:
        leads, helpers = (frozenset(bodies.kin(unit.resolved or unit.name) for unit in several) for several in ((*task.lead, *task.responsible), task.coop))
        if leads and len(leads | helpers) > 1:
            found.setdefault((leads, helpers), []).append(task)
    return {key: several[0] for key, several in found.items() if len(several) == 1}


def _due(row: Task) -> object:
    return row.deadline.last if row.deadline is not None else None


def _speaks(row: Task, one: _Told, least: int) -> bool:
    """Whether a passage names the body in charge of a row, or asks for all its work, and tells enough of its work."""
    leads = [unit.name for unit in (*row.lead, *row.responsible)]
    named = not leads or any(name in one.passage.text.value for name in leads)
    return named and _share(row, one) >= least


def _share(row: Task, one: _Told) -> int:
    pairs = _pairs(row.measure.value)
    return 100 * len(pairs & one.pairs) // len(pairs) if pairs else 0


def _pairs(text: str) -> frozenset[str]:
    letters = _NO_LETTER.sub("", text)
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))
