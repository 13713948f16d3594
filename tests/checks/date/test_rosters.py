"""Rosters and handing over: row goes on from row, shift from shift."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


def _roster(*times: str) -> str:
    return notice("值班安排表", "", "序号\t值班时间\t带班领导", *(f"{number}\t{time}\t李{number}" for number, time in enumerate(times, 1)))


def test_a_roster_leaves_no_day_out() -> None:
    right = ("2026年8月25日至8月26日", "2026年8月27日至8月28日", "2026年8月29日至8月30日", "2026年8月31日至9月1日")
    assert quotes("date-gap", _roster(*right)) == []
    assert quotes("date-gap", _roster("2026年8月25日至8月26日", "2026年8月28日至8月28日", *right[2:])) == ["2026年8月28日至8月28日"]
    # A weekend between is none.
    assert quotes("date-gap", _roster("2026年8月17日至8月18日", "2026年8月19日至8月21日", "2026年8月24日至8月25日", "2026年8月26日至8月27日")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("值班时间为当日8:30至次日8:30，交班时间为9:30，双方签字。", ["9:30"]),
        ("值班时间为当日8:30至次日8:30，交班时间为8:30，双方签字。", []),
        ("事发单位应当在15分钟内电话报告、10分钟内书面报告县应急局。", ["10分钟"]),
        ("事发单位应当在30分钟内电话报告、1小时内书面报告县应急局。", []),
    ],
)
def test_handing_over_and_reporting_keep_their_time(text: str, expected: list[str]) -> None:
    assert quotes("total", notice(text)) == expected


def test_a_bracket_behind_a_title_speaks_of_that_text() -> None:
    text = "学习《江河市档案条例》（2023年12月修订，自2024年1月1日起施行）、《江河市湿地条例》等。"
    assert quotes("date-effective", notice(text)) == []


def test_a_day_of_a_column_in_the_wrong_year() -> None:
    def read(year: int) -> list[str]:
        return quotes("date-year", notice("支付计划", "", "批次\t支付时间", "一\t2027年3月31日", f"二\t{year}年6月30日", "三\t2027年9月30日"))

    assert read(2027) == []
    assert read(2028) == ["2028年"]


def test_a_day_of_a_column_with_a_number_of_its_year() -> None:
    rows = ("甲办法	江政规〔2023〕2号	2023年6月1日", "乙办法	江政规〔2022〕5号	2022年9月1日", "丙办法	江政规〔2024〕8号	2025年1月1日")
    assert quotes("date-year", notice("有效期表", "", "文件名称	发文字号	施行日期", *rows)) == []


def test_what_is_told_as_done_lies_behind_us() -> None:
    assert quotes("date-order", notice("2026年9月，市水利局已组织完成普查，发现问题86个。")) == ["2026年9月"]
    assert quotes("date-order", notice("2026年9月底前已完成招标的项目应当开工，2026年9月计划已下达。")) == []


def test_times_of_a_column_go_on() -> None:
    def read(third: str) -> list[str]:
        return quotes("date-order", notice("乘车安排", "", "站点\t发车时间", "东门\t7:30", "西门\t7:45", f"南门\t{third}", "北门\t8:20"))

    assert read("8:00") == []
    assert read("7:40") == ["7:40"]
