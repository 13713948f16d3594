"""``hegao annotate``: findings written into copies of Word documents, as comments and, if asked for, as revisions."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from hegao.cli.chinese_help import Command, as_path
from hegao.cli.run_options import (
    as_of_option,
    baseline_option,
    config_option,
    fail_on_option,
    found_at,
    ignore_option,
    no_cache_option,
    profile_option,
    register_of,
    register_option,
    select_option,
    tell,
)
from hegao.cli.status import FAILED, FOUND, USAGE

if TYPE_CHECKING:
    from pathlib import Path


@click.command("annotate", cls=Command, options_metavar="[选项]")
@click.argument("paths", metavar="路径…", nargs=-1, required=True)
@click.option("--output", "target", metavar="文件", callback=as_path, help="批注后的文件写到这里，已有的会被换掉；不写则在原文件旁边另存为 原名.核稿.docx")
@click.option("--track-changes", is_flag=True, help="只有一种正确写法的地方另写成修订，由人接受或拒绝")
@select_option
@ignore_option
@profile_option
@config_option
@register_option
@baseline_option
@fail_on_option
@as_of_option
@no_cache_option
def command(
    paths: tuple[str, ...],
    target: Path | None,
    track_changes: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    config: Path | None,
    numbers: str | None,
    baseline: Path | None,
    fail_on: str,
    as_of: datetime.date | None,
    no_cache: bool,
) -> int:
    """把问题批注在 Word 文件（.docx）上，另存一份，原文件不动。路径可以是文件，或者要找 Word 文件的文件夹。

    .doc、.wps、.rtf、.odt 先由 LibreOffice 转换，批注写在转换成的 .docx 上（原名.doc.核稿.docx）。

    批注的作者是“核稿”；再批注一次，“核稿”的批注和修订换成新的，别人的都保留。批注的日期是 --as-of，不写则没有日期。

    退出状态：0 没有问题；1 有问题；2 用法不对；3 有文件读不出、检查出错或写不进去。
    """
    from hegao.cli.annotating import Desk
    from hegao.cli.file_commands import problems_told
    from hegao.engine.configuration.options import Options
    from hegao.engine.run.runner import prepare, run
    from hegao.sources import user_cache

    if "-" in paths:
        raise click.UsageError("不能从标准输入读 Word 文件，请写明文件", click.get_current_context())
    with user_cache.used(not no_cache):
        with problems_told():
            options = Options(profile=profile, select=select, ignore=ignore, as_of=as_of)
            register = register_of(baseline, False, as_of)
            job = prepare(paths, options, config=config, cache=not no_cache, suffixes=("docx", "doc", "wps", "rtf", "odt"), register=numbers)
        if any(one.fixed for one in job.targets):
            raise click.UsageError("压缩包里、网址上的文件不能批注，请先解压或取回", click.get_current_context())
        desk = Desk(job, target, [*job.read, *([baseline] if baseline else [])])
        with problems_told():
            result = run(desk.job._replace(jobs=0, cache=not no_cache))
    if register:
        register.enter(result, job.plans)
    tell(result)
    status = desk.write(result, register.known if register else None, track_changes, as_of.isoformat() if as_of else "")
    return max(status, FAILED if result.failed else 0, USAGE if result.problems else 0, FOUND if found_at(result, fail_on) else 0)
