"""The office (单位) that a desk belongs to: under which settings, register and baseline its drafts are checked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from hegao.engine.configuration.options import Options
from hegao.engine.configuration.plan_by_file import plan_all
from hegao.engine.findings.baseline import Baseline, match, read_baseline, suppress
from hegao.engine.findings.finding import RunResult
from hegao.engine.run.runner import Job, run
from hegao.engine.run.targets import Target


class Checked(NamedTuple):
    """A draft that was checked: the job, what was found without what the baseline registers, and the baseline."""

    job: Job
    result: RunResult
    known: Baseline | None


class Office(NamedTuple):
    """What the command line said; the settings of the folder in which the desk was opened hold beside it."""

    profile: str | None = None
    config: str | None = None
    baseline: str | None = None
    register: str | None = None

    def job(self, name: str, data: bytes) -> Job:
        """The job to check a draft of that name; nothing of it is kept.  Raises ``UsageProblem``."""
        targets = [Target(name, None, data)]
        plans = plan_all(targets, Options(profile=self.profile), config=Path(self.config) if self.config else None)
        return Job(targets, plans, [], registers=(self.register,) if self.register else plans.registers)

    def check(self, name: str, data: bytes) -> Checked:
        """What is found in a draft; raises ``UsageProblem`` and ``RegisterProblem``."""
        job = self.job(name, data)
        result = run(job)
        known = self.known()
        if known is not None:
            suppress(match(known, result, job.plans))
        return Checked(job, result, known)

    def known(self) -> Baseline | None:
        """The baseline as it is now; None where none is named."""
        return read_baseline(Path(self.baseline), new=True) if self.baseline else None


def plain_name(given: str) -> str:
    """The name of an uploaded file without folders and control characters, such as can stand beside the settings of the office."""
    last = given.replace("\\", "/").rpartition("/")[2]
    name = "".join(c for c in last if c.isprintable() and c not in ':*?"<>|').strip(". ")
    stem, ending = os.path.splitext(name)
    return stem[:80] + ending[:12] if stem else "文稿.txt"
