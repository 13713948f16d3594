"""A run: files in, findings out.  Each file is examined by itself, then all are gathered and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from hegao.engine.configuration.options import Options, UsageProblem
from hegao.engine.configuration.plan_by_file import plan_all
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.finding import RunResult
from hegao.engine.rules.loading import load_rules
from hegao.engine.rules.rule import RuleSet
from hegao.engine.run.batch_judgement import PlanOf
from hegao.engine.run.gathering import gather
from hegao.engine.run.one_file import Outcome, check_source
from hegao.engine.run.targets import Target, targets
from hegao.engine.run.workers import outcomes
from hegao.register.entry import is_address
from hegao.sources.kept_patterns import keep
from hegao.sources.source import Source
from hegao.sources.user_cache import tidy

if TYPE_CHECKING:
    from pathlib import Path


#: Follows what comes of files, and hands it on.
Watch = Callable[[Iterator[Any]], Iterable[Any]]


class Job(NamedTuple):
    """What is to be checked: the files, the plan for each, and sentences on paths that cannot be checked.

    ``jobs`` is how many processes may work at it (0: as many as there are cores), ``cache`` whether results are taken from
    the store and kept there, ``read`` what settings were read from, ``registers`` the registers of numbers that are asked,
    ``scheduler`` the address of a cluster that does the work.  ``beside`` is what came of files that were examined before and are
    judged together with these; files then stand in the order of their names.
    """

    targets: list[Target]
    plans: PlanOf
    problems: list[str]
    jobs: int = 1
    cache: bool = False
    read: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    scheduler: str = ""
    beside: Sequence[Outcome] = ()


def prepare(
    paths: Sequence[str],
    options: Options | None = None,
    ruleset: RuleSet | None = None,
    *,
    stdin_name: str = "<stdin>",
    config: Path | None = None,
    cache: bool = True,
    empty: bool = False,
    suffixes: Sequence[str] = (),
    register: str | None = None,
) -> Job:
    """What is to be done to check files, folders and the standard input (``-``, shown as ``stdin_name``).

    Each file is checked as the settings above it say, or those of ``config``; a ``ruleset`` given stands alone, without
    settings.  So it is with the ``register`` of numbers.  Folders are searched for files with the ``suffixes``, or with all that are read.  Raises ``UsageProblem`` where
    nothing is left to check and that is not allowed (``empty``), for options that cannot be met, and for settings, tables and
    rules that cannot be used.
    """
    options = options or Options()
    found, problems = targets(paths, stdin_name, suffixes, empty=empty)
    if not found and not empty:
        raise UsageProblem(*(problems or ["没有给出要检查的文件或文件夹"]))
    if ruleset is not None:
        return Job(found, Plan(ruleset, options), problems, registers=(register,) if register else ())
    plans = plan_all(found, options, config=config, cache=cache)
    registers = (register,) if register else plans.registers
    return Job(found, plans, problems, read=(*plans.read, *(name for name in registers if not is_address(name))), registers=registers)


def run(job: Job, watch: Watch | None = None) -> RunResult:
    """Check all files of a job; ``watch`` may follow what comes of them one by one, to show progress.

    Raises ``UsageProblem`` where the work cannot be done by those who are to do it, ``RegisterProblem`` where a register cannot be asked.
    """
    if job.scheduler and job.registers:
        raise UsageProblem("--scheduler 还不能和登记簿一起用；请不用 --scheduler，或从设置里去掉 register")
    if job.scheduler:
        from hegao.engine.run.cluster import run_on_cluster

        return run_on_cluster(job, watch)
    found: Iterable[Outcome] = outcomes(job.targets, job.plans, job.jobs, job.cache)
    found = watch(iter(found)) if watch else found
    result = _gathered(sorted([*found, *job.beside], key=_name) if job.beside else found, job)
    result.problems = job.problems
    result.notes = job.plans.notes
    keep()
    if job.cache:
        tidy()
    return result


def _name(outcome: Outcome) -> str:
    return outcome[0].path


def _gathered(found: Iterable[Outcome], job: Job) -> RunResult:
    if not job.registers:
        return gather(found, job.plans)
    from hegao.register.history import History

    # What is wrong with a register is told before the work begins; then it is let go while others may write.
    with History(job.registers):
        pass
    several = list(found)
    with History(job.registers) as history:
        return gather(several, job.plans, history)


def check_paths(
    paths: Sequence[str],
    options: Options | None = None,
    ruleset: RuleSet | None = None,
    *,
    stdin_name: str = "<stdin>",
    config: Path | None = None,
    cache: bool = True,
) -> RunResult:
    """``prepare`` and ``run``: a path that is missing, or a folder without documents, is told in ``RunResult.problems``."""
    return run(prepare(paths, options, ruleset, stdin_name=stdin_name, config=config, cache=cache))


def check_sources(sources: Iterable[Source], options: Options | None = None, ruleset: RuleSet | None = None) -> RunResult:
    """Check sources already read; raises ``UsageProblem`` for options that cannot be met."""
    plan = Plan(ruleset or load_rules(), options or Options())
    return gather((check_source(source, plan) for source in sources), plan)
