"""Figures and counts that sections of a document tell of one thing: retold amounts, sums of items, counts that point back."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

_DOCUMENTS = [
    ("一、项目概况\n北部水厂扩建工程总投资4.8亿元，日供水10万吨。\n二、资金筹措\n北部水厂扩建工程总投资%s亿元，申请债券解决。", "4.6", "4.8"),
    ("一、任务分解\n今年新建口袋公园60个。\n（一）中心城区新建32个。\n（二）青川县新建15个。\n（三）白石县新建%s个。", "16", "13"),
    ("一、建立三项机制\n（一）建立会商机制。\n（二）建立通报机制。\n（三）建立督办机制。\n二、抓好以上%s项机制落实\n各单位要明确专人负责。", "四", "三"),
    ("一、资金情况\n购置急救车4辆，需资金160万元。\n二、请求事项\n请安排急救车购置资金%s万元。", "180", "160"),
    ("一、责任分工。本通知所列%s项任务由下列单位牵头：\n1.道路清扫：城市管理局；\n2.垃圾清运：环境卫生中心；\n3.绿化养护：园林局。", "4", "3"),
    ("一、建设规模。改造农村厕所3000户。\n二、资金测算。每户补助1200元，共需补助资金%s万元。", "380", "360"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), _DOCUMENTS)
def test_what_sections_tell_otherwise_is_told(text: str, wrong: str, right: str) -> None:
    assert len(quotes("total", notice(*(text % wrong).split("\n")))) == 1
    assert quotes("total", notice(*(text % right).split("\n"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "销售面积20万平方米，其中住宅17万平方米，占85%；年末待售面积2万平方米。",
        "1元起步线路由61条扩大到78条。\n年底前新增融合线路14条。",
        "前述40个窗口中，综合窗口30个、发票专窗4个、退税专窗3个、绿色通道等3个。",
        "参评单位18个，好的5个、较好的9个、一般的4个，好和较好两个等次占77.8%。",
        "资金由市级承担60%，即1800万元；区级承担40%，即1200万元。",
        "专家、学者3名，由市科协推荐。",
        "数据按照重要程度和泄露后的影响分为四级。",
    ],
)
def test_what_only_looks_like_one_thing(text: str) -> None:
    assert quotes("total", notice(*text.split("\n"))) == []
