"""JSON Schema: what is wrong with a value, in sentences for the user."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from hegao.engine.configuration.rule_selection import near_names

_TYPES = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": "true 或 false",
    "array": "列表",
    "object": "表",
}


_MOST_HINTS = 50

#: What a pattern of the schemas asks for, as a clerk is told.
_PATTERNS = {
    r"^[A-Z]{2,6}-?[0-9]{3}$": "应为本单位的大写字母字头和三位数字，如 JH-001",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "应为小写英文字母、数字和连字符，如 deadline-missing",
    r"^[^\n]*$": "只能写一行",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "应写作 2026-03-06",
    r"^\d{4}-\d{2}-\d{2}$": "应写作 2026-03-06",
}


def problems(schema: Mapping[str, Any], value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Key path and Chinese sentence for each fault of ``value``, in order of the key paths.

    ``at`` is the key path of ``value`` itself.
    """
    from jsonschema import Draft202012Validator, FormatChecker

    formats = FormatChecker(formats=())
    for name in ("terms", "replacements"):
        formats.checks(name)(lambda value, name=name: not any(_faults(name, value)))
    found: list[tuple[str, str]] = []
    for error in Draft202012Validator(schema, format_checker=formats).iter_errors(value):
        found.extend((key_path(at, [*error.absolute_path, *more]), sentence) for more, sentence in _sentences(error))
    yield from sorted(set(found))


def key_path(at: str, keys: Sequence[str | int]) -> str:
    """A key path as users know it: examples.bad[0].at[1].line."""
    path = at
    for key in keys:
        path += f"[{key}]" if isinstance(key, int) else f".{key}" if path else key
    return path


def _sentences(error: Any) -> Iterator[tuple[list[str], str]]:
    """What one error of jsonschema says: keys to add to its path, and the sentence."""
    rule, want, value = error.validator, error.validator_value, error.instance
    if rule == "required":
        yield from (([key], "缺少这一项") for key in want if key not in value)
    elif rule == "additionalProperties" and want is False:
        known = list(error.schema.get("properties", {}))
        # To look for names alike takes long: nobody reads so many.
        strange = [key for key in value if key not in known]
        yield from (([key], f"没有这一项{_hint(key, known) if index < _MOST_HINTS else ''}") for index, key in enumerate(strange))
    elif rule == "type":
        types = [want] if isinstance(want, str) else want
        yield [], f"应为{'或'.join(_TYPES.get(name, name) for name in types)}，现为 {_show(value)}"
    elif rule in ("enum", "const"):
        values = want if rule == "enum" else [want]
        yield [], f"{_show(value)} 不在可用的值之内：{'、'.join(_show(one) for one in values)}"
    elif rule == "pattern":
        yield [], f"{_show(value)} 的写法不对，{_PATTERNS.get(want, f'应合 {want}')}"
    elif rule == "uniqueItems":
        yield [], "有重复的，删去一个"
    elif rule in ("minLength", "minItems", "minProperties"):
        yield [], "不能为空" if want == 1 else f"至少要有 {want} 个"
    elif rule in ("maxLength", "maxItems", "maxProperties"):
        yield [], f"不能多于 {want} 个"
    elif rule in ("minimum", "maximum"):
        yield [], f"{_show(value)} 超出范围，应{'不小于' if rule == 'minimum' else '不大于'} {want}"
    elif rule == "format":
        yield from (([], sentence) for sentence in _faults(want, value))
    elif rule in ("anyOf", "oneOf"):
        yield [], error.schema.get("description", f"{_show(value)} 不合要求")
    else:
        yield [], "不合要求"


def _faults(form: str, value: Any) -> Iterator[str]:
    """What is wrong with a list that has a form of its own; what is no list of words is told as such elsewhere."""
    from hegao.checks.office.terms import faults_of_replacements, faults_of_terms

    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        yield from (faults_of_terms if form == "terms" else faults_of_replacements)(value)


def _hint(key: str, known: Sequence[str]) -> str:
    near = near_names(key, known)
    return f"，是不是 {near}" if near else f"，可用：{'、'.join(known)}" if known else ""


def _show(value: Any) -> str:
    text = str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:59] + "…"
