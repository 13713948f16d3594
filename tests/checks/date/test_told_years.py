"""Years that a caption, a title, a series of figures or a matter told twice contradict, and what is told as done before its day."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

REPORT = "关于2025年农村供水工作情况的报告"


@pytest.mark.parametrize(("year", "expected"), [("2024年", ["2024年"]), ("2025年", [])])
def test_a_caption_of_another_year(year: str, expected: list[str]) -> None:
    table = f"表1　{year}农村供水工程建设情况\n| 县 | 处 |\n| --- | --- |\n| 云岭县 | 6 |\n| 临湖县 | 5 |"
    assert quotes("date-year", notice("全年实施工程11处，见表1。", table, title=REPORT, date="2026年1月20日")) == expected


@pytest.mark.parametrize(("year", "expected"), [("2025年", ["2025年"]), ("2026年", [])])
def test_a_matter_told_with_another_year_than_its_heading(year: str, expected: list[str]) -> None:
    body = ("一、听取2026年第一季度部门预算执行情况汇报", f"会议听取了财务科关于{year}第一季度部门预算执行情况的汇报。")
    assert quotes("date-year", notice(*body, title="第6次局长办公会议纪要")) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("分年度投资为：2026年4000万元，2027年16000万元，2028年18000万元，2030年8800万元。", ["2030年"]),
        ("分年度投资为：2026年4000万元，2027年16000万元，2028年18000万元，2029年8800万元。", []),
        ("主要目标为：2026年120处，2028年150处，2030年180处。", []),
        ("| 年度 | 新建（千米） |\n| --- | --- |\n| 2026年 | 12 |\n| 2027年 | 15 |\n| 2029年 | 11 |", ["2029年"]),
        ("| 科目 | 2024年预算数 | 2026年预算数 | 增减额 |\n| --- | --- | --- | --- |\n| 教育 | 120 | 150 | 30 |\n| 农业 | 80 | 95 | 15 |", ["2026年"]),
        ("| 指标 | 2026年目标 | 2028年目标 |\n| --- | --- | --- |\n| 水厂 | 12 | 15 |\n| 管网 | 80 | 95 |", []),
    ],
)
def test_a_series_of_years_with_a_gap(body: str, expected: list[str]) -> None:
    assert quotes("date-year", notice(body)) == expected


@pytest.mark.parametrize(("year", "expected"), [("2009年", ["2009年"]), ("2008年", [])])
def test_the_birth_that_a_full_age_means(year: str, expected: list[str]) -> None:
    assert quotes("date-year", notice(f"登记对象为2026年10月16日年满18周岁，即{year}10月16日以前（含当日）出生的居民。")) == expected


def test_the_title_of_a_budget_of_the_next_year() -> None:
    body = ("2026年度收支总预算1440万元。", "2026年度财政拨款支出预算1286万元，比2025年度预算增加46万元。", "2026年度“三公”经费预算11万元。")
    assert quotes("date-year", notice(*body, title="2025年度单位预算", issuer="", number="", addressee="", signature="", date="")) == ["2025年"]
    assert quotes("date-year", notice(*body, title="2026年度单位预算", issuer="", number="", addressee="", signature="", date="")) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("你县2026年7月2日报来的《关于审批水厂工程的请示》（云政报〔2026〕9号）收悉。", ["2026年7月2日"]),
        ("你县2026年5月2日报来的《关于审批水厂工程的请示》（云政报〔2026〕9号）收悉。", []),
        ("截至8月底，全市已建成水厂12处。", ["8月底"]),
        ("截至5月底，全市已建成水厂12处。", []),
        ("截至8月底尚未完成的，予以通报。", []),
    ],
)
def test_what_is_told_as_done_behind_the_day_of_the_document(body: str, expected: list[str]) -> None:
    assert quotes("date-order", notice(body)) == expected


def test_minutes_are_held_against_the_day_on_which_they_were_printed() -> None:
    minutes = "江河市人民政府专题会议纪要\n\n〔2026〕8号\n\n关于研究防汛工作的会议纪要\n\n2026年4月12日，副市长林远主持召开专题会议，纪要如下：\n\n一、计划清淤管网186千米，截至{}已完成93千米。\n\n江河市人民政府办公室　2026年4月16日印发\n"
    assert quotes("date-order", minutes.format("5月31日")) == ["5月31日"]
    assert quotes("date-order", minutes.format("3月31日")) == []


@pytest.mark.parametrize(("time", "expected"), [("24:30", ["24:30"]), ("20:30", [])])
def test_an_hour_that_no_day_has_beside_one_that_it_has(time: str, expected: list[str]) -> None:
    assert quotes("date-invalid", notice(f"值班室每日8:00、{time}报告情况。")) == expected


@pytest.mark.parametrize(("day", "expected"), [("2027年6月10日", ["2027年6月10日"]), ("2027年7月10日", [])])
def test_feedback_before_the_check_where_few_rows_tell_both(day: str, expected: list[str]) -> None:
    table = f"| 季度 | 检查时间 | 结果反馈时间 |\n| --- | --- | --- |\n| 第一季度 | 2027年3月23日—27日 | 另行通知 |\n| 第二季度 | 2027年6月22日—26日 | {day} |\n| 第三季度 | 2027年9月14日—18日 | 2027年10月9日 |"
    assert quotes("date-order", notice("安排如下：", table)) == expected
