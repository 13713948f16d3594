"""Open drafts judged: each looked at when it has changed, all compared with one another, as a run over these files would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hegao.document.building import parse
from hegao.document.model import File
from hegao.editor.settings_in_force import SettingsInForce
from hegao.engine.configuration.options import UsageProblem
from hegao.engine.configuration.plan_by_file import Plans
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.finding import FileResult, Finding
from hegao.engine.run.gathering import gather
from hegao.engine.run.one_file import Outcome, check_read
from hegao.register.entry import RegisterProblem
from hegao.sources.source import Source

if TYPE_CHECKING:
    from hegao.register.history import History

#: Characters of the longest draft that is judged while it is typed; a gazette of five hundred pages has a third of it.
LARGEST = 2_000_000
_TOO_LARGE = f"文件超过 {LARGEST // 10_000} 万字，编辑时不检查；请用 hegao check 检查"


class Draft(NamedTuple):
    """A draft as it was at one moment; ``revision`` tells it from the same draft earlier and later."""

    revision: int
    source: Source

    @property
    def name(self) -> str:
        """The name it is shown under, which is its path."""
        return self.source.path

    @property
    def large(self) -> bool:
        """Whether it is too large to be judged while it is typed."""
        return sum(map(len, self.source.lines)) > LARGEST


class Judged(NamedTuple):
    """What is found in a draft; ``problems`` are sentences that say why nothing was judged."""

    draft: Draft
    findings: tuple[Finding, ...] = ()
    problems: tuple[str, ...] = ()


class _Looked(NamedTuple):
    """What was found in a draft by itself, under the plan of that digest."""

    revision: int
    digest: str
    outcome: Outcome


class Judging:
    """Judges drafts; what did not change since the last time is not looked at again.  To be used by one thread."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self.settings = SettingsInForce()
        self._files: dict[str, tuple[int, File]] = {}
        self._looked: dict[str, _Looked] = {}

    def judge(self, drafts: Sequence[Draft]) -> list[Judged]:
        """What is found in the drafts, each in its turn, told of one another; drafts not given are forgotten."""
        self._forget({draft.name for draft in drafts})
        outcomes: list[Outcome] = []
        plans: dict[str, Plans] = {}
        told: dict[str, tuple[str, ...]] = {}
        for draft in drafts:
            try:
                outcome = self._outcome(draft, plans)
            except UsageProblem as error:
                told[draft.name] = tuple(error.problems)
                continue
            if draft.large:
                told[draft.name] = (_TOO_LARGE,)
            elif outcome is not None:
                outcomes.append(outcome)
        found: dict[str, tuple[Finding, ...]] = {}
        try:
            found = _together(outcomes, plans)
        except RegisterProblem as error:
            told |= {result.path: (str(error),) for result, _facts in outcomes}
        return [Judged(draft, found.get(draft.name, ()), told.get(draft.name, ())) for draft in drafts]

    def file(self, draft: Draft) -> File:
        """The draft as it was read."""
        kept = self._files.get(draft.name)
        if kept is None or kept[0] != draft.revision:
            kept = self._files[draft.name] = draft.revision, parse(draft.source)
        return kept[1]

    def plan(self, draft: Draft) -> Plan:
        """The plan that the settings above a draft make; raises ``UsageProblem``."""
        return self.settings.plans(draft.name).of(draft.name)

    def _outcome(self, draft: Draft, plans: dict[str, Plans]) -> Outcome | None:
        """What is found in a draft by itself; None where there is nothing to look at yet."""
        plans[draft.name] = self.settings.plans(draft.name)
        if draft.large or not any(line.strip() for line in draft.source.lines):
            return None
        plan = plans[draft.name].of(draft.name)
        kept = self._looked.get(draft.name)
        if kept is None or (kept.revision, kept.digest) != (draft.revision, plan.digest):
            outcome = check_read(draft.source, lambda: self.file(draft), plan)
            kept = self._looked[draft.name] = _Looked(draft.revision, plan.digest, outcome)
        return kept.outcome

    def _forget(self, open_now: set[str]) -> None:
        closed = (self._files.keys() | self._looked.keys()) - open_now
        self.settings.forget(closed)
        for name in closed:
            self._files.pop(name, None)
            self._looked.pop(name, None)


def _together(outcomes: Sequence[Outcome], plans: Mapping[str, Plans]) -> dict[str, tuple[Finding, ...]]:
    """What is found in the drafts as one run, by their names; raises ``RegisterProblem``."""
    every = Plans({name: one.of(name) for name, one in plans.items()}, [])
    registers = tuple(dict.fromkeys(name for one in plans.values() for name in one.registers))
    fresh = [(_copy(result), facts) for result, facts in outcomes]
    if not registers or not fresh:
        return _findings(fresh, every)
    from hegao.register.history import History

    with History(registers) as history:
        return _findings(fresh, every, history)


def _findings(outcomes: Sequence[Outcome], plans: Plans, history: History | None = None) -> dict[str, tuple[Finding, ...]]:
    return {result.path: tuple(result.findings) for result in gather(outcomes, plans, history).files}


def _copy(result: FileResult) -> FileResult:
    """A result for the judges, which change what they are given."""
    return FileResult(
        result.path,
        result.documents,
        list(result.findings),
        result.lines,
        failed=result.failed,
        profile=result.profile,
        suppressions=result.suppressions,
    )
