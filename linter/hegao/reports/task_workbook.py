"""The ledger of tasks as a workbook (.xlsx), by XlsxWriter, which the extra ``hegao[reports]`` brings."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hegao.reports.task_entries import Entry, Ledger
from hegao.reports.terminal_width import show

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

#: The columns and their widths in characters.
_COLUMNS = {
    "字号": 20,
    "标题": 32,
    "所在章节": 20,
    "任务": 48,
    "牵头": 18,
    "责任": 18,
    "配合": 28,
    "上级牵头": 18,
    "上级配合": 18,
    "时限": 18,
    "到期": 12,
    "文件": 24,
    "位置": 14,
}
_ALL, _NOBODY = "任务台账", "未写明牵头单位"
#: What the name of a sheet may not have, and how long it may be.
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
#: What stands in cells is text, whatever it looks like.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
#: Spreadsheets count days from here; earlier ones stay text.
_FIRST_YEAR = 1900
#: The day of a workbook in which no document is dated.
_NO_DAY = datetime.date(1980, 1, 1)


def tasks_workbook(found: Ledger, *, by_lead: bool = False, made: datetime.date | None = None) -> bytes:
    """The workbook: a sheet of all tasks and, ``by_lead``, one for each body that answers for some.

    ``made`` is the day that stands in its properties, else that of the latest document.  Raises ``ImportError`` without XlsxWriter.
    """
    import xlsxwriter

    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, _PLAIN)
    day = made or max((entry.document.issued for entry in found.entries if entry.document.issued), default=_NO_DAY)
    workbook.set_properties({"title": _ALL, "created": datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)})
    sheets = {_ALL: found.entries, **(_by_lead(found.entries) if by_lead else {})}
    formats = _Formats(workbook)
    for name, entries in zip(_sheet_names(list(sheets)), sheets.values(), strict=True):
        _sheet(workbook, name, entries, formats)
    workbook.close()
    return out.getvalue()


class _Formats:
    """How cells look."""

    def __init__(self, workbook: Workbook) -> None:
        common = {"valign": "top", "text_wrap": True}
        self.head: Format = workbook.add_format({"bold": True, "bg_color": "#DDE6F0", "bottom": 1, "valign": "vcenter"})
        self.text: Format = workbook.add_format(common)
        self.day: Format = workbook.add_format(common | {"num_format": "yyyy-mm-dd", "align": "left"})
        self.month: Format = workbook.add_format(common | {"num_format": "yyyy-mm", "align": "left"})


def _by_lead(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The entries by the bodies that answer for them, in the order in which these come up; those without any last."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for body in entry.in_charge:
            found.setdefault(body, []).append(entry)
    without = [entry for entry in entries if not entry.in_charge]
    return {**found, **({_NOBODY: without} if without else {})}


def _sheet_names(names: Sequence[str]) -> list[str]:
    """Names that sheets can bear: without what is not allowed, not too long, each once whatever its capitals."""
    taken: set[str] = {"history"}
    made = []
    for name in names:
        plain = _NO_NAME.sub(" ", show(name)).strip(" '") or _NOBODY
        one, count = plain[:_LONGEST_NAME].strip(" '"), 1
        while one.casefold() in taken:
            count += 1
            tail = f"（{count}）"
            one = plain[: _LONGEST_NAME - len(tail)] + tail
        taken.add(one.casefold())
        made.append(one)
    return made


def _sheet(workbook: Workbook, name: str, entries: Sequence[Entry], formats: _Formats) -> None:
    sheet = workbook.add_worksheet(name)
    for column, (head, width) in enumerate(_COLUMNS.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, formats.head)
    for row, entry in enumerate(entries, 1):
        cells = _cells(entry)
        for column, head in enumerate(_COLUMNS):
            day = entry.last_day if head == "到期" else None
            if day is not None and day.year >= _FIRST_YEAR:
                exact = entry.due == day.isoformat()
                sheet.write_datetime(row, column, day, formats.day if exact else formats.month)
            elif cells[head]:
                sheet.write_string(row, column, show(cells[head]), formats.text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(entries), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cells(entry: Entry) -> dict[str, str]:
    return {
        "字号": entry.number,
        "标题": entry.title,
        "所在章节": entry.heading,
        "任务": entry.measure,
        **entry.bodies,
        "时限": entry.deadline,
        "到期": entry.due,
        "文件": entry.file.path,
        "位置": entry.place or f"{entry.task.line}行",
    }
