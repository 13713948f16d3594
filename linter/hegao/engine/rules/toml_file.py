"""TOML files of users: their content, or what is wrong with them in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite
from typing import Any

from hegao.engine.configuration.options import few
from hegao.engine.rules.schema_errors import key_path

#: What the parser of the standard library says, and what a clerk is told.
_SAID = (
    ("Expected '=' after a key", "名称和值之间要写等号 =；名称是中文的，要加引号"),
    ("Invalid value", "等号后面不是一个值：文字加引号，列表加方括号，true 和 false 小写"),
    ("Cannot overwrite a value", "这一项写了两次，删去一处"),
    ("Cannot declare", "这一节写了两次，合在一处"),
    ("Cannot mutate immutable namespace", "这一项已经写过，合在一处"),
    ("Duplicate inline table key", "这一项写了两次，删去一处"),
    ("Invalid initial character for a key part", "名称只能用英文字母、数字、- 和 _，中文的要加引号"),
    ("Invalid statement", "这一行看不懂：应为“名称 = 值”，或者 [节名]，说明文字前面加 #"),
    ("Expected newline or end of document", "一行只能写一项，说明文字前面加 #"),
    ("Unterminated string", "引号没有配对"),
    ("Expected \"'''\"", "三个引号没有配对"),
    ("Expected \"'\"", "引号没有配对"),
    ("Unclosed array", "方括号没有配对，或者少了逗号"),
    ("Unclosed inline table", "花括号没有配对，或者少了逗号"),
    ("Expected ']'", "节名的方括号没有配对，或者中文节名没有加引号"),
    ("Unescaped '\\' in a string", "双引号里的 \\ 要写两个，或者改用单引号"),
    ("Illegal character", "有不能用的字符，多半是引号没有在同一行配对"),
    ("Found invalid character", "有不能用的字符"),
)
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
#: What takes the parser of the standard library more time than anybody waits, or more digits than it takes.
_DEEP_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){20}""")
_LONG_NUMBER = re.compile(r"[\d_]{300}")
_DEEPEST = 20
#: Characters of a key in a message.
_MOST_SHOWN = 20
#: Numbers of TOML have 64 bits.
_LARGEST = 1 << 63


def parse(data: bytes, shown: str, problems: list[str]) -> dict[str, Any] | None:
    """The content of a file that is called ``shown`` in messages; None where it cannot be used, which ``problems`` then says."""
    import tomllib

    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.append(f"{shown}：第 {line} 行：不是 UTF-8 编码，请另存为 UTF-8")
        return None
    deep = _DEEP_KEY.search(text)
    if deep:
        problems.append(f"{shown}：{_at(text, deep.start())} {deep[0][:_MOST_SHOWN]}……：名称的层次太多")
        return None
    try:
        raw = tomllib.loads(text)
        faults = [f"{shown}：{key_path('', keys)}：{fault}" for keys, fault in _odd(raw)]
    except tomllib.TOMLDecodeError as error:
        faults = [f"{shown}：{_told(str(error))}"]
    except RecursionError:
        faults = [f"{shown}：括号套得太深"]
    except ValueError:  # Python reads no number of more than some thousand digits
        number = _LONG_NUMBER.search(text)
        faults = [f"{shown}：{_at(text, number.start() if number else 0)}：数太大"]
    problems += few(shown, faults)
    return None if faults else raw


def _at(text: str, offset: int) -> str:
    """The line of a place in the file, and the key on it."""
    start = text.rfind("\n", 0, offset) + 1
    key = re.match(r"[ \t]*([\w.\"'-]{1,40})[ \t]*=", text[start : start + 80])
    return f"第 {text.count(chr(10), 0, start) + 1} 行" + (f" {key[1]}" if key else "")


def _odd(value: Any, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The keys of values that TOML allows and no setting can mean, and what is wrong with them."""
    if len(keys) > _DEEPEST:
        yield keys, "套得太深"
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _odd(one, (*keys, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _odd(one, (*keys, index))
    elif isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        yield keys, "数太大"
    elif isinstance(value, float) and not isfinite(value):
        yield keys, "不是一个数"
    elif isinstance(value, str) and "\0" in value:
        yield keys, "有不能用的字符"


def _told(error: str) -> str:
    place = _PLACE.search(error)
    where = f"第 {place[1]} 行第 {place[2]} 列" if place and place[1] else "末尾"
    remedy = next((told for said, told in _SAID if error.startswith(said)), "TOML 写法有误")
    return f"{where}：{remedy}"
