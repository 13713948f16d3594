"""TOML files of users: their content, or what a clerk is told of them."""

from __future__ import annotations

import pytest

from hegao.engine.rules.toml_file import parse


def told(data: bytes) -> list[str]:
    """What is said of a file that is no TOML."""
    problems: list[str] = []
    assert parse(data, "a.toml", problems) is None
    return problems


def test_content_with_mark_and_line_ends_of_other_systems() -> None:
    problems: list[str] = []
    assert parse("\ufeff名 = 1\r\n".replace("名", '"名"').encode(), "a.toml", problems) == {"名": 1}
    assert problems == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("名称 = 1", "a.toml：第 1 行第 1 列：这一行看不懂"),
        ("a = 1\na = 2\nb = 3", "a.toml：第 2 行第 6 列：这一项写了两次"),
        ("a = [1", "a.toml：末尾：方括号没有配对"),
        ("a = 'x", "a.toml：末尾：引号没有配对"),
        ("a = 甲", "a.toml：第 1 行第 5 列：等号后面不是一个值"),
    ],
)
def test_mistakes_are_told_with_line_and_remedy(text: str, said: str) -> None:
    [problem] = told(text.encode())
    assert problem.startswith(said)


def test_another_encoding_is_told_by_its_line() -> None:
    assert told("a = 1\nb = '甲'\n".encode("gb18030")) == ["a.toml：第 2 行：不是 UTF-8 编码，请另存为 UTF-8"]


def test_brackets_without_end_are_told() -> None:
    assert told(b"a = " + b"[" * 5000) == ["a.toml：括号套得太深"]
