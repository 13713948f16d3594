"""Figures and units."""

from __future__ import annotations

from typing import Any

import pytest

from checks.texts import hits, notice, pairs
from checks.told import quotes
from notices import notice as whole


def found(text: str, year: int = 2026, **parameters: Any) -> list[tuple[str, str]]:
    return pairs(hits("number-style", notice(text, year=year), **parameters))


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("补助15～30%。", "15～30%", "15%～30%"),
        ("补助1.5-3%。", "1.5-3%", "1.5%～3%"),
        ("安排13～17万元。", "13～17万元", "13万元～17万元"),
        ("培训10-20人。", "10-20人", "10～20人"),
        ("实施期为2026-2028年。", "2026-2028年", "2026—2028年"),
        ("于1月-6月实施。", "1月-6月", "1月—6月"),
        ("每户奖励5千元。", "5千", "5000"),
        ("投资2.5百万元。", "2.5百", "250"),
        ("增长.5%。", ".5", "0.5"),
        ("拨付12，500元。", "12，500", "12,500"),
        ("约50人左右参加。", "约50人左右", "约50人"),
        ("超过100家以上。", "超过100家以上", "超过100家"),
        ("新增绿地500平米。", "平米", "平方米"),
        ("取样200公克，开挖30立方公尺。", "公克", "克"),
        ("取样300克，开挖30立方公尺。", "立方公尺", "立方米"),
        ("亩产900市斤。", "市斤", "千克（1市斤合0.5千克）"),
        ("卸货时段为早上5:40分以前。", "5:40分", "5:40"),
        ("首张3元，每增一张加收贰元。", "贰", "2"),
        ("限速60km/小时。", "km/小时", "千米/小时"),
        ("全长5KM。", "KM", "km"),
        ("装机20千千瓦。", "千千瓦", "兆瓦"),
        ("补助资金达2000万以上的项目。", "补助资金达2000万", "补助资金达2000万元"),
        ("于三、五天内办结。", "三、五", "三五"),
    ],
)
def test_slip(text: str, written: str, right: str) -> None:
    assert (written, right) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "补助15%～30%，安排13万元～17万元，培训10～20人。",
        "粮食5千克，用电3千瓦时，全长5千米，产能3百万吨级除外。",
        "电话0772-2800000，型号HX-12，编号2026-04-01。",
        "执行GB/T 9704—2012和《2021-2025年规划》。",
        "启动一、二级响应，一、二年级学生参加，第二、三次会议。",
        "单价800元/吨，速度60km/h，装机20MW。",
        "资金3000万元以上，约50人，超过100家，人均收入3万元左右。",
        "分别为12，1500元。",
    ],
)
def test_right(text: str) -> None:
    assert found(text) == []


def test_label_of_a_heading_is_no_estimate() -> None:
    assert found("二、三年内完成改造。") == []


def test_older_documents_and_kinds_left_alone() -> None:
    assert found("培训10-20人。", year=2010) == []
    assert found("培训10-20人，奖励5千元。", leave=["hyphen"]) == [("5千", "5000")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("评查案卷5百20卷。", [("5百20", "520")]),
        ("字数不超过一千500字。", [("一千500", "1500")]),
        ("游客２０万人次。", [("２０", "20")]),
        ("到25年底完成。", [("25年", "2025年")]),
        ("请于5月29号前报送。", [("29号", "29日")]),
        ("首次报送时间为2026.10.10。", [("2026.10.10", "2026年10月10日")]),
        ("会议于下午20:00召开。", [("下午", "")]),
        ("水质达标率由88%提高到96%，提高8%。", [("8%", "8个百分点")]),
        ("覆盖率由88%提高到百分之九十五。", [("百分之九十五", "95%")]),
        ("水质达标率由80%提高到96%，提高20%。", []),
        ("税率为百分之五。", []),
        ("服务期满25年。", []),
        ("在5月29号楼施工。", []),
        ("系统升级到2.10.3版。", []),
    ],
)
def test_forms_of_days_and_mixed_numerals(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(hits("number-style", notice(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请于4月30前报送。", ["30"]),
        ("请于4月30日前报送，工期在9月前后。", []),
        ("请于2026年07月09日前报送。", ["07月09日"]),
        ("大桥二〇〇四年9月建成。", ["二〇〇四年9月"]),
        ("大桥2004年九月建成。", ["2004年九月"]),
        ("大桥2004年9月建成，农历2004年九月初九开放。", []),
    ],
)
def test_days_written_by_halves(text: str, expected: list[str]) -> None:
    assert quotes("number-style", whole(text)) == expected


def test_one_day_in_a_column_that_is_written_short() -> None:
    rows = ("1\t采砂办法\t2019年6月30日", "2\t排水办法\t2018.7.30", "3\t供水办法\t2017年4月30日", "4\t节水办法\t2016年4月3日")
    assert quotes("number-style", whole("清单如下：", "序号\t名称\t印发日期", *rows)) == ["2018.7.30"]
    short = tuple(row.replace("年", ".").replace("月", ".").replace("日", "") for row in rows)
    assert quotes("number-style", whole("清单如下：", "序号\t名称\t印发时间", *short)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收益率为百分之14.3。", [("百分之14.3", "14.3%")]),
        ("办结率5%、6%、7%、8%。占百分之六十五。", [("百分之六十五", "65%")]),
        ("每车限载20几人。", [("20几", "二十几")]),
        ("配备3、4个工具包。", [("3、4", "三四")]),
        ("本市14届人大二次会议通过。", [("14届", "十四届")]),
        ("事故下降2倍。", [("下降2倍", "（百分数或分数：减少不用倍数）")]),
        ("星期5报到。", [("星期5", "星期五")]),
        ("例会于每周5下午召开，每周5次。", [("5", "五")]),
        ("方案自2026/5/1起实施，网址见x.cn/2026/5/1。", [("2026/5/1", "2026年5月1日")]),
        ("第一批5-1前开工，编号A-5-1，第3-2前。", [("5-1", "5月1日")]),
        ("请于5月二十日前报送。", [("二十日", "20日")]),
        ("到二零三零年，覆盖率达到42%；二〇三〇年后评估。", [("二零三零", "2030")]),
        ("2026年04月8日前完成。", [("04月8日", "4月8日")]),
        ("上午9：30召开。", [("9：30", "9:30")]),
        ("根据第11条规定办理。", [("第11条", "第十一条")]),
        ("依照《江河市绿化办法》第12条办理。", [("第12条", "第十二条")]),
        ("近50人左右到会。", [("近50人左右", "近50人")]),
        ("5月1日-5月10日施工。", [("1日-5月", "1日—5月")]),
    ],
)
def test_figures_mixed_with_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(hits("number-style", notice(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "第3、4个方面，1、2年级学生，2、3项任务照旧。",
        "比例为1：20，会议9:30召开，住第11条街。",
        "二十届中央委员会全体会议，成本减少一半，百分之百完成。",
        "附近50米左右有公交站。",
    ],
)
def test_figures_that_are_right(text: str) -> None:
    assert hits("number-style", notice(text)) == []
