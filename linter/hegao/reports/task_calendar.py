"""The ledger of tasks as a calendar (iCalendar, RFC 5545): an event of the whole day on which each task is due."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao import __version__
from hegao.reports.task_entries import Entry, Ledger
from hegao.reports.terminal_width import show

#: Bytes of a line; longer ones are folded.
_LONGEST = 75
#: When a task was registered whose document bears no date.
_NO_DAY = datetime.date(1970, 1, 1)


def tasks_calendar(found: Ledger, made: datetime.date | None = None) -> str:
    """The tasks that are due on a day, with CR LF; ``made`` is when they were registered, else the day of their document.

    What is due in a month is due on its last day; what is due on no day is left out.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//hegao//hegao {__version__}//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for entry in found.entries:
        if entry.last_day is not None:
            lines += _event(entry, entry.last_day, made or entry.document.issued or _NO_DAY)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def without_day(found: Ledger) -> int:
    """How many entries a calendar has no day for."""
    return sum(1 for entry in found.entries if entry.last_day is None)


def _event(entry: Entry, day: datetime.date, made: datetime.date) -> list[str]:
    bodies = "、".join(entry.in_charge)
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.mark}@hegao",
        f"DTSTAMP:{_date(made)}T000000Z",
        f"DTSTART;VALUE=DATE:{_date(day)}",
        "DURATION:P1D",
        f"SUMMARY:{_text(entry.measure + (f'（{bodies}）' if bodies else ''))}",
        f"DESCRIPTION:{_BREAK.join(map(_text, _described(entry)))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _described(entry: Entry) -> Iterator[str]:
    """What the event says beside the task, a line each."""
    said = {"字号": entry.number, "标题": entry.title, **entry.bodies, "时限": entry.deadline, "位置": entry.where}
    return (f"{head}：{value}" for head, value in said.items() if value)


def _date(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


#: An end of line within a text.
_BREAK = "\\n"


def _text(text: str) -> str:
    """The text as the value of a property."""
    return show(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """The line in lines of so many bytes, those behind the first with a blank before them; no character is cut."""
    part, size = "", 0
    for c in line:
        length = len(c.encode("utf-8", "replace"))
        if size + length > _LONGEST:
            yield part
            part, size = " ", 1
        part += c
        size += length
    yield part
