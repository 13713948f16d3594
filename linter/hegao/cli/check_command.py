"""``hegao check``: findings in files, folders or the standard input."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from hegao.cli.chinese_help import SUFFIX_HELP, Command, as_path, count, day, one_of, words
from hegao.cli.output import colourful, columns, emit, emit_bytes, progress, warn
from hegao.cli.sparing import spare
from hegao.cli.status import FAILED, FOUND, USAGE
from hegao.reports.machine_formats import MACHINE_FORMATS, MARKED, machine_pieces

if TYPE_CHECKING:
    from pathlib import Path

    from hegao.cli.baseline_option import Register
    from hegao.engine.findings.finding import RunResult
    from hegao.engine.run.runner import Job

FORMATS = ("text", *MACHINE_FORMATS)
#: From what severity on the exit status is 1.
FAIL_ON = {"error": ("error",), "warning": ("error", "warning"), "info": ("error", "warning", "info"), "never": ()}


@click.command("check", cls=Command, options_metavar="[选项]")
@click.argument("paths", metavar="[路径]…", nargs=-1)
@click.option(
    "--output-format",
    "form",
    metavar="格式",
    default="text",
    callback=one_of(*FORMATS),
    help="text（默认）、json、csv（电子表格）；供平台读取的 sarif、junit、github、gitlab",
)
@click.option("--output", "target", metavar="文件", callback=as_path, help="写入文件，不写到标准输出")
@click.option("--select", metavar="规则", multiple=True, callback=words, help="只用这些规则：代码、名称、类别（如 TSK）或 batch（成批比较的规则），可用逗号分隔")
@click.option("--ignore", metavar="规则", multiple=True, callback=words, help="不用这些规则")
@click.option(
    "--profile",
    metavar="场景",
    callback=one_of("draft", "final", "published"),
    help="draft 拟稿（默认）、final 定稿、published 公开件；不写则依设置",
)
@click.option("--config", metavar="文件", callback=as_path, help="用这个设置文件，不找各文件夹的 hegao.toml")
@click.option("--baseline", metavar="文件", callback=as_path, help="不报这个基线文件里登记的问题")
@click.option("--write-baseline", is_flag=True, help="把现有问题登记进基线文件，删去已不需要的，保留写好的原因")
@click.option("--fix", is_flag=True, help="改正只有一种正确写法的地方，直接写回文件；路径为 - 时，改好的文本写到标准输出")
@click.option("--diff", is_flag=True, help="只列出 --fix 会改什么，不改文件")
@click.option(
    "--fail-on",
    metavar="级别",
    default="warning",
    callback=one_of(*FAIL_ON),
    help="问题到这一级时退出状态为 1：error、warning（默认）、info、never",
)
@click.option("--as-of", metavar="日期", callback=day, help="把这一天当作今天，写作 2026-03-06")
@click.option("--lang", metavar="语言", default="zh", callback=one_of("zh", "en"), help="zh（默认）或 en")
@click.option("--no-fold", is_flag=True, help="同一规则的问题全部列出；不加则每件公文只列前三处")
@click.option("--jobs", metavar="个数", default="0", callback=count, help="同时用几个进程；0（默认）即处理器核数，文件少时只用一个")
@click.option("--no-cache", is_flag=True, help="不用以前留下的规则、语法表和检查结果，一切重做，也不留下这次的")
@click.option("--allow-empty", is_flag=True, help="没有可检查的文件也算通过；供钩子使用，最后一件公文删去时不致受阻")
@click.option("--suffix", "suffixes", metavar="扩展名", multiple=True, callback=words, help=SUFFIX_HELP)
@click.option("--stdin-filename", metavar="名称", help="路径为 - 时，标准输入的显示名称")
def command(
    paths: tuple[str, ...],
    form: str,
    target: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    config: Path | None,
    baseline: Path | None,
    write_baseline: bool,
    fix: bool,
    diff: bool,
    fail_on: str,
    as_of: datetime.date | None,
    lang: str,
    no_fold: bool,
    jobs: int,
    no_cache: bool,
    allow_empty: bool,
    suffixes: tuple[str, ...],
    stdin_filename: str | None,
) -> int:
    """检查公文，逐处列出问题。路径可以是文件、文件夹或 -（标准输入），不写即当前文件夹。

    退出状态：0 没有问题；1 有问题；2 用法不对；3 有文件读不出或检查出错。
    """
    from hegao.cli.file_commands import STDIN_NAME, problems_told
    from hegao.engine.configuration.options import Options
    from hegao.engine.run.runner import prepare
    from hegao.sources import user_cache

    _agree(paths, baseline, write_baseline, fix, diff)
    with user_cache.used(not no_cache):
        with problems_told():
            options = Options(profile=profile, select=select, ignore=ignore, as_of=as_of, lang=lang)
            register = _register(baseline, write_baseline, as_of)
            job = prepare(
                paths or (".",),
                options,
                stdin_name=stdin_filename or STDIN_NAME,
                config=config,
                cache=not no_cache,
                empty=allow_empty,
                suffixes=suffixes,
            )
        read = [*(one.path for one in job.targets), *job.read]
        spare(target, [*read, *([baseline] if baseline else [])])
        if register and write_baseline:
            spare(baseline, read, "--baseline")
        with problems_told():
            job, result, changed, written = _run(job._replace(jobs=jobs, cache=not no_cache), register, fix, diff, not no_fold)
    if register:
        register.enter(result, job.plans)
    _tell(result)
    piped = fix and not diff and "-" in paths
    if piped:
        emit_bytes([job.targets[0].content()])
    if diff:
        from hegao.reports.diff import for_terminal

        emit(changed if target else for_terminal(changed), True, target)
    elif form != "text" and (target or not piped):
        emit(machine_pieces(form, result, job.plans, lang), True, target, mark=form in MARKED)
    elif target or not piped:
        from hegao.reports.text_report import text_report

        shown = text_report(result, fold=not no_fold, colour=target is None and colourful(), lang=lang, columns=columns(target))
        emit(shown, False, target)
    found = any(result.count(severity) for severity in FAIL_ON[fail_on])
    return max(0 if written and not result.failed else FAILED, USAGE if result.problems else 0, FOUND if found else 0)


def _run(job: Job, register: Register | None, fix: bool, diff: bool, fold: bool) -> tuple[Job, RunResult, str, bool]:
    """The job with the standard input as it was read, the result, the diff that was asked for, and whether all could be written."""
    from hegao.engine.run.runner import run

    if not fix and not diff:
        return job, run(job, progress(len(job.targets))), "", True
    from hegao.cli.fixing import apply, diff_of, hold

    job = hold(job)
    result = run(job)
    known = register.known if register else None
    if diff:
        return job, result, diff_of(job, result, known), True
    job, written = apply(job, result, known, fold)
    return job, run(job), "", written


def _agree(paths: tuple[str, ...], baseline: Path | None, write_baseline: bool, fix: bool, diff: bool) -> None:
    """Raise ``click.UsageError`` for options that do not go together."""
    ctx = click.get_current_context()
    if write_baseline and baseline is None:
        raise click.UsageError("--write-baseline 要同时用 --baseline 写明基线文件", ctx)
    if write_baseline and diff:
        raise click.UsageError("--write-baseline 不能和 --diff 一起用", ctx)
    if fix and "-" in paths and len(paths) > 1:
        raise click.UsageError("用 --fix 时，- 不能和其他路径一起写", ctx)


def _register(path: Path | None, write: bool, as_of: datetime.date | None) -> Register | None:
    """The baseline of the run, if there is one; raises ``UsageProblem`` with all that is wrong with it."""
    if path is None:
        return None
    from hegao.cli.baseline_option import Register

    return Register(path, write, as_of)


def _tell(result: RunResult) -> None:
    """Say on standard error what is worth knowing, what could not be checked, and what broke."""
    from hegao.engine.rules.rule import ALWAYS_ON

    for problem in (*result.notes, *result.problems):
        warn(problem)
    for file in result.files:
        for finding in file.findings if file.failed else ():
            if finding.name in ALWAYS_ON:
                warn(f"{file.path}：{finding.message}")
