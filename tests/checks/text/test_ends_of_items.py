"""Items that end otherwise than their like: without a stop, with a semicolon that nothing follows."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


def tails(*lines: str) -> list[str]:
    return [quote[-4:] for quote in quotes("punctuation", notice(*lines))]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("一、安排", "（一）县水利局负责勘察。", "（二）县林业局自受理之日起5个工作日内办结", "（三）县财政局拨付资金。"), ["日内办结"]),
        (("一、安排", "（一）勘察。由县水利局完成。", "（二）办理。期限为5个工作日", "（三）拨付。由县财政局完成。"), ["个工作日"]),
        (("一、废止", "（一）《甲办法》（县政府令第5号公布）。", "（二）《乙办法》（县政府令第6号公布）"), ["号公布）"]),
        (("一、问题", "（一）进度慢。甲镇未开工。", "（二）资金少。乙镇缺口20万元；", "（三）管理散。丙镇无台账。"), ["0万元；"]),
        (("一、条件", "（一）登记有效；", "（二）信用良好；", "二、时间", "即日起。"), ["用良好；"]),
        (("一、分级", "（一）分级。按影响分为四级；", "表1"), ["为四级；"]),
        (("一、问题", "一是公开不及时。甲镇逾期。", "二是答复不规范。乙镇有2件；", "三是服务不到位。丙镇空岗。"), ["有2件；"]),
        (("现提出请求：", "一是请求列入清单；", "二是请求补助资金；", "妥否，请批示。"), ["助资金；"]),
    ],
)
def test_odd_ends(lines: tuple[str, ...], found: list[str]) -> None:
    assert tails(*lines) == found


@pytest.mark.parametrize(
    "lines",
    [
        ("一、条件", "（一）登记有效；", "（二）信用良好；", "（三）无违法记录。", "二、材料", "（一）申请书", "（二）营业执照"),
        ("一、修改", "（一）将第一条修改为“收费300元。”", "（二）删去第二条。"),
        ("一、任务", "（一）修路。修路5公里。（牵头单位：县交通运输局）", "（二）修桥。修桥3座。", "（三）植树。植树5亩。"),
        ("任命：", "甲同志为县水利局局长；", "乙同志为县林业局局长。"),
    ],
)
def test_right_ends(lines: tuple[str, ...]) -> None:
    assert tails(*lines) == []


def test_a_paragraph_of_an_article() -> None:
    text = notice("第一条　为了规范检测活动，制定本办法。", "第二条　县住房城乡建设局负责监督。", "各镇负责本区域内检测活动的监督管理", "第三条　检测单位应当备案。", "第四条　本办法自印发之日起施行。")
    assert [quote[-4:] for quote in quotes("punctuation", text)] == ["监督管理"]


def test_what_stands_over_a_table_of_articles_is_its_name() -> None:
    articles = "第一条　补助分为就餐补助和送餐补助。\n第二条　补助按人次计算。\n第三条　标准见下表。\n\n就餐补助、送餐补助标准表\n单位：元/人次\n| 对象 | 就餐 |\n|---|---|\n| 60岁以上 | 2 |"
    assert tails(articles) == []


def test_a_list_within_an_item_of_a_list_goes_on() -> None:
    assert tails("按下列程序办理：", "（一）发布公告；", "（二）组织评审，包括下列环节：", "1.通讯评议；", "2.现场答辩；", "（三）审定后公示。") == []
