"""``hegao rule``: all rules, or one explained; their examples tried."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from hegao.cli.chinese_help import Command, as_path, one_of
from hegao.cli.output import emit, write_atomically
from hegao.cli.sparing import spare
from hegao.cli.status import FOUND

if TYPE_CHECKING:
    from pathlib import Path

    from hegao.engine.rules.rule import Rule, RuleSet


@click.command("rule", cls=Command, options_metavar="[选项]")
@click.argument("names", metavar="[代码或名称]…", nargs=-1)
@click.option("--test", is_flag=True, help="运行规则文件里的例子，列出不合的；后面可写规则，或自定规则所在的文件夹")
@click.option("--output-format", "form", metavar="格式", default="text", callback=one_of("text", "json"), help="text（默认）或 json")
@click.option("--output", "target", metavar="文件", callback=as_path, help="写入文件，不写到标准输出")
@click.option("--pages", metavar="文件夹", callback=as_path, help="把全部规则写成 Markdown 说明，一条一页，放进这个文件夹")
@click.option("--config", metavar="文件", callback=as_path, help="用这个设置文件，不找当前文件夹的 hegao.toml")
@click.option("--lang", metavar="语言", default="zh", callback=one_of("zh", "en"), help="zh（默认）或 en")
def command(
    names: tuple[str, ...], test: bool, form: str, target: Path | None, pages: Path | None, config: Path | None, lang: str
) -> int:
    """列出全部规则，当前文件夹的设置所加的也在内；写了代码或名称，则说明该规则：级别、理由、改法、依据和例子。

    用 --test 时的退出状态：0 例子都合；1 有不合的；2 用法不对，或规则文件不能用。
    """
    from hegao.cli.file_commands import problems_told
    from hegao.engine.configuration.plan_by_file import rules_for
    from hegao.engine.configuration.settings_file import Search
    from hegao.reports.rules import rule_text, rules_json, rules_table

    if test and pages is not None:
        raise click.UsageError("--test 不能和 --pages 一起用", click.get_current_context())
    folders = [name for name in names if test and os.path.isdir(name)]
    spare(target, [config] if config else Search()(os.path.abspath(".")))
    if folders:
        return _try_folders(folders, [name for name in names if name not in folders], form, target)
    with problems_told():
        rules = rules_for(".", config=config)
    spare(target, [rule.path for rule in rules if os.path.isabs(rule.path)])
    if pages is not None:
        return _write_pages(pages, rules)
    chosen = [_named(name, rules) for name in names]
    if test:
        return _try(chosen or list(rules), rules, form, target)
    if form == "json":
        text = rules_json(chosen or rules, lang)
    elif chosen:
        text = "\n".join(rule_text(rule, lang) for rule in chosen)
    else:
        text = rules_table(rules, lang)
    emit(text, form == "json", target)
    return 0


def _named(name: str, rules: RuleSet) -> Rule:
    """The rule of that code or name; raises ``click.UsageError`` with those like it."""
    from hegao.engine.configuration.rule_selection import meant

    rule = rules.find(name)
    if rule is None:
        raise click.UsageError(f"没有“{name}”这条规则，{meant(name, rules)}", click.get_current_context())
    return rule


def _try_folders(folders: Sequence[str], names: Sequence[str], form: str, target: Path | None) -> int:
    """Try the examples of the rules in the folders, and of the rules named."""
    from pathlib import Path

    from hegao.cli.file_commands import problems_told
    from hegao.engine.rules.loading import load_rules

    places = [Path(os.path.abspath(folder)) for folder in folders]
    with problems_told():
        rules = load_rules(places)
    inside = [rule for rule in rules if any(Path(rule.path).is_relative_to(place) for place in places)]
    return _try([*inside, *(_named(name, rules) for name in names)], rules, form, target)


def _try(chosen: Sequence[Rule], rules: RuleSet, form: str, target: Path | None) -> int:
    """Run the examples of the rules and report those that do not hold."""
    from hegao.engine.run.rule_examples import failures
    from hegao.reports.rule_trial import trial_json, trial_text

    failed = list(failures(chosen, rules))
    emit(trial_json(chosen, failed) if form == "json" else trial_text(chosen, failed), form == "json", target)
    return FOUND if failed else 0


def _write_pages(folder: Path, rules: RuleSet) -> int:
    """Write the pages of all rules; pages of rules that are no more are deleted.

    Raises ``click.ClickException`` where a file of that name is no such page: it is left as it is.
    """
    from hegao.reports.rule_pages import rule_pages
    from hegao.sources.system_errors import why_unwritten

    pages = rule_pages(rules)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        foreign = [name for name in pages if (folder / name).exists() and not _is_page(folder / name)]
    except OSError as error:
        raise click.ClickException(f"不能写入 {folder}：{why_unwritten(error)}") from error
    if foreign:
        raise click.ClickException(f"{folder / foreign[0]} 不是 hegao rule --pages 写的，没有覆盖；请另指一个文件夹")
    for name, text in pages.items():
        write_atomically(folder / name, text.encode())
    for stale in folder.glob("[A-Z][A-Z]*.md"):
        if stale.name not in pages and re.match(r"[A-Z]+-?[0-9]{3}-[a-z]", stale.name) and _is_page(stale):
            stale.unlink()
    return 0


def _is_page(path: Path) -> bool:
    """Whether this command has written the file."""
    from hegao.reports.rule_pages import MADE

    head = MADE.rstrip().encode()
    with path.open("rb") as file:
        return file.read(len(head)) == head
