"""How time and memory grow with the text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from benchmarks.documents import documents, long_document
from benchmarks.material import Material, write_gazette, write_long, write_many
from benchmarks.processes import medians
from benchmarks.tables import MEGA, Table, figure, megabytes
from benchmarks.work import Work

#: Times the text, and the documents in once the text.
_TIMES, _ONCE = (1, 10, 100), 4


def _gazette(work: Work, folder: Path, times: int) -> Material:
    return write_gazette(folder, documents(_ONCE * times, work.size, work.seed, work.slips))


def _many(work: Work, folder: Path, times: int) -> Material:
    return write_many(folder, documents(_ONCE * times, work.size, work.seed, work.slips))


def _long(work: Work, folder: Path, times: int) -> Material:
    return write_long(folder, long_document(_ONCE * times * work.size, work.seed))


_KINDS = {"one file": _gazette, "many files": _many, "one document": _long}


def growth(work: Work) -> Table:
    """The same documents as one gazette and as files of their own, and one document that grows, from 1 to 100 times the text."""
    rows = []
    for name, write in _KINDS.items():
        material: dict[str, Material] = {}
        for times in _TIMES:
            material[f"{name}, {times} ×"] = write(work, work.folder / f"growth {name} {times}", times)
        commands = {
            label: replace(work.caches.unused("growth", "check", str(each.folder)), watched=True) for label, each in material.items()
        }
        taken = medians(commands, work.repeat)
        added = [("", "")]
        for less, more in pairwise(material):
            text = (material[more].size - material[less].size) / MEGA
            seconds = (taken[more].cpu - taken[less].cpu) / text
            memory = (taken[more].memory - taken[less].memory) / text
            added.append((figure(seconds), megabytes(memory)))
        for label, (seconds_each, memory_each) in zip(material, added, strict=True):
            use = taken[label]
            rows.append([label, f"{material[label].size / 1000:.0f}", figure(use.cpu), megabytes(use.memory), seconds_each, memory_each])
    heads = ["text", "kB", "CPU s", "peak MB", "CPU s for each MB more", "MB of memory for each MB more"]
    note = "Growth is linear where the last two columns stay as they are from line to line: they compare with the line above."
    return Table("Growth", heads, rows, [note])
