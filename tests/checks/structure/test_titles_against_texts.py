"""The words and years of a title against those of the text below it, rows counted twice, who prints."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice


def told(name: str, text: str) -> list[tuple[str, str]]:
    """Level and quote of what the rule finds."""
    return [(one.severity, one.quote) for one in findings(name, text, "final")]


@pytest.mark.parametrize(
    ("title", "body", "quote"),
    [
        ("关于做好2025届毕业生离校工作的通知", "为做好2026届毕业生离校工作，现将有关事项通知如下。", "2025届毕业"),
        ("关于望江路综合改造期间交通管制的通知", "为确保望河路综合改造顺利，对望河路实行管制。望河路综合改造期间请绕行。", "望江路综合改"),
        ("关于成立老旧小区改造工作指挥部的通知", "经市政府同意，成立老旧小区改造工作领导小组。", "改造工作指挥部"),
    ],
)
def test_a_title_that_says_otherwise_than_its_text(title: str, body: str, quote: str) -> None:
    assert told("title-mismatch", notice(body, title=title)) == [("warning", quote)]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("关于做好2026届毕业生离校工作的通知", "为做好2026届毕业生离校工作，参照2025届毕业生离校工作安排，通知如下。"),
        ("关于望江路综合改造期间交通管制的通知", "望江路综合改造期间，过往车辆从望河路绕行。望河路综合改造已经完成。"),
        ("关于成立老旧小区改造工作专班的通知", "在老旧小区改造工作领导小组下成立老旧小区改造工作专班。"),
    ],
)
def test_a_title_that_says_what_its_text_says(title: str, body: str) -> None:
    assert told("title-mismatch", notice(body, title=title)) == []


def test_what_a_notice_passes_on_is_named_alike_in_title_and_text() -> None:
    title = "转发省水利厅关于做好2026年水库除险工作的通知"
    body = "现将《省水利厅关于{}2026年水库除险工作的通知》（水函〔2026〕8号）转发给你们，请认真贯彻执行。"
    assert told("title-mismatch", notice(body.format("开展"), title=title)) == [("warning", "关于开展2026年水库除险工作的通知")]
    assert told("title-mismatch", notice(body.format("做好"), title=title)) == []


def test_the_name_of_what_is_issued_where_the_title_lost_a_mark() -> None:
    title = "关于印发《江河市“星级驿站”评选办法的通知"
    body = "《江河市“星级驿站”评选管理办法》已经市政府同意，现印发给你们，请认真执行。"
    assert ("warning", "江河市“星级驿站”评选管理办法") in told("title-mismatch", notice(body, title=title))


@pytest.mark.parametrize(("year", "found"), [("2025年", [("info", "2025年")]), ("2026年", [])])
def test_a_title_that_sets_going_what_is_of_last_year(year: str, found: list[tuple[str, str]]) -> None:
    assert told("date-year", notice("请于2026年9月20日前完成车辆检查。", title=f"关于开展{year}秋季学期校车安全整治的通知", date="2026年8月20日")) == found


def test_a_title_of_last_year_that_the_text_is_about() -> None:
    body = "2025年秋季学期校车安全整治中查出的问题，请于2026年3月20日前整改。"
    assert told("date-year", notice(body, title="关于做好2025年秋季学期校车安全整治后续工作的通知", date="2026年2月20日")) == []


def test_a_serial_told_twice_where_the_next_row_counts_on() -> None:
    table = "| 序号 | 日期 | 学院 |\n|---|---|---|\n| 1 | 6月22日 | 机械学院 |\n| 2 | 6月22日 | 土木学院 |\n| 3 | 6月23日 | 电气学院 |\n| {} | 6月23日 | 经管学院 |\n| 5 | 6月24日 | 外语学院 |"
    assert told("row-duplicate", notice(table.format(3))) == [("warning", "3")]
    assert told("row-duplicate", notice(table.format(4))) == []


def test_a_government_does_not_print_itself() -> None:
    imprint = "抄送：市委办公室。\n江河市人民政府{}　2026年6月8日印发"
    assert told("imprint-form", notice("请认真落实。", behind=imprint.format(""))) == [("info", "江河市人民政府")]
    assert told("imprint-form", notice("请认真落实。", behind=imprint.format("办公室"))) == []
