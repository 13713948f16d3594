"""Headings: label, level, title, and which are numbered together."""

from __future__ import annotations

import pytest

from hegao.document.headings import heading_of, number_headings
from hegao.document.model import Heading
from hegao.sources.text import Text
from hegao.syntax.line_kinds import Kind
from reading import document


def heading(kind: Kind, line: str, parent: Heading | None = None) -> Heading:
    """The heading of a numbered line."""
    return heading_of(kind, Text.of_line(line, 1), parent)


@pytest.mark.parametrize(
    ("kind", "line", "style", "level", "label", "number", "title"),
    [
        (Kind.PART, "第二编 分则", "part", 1, "第二编", 2, "分则"),
        (Kind.CHAPTER, "第十二章 附则", "chapter", 1, "第十二章", 12, "附则"),
        (Kind.SECTION, "第一节 一般规定", "section", 2, "第一节", 1, "一般规定"),
        (Kind.ARTICLE, "第二十一条 市水利局负责防汛。", "article", 3, "第二十一条", 21, "市水利局负责防汛。"),
        (Kind.HAN, "十一、保障措施", "han", 1, "十一、", 11, "保障措施"),
        (Kind.HAN_PAREN, "（三）加强领导", "han-paren", 2, "（三）", 3, "加强领导"),
        (Kind.DIGIT, "12.落实责任", "digit", 3, "12.", 12, "落实责任"),
        (Kind.DIGIT_PAREN, "（4）开展演练", "digit-paren", 4, "（4）", 4, "开展演练"),
        (Kind.CIRCLED, "⑫备足物资", "circled", 5, "⑫", 12, "备足物资"),
        (Kind.DECIMAL3, "1.2.3 预警", "decimal", 3, "1.2.3", 3, "预警"),
        # The first level of decimal numbers has no mark behind it.
        (Kind.DIGIT, "3应急响应", "decimal", 1, "3", 3, "应急响应"),
    ],
)
def test_what_a_numbered_line_says(kind: Kind, line: str, style: str, level: int, label: str, number: int, title: str) -> None:
    found = heading(kind, line)
    assert (found.style, found.level, found.label, found.number, found.title) == (style, level, label, number, title)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("（一）加强领导。各单位要落实责任。", "（一）加强领导"),
        ("（一）加强领导。", "（一）加强领导。"),
        # What goes on to a far full stop has no title but its first clause.
        ("（一）各县（区）人民政府要把防汛工作摆在突出位置，主要负责同志亲自部署、亲自检查、亲自督促，确保责任到人。另行通报。", "（一）各县（区）人民政府要把防汛工作摆在突出位置"),
    ],
)
def test_where_the_title_of_a_heading_ends(line: str, text: str) -> None:
    found = heading(Kind.HAN_PAREN, line)
    assert found.text.value == text
    assert found.body.value == line


def groups(*headings: Heading) -> list[list[str]]:
    """The labels that are numbered together, each group once."""
    number_headings(list(headings))
    return [[one.label for one in group] for group in {one.numbering: one.numbering.headings for one in headings}.values()]


def test_those_under_one_parent_are_numbered_together() -> None:
    first, second = heading(Kind.HAN, "一、目标"), heading(Kind.HAN, "二、任务")
    inner = [heading(Kind.HAN_PAREN, line, parent) for parent in (first, second) for line in ("（一）甲", "（二）乙")]
    assert groups(first, *inner[:2], second, *inner[2:]) == [["一、", "二、"], ["（一）", "（二）"], ["（一）", "（二）"]]
    assert [one.title for one in second.children] == ["甲", "乙"]


def test_numbers_that_go_on_under_the_next_parent_are_one_group() -> None:
    first, second = heading(Kind.HAN, "一、目标"), heading(Kind.HAN, "二、任务")
    inner = [heading(Kind.HAN_PAREN, "（一）甲", first), heading(Kind.HAN_PAREN, "（二）乙", second)]
    assert groups(first, inner[0], second, inner[1]) == [["一、", "二、"], ["（一）", "（二）"]]


def test_a_count_that_begins_anew_is_another_group() -> None:
    lines = ["1.甲", "2.乙", "1.丙", "2.丁"]
    assert groups(*(heading(Kind.DIGIT, line) for line in lines)) == [["1.", "2."], ["1.", "2."]]


def test_headings_by_their_numbers_not_by_their_marks() -> None:
    text = "## 江河市防汛方案\n\n# 一、总则\n\n### （一）目的\n\n# 1.依据\n\n（1）法规\n\n①条例\n\n**二、组织**\n\n第一条 分工"
    headings = [node for node in document(text, "a.md").of("heading")]
    assert [(node.level, node.label, node.title) for node in headings] == [  # type: ignore[attr-defined]
        (1, "一、", "总则"),
        (2, "（一）", "目的"),
        (3, "1.", "依据"),
        (4, "（1）", "法规"),
        (5, "①", "条例"),
        (1, "二、", "组织"),
        (3, "第一条", "分工"),
    ]


def test_decimal_headings_nest() -> None:
    headings = list(document("江河市应急预案\n\n1 总则\n\n1.1 目的\n\n1.1.1 依据\n\n1.1.2 范围\n\n1.2 原则\n\n2 组织\n\n2.1 机构").of("heading"))
    assert [(node.level, node.number, len(node.numbering.headings)) for node in headings] == [  # type: ignore[attr-defined]
        (1, 1, 2),
        (2, 1, 2),
        (3, 1, 2),
        (3, 2, 2),
        (2, 2, 2),
        (1, 2, 2),
        (2, 1, 1),
    ]
    assert [node.parent.label if node.parent else "" for node in headings] == ["", "1", "1.1", "1.1", "1", "", "2"]  # type: ignore[attr-defined]


def test_a_heading_that_runs_on_is_its_first_words() -> None:
    (heading,) = document("江河市防汛方案\n\n（一）加强领导。各单位要提高认识，落实责任。").of("heading")
    assert (heading.text.value, heading.title, heading.runs_on) == ("（一）加强领导", "加强领导", True)  # type: ignore[attr-defined]
