"""Tasks (任务): clauses behind measures, rows of task tables, sentences that name a unit and a day."""

from __future__ import annotations

import re

from hegao.document.model import Heading, Paragraph, Part, Row, Table, Task
from hegao.document.period import Period, units_of
from hegao.document.sentences import sentence_tasks
from hegao.phrases.clauses import COOP, LEAD, RESPONSIBLE, ClausePhrase, find_clauses, read_clause
from hegao.phrases.dates import find_dates
from hegao.phrases.deadlines import Deadline, due_of, read_deadline
from hegao.phrases.units import locate_units
from hegao.sources.places import Text

_FIRST_LEADS = re.compile(r"(?:排名?|列|排列?)(?:在)?(?:第一|首位|前)[^，。；]{0,12}(?:为|是)?(?:第一)?(?:牵头|主办|责任)单位|(?:第一个|首个)单位为牵头")
_LABEL_LINE = re.compile(r"^(?:牵头|责任|配合|主办|承办|协办|实施)(?:责任)?(?:单位|部门)[:：]|^完成(?:时限|时间)[:：]")


def clause_tasks(block: Text, heading: Heading | None, period: Period) -> list[Task]:
    """The tasks of the clauses in a paragraph, each with the measure before it."""
    tasks: list[Task] = []
    at = 0
    for clause in find_clauses(block.value):
        measure = block.slice(at, clause.start)
        tasks.append(_clause_task(block, clause, measure, heading, period))
        at = clause.end
    if not tasks and _LABEL_LINE.match(block.value):
        clause_line = read_clause(block.value, 0, len(block.value))
        if clause_line is not None:
            measure = heading.body if heading is not None else block
            tasks.append(_clause_task(block, clause_line, measure, heading, period))
    return tasks


def _clause_task(block: Text, clause: ClausePhrase, measure: Text, heading: Heading | None, period: Period) -> Task:
    task = Task(block.slice(clause.start, clause.end), "clause", measure, heading=heading)
    task.lead = units_of(block, clause.units.get(LEAD, []))
    task.coop = units_of(block, clause.units.get(COOP, []))
    task.responsible = units_of(block, clause.units.get(RESPONSIBLE, []))
    if clause.deadline is not None:
        words, start, end = clause.deadline
        task.deadline = read_deadline(words, period.year, period.issued)
        task.deadline_text = block.slice(start, end)
    else:
        _deadline_in_measure(task, measure, period)
    return task


def _deadline_in_measure(task: Task, measure: Text, period: Period) -> None:
    """A clause without a time takes the one bound that its measure sets (确保2026年底前实现…)."""
    bounds = [phrase for phrase in find_dates(measure.value) if phrase.after == "前" and phrase.exists and not _terms(measure.value, phrase.start)]
    if len(bounds) != 1:
        return
    phrase = bounds[0]
    end = phrase.end + 1
    written = measure.slice(phrase.start, end)
    task.deadline = Deadline(written.value, "date", due_of(phrase, period.year), phrase.last(period.year))
    task.deadline_text = written


def _terms(text: str, start: int) -> bool:
    """Whether the date is a term of something else: 延长至, 有效期至, 截至."""
    return bool(re.search(r"(?:至|到|截至|截止|自|从|由|已于|曾于)\s*$", text[:start]))


def row_tasks(table: Table, before: str, period: Period) -> list[Task]:
    """The tasks of a table that assigns work: one a row that names a unit or a measure of its own.

    ``before`` is the paragraph above the table: it may say that the unit named first leads, and set
    the day for all rows.
    """
    first_leads = bool(_FIRST_LEADS.search(before))
    listed = _listed_column(table) if first_leads else None
    if not (table.has("lead") or table.has("responsible") or listed is not None):
        return []
    if not _assigns(table, listed):
        return []
    above = _bound(before, period) if listed is not None and not table.has("deadline") else None
    tasks = []
    for row in table.rows:
        task = _row_task(row, listed, period)
        if task is None:
            continue
        if task.deadline is None and above is not None:
            task.deadline = above
        tasks.append(task)
    return tasks


def _listed_column(table: Table) -> int | None:
    """The column of units where the text above says that the first named leads (调研单位)."""
    return next((i for i, column in enumerate(table.columns) if column.head.endswith(("单位", "部门"))), None)


def _assigns(table: Table, listed: int | None) -> bool:
    return listed is not None or any(row.cell("lead") or row.cell("responsible") for row in table.rows)


def _bound(text: str, period: Period) -> Deadline | None:
    """The day that the sentence above a table sets for all its rows."""
    dates = [phrase for phrase in find_dates(text) if phrase.exists and phrase.month is not None]
    if not dates:
        return None
    phrase = dates[0]
    return Deadline(phrase.written, "date", due_of(phrase, period.year), phrase.last(period.year))


def _row_task(row: Row, listed: int | None, period: Period) -> Task | None:
    filled = [cell for cell in row.cells if cell.value]
    if len(filled) < 2:
        return None
    measure = row.cell("measure") or filled[0]
    if not measure.value:
        measure = filled[0]
    task = Task(row.text, "row", measure, row=row)
    for role in ("lead", "coop", "responsible", "upper_lead", "upper_coop"):
        cell = row.cell(role)
        if cell is not None and cell.value.strip("/—-无 "):
            setattr(task, role, units_of(cell, locate_units(cell.value)))
    if listed is not None and not task.lead and not task.responsible and listed < len(row.cells):
        cell = row.cells[listed]
        units = units_of(cell, locate_units(cell.value))
        task.lead, task.coop = units[:1], units[1:]
    cell = row.cell("deadline")
    if cell is not None and cell.value:
        task.deadline = read_deadline(cell.value, period.year, period.issued)
        task.deadline_text = cell
    if not row.table.has("lead") and not row.table.has("responsible") and not task.units:
        return None
    return task


def assign_siblings(parts: list[Part], tasks: list[Task]) -> None:
    """Tell every task which tasks stand in the same list or table."""
    groups: dict[int, list[Task]] = {}
    for task in tasks:
        groups.setdefault(_group(task), []).append(task)
    for task in tasks:
        task.siblings = groups[_group(task)]


def _group(task: Task) -> int:
    if task.row is not None:
        return id(task.row.table)
    if task.form == "sentence":
        return -id(task)
    heading = task.heading
    if heading is None:
        return 0
    return id(heading.group[0]) if heading.group else id(heading)


def all_tasks(part: Part, period: Period) -> list[Task]:
    """The tasks of a part in the order of the file."""
    tasks: list[Task] = []
    before = last = ""
    heading: Heading | None
    for node in part.nodes:
        if isinstance(node, Table):
            tasks.extend(row_tasks(node, before, period))
            continue
        if isinstance(node, Heading):
            block, heading = node.body, node
        elif isinstance(node, Paragraph):
            block, heading = node.text, node.heading
        else:
            continue
        clauses = clause_tasks(block, heading, period)
        if heading is not None:
            heading.tasks.extend(clauses)
        tasks.extend(clauses)
        if not clauses:
            tasks.extend(sentence_tasks(block, heading, period))
        before = last + block.value
        last = block.value
    return tasks
