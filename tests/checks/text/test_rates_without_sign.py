"""Rates without their sign or with a wrong one, amounts without 元, figures in words among figures."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("管网漏损率为11.4，高于上年。", "11.4"),
        ("压力合格率控制在2以内。", "2"),
        ("自来水普及率达到94.6个百分点，居前列。", "94.6个百分点"),
        ("市级补助占40；县级自筹占60%。", "40"),
        ("工业投资增长12.5，占全部投资的41.3%。", "12.5"),
        ("差评回访率100，整改率97.6%。", "100"),
        ("增产0.49万吨，占全县增产量的60.5。", "60.5"),
        ("湿度保持在15%～30。", "30"),
        ("验收合格再拨付60，共拨付40%和60。", "60"),
        ("安排资金5800万元，其中2025年1800万元、2026年1600万。", "1600万"),
        ("安排经费二十六万元，另安排奖补资金30万元。", "二十六万元"),
        ("执法人员缺口叁拾贰人。", "叁拾贰"),
    ],
)
def test_signs_lost(sentence: str, found: str) -> None:
    assert quotes("number-style", notice(f"一、情况。{sentence}"))[:1] == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "容积率为2.5，建筑密度为30%。",
        "普及率比上年提高2.1个百分点。",
        "合格率高于全省平均水平2.1个百分点。",
        "支付率为80.0%，低于总体支付率13.0个百分点。",
        "分别增长5.8、6.3和7.1个百分点。",
        "三个专业的得分为95、96和98。",
        "服务人口186万，安排资金30万元。",
        "取得席位占4席，参会12人。",
        "违反规定的，处二十万元罚款，没收违法所得30万元。",
        "支付人民币叁拾万元整（30万元）。",
    ],
)
def test_figures_told_otherwise(sentence: str) -> None:
    assert quotes("number-style", notice(f"一、情况。{sentence}")) == []


TABLE = "序号\t项目\t2027年\t合计\n1\t省级补助\t1500\t2200\n2\t县级自筹\t2000\t3160\n合计\t\t3500\t5360"


@pytest.mark.parametrize(("unit", "found"), [("亿元", ["亿元"]), ("万元", [])])
def test_the_unit_over_a_table(unit: str, found: list[str]) -> None:
    text = notice("一、资金。省级补助2200万元，县级自筹3160万元，合计5360万元。", f"单位：{unit}\n{TABLE}")
    assert quotes("number-style", text) == found
