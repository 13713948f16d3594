"""Units and points that slipped beside their neighbours, and sizes that no such thing has."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("安排云岭县320万元、临湖区280万元、丰泽县410元。", "410元"),
        ("下达云岭县12.6万亩、临湖区9.8亩、丰泽县11.2万亩。", "9.8亩"),
        ("甲河水库总库容1860万立方米、乙河水库总库容940立方米、丙河水库总库容1275万立方米。", "940立方米"),
        ("云岭县降水量68.5毫米，临湖区降水量52.3厘米，丰泽县降水量47.9毫米。", "52.3厘米"),
        ("救助标准为云岭县1200元、临湖区11500元、丰泽县1100元、青山县1080元。", "11500元"),
        ("两侧人行道各宽3.5千米。", "3.5千米"),
        ("全长18.6千米，路基宽7.5千米。", "7.5千米"),
        ("细颗粒物（PM₂.₅）年均浓度为28毫克/立方米。", "28毫克/立方米"),
        ("青山水库总库容1275立方米。", "1275立方米"),
    ],
)
def test_slipped_units(sentence: str, found: str) -> None:
    assert quotes("number-style", notice(f"一、情况。{sentence}")) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "总投资2.6亿元，其中县级配套1.8亿元、自筹3200万元。",
        "安排资金50万元，每户补助30万元、每人补助20元。",
        "全县有教师3.2万人、医生1.6万人、院士3人。",
        "干线长12千米、支线长8千米、涵洞长6米。",
        "全长2.6千米，车行道宽15米，两侧人行道各宽3.5米。",
        "锅炉烟气颗粒物排放浓度不高于10毫克/立方米。",
        "高新园区产值18.6亿元、工业园区产值2.4亿元、开发区产值120亿元。",
        "坝高32.6米，坝顶宽5米，总库容86万立方米。",
    ],
)
def test_units_that_may_stand(sentence: str) -> None:
    assert quotes("number-style", notice(f"一、情况。{sentence}")) == []


_ROWS = "县（区）\t失业率（%）\n云岭县\t{}\n临湖区\t3.25\n丰泽县\t2.86\n青山县\t2.74\n白水县\t2.91"


@pytest.mark.parametrize(("cell", "found"), [("31.2", ["31.2"]), ("3.12", []), ("0.312", ["0.312"]), ("4.9", [])])
def test_points_in_a_column(cell: str, found: list[str]) -> None:
    assert quotes("number-style", notice("一、情况如下：", *_ROWS.format(cell).split("\n"))) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("冷库保持在零下18摄氏度，车厢不高于零下12%。", "12%"),
        ("校园周边限速30米/小时。", "30米/小时"),
        ("洪峰流量860立方米/小时。", "860立方米/小时"),
        ("每户用地不得超过100平方米，山区不得超过150亩。", "150亩"),
        ("厂房总建筑面积3.2万公顷。", "3.2万公顷"),
    ],
)
def test_units_of_no_such_thing(sentence: str, found: str) -> None:
    assert quotes("number-style", notice(f"一、情况。{sentence}")) == [found]


def test_bounds_by_two_units_that_may_stand() -> None:
    assert quotes("number-style", notice("一、情况。每户用地不得超过100平方米，每村用地不得超过150亩。")) == []
    assert quotes("number-style", notice("一、情况。单幅用地不得超过100平方米，连片不得超过20公顷。")) == []
