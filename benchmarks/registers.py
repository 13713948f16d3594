"""What it costs to hold drafts against a register of numbers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from benchmarks.documents import Written, documents
from benchmarks.processes import medians
from benchmarks.tables import Table, figure, milliseconds
from benchmarks.work import Work
from hegao.register.database import open_database
from hegao.register.entry import Entry
from hegao.register.migrations import bring_up
from hegao.register.number_register import NumberRegister
from hegao.register.written_numbers import read_number

#: Numbers in the register.
_MANY = 100_000


def registers(work: Work) -> Table:
    """One small document and many, without a register and with one of a hundred thousand numbers."""
    register = str(work.folder / "register.db")
    issued = list(documents(work.count, work.size, work.seed, work.slips))
    _fill(register, issued)
    small = work.folder / "register-small.txt"
    small.write_text(issued[0].text, encoding="utf-8")
    rows = []
    for name, target, make in (
        ("one document not seen before", small, work.caches.unused),
        ("one that has not changed", small, work.caches.used),
        (f"{work.count} documents not seen before", work.material.folder, work.caches.unused),
        (f"{work.count} that have not changed", work.material.folder, work.caches.used),
    ):
        plain = make(f"plain {name}", "check", "--jobs", "1", str(target))
        held = make(f"held {name}", "check", "--jobs", "1", "--register", register, str(target))
        taken = medians({"plain": plain, "held": held}, work.repeat)
        without, against = taken["plain"].cpu, taken["held"].cpu
        rows.append([name, milliseconds(without), milliseconds(against), figure(against / without)])
    notes = ["The register is a file and has the documents in their series. One process checks."]
    return Table("Register of 100,000 numbers", ["checked", "CPU ms without", "CPU ms against the register", "ratio"], rows, notes)


def _fill(register: str, issued: Sequence[Written]) -> None:
    database = open_database(register)
    database.make()
    bring_up(database)
    NumberRegister(database, "benchmarks", lambda: datetime.datetime(2026, 1, 1)).enter(list(_entries(issued)), "导入")


def _entries(issued: Sequence[Written]) -> Iterator[Entry]:
    """The documents in their series, each series as long as makes so many numbers altogether."""
    series: dict[Entry, dict[int, str]] = {}
    for one in issued:
        own = read_number(one.number)
        if own is not None:
            series.setdefault(own._replace(serial=0), {})[own.serial] = one.title
    length = _MANY // len(series)
    for any_of_it, titles in series.items():
        for serial in {*range(1, length + 1), *titles}:
            yield any_of_it._replace(serial=serial, title=titles.get(serial, f"关于第{serial}件事情的通知"))
