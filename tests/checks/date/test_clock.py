"""Times of day: those that no clock shows, ranges that end before they begin, lengths that do not fit."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice


def quotes(check: str, text: str) -> list[str]:
    """What the check points at in a notice with that paragraph."""
    return [hit.at.value for hit in hits(check, notice(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("每日7:00—9:00、17:00—25:00禁止货车通行。", ["25:00"]),
        ("会议定于4月20日（星期一）14:60召开。", ["14:60"]),
        ("夜间22:00至次日26:00停止施工。", ["26:00"]),
        ("活动于4月20日9时70分开始。", ["9时70分"]),
        ("夜间22:00至次日6:00停止施工，24:00后不再进场。", []),
        ("绘制1:50平面图，放坡比例1:75。", []),
        ("食堂每月营业不少于32日。", ["32日"]),
        ("值班人员每天工作不超过25小时。", ["25小时"]),
        ("食堂每月营业不少于22日，每年不少于250日。", []),
    ],
)
def test_times_that_do_not_exist(text: str, found: list[str]) -> None:
    assert quotes("date-invalid", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("时间：2026年4月20日（星期一）14:30—13:50。", ["14:30—13:50"]),
        ("每周日22:00—14:00运行。", ["22:00—14:00"]),
        ("每周日22:00—6:00停运。", []),
        ("每周日20:00至次日10:00停运。", []),
        ("下午2:30—5:00召开。", []),
        ("4月20日16:00至4月21日9:00封闭。", []),
        ("第一天9:00—18:00讲授，第二天8:00—20:00实操。", []),
        ("第二天8:00—7:00巡查。", ["第二天8:00—7:00"]),
    ],
)
def test_ranges_that_end_before_they_begin(text: str, found: list[str]) -> None:
    assert quotes("date-order", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("活动于2026年4月24日至6月13日举行，共61天。", ["61天"]),
        ("活动时间：2026年4月24日至6月13日，共61天。", ["61天"]),
        ("活动时间：2026年4月24日至6月13日，共51天。", []),
        ("会议时间：9:00—11:30，会期一天。", ["一天"]),
        ("会议时间：9:00—11:30，会期半天。", []),
        ("比赛时间：7:30—13:45，总时限5小时15分钟。", ["5小时15分钟"]),
        ("比赛时间：7:30—13:45，总时限6小时15分钟。", []),
    ],
)
def test_lengths(text: str, found: list[str]) -> None:
    assert quotes("totals", text) == found


def test_hours_beyond_noon_are_not_before_it() -> None:
    assert quotes("date-invalid", "会议定于6月16日上午14:30召开。") == ["上午14:30"]
    assert quotes("date-invalid", "会议定于6月16日下午14:30召开，上午11:30前报到。") == []


def test_a_course_of_a_day_goes_on_in_time() -> None:
    assert quotes("date-order", "6月22日上午8:30签到，9:00举行启动仪式，8:40组织现场观摩，11:30结束。") == ["8:40"]
    assert quotes("date-order", "6月22日上午8:30签到，9:00举行启动仪式，9:40组织现场观摩，11:30结束。") == []
    assert quotes("date-order", "6月22日上午9:00开始，8:50前入场，11:30结束，下午2:00分组讨论，5:00散会。") == []


def test_a_year_has_four_quarters() -> None:
    assert quotes("date-invalid", "2027年第五季度组织活动，第四季度总结。") == ["第五季度"]


def _table(*rows: str) -> str:
    return notice("附件", "", "日程表", "", *rows)


def test_a_column_of_days_has_no_night() -> None:
    rows = ("地点\t时间", "东苑广场\t8:30—17:00", "柳岸小区\t8:30—16:30", "西桥市场\t{}", "南湖公园\t9:00—18:00")
    text = "\n".join(rows)
    assert [hit.at.value for hit in hits("date-order", _table(*text.format("17:30—8:30").split("\n")))] == ["17:30—8:30"]
    assert hits("date-order", _table(*text.format("19:00—次日8:30").split("\n"))) == []
    assert hits("date-order", _table(*text.replace("8:30—17:00", "20:00—8:00").format("20:00—8:00").split("\n"))) == []


def test_a_timetable_leaves_no_few_minutes() -> None:
    rows = ("时间\t议程", "9:00—9:05\t开会", "9:05—9:35\t报告", "9:35—9:45\t宣读通报", "{}—10:25\t交流发言", "10:25—11:10\t讲话")
    text = "\n".join(rows)
    assert [hit.at.value for hit in hits("date-gap", _table(*text.format("9:50").split("\n")))] == ["9:50—10:25"]
    # Meeting to the minute; a break; rows that leave time between as a rule.
    assert hits("date-gap", _table(*text.format("9:45").split("\n"))) == []
    assert hits("date-gap", _table(*text.format("10:05").split("\n"))) == []
    assert hits("date-gap", _table(*text.format("9:50").replace("9:35—", "9:40—").split("\n"))) == []


def test_a_range_turned_round_hides_no_overlap() -> None:
    rows = ("日期\t时间\t课程", "3月18日\t9:00—12:00\t现场教学", "3月18日\t14:30—12:30\t研讨", "3月19日\t9:00—11:15\t授课", "3月19日\t14:30—16:00\t测试", "3月19日\t{}—17:00\t结业式")
    text = "\n".join(rows)
    assert [hit.at.value for hit in hits("date-gap", _table(*text.format("15:30").split("\n")))] == ["15:30—17:00"]
    assert hits("date-gap", _table(*text.format("16:00").split("\n"))) == []
