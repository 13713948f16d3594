"""The ledger of tasks as data that a page shows, sorts and filters: a JSON array, an entry a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from hegao.document.task_list import Unit
from hegao.reports.task_entries import Entry, names_of
from hegao.reports.terminal_width import show
from hegao.reports.tree import due_words


def task_lines(entries: Iterable[Entry], section: int = 0) -> Markup:
    """The entries, each with the section of the page that its text stands in (0: none)."""
    return data_block([_entry(entry, section) for entry in entries])


def data_block(items: Iterable[Any]) -> Markup:
    """A JSON array that can stand in a script element: nothing in it ends that element."""
    written = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in items)
    return Markup(f"[{written}]".replace("<", "\\u003c"))  # no mark can open


def _entry(entry: Entry, section: int) -> dict[str, Any]:
    task = entry.task
    said: dict[str, Any] = {
        "number": show(entry.number),
        "title": show(entry.title),
        "section": section,
        "line": task.line,
        "where": show(entry.where),
        "heading": show(entry.heading),
        "measure": show(entry.measure),
        "lead": _names(task.lead),
        "responsible": _names(task.responsible),
        "coop": _names(task.coop),
        "upper": _names([*task.upper_lead, *task.upper_coop]),
        "deadline": show(entry.deadline),
        "due": due_words(task),
    }
    return {key: value for key, value in said.items() if value}


def _names(units: list[Unit]) -> list[str]:
    return [show(name) for name in names_of(units)]
