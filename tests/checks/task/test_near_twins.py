"""Names of bodies told once, a letter or a word off a usual one."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("usual", "other", "found"),
    [
        ("安全环保部", "安全环境部", ["安全环境部"]),
        ("县检验检测中心", "县检测中心", ["县检测中心"]),
        ("交通运输综合行政执法大队", "交通综合执法大队", ["交通综合执法大队"]),
        ("餐饮监管股", "餐饮监管科", ["餐饮监管科"]),
        ("新华街道办事处", "新华街道办", ["新华街道办"]),
        ("城东管理中心", "城西管理中心", []),
        ("新闻办公室", "外事办公室", []),
        ("审计一处", "审计二处", []),
    ],
)
def test_a_name_near_the_usual_one(usual: str, other: str, found: list[str]) -> None:
    text = notice(f"一、排查。由{usual}负责排查。", f"二、汇总。于4月20日前报{usual}。", f"三、整改。由{other}负责督促整改。")
    assert quotes("unit-variant", text) == found


def test_two_of_one_list_are_two() -> None:
    text = notice("一、排查。由安全环保部负责排查。", "二、汇总。报安全环保部。", "三、整改。由安全环保部、安全环境部负责督促整改。")
    assert quotes("unit-variant", text) == []


def test_a_name_that_was_introduced_is_right() -> None:
    text = notice("一、排查。由集团安全环保部（以下简称“安环部”）负责排查。", "二、整改。由安全环境部负责整改。")
    assert quotes("unit-variant", text) == ["安全环境部"]
