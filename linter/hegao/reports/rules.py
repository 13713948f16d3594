"""The rules themselves: a table of all, the explanation of one, both as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from hegao.engine.configuration.options import PROFILES
from hegao.engine.rules.rule import Example, Rule
from hegao.reports.json import VERSION, dumps
from hegao.reports.marking import with_quotes_marked
from hegao.reports.report_words import SEVERITY, basis_words
from hegao.reports.terminal_width import show, table

_PROFILE = {
    "zh": {"draft": "拟稿", "final": "定稿", "published": "公开"},
    "en": {"draft": "draft", "final": "final", "published": "published"},
}
_HEADS = {"zh": ("代码", "名称", "说明"), "en": ("code", "name", "summary")}
_WORDS = {
    "zh": {
        "severity": "级别",
        "scope": "范围",
        "yields": "让位",
        "why": "为什么",
        "help": "怎么改",
        "basis": "依据",
        "parameters": "参数",
        "bad": "错例",
        "good": "正例",
    },
    "en": {
        "severity": "severity",
        "scope": "scope",
        "yields": "yields to",
        "why": "Why",
        "help": "How to mend it",
        "basis": "Basis",
        "parameters": "Parameters",
        "bad": "Wrong",
        "good": "Right",
    },
}


def rules_table(rules: Iterable[Rule], lang: str = "zh") -> str:
    """One line a rule: code, name, severity in each profile, summary."""
    code, name, summary = _HEADS[lang]
    heads = [code, name, *_PROFILE[lang].values(), summary]
    rows = [[rule.code, rule.name, *_severities(rule, lang), rule.wording(lang).summary] for rule in rules]
    return table(heads, rows, [0] * len(heads)) if rows else ""


def _severities(rule: Rule, lang: str) -> list[str]:
    return [SEVERITY[lang][rule.severity_in(profile) or "off"] for profile in PROFILES]


def rule_text(rule: Rule, lang: str = "zh") -> str:
    """Everything that a rule file says, for people."""
    words, wording = _WORDS[lang], rule.wording(lang)
    colon, stop = (": ", ", ") if lang == "en" else ("：", "，")
    levels = stop.join(f"{profile} {level}" for profile, level in zip(_PROFILE[lang].values(), _severities(rule, lang), strict=True))
    lines = [f"{rule.code} {rule.name}{colon}{wording.summary}", f"{words['severity']}{colon}{levels}"]
    if rule.nodes:
        lines.append(f"{words['scope']}{colon}{scope(rule, lang)}")
    if rule.yields_to:
        lines.append(f"{words['yields']}{colon}{_yields(rule, lang)}")
    for key, text in (("why", wording.why), ("help", wording.help)):
        if text:
            lines += ["", words[key], *(f"  {line}" for line in text.splitlines())]
    if rule.basis:
        lines += ["", words["basis"], *(f"  {basis_words(basis, lang)}" for basis in rule.basis)]
    if rule.parameters:
        lines += ["", words["parameters"], *(f"  {name} = {as_written(value)}" for name, value in rule.parameters.items())]
    for key, examples in (("bad", rule.bad), ("good", rule.good)):
        for example in examples:
            lines += ["", words[key] + _condition(example, lang), *_example(example)]
    return "".join(f"{show(line)}\n" for line in lines)


def scope(rule: Rule, lang: str = "zh") -> str:
    """The nodes that a rule looks at: title（genre = 请示、报告）."""
    comma, opening, closing = (", ", " (", ")") if lang == "en" else ("、", "（", "）")
    fields = ("；" if lang == "zh" else "; ").join(f"{field} = {comma.join(map(_plain, values))}" for field, values in rule.where.items())
    return comma.join(rule.nodes) + (f"{opening}{fields}{closing}" if fields else "")


def _plain(value: str | bool | int) -> str:
    return value if isinstance(value, str) else as_written(value)


def as_written(value: Any) -> str:
    """The value of a parameter as rule files write it."""
    return json.dumps(value, ensure_ascii=False)


def _yields(rule: Rule, lang: str) -> str:
    """What becomes of a place that another rule reports, too."""
    if lang == "en":
        return f"{', '.join(rule.yields_to)} (silent where one of these reports the same place)"
    return f"{'、'.join(rule.yields_to)}（同一处已由其报告的，本规则不再报告）"


def _condition(example: Example, lang: str) -> str:
    if example.profile == "draft":
        return ""
    profile = _PROFILE[lang].get(example.profile, example.profile)
    return f" ({profile})" if lang == "en" else f"（{profile}）"


def _example(example: Example) -> Iterator[str]:
    for path, text in example.files:
        if len(example.files) > 1:
            yield f"  {path}"
        for number, line in enumerate(text.splitlines(), 1):
            quotes = [place.quote for place in example.at if place.line == number and place.path in ("", path)]
            yield from (f"  | {shown}".rstrip() for shown in with_quotes_marked(line, quotes))


def rules_json(rules: Iterable[Rule], lang: str = "zh") -> str:
    """The rules as one JSON object, in the order given."""
    return dumps({"version": VERSION, "rules": [_rule(rule, lang) for rule in rules]})


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    wording = rule.wording(lang)
    return {
        "code": rule.code,
        "name": rule.name,
        "area": rule.area,
        "severity": rule.severity,
        "profiles": {profile: rule.severity_in(profile) or "off" for profile in PROFILES},
        **({"severities": dict(rule.severities)} if rule.severities else {}),
        "summary": wording.summary,
        "why": wording.why,
        "help": wording.help,
        "message": wording.message,
        **({"messages": dict(wording.messages)} if wording.messages else {}),
        "basis": [{"source": basis.source, "clause": basis.clause, "strength": basis.strength} for basis in rule.basis],
        "select": {"node": list(rule.nodes), **{field: list(values) for field, values in rule.where.items()}} if rule.nodes else {},
        "check": rule.check,
        "parameters": dict(rule.parameters),
        "yields_to": list(rule.yields_to),
        "examples": {"bad": [_example_data(example) for example in rule.bad], "good": [_example_data(example) for example in rule.good]},
    }


def _example_data(example: Example) -> dict[str, Any]:
    return {
        "files": [{"path": path, "text": text} for path, text in example.files],
        "profile": example.profile,
        "at": [{"path": place.path or example.files[0][0], "line": place.line, "quote": place.quote} for place in example.at],
    }
