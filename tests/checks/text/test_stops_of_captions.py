"""Stops behind captions, notes of units and heads of columns."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

TABLE = ("| 镇 | 株数 |", "| --- | --- |", "| 青石镇 | 1200 |")


@pytest.mark.parametrize(
    ("line", "quote"),
    [("表1　2026年植树任务安排表。", "安排表。"), ("各镇任务分解表。", "分解表。"), ("单位：万元。", "：万元。")],
)
def test_a_stop_behind_what_is_no_sentence(line: str, quote: str) -> None:
    assert quotes("punctuation", notice("任务如下：", line, *TABLE)) == [quote]


@pytest.mark.parametrize("line", ["表1　2026年植树任务安排表", "各镇任务见下表。", "任务如下："])
def test_what_is_right(line: str) -> None:
    assert quotes("punctuation", notice("各镇要按期完成植树任务。", line, *TABLE)) == []
