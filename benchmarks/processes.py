"""Whole processes: what each takes of time and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
#: Times a second that a watched process is looked at.
_LOOKS = 20


class Failed(Exception):
    """A command that did not do its work; the message says which and how it ended."""


@dataclass(slots=True, frozen=True)
class Usage:
    """Seconds of the processor (user and system, with all its own processes), seconds on the clock, and bytes at the peak.

    The peak is that of the largest process, or of all together where the command was watched.
    """

    cpu: float
    wall: float
    memory: int


@dataclass(slots=True, frozen=True)
class Command:
    """A command, where it runs, what is to be done before each run (not measured), and what it adds to the environment.

    ``told`` must stand in its output, as a proof that it did its work; a ``watched`` command's memory is that of all
    its processes.
    """

    arguments: tuple[str, ...]
    prepare: Callable[[], object] | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path = ROOT
    told: str = ""
    watched: bool = False


def run(command: Command) -> Usage:
    """Run it once, its output to a file; raises ``Failed`` unless it ends with status 0, or with 1 (findings) and output."""
    if command.prepare is not None:
        command.prepare()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command.arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, cwd=command.folder, env=_environment(command)
        )
        watch = _Watch(process.pid) if command.watched else None
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        together = watch.end() if watch is not None else 0
        process.returncode = os.waitstatus_to_exitcode(status)
        _refuse_failure(command, process.returncode, _content(output), _content(errors))
    # The peak is told in kilobytes, on macOS in bytes.
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Usage(usage.ru_utime + usage.ru_stime, wall, max(peak, together))


def _content(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _refuse_failure(command: Command, status: int, output: bytes, errors: bytes) -> None:
    said = output + errors
    crashed = any(mark in errors for mark in (b"Traceback (most", b"\nNode.js v"))
    if status not in (0, 1) or crashed or (status == 1 and not said) or command.told.encode() not in said:
        name = Path(command.arguments[0]).name
        raise Failed(f"{name} ended with status {status}, {len(output)} bytes of output; {errors[-500:].decode(errors='replace')}")


def medians(commands: Mapping[str, Command], repeat: int) -> dict[str, Usage]:
    """The medians of so many rounds; the commands take turns, so that what else the machine does meets all alike.

    A first round, which fills the caches of the system and of Python, is not counted.
    """
    rounds = [{name: run(command) for name, command in commands.items()} for _ in range(repeat + 1)][1:]
    return {name: _median([each[name] for each in rounds]) for name in commands}


def _median(several: list[Usage]) -> Usage:
    return Usage(
        statistics.median(each.cpu for each in several),
        statistics.median(each.wall for each in several),
        int(statistics.median(each.memory for each in several)),
    )


def _environment(command: Command) -> dict[str, str]:
    """Ours without what alters Python (such as keeping it from writing bytecode), with what the command adds."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "HEGAO"))}
    return {**kept, "LC_ALL": "C.UTF-8", **command.environment}


class _Watch:
    """Looks at a process while it runs, to see the most memory that it and all below it have together."""

    def __init__(self, leader: int) -> None:
        self._leader = leader
        self._most = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(1 / _LOOKS):
            self._most = max(self._most, _resident(self._leader))

    def end(self) -> int:
        """Look no more; the bytes seen."""
        self._ended.set()
        self._thread.join()
        return self._most


def _resident(pid: int) -> int:
    """Bytes in memory of a process and all below it, where the system tells (Linux); pages that they share count for each."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(_resident(int(child)) for child in children)
