"""``--fix`` and ``--diff``: safe edits made in the files, or shown."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from hegao.cli.output import warn
from hegao.engine.configuration.options import MOST_TOLD
from hegao.engine.findings.baseline import Baseline
from hegao.engine.findings.finding import RunResult
from hegao.engine.fixing.safe_edits import Fixed, Lines, Unfixable, finder, fix
from hegao.engine.fixing.whole_file import write_whole
from hegao.engine.run.runner import Job
from hegao.engine.run.targets import Target, near
from hegao.reports.diff import unified
from hegao.reports.terminal_width import clip
from hegao.sources.files import WITHIN
from hegao.sources.source import TEXT, WEB, WORD, Unreadable
from hegao.sources.system_errors import why_unread, why_unwritten

#: Columns of the words before a change, and of those after it.
_WORDS = 60
#: What is said of files that are no text: to write them anew would lose what else stands in them.
_REFUSED = {
    WORD: "是 Word 文件，不直接改写，以免丢失格式和批注；请用 hegao annotate --track-changes 把改动写成修订，由人接受或拒绝",
    WEB: "是网页，不直接改写；请改原来的文稿",
}


def hold(job: Job) -> Job:
    """The job with the standard input read, which can be read once only; raises ``click.ClickException`` where it cannot."""
    try:
        held = [target if target.path is not None else target._replace(data=target.content()) for target in job.targets]
    except OSError as error:
        raise click.ClickException(f"标准输入：{why_unread(error)}") from error
    return job._replace(targets=held)


def changes(job: Job, result: RunResult, baseline: Baseline | None) -> Iterator[tuple[Target, bytes, Fixed]]:
    """The files with safe edits: as they are and as they would be.  What cannot be changed is told on standard error."""
    _refuse(result)
    _refuse_fixed(job)
    fixable = {
        file.path for file in result.files if file.form == TEXT and any(edit.safe for finding in file.findings for edit in finding.edits)
    }
    for target in job.targets:
        if target.name in fixable and not target.fixed:
            try:
                data = target.content()
                fixed = fix(data, target.name, finder(job.plans.of(target.name), baseline))
            except OSError as error:
                warn(f"{target.name}：{why_unread(error)}，没有改")
                continue
            except (Unreadable, Unfixable) as error:
                warn(f"{target.name}：{error}")
                continue
            _tell_left(target.name, fixed)
            if fixed.data != data:
                yield target, data, fixed


def _refuse(result: RunResult) -> None:
    """Say which files are not changed because they are no text."""
    for form, said in _REFUSED.items():
        names = [file.path for file in result.files if file.form == form]
        if names:
            several = f" 等 {len(names)} 个文件" if len(names) > 1 else ""
            warn(f"{names[0]}{several}：{said}")


def _refuse_fixed(job: Job) -> None:
    """Say once of each archive, and of the files elsewhere, that they are not changed."""
    for path in dict.fromkeys(target.name.partition(WITHIN)[0] for target in job.targets if target.member is not None):
        warn(f"{path}：压缩包里的文件不直接改写；请解压后再改")
    far = next((target.name for target in job.targets if target.remote), None)
    if far is not None:
        warn(f"{far}：网址上的文件不直接改写；请取回本机再改")


def _tell_left(name: str, fixed: Fixed) -> None:
    """Say what was left to people, and why."""
    refused = [(finding.span.line, finding.name) for finding in fixed.refused]
    for places, why in ((refused, "会打乱公文结构"), (fixed.unsettled, "互相抵触")):
        if places:
            said = "、".join(f"第 {line} 行 {rule}" for line, rule in places[:3]) + (" 等" if len(places) > 3 else "")
            warn(f"{name}：有 {len(places)} 处改动{why}，没有改（{said}），请人工处理")


def diff_of(job: Job, result: RunResult, baseline: Baseline | None) -> str:
    """What ``--fix`` would change."""
    return "".join(
        unified(target.name, Lines.of(data).whole(), Lines.of(fixed.data).whole()) for target, data, fixed in changes(job, result, baseline)
    )


def apply(job: Job, result: RunResult, baseline: Baseline | None, fold: bool) -> tuple[Job, bool]:
    """Change the files and say what was changed; gives the job with the standard input as changed, and whether all could be written."""
    done: dict[str, Target] = {}
    written = True
    for target, data, fixed in changes(job, result, baseline):
        try:
            if target.path is not None:
                write_whole(Path(target.path), fixed.data, before=data)
        except OSError as error:
            warn(f"{target.name}：不能写入（{why_unwritten(error)}），没有改")
            written = False
            continue
        done[target.name] = target if target.path is not None else target._replace(data=fixed.data)
        for sentence in _told(target, fixed, MOST_TOLD if fold else len(fixed.changes)):
            warn(sentence)
    return job._replace(targets=[done.get(target.name, target) for target in job.targets]), written


def _told(target: Target, fixed: Fixed, most: int) -> Sequence[str]:
    """What was changed: how much, then where and how."""
    linked = target.path is not None and os.path.islink(target.path)
    name = f"{target.name}（链接，改的是 {near(os.path.realpath(target.path or ''))}）" if linked else target.name
    said = [
        f"{target.name}:{change.line} “{clip(change.before, _WORDS)}”改为“{clip(change.after, _WORDS)}”" for change in fixed.changes[:most]
    ]
    rest = [f"{target.name}：另有 {len(fixed.changes) - most} 处（加 --no-fold 全部列出）"] if len(fixed.changes) > most else []
    return [f"{name}：已改 {len(fixed.changes)} 处", *said, *rest]
