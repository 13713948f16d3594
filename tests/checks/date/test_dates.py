"""Dates: deadlines gone by, years that contradict one another, stages, weekdays; each in a whole document."""

from __future__ import annotations

import datetime

import pytest

from checks.told import findings, quotes, rules
from hegao.engine.configuration.options import Options
from hegao.engine.run.runner import check_sources
from hegao.sources.files import source_of
from hegao.sources.source import Source
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("各县（区）应于2026年3月底前报送方案。", "2026年3月底"),
        ("各县（区）应当在5月20日前完成排查。", "5月20日"),
        ("请于2025年12月31日前将名单报市应急局。", "2025年12月31日"),
        ("请于2026年6月5日（星期五）下班前反馈意见。", "2026年6月5日"),
        ("市应急局要在2026年4月底前，组织一次演练。", "2026年4月底"),
        ("确保2025年底前实现全覆盖。", "2025年底"),
    ],
)
def test_duty_whose_day_is_gone(body: str, expected: str) -> None:
    (found,) = quotes("date-past", notice(body))
    assert expected in found


@pytest.mark.parametrize(
    "body",
    [
        "各县（区）应于2026年9月底前报送方案。",
        "2025年12月底前，已完成全部小区的排查。",
        "2025年底前建成的小区应当优先纳入。",
        "2025年12月31日前竣工的项目，由市住房城乡建设局组织验收。",
        "国务院要求2025年底前全面完成改造。",
        "来函要求我市于2026年5月10日前反馈意见，现予答复。",
        "按照《江河市三年行动方案》提出的应于2025年底前完成的目标，继续推进。",
        "原定于2026年5月10日前报送的材料，延期至6月20日前报送。",
        "应当于每年3月底前报送上年情况。",
        "各县（区）应当于次年3月底前报送总结。",
        "2026年1月1日前注册的企业应当在2026年12月31日前换证。",
        "截至2026年5月底前，应完成的120处隐患已销号。",
        "标题中的“应于2026年3月底前报送”一语删去。",
        "2019年底前要求淘汰的设备不得使用，应于2019年底前停用。",
        "请于6月30日前报送材料。",
    ],
)
def test_no_duty_or_day_to_come(body: str) -> None:
    assert quotes("date-past", notice(body)) == []


@pytest.mark.parametrize(
    ("title", "date", "body", "expected"),
    [
        # A review of last year asks for this January.
        ("关于开展2025年度绩效考核工作的通知", "2026年1月15日", "请各单位于1月31日前报送材料。", []),
        ("关于开展2025年度绩效考核工作的通知", "2026年1月15日", "请各单位于1月10日前报送材料。", ["1月10日"]),
        # In winter a bare month is next year's, unless the title binds it to this year.
        ("关于做好冬春农田水利建设的通知", "2026年11月20日", "各县（区）要于3月底前完成修复。", []),
        ("关于印发2026年农田水利建设计划的通知", "2026年11月20日", "各县（区）要于3月底前完成修复。", ["3月底"]),
        # A rule that holds year after year.
        ("关于印发燃气管理办法的通知", "2026年6月8日", "燃气企业应当于4月底前提交年度报告。", []),
        # Retold in a report.
        ("关于燃气事故调查情况的通报", "2026年6月8日", "该企业应于2026年3月底前完成整改，但未完成。", []),
    ],
)
def test_year_of_a_bare_month(title: str, date: str, body: str, expected: list[str]) -> None:
    found = quotes("date-past", notice(body, date=date, title=title))
    assert len(found) == len(expected)
    assert all(want in quote for want, quote in zip(expected, found, strict=True))


def table(*deadlines: str, title: str = "2026年燃气安全工作任务分工", date: str = "2026年6月8日") -> str:
    """A notice that issues a table of tasks with the given deadlines."""
    rows = "\n".join(f"{i}\t完成第{i}项改造\t市住房城乡建设局\t{deadline}" for i, deadline in enumerate(deadlines, 1))
    head = notice("现将任务分工印发给你们，请认真组织实施。", date=date, title=f"关于印发{title}的通知")
    return f"{head}\n{title}\n\n序号\t工作任务\t牵头单位\t完成时限\n{rows}\n"


@pytest.mark.parametrize(
    ("deadlines", "expected"),
    [
        (["2026年12月31日", "2026年5月31日", "2026年12月底前"], ["2026年5月31日"]),
        (["12月底前", "5月底前", "9月底前"], ["5月底前"]),
        (["2026年1—5月", "2026年3月—12月", "2026年9月"], ["2026年1—5月"]),
        (["2025.12", "2026.12", "2026.10"], ["2025.12"]),
        (["2026年3月（已完成）", "长期推进", "2026年5月起持续推进"], []),
        (["2026年3月底前启动，12月底前完成", "每年3月底前", "收到通知之日起10日内"], []),
        (["11月—次年3月", "2026年第四季度", "年底前"], []),
    ],
)
def test_deadlines_of_a_table(deadlines: list[str], expected: list[str]) -> None:
    assert quotes("date-past", table(*deadlines)) == expected


def test_old_table_is_told_once() -> None:
    (found,) = findings("date-past", table(*["2025年12月31日"] * 8))
    assert found.quote == "2025年12月31日"
    assert len(found.related) == 8


def test_list_of_work_done_is_no_plan() -> None:
    assert findings("date-past", table(*["2025年12月31日"] * 8, title="燃气改造项目名单")) == []


def test_stage_of_a_plan_that_was_over_when_it_was_issued() -> None:
    assert quotes("date-past", table("2024年12月", "2025年6月", "2026年12月", title="燃气安全三年行动方案（2024—2026年）")) == []


def test_text_handed_on_speaks_with_its_own_date() -> None:
    text = notice("现将市应急局《关于加强燃气安全管理的意见》转发给你们。", title="转发市应急局关于加强燃气安全管理意见的通知")
    annex = "\n关于加强燃气安全管理的意见\n\n各县（区）应于2026年3月底前完成排查。\n"
    assert quotes("date-past", text + annex) == []


def test_undated_draft_is_judged_by_the_day_given() -> None:
    text = notice("各县（区）应于2026年3月底前报送方案。", date="")
    source = source_of(text.encode("utf-8"), "通知.txt")
    without = check_sources([source], Options(select=("date-past",)), rules())
    later = check_sources([source], Options(select=("date-past",), as_of=datetime.date(2026, 6, 1)), rules())
    assert [len(result.files[0].findings) for result in (without, later)] == [0, 1]


@pytest.mark.parametrize(
    ("deadlines", "expected"),
    [
        (["2026年12月31日"] * 6 + ["2027年12月31日"], ["2027年12月31日"]),
        (["2026年12月31日"] * 6 + ["2027年6月30日"], []),
        (["2026年12月31日"] * 3 + ["2027年12月31日"], []),
        (["2026年12月31日", "2027年12月31日"] * 4, []),
    ],
)
def test_odd_year_in_a_column(deadlines: list[str], expected: list[str]) -> None:
    assert quotes("date-year", table(*deadlines)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "落实三年行动方案（2024—2026年）和五年规划（2026—2030年）。",
        "“十四五”时期（2021—2025年）成效明显，“十五五”期间（2026—2030年）再上台阶。",
        "本办法自2026年7月1日起施行，有效期5年，至2031年6月30日。",
        "本办法自2026年7月1日起施行，有效期5年，有效期至2031年7月1日。",
        "到2035年基本建成，2060年前实现碳中和，距今已有2500年历史。",
        "三年行动方案（2024—2027年）即将收官。",
    ],
)
def test_years_that_fit(body: str) -> None:
    assert quotes("date-year", notice(body)) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("落实三年行动方案（2024—2028年）。", "2024—2028年"),
        ("“十四五”时期（2020—2025年）成效明显。", "2020—2025年"),
        ("各县（区）应于2206年9月底前完成。", "2206年9月底"),
    ],
)
def test_years_that_do_not_fit(body: str, expected: str) -> None:
    assert quotes("date-year", notice(body)) == [expected]


@pytest.mark.parametrize(
    ("title", "date", "expected"),
    [
        ("关于印发2025年燃气安全工作要点的通知", "2026年3月8日", ["2025年"]),
        ("关于印发2026年燃气安全工作要点的通知", "2026年3月8日", []),
        ("关于印发2027年燃气安全工作要点的通知", "2026年12月8日", []),
        ("关于2025年重点工作任务完成情况的通报", "2026年3月8日", []),
        ("关于废止2024年燃气安全工作要点的通知", "2026年3月8日", []),
    ],
)
def test_plan_of_a_year(title: str, date: str, expected: list[str]) -> None:
    assert quotes("date-year", notice("请认真组织实施。", date=date, title=title)) == expected


@pytest.mark.parametrize(
    ("stages", "count"),
    [
        (["2026年3月1日至3月31日", "2026年4月1日至8月31日"], 0),
        (["2026年3月1日至3月31日", "2026年3月31日至8月31日"], 0),
        (["3—5月", "5—8月", "8月—次年1月"], 0),
        # Where the others begin behind, it is doubtful.
        (["3—5月", "5—8月", "9月—次年1月"], 1),
        (["2026年9月1日至9月30日", "2026年10月8日至12月31日"], 0),
        (["2026年3月1日至3月31日", "2026年3月25日至8月31日"], 1),
        (["2026年3月1日至3月31日", "2026年5月1日至8月31日"], 1),
        (["3—5月", "7—8月", "8—10月"], 1),
        (["3月底前", "4—8月"], 0),
        (["2026年11—12月", "2027年1—3月"], 0),
    ],
)
def test_stages_follow_one_another(stages: list[str], count: int) -> None:
    names = ("动员部署", "排查整治", "总结提升")
    labels = ("（一）", "（二）", "（三）")
    lines = [f"{label}{name}阶段（{stage}）。认真组织实施。" for label, name, stage in zip(labels, names, stages, strict=False)]
    in_headings = notice("一、工作步骤\n\n" + "\n\n".join(lines))
    in_paragraph = notice("整治分步进行：" + "；".join(line[3:-1] for line in lines) + "。")
    assert len(findings("date-gap", in_headings)) == count
    assert len(findings("date-gap", in_paragraph)) == count


def test_stages_side_by_side() -> None:
    assert findings("date-gap", notice("排查阶段（3—6月）和整治阶段（5—8月）同步进行。")) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("定于2026年6月12日（星期五）召开会议。", []),
        ("定于2026年6月12日（周四）召开会议。", ["2026年6月12日"]),
        ("定于6月12日（星期五）召开会议。", []),
        ("定于6月12日（星期一）召开会议。", ["6月12日"]),
        ("2026年12月31日（星期四）至1月2日（星期六）放假。", []),
        ("2026年6月12日（星期五）开会，6月15日（星期日）前报送名单。", ["6月15日"]),
    ],
)
def test_weekdays(body: str, expected: list[str]) -> None:
    assert quotes("date-weekday", notice(body)) == expected


def test_form_is_mended_to_one_right_form() -> None:
    (found,) = findings("date-form", notice("请认真落实。", date="2026年06月08日"), "final")
    assert (found.severity, [edit.text for edit in found.edits], found.edits[0].safe) == ("error", ["2026年6月8日"], True)
    (found,) = findings("date-form", notice("请认真落实。", date="二〇二六年六月八日"), "published")
    assert found.severity == "warning"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("本意见已经2026年6月10日市政府第5次常务会议审议通过。", ["2026年6月10日"]),
        ("本意见已经2026年6月1日市政府第5次常务会议审议通过。", []),
        ("经县人民政府2026年6月10日第9次常务会议研究，现批复如下。", ["2026年6月10日"]),
        ("经县人民政府2026年6月1日第9次常务会议讨论，现批复如下。", []),
        ("将于2026年6月10日召开市政府常务会议。", []),
        ("废止《停车办法》（2016年5月8日县政府令第3号公布，2012年4月2日县政府令第6号修正）。", ["2012年4月2日"]),
        ("修改《停车办法》（2016年5月8日县政府令第3号发布；2011年4月2日县政府令第6号修订，2020年1月3日第9号第二次修订）。", ["2011年4月2日"]),
        ("废止《停车办法》（2016年5月8日县政府令第3号公布，2019年4月2日县政府令第6号修正）。", []),
        ("修改《停车办法》（2019年4月2日修订，原办法2016年5月8日公布）。", []),
        ("整治时间为2026年9月1日至8月1日。", ["2026年9月1日至8月1日"]),
    ],
)
def test_order_of_dates(body: str, expected: list[str]) -> None:
    assert quotes("date-order", notice(body)) == expected


def test_gazette_prints_no_document_of_a_later_month() -> None:
    first = notice("请认真落实。", date="2026年2月3日", title="关于做好春运工作的通知", number="江政办发〔2026〕3号")
    second = notice("请认真落实。", date="2026年8月9日", title="关于做好防汛工作的通知", number="江政办发〔2026〕5号")
    cover = "江河市人民政府公报\n\n2026年第3期（总第40期）\n\n2026年3月15日\n\n目 录\n\n江河市人民政府办公室关于做好春运工作的通知\t江政办发〔2026〕3号(1)\n"
    cover += "江河市人民政府办公室关于做好防汛工作的通知\t江政办发〔2026〕5号(3)\n\n"
    assert quotes("date-order", cover + first + "\n" + second) == ["2026年8月9日"]


@pytest.mark.parametrize(
    ("body", "date", "expected"),
    [
        ("请于2月29日前报送方案。", "2026年1月8日", ["2月29日"]),
        ("1.开展检查。（牵头单位：市水利局，完成时限：2月29日前）", "2026年1月8日", ["2月29日"]),
        ("检查时间为2月1日至2月29日。", "2026年1月8日", ["2月1日至2月29日"]),
        ("请于2月29日前报送方案。", "2028年1月8日", []),
        ("请于次年2月29日前报送方案。", "2027年11月8日", []),
        ("每年2月28日（闰年为2月29日）汇总一次。", "2026年1月8日", []),
    ],
)
def test_a_leap_day_of_the_year_that_is_meant(body: str, date: str, expected: list[str]) -> None:
    assert quotes("date-invalid", notice(body, date=date)) == expected


def test_minutes_are_dated_by_their_meeting() -> None:
    minutes = "江河市人民政府第9次常务会议纪要\n\n　　2026年3月6日上午，市长主持召开第9次常务会议。纪要如下：\n\n　　一、供水工作\n\n　　会议同意实施方案。\n"
    [file] = check_sources([Source("a.txt", tuple(minutes.split("\n")))], Options(profile="final", select=("date-missing",))).files
    assert not file.findings
    [file] = check_sources([Source("a.txt", tuple(minutes.replace("2026年3月6日上午，", "").split("\n")))], Options(profile="final", select=("date-missing",))).files
    assert len(file.findings) == 1


LEDGER = "序号\t问题\t责任单位\t完成时限\t状态\n1\t台账不全\t市教育局\t2026年4月10日\t{state}\n2\t标识不清\t市水利局\t2026年9月30日\t整改中"


@pytest.mark.parametrize(("state", "past"), [("已完成", 0), ("整改中", 1), ("未完成", 1)])
def test_a_row_that_is_done_is_not_late(state: str, past: int) -> None:
    assert len(quotes("date-past", notice("整改台账如下：", LEDGER.format(state=state)))) == past


@pytest.mark.parametrize(("heading", "past"), [("一、已开展的工作", 0), ("一、下一步工作", 1)])
def test_what_stands_under_a_heading_of_the_past_is_no_deadline(heading: str, past: int) -> None:
    text = notice(heading, "我局组织抢险，于2026年5月15日前完成临时封堵。", title="关于印发抢险工作方案的通知")
    assert len(quotes("date-past", text)) == past
