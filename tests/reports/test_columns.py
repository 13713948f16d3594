"""Columns of a terminal: wide characters take two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegao.reports.terminal_width import clip, pad, show, table, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("公文", 4), ("〔2026〕", 8), ("“引号”", 6), ("e\u0301", 1), ("\u3000", 2), ("ＡＢ", 4), ("", 0)],
)
def test_wide_characters_take_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_padding_lines_up_wide_and_narrow_text() -> None:
    assert pad("公文", 6) == "公文  "
    assert pad("abc", 6) == "abc   "


@pytest.mark.parametrize(
    ("text", "columns", "clipped"),
    [("市水利局", 8, "市水利局"), ("市水利局", 7, "市水利…"), ("市水利局", 6, "市水…"), ("市水利局", 2, "…")],
)
def test_clipping_never_exceeds_the_columns(text: str, columns: int, clipped: str) -> None:
    assert clip(text, columns) == clipped
    assert width(clipped) <= columns


def test_nothing_that_steers_a_terminal_is_shown() -> None:
    assert show("甲\t乙\x1b[31m丙\r\n\u200b") == "甲    乙·[31m丙  ·"
    assert show("　全角空格") == "　全角空格"


@given(st.text(), st.integers(min_value=1, max_value=30))
def test_any_text_can_be_shown_and_clipped(text: str, columns: int) -> None:
    shown = show(text)
    assert "\n" not in shown and "\x1b" not in shown
    assert width(clip(shown, columns)) <= columns


def test_a_table_lines_up_and_cuts_only_where_told() -> None:
    shown = table(("任务", "牵头"), [("完成水厂建设", "市水利局"), ("a", "b")], (8, 0))
    assert shown == "任务     牵头\n-------  --------\n完成水…  市水利局\na        b\n"
