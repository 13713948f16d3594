"""The ledger of tasks as a workbook (.xlsx), by XlsxWriter, which the extra ``hegao[reports]`` brings."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from hegao.reports.task_entries import Entry, FileEntries
from hegao.reports.terminal_width import show
from hegao.sources.bounded_reading import MEGA

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

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
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
#: Spreadsheets count days from here; earlier ones stay text.
_FIRST_YEAR = 1900
#: The day of a workbook in which no document is dated.
_NO_DAY = datetime.date(1980, 1, 1)


def tasks_workbook(
    files: Iterable[FileEntries], *, by_lead: bool = False, made: datetime.date | None = None
) -> Iterator[bytes]:
    """The workbook in pieces: a sheet of all tasks and, ``by_lead``, one for each body that answers for some.

    ``made`` is the day that stands in its properties, else that of the latest document.  The rows of a single sheet go to disk as they come; of many
    sheets they are held, since each would keep a file open.  Raises ``ImportError`` without XlsxWriter.
    """
    import xlsxwriter

    with TemporaryFile() as out:
        workbook = xlsxwriter.Workbook(out, _PLAIN | {"in_memory" if by_lead else "constant_memory": True})
        writing = _Writing(workbook)
        latest = _NO_DAY
        nobody: list[Entry] = []
        for entry in (entry for file in files for entry in file.entries):
            latest = max(latest, entry.document.issued or _NO_DAY)
            writing.row(_ALL, entry)
            for body in entry.in_charge if by_lead else ():
                writing.row(body, entry)
            if by_lead and not entry.in_charge:
                nobody.append(entry)
        for entry in nobody:
            writing.row(_NOBODY, entry)
        writing.finish()
        day = made or latest
        workbook.set_properties({"title": _ALL, "created": datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)})
        workbook.close()
        out.seek(0)
        while piece := out.read(MEGA):
            yield piece


class _Formats:
    """How cells look."""

    def __init__(self, workbook: Workbook) -> None:
        common = {"valign": "top", "text_wrap": True}
        self.head: Format = workbook.add_format({"bold": True, "bg_color": "#DDE6F0", "bottom": 1, "valign": "vcenter"})
        self.text: Format = workbook.add_format(common)
        self.day: Format = workbook.add_format(common | {"num_format": "yyyy-mm-dd", "align": "left"})
        self.month: Format = workbook.add_format(common | {"num_format": "yyyy-mm", "align": "left"})


class _Writing:
    """The sheets of a workbook while rows are written, each sheet begun with its first row."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._formats = _Formats(workbook)
        self._taken: set[str] = {"history"}
        self._sheets: dict[str, _Sheet] = {}
        self._sheet(_ALL)

    def row(self, name: str, entry: Entry) -> None:
        """Write an entry into the sheet for a name."""
        self._sheet(name).write(entry)

    def finish(self) -> None:
        """Set what depends on how many rows there are."""
        for sheet in self._sheets.values():
            sheet.finish()

    def _sheet(self, name: str) -> _Sheet:
        if name not in self._sheets:
            self._sheets[name] = _Sheet(self._workbook.add_worksheet(_sheet_name(name, self._taken)), self._formats)
        return self._sheets[name]


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that a sheet can bear: without what is not allowed, not too long, none that is taken, whatever its capitals."""
    plain = _NO_NAME.sub(" ", show(name)).strip(" '") or _NOBODY
    one, count = plain[:_LONGEST_NAME].strip(" '"), 1
    while one.casefold() in taken:
        count += 1
        tail = f"（{count}）"
        one = plain[: _LONGEST_NAME - len(tail)] + tail
    taken.add(one.casefold())
    return one


class _Sheet:
    """A sheet with its head; rows are written one below the other."""

    def __init__(self, sheet: Worksheet, formats: _Formats) -> None:
        self._sheet = sheet
        self._formats = formats
        self._rows = 0
        for column, (head, width) in enumerate(_COLUMNS.items()):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, head, formats.head)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def write(self, entry: Entry) -> None:
        """Write a row."""
        self._rows += 1
        cells = _cells(entry)
        for column, head in enumerate(_COLUMNS):
            day = entry.last_day if head == "到期" else None
            if day is not None and day.year >= _FIRST_YEAR:
                exact = entry.due == day.isoformat()
                self._sheet.write_datetime(self._rows, column, day, self._formats.day if exact else self._formats.month)
            elif cells[head]:
                self._sheet.write_string(self._rows, column, show(cells[head]), self._formats.text)

    def finish(self) -> None:
        """Let the columns be filtered."""
        self._sheet.autofilter(0, 0, self._rows, len(_COLUMNS) - 1)


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
