"""TOML files of users: their content, or what is wrong with them in Chinese."""

from __future__ import annotations

import re
from typing import Any

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
    ("Unclosed array", "方括号没有配对，或者少了逗号"),
    ("Unclosed inline table", "花括号没有配对，或者少了逗号"),
    ("Expected ']'", "节名的方括号没有配对，或者中文节名没有加引号"),
    ("Unescaped '\\' in a string", "双引号里的 \\ 要写两个，或者改用单引号"),
    ("Illegal character", "有不能用的字符，多半是引号没有在同一行配对"),
    ("Found invalid character", "有不能用的字符"),
)
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def parse(data: bytes, shown: str, problems: list[str]) -> dict[str, Any] | None:
    """The content of a file that is called ``shown`` in messages; None where it is no TOML, which ``problems`` then says."""
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.append(f"{shown}：第 {line} 行：不是 UTF-8 编码，请另存为 UTF-8")
    except tomllib.TOMLDecodeError as error:
        problems.append(f"{shown}：{_told(str(error))}")
    except RecursionError:
        problems.append(f"{shown}：括号套得太深")
    return None


def _told(error: str) -> str:
    place = _PLACE.search(error)
    where = f"第 {place[1]} 行第 {place[2]} 列" if place and place[1] else "末尾"
    remedy = next((told for said, told in _SAID if error.startswith(said)), f"TOML 写法有误（{error}）")
    return f"{where}：{remedy}"
