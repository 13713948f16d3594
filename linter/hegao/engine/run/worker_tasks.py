"""What other machines do for a run: pure functions of what they are given, the files they read and the program.

Nothing here knows how the work is handed out.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from hegao.engine.cache import result_json
from hegao.engine.cache.program_content import content
from hegao.engine.run.parted_judgement import Placed, deal
from hegao.engine.run.targets import Target
from hegao.engine.run.workers import outcome
from hegao.sources import user_cache

if TYPE_CHECKING:
    from hegao.engine.configuration.rule_plan import Plan
    from hegao.engine.findings.finding import FileResult

#: The program is not made to be run by several threads of a process; nor would that be faster.
_ONE_AT_A_TIME = Lock()


class OtherProgram(Exception):
    """The machine has another version of the program, or one that says something else; the message is what it has."""


class Files(NamedTuple):
    """Files to be examined: the place of the first in the batch, and each with the index of its plan."""

    first: int
    targets: list[tuple[Target, int]]


class Shape(NamedTuple):
    """What all machines must do alike: the program, the checks over the batch, the number of parts, whether results are kept."""

    program: str
    checks: tuple[str, ...]
    parts: int
    cache: bool


class Examined(NamedTuple):
    """What came of some files: their results packed, and their facts dealt out to the parts."""

    results: bytes
    dealt: list[bytes]


class SeveralPlans(NamedTuple):
    """The plan of each file by its name."""

    by_name: Mapping[str, Plan]

    @property
    def notes(self) -> list[str]:
        """Sentences on settings: told where the run was asked for."""
        return []

    def of(self, name: str) -> Plan:
        """The plan for the file of that name."""
        return self.by_name[name]


def same_program(program: str) -> None:
    """Raise ``OtherProgram`` where this is not the program that the run was asked of."""
    if content() != program:
        raise OtherProgram(content())


def examine(files: Files, plans: Sequence[Plan], shape: Shape) -> Examined:
    """Examine files as a run on one machine does, and deal out their facts; raises ``OtherProgram``."""
    same_program(shape.program)
    by_name = SeveralPlans({target.name: plans[index] for target, index in files.targets})
    results: list[Any] = []
    placed: list[Placed] = []
    with _ONE_AT_A_TIME, user_cache.used(shape.cache):
        for number, (target, _plan) in enumerate(files.targets, files.first):
            result, facts = outcome(target, by_name, shape.cache)
            results.append(result_json.to_json((result, [])))
            placed += [((number, index), fact) for index, fact in enumerate(facts)]
        dealt = [part.packed() for part in deal(placed, shape.checks, shape.parts)]
    return Examined(zlib.compress(json.dumps(results, ensure_ascii=False).encode(), 1), dealt)


def results_of(examined: Examined) -> bytes:
    """The results alone."""
    return examined.results


def dealt_to(examined: Examined, part: int) -> bytes:
    """What is for one part."""
    return examined.dealt[part]


def brought_to(brought: Sequence[bytes], part: int) -> bytes:
    """What one part brings to another."""
    return brought[part]


def read_results(packed: bytes, files: Files, plans: Sequence[Plan]) -> list[FileResult]:
    """The results of files, as they were on the machine that examined them."""
    stored = json.loads(zlib.decompress(packed))
    return [
        result_json.from_json(data, target.name, plans[index])[0] for data, (target, index) in zip(stored, files.targets, strict=True)
    ]
