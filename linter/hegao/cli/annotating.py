"""Word documents marked: which file goes where, and that nothing takes the place of anything else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from hegao.cli.output import emit, warn
from hegao.cli.sparing import spare
from hegao.cli.status import FAILED, USAGE
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.baseline import Baseline
from hegao.engine.findings.finding import FileResult, FixEdit, RunResult
from hegao.engine.fixing.whole_file import write_whole
from hegao.engine.run.runner import Job
from hegao.engine.run.targets import Target, near
from hegao.reports.annotation.annotated_file import Annotated, Unannotated, WordFile
from hegao.reports.annotation.revisions import settled_revisions
from hegao.reports.terminal_width import show
from hegao.sources.digest import digest_of
from hegao.sources.files import MARKED, made_word, of_other_processor
from hegao.sources.source import WORD, Source, Unreadable
from hegao.sources.system_errors import why_unread, why_unwritten


class Desk:
    """The files of a job that are marked, each in a copy."""

    def __init__(self, job: Job, output: Path | None, read: Sequence[str | os.PathLike[str]]) -> None:
        """See where each copy goes; raises ``click.UsageError`` where it would take the place of a file that is read."""
        if output is not None and len(job.targets) > 1:
            raise click.UsageError("--output 只能用于一个文件；不写则每个文件旁边另存一份", click.get_current_context())
        self._replace = output is not None
        self._copies = {target.name: output or beside(target.path or target.name) for target in job.targets}
        sources = [*(target.path for target in job.targets), *read]
        for copy in self._copies.values():
            spare(copy, sources, "--output" if output else "annotate")
        self._digests: dict[str, str] = {}
        #: What was made of files of other word processors.
        self._made: dict[str, bytes] = {}
        #: The job, in which files are as they were before they were marked.
        self.job = job._replace(targets=[self._bare(target) for target in job.targets])

    def _bare(self, target: Target) -> Target:
        """The file without marks of ours that change what it says; as it is where it cannot be read."""
        try:
            data = target.content()
            self._digests[target.name] = digest_of(data)
            if of_other_processor(data):
                self._made[target.name] = made_word(data)
            bare = WordFile(self._made.get(target.name, data)).bare
        except (OSError, Unannotated, Unreadable):
            return target
        return target if bare is data else target._replace(data=bare)

    def write(self, result: RunResult, baseline: Baseline | None, track: bool, date: str) -> int:
        """Write a copy of each document with what was found in it; gives the exit status."""
        by_path = {file.path: file for file in result.files}
        paths = {target.name: target.path for target in self.job.targets}
        status = 0
        for file in result.files:
            if file.form == WORD:
                try:
                    word, source = self._opened(file.path, paths[file.path])
                    edits = _edits(word, source, file, self.job.plans.of(file.path), baseline) if track else []
                    done = word.annotated(source, file, by_path, edits, date)
                    self._put(self._copies[file.path], done.data)
                except (Unannotated, Unreadable) as error:
                    warn(f"{file.path}：{error}")
                    status = FAILED
                    continue
                except click.ClickException as error:
                    warn(error.message)
                    status = max(status, USAGE)
                    continue
                emit(_told(file.path, self._copies[file.path], done, track, made=file.path in self._made))
            elif not file.failed:
                warn(f"{file.path}：不是 Word、WPS 文件，不能批注；请用 hegao check 检查")
                status = max(status, USAGE)
        return status

    def _opened(self, name: str, path: str | None) -> tuple[WordFile, Source]:
        """The document at a path, which must hold what was checked."""
        try:
            data = Target(name, path).content()
        except OSError as error:
            raise Unannotated(f"{why_unread(error)}，没有批注") from error
        if digest_of(data) != self._digests.get(name):
            raise Unannotated("刚刚被别的程序改过，没有批注；请再运行一次")
        word = WordFile(self._made.get(name, data))
        return word, word.source(name)

    def _put(self, copy: Path, data: bytes) -> None:
        """Write a copy; one that lies there already is replaced only if it was named."""
        try:
            write_whole(copy, data, replace=self._replace)
        except FileExistsError as error:
            if copy.is_file() and copy.read_bytes() == data:
                return
            raise click.ClickException(f"{near(copy)} 已经有了，没有覆盖；请先移走，或用 --output 写明文件") from error
        except OSError as error:
            raise Unannotated(f"不能写入 {near(copy)}（{why_unwritten(error)}）") from error


def beside(path: str) -> Path:
    """The name of a copy beside a file: 通知.docx becomes 通知.核稿.docx; 通知.doc, 通知.doc.核稿.docx, since both may lie there."""
    stem, ending = os.path.splitext(path)
    return Path((stem if ending.lower() == ".docx" else path) + MARKED)


def _edits(word: WordFile, source: Source, file: FileResult, plan: Plan, baseline: Baseline | None) -> list[FixEdit]:
    """What is to be written as revisions."""
    settled = settled_revisions(word, source, file, plan, baseline)
    if settled is None:
        return []
    left = len(settled.refused) + len(settled.unsettled)
    if left:
        warn(f"{file.path}：有 {left} 处改动会打乱公文结构或者互相抵触，没有写成修订，请人工处理")
    return settled.edits


def _told(name: str, copy: Path, done: Annotated, track: bool, made: bool) -> str:
    """What became of a file."""
    said = f"{show(name)} → {show(near(copy))}：批注 {done.comments} 处"
    said += "（先转换成 .docx）" if made else ""
    said += f"，修订 {done.revisions} 处" if track else ""
    return said + (f"；另有 {done.left} 处没有地方可批注，请看 hegao check 的结果" if done.left else "") + "\n"
