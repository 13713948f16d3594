"""Days told with words that say which comes first, and days of what is held each week."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

ROWS = "次数\t日期\t地点\n第1次\t2026年4月2日\t第一会议室\n第2次\t2026年4月9日\t第一会议室\n第3次\t{}\t第一会议室\n第4次\t2026年4月23日\t第一会议室"


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("公示自2026年7月6日开始，6月27日结束。", "6月27日"),
        ("报名自2026年7月20日9时开始，2026年7月12日17时截止。", "2026年7月12日"),
        ("李明远，1988年6月出生，1985年7月参加工作。", "1985"),
        ("新标准自2026年7月1日起执行，原标准执行至2026年7月31日。", "2026年7月31日"),
    ],
)
def test_what_comes_later_by_its_word(body: str, quote: str) -> None:
    assert quote in quotes("date-order", notice(body))


@pytest.mark.parametrize(
    "body",
    [
        "公示自2026年7月6日开始，7月17日结束。",
        "采暖自2026年11月15日开始，3月15日结束。",
        "李明远，1963年6月出生，1985年7月参加工作。",
        "新标准自2026年7月1日起执行，原标准执行至2026年6月30日。",
    ],
)
def test_what_is_in_order(body: str) -> None:
    assert quotes("date-order", notice(body)) == []


def test_days_of_what_is_held_each_week() -> None:
    assert quotes("date-weekday", notice("专班实行每周四例会制度。", ROWS.format("2026年4月17日"))) == ["2026年4月17日"]
    assert quotes("date-weekday", notice("专班实行每周四例会制度。", ROWS.format("2026年4月16日"))) == []
    assert quotes("date-weekday", notice("门诊每周六开诊，7月为7月4日、7月11日、7月19日、7月25日。")) == ["7月19日"]
    assert quotes("date-weekday", notice("定于2026年7月8日周四召开。")) == ["2026年7月8日周四"]


def test_rows_of_begins_and_ends() -> None:
    rows = "期次\t起日\t止日\n一\t2026年1月1日\t2026年2月28日\n二\t{}\t2026年4月30日\n三\t2026年5月1日\t2026年6月30日"
    assert quotes("date-gap", notice("抄表安排如下：", rows.format("2026年3月5日"))) == ["2026年3月5日"]
    assert quotes("date-gap", notice("抄表安排如下：", rows.format("2026年3月1日"))) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("试卷于2026年6月12日8:00从市考试中心启运，当日7:30前运抵县保密室。", ["当日7:30"]),
        ("试卷于2026年6月12日8:00从市考试中心启运，当日11:30前运抵县保密室。", []),
        ("报告由市发展改革委于2026年8月14日受理、7月20日批复。", ["7月20日"]),
        ("报告由市发展改革委于2026年7月14日受理、8月20日批复。", []),
        ("一台CT于2016年11月购置、2016年3月启用。", ["2016年3月"]),
        ("客滚码头施工避开8月25日至7月15日客流高峰。", ["8月25日至7月15日"]),
        ("客滚码头施工避开7月15日至8月25日客流高峰。", []),
        ("甲桥2026年12月5日前开工，乙桥2026年11月20日前竣工。", []),
    ],
)
def test_times_told_in_turn(body: str, expected: list[str]) -> None:
    assert quotes("date-order", notice(body)) == expected
