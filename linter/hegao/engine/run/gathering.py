"""What came of the files one by one becomes one run: the batch judged, what yields and what is excused taken out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hegao.engine.findings.finding import FileResult, RunResult
from hegao.engine.findings.yielding import give_way
from hegao.engine.run.batch_judgement import Fact, PlanOf, judge
from hegao.engine.run.one_file import Outcome

if TYPE_CHECKING:
    from hegao.register.history import History


def gather(outcomes: Iterable[Outcome], plans: PlanOf, history: History | None = None) -> RunResult:
    """The run that the outcomes make up: their facts judged together, what yields and what is excused taken out.

    Files stay in the order given.  ``plans`` knows the plan by which each was checked: ``Plans``, or one ``Plan`` for all; ``history``
    what was issued earlier.
    """
    files: list[FileResult] = []
    facts: list[Fact] = []
    for result, several in outcomes:
        files.append(result)
        facts += several
    judge(plans, files, facts, history)
    return concluded(files, plans)


def concluded(files: list[FileResult], plans: PlanOf) -> RunResult:
    """The run of files on which all rules have spoken: what yields and what is excused is taken out."""
    give_way(files, plans)
    excused = [result for result in files if result.suppressions]
    if excused:
        from hegao.engine.findings.suppression import apply_suppressions

        for result in excused:
            apply_suppressions(result, plans.of(result.path))
    return RunResult(files)
