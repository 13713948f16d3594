"""Marks at the end of items and of words that lead into a list; marks behind headings."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


def items(*ends: str) -> str:
    """A notice with items under one heading, each with its mark."""
    words = ("备足沙袋", "查清险段", "演练一次", "值守到人")
    lines = [f"（{number}）{word}{end}" for number, word, end in zip("一二三四", words, ends, strict=False)]
    return notice("一、各地应当做好下列工作：", *lines, "二、严肃纪律。各单位要按时报送。")


@pytest.mark.parametrize(("ends", "found"), [("；；；", ["一次；"]), ("；。；。", ["险段。"]), ("；；。", []), ("。。。", []), ("；；；。", [])])
def test_items_end_as_their_like_do(ends: str, found: list[str]) -> None:
    assert [quote[-3:] for quote in quotes("punctuation", items(*ends))] == found


@pytest.mark.parametrize(("end", "found"), [("如下；", ["如下；"]), ("如下：", []), ("如下。", [])])
def test_what_follows_is_led_into_by_a_colon(end: str, found: list[str]) -> None:
    text = notice(f"现将有关事项通知{end}", "一、备足物资。各单位要备足沙袋。", "二、严肃纪律。各单位要按时报送。")
    assert [quote[-3:] for quote in quotes("punctuation", text)] == found


@pytest.mark.parametrize("mark", "：；。")
def test_a_heading_alone_has_no_mark_where_the_others_have_none(mark: str) -> None:
    text = notice("一、备足物资", "各单位要备足沙袋。", f"二、查清险段{mark}", "各单位要查清险段。", "三、严肃纪律", "各单位要按时报送。")
    assert quotes("heading-style", text) == [f"二、查清险段{mark}"]
