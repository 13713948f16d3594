"""``hegao tree``: what was read from one file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from hegao.cli.chinese_help import Command, as_path, one_of
from hegao.cli.output import emit

if TYPE_CHECKING:
    from pathlib import Path


@click.command("tree", cls=Command, options_metavar="[选项]")
@click.argument("paths", metavar="文件", nargs=-1)
@click.option("--output-format", "form", metavar="格式", default="text", callback=one_of("text", "json"), help="text（默认）或 json")
@click.option("--output", "target", metavar="文件", callback=as_path, help="写入文件，不写到标准输出")
@click.option("--stdin-filename", metavar="名称", help="文件为 - 时，标准输入的显示名称")
def command(paths: tuple[str, ...], form: str, target: Path | None, stdin_filename: str | None) -> int:
    """列出一个文件的结构：标题、字号、日期、主送、层次和任务。文件写作 - 时读标准输入。"""
    from hegao.cli.file_commands import Parsed
    from hegao.reports.tree import tree_json, tree_outline

    if len(paths) != 1:
        raise click.UsageError("要写一个文件" if not paths else "只能写一个文件", click.get_current_context())
    if os.path.isdir(paths[0]):
        raise click.UsageError(f"{paths[0]} 是文件夹，要写一个文件", click.get_current_context())
    files = Parsed(paths, stdin_filename, target)
    for file in files:
        emit(tree_json(file) if form == "json" else tree_outline(file), form == "json", target)
    return files.status
