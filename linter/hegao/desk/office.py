"""The office (单位) that a desk belongs to: under which settings, register and baseline its drafts are checked."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from hegao.engine.cache.result_json import from_json, to_json
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.plan_by_file import Plans, plan_all
from hegao.engine.findings.baseline import Baseline, match, read_baseline, suppress
from hegao.engine.findings.finding import FileResult, RunResult
from hegao.engine.run.one_file import Outcome
from hegao.engine.run.runner import Job, run
from hegao.engine.run.targets import Target


class Earlier(NamedTuple):
    """A draft that was examined before: its name, and what came of it (JSON, as ``Checked.outcome``)."""

    name: str
    outcome: bytes


class Checked(NamedTuple):
    """A draft that was checked: the job, what was found without what the baseline registers, and the baseline.

    ``files`` are those that it was judged with, by their names, it among them; ``outcome`` is what came of it alone, for other judgements.
    """

    job: Job
    result: RunResult
    known: Baseline | None
    files: Mapping[str, FileResult]
    outcome: bytes

    @property
    def file(self) -> FileResult:
        """What was found in the draft."""
        return self.result.files[0]


class Office(NamedTuple):
    """What the command line said; the settings of the folder in which the desk was opened hold beside it."""

    profile: str | None = None
    config: str | None = None
    baseline: str | None = None
    register: str | None = None

    def job(self, name: str, data: bytes, beside: Sequence[Earlier] = ()) -> Job:
        """The job to check a draft of that name, judged with others; nothing of it is kept.  Raises ``UsageProblem``."""
        return self._job([Target(name, None, data)], beside)

    def check(self, name: str, data: bytes, beside: Sequence[Earlier] = ()) -> Checked:
        """What is found in a draft that is judged with others; raises ``UsageProblem`` and ``RegisterProblem``."""
        job = self.job(name, data, beside)
        outcomes: list[bytes] = []

        def keep(found: Iterator[Outcome]) -> Iterable[Outcome]:
            for outcome in found:
                outcomes.append(json.dumps(to_json(outcome)).encode("ascii"))
                yield outcome

        together = run(job, keep)
        files = {file.path: file for file in together.files}
        known = self.known()
        own = self._without_known(files[name], job, known)
        own.notes = together.notes
        return Checked(job, own, known, files, outcomes[0])

    def judge(self, drafts: Sequence[Earlier]) -> list[FileResult]:
        """What is found in drafts that were all examined before, as ``check`` finds it; raises ``UsageProblem`` and ``RegisterProblem``."""
        job, known = self._job([], drafts), self.known()
        files = {file.path: file for file in run(job).files}
        return [self._without_known(files[draft.name], job, known).files[0] for draft in drafts if draft.name in files]

    def _job(self, targets: list[Target], beside: Sequence[Earlier]) -> Job:
        every = [*targets, *(Target(draft.name, None, b"") for draft in beside)]
        options = Options(profile=self.profile, bilingual=True)
        plans = plan_all(every, options, config=Path(self.config) if self.config else None)
        known = [outcome for draft in beside if (outcome := _read(draft, plans)) is not None]
        return Job(targets, plans, [], registers=(self.register,) if self.register else plans.registers, beside=known)

    @staticmethod
    def _without_known(file: FileResult, job: Job, known: Baseline | None) -> RunResult:
        """A file without what the baseline registers, whatever stands in the others: it is known under any name of the file."""
        result = RunResult([file])
        if known is not None:
            suppress(match(known, result, job.plans))
        return result

    def known(self) -> Baseline | None:
        """The baseline as it is now; None where none is named."""
        return read_baseline(Path(self.baseline), new=True) if self.baseline else None


def _read(draft: Earlier, plans: Plans) -> Outcome | None:
    """What came of a draft; None where the rules have changed since, so that it means nothing now."""
    try:
        data: dict[str, Any] = json.loads(draft.outcome)
        return from_json(data, draft.name, plans.of(draft.name))
    except (KeyError, TypeError, ValueError):
        return None


def plain_name(given: str) -> str:
    """The name of an uploaded file without folders and control characters, such as can stand beside the settings of the office."""
    last = given.replace("\\", "/").rpartition("/")[2]
    name = "".join(c for c in last if c.isprintable() and c not in ':*?"<>|').strip(". ")
    stem, ending = os.path.splitext(name)
    return stem[:80] + ending[:12] if stem else "文稿.txt"
