"""Stages, agendas and rosters of which one item does not go on from the one above."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

AGENDA = """附件
会议日程
序号\t日期\t时间\t内容
1\t4月16日（星期三）\t15:00—20:00\t报到
2\t4月17日（星期四）\t9:00—9:30\t通报情况
3\t4月17日（星期四）\t9:30—10:10\t交流发言
4\t4月17日（星期四）\t%s\t工作部署
5\t4月17日（星期四）\t14:30—17:00\t分组讨论
6\t4月18日（星期五）\t8:30—10:30\t现场观摩"""
BUSES = "时段\t起止时刻\t班次（班）\n早高峰\t6:30—8:30\t16\n上午平峰\t%s\t12\n午间\t11:30—14:00\t6\n下午平峰\t14:00—17:00\t12\n合计\t—\t46"
REPAIRS = "序号\t工序\t起止时间\t工期（天）\n1\t清淤\t2026年10月12日—18日\t7\n2\t拆检\t%s\t20\n3\t检修\t2026年11月8日—18日\t11\n4\t调试\t2026年11月19日—20日\t2\n合计\t\t\t40"
STAGES = """一、工作步骤
（一）准备阶段（2026年4月20日—5月31日）。完成设备清点。
（二）试运行阶段（2026年6月1日—7月15日）。新址、旧址同时接诊。
（三）搬迁阶段（%s）。%s
（四）收尾阶段（2026年8月21日—9月30日）。移交旧址资产。"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (AGENDA % "10:00—11:30", ["10:00—11:30"]),
        (AGENDA % "10:10—11:30", []),
        (BUSES % "8:00—11:30", ["8:00—11:30"]),
        (BUSES % "8:30—11:30", []),
        (REPAIRS % "2026年10月23日—11月7日", ["2026年10月23日—11月7日"]),
        (REPAIRS % "2026年10月19日—11月7日", []),
        (STAGES % ("2026年7月25日—8月20日", "分三批转运。"), ["2026年7月25日—8月20日"]),
        (STAGES % ("2026年7月16日—8月20日", "分三批转运。"), []),
        # What goes on beside another stage says so.
        (STAGES % ("2026年7月1日—8月20日", "7月1日至15日与试运行阶段并行。"), []),
    ],
)
def test_items_that_do_not_meet(text: str, expected: list[str]) -> None:
    assert quotes("date-gap", notice(*text.split("\n"))) == expected
