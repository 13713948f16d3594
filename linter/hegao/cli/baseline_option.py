"""``--baseline`` and ``--write-baseline``: what is registered is not reported."""

from __future__ import annotations

import datetime
from pathlib import Path

from hegao.cli.output import warn, write_atomically
from hegao.engine.findings.baseline import Baseline, entries_of, match, read_baseline, renewed, suppress, told
from hegao.engine.findings.finding import RunResult
from hegao.engine.run.batch_judgement import PlanOf


class Register:
    """The baseline of a run: what it registers is taken out of the result."""

    def __init__(self, path: Path, write: bool, as_of: datetime.date | None) -> None:
        """Read the file; raises ``UsageProblem`` with all that is wrong with it."""
        self.path = path
        self.write = write
        self.date = as_of.isoformat() if as_of else ""
        self.known = read_baseline(path, new=write)

    def enter(self, result: RunResult, plans: PlanOf) -> None:
        """Take out what is registered, write what is to be registered, tell what is not needed any more."""
        matching = match(self.known, result, plans)
        unused = matching.unused
        if self.write:
            matching = renewed(matching, self.known.folder, self.date)
            entries = entries_of(matching)
            before = self.known.data
            write_atomically(
                self.path, Baseline(self.known.folder, entries).text().encode("utf-8"), replace=before is not None, before=before
            )
            blank = sum(1 for entry in entries if not entry.reason)
            added = len(entries) - len(self.known.entries) + len(unused)
            warn(
                f"{self.path}：登记 {len(entries)} 条，新增 {added} 条，删去 {len(unused)} 条"
                + (f"；{blank} 条没有写原因，请补写" if blank else "")
            )
        else:
            result.notes = [*result.notes, *told(unused, self.path)]
        result.unused = matching.unused
        suppress(matching)
