"""How long things last, against when they do: by the clock, over midnight, by days, months and years, joined and told apart."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

#: {wrong|right}
PASSAGES = (
    "泊位收费时段为8:00至20:00，每日收费时间{13小时|12小时}。",
    "夜间值守时间为22:00至次日6:00，每班{10小时|8小时}，每班不少于2人。",
    "座谈会定于5月28日15:00在三楼会议室召开，会期{1小时30分钟|两小时}，17:00结束。",
    "上午设4节课，每节{45分钟|40分钟}，课间休息10分钟。上午第一节8:30开始，9:10结束。",
    "2026年3月12日下午3:00—5:20，副县长主持召开专题会议。会议历时{2小时50分钟|2小时20分钟}，形成纪要如下。",
    "培训于4月13日（星期一）至17日（星期五）举办，为期{6天|5天}。",
    "宣传活动自6月1日起至6月14日止，为期{三周|两周}。",
    "收费标准自2026年5月1日起执行，有效期至2031年4月30日，有效期{3年|5年}。",
    "管网改造自3月28日22:00起停止供水，3月29日6:00恢复，停水时间约{12小时|8小时}。",
    "公示期为2026年3月24日至3月30日，公示{8个工作日|5个工作日}。",
    "集中整治为期{2个月|3个月}，从4月1日开始，到6月30日结束。",
    "作息时间为8:30—12:00、15:00—18:00，每日工作{8小时|6.5小时}。",
    "演练（9:40—11:10，{1小时10分钟|1小时30分钟}）由市应急局组织。",
    "列入不良行为记录名单，{一年内|两年内}禁止参加采购，期限自2026年3月12日至2028年3月11日。",
    "降雨从17日20:00起，至19日8:00止，历时{48小时|36小时}。",
)
#: Lengths that are no contradiction.
RIGHT = (
    "实行24小时值班，白班8:00—20:00，夜班20:00—次日8:00。",
    "培训共分4期，每期1天，上课时间为9:00—12:00、14:30—17:30。",
    "培训时间为7月6日（星期一）至7月16日（星期四），周六、周日休息，共9天。",
    "本学期自2026年9月1日起至2027年1月18日止，共20周，其中教学18周、考试2周。",
    "服务时间为9:00—11:00，每周两次，每月共16小时。",
    "竞赛于4月8日至10日举行，提前2天报到，比赛共3天。",
    "4月13日至17日每天9:00—11:00授课，共10小时。",
    "窗口开放时间为9:00—17:00，办理时限为3个工作日。",
)


def _read(passage: str, side: int) -> str:
    before, _, rest = passage.partition("{")
    choice, _, after = rest.partition("}")
    return before + choice.split("|")[side] + after


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_length_that_its_span_does_not_have_is_told(passage: str) -> None:
    wrong = passage.partition("{")[2].partition("|")[0].removesuffix("内")
    assert quotes("total", notice(_read(passage, 0))) == [wrong]
    assert quotes("total", notice(_read(passage, 1))) == []


@pytest.mark.parametrize("passage", RIGHT)
def test_lengths_of_something_else_are_left_alone(passage: str) -> None:
    assert quotes("total", notice(passage)) == []


def test_a_column_of_times_may_go_over_midnight() -> None:
    rows = ["路段管制时间表", "", "路段\t管制时间", "东街\t10月25日20:00至10月26日15:00", "西街\t5:30至10:30", "南街\t5:30至10:30", "北街\t6:00至12:30", "中街\t20:00—6:00"]
    assert quotes("total", notice(*rows)) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("每日分两班，白班为8:00—18:00，夜班为17:00—次日8:00。",), ["17:00—次日8:00"]),
        (("每日分两班，白班为8:00—17:00，夜班为17:00—次日8:00。",), []),
        (("汛期24小时值守，早班8:00—16:00，中班15:00—24:00，晚班0:00—8:00。",), ["15:00—24:00"]),
        (("一、分时收费", "（一）7:00（含）至20:00，每小时3元。", "（二）21:00（含）至次日7:00，每小时1元。"), ["21:00（含）至次日7:00"]),
        (("值班安排表", "", "班次\t时间", "早班\t7:00—15:00", "中班\t15:00—23:00", "夜班\t0:00—7:00"), ["0:00—7:00"]),
        (("会议议程：9:00—9:30签到，9:30—10:00通报。", "上午9:00—12:00，下午14:30—17:30办公。"), []),
    ],
)
def test_shifts_round_the_clock_meet(lines: tuple[str, ...], expected: list[str]) -> None:
    assert quotes("total", notice(*lines)) == expected


def test_days_in_a_column_go_with_those_of_its_row() -> None:
    def read(days: int) -> list[str]:
        return quotes("total", notice("培训安排表", "", "期次\t时间\t天数", "一\t4月13日至4月17日\t5", f"二\t5月11日至5月14日\t{days}", "三\t6月8日至6月12日\t5"))

    assert read(4) == []
    assert read(5) == ["5"]


def test_a_period_told_in_two_places_is_as_long_in_both() -> None:
    def read(until: str) -> list[str]:
        return quotes("total", notice("一、任命王某为副主任，试用期一年。", f"二、试用期自2026年8月29日起至{until}止，期满考核合格的，按规定任职。"))

    assert read("2027年8月28日") == []
    assert read("2028年8月28日") == ["2026年8月29日起至2028年8月28日"]
