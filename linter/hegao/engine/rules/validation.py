"""What is wrong with a rule file: its form, then its ties to a check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from string import Formatter
from typing import Any

from hegao.checks.base import BATCH_CHECKS, CHECKS, BatchCheck, Check
from hegao.checks.catalogue import find
from hegao.engine.configuration.rule_selection import near_names
from hegao.engine.rules import schema_errors
from hegao.engine.rules.rule import AREAS, INTERNAL, INTERNAL_FACTS
from hegao.engine.rules.selectors import fields, kinds
from hegao.words.office_tables import read_table

#: Key path and sentence.
Problem = tuple[str, str]


@dataclass(slots=True, frozen=True)
class RuleFile:
    """A rule file read: how it is called in messages, its path in the rules folder, its content."""

    shown: str
    inner: str
    builtin: bool
    raw: dict[str, Any]


def validate(file: RuleFile, rule_schema: Mapping[str, Any]) -> list[Problem]:
    """All that is wrong with the file itself; the ties to its check are tried once its form is right."""
    found = list(schema_errors.problems(rule_schema, file.raw))
    if found:
        return found
    found += _place(file)
    found += _basis(file.raw)
    found += _examples(file.raw)
    found += _binding(file.raw)
    return found


def with_defaults(raw: dict[str, Any]) -> dict[str, Any]:
    """The content of a valid file with the defaults of its check filled in."""
    bound = find(raw["check"])
    if bound is None:
        return raw
    defaults = {name: one["default"] for name, one in bound.parameters.items() if "default" in one}
    return raw | {"with": defaults | raw.get("with", {})}


def _basis(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """A rule on texts rests on a norm, the office's own if no other; one on the tool itself on none."""
    if "basis" not in raw and not raw["code"].startswith(AREAS["system"]):
        yield "basis", "缺少这一项：写明依据的文件、条款和强制程度，本单位自定的写 custom"


def _place(file: RuleFile) -> Iterator[Problem]:
    """Built-in files lie in the folder of their area, under their code and name; others keep off those areas."""
    code, name = file.raw["code"], file.raw["name"]
    if not file.builtin:
        prefix = code.rstrip("0123456789").rstrip("-")
        if prefix in {area[:3] for area in AREAS.values()}:
            yield "code", f"{prefix} 是内置规则的代码，自定规则请用本单位的字头"
        return
    folder = PurePath(file.inner).parent.as_posix()
    start = AREAS.get(folder)
    if start is None:
        yield "code", f"文件夹 {folder} 不是规则的类别，可用：{'、'.join(AREAS)}"
    elif not code.startswith(start):
        yield "code", f"文件夹 {folder} 里的代码应以 {start} 开头，现为 {code}"
    if PurePath(file.inner).stem != f"{code}-{name}":
        yield "name", f"文件名应为 {code}-{name}.toml"


def _examples(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Every rule on texts has examples; what befalls the tool itself need not be had from a text, how a page is set cannot be."""
    examples = raw.get("examples", {})
    bound = find(raw["check"])
    exempt = raw["code"].startswith(AREAS["system"]) or isinstance(bound, Check) and bound.layout
    for kind in ("bad", "good"):
        if not examples.get(kind) and not exempt:
            yield f"examples.{kind}", "至少要有一个例子"
    for index, example in enumerate(examples.get("good", ())):
        yield from _example(f"examples.good[{index}]", example)
    for index, example in enumerate(examples.get("bad", ())):
        at = f"examples.bad[{index}]"
        faults = list(_example(at, example))
        yield from faults
        if faults:
            continue
        texts = {file["path"]: file["text"] for file in example.get("files", ())} or {"": example["text"]}
        for number, place in enumerate(example["at"]):
            text = texts.get(place.get("path", ""))
            lines = text.split("\n") if text is not None else []
            if text is None:
                yield f"{at}.at[{number}].path", "例子里没有这个文件"
            elif place["line"] > len(lines):
                yield f"{at}.at[{number}].line", f"例子只有 {len(lines)} 行"
            elif place["quote"] not in lines[place["line"] - 1]:
                yield f"{at}.at[{number}].quote", f"例子第 {place['line']} 行没有“{place['quote']}”"


def _example(at: str, example: Mapping[str, Any]) -> Iterator[Problem]:
    if ("text" in example) == ("files" in example):
        yield at, "text 与 files 要有一个，且只有一个"
    try:
        date.fromisoformat(example.get("as_of", "2000-01-01"))
    except ValueError:
        yield f"{at}.as_of", f"{example['as_of']} 不是日历上的一天"
    for name, text in example.get("tables", {}).items():
        yield from ((f"{at}.tables.{name}", fault) for fault in read_table(name, text.encode("utf-8"))[1])
    if "register" in example:
        from hegao.register.sheet import read_sheet

        yield from ((f"{at}.register", fault) for fault in read_sheet(example["register"].encode("utf-8")).problems)


def _binding(raw: Mapping[str, Any]) -> Iterator[Problem]:
    name = raw["check"]
    if name == INTERNAL:
        facts = INTERNAL_FACTS.get(raw["name"])
        if facts is None:
            yield "check", f"{INTERNAL} 只供程序自己报告的规则使用：{'、'.join(INTERNAL_FACTS)}"
            return
        yield from ((key, "程序自己报告的规则没有这一项") for key in ("select", "with", "yields-to") if key in raw)
        yield from _messages(raw, facts, frozenset())
        return
    bound = find(name)
    if bound is None:
        near = near_names(name, [*CHECKS, *BATCH_CHECKS])
        yield "check", f"没有叫“{name}”的检查" + (f"，相近的有：{near}" if near else "")
        return
    if isinstance(bound, Check):
        yield from _selector(raw.get("select", {}), bound)
    elif "select" in raw:
        yield "select", f"{name} 比较整批公文，不能选节点"
    yield from _parameters(raw.get("with", {}), bound)
    yield from _messages(raw, bound.facts, bound.faults)


def _selector(select: Mapping[str, Any], check: Check) -> Iterator[Problem]:
    nodes = select.get("node", [])
    if not nodes:
        yield "select.node", f"缺少这一项，{check.name} 可用：{'、'.join(sorted(check.nodes))}"
        return
    known = kinds()
    for index, node in enumerate(nodes):
        if node not in known:
            near = near_names(node, sorted(known))
            yield f"select.node[{index}]", f"没有“{node}”这种节点" + (f"，是不是 {near}" if near else "")
        elif node not in check.nodes:
            yield f"select.node[{index}]", f"{check.name} 不能用于 {node}，可用：{'、'.join(sorted(check.nodes))}"
    for key, value in select.items():
        if key != "node":
            yield from _field(key, value if isinstance(value, list) else [value], [node for node in nodes if node in check.nodes])


def _field(key: str, values: list[Any], nodes: list[str]) -> Iterator[Problem]:
    for node in nodes:
        known = fields(node)
        if key not in known:
            yield f"select.{key}", f"节点 {node} 没有可选的“{key}”，可用：{'、'.join(known)}"
            continue
        for value in values:
            # 1 == True in Python, not in a rule file.
            if not any(value == one and type(value) is type(one) for one in known[key]):
                yield f"select.{key}", f"没有“{value}”这个值，可用：{'、'.join(str(one) for one in known[key])}"


def _parameters(given: Mapping[str, Any], check: Check | BatchCheck) -> Iterator[Problem]:
    form = {
        "type": "object",
        "properties": check.parameters,
        "required": [name for name, one in check.parameters.items() if "default" not in one],
        "additionalProperties": False,
    }
    yield from schema_errors.problems(form, given, "with")


def _messages(raw: Mapping[str, Any], facts: AbstractSet[str], faults: AbstractSet[str]) -> Iterator[Problem]:
    """The placeholders of messages must be facts of the check: plain names, nothing behind them; the faults must be its own."""
    can = f"，可用：{'、'.join(sorted(faults))}" if faults else "，这项检查不分种类"
    yield from ((f"severities.{fault}", f"没有“{fault}”这种错误{can}") for fault in raw.get("severities", {}) if fault not in faults)
    for prefix, table in (("", raw), ("en.", raw.get("en", {}))):
        for key in ("message", "related"):
            for problem in _placeholders(table.get(key, ""), facts):
                yield f"{prefix}{key}", problem
        for fault, message in table.get("messages", {}).items():
            if fault not in faults:
                yield f"{prefix}messages.{fault}", f"没有“{fault}”这种错误{can}"
            yield from ((f"{prefix}messages.{fault}", problem) for problem in _placeholders(message, facts))


def _placeholders(template: str, facts: AbstractSet[str]) -> Iterator[str]:
    try:
        fields = [part[1:] for part in Formatter().parse(template) if part[1] is not None]
    except ValueError:
        yield "花括号写法有误，没有配对；花括号本身写作 {{ 或 }}"
        return
    for name, form, conversion in fields:
        if name not in facts:
            can = f"可用：{'、'.join(sorted(facts))}" if facts else "此处没有可用的占位"
            yield f"没有占位“{{{name}}}”，{can}"
        elif form or conversion:
            yield f"占位“{{{name}}}”后面不能带格式"
