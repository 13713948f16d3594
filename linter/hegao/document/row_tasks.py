"""Tasks in rows of tables that assign work (任务分工表)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.document.first_leads import lets_first_lead
from hegao.document.model import Column, Row, Table, Task, Unit
from hegao.document.period import Period, bodies_in, units_of
from hegao.document.told_by_cells import group_rows, is_body_list, is_day, is_timetable, is_total
from hegao.phrases.clauses import COOP, LEAD, RESPONSIBLE, read_clause
from hegao.phrases.dates import find_dates
from hegao.phrases.deadlines import Deadline, due_of, read_deadline
from hegao.phrases.units import looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.syntax.column_roles import NOTHING
from hegao.words.duty_labels import body_label
from hegao.words.patterns import one_of
from hegao.words.vocabulary import duty_words

#: A cell that tells roles of its own: labels, or who leads and who helps.
_SPEAKS = Pattern(
    rf"{body_label('label', LEAD, COOP, RESPONSIBLE)}[:：]|{one_of(duty_words('verb', LEAD, COOP))}(?:负责|落实|实施)?(?:[，；、。;,]|$)"
)
#: Heads of columns that name persons beside bodies.
_PERSONS = Pattern(r"(?:责任|负责|联系)人")
_ROLES = (LEAD, COOP, RESPONSIBLE, "upper_lead", "upper_coop")


def row_tasks(table: Table, before: str, period: Period) -> list[Task]:
    """The tasks of a table that assigns work: one a row that names a unit or a measure of its own.

    ``before`` is the paragraph above the table: it may say that the unit named first leads, and set
    the day for all rows.
    """
    listed = _listed_column(table) if lets_first_lead(before) else None
    if is_timetable(table):
        return []
    if not any(row.cell("lead") or row.cell("responsible") for row in table.rows) and listed is None:
        return []
    above = _bound(before, period) if listed is not None and not table.has("deadline") else None
    tasks: list[Task] = []
    groups = group_rows(table)
    for row in table.rows:
        task = _row_task(row, listed, period)
        if task is None or row in groups and not task.units:
            continue
        _inherit(task, tasks)
        if task.deadline is None and above is not None:
            task.deadline = above
        tasks.append(task)
    return tasks


def _listed_column(table: Table) -> int | None:
    """The column of units where the text above says that the first named leads (调研单位)."""
    return next((i for i, column in enumerate(table.columns) if column.head.endswith(("单位", "部门"))), None)


def _bound(text: str, period: Period) -> Deadline | None:
    """The day that the sentence above a table sets for all its rows."""
    dates = [phrase for phrase in find_dates(text) if phrase.exists and phrase.month is not None]
    if not dates:
        return None
    phrase = dates[0]
    return Deadline(phrase.written, "date", due_of(phrase, period.year), phrase.last(period.year))


def _row_task(row: Row, listed: int | None, period: Period) -> Task | None:
    filled = [cell for cell in row.cells if cell.value]
    if len({cell.value for cell in filled}) < 2 or is_total(row):
        return None
    task = Task(row.text, "row", _measure(row, filled), row=row)
    for column, cell in _under_their_heads(row):
        if column.role in _ROLES and cell.value.strip(NOTHING):
            _assign(task, column.role, cell, column.head, period)
        elif column.role == "deadline" and cell.value and task.deadline is None:
            task.deadline = read_deadline(cell.value, period.year, period.issued)
            task.deadline_text = cell
    if listed is not None and not task.lead and not task.responsible and listed < len(row.cells):
        cell = row.cells[listed]
        units = bodies_in(cell)
        task.lead, task.coop = units[:1], units[1:]
    if not row.table.has("lead") and not row.table.has("responsible") and not task.units:
        return None
    return task


def _under_their_heads(row: Row) -> Iterator[tuple[Column, Text]]:
    """The columns and cells of a row; a day under the head of bodies and bodies under that of days changed places, and a day is never a body."""
    pairs = list(zip(row.table.columns, row.cells, strict=False))
    day = next((index for index, (column, _cell) in enumerate(pairs) if column.role == "deadline"), None)
    if day is not None and (not pairs[day][1].value or is_body_list(pairs[day][1].value)):
        for index, (column, cell) in enumerate(pairs):
            if column.role in (LEAD, RESPONSIBLE) and is_day(cell.value):
                pairs[index], pairs[day] = (column, pairs[day][1]), (pairs[day][0], cell)
                break
    yield from pairs


def _measure(row: Row, filled: list[Text]) -> Text:
    """The cell that tells the task: that of the column made for it, else the nearest one that tells anything."""
    own = row.cell("measure")
    if own is not None and own.value:
        return own
    told = [cell for column, cell in zip(row.table.columns, row.cells, strict=False) if column.role == "other" and cell.value]
    return told[-1] if told else filled[0]


def _assign(task: Task, role: str, cell: Text, head: str, period: Period) -> None:
    """Give the bodies in a cell their role: that of the column, unless the cell tells roles itself."""
    clause = read_clause(cell.value, 0, len(cell)) if not role.startswith("upper") and _SPEAKS.search(cell.value) else None
    if clause is not None and any(clause.units.values()):
        for own in (LEAD, COOP, RESPONSIBLE):
            getattr(task, own).extend(units_of(cell, clause.units.get(own, [])))
        if clause.deadline is not None and task.deadline is None:
            words, start, end = clause.deadline
            task.deadline, task.deadline_text = read_deadline(words, period.year, period.issued), cell.slice(start, end)
        return
    units = bodies_in(cell)
    if _PERSONS.search(head):
        units = list(_without_persons(units))
    if role == RESPONSIBLE and lets_first_lead(head):
        task.lead.extend(units[:1])
        units = units[1:]
    getattr(task, role).extend(units)


def _without_persons(units: list[Unit]) -> Iterator[Unit]:
    """The bodies of a column that names persons beside them: 市教育局李明, 市财政局、王芳."""
    for unit in units:
        name = unit.name
        body = next((name[: len(name) - size] for size in (0, 2, 3) if len(name) - size > 2 and looks_like_body(name[: len(name) - size])), None)
        if body == name:
            yield unit
        elif body is not None:
            yield Unit(body, unit.resolved.removesuffix(unit.name[len(body) :]), unit.text.slice(0, len(body)))


def _inherit(task: Task, tasks: list[Task]) -> None:
    """A row under merged cells has the bodies of the row above where its own cells are empty."""
    row = task.row
    if row is None or not tasks or row.serial is not None or task.lead or task.responsible:
        return
    above = tasks[-1]
    grouped = row.table.columns[0].role in (LEAD, RESPONSIBLE) and above.row is not None and above.row.table is row.table
    if grouped:
        task.lead, task.responsible = _copied(above.lead), _copied(above.responsible)
    if not row.table.has("serial"):
        return
    if above.row is not None and above.row.section == row.section and task.deadline is not None:
        task.lead, task.responsible = _copied(above.lead), _copied(above.responsible)
        task.coop = task.coop or _copied(above.coop)


def _copied(units: list[Unit]) -> list[Unit]:
    return list(units)
