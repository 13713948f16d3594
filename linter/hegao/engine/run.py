"""A run: files in, findings out.

``check_source`` is pure: its outcome depends on the source and the plan alone, and is JSON-able by
``hegao.engine.codec``.  So outcomes may come from other processes or from a store; ``gather`` judges the batch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hegao.engine.batch import Fact, PlanOf, collect, judge
from hegao.engine.compose import Composer, finish, said_of
from hegao.engine.findings import DocumentSummary, FileResult, RunResult
from hegao.engine.options import Options, UsageProblem
from hegao.engine.parallel import outcomes
from hegao.engine.paths import Target, targets
from hegao.engine.plan import Plan
from hegao.engine.plans import plan_all
from hegao.engine.rule import GAZETTE, RuleSet
from hegao.engine.rules import load_rules
from hegao.sources.compiled import keep
from hegao.sources.files import Source, Unreadable, source_of
from hegao.sources.store import tidy

if TYPE_CHECKING:
    from pathlib import Path

    from hegao.document.model import Document, File

#: What came of one file, before the batch is judged: its findings, and its facts for the batch.
Outcome = tuple[FileResult, list[Fact]]

__all__ = [
    "Job",
    "Options",
    "Outcome",
    "UsageProblem",
    "check_bytes",
    "check_paths",
    "check_source",
    "check_sources",
    "check_target",
    "gather",
    "prepare",
    "run",
]


class Job(NamedTuple):
    """What is to be checked: the files, the plan for each, and sentences on paths that cannot be checked.

    ``jobs`` is how many processes may work at it (0: as many as there are cores), ``cache`` whether results are taken from
    the store and kept there.
    """

    targets: list[Target]
    plans: PlanOf
    problems: list[str]
    jobs: int = 1
    cache: bool = False


def prepare(
    paths: Sequence[str],
    options: Options | None = None,
    ruleset: RuleSet | None = None,
    *,
    stdin_name: str = "<stdin>",
    config: Path | None = None,
    cache: bool = True,
) -> Job:
    """What is to be done to check files, folders and the standard input (``-``, shown as ``stdin_name``).

    Each file is checked as the settings above it say, or those of ``config``; a ``ruleset`` given stands alone, without
    settings.  Raises ``UsageProblem`` where nothing is left to check, for options that cannot be met, and for settings,
    tables and rules that cannot be used.
    """
    options = options or Options()
    found, problems = targets(paths, stdin_name)
    if not found:
        raise UsageProblem(*(problems or ["没有给出要检查的文件或文件夹"]))
    plans: PlanOf = plan_all(found, options, config=config, cache=cache) if ruleset is None else Plan(ruleset, options)
    return Job(found, plans, problems)


def run(job: Job, watch: Callable[[Iterator[Outcome]], Iterable[Outcome]] | None = None) -> RunResult:
    """Check all files of a job; ``watch`` may follow the outcomes as they come, to show progress."""
    found = outcomes(job.targets, job.plans, job.jobs, job.cache)
    result = gather(watch(found) if watch else found, job.plans)
    result.problems = job.problems
    result.notes = job.plans.notes
    keep()
    if job.cache:
        tidy()
    return result


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


def gather(outcomes: Iterable[Outcome], plans: PlanOf) -> RunResult:
    """The run that the outcomes make up: their facts judged together, what is excused taken out, files in the order given.

    ``plans`` knows the plan by which each was checked: ``Plans``, or one ``Plan`` for all.
    """
    files: list[FileResult] = []
    facts: list[Fact] = []
    for result, several in outcomes:
        files.append(result)
        facts += several
    judge(plans, files, facts)
    excused = [result for result in files if result.excuses]
    if excused:
        from hegao.engine.suppression import settle

        for result in excused:
            settle(result, plans.of(result.path))
    return RunResult(files)


def check_target(target: Target, plan: Plan) -> Outcome:
    """Read and check one file; what cannot be read becomes a finding."""
    try:
        source = target.source()
    except Unreadable as error:
        return _unreadable(target.name, str(error), plan)
    return check_source(source, plan)


def check_bytes(data: bytes, path: str, plan: Plan) -> Outcome:
    """Check a file's content, shown as ``path``; what cannot be read becomes a finding."""
    try:
        source = source_of(data, path)
    except Unreadable as error:
        return _unreadable(path, str(error), plan)
    return check_source(source, plan)


def check_source(source: Source, plan: Plan) -> Outcome:
    """Check one source.  A file that the program itself fails on is reported as one that it could not read."""
    from hegao.document.build import parse

    try:
        return _examine(source, parse(source), plan)
    except Exception as error:
        from logging import getLogger

        getLogger("hegao").debug("%s could not be examined", source.path, exc_info=error)
        return _unreadable(source.path, f"程序在这个文件上出错（{said_of(error)}），请把文件报给开发者", plan)


def _examine(source: Source, file: File, plan: Plan) -> Outcome:
    from hegao.engine.suppression import excuses_of
    from hegao.engine.walk import Walk

    # A gazette is a public copy of documents that were issued.
    profile = GAZETTE if file.kind == "gazette" else plan.profile
    walk = Walk(file, plan, Composer(source.path, source.lines, plan.options.lang), profile)
    walk.run()
    facts = collect(file, walk)
    findings = finish(walk.drafts)
    excuses = excuses_of(source.lines)
    needed = {finding.span.line for finding in findings} | {excuse.span.line for excuse in excuses} | {fact["span"][0] for fact in facts}
    lines = {line: source.lines[line - 1] for line in sorted(needed) if line <= len(source.lines)}
    documents = [_summary(document) for document in file.documents]
    return FileResult(source.path, documents, findings, lines, failed=walk.failed, profile=profile, excuses=excuses), facts


def _summary(document: Document) -> DocumentSummary:
    number = document.number.phrase.normal if document.number is not None else None
    return DocumentSummary(number, document.title.text.value if document.title is not None else None, document.line)


def _unreadable(path: str, reason: str, plan: Plan) -> Outcome:
    draft = Composer(path, lang=plan.options.lang).of_fault(plan.internal("unreadable"), {"reason": reason})
    return FileResult(path, findings=finish([draft]), failed=True, profile=plan.profile), []
