"""Physical lines without the marks of a conversion, and the cells of rows."""

from __future__ import annotations

import pytest

from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.syntax.lines import Line, compact, logical_lines


def only(value: str) -> Line:
    """The one logical line of a physical one."""
    (line,), _furniture = logical_lines((value,))
    return line


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("　　一、总体要求", "一、总体要求"),
        ("### 一、总体要求", "一、总体要求"),
        ("**一、总体要求**", "一、总体要求"),
        ("> 一、总体要求", "一、总体要求"),
        ("- 1.制定方案", "1.制定方案"),
        ("<p>&emsp;&emsp;加强领导。</p>", "加强领导。"),
        ("<p class='x'>加强<b>领导</b>。<br></p>", "加强领导。"),
        ("加强<!-- 待改 -->领导。", "加强领导。"),
        ("江 河 市 人 民 政 府", "江河市人民政府"),
    ],
)
def test_marks_are_taken_off_and_places_stay(written: str, words: str) -> None:
    line = only(written)
    assert line.squeezed == words
    for offset, character in enumerate(line.text.value):
        assert written[line.text.place(offset)[1] - 1] == character


@pytest.mark.parametrize("mark", ["---", "***", "| --- | :---: |", "<p></p>", "<!-- 注释 -->", "[[toc]]"])
def test_lines_of_marks_alone_bear_no_text(mark: str) -> None:
    lines, furniture = logical_lines((mark,))
    assert lines == []
    assert [line.kind for line in furniture] == ["MARKUP"]


def test_a_dash_before_figures_of_a_range_is_no_list_mark() -> None:
    assert only("-5℃以下低温").squeezed == "-5℃以下低温"


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("1\t制定方案\t市教育局", ["1", "制定方案", "市教育局"]),
        ("\t\t续行\t", ["", "", "续行", ""]),
        ("| 1 | 制定方案 | 市教育局 |", ["1", "制定方案", "市教育局"]),
        ("| 1 | 制定方案<br>明确分工 | **市教育局** |", ["1", "制定方案明确分工", "市教育局"]),
        ("1\t<p>制定 方案</p>\t市 教育局", ["1", "制定方案", "市教育局"]),
    ],
)
def test_cells_of_a_row(row: str, cells: list[str]) -> None:
    line = only(row)
    assert line.cells is not None
    assert [cell.value for cell in line.cells] == cells


def test_the_list_of_a_front_matter_is_furniture() -> None:
    lines, furniture = logical_lines(("---", "title: 通知", "---", "正文"))
    assert [line.squeezed for line in lines] == ["正文"]
    assert [line.kind for line in furniture] == ["FRONT"] * 3


def test_a_blank_line_leaves_a_gap() -> None:
    lines, _ = logical_lines(("甲", "乙", "", "丙"))
    assert [line.gap for line in lines] == [True, False, True]


def test_blanks_go_but_between_latin_words() -> None:
    text = compact(Text.of_line("推进 RCEP  member 企业 2026 年", 1))
    assert text.value == "推进RCEP member企业2026年"
    assert unspaced("江 河　市\t\u200b") == "江河市"
