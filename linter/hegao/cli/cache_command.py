"""``hegao cache clear``: delete what earlier runs have left in the user's cache folder."""

from __future__ import annotations

import click

from hegao.cli.chinese_help import Command
from hegao.cli.output import emit


@click.command("cache", cls=Command, options_metavar="[选项]")
@click.argument("what", metavar="clear", type=click.Choice(["clear"]))
def command(what: str) -> int:
    """清除缓存：编好的规则、语法表和检查结果。缓存只为快，删去不影响结果。"""
    from hegao.sources import user_cache

    files, size = user_cache.clear()
    emit(f"已删去 {files} 个文件，共 {size // 1024} KB。\n")
    return 0
