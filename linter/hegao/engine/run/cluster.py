"""A run on many machines, by Dask distributed, which the extra ``hegao[cluster]`` brings.

The same map and reduce as on one machine.  Files are examined in heaps, wherever there is room; results come back, facts stay packed
where they were found until each part of them is judged (``parted_judgement``).  What a machine that is lost had found is found anew by
another, since the scheduler knows of each result how it came about.
"""

from __future__ import annotations

import logging
import os
import pickle
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hegao.engine.cache.program_content import content
from hegao.engine.configuration.options import Unreached, UsageProblem
from hegao.engine.findings.composing import Composer, finish
from hegao.engine.findings.finding import FileResult, RunResult
from hegao.engine.run.batch_judgement import Told, question_of, questions, settle
from hegao.engine.run.gathering import concluded
from hegao.engine.run.parted_judgement import Answer, Question, answered, matched, together
from hegao.engine.run.targets import Target
from hegao.engine.run.worker_tasks import (
    Files,
    OtherProgram,
    Shape,
    brought_to,
    dealt_to,
    examine,
    read_results,
    results_of,
    same_program,
)
from hegao.sources.system_errors import why_unread

if TYPE_CHECKING:
    from distributed import Client, Future

    from hegao.engine.configuration.rule_plan import BoundBatch, Plan
    from hegao.engine.run.runner import Job, Watch

#: Seconds until a scheduler must answer, and until there must be a worker.
_PATIENCE = 5
_NO_WORKERS = 60
#: Files of a heap at least and, of few heaps, at most, so that one takes seconds; how many heaps are wanted, and how many there are at most.
_SMALLEST, _LARGEST, _HEAPS, _MOST_HEAPS = 8, 512, 64, 2000
#: Files whose facts fit well into the memory of one machine: nine kilobytes each, when unpacked; how few and how many parts there are.
_A_PART = 20_000
_FEWEST_PARTS, _MOST_PARTS = 4, 512
#: Seconds between two looks at what is waited for, and so many of them a second.
_LOOK, _SECOND = 0.02, 50


def run_on_cluster(job: Job, watch: Watch | None = None) -> RunResult:
    """Check all files of a job on the machines of its scheduler; the result is that of a run on this machine.

    ``watch`` may follow the results as they come.  Raises ``Unreached`` where scheduler or workers are not to be had or are lost for
    good, ``UsageProblem`` where the address is none or a worker has another program.
    """
    with _connected(job.scheduler) as client:
        result = _Run(client, job).result(watch)
    result.problems = job.problems
    result.notes = job.plans.notes
    return result


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    """A client of the scheduler, with workers; what Dask itself has to say is not for users of this program."""
    from distributed import Client

    # Dask gives some of its loggers levels of their own, which that of their parent does not reach.
    for name in ("distributed", "tornado", *logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    warnings.filterwarnings("ignore", module="distributed")
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except ValueError as error:
        raise UsageProblem(f"--scheduler：{address} 不是调度器的地址，应写成 tcp://主机:8786") from error
    except (OSError, TimeoutError) as error:
        raise Unreached(f"连不上调度器 {address}；请确认它在运行，网络能通") from error
    try:
        _wait_for_workers(client, address)
        yield client
    finally:
        client.close(timeout=_PATIENCE)


def _wait_for_workers(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise Unreached(f"调度器 {address} 下没有工作进程；请先启动 dask worker {address}") from error


class _Run:
    def __init__(self, client: Client, job: Job) -> None:
        from distributed import KilledWorker

        self.killed: type[Exception] = KilledWorker
        self.client = client
        self.job = job
        self.address = job.scheduler
        self.plans: list[Plan] = []
        placed = [(_found_anywhere(target), self._index(job.plans.of(target.name))) for target in job.targets]
        size = max(_SMALLEST, min(_LARGEST, len(placed) // _HEAPS), -(-len(placed) // _MOST_HEAPS))
        self.heaps = [Files(at, placed[at : at + size]) for at in range(0, len(placed), size)]
        checks = tuple(sorted({bound.rule.check for plan in self.plans for bound in plan.batch}))
        parts = min(_MOST_PARTS, max(_FEWEST_PARTS, -(-len(placed) // _A_PART))) if checks else 1
        self.shape = Shape(content(), checks, parts, job.cache)

    def _index(self, plan: Plan) -> int:
        """The index of a plan among those of the run; files that lie together mostly share one."""
        at = next((index for index in range(len(self.plans) - 1, -1, -1) if self.plans[index] is plan), None)
        if at is None:
            self.plans.append(plan)
            at = len(self.plans) - 1
        return at

    def result(self, watch: Watch | None) -> RunResult:
        """Map, gather, reduce."""
        self._compare_programs()
        # A task of its own, so that it can be made anew wherever it is needed: data that were only sent are lost with who holds them.
        plans = self.client.submit(pickle.loads, pickle.dumps(self.plans), pure=False)
        found = self._examined(plans)
        results = list(watch(found) if watch else found)
        settle(self.job.plans, results, self._judged(results))
        return concluded(results, self.job.plans)

    def _compare_programs(self) -> None:
        try:
            self.client.run(same_program, self.shape.program)
        except (OtherProgram, ImportError, AttributeError) as error:
            raise UsageProblem(_other(self.shape.program, error)) from error

    def _examined(self, plans: Future) -> Iterator[FileResult]:
        """The results in the order of the files; the heaps that they are in at last are kept, with their facts."""
        self.kept: list[Future] = []
        waiting = [self._begun(heap, plans) for heap in self.heaps]
        waiting.reverse()
        while waiting:
            heap, examined, results = waiting.pop()
            try:
                packed = self._value(results)
            except self.killed:
                # Whatever it is that kills a worker, the other files of the heap are examined without it.
                if len(heap.targets) == 1:
                    yield self._unread(heap)
                else:
                    half = len(heap.targets) // 2
                    first, second = Files(heap.first, heap.targets[:half]), Files(heap.first + half, heap.targets[half:])
                    waiting += [self._begun(second, plans), self._begun(first, plans)]
                continue
            self.kept.append(examined)
            yield from read_results(packed, heap, self.plans)

    def _begun(self, heap: Files, plans: Future) -> tuple[Files, Future, Future]:
        examined = self.client.submit(examine, heap, plans, self.shape, pure=False)
        return heap, examined, self.client.submit(results_of, examined, pure=False)

    def _unread(self, heap: Files) -> FileResult:
        [(target, index)] = heap.targets
        plan = self.plans[index]
        words = {"reason": "检查它的工作进程几次都中断了，多半是内存不够；请单独检查这个文件"}
        draft = Composer(target.name, lang=plan.options.lang).of_fault(plan.internal("unreadable"), words)
        return FileResult(target.name, findings=finish([draft]), failed=True, profile=plan.profile)

    def _judged(self, results: list[FileResult]) -> Callable[[BoundBatch], Told]:
        """What is told on each question, once all parts have answered."""
        asked = {question_of(bound): bound for bound, _files in questions(self.job.plans, results)} if self.shape.checks else {}
        answers = self._answers([Question(bound.rule.check, bound.rule.parameters) for bound in asked.values()]) if asked else []
        by_question = dict(zip(asked, zip(*answers, strict=True), strict=True)) if answers else {}
        return lambda bound: together(by_question[question_of(bound)])

    def _answers(self, asked: list[Question]) -> list[list[Answer]]:
        """The answers of each part to all questions."""
        submit, parts = self.client.submit, range(self.shape.parts)
        dealt = [[submit(dealt_to, examined, part, pure=False) for examined in self.kept] for part in parts]
        brought = [submit(matched, dealt[part], self.shape.parts, pure=False) for part in parts]
        told = [
            submit(answered, asked, dealt[part], [submit(brought_to, one, part, pure=False) for one in brought], pure=False) for part in parts
        ]
        try:
            return [self._value(one) for one in told]
        except self.killed as error:
            raise Unreached("汇总时工作进程几次中断，多半是内存不够，没有查完；请增加工作进程或内存后重新运行") from error

    def _value(self, future: Future) -> Any:
        """The value of a future, waited for as long as there is anybody who may work at it."""
        looks = idle = 0
        while not future.done():
            time.sleep(_LOOK)
            looks += 1
            if looks % _SECOND == 0:
                idle = 0 if self._anybody() else idle + 1
            if idle > _NO_WORKERS:
                raise Unreached(f"调度器 {self.address} 下的工作进程都没有了，没有查完；请启动后重新运行")
        if future.status in ("cancelled", "lost"):
            raise Unreached(self._lost)
        try:
            return future.result()
        except (OtherProgram, ImportError, AttributeError) as error:
            raise UsageProblem(_other(self.shape.program, error)) from error

    def _anybody(self) -> bool:
        """Whether there is a worker; raises ``Unreached`` where the scheduler is gone."""
        if self.client.status not in ("running", "connecting"):
            raise Unreached(self._lost)
        try:
            return self.client.status == "running" and bool(self.client.scheduler_info(n_workers=-1)["workers"])
        except (OSError, TimeoutError):
            return False

    @property
    def _lost(self) -> str:
        return f"和调度器 {self.address} 的连接断了，没有查完；请重新运行"


def _found_anywhere(target: Target) -> Target:
    """The file as other machines find it: by its whole path, the standard input by what it said."""
    if target.path is None:
        try:
            return target._replace(data=target.content())
        except OSError as error:
            return target._replace(fault=why_unread(error))
    return target if target.remote else target._replace(path=os.path.abspath(target.path))


def _other(program: str, error: Exception) -> str:
    """What is said where a worker does not run this program."""
    here = program.partition(" ")[0]
    there = str(error).partition(" ")[0] if isinstance(error, OtherProgram) else ""
    if not there:
        return f"有的工作进程没有装 hegao {here}，或者装的是别的版本；请在每台机器上装同一个版本"
    same = "，版本号相同，内容不同" if here == there else ""
    return f"有的工作进程装的是 hegao {there}，这里是 {here}{same}；请在每台机器上装同一个版本"
