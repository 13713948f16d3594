"""Marks behind labels, behind the numbers of stages, and at the end of measures."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（一）清淤。清理沟渠。（责任单位，市水利局；完成时限：6月底前）", ["责任单位，市水"]),
        ("联系人，黎昌和，联系电话：3357216。", ["联系人，黎昌"]),
        ("注；经费由各县筹措。", ["注；经费"]),
        ("（一）清淤。清理沟渠。（责任单位：市水利局；完成时限：6月底前）", []),
        ("责任单位、配合单位按职责做好工作，联系人、联系电话一并报送。", []),
    ],
)
def test_labels(text: str, found: list[str]) -> None:
    assert [quote for quote in quotes("punctuation", notice(text)) if any(word in quote for word in ("责任", "联系", "注"))] == found


def test_a_stage_among_others() -> None:
    lines = "第一阶段：提名（5月25日至6月3日）。召开大会。", "第二阶段，考察（6月4日至6月12日）。组织考察。", "第三阶段：公示（6月13日至6月20日），公示期不少于5日。"
    assert quotes("punctuation", notice(*lines)) == ["第二阶段，考察"]
    assert [quote[-3:] for quote in quotes("punctuation", notice(lines[0], lines[1].replace("，", "："), lines[2]))] == ["，公示"]
    assert quotes("punctuation", notice(*(line.replace("，", "：") for line in lines[:2]))) == []


def test_a_measure_without_its_stop() -> None:
    one = "（一）清淤。清理沟渠，修复河堤{}（市水利局负责）"
    other = "（二）植树。栽种树木，管护林地。（市林业局负责）"
    assert quotes("punctuation", notice(one.format(""), other)) == ["修复河堤（市"]
    assert quotes("punctuation", notice(one.format("。"), other)) == []
    assert quotes("punctuation", notice(one.format(""), other.replace("。（", "（"))) == []


def test_a_list_is_led_in_by_a_colon() -> None:
    items = "1.清理沟渠；", "2.修复河堤。"
    assert quotes("punctuation", notice("（一）清淤。完成以下工作，", *items)) == ["以下工作，"]
    assert quotes("punctuation", notice("（一）清淤。完成以下工作：", *items)) == []
    assert quotes("punctuation", notice("各项任务安排如下。", "一、清淤。清理沟渠。")) == []
