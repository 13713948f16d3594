"""Options that the commands share that check: which rules, under which settings, what is registered, what day it is."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from hegao.cli.chinese_help import as_path, day, one_of, words
from hegao.cli.output import warn

if TYPE_CHECKING:
    from pathlib import Path

    from hegao.cli.baseline_option import Register
    from hegao.engine.findings.finding import RunResult

#: From what severity on the exit status is 1.
FAIL_ON = {"error": ("error",), "warning": ("error", "warning"), "info": ("error", "warning", "info"), "never": ()}

select_option = click.option(
    "--select", metavar="规则", multiple=True, callback=words, help="只用这些规则：代码、名称、类别（如 TSK）或 batch（成批比较的规则），可用逗号分隔"
)
ignore_option = click.option("--ignore", metavar="规则", multiple=True, callback=words, help="不用这些规则")
profile_option = click.option(
    "--profile",
    metavar="场景",
    callback=one_of("draft", "final", "published"),
    help="draft 拟稿（默认）、final 定稿、published 公开件；不写则依设置",
)
config_option = click.option("--config", metavar="文件", callback=as_path, help="用这个设置文件，不找各文件夹的 hegao.toml")
baseline_option = click.option("--baseline", metavar="文件", callback=as_path, help="不报这个基线文件里登记的问题")
files_from_option = click.option(
    "--files-from",
    metavar="清单",
    help="另从清单文件（- 为标准输入）读取路径，每行一个；find -print0、git diff -z 那样以 NUL 分隔的也可以",
)
register_option = click.option(
    "--register", "numbers", metavar="登记簿", help="拿字号、引用同这个发文登记簿对照：文件，或者 postgresql:// 开头的地址；不写则依设置"
)
fail_on_option = click.option(
    "--fail-on",
    metavar="级别",
    default="warning",
    callback=one_of(*FAIL_ON),
    help="问题到这一级时退出状态为 1：error、warning（默认）、info、never",
)
no_cache_option = click.option("--no-cache", is_flag=True, help="不用以前留下的规则、语法表和检查结果，一切重做，也不留下这次的")
as_of_option = click.option("--as-of", metavar="日期", callback=day, help="把这一天当作今天，写作 2026-03-06")


def given_paths(paths: tuple[str, ...], files_from: str | None) -> tuple[str, ...]:
    """The paths on the command line and those in the list; raises ``click.UsageError`` where the list cannot be read."""
    if files_from is None:
        return paths
    if files_from == "-" and "-" in paths:
        raise click.UsageError("--files-from - 读的也是标准输入，不能再写路径 -", click.get_current_context())
    from hegao.cli.path_list import paths_from

    return (*paths, *paths_from(files_from))


def register_of(path: Path | None, write: bool, as_of: datetime.date | None) -> Register | None:
    """The baseline of the run, if there is one; raises ``UsageProblem`` with all that is wrong with it."""
    if path is None:
        return None
    from hegao.cli.baseline_option import Register

    return Register(path, write, as_of)


def tell(result: RunResult) -> None:
    """Say on standard error what is worth knowing, what could not be checked, and what broke."""
    from hegao.engine.rules.rule import ALWAYS_ON

    for problem in (*result.notes, *result.problems):
        warn(problem)
    for file in result.files:
        for finding in file.findings if file.failed else ():
            if finding.name in ALWAYS_ON:
                warn(f"{file.path}：{finding.message}")


def found_at(result: RunResult, fail_on: str) -> bool:
    """Whether anything was found at or above a severity."""
    return any(result.count(severity) for severity in FAIL_ON[fail_on])
