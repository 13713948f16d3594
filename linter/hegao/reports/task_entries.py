"""The entries of the ledger of tasks (督查台账): the tasks of several files, each as a clerk registers it, and which of them are asked for."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from hegao.document.model import Document, File, Task, Unit
from hegao.engine.findings.location import comparable, identity_of
from hegao.reports.place_words import place_in, place_words
from hegao.reports.tree import due_words, number_of, roles, title_of
from hegao.sources.digest import digest_of
from hegao.sources.personal_numbers import starred

FORMS = {"clause": "条款", "row": "表格", "sentence": "语句"}


class Entry(NamedTuple):
    """A task with its document and file.

    ``mark`` tells it from all others, and is the same in every run: it is made of document, heading and measure, not of its place, its
    bodies or its deadline, which may change.
    """

    file: File
    document: Document
    task: Task
    mark: str

    @property
    def number(self) -> str:
        """The number of the document; empty where it has none."""
        return number_of(self.document) or ""

    @property
    def title(self) -> str:
        """The title of the document; empty where none was read."""
        return starred(title_of(self.document) or "")

    @property
    def heading(self) -> str:
        """The heading that the task stands under; empty where there is none."""
        return starred(self.task.heading.text.value) if self.task.heading else ""

    @property
    def form(self) -> str:
        """In which form it is written."""
        return FORMS.get(self.task.form, self.task.form)

    @property
    def measure(self) -> str:
        """What is to be done."""
        return starred(self.task.measure.value)

    @property
    def place(self) -> str:
        """Paragraph or cell, in a file without lines of its own; else empty."""
        return place_words(place_in(self.file, self.task.text))

    @property
    def where(self) -> str:
        """The file, and the place or line in it."""
        return f"{self.file.path}:{self.place or self.task.line}"

    @property
    def bodies(self) -> dict[str, str]:
        """The whole names of the bodies by what they do."""
        return {head: "、".join(names_of(units)) for head, units in roles(self.task)}

    @property
    def in_charge(self) -> list[str]:
        """The whole names of those who answer for it: the leads, else those responsible."""
        return names_of(self.task.lead or self.task.responsible)

    @property
    def deadline(self) -> str:
        """The deadline as written; empty where there is none."""
        return starred(self.task.deadline.written) if self.task.deadline else ""

    @property
    def due(self) -> str:
        """The day or month that it is due, 长期, or nothing."""
        return due_words(self.task)

    @property
    def last_day(self) -> datetime.date | None:
        """The last day on which it is in time; None where the text fixes none."""
        deadline = self.task.deadline
        return deadline.last if deadline and deadline.due and deadline.due != "open-ended" else None


def names_of(units: Sequence[Unit]) -> list[str]:
    """The whole names of bodies, each once."""
    return list(dict.fromkeys(unit.resolved for unit in units))


class Wanted(NamedTuple):
    """Which entries are asked for; all conditions must hold.

    ``units`` are names of bodies, or what these end in: one of them must have a part in it.  ``due_before`` is the last day that counts,
    ``due_after`` the last that does not, so that the two part a ledger; what is due on no day is in neither.
    """

    units: tuple[str, ...] = ()
    due_before: datetime.date | None = None
    due_after: datetime.date | None = None
    without_lead: bool = False
    without_deadline: bool = False

    def takes(self, entry: Entry) -> bool:
        """Whether the entry is asked for."""
        if self.units and not any(_called(unit, self.units) for _head, units in roles(entry.task) for unit in units):
            return False
        day = entry.last_day
        if self.due_before and (day is None or day > self.due_before) or self.due_after and (day is None or day <= self.due_after):
            return False
        return not (self.without_lead and entry.in_charge or self.without_deadline and entry.deadline)


def _called(unit: Unit, names: tuple[str, ...]) -> bool:
    return unit.name in names or unit.resolved.endswith(names)


class Ledger(NamedTuple):
    """The files that were read, the entries asked for, in order of files and places, and how many there are in all."""

    files: Sequence[File]
    entries: list[Entry]
    total: int


class FileEntries(NamedTuple):
    """The entries of one file that are asked for, in order of their places, and how many it has in all."""

    path: str
    entries: list[Entry]
    total: int


def by_file(files: Iterable[File], wanted: Wanted | None = None) -> Iterator[FileEntries]:
    """The entries of each file, all or those ``wanted``, as it is asked for: no more than one file is held."""
    # How often each task was met: a digest stands for its words, since there may be very many.
    seen: Counter[str] = Counter()
    for file in files:
        entries = list(_entries(file, seen))
        yield FileEntries(file.path, [entry for entry in entries if wanted is None or wanted.takes(entry)], len(entries))


def ledger(files: Sequence[File], wanted: Wanted | None = None) -> Ledger:
    """The ledger of the files, with all entries or those ``wanted``."""
    found = list(by_file(files, wanted))
    return Ledger(files, [entry for file in found for entry in file.entries], sum(file.total for file in found))


def _entries(file: File, seen: Counter[str]) -> Iterator[Entry]:
    for document in file.documents:
        for task in filter(attrgetter("listed"), document.tasks):
            heading = task.heading.title if task.heading else ""
            key = "\x00".join((starred(identity_of(document)), comparable(heading), comparable(task.measure.value)))
            met = digest_of(key)
            seen[met] += 1
            yield Entry(file, document, task, digest_of(f"{key}\x00{seen[met]}"))
