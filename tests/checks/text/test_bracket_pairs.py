"""Brackets and quotation marks over the blocks of a document."""

from __future__ import annotations

import pytest

from checks.drafts import context, document, paragraph
from checks.texts import hits, notice
from hegao.checks.text.bracket_pairs import brackets
from hegao.engine.configuration.options import Options
from hegao.engine.run.runner import check_sources
from hegao.sources.source import Source


def found(*paragraphs: str) -> list[tuple[str, str]]:
    """Quotes and pictures of what is wrong."""
    of = document(*(paragraph(value) for value in paragraphs))
    return [(hit.at.value, picture(**hit.facts)) for hit in brackets(of, context(of))]


def picture(fault: str, mark: str, other: str, right: str) -> str:
    """What is wrong, as a picture: （… for one never closed, 〔…】 for two that are no pair."""
    if fault == "nested":
        return "（…（…）…）"
    return f"{other}…{mark}" if other else f"{mark}…" if fault == "unclosed" else f"…{mark}"


@pytest.mark.parametrize(
    ("value", "pattern"),
    [
        ("落实《办法规定", "《…"),
        ("落实办法》规定", "…》"),
        ("修路〔市水利局牵头】", "〔…】"),
        ("修路（市水利局牵头)", "（…)"),
        ("推广“互联网+", "“…"),
        ("修路（市财政局（金融办）牵头）", "（…（…）…）"),
    ],
)
def test_faults(value: str, pattern: str) -> None:
    assert [one for _quote, one in found(value)] == [pattern]


@pytest.mark.parametrize(
    "value",
    [
        "修路〔市财政局（金融办）牵头〕",
        "见规定（以下简称《办法（试行）》）",
        "见附件（附件（一））",
        "内容：1）修路；2）架桥",
        "《关于印发〈办法〉的通知》",
        "推进“一网通办”“跨省通办”",
    ],
)
def test_right_marks(value: str) -> None:
    assert found(value) == []


def test_quotation_over_paragraphs_closes_in_the_last() -> None:
    assert found("修改为：", "“第一段。", "“第二段。", "“第三段。”") == []
    assert found("修改为：“第一段。", "第二段。”") == []


def test_quotation_never_closed() -> None:
    assert found("推广“互联网+", "推进“一网通办”") == [("“互联网+", "“…")]


def test_mark_is_quoted_with_what_stands_beside_it() -> None:
    assert found("修路架桥植树清淤挖渠〔市水利局牵头，市财政局配合】") == [("市水利局牵头，市财政局配合】"[-9:], "〔…】")]


def test_a_quotation_that_opens_anew_in_each_line_and_closes_in_the_last() -> None:
    lines = "三、将第九条修改为：“有下列情形之一的，不予受理：\n\n“（一）材料不齐的；\n\n“（二）超过期限的。”"
    assert hits("brackets", notice(lines, "四、删去第十条。")) == []
    assert hits("brackets", notice(lines.replace("。”", "。"), "四、删去第十条。")) != []


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("落实《办法规定", "“《”后面没有“》”"),
        ("落实办法）规定", "“）”前面没有“（”"),
        ("修路〔市水利局牵头】", "“〔”和“】”左右不配，“】”应为“〕”"),
        ("修路（市财政局（金融办）牵头）", "圆括号里又套了圆括号，外层应改用六角括号〔〕"),
    ],
)
def test_the_message_says_what_is_wrong_with_this_one(value: str, message: str) -> None:
    [file] = check_sources([Source("a.txt", (f"关于做好{value}",))], Options(select=("bracket",))).files
    assert [finding.message for finding in file.findings] == [message]


@pytest.mark.parametrize("text", ["修路（市交通局牵头，各县（市、区）配合）", "修路〔责任单位：市交通局、各乡（镇）〕", "清查（见附件（一））"])
def test_levels_and_numbers_of_items_within_brackets_are_usual(text: str) -> None:
    assert found(text) == []
