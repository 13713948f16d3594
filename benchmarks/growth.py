"""How time and memory grow with the text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from benchmarks.documents import documents
from benchmarks.material import Material, write_gazette, write_many
from benchmarks.processes import medians
from benchmarks.tables import MEGA, Table, figure, megabytes
from benchmarks.work import Work

#: Times the text, and the documents in once the text.
_TIMES, _ONCE = (1, 10, 100), 4


def growth(work: Work) -> Table:
    """The same documents as one gazette and as files of their own, from 1 to 100 times the text."""
    rows = []
    for name, write in (("one file", write_gazette), ("many files", write_many)):
        material: dict[str, Material] = {}
        for times in _TIMES:
            several = documents(_ONCE * times, work.size, work.seed, work.slips)
            material[f"{name}, {times} ×"] = write(work.folder / f"{write.__name__}-{times}", several)
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
