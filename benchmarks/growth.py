"""How time and memory grow with the text."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

from benchmarks.documents import documents, long_document
from benchmarks.material import Material, write_gazette, write_long, write_many
from benchmarks.processes import Command, Usage, medians
from benchmarks.shapes import SHAPES, Shape
from benchmarks.tables import MEGA, Table, figure, megabytes
from benchmarks.work import Work

#: Times the text, and the documents in once the text.
_TIMES, _ONCE = (1, 10, 100), 4
#: The same of texts of one shape.
_TIMES_A_SHAPE = (1, 4)


def _gazette(work: Work, folder: Path, times: int) -> Material:
    return write_gazette(folder, documents(_ONCE * times, work.size, work.seed, work.slips))


def _many(work: Work, folder: Path, times: int) -> Material:
    return write_many(folder, documents(_ONCE * times, work.size, work.seed, work.slips))


def _long(work: Work, folder: Path, times: int) -> Material:
    return write_long(folder, long_document(_ONCE * times * work.size, work.seed))


_KINDS = {"one file": _gazette, "many files": _many, "one document": _long}


def growth(work: Work) -> Table:
    """The same documents as one gazette and as files of their own, and one document that grows, from 1 to 100 times the text; texts of one shape."""
    rows: list[list[str]] = []
    for name, write in _KINDS.items():
        material: dict[str, Material] = {}
        for times in _TIMES:
            material[f"{name}, {times} ×"] = write(work, work.folder / f"growth {name} {times}", times)
        commands = {
            label: replace(work.caches.unused("growth", "check", str(each.folder)), watched=True) for label, each in material.items()
        }
        rows += _rows({label: each.size for label, each in material.items()}, medians(commands, work.repeat))
    for shape in SHAPES:
        rows += _shape_rows(work, shape)
    heads = ["text", "kB", "CPU s", "peak MB", "CPU s for each MB more", "MB of memory for each MB more"]
    note = "Growth is linear where the last two columns stay as they are from line to line: they compare with the line above."
    return Table("Growth", heads, rows, [note])


def _rows(sizes: Mapping[str, int], taken: Mapping[str, Usage]) -> Iterator[list[str]]:
    """A row for each text, from small to large; sizes in bytes."""
    added = [("", "")]
    for less, more in pairwise(sizes):
        text = (sizes[more] - sizes[less]) / MEGA
        added.append((figure((taken[more].cpu - taken[less].cpu) / text), megabytes((taken[more].memory - taken[less].memory) / text)))
    for label, (seconds_each, memory_each) in zip(sizes, added, strict=True):
        use = taken[label]
        yield [label, f"{sizes[label] / 1000:.0f}", figure(use.cpu), megabytes(use.memory), seconds_each, memory_each]


def _shape_rows(work: Work, shape: Shape) -> Iterator[list[str]]:
    """A row for once the text of one shape and one for each more; the files are written anew before each run, since some mend them."""
    sizes: dict[str, int] = {}
    commands: dict[str, Command] = {}
    for times in _TIMES_A_SHAPE:
        label = f"{shape.name}, {times} ×"
        folder = work.folder / f"shape {len(commands)}"

        def write(folder: Path = folder, times: int = times) -> None:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            shape.write(folder, shape.pieces * times)

        write()
        sizes[label] = sum(path.stat().st_size for path in folder.iterdir())
        options = (*shape.options, "--jobs", "1", "--as-of", "2026-03-06", ".")
        command = work.caches.unused("growth", "check", *options)
        commands[label] = replace(command, prepare=partial(_both, command.prepare, write), folder=folder, watched=True)
    yield from _rows(sizes, medians(commands, work.repeat))


def _both(first: Callable[[], object] | None, second: Callable[[], object]) -> None:
    if first is not None:
        first()
    second()
