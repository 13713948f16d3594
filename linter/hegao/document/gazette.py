"""Gazettes (公报): cover and contents list."""

from __future__ import annotations

import re

from hegao.document.model import Entry, Issue
from hegao.phrases.dates import find_dates
from hegao.phrases.han import is_han
from hegao.phrases.numbers import NumberPhrase, find_numbers
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text, join
from hegao.syntax.contents import groups_entries
from hegao.syntax.lines import Line, compact

_ISSUE = Pattern(r"(?P<year>\d{4})年?第(?P<number>\d{1,3})[期号]")
_TOTAL = Pattern(r"总第(?P<total>\d{1,5})期")
_PAGE = Pattern(r"[（(]?(\d{1,4})[）)]?\s*$")
_LEADERS = Pattern(r"[.．…·\s]{2,}$")


def issue_of(lines: list[Line]) -> Issue | None:
    """What the cover lines say of the issue; None where nothing does."""
    issue = Issue()
    for line in lines:
        text = line.squeezed
        if issue.name is None and len(text) >= 4 and text.endswith(("公报", "政报")) and is_han(text[-4:-2]):
            issue.name = text
        found = _ISSUE.search(text)
        if found and issue.number is None:
            issue.year, issue.number = int(found["year"]), int(found["number"])
        total = _TOTAL.search(text)
        if total and issue.total is None:
            issue.total = int(total["total"])
        if issue.date is None:
            day = next((phrase.date() for phrase in find_dates(text) if phrase.day is not None), None)
            issue.date = day.isoformat() if day else None
    return issue if issue.name or issue.number is not None else None


def _own_number(text: str, end: int) -> NumberPhrase | None:
    """The number that an entry is listed under: behind the title, before ``end``, or in front of it.

    A number in between belongs to the title (废止江政规〔2024〕4号文件的通知).
    """
    numbers = list(find_numbers(text[:end]))
    if numbers and not text[numbers[-1].end : end].strip("）).．…· \t　"):
        return numbers[-1]
    return numbers[0] if numbers and not text[: numbers[0].start].strip("（( \t　") else None


def inner_entries(lines: list[Line]) -> list[Entry]:
    """The entries of a contents list inside of a document, which may give no pages: then each line is one."""
    return entries_of(lines) or [Entry(line.text, line.squeezed) for line in lines]


def entries_of(lines: list[Line]) -> list[Entry]:
    """The entries of a contents list; an entry over two lines is one."""
    entries: list[Entry] = []
    pending: list[Text] = []
    for line in lines:
        text = line.text.value.rstrip() if line.cells is None else "\t".join(cell.value for cell in line.cells if cell.value)
        if groups_entries(line):
            continue
        page = _PAGE.search(text)
        number = _own_number(text, page.start() if page else len(text))
        ends = page is not None and (bool(re.search(r"[（(]\d{1,4}[）)]$", text)) or bool(re.search(r"[.…·\t ]\d{1,4}$", text)))
        if not ends:
            pending.append(line.text)
            continue
        title = text[: page.start() if page else len(text)]
        if number is not None:
            title = f"{title[: number.start].rstrip('（( ')} {title[number.end :].lstrip('）) ')}"
        title = re.sub(r"\s+", "", "".join(part.value for part in pending) + title.rstrip())
        title = _LEADERS.sub("", title).strip(".…·")
        entries.append(Entry(compact(join([*pending, line.text])), title, number, int(page[1]) if page else None))
        pending = []
    return entries
