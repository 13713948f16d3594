"""Years that stand out, and days whose order is asked about."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice

ATTACHED = "2026年6月8日\n\n附件\n\n江河市2026年防汛工作要点\n\n一、抓好排查。8月底前完成隐患排查。"


@pytest.mark.parametrize(
    ("paragraphs", "quote", "severity"),
    [
        (("督查室将于2026年7月、10月和2026年1月开展督查。",), "2026年1月", "info"),
        (("一、第一年（2026年）改造30处。", "二、第二年（2027年）改造40处。", "三、第三年（2027年）改造50处。"), "2027", "warning"),
        (("2026年6月3日，市长李明主持召开2025年第6次市长办公会，研究防汛工作。",), "2025年", "warning"),
        (("市政府办公室于2025年6月1日至6月3日对各县（区）2026年第一季度政务公开工作进行了检查。",), "2025年", "warning"),
        (("一、2026年7月20日5:00至12:00实行管制。", "二、停运时间为2025年7月20日5:00至12:00。"), "2025年", "info"),
        (("一、2026年底前，完成一期工程。", "二、2027年底前，完成二期工程。", "三、2027年底前，完成三期工程。"), "2027年", "info"),
    ],
)
def test_years_that_stand_out(paragraphs: tuple[str, ...], quote: str, severity: str) -> None:
    assert [(found.quote, found.severity) for found in findings("date-year", notice(*paragraphs))] == [(quote, severity)]


def test_a_title_of_another_year_than_that_of_the_attachment() -> None:
    assert quotes("date-year", notice("现将《江河市2025年防汛工作要点》印发给你们。", date=ATTACHED)) == ["2025年"]
    assert quotes("date-year", notice("《江河市2025年防汛工作要点》同时废止。", date=ATTACHED)) == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("督查室将于2026年7月、10月和2027年1月开展督查。",),
        ("一、第一年（2026年）改造30处。", "二、第二年（2027年）改造40处。", "三、第三年（2028年）改造50处。"),
        # 一月的会可以接着编上年的号。
        ("2026年1月5日，市长李明主持召开2025年第12次市长办公会，研究春运工作。",),
        ("市政府办公室于2026年4月1日对各县（区）2026年第一季度政务公开工作进行了检查。",),
        # 同比、期限不是写错的年份。
        ("一、2026年7月20日来水量比2025年7月20日增加一成。",),
        ("一、合同自2026年7月20日起至2027年7月19日止，原合同2025年7月20日签订。",),
        ("一、2026年底前，完成一期工程。", "二、2027年底前，完成二期工程。", "三、2028年底前，完成三期工程。"),
    ],
)
def test_years_that_are_right(paragraphs: tuple[str, ...]) -> None:
    assert quotes("date-year", notice(*paragraphs)) == []


@pytest.mark.parametrize(
    ("paragraphs", "quote"),
    [
        (("一、步骤", "（一）准备阶段（2026年3月1日至7月31日）。", "（二）实施阶段（2026年8月1日至9月30日）。"), "2026年3月1日至7月31日"),
        (("到2027年底，建成物流中心62个；到2026年底，网络零售额达到380亿元。",), "2026年"),
        (("活动定于2026年7月20日8:00举行。", "一、有关路段自2026年7月21日20:00起禁止停放车辆。"), "2026年7月21日"),
        (
            ("整治自2026年7月1日至8月31日，分三个阶段进行：", "（一）自查阶段（7月1日至7月31日）。", "（二）检查阶段（8月1日至8月31日）。", "（三）整改阶段（9月1日至9月30日）。"),
            "2026年7月1日至8月31日",
        ),
    ],
)
def test_order_that_is_asked_about(paragraphs: tuple[str, ...], quote: str) -> None:
    assert [(found.quote, found.severity) for found in findings("date-order", notice(*paragraphs))] == [(quote, "info")]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("到2026年底，建成物流中心62个；到2027年底，网络零售额达到380亿元。",),
        ("活动定于2026年7月20日8:00举行。", "一、有关路段自2026年7月19日20:00起禁止停放车辆。"),
        ("整治自2026年7月至9月，分两个阶段进行：", "（一）自查阶段（7月1日至7月31日）。", "（二）整改阶段（8月1日至9月20日）。"),
    ],
)
def test_order_that_is_right(paragraphs: tuple[str, ...]) -> None:
    assert quotes("date-order", notice(*paragraphs)) == []


def test_the_year_of_a_reports_title_against_the_year_it_begins_with() -> None:
    body = ("2025年，全市参保228万人，基金运行平稳。现将有关情况报告如下：", "一、与2024年底相比，参保人数增加1万人。")
    title = "关于{}年医疗保险基金运行情况的报告"
    assert "2024年" in quotes("date-year", notice(*body, title=title.format(2024), date="2026年2月8日"))
    assert quotes("date-year", notice(*body, title=title.format(2025), date="2026年2月8日")) == []
    back = "2023年以来，全市累计投资3亿元。现将有关情况报告如下："
    assert quotes("date-year", notice(back, title=title.format(2025), date="2026年2月8日")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总结2026年全市水利工作，部署2026年重点任务。", ["2026年"]),
        ("总结2025年全市水利工作，部署2026年重点任务。", []),
        ("总结2026年上半年工作，部署2026年下半年重点任务。", []),
    ],
)
def test_a_year_is_not_summed_up_and_planned_at_once(text: str, expected: list[str]) -> None:
    assert quotes("date-year", notice(text)) == expected


def test_the_part_of_the_year_that_a_report_is_on() -> None:
    title = "关于2026年上半年危房改造工作情况的报告"
    assert quotes("date-year", notice("现将我县2026年第一季度危房改造工作情况报告如下：", title=title)) == ["第一季度"]
    assert quotes("date-year", notice("现将我县2026年上半年危房改造工作情况报告如下：", title=title)) == []
    assert quotes("date-year", notice("一季度进度较慢，现将上半年情况报告如下：", title=title)) == []
