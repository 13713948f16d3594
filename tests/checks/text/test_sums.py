"""Sums, differences, rates and counts: figures against those that stand beside them."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice


def found(*paragraphs: str) -> list[tuple[str, str]]:
    """What is stated and what follows from the other figures, of each finding."""
    return [(str(hit.facts["stated"]), str(hit.facts["found"])) for hit in hits("totals", notice(*paragraphs))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县改造危桥52座，其中县道30座、乡道24座。", [("52座", "54座")]),
        ("全县改造危桥54座，其中县道30座、乡道24座。", []),
        ("统筹资金4800万元，其中：道路2000万元，管网1500万元，绿化900万元，照明500万元。", [("4800万元", "4900万元")]),
        # 其中 may name some of the parts only.
        ("全县改造危桥80座，其中县道30座、乡道24座。", []),
        # Parts may overlap: women and members of the party.
        ("参训干部60人，其中党员45人、女干部20人。", []),
        ("新城大道全长1.35千米，其中桥梁480米、路基910米。", [("1.35千米", "1.39千米")]),
        ("新城大道全长1.39千米，其中桥梁480米、路基910米。", []),
        ("共有险段9处，总长4.2千米。其中塌岸5处、长2.6千米，渗漏5处、长1.6千米。", [("9处", "10处")]),
        ("排查隐患64处，截至2026年3月底，已整改50处，正在整改12处。", [("64处", "62处")]),
        ("排查隐患62处，截至2026年3月底，已整改50处，正在整改12处。", []),
        ("对96件文件进行清理，保留70件、修改16件、废止12件。", [("96件", "98件")]),
        ("尚未开工的7个项目中，因用地3个、因资金2个、因审批1个。", [("7个", "6个")]),
        ("分两批发放补贴500万元，第一批300万元、第二批250万元。", [("500万元", "550万元")]),
        ("东渠8公里、西渠7.5公里、北渠4公里，合计20.5公里。", [("20.5公里", "19.5公里")]),
        ("2026年改造30栋，2027年改造35栋，两年累计改造60栋。", [("60栋", "65栋")]),
        ("组织培训3.6万人次，其中城镇2.2万人次、农村1.6万人次。", [("3.6万人次", "3.8万人次")]),
        ("有农户约300户，其中脱贫户200户、监测户150户。", []),
        ("全年安排资金900万元，比上年增加300万元，其中市级500万元、县级450万元。", [("900万元", "950万元")]),
        ("企业共24家，比上年增加3家。其中，总承包企业23家，增加3家；专业承包企业1家。", []),
    ],
)
def test_figures_against_their_parts(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办理时间由30个工作日压缩到18个工作日，减少14个工作日。", [("14个工作日", "12个工作日")]),
        ("办理时间由30个工作日压缩到18个工作日，减少12个工作日，压缩40%。", []),
        ("覆盖率由71.5%提高到80%，提高9.5个百分点。", [("9.5个百分点", "8.5个百分点")]),
        ("印发文件86件，比2025年的100件减少16件，下降14%。", [("16件", "14件")]),
        ("印发文件86件，比2025年的100件减少14件，下降16%。", [("16%", "14%")]),
        ("接待群众550批次，比上年增加50批次，增长10%。", []),
        ("接待群众550批次，比上年增加50批次，增长15%。", [("15%", "10%")]),
        ("完成投资156亿元，占年度计划200亿元的87%。", [("87%", "78%")]),
        ("完成投资156亿元，占年度计划200亿元的78%。", []),
        ("应拨资金800万元，实际拨付600万元，拨付率80%。", [("80%", "75%")]),
        ("床位2000张，其中护理型床位1300张，占比为60%。", [("60%", "65%")]),
        ("概算总投资4亿元，已完成投资1.6亿元，占概算总投资的50%。", [("50%", "40%")]),
        ("批复概算2000万元，实际完成投资2100万元，超概算8%。", [("8%", "5%")]),
        ("联票由原价200元优惠至150元，优惠30%。", [("30%", "25%")]),
        ("合同签订后拨付30%，初验合格后拨付50%，终验合格后拨付30%。", [("30%", "110%")]),
        ("合同签订后拨付30%，初验合格后拨付50%，终验合格后拨付20%。", []),
        # Rounded figures give a rate within their rounding only.
        ("财政收入17.9亿元，比上年增收1.4亿元，增长8.6%。", []),
    ],
)
def test_differences_and_rates(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("参加人员：赵一鸣、钱双喜、孙三立、李思远（共5人）", [("5", "4")]),
        ("参加人员：赵一鸣、钱双喜、孙三立、李思远（共4人）", []),
        ("在东门、西门、南门4个路口设置标志。", [("4", "3")]),
        ("在东门、西门、南门3个路口设置标志。", []),
        ("在东门、西门、南门等8个路口设置标志。", []),
    ],
)
def test_counts_against_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def rows(head: str, *lines: str) -> str:
    """A table of tab-separated rows."""
    return "\n".join([head, *lines]).replace(" ", "\t")


def test_a_column_that_is_the_sum_of_others() -> None:
    good = ("1 东县 3 4 7", "2 西县 5 2 7", "3 南县 6 6 12", "合计 全市 14 12 26")
    assert found("见下表。", rows("序号 县 新建 改造 小计", *good)) == []
    assert found("见下表。", rows("序号 县 新建 改造 小计", good[0], good[1], "3 南县 6 6 13", good[3])) == [("13", "12")]


def test_a_column_of_rates() -> None:
    good = ("1 东县 80 40 50%", "2 西县 60 45 75%", "3 南县 50 30 60%")
    assert found("见下表。", rows("序号 县 计划 完成 完成率", *good)) == []
    assert found("见下表。", rows("序号 县 计划 完成 完成率", *good[:2], "3 南县 50 30 68%")) == [("68%", "60%")]


def test_groups_against_their_items() -> None:
    head = "序号 项目 投资"
    good = ("一 道路（2个） 30", "1 东路 10", "2 西路 20", "二 桥梁（2个） 50", "1 北桥 25", "2 南桥 25", "合计 合计 80")
    assert found("见下表。", rows(head, *good)) == []
    assert found("见下表。", rows(head, "一 道路（2个） 35", *good[1:])) == [("35", "30")]


def test_rates_and_averages_are_not_added_up() -> None:
    assert found("见下表。", rows("序号 县 件数 办结率", "1 东县 10 90%", "2 西县 20 80%", "合计 合计 30 83%")) == []
