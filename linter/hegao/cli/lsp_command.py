"""``hegao lsp``: findings while a draft is typed, for editors that speak the Language Server Protocol."""

from __future__ import annotations

import os
import sys

import click

from hegao.cli.chinese_help import Command


@click.command("lsp", cls=Command, options_metavar="[选项]")
@click.option(
    "--rule-pages", metavar="网址", default="", help="规则说明页所在的网址或文件夹（hegao rule --pages 写出的），问题的代码就链接到那里"
)
@click.option("--stdio", is_flag=True, help="经标准输入输出同编辑器通话；总是如此，有的编辑器要写明")
def command(rule_pages: str, stdio: bool) -> int:
    """供编辑器用的语言服务器：边写边查。由编辑器启动，配置见 docs/editors.md。"""
    from importlib.util import find_spec

    if find_spec("pygls") is None:
        raise click.UsageError("要先安装 pygls：pip install 'hegao[lsp]'", click.get_current_context())
    from hegao.editor.language_server import serve
    from hegao.sources import user_cache

    # The protocol alone goes to standard output; whatever else is printed goes to standard error.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out, user_cache.used(True):
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        serve(sys.stdin.buffer, out, _address(rule_pages))
    return 0


def _address(pages: str) -> str:
    """The URL of the folder with the pages of the rules."""
    if not pages or "://" in pages:
        return pages
    from pathlib import Path

    return Path(pages).absolute().as_uri()
