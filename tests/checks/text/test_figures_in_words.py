"""Figures that the words around them show to be wrong."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("查处46件，罚款86.5万。", "86.5万"),
        ("实现旅游收入28亿，接待游客320万人次。", "28亿"),
        ("满意率99.2%，较上季度提高0.7%（上季度为98.5%）。", "0.7%"),
        ("开工率68.1%，高于全市平均水平3.6%。", "3.6%"),
        ("参与率提高到90%，比现有水平提高5%。", "5%"),
        ("分别达到97%以上和85以上。", "85"),
        ("同比增长百分之三点一，收入5.2亿元。", "百分之三点一"),
        ("规模为每日3万立方米/日。", "/日"),
        ("2026年5月31开工，年底完工。", "31"),
        ("自2026年3月1起施行。", "1"),
        ("开展“124”国家宪法日活动。", "124"),
        ("装机容量30万kw。", "kw"),
        ("放水五、六分钟后使用。", "五、六"),
        ("按照《值班办法》（云政办〔2025〕12号）第9条执行。", "第9条"),
        ("引进博士五十八人、硕士368人。", "五十八"),
        ("第27次常务会议听取汇报，第二十七次常务会议纪要另发。", "27"),
    ],
)
def test_slips(line: str, quote: str) -> None:
    assert quotes("number-style", notice(line)) == [quote]


@pytest.mark.parametrize(
    "line",
    [
        "人口52万，客流320万，罚款86.5万元。",
        "差错率8.7%，比上年的11.2%下降2.5个百分点；办结率84.8%，高于全市平均水平80%。",
        "分别达到97%以上和85%以上，涉及95户。",
        "收费标准不低于百分之八十五。",
        "每日3万立方米，5月3场、6月20个项目，3月12起事故。",
        "拨打“119”“120”，开展“119”全国消防日活动。",
        "五六分钟，二、三产业，一、二年级。",
        "第五十八条，二十八日，二十四小时，第一百二十六人次。",
        "第27次常务会议，第二十八次专题会议。",
    ],
)
def test_right_figures(line: str) -> None:
    assert quotes("number-style", notice(line)) == []


def test_a_rate_that_rises_alone_is_asked_about() -> None:
    said = findings("number-style", notice("覆盖率比上年提高3%。"))
    assert [(one.quote, one.severity) for one in said] == [("3%", "info")]
