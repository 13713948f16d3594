"""Deadlines beyond the plan, one request with two days, a form that asks by another day."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

PLAN = "关于印发城市内涝治理行动方案（2026—2028年）的通知"
TASKS = ("（一）新建泵站。（责任单位：市水利局；完成时限：2028年12月底）", "（二）清淤管网。（责任单位：市城管局；完成时限：2028年10月底）")


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("（三）推广保险。（责任单位：市财政局；完成时限：2029年6月底）", ["2029年6月底"]),
        ("（三）总结评估。（责任单位：市水利局；完成时限：2029年3月底）", []),
        ("（三）推广保险。（责任单位：市财政局；完成时限：2028年6月底）", []),
    ],
)
def test_task_due_beyond_the_years_of_the_title(last: str, expected: list[str]) -> None:
    assert quotes("deadline-conflict", notice(*TASKS, last, title=PLAN)) == expected


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("请各县（区）于2026年7月20日前将自查报告报送市水利局。", ["2026年7月20日"]),
        ("请各县（区）于2026年7月10日前将自查报告报送市水利局。", []),
        ("请各乡镇于2026年7月20日前将自查报告报送市水利局。", []),
        ("请各县（区）于2026年7月20日前将整改报告报送市水利局。", []),
    ],
)
def test_one_request_with_two_days(again: str, expected: list[str]) -> None:
    assert quotes("deadline-conflict", notice("请各县（区）于2026年7月10日前将自查报告报送市水利局。", "一、开展自查。", f"二、{again}")) == expected


@pytest.mark.parametrize(("day", "expected"), [("7月15日", ["2026年7月15日17:00前"]), ("7月10日", [])])
def test_form_that_asks_by_another_day(day: str, expected: list[str]) -> None:
    form = f"附件\n\n防汛物资统计表\n\n序号\t物资\t数量\n1\t编织袋\t\n\n注：请于2026年{day}17:00前报送。\n"
    text = notice("请于2026年7月10日17:00前将《防汛物资统计表》报市水利局。", "附件：防汛物资统计表", behind=form)
    assert quotes("deadline-conflict", text) == expected


def test_two_leads_in_a_sentence_among_sentences_with_one() -> None:
    led = [f"（{label}）由市{name}局牵头，市财政局配合，于2026年7月{day}日前完成方案。" for label, name, day in (("一", "水利", 10), ("二", "教育", 12), ("三", "民政", 14))]
    assert quotes("lead-order", notice(*led, "（四）由市公安局、市城管局牵头，市财政局配合，于2026年7月20日前完成安装。")) == ["市公安局"]
    assert quotes("lead-order", notice(*led, "（四）由市公安局、市城管局分别牵头，市财政局配合，于2026年7月20日前完成安装。")) == []


def test_row_whose_body_is_nobody() -> None:
    rows = ("1\t清淤管网\t市城管局", "2\t改造泵站\t相关单位", "3\t修订预案\t市应急管理局", "4\t组织演练\t市水利局")
    assert quotes("lead-missing", notice("任务如下：", "序号\t任务\t责任单位", *rows)) == ["相关单位"]
    assert quotes("lead-missing", notice("任务如下：", "序号\t任务\t责任单位", *(row.replace("相关单位", "各有关单位") for row in rows))) == []


def test_first_report_before_the_document() -> None:
    assert quotes("date-past", notice("各单位每月25日前报送进展，首次报送时间为2026年5月25日。")) == ["2026年5月25日"]
    assert quotes("date-past", notice("各单位每月25日前报送进展，首次报送时间为2026年6月25日。")) == []


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("关于做好2026年防汛工作的通知", "为确保2025年全市安全度汛，现就有关事项通知如下：", ["2025年"]),
        ("关于做好2026年防汛工作的通知", "为确保2026年全市安全度汛，现就有关事项通知如下：", []),
        ("关于做好2026年防汛工作的通知", "针对2025年暴露的问题，为确保安全度汛，现就有关事项通知如下：", []),
        ("关于研究2026—2027年度供热保障工作的纪要", "会议研究了2025—2026年度供热保障有关事项。", ["2025—2026年"]),
        ("关于研究2026—2027年度供热保障工作的纪要", "会议研究了2026—2027年度供热保障有关事项。", []),
    ],
)
def test_first_words_that_name_the_year_before(title: str, body: str, expected: list[str]) -> None:
    assert quotes("date-year", notice(body, title=title)) == expected
