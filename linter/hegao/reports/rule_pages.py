"""Pages of the rules in Markdown: one a rule, Chinese first, and an index by area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hegao.engine.configuration.options import PROFILES
from hegao.engine.rules.rule import Example, Rule
from hegao.reports.marking import with_quotes_marked
from hegao.reports.report_words import AREA, SEVERITY, basis_words
from hegao.reports.rules import as_written, scope

_PROFILES = {"draft": "拟稿", "final": "定稿", "published": "公开"}
#: What every page begins with, so that no other file is taken for one.
MADE = "<!-- 由 hegao rule --pages 生成，改规则文件，不改这一页 -->\n"


def rule_pages(rules: Iterable[Rule]) -> dict[str, str]:
    """The pages by file name: ``README.md`` and a page for each rule."""
    listed = list(rules)
    names = {rule.name: page_name(rule) for rule in listed}
    pages = {page_name(rule): _page(rule, names) for rule in listed}
    return {"README.md": _index(listed), **pages}


def page_name(rule: Rule) -> str:
    """The file name of a rule's page."""
    return f"{rule.code}-{rule.name}.md"


def _index(rules: list[Rule]) -> str:
    lines = [MADE, "# 规则", "", "每条规则的理由、依据、级别和例子。办公室可以在 `hegao.toml` 里开关规则、调整级别和参数，见[设置说明](../configuration.md)。"]
    for area in sorted({rule.area for rule in rules}, key=lambda name: (*AREA["zh"], name).index(name)):
        lines += ["", f"## {area} {AREA['zh'].get(area, '')}".rstrip(), "", "| 代码 | 名称 | 拟稿 | 定稿 | 公开 | 说明 |", "| --- | --- | --- | --- | --- | --- |"]
        for rule in rules:
            if rule.area == area:
                cells = [f"[{rule.code}]({page_name(rule)})", rule.name, *_levels(rule), rule.wording("zh").summary]
                lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _levels(rule: Rule) -> list[str]:
    return [SEVERITY["zh"][rule.severity_in(profile) or "off"] for profile in PROFILES]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _page(rule: Rule, names: Mapping[str, str]) -> str:
    """The page of a rule; ``names`` are the pages of the rules by their names."""
    chinese, english = rule.wording("zh"), rule.wording("en")
    levels = "，".join(f"{_PROFILES[profile]} {level}" for profile, level in zip(PROFILES, _levels(rule), strict=True))
    lines = [MADE, f"# {rule.code} {rule.name}", "", f"{chinese.summary}。" if chinese.summary[-1] not in "。？！" else chinese.summary]
    milder = "".join(f"{chinese.messages.get(fault, fault)}：{SEVERITY['zh'][severity]}；" for fault, severity in rule.severities.items())
    lines += ["", f"级别：{levels}。" + (f"其中{milder[:-1]}。" if milder else "")]
    if rule.nodes:
        lines += ["", f"范围：{scope(rule)}。"]
    if rule.yields_to:
        above = "、".join(f"[{name}]({names[name]})" if name in names else name for name in rule.yields_to)
        lines += ["", f"让位：同一处已由 {above} 报告的，本规则不再报告。"]
    for title, text in (("为什么", chinese.why), ("怎么改", chinese.help)):
        if text.strip():
            lines += ["", f"## {title}", "", text.strip()]
    if rule.basis:
        lines += ["", "## 依据", "", *(f"- {basis_words(basis, 'zh')}" for basis in rule.basis)]
    lines += ["", "## 报告的话", "", "\n>\n".join(f"> {message}" for message in (chinese.message, *chinese.messages.values()))]
    if rule.parameters:
        lines += ["", "## 参数", "", "| 参数 | 默认值 |", "| --- | --- |"]
        lines += [f"| `{name}` | `{_cell(as_written(value))}` |" for name, value in rule.parameters.items()]
    for title, examples in (("错例", rule.bad), ("正例", rule.good)):
        if examples:
            lines += ["", f"## {title}"]
            for example in examples:
                lines += _example(example)
    lines += ["", "## In English", "", f"**{english.summary}** {english.why.strip()}".strip(), "", english.help.strip()]
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _example(example: Example) -> Iterator[str]:
    if example.profile != "draft":
        yield f"\n{_PROFILES.get(example.profile, example.profile)}："
    for name, table in example.tables:
        yield f"\n表 `{name}`："
        yield f"\n```csv\n{table.strip()}\n```"
    if example.register:
        yield f"\n发文登记簿：\n\n```csv\n{example.register.strip()}\n```"
    yield "\n```text"
    for path, text in example.files:
        if len(example.files) > 1:
            yield f"—— {path} ——"
        for number, line in enumerate(text.splitlines(), 1):
            quotes = [place.quote for place in example.at if place.line == number and place.path in ("", path)]
            yield from with_quotes_marked(line, quotes)
    yield "```"
