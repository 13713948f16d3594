"""``--fix`` and ``--diff``: safe edits made in the files, or shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hegao.cli.output import reason_of, warn
from hegao.engine.findings.baseline import Baseline
from hegao.engine.findings.finding import RunResult
from hegao.engine.fixing.safe_edits import Fixed, Lines, Unfixable, finder, fix
from hegao.engine.fixing.whole_file import write_whole
from hegao.engine.run.runner import Job
from hegao.engine.run.targets import Target
from hegao.reports.diff import unified
from hegao.sources.files import Unreadable


def hold(job: Job) -> Job:
    """The job with the standard input read, which can be read once only."""
    return job._replace(targets=[target if target.path is not None else target._replace(data=target.content()) for target in job.targets])


def changes(job: Job, result: RunResult, baseline: Baseline | None) -> Iterator[tuple[Target, bytes, Fixed]]:
    """The files with safe edits: as they are and as they would be.  What cannot be changed is told on standard error."""
    fixable = {file.path for file in result.files if any(edit.safe for finding in file.findings for edit in finding.edits)}
    for target in job.targets:
        if target.name in fixable:
            try:
                data = target.content()
                fixed = fix(data, target.name, finder(job.plans.of(target.name), baseline))
            except (OSError, Unreadable, Unfixable) as error:
                warn(f"{target.name}：{error}")
                continue
            if fixed.refused:
                places = "、".join(f"第 {finding.span.line} 行 {finding.name}" for finding in fixed.refused[:3])
                more = " 等" if len(fixed.refused) > 3 else ""
                warn(f"{target.name}：有 {len(fixed.refused)} 处改动会打乱公文结构，没有改（{places}{more}），请人工处理")
            if fixed.data != data:
                yield target, data, fixed


def diff_of(job: Job, result: RunResult, baseline: Baseline | None) -> str:
    """What ``--fix`` would change."""
    return "".join(
        unified(target.name, Lines.of(data).whole(), Lines.of(fixed.data).whole()) for target, data, fixed in changes(job, result, baseline)
    )


def apply(job: Job, result: RunResult, baseline: Baseline | None) -> tuple[Job, bool]:
    """Change the files; gives the job with the standard input as changed, and whether all could be written."""
    done: dict[str, Target] = {}
    written = True
    for target, _data, fixed in changes(job, result, baseline):
        try:
            if target.path is not None:
                write_whole(Path(target.path), fixed.data)
        except OSError as error:
            warn(f"{target.name}：不能写入（{reason_of(error)}），没有改")
            written = False
            continue
        done[target.name] = target if target.path is not None else target._replace(data=fixed.data)
        warn(f"{target.name}：已改 {fixed.count} 处")
    return job._replace(targets=[done.get(target.name, target) for target in job.targets]), written
