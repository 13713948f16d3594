"""Small documents built by hand: tasks, tables, headings, for tests of checks without the parser."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import count

from hegao.checks.base import Context
from hegao.document.model import Column, Document, File, Heading, Paragraph, Part, Row, Table, Task, TaskList, Title, Unit
from hegao.phrases.deadlines import read_deadline
from hegao.phrases.numbers import value_of
from hegao.phrases.units import locate_units, resolve
from hegao.sources.text import Text

_LINES = count(1)
ISSUED = datetime.date(2026, 3, 1)


def text(value: str) -> Text:
    """A text on a line of its own."""
    return Text.of_line(value, next(_LINES))


def units(written: str | Text) -> list[Unit]:
    """The bodies in a list: 市财政局、教育局."""
    whole = written if isinstance(written, Text) else text(written)
    found = locate_units(whole.value)
    names = resolve([name for name, _start, _end in found])
    return [Unit(name, full, whole.slice(start, end)) for (name, start, end), full in zip(found, names, strict=True)]


def clause(measure: str, lead: str = "", coop: str = "", due: str = "", responsible: str = "") -> Task:
    """A measure with a bracket behind it."""
    parts = [
        part
        for part in (lead and f"牵头单位：{lead}", responsible and f"责任单位：{responsible}", coop and f"配合单位：{coop}", due)
        if part
    ]
    task = Task(text(f"（{'；'.join(parts)}）"), "clause", text(measure))
    task.lead, task.coop, task.responsible = units(lead), units(coop), units(responsible)
    if due:
        task.deadline, task.deadline_text = read_deadline(due, 2026, ISSUED), text(due)
    task.task_list.add(task)
    return task


def siblings(*tasks: Task) -> list[Task]:
    """The tasks put into one list."""
    together = TaskList()
    for task in tasks:
        together.add(task)
        task.task_list = together
    return list(tasks)


ROLES = {"序号": "serial", "工作任务": "measure", "牵头单位": "lead", "配合单位": "coop", "责任单位": "responsible", "完成时限": "deadline"}


def table(heads: str, *rows: str) -> tuple[Table, list[Task]]:
    """A table of cells between bars, and its tasks."""
    columns = [Column(head, ROLES.get(head, "other")) for head in heads.split("|")]
    whole = Table(text(heads), columns)
    tasks = []
    for line in rows:
        cells = [text(cell) for cell in line.split("|")]
        row = Row(text(line), cells, whole)
        serial = row.cell("serial")
        row.serial = value_of(serial.value) if serial is not None and serial.value else None
        whole.rows.append(row)
        measure = row.cell("measure") or cells[0]
        task = Task(row.text, "row", measure, row=row)
        for role in ("lead", "coop", "responsible"):
            cell = row.cell(role)
            setattr(task, role, units(cell) if cell is not None else [])
        cell = row.cell("deadline")
        if cell is not None and cell.value:
            task.deadline, task.deadline_text = read_deadline(cell.value, 2026, ISSUED), cell
        tasks.append(task)
    return whole, siblings(*tasks)


STYLES = {"一、": ("han", 1), "（一）": ("han-paren", 2), "1.": ("digit", 3), "（1）": ("digit-paren", 4)}
_HAN = "零一二三四五六七八九十"


def headings(*lines: str) -> list[Heading]:
    """Headings by their lines; those of one style under one parent are numbered together."""
    found: list[Heading] = []
    for line in lines:
        label = next(line[: line.index(mark) + 1] for mark in "、）." if mark in line[:4])
        digits = label.strip("（）、.")
        style, level = STYLES[label.replace(digits, "1" if digits.isdigit() else "一")]
        number = int(digits) if digits.isdigit() else _HAN.index(digits)
        whole = text(line)
        heading = Heading(whole, label, style, number, level, whole)
        above = [one for one in found if one.level < level]
        heading.parent = above[-1] if above else None
        kin = [one for one in found if one.style == style and one.parent is heading.parent]
        if kin:
            heading.numbering = kin[0].numbering
            heading.numbering.headings.append(heading)
        if heading.parent:
            heading.parent.children.append(heading)
        found.append(heading)
    return found


def document(*nodes: Heading | Paragraph | Table, tasks: Sequence[Task] = (), title: str = "江河市人民政府关于促进就业的意见") -> Document:
    """A document with these nodes in its main part."""
    whole = text(title)
    return Document(whole, "a.txt", 99, Title(whole), genre="意见", parts=[Part("main", nodes=list(nodes))], tasks=list(tasks))


def paragraph(value: str) -> Paragraph:
    """A paragraph on one line."""
    return Paragraph(text(value))


def context(of: Document, profile: str = "draft") -> Context:
    """What a check may know beside its node."""
    return Context(File("a.txt", [of]), of, profile)
