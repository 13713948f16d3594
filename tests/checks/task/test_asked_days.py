"""What is asked for by two days; a row and a passage that give one thing to the same bodies; what is due beyond the year of a plan."""

from __future__ import annotations

import pytest

from checks.told import quotes, told
from notices import notice


def _with_form(body: str, note: str, title: str = "参会回执") -> str:
    return notice(body, f"附件：{title}", behind=f"附件\n\n{title}\n\n单位\t姓名\t职务\n\t\t\n\n{note}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_with_form("请于2026年6月13日前，将参会回执发送至会务组邮箱。", "注：请于2026年6月14日17:00前报送。"), ["2026年6月14日17:00前"]),
        (_with_form("请于2026年6月29日前将书面意见反馈我办，没有意见的也请书面函复。", "（请于2026年6月22日前反馈）", "意见反馈表"), ["2026年6月22日前"]),
        (_with_form("请于2026年6月13日前，将参会回执发送至会务组邮箱。", "注：请于2026年6月13日17:00前报送。"), []),
        (_with_form("请于2026年6月13日前报送方案。", "注：请于2026年6月14日前报送。"), []),
        (notice("一、安排", "（一）报名阶段（2026年7月1日至7月31日）。各县（区）组织报名。", "（二）比赛阶段（2026年9月1日至9月3日）。", "二、办法", "填写报名表，加盖公章后于2026年8月31日前报县教育局。"), ["2026年8月31日前"]),
        (notice("一、安排", "（一）报名阶段（2026年7月1日至7月31日）。各县（区）组织报名。", "（二）比赛阶段（2026年9月1日至9月3日）。", "二、办法", "填写报名表，于2026年7月31日前报县教育局。"), []),
        (notice("公示时间：2026年6月10日至6月16日。", "公示期内有异议的，应当以书面形式提出，异议材料应当于2026年6月15日17:30前送达。"), ["2026年6月15日17:30前"]),
        (notice("公示时间：2026年6月10日至6月16日。", "公示期内有异议的，异议材料应当于2026年6月16日17:30前送达。"), []),
    ],
)
def test_asked_for_by_two_days(text: str, expected: list[str]) -> None:
    assert quotes("deadline-conflict", text) == expected


HEAD = "序号\t事项\t牵头单位\t配合单位\t完成时限"


@pytest.mark.parametrize(
    ("due", "expected"),
    [("2026年8月15日", ["2026年8月15日"]), ("2026年7月15日", []), ("长期", [])],
)
def test_one_thing_of_the_same_bodies(due: str, expected: list[str]) -> None:
    clauses = ("会议明确：", "（一）由市水利局牵头，市财政局配合，7月15日前完成泵站招标。", "（二）由市林业局牵头，市公安局配合，9月20日前完成护林巡查。")
    rows = "\n".join((HEAD, f"1\t完成北街泵站招标\t市水利局\t市财政局\t{due}", "2\t完成护林巡查\t市林业局\t市公安局\t2026年9月20日"))
    assert quotes("deadline-conflict", notice(*clauses, "附件：任务分解表", behind="附件\n\n任务分解表\n\n" + rows)) == expected


@pytest.mark.parametrize(("due", "found"), [("2027年8月底前", True), ("2026年8月底前", False), ("2027年2月底前", False)])
def test_due_beyond_the_year_of_work(due: str, found: bool) -> None:
    rows = "\n".join((HEAD, "1\t修订预案\t市水利局\t市财政局\t2026年7月底前", f"2\t建成泵站\t市水利局\t市财政局\t{due}", "3\t完成清淤\t市城管局\t市财政局\t2026年9月底前"))
    text = notice("任务如下：", rows, title="关于印发2026年水利重点工作任务分解表的通知")
    assert ("deadline-conflict" in told(text)) is found
