"""Runs on a cluster: a scheduler and workers on this machine, each a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import documents
from benchmarks.material import Material, write_many
from benchmarks.processes import Command, Failed, run
from benchmarks.program import hegao
from benchmarks.tables import Table, figure, megabytes
from benchmarks.work import Work

#: Documents, their bytes, and by how many workers they are checked; the larger batch shows what memory grows with.
_BATCHES = ((1000, (1, 2, 4)), (5000, (2,)))
_EACH = 3000
_HEADS = ["documents", "workers", "wall s", "documents a second", "CPU s, all", "client peak MB", "scheduler peak MB", "largest worker peak MB"]


@dataclass(slots=True, frozen=True)
class _Cluster:
    address: str
    scheduler: int
    workers: list[int]


def cluster(work: Work) -> Table:
    """The same batches by one process and by workers of a cluster; raises ``Failed`` where the reports are not the same."""
    rows = []
    for count, several in _BATCHES:
        material = write_many(work.folder / f"batch-{count}", documents(count, _EACH, work.seed, work.slips))
        alone = work.folder / f"alone-{count}.json"
        taken = run(_checked(material, alone, "--jobs", "1"))
        rows.append([f"{count:,}", "without a cluster, one process", figure(taken.wall), figure(count / taken.wall), figure(taken.cpu), megabytes(taken.memory), "", ""])
        for workers in several:
            rows.append(_measured(work, material, alone, count, workers))
    said = f"Generated documents of {_EACH // 1000} kB, nothing from a cache, the report as JSON; measured once, on a cluster after a small run."
    return Table("On a cluster", _HEADS, rows, [f"{said} All reports of a batch are the same to the byte."])


def _checked(material: Material, report: Path, *options: str) -> Command:
    return Command(hegao("check", "--no-cache", "--fail-on", "never", "--output-format", "json", "--output", str(report), *options, str(material.folder)))


def _measured(work: Work, material: Material, alone: Path, count: int, workers: int) -> list[str]:
    report = work.folder / "cluster.json"
    with _running(work.folder, workers) as found:
        warm = write_many(work.folder / f"warm-{count}-{workers}", documents(100, _EACH, -1, work.slips))
        run(_checked(warm, report, "--scheduler", found.address))
        before = sum(map(_cpu, (found.scheduler, *found.workers)))
        taken = run(_checked(material, report, "--scheduler", found.address))
        used = taken.cpu + sum(map(_cpu, (found.scheduler, *found.workers))) - before
        peaks = [_peak(pid) for pid in (found.scheduler, *found.workers)]
    if report.read_bytes() != alone.read_bytes():
        raise Failed(f"the report of {workers} workers is not that of one process")
    memory = [megabytes(taken.memory), megabytes(peaks[0]), megabytes(max(peaks[1:]))]
    return [f"{count:,}", str(workers), figure(taken.wall), figure(count / taken.wall), figure(used), *memory]


@contextmanager
def _running(folder: Path, count: int) -> Iterator[_Cluster]:
    """A scheduler with so many workers, all of them known to it."""
    begun: list[subprocess.Popen[bytes]] = []
    try:
        begun.append(_begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"))
        address = _told(begun[0], b"Scheduler at:").split()[-1]
        for _ in range(count):
            options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1", "--local-directory", str(folder))
            begun.append(_begin("worker", address, *options))
            _told(begun[-1], b"Registered to:")
        yield _Cluster(address, begun[0].pid, [process.pid for process in begun[1:]])
    finally:
        for process in reversed(begun):
            process.kill()
            process.wait()


def _begin(part: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", f"distributed.cli.dask_{part}", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _told(process: subprocess.Popen[bytes], sign: bytes) -> str:
    assert process.stderr is not None
    for line in process.stderr:
        if sign in line:
            return line.decode()
    raise Failed("Dask distributed does not start; pip install 'hegao[cluster]'")


def _peak(pid: int) -> int:
    """Bytes in memory at the most, where the system tells (Linux)."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def _cpu(pid: int) -> float:
    """Seconds of the processor that a process has taken, where the system tells (Linux)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
