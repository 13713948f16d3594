"""Bodies with a level told once by a name that differs by one word, whatever stands around it."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

USUAL = "市农村供水保障中心"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("市农村供水服务中心", True),
        ("市农村供水中心", True),
        ("市农村供水应急保障中心", True),
        ("市农村公路养护中心", False),
        ("市城市供水保障中心", False),
        ("县农村供水保障中心", False),
        ("江东市农村供水服务中心", False),
    ],
)
def test_one_word_off(other: str, found: bool) -> None:
    text = notice(f"一、组建机构。组建{USUAL}，统一管理。", f"二、监测水质。市水利局与{other}建立共享机制。", f"三、检修管网。{USUAL}每月检修一次。")
    assert quotes("unit-variant", text) == ([other] if found else [])


@pytest.mark.parametrize(
    "other",
    [
        f"{USUAL}、市农村供水服务中心建立共享机制。",
        "市农村供水服务中心更名后建立共享机制。",
    ],
)
def test_named_as_two(other: str) -> None:
    assert quotes("unit-variant", notice(f"一、组建机构。组建{USUAL}，统一管理。", f"二、监测水质。市水利局与{other}")) == []


def test_the_first_word_left_out() -> None:
    text = notice("一、储备。由市应急物资保障中心采购。", "二、出库。市应急物资保障中心按指令出库。", "三、盘点。市物资保障中心应当每季盘点。")
    assert quotes("unit-variant", text) == ["市物资保障中心"]
