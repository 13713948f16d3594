"""``hegao tasks``: the ledger of tasks of many files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hegao.cli.chinese_help import SUFFIX_HELP, Command, as_path, one_of, words
from hegao.cli.output import emit

if TYPE_CHECKING:
    from pathlib import Path


@click.command("tasks", cls=Command, options_metavar="[选项]")
@click.argument("paths", metavar="路径…", nargs=-1)
@click.option(
    "--output-format", "form", metavar="格式", default="text", callback=one_of("text", "csv", "json"), help="text（默认）、csv 或 json"
)
@click.option("--output", "target", metavar="文件", callback=as_path, help="写入文件，不写到标准输出")
@click.option("--bom", is_flag=True, help="csv 开头加 UTF-8 标记，便于用电子表格打开")
@click.option("--suffix", "suffixes", metavar="扩展名", multiple=True, callback=words, help=SUFFIX_HELP)
@click.option("--stdin-filename", metavar="名称", help="路径为 - 时，标准输入的显示名称")
def command(paths: tuple[str, ...], form: str, target: Path | None, bom: bool, suffixes: tuple[str, ...], stdin_filename: str | None) -> int:
    """列出任务台账：每项任务的位置、内容、牵头和配合单位、时限。路径可以是文件、文件夹或 -（标准输入）。"""
    from hegao.cli.file_commands import parsed, problems_told
    from hegao.reports.task_ledger import tasks_csv, tasks_json, tasks_table

    if not paths:
        raise click.UsageError("要写至少一个文件或文件夹", click.get_current_context())
    with problems_told():
        files, status = parsed(paths, stdin_filename, target, suffixes)
    report = {"text": tasks_table, "csv": tasks_csv, "json": tasks_json}[form]
    emit(report(files), form != "text", target, mark=bom and form == "csv")
    return status
