"""Work told twice: the row of a table, the item of a list or of a time plan and the sentence of the text that tell it in other words."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice

HEAD = "序号\t事项\t牵头单位\t配合单位\t完成时限"
BODY = (
    "会议明确：",
    "（一）由市水利局牵头，市财政局配合，于2026年7月15日前完成北街泵站机组更换。",
    "（二）由市林业局牵头，市公安局配合，于2026年9月20日前组织秋季护林联合巡查。",
    "（三）由市教育局牵头，市住房城乡建设局配合，于2026年8月25日前改造12所乡村学校厕所。",
    "（四）由市交通运输局牵头，市公安局配合，于2026年10月30日前拨付农村公路养护资金3200万元。",
)
ROWS = (
    "1\t北街泵站更换机组\t市水利局\t市财政局\t2026年7月15日",
    "2\t秋季护林巡查\t市林业局\t市公安局\t2026年9月20日",
    "3\t乡村学校厕所改造\t市教育局\t市住房城乡建设局\t2026年8月25日",
    "4\t养护资金拨付到位\t市交通运输局\t市公安局\t2026年10月30日",
)


def with_rows(row: int = 0, before: str = "", behind: str = "") -> str:
    rows = [text.replace(before, behind) if number == row else text for number, text in enumerate(ROWS)]
    return notice(*BODY, "附件：任务分解表", behind="附件\n\n任务分解表\n\n" + "\n".join((HEAD, *rows)))


@pytest.mark.parametrize(
    ("row", "before", "behind", "expected"),
    [
        (0, "7月15日", "7月25日", ["2026年7月25日"]),
        (3, "10月30日", "11月30日", ["2026年11月30日"]),
        (2, "2026年8月25日", "2027年8月25日", ["2027年8月25日"]),
        (0, "", "", []),
    ],
)
def test_row_with_another_day(row: int, before: str, behind: str, expected: list[str]) -> None:
    assert quotes("deadline-conflict", with_rows(row, before, behind)) == expected


@pytest.mark.parametrize(
    ("row", "before", "behind", "expected"),
    [
        (1, "市林业局", "市应急管理局", [("秋季护林巡查", "warning")]),
        (2, "市教育局", "市财政局", [("乡村学校厕所改造", "warning")]),
        (2, "市住房城乡建设局", "市财政局", [("乡村学校厕所改造", "info")]),
        (2, "市住房城乡建设局", "市住建局", []),
        (0, "", "", []),
    ],
)
def test_row_with_another_body(row: int, before: str, behind: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.quote, str(one.severity)) for one in findings("lead-conflict", with_rows(row, before, behind))] == expected


@pytest.mark.parametrize(("day", "expected"), [("9月25日", ["2026年9月25日前"]), ("8月25日", [])])
def test_list_in_an_annex(day: str, expected: list[str]) -> None:
    items = ("1.更换北街泵站机组（市水利局，2026年7月15日前）", "2.秋季护林巡查（市林业局，2026年9月20日前）", f"3.乡村学校厕所改造（市教育局，2026年{day}前）", "4.拨付养护资金（市交通运输局，2026年10月30日前）")
    assert quotes("deadline-conflict", notice(*BODY, "附件：议定事项清单", behind="附件\n\n议定事项清单\n\n" + "\n\n".join(items))) == expected


@pytest.mark.parametrize(("day", "expected"), [("9月30日", ["9月30日前"]), ("9月20日", [])])
def test_time_plan_of_the_text(day: str, expected: list[str]) -> None:
    plan = ("（一）7月15日前，完成北街泵站机组更换。", "（二）8月25日前，完成乡村学校厕所改造。", f"（三）{day}前，完成秋季护林巡查。", "（四）10月30日前，拨付养护资金。")
    assert quotes("deadline-conflict", notice("一、重点任务", *BODY[1:], "二、时间安排", *plan)) == expected


@pytest.mark.parametrize(("day", "expected"), [("8月22日", ["8月22日"]), ("7月25日", [])])
def test_step_of_a_timetable(day: str, expected: list[str]) -> None:
    body = ("一、招聘程序", "（一）报名。2026年7月1日至7月5日在网上报名。", "（二）资格审查。由招聘单位于2026年7月10日前完成。", "（三）笔试。笔试时间为2026年7月25日。", "（四）体检。由招聘单位组织，2026年8月20日前完成。")
    rows = ("环节\t时间", "报名\t7月1日—7月5日", "资格审查\t7月10日前", f"笔试\t{day}", "体检\t8月20日前")
    assert quotes("deadline-conflict", notice(*body, "附件：日程表", behind="附件\n\n日程表\n\n" + "\n".join(rows))) == expected


@pytest.mark.parametrize(("day", "expected"), [("2026年10月25日前", ["2026年10月25日前"]), ("2026年9月25日前", []), ("2026年9月12日前", []), ("2027年9月25日前", ["2027年9月25日前"])])
def test_the_one_day_that_the_text_does_not_tell(day: str, expected: list[str]) -> None:
    rows = ("序号\t问题\t整改单位\t时限", "1\t台账缺失\t东山镇\t2026年8月20日前", "2\t堤坡鼠洞\t西河镇\t2026年8月20日前", "3\t闸门锈蚀\t南街街道\t2026年8月20日前", f"4\t栏杆缺失\t北桥街道\t{day}")
    text = notice("一般问题于2026年8月20日前整改到位，重大问题于2026年9月25日前整改到位。", "附件：问题清单", behind="附件\n\n问题清单\n\n" + "\n".join(rows))
    assert quotes("deadline-conflict", text) == expected


def office_rows(lead: str) -> str:
    body = ("（一）由质控科牵头，护理部配合，于2026年7月15日前完成病历质量评查。", f"（二）由{lead}牵头，护理部配合，于2026年8月20日前完成手卫生督查。", "（三）由设备科牵头，信息中心配合，于2026年9月10日前完成呼吸机校准。")
    rows = ("1\t病历质量评查\t质控科\t护理部\t2026年7月15日", "2\t手卫生督查\t感染管理科\t护理部\t2026年8月20日", "3\t呼吸机校准\t设备科\t信息中心\t2026年9月10日")
    return notice(*body, "请感染管理科汇总。", "附件：任务分解表", behind="附件\n\n任务分解表\n\n" + "\n".join((HEAD, *rows)))


def test_office_with_two_names_is_one() -> None:
    assert quotes("lead-conflict", office_rows("院感科")) == []
    assert quotes("unit-variant", office_rows("院感科")) == ["院感科"]
    assert quotes("unit-variant", office_rows("感染管理科")) == []
    assert quotes("lead-conflict", office_rows("医务科")) == ["手卫生督查"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("会议定于2026年7月20日上午9:00在市政府3号会议室召开。", "会议于14:40开始，请提前入场。"), ["14:40"]),
        (("一、会议时间", "2026年7月20日9:00，会期半天。", "二、注意事项", "会议于7月20日9:30开始。"), ["9:30"]),
        (("会议定于2026年7月20日下午2:30召开。", "会议于14:30开始，请提前入场。"), []),
        (("会议定于2026年7月20日9:00召开。", "7月21日继续，会议于7月21日8:30开始。"), []),
    ],
)
def test_hour_of_one_event_told_twice(body: tuple[str, ...], expected: list[str]) -> None:
    assert quotes("deadline-conflict", notice(*body)) == expected
