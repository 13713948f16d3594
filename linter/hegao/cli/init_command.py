"""``hegao init``: a settings file to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hegao.cli.chinese_help import Command, as_path
from hegao.cli.output import emit
from hegao.reports.terminal_width import show

if TYPE_CHECKING:
    from pathlib import Path

#: What is written: comments begin with "# ", settings to be switched on with "#" alone.
TEMPLATE = """\
# hegao.toml：核稿的设置，管本文件夹和它下面的各级文件夹。
# 去掉行首的 # 就启用那一项。各项说明见 docs/configuration.md；规则的名称和代码用 hegao rule 查看。
# 上级文件夹也有 hegao.toml 的，两处都生效，说到同一件事时以近的为准。

# 不再继承上级文件夹的设置（上级定为必查的规则仍然有效）。
#root = true

# 场景：draft 拟稿，字号、日期可以空着；final 定稿，样样要齐；published 公开件，版头版记可以略去。
# 命令行的 --profile 优先。公报总按公开件检查。
profile = "draft"

# 必查的规则：下级的设置、命令行和文中的注释都不能关闭它们，也不能降低级别。
#mandatory = ["deadline-missing", "lead-missing", "number-duplicate"]

# 本单位自定规则所在的文件夹。代码用本单位的字头，如 JH-001。不会编程也能写：哪些词不能有、必须有、应改成什么、
# 最多几处，在哪里找，写法见 docs/writing-a-rule.md；写好后用 hegao rule --test 规则 运行里面的例子。
#rule-folders = ["规则"]

# 发文登记簿：检查时拿草稿的字号、引用同它对照。用 hegao register new 建，用法见 docs/register.md。
#register = "发文登记簿.db"

# 各条规则：off 关闭，error 错误，warning 警告，info 提示；写了级别的规则在各种场景都检查。
# 需要改参数的写成 { severity = "级别", 参数 = 值 }，只改参数的可以不写级别。
[rules]
#deadline-vague = "error"
#deadline-open = "off"
#deadline-missing = { severity = "error", share = 90 }

# 本单位的表：CSV 文件，第一行是列名，UTF-8 或 GB18030 编码，路径从本文件算起。
[tables]
# 机构名册：全称,简称,旧名,级别（几个名称用顿号分开）
#roster = "表/机构名册.csv"
# 机关代字表：机关代字,发文机关
#agency-codes = "表/机关代字.csv"
# 用词表：错误写法,正确写法,说明（两种写法相同的，表示这个词不算错）
#words = "表/用词.csv"
# 任务清单必须有的列：列名,别名
#columns = "表/清单列名.csv"

# 部分文件另行设置，后面的优先。* 代表任意字符，** 代表任意多层文件夹。
#[[overrides]]
#paths = ["已发/**", "公报"]
#profile = "published"
#rules = { deadline-open = "off" }
"""


@click.command("init", cls=Command, options_metavar="[选项]")
@click.argument("folder", metavar="[文件夹]", callback=as_path, default=".")
def command(folder: Path) -> int:
    """在文件夹（不写即当前文件夹）里写一个带说明的设置文件 hegao.toml。已有的不会覆盖。"""
    from hegao.engine.fixing.whole_file import write_whole
    from hegao.engine.run.targets import SETTINGS
    from hegao.sources.system_errors import why_unwritten

    path = folder / SETTINGS
    try:
        write_whole(path, TEMPLATE.encode("utf-8"), replace=False)
    except FileExistsError as error:
        raise click.ClickException(f"{path} 已经有了，没有覆盖") from error
    except OSError as error:
        raise click.ClickException(f"不能写入 {path}：{why_unwritten(error)}") from error
    emit(f"已写入 {show(str(path))}\n")
    return 0
