"""The command ``hegao``: a group whose commands are imported when they are called."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import ClassVar, NoReturn

import click

from hegao import __version__
from hegao.cli.chinese_help import CommandGroup, only, sentence
from hegao.cli.output import Problems, debugging, warn
from hegao.cli.status import FAILED, USAGE

#: The commands in the order of the help page; each is ``command`` in the module named for it (``check_command``).
COMMANDS = {
    "check": "检查公文，逐处列出问题",
    "annotate": "把问题批注在 Word 文件上，另存一份",
    "serve": "在本机开一个网页：拖入文件、粘贴文字，对着正文看问题",
    "tree": "列出一个文件的结构：标题、字号、层次、任务",
    "tasks": "列出任务台账：牵头、配合单位和时限",
    "register": "发文登记簿：登记、导入、取号、作废、查找",
    "lsp": "供编辑器用的语言服务器：边写边查",
    "rule": "列出全部规则，或说明一条规则",
    "init": "写一个带说明的设置文件 hegao.toml",
    "cache": "清除缓存",
}


class Commands(CommandGroup):
    """The group; a command's module is imported only when the command is used."""

    meanings: ClassVar = COMMANDS

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"hegao.cli.{name}_command").command
        return command


@click.group(cls=Commands, invoke_without_command=True, subcommand_metavar="命令 [参数]…", options_metavar="[选项]")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=only(lambda _ctx: f"hegao {__version__}"), help="显示版本")
@click.pass_context
def group(ctx: click.Context) -> None:
    """核稿：检查公文的结构、字号、日期、任务、层次和引用。"""
    if ctx.invoked_subcommand is None:
        raise click.UsageError("请写明命令，例如 hegao check 文件", ctx)


def run(arguments: Sequence[str]) -> int:
    """Run the command line; gives the exit status."""
    try:
        status = group.main(list(arguments), prog_name="hegao", standalone_mode=False)
    except click.Abort:
        return 130
    except Problems as error:
        for one in error.sentences:
            warn(one)
        return error.status
    except click.ClickException as error:
        warn(sentence(error))
        return USAGE
    except Exception as error:
        if debugging():
            raise
        warn(f"内部出错（{type(error).__name__}: {error}），请连同文件反馈；设环境变量 HEGAO_DEBUG=1 可看详情")
        return FAILED
    return status if isinstance(status, int) else 0


def main() -> None:
    """The console script."""
    # A model is made of many small objects, few of them in cycles: at its usual threshold the collector looks at them all too often.
    gc.set_threshold(200_000)
    status = run(sys.argv[1:])
    if debugging():
        sys.exit(status)
    _leave(status)


def _leave(status: int) -> NoReturn:
    """End the process at once: to take down all modules and objects one by one takes as long as to read a small draft."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            status = status or FAILED
    os._exit(status)
