"""``--since``: what was found at a revision is not reported."""

from __future__ import annotations

import os
from collections.abc import Sequence
from copy import copy
from pathlib import Path

from hegao.engine.configuration.options import Options
from hegao.engine.configuration.plan_by_file import plan_all
from hegao.engine.findings.baseline import Baseline
from hegao.engine.findings.finding import Registered, RunResult
from hegao.engine.findings.novelty import take_out_known
from hegao.engine.run.earlier_state import earlier_targets
from hegao.engine.run.runner import Job, run


class Since:
    """The batch as it was at a revision, judged by the rules and settings of now."""

    def __init__(self, revision: str, job: Job, paths: Sequence[str], suffixes: Sequence[str], options: Options, config: Path | None) -> None:
        """Find the files; raises ``UsageProblem`` where the revision is not to be had."""
        then = earlier_targets(job.targets, paths, suffixes, revision)
        self._job = job._replace(targets=then, plans=plan_all(then, options, config=config, cache=job.cache))
        self._result: RunResult | None = None

    def take_out(self, result: RunResult) -> None:
        """Take out of a result what was found at the revision."""
        take_out_known(result, self._found())

    def known(self, result: RunResult, baseline: Baseline | None) -> Baseline:
        """The baseline, if there is one, and what was found at the revision, as one."""
        left = RunResult([copy(file) for file in result.files])
        taken = take_out_known(left, self._found())
        folder = baseline.folder if baseline else Path(os.getcwd())
        entries = [
            Registered(finding.fingerprint, finding.rule, os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/"), finding.quote)
            for path, finding in taken
        ]
        return Baseline(folder, (*(baseline.entries if baseline else ()), *entries))

    def _found(self) -> RunResult:
        if self._result is None:
            self._result = run(self._job)
        return self._result
