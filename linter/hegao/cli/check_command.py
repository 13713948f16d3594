"""``hegao check``: findings in files, folders or the standard input."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from hegao.cli.chinese_help import SUFFIX_HELP, Command, as_path, count, one_of, words
from hegao.cli.output import colourful, columns, emit, emit_bytes, progress, ready
from hegao.cli.run_options import (
    as_of_option,
    baseline_option,
    config_option,
    fail_on_option,
    files_from_option,
    found_at,
    given_paths,
    ignore_option,
    no_cache_option,
    profile_option,
    register_of,
    register_option,
    select_option,
    tell,
)
from hegao.cli.sparing import spare
from hegao.cli.status import FAILED, FOUND, USAGE
from hegao.reports.machine_formats import MACHINE_FORMATS, MARKED, SHOWING, machine_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hegao.cli.baseline_option import Register
    from hegao.cli.since_option import Since
    from hegao.engine.configuration.options import Options
    from hegao.engine.findings.finding import RunResult
    from hegao.engine.run.runner import Job

FORMATS = ("text", *MACHINE_FORMATS)


@click.command("check", cls=Command, options_metavar="[选项]")
@click.argument("paths", metavar="[路径]…", nargs=-1)
@files_from_option
@click.option(
    "--output-format",
    "form",
    metavar="格式",
    default="text",
    callback=one_of(*FORMATS),
    help="text（默认）、html（网页）、json、csv（电子表格）；供平台读取的 sarif、junit、github、gitlab",
)
@click.option("--output", "target", metavar="文件", callback=as_path, help="写入文件，不写到标准输出")
@select_option
@ignore_option
@profile_option
@config_option
@register_option
@baseline_option
@click.option("--write-baseline", is_flag=True, help="把现有问题登记进基线文件，删去已不需要的，保留写好的原因")
@click.option("--since", metavar="版本", help="只报 git 的这个版本（如 HEAD、origin/main）以来新出现的问题；分支之间从分开的地方算起")
@click.option("--fix", is_flag=True, help="改正只有一种正确写法的地方，直接写回文件；路径为 - 时，改好的文本写到标准输出")
@click.option("--diff", is_flag=True, help="只列出 --fix 会改什么，不改文件")
@fail_on_option
@as_of_option
@click.option("--lang", metavar="语言", default="zh", callback=one_of("zh", "en"), help="zh（默认）或 en")
@click.option("--no-fold", is_flag=True, help="同一规则的问题全部列出；不加则每件公文只列前三处")
@click.option("--jobs", metavar="个数", default="0", callback=count, help="同时用几个进程；0（默认）即处理器核数，文件少时只用一个")
@click.option("--scheduler", metavar="地址", help="由 Dask 集群检查，如 tcp://主机:8786；各台机器要装同一版本，能读到同样的路径")
@no_cache_option
@click.option("--allow-empty", is_flag=True, help="没有可检查的文件也算通过；供钩子使用，最后一件公文删去时不致受阻")
@click.option("--suffix", "suffixes", metavar="扩展名", multiple=True, callback=words, help=SUFFIX_HELP)
@click.option("--stdin-filename", metavar="名称", help="路径为 - 时，标准输入的显示名称")
def command(
    paths: tuple[str, ...],
    files_from: str | None,
    form: str,
    target: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    config: Path | None,
    numbers: str | None,
    baseline: Path | None,
    write_baseline: bool,
    since: str | None,
    fix: bool,
    diff: bool,
    fail_on: str,
    as_of: datetime.date | None,
    lang: str,
    no_fold: bool,
    jobs: int,
    scheduler: str | None,
    no_cache: bool,
    allow_empty: bool,
    suffixes: tuple[str, ...],
    stdin_filename: str | None,
) -> int:
    """检查公文，逐处列出问题。路径可以是文件、文件夹、压缩包（.zip）、通配符（如 "公文/**/2026*.txt"）或 -（标准输入），不写即当前文件夹。

    退出状态：0 没有问题；1 有问题；2 用法不对；3 有文件读不出或检查出错。
    """
    from hegao.cli.file_commands import STDIN_NAME, problems_told
    from hegao.engine.configuration.options import Options
    from hegao.engine.run.runner import prepare
    from hegao.sources import user_cache

    paths = given_paths(paths, files_from)
    _agree(paths, baseline, write_baseline, since, fix, diff)
    if form == "html":
        ready("html", "jinja2", "Jinja2")
    if scheduler:
        _ready_for_clusters()
    with user_cache.used(not no_cache):
        with problems_told():
            options = Options(profile=profile, select=select, ignore=ignore, as_of=as_of, lang=lang, bilingual=form in SHOWING)
            register = register_of(baseline, write_baseline, as_of)
            job = prepare(
                paths if files_from else paths or (".",),
                options,
                stdin_name=stdin_filename or STDIN_NAME,
                config=config,
                cache=not no_cache,
                empty=allow_empty,
                suffixes=suffixes,
                register=numbers,
            )._replace(jobs=jobs, cache=not no_cache, scheduler=scheduler or "")
            known = _known_at(since, job, paths or (".",), suffixes, options, config)
        read = [*(one.path for one in job.targets), *job.read]
        spare(target, [*read, *([baseline] if baseline else [])])
        if register and write_baseline:
            spare(baseline, read, "--baseline")
        with problems_told():
            job, result, changed, written = _run(job, register, known, fix, diff, not no_fold, form in SHOWING)
            if register:
                register.enter(result, job.plans)
            if known:
                known.take_out(result)
    tell(result)
    piped = fix and not diff and "-" in paths
    if piped:
        emit_bytes([job.targets[0].content()])
    if diff:
        from hegao.reports.diff import for_terminal

        emit(changed if target else for_terminal(changed), True, target)
    elif form != "text" and (target or not piped):
        emit(machine_pieces(form, result, job.plans, lang, job.targets), True, target, mark=form in MARKED)
    elif target or not piped:
        from hegao.reports.text_report import text_report

        shown = text_report(result, fold=not no_fold, colour=target is None and colourful(), lang=lang, columns=columns(target))
        emit(shown, False, target)
    return max(0 if written and not result.failed else FAILED, USAGE if result.problems else 0, FOUND if found_at(result, fail_on) else 0)


def _ready_for_clusters() -> None:
    """Raise ``click.UsageError`` where the library is missing."""
    from importlib.util import find_spec

    if find_spec("distributed") is None:
        raise click.UsageError("--scheduler 要先安装 Dask distributed：pip install 'hegao[cluster]'", click.get_current_context())


def _known_at(since: str | None, job: Job, paths: Sequence[str], suffixes: Sequence[str], options: Options, config: Path | None) -> Since | None:
    """The batch as it was, where only what is new since then is asked for; raises ``UsageProblem``."""
    if since is None:
        return None
    from hegao.cli.since_option import Since

    return Since(since, job, paths, suffixes, options, config)


def _run(
    job: Job, register: Register | None, since: Since | None, fix: bool, diff: bool, fold: bool, again: bool
) -> tuple[Job, RunResult, str, bool]:
    """The job with the standard input as it was read, the result, the diff that was asked for, and whether all could be written.

    ``again`` says that the report reads the files once more.
    """
    from hegao.engine.run.runner import run

    if not fix and not diff and not again:
        return job, run(job, progress(len(job.targets))), "", True
    from hegao.cli.fixing import apply, diff_of, hold

    job = hold(job)
    if not fix and not diff:
        return job, run(job, progress(len(job.targets))), "", True
    result = run(job)
    known = register.known if register else None
    if since:
        known = since.known(result, known)
    if diff:
        return job, result, diff_of(job, result, known), True
    job, written = apply(job, result, known, fold)
    return job, run(job), "", written


def _agree(paths: tuple[str, ...], baseline: Path | None, write_baseline: bool, since: str | None, fix: bool, diff: bool) -> None:
    """Raise ``click.UsageError`` for options that do not go together."""
    ctx = click.get_current_context()
    if write_baseline and baseline is None:
        raise click.UsageError("--write-baseline 要同时用 --baseline 写明基线文件", ctx)
    if write_baseline and diff:
        raise click.UsageError("--write-baseline 不能和 --diff 一起用", ctx)
    if write_baseline and since:
        raise click.UsageError("--write-baseline 登记全部问题，不能和 --since 一起用", ctx)
    if fix and "-" in paths and len(paths) > 1:
        raise click.UsageError("用 --fix 时，- 不能和其他路径一起写", ctx)
