"""Figures of a column that are told in another way than their like, and cells with a unit that the head has not."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


def column(head: str, *cells: str) -> str:
    return notice("任务如下：", f"| 项目 | {head} |", "| --- | --- |", *(f"| 项目{name} | {cell} |" for name, cell in zip("甲乙丙丁", cells, strict=False)))


@pytest.mark.parametrize(
    ("head", "cells", "quote"),
    [
        ("长度（公里）", ("12.5", "8600米"), "8600米"),
        ("金额（元）", ("386,200", "412,750", "298640"), "298640"),
        ("数量", ("三座", "5座"), "三座"),
        ("目标", ("62.5%", "百分之九十五"), "百分之九十五"),
        ("目标", (".9", "35%"), ".9"),
        ("预算数", ("35,600", "28，900"), "28，900"),
    ],
)
def test_the_odd_one(head: str, cells: tuple[str, ...], quote: str) -> None:
    assert quotes("number-style", column(head, *cells)) == [quote]


@pytest.mark.parametrize(("head", "cells"), [("长度", ("12.5公里", "860米")), ("金额（元）", ("386,200", "2750")), ("数量", ("三座", "五座"))])
def test_what_is_right(head: str, cells: tuple[str, ...]) -> None:
    assert quotes("number-style", column(head, *cells)) == []
