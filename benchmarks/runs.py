"""Cold, warm and parallel runs over the same files."""

from __future__ import annotations

import os
from dataclasses import replace

from benchmarks.documents import documents
from benchmarks.material import write_many
from benchmarks.processes import Command, Usage, medians, run
from benchmarks.program import offers
from benchmarks.tables import MEGA, Table, figure, megabytes
from benchmarks.work import Work

COLD, FIRST, AGAIN = "cold (`--no-cache`)", "first run", "second run, from the cache"
_HEADS = ["`hegao check`", "CPU s", "wall s", "peak MB", "MB a second", "CPU, × cold"]
#: The long run: so many documents of so many bytes.
_MANY, _EACH = 10_000, 3000


def three_runs(work: Work) -> dict[str, Command]:
    """A cold run over the files, a first one, and one more."""
    commands = {
        COLD: work.caches.no("check", "."),
        FIRST: work.caches.unused("run-first", "check", "."),
        AGAIN: work.caches.used("run-again", "check", "."),
    }
    return {name: replace(command, folder=work.material.folder) for name, command in commands.items()}


def runs(work: Work) -> Table:
    """Runs as a user makes them; with ``--jobs``, also in one process and in one for each core."""
    commands = three_runs(work)
    if offers("--jobs"):
        for jobs in sorted({1, os.cpu_count() or 1}):
            cold = work.caches.no("check", ".", "--jobs", str(jobs))
            commands[f"cold, `--jobs {jobs}`"] = replace(cold, folder=work.material.folder)
    watched = {name: replace(command, watched=True) for name, command in commands.items()}
    taken = medians(watched, work.repeat)
    notes = [f"{work.said} The first run finds rules compiled and no file in its cache, and fills it."]
    return Table("Cold, warm and parallel runs", _HEADS, _rows(taken, work.material.size), notes)


def many(work: Work) -> Table:
    """A batch as large as a records office has: run once, and once more from the cache."""
    folder = work.folder / "many"
    material = write_many(folder, documents(_MANY, _EACH, work.seed, work.slips))
    first = replace(work.caches.unused("many", "check", str(folder)), watched=True)
    taken = {FIRST: run(first), AGAIN: run(replace(first, prepare=None))}
    rows = [row[:-1] for row in _rows(taken, material.size)]
    notes = [f"{material.said[0].upper()}{material.said[1:]}: {material.size / MEGA:.1f} MB. Measured once."]
    return Table(f"{_MANY:,} documents of {_EACH // 1000} kB", _HEADS[:-1], rows, notes)


def _rows(taken: dict[str, Usage], size: int) -> list[list[str]]:
    base = next(iter(taken.values())).cpu
    return [
        [name, figure(each.cpu), figure(each.wall), megabytes(each.memory), figure(size / MEGA / each.wall), figure(each.cpu / base)]
        for name, each in taken.items()
    ]
