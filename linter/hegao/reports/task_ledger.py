"""The ledger of tasks (任务台账) of several files: as an aligned table, as CSV, as JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from operator import attrgetter

from hegao.document.model import Document, File, Task
from hegao.reports.json import VERSION, dumps
from hegao.reports.place_words import place_in, place_words
from hegao.reports.spreadsheet_cells import csv_cell
from hegao.reports.terminal_width import table
from hegao.reports.tree import due_words, number_of, roles, task_data, title_of

FORMS = {"clause": "条款", "row": "表格", "sentence": "语句"}
#: Columns of the terminal that the cells of the table may take; 0 means all that they need.
_LIMITS = {"位置": 0, "字号": 0, "任务": 44, "牵头": 24, "责任": 24, "配合": 30, "时限": 24, "到期": 0}
_CSV_HEADS = ("文件", "行", "字号", "标题", "所在章节", "形式", "任务", "牵头", "责任", "配合", "上级牵头", "上级配合", "时限", "到期")


def _tasks(files: Sequence[File]) -> Iterator[tuple[File, Document, Task]]:
    for file in files:
        for document in file.documents:
            for task in filter(attrgetter("listed"), document.tasks):
                yield file, document, task


def _bodies(task: Task) -> dict[str, str]:
    return {head: "、".join(unit.name for unit in units) for head, units in roles(task)}


def tasks_table(files: Sequence[File]) -> str:
    """One line a task; columns in which no task says anything are left out."""
    rows = []
    for file, document, task in _tasks(files):
        written = task.deadline.written if task.deadline else ""
        cells = {
            "位置": f"{file.path}:{place_words(place_in(file, task.text)) or task.line}",
            "字号": number_of(document) or "",
            "任务": task.measure.value,
            **_bodies(task),
            "时限": written,
            "到期": due_words(task),
        }
        rows.append([cells[head] for head in _LIMITS])
    if not rows:
        return "没有读出任务。\n"
    used = [index for index, head in enumerate(_LIMITS) if any(row[index] for row in rows) or head in ("任务", "时限")]
    heads, limits = list(_LIMITS), list(_LIMITS.values())
    shown = table([heads[i] for i in used], [[row[i] for i in used] for row in rows], [limits[i] for i in used])
    return f"{shown}共 {len(rows)} 项任务。\n"


def tasks_csv(files: Sequence[File]) -> str:
    """All tasks with all that is known of them; lines end in CR LF as RFC 4180 asks."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_CSV_HEADS)
    for file, document, task in _tasks(files):
        deadline = task.deadline
        row = [
            file.path,
            task.line,
            number_of(document) or "",
            title_of(document) or "",
            task.heading.text.value if task.heading else "",
            FORMS.get(task.form, task.form),
            task.measure.value,
            *_bodies(task).values(),
            deadline.written if deadline else "",
            deadline.due or "" if deadline else "",
        ]
        writer.writerow([csv_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()


def tasks_json(files: Sequence[File]) -> str:
    """All tasks by file, each as in the tree report with the number and title of its document."""
    return dumps(
        {
            "version": VERSION,
            "files": [
                {
                    "path": file.path,
                    "tasks": [
                        {
                            "number": number_of(document),
                            "title": title_of(document),
                            "date": document.issued.isoformat() if document.issued else None,
                            **task_data(task, file),
                        }
                        for document in file.documents
                        for task in document.tasks
                        if task.listed
                    ],
                }
                for file in files
            ],
        }
    )
