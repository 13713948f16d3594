"""Outcomes of many files, from the store where it has them, else by checking, in several processes where that pays.

The order is that of the targets and an outcome depends on file and plan alone, so the result is the same to the byte
whatever the number of processes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hegao.engine.cache import stored_results
from hegao.engine.configuration.options import UsageProblem
from hegao.engine.run.one_file import Outcome, check_bytes, check_target
from hegao.engine.run.targets import Target
from hegao.sources import user_cache

if TYPE_CHECKING:
    from hegao.engine.run.batch_judgement import PlanOf

#: Starting processes costs a fifth of a second each; below this many bytes one process is done sooner.
WORTH_IT = 1_500_000
_CHUNK = 8

_plans: PlanOf | None = None
_cached = True


def outcomes(targets: Sequence[Target], plans: PlanOf, jobs: int = 1, cache: bool = True) -> Iterator[Outcome]:
    """The outcome of each target in order, by up to ``jobs`` processes (0: as many as there are cores)."""
    jobs = _useful(targets, jobs)
    if jobs == 1:
        yield from (outcome(target, plans, cache) for target in targets)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(plans, cache))
    try:
        yield from pool.map(_work, targets, chunksize=_CHUNK)
    except BrokenProcessPool as error:
        raise UsageProblem("检查用的进程被中止，多半是内存不够；请加 --jobs 1 再试") from error
    finally:
        # Reached on Ctrl-C, too: what has not begun is dropped, so that the run ends at once.
        pool.shutdown(wait=True, cancel_futures=True)


def outcome(target: Target, plans: PlanOf, cache: bool) -> Outcome:
    """What came of one target; kept in the store, or taken from it."""
    plan = plans.of(target.name)
    if not cache or target.path is None:
        return check_target(target, plan)
    try:
        data = target.content()
    except OSError:
        return check_target(target, plan)
    key = stored_results.key_of(data, target.name, plan)
    known = stored_results.load(key, target.name, plan)
    if known is None:
        known = check_bytes(data, target.name, plan)
        stored_results.save(key, known)
    return known


def _useful(targets: Sequence[Target], jobs: int) -> int:
    """How many processes are worth it."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(targets) < 2 or any(target.path is None for target in targets):
        return 1
    size = 0
    for target in targets:
        try:
            size += target.size if target.member is not None else os.stat(target.path or target.name).st_size
        except OSError:
            continue
        if size >= WORTH_IT:
            return min(jobs, len(targets))
    return 1


def _begin(plans: PlanOf, cache: bool) -> None:
    """Prepare a worker; Ctrl-C is the business of the first process, whose end is that of the worker."""
    global _plans, _cached
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _plans, _cached = plans, cache
    user_cache.use(cache)


def _end_with_parent() -> None:
    """End this process when the first one is gone, however it ended: nobody will ask for what is worked at."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(target: Target) -> Outcome:
    assert _plans is not None
    return outcome(target, _plans, _cached)
