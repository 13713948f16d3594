"""Who sat in a meeting, told one by one: somebody of whom the name, the body or the duty was left out (``element-missing``)."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice


def told(*lines: str) -> list[str]:
    text = notice("会议研究了防汛工作。", "\n".join(lines), title="关于防汛工作的会议纪要", addressee="", signature="")
    return [finding.quote for finding in findings("element-missing", text, "final")]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("出席：市财政局李明，市水利局，市公安局王强，市教育局周敏",), "市水利局"),
        (("出席：李明（市财政局）、周敏（市公安局）、王强、赵安（市教育局）、孙红（市水利局）",), "王强"),
        (("出席：周文　刘明", "市财政局　李明　　市水利局　　市公安局　王强"), "市水利局"),
        (("组长：李明　副市长", "　王　安　市教育局局长", "　石　珩", "　周大明　市水利局局长", "　何小平　市公安局副局长"), "石　珩"),
    ],
)
def test_somebody_told_by_half(lines: tuple[str, ...], found: str) -> None:
    assert told(*lines) == [found]


@pytest.mark.parametrize(
    "lines",
    [
        ("出席：市财政局、市水利局、市教育局负责人",),
        ("出席：市财政局李明，市水利局王强、周敏，市公安局赵安",),
        ("出席：李明、王强（副县长）、周敏（副县长）",),
        ("出席：周文　刘明　李明　王强",),
        ("出席：李明　副市长", "列席：王强　市水利局局长", "记录：周敏"),
    ],
)
def test_lists_that_are_told_otherwise(lines: tuple[str, ...]) -> None:
    assert told(*lines) == []


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("时间：2026年6月1日", "主持人：周大明", "出席：李明　王强"), ["主持人：周大明"]),
        (("地点：市政府3号会议室", "主持人：周大明", "出席：李明　王强"), ["主持人：周大明"]),
        (("时间：2026年6月1日", "地点：市政府3号会议室", "主持人：周大明", "出席：李明　王强"), []),
        (("时间：2026年6月1日", "主持人：周大明", "出席：李明　王强", "会议在市政府3号会议室召开，研究了防汛工作。"), []),
    ],
)
def test_the_head_of_minutes(lines: tuple[str, ...], found: list[str]) -> None:
    assert told(*lines) == found
