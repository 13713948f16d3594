"""A run: files in, findings out.  Each file is examined by itself, then all are gathered and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

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
from hegao.sources.files import Source
from hegao.sources.kept_patterns import keep
from hegao.sources.user_cache import tidy

if TYPE_CHECKING:
    from pathlib import Path


class Job(NamedTuple):
    """What is to be checked: the files, the plan for each, and sentences on paths that cannot be checked.

    ``jobs`` is how many processes may work at it (0: as many as there are cores), ``cache`` whether results are taken from
    the store and kept there, ``read`` what settings were read from, ``registers`` the registers of numbers that are asked.
    """

    targets: list[Target]
    plans: PlanOf
    problems: list[str]
    jobs: int = 1
    cache: bool = False
    read: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()


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


def run(job: Job, watch: Callable[[Iterator[Outcome]], Iterable[Outcome]] | None = None) -> RunResult:
    """Check all files of a job; ``watch`` may follow the outcomes as they come, to show progress.

    Raises ``RegisterProblem`` where a register cannot be asked.
    """
    found = outcomes(job.targets, job.plans, job.jobs, job.cache)
    result = _gathered(watch(found) if watch else found, job)
    result.problems = job.problems
    result.notes = job.plans.notes
    keep()
    if job.cache:
        tidy()
    return result


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
