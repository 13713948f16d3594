"""The ledger of tasks as an aligned table, as CSV, as JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from hegao.reports.json import VERSION, array_pieces, nested
from hegao.reports.spreadsheet_cells import csv_cell
from hegao.reports.task_entries import Entry, FileEntries, Ledger, names_of
from hegao.reports.terminal_width import table
from hegao.reports.tree import task_data

#: Columns of the terminal that the cells of the table may take; 0 means all that they need.
_LIMITS = {"位置": 0, "字号": 0, "任务": 44, "牵头": 24, "责任": 24, "配合": 30, "时限": 24, "到期": 0}
_CSV_HEADS = ("文件", "行", "字号", "标题", "所在章节", "形式", "任务", "牵头", "责任", "配合", "上级牵头", "上级配合", "时限", "到期", "段落或单元格")


def tasks_table(found: Ledger) -> str:
    """One line a task; columns in which no task says anything are left out."""
    rows = []
    for entry in found.entries:
        cells = {"位置": entry.where, "字号": entry.number, "任务": entry.measure, **entry.bodies, "时限": entry.deadline, "到期": entry.due}
        rows.append([cells[head] for head in _LIMITS])
    if not rows:
        return "没有符合条件的任务。\n" if found.total else "没有读出任务。\n"
    used = [index for index, head in enumerate(_LIMITS) if any(row[index] for row in rows) or head in ("任务", "时限")]
    heads, limits = list(_LIMITS), list(_LIMITS.values())
    shown = table([heads[i] for i in used], [[row[i] for i in used] for row in rows], [limits[i] for i in used])
    return f"{shown}共 {len(rows)} 项任务。\n"


def csv_rows(files: Iterable[FileEntries]) -> Iterator[str]:
    """All tasks with all that is known of them, a file at a time; lines end in CR LF as RFC 4180 asks."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_CSV_HEADS)
    for file in files:
        for entry in file.entries:
            due = entry.task.deadline.due or "" if entry.task.deadline else ""
            place = (entry.file.path, entry.task.line, entry.number, entry.title, entry.heading, entry.form)
            row = [*place, entry.measure, *entry.bodies.values(), entry.deadline, due, entry.place]
            writer.writerow([csv_cell(cell) if isinstance(cell, str) else cell for cell in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def json_files(files: Iterable[FileEntries]) -> Iterator[str]:
    """All tasks by file, each as in the tree report with the number and title of its document and the whole names of its bodies."""
    yield f'{{\n  "version": {VERSION},\n  "files": '
    yield from array_pieces(([nested({"path": file.path, "tasks": [_task(entry) for entry in file.entries]}, 2)] for file in files), 1)
    yield "\n}\n"


def _task(entry: Entry) -> dict[str, object]:
    document, task = entry.document, entry.task
    return {
        "number": entry.number or None,
        "title": entry.title or None,
        "date": document.issued.isoformat() if document.issued else None,
        **task_data(task, entry.file),
        "measure": entry.measure,
        "resolved": {role: names_of(getattr(task, role)) for role in ("lead", "coop", "responsible", "upper_lead", "upper_coop")},
    }
