"""Parts that stand apart from their whole, and figures that are said twice."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("总预算360万元。其中，开幕110万元，展演160万元，市集90万元。由甲局承担200万元，乙局承担100万元，社会赞助80万元。",), "80万元"),
        (("已整改金额1140万元。通过整改，上缴国库326万元，收回结余415万元，调整账目278万元，拨付资金103万元。",), "103万元"),
        (("（一）问题。3个专项结转超过两年，金额415万元。", "（二）整改。已全部收回，用于教育180万元、卫生135万元、水利120万元。"), "120万元"),
        (("1.问题表现。12座泵站没有验收。", "2.整改情况。已验收8座，其余3座于2026年9月底前完成。"), "3座"),
        (("会议共86人参加，具体如下：", "（一）市领导4人；", "（二）成员单位负责人38人；", "（三）企业负责人42人。"), "42人"),
        (("江滨路全长3.6千米，分两段封闭：", "（一）封闭东桥至南门段，长1.8千米。", "（二）封闭南门至西桥段，长1.7千米。"), "1.7千米"),
        (("一、缺口成因", "（一）标准提高，增加投资210万元。", "（二）材料涨价，增加投资135万元。", "（三）增建泵房，增加投资85万元。", "以上三项合计420万元。"), "85万元"),
    ],
)
def test_parts_apart_from_their_whole(body: tuple[str, ...], expected: str) -> None:
    assert quotes("total", notice(*body)) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        ("总预算360万元。由甲局承担200万元，乙局承担100万元，社会赞助60万元。",),
        ("总预算360万元。甲县上年支出120万元，乙县支出96万元，丙县支出31万元。",),
        ("会议共86人参加，具体如下：", "（一）市领导4人；", "（二）成员单位负责人38人；", "（三）企业负责人44人。"),
        ("共有干部86人。", "（一）培训骨干14人；", "（二）选派干部12人。"),
        ("1.问题表现。12座泵站没有验收。", "2.整改情况。已验收8座，其余4座于2026年9月底前完成。"),
        ("全市有卫生院1449人。在编449人，合同制65人，返聘14人；卫生室713人，培训524人，下乡141人。",),
    ],
)
def test_parts_that_fit_or_have_nothing_to_do_with_the_figure(body: tuple[str, ...]) -> None:
    assert quotes("total", notice(*body)) == []


ROWS = "序号\t项目\t年度投资（万元）\n1\t食堂\t300\n2\t公园\t500\n3\t泵站\t430\n合计\t\t1230"
INDICATORS = "序号\t指标\t2025年现状\t2027年\t2030年\n1\t集中供水率（%）\t88\t92\t96\n2\t水质达标率（%）\t90\t94\t98"
LIST = "序号\t文件名称\n1\t停车场管理办法\n2\t市容管理办法\n3\t户外广告管理办法\n4\t犬只管理办法"


@pytest.mark.parametrize(
    ("body", "behind", "expected"),
    [
        (("全县实施项目3个，年度计划投资1320万元。",), f"附件\n\n重点项目表\n\n{ROWS}", ["1320万元"]),
        (("全县实施项目3个，年度投资1230万元，比上年增加30万元。",), f"附件\n\n重点项目表\n\n{ROWS}", []),
        (("其中民生类年度投资1300万元。",), f"附件\n\n重点项目表\n\n{ROWS}", []),
        (("到2027年，集中供水率达到91%，水质达标率达到94%；到2030年，集中供水率达到96%。",), f"附件\n\n主要指标表\n\n{INDICATORS}", ["91%"]),
        (("一、废止行政规范性文件5件",), f"附件\n\n废止的行政规范性文件目录\n\n{LIST}", ["5"]),
        (("一、废止行政规范性文件4件",), f"附件\n\n废止的行政规范性文件目录\n\n{LIST}", []),
        (("一、对《停车办法》等3件行政规范性文件进行修改。",), f"附件\n\n废止的行政规范性文件目录\n\n{LIST}", []),
    ],
)
def test_figure_in_text_and_table(body: tuple[str, ...], behind: str, expected: list[str]) -> None:
    assert quotes("total", notice(*body, behind=behind)) == expected


def test_the_same_words_with_another_figure() -> None:
    table = "序号\t整治任务\t责任单位\n1\t整治临水路段安全隐患26处\t市交通运输局\n2\t检查在建工地40个\t市住房城乡建设局"
    body = "（一）交通。整治临水路段安全隐患62处。"
    assert quotes("total", notice(body, behind=f"附件\n\n任务表\n\n{table}")) == ["26"]
