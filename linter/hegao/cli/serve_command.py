"""``hegao serve``: a page on this machine for the drafting desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hegao.cli.chinese_help import Command, count
from hegao.cli.output import emit, warn
from hegao.cli.run_options import baseline_option, config_option, profile_option, register_option

if TYPE_CHECKING:
    from pathlib import Path

#: What the page needs, by the names that are imported and those that are installed.
NEEDED = {"starlette": "Starlette", "uvicorn": "uvicorn", "python_multipart": "python-multipart", "jinja2": "Jinja2"}


@click.command("serve", cls=Command, options_metavar="[选项]")
@click.option("--host", metavar="地址", default="127.0.0.1", help="在哪个地址上开；不写则只有本机能打开，写了别的，打开时要口令")
@click.option("--port", metavar="端口", default="8321", callback=count, help="端口，不写即 8321；0 为任一空着的")
@profile_option
@config_option
@register_option
@baseline_option
def command(host: str, port: int, profile: str | None, config: Path | None, numbers: str | None, baseline: Path | None) -> int:
    """在本机开一个网页：拖入 Word、PDF、网页或文本，或者粘贴文字，对着正文看问题。当前文件夹的 hegao.toml 有效。按 Ctrl+C 结束。

    文稿只在内存里，不写日志，不联网，结束即清。用 --baseline 写明基线文件，就可以在网页上搁置问题。
    """
    _ready()
    from hegao.cli.file_commands import problems_told
    from hegao.desk.gate import is_loopback
    from hegao.desk.office import Office
    from hegao.desk.serving import NoAddress, Opened
    from hegao.engine.configuration.plan_by_file import register_for

    with problems_told():
        office = Office(profile, str(config) if config else None, str(baseline) if baseline else None, numbers)
        registers = office.job("文稿.txt", b"").registers
        if registers:
            from hegao.register.history import History

            # What is wrong with a register is told now, not with each draft.
            with History(registers):
                pass
        office.known()
        register = numbers or register_for(".")
    try:
        opened = Opened(host, port)
    except (NoAddress, OSError) as error:
        raise click.ClickException(str(error) if isinstance(error, NoAddress) else f"地址 {host} 不能用") from error
    if not is_loopback(opened.host):
        warn("别的电脑也能打开；内容在网络上不加密，只在可信的局域网里用。网址里的口令只给该用的人")
    emit(f"请在浏览器打开 {opened.address}\n按 Ctrl+C 结束。\n")
    opened.serve(office, register)
    return 0


def _ready() -> None:
    """Raise ``click.UsageError`` where something is missing that the page needs."""
    from importlib.util import find_spec

    missing = [package for module, package in NEEDED.items() if find_spec(module) is None]
    if missing:
        raise click.UsageError(f"网页要先安装 {'、'.join(missing)}：pip install 'hegao[web]'", click.get_current_context())
