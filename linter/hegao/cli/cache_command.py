"""``hegao cache clear``: delete what earlier runs have left in the user's cache folder."""

from __future__ import annotations

import click

from hegao.cli.chinese_help import Command, one_of
from hegao.cli.output import emit


@click.command("cache", cls=Command, options_metavar="[选项]")
@click.argument("what", metavar="clear", callback=one_of("clear"))
def command(what: str) -> int:
    """清除缓存：编好的规则、语法表和检查结果。缓存只为快，删去不影响结果。别的文件一概不动。"""
    from hegao.sources import user_cache

    try:
        files, size = user_cache.clear()
    except user_cache.Foreign as error:
        raise click.ClickException(str(error)) from error
    emit(f"已删去 {files} 个文件，共 {size // 1024} KB。\n")
    return 0
