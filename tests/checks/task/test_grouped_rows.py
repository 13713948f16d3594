"""Rows that name a group of those below are no items of work."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

HEAD = "编号\t项目\t投资（亿元）\t主办单位\t完成时限"
ROWS = ["一\t产业项目（2个）\t3.2\t\t", "1.1\t建设产业园\t1.2\t县发展改革局\t9月底前", "1.2\t建设冷库\t2.0\t{}\t10月底前", "二\t民生项目（2个）\t2.5\t\t", "2.1\t扩建学校\t1.0\t县教育局\t8月底前", "2.2\t扩建医院\t1.5\t县卫生健康局\t{}"]


@pytest.mark.parametrize(("body", "day", "lead", "deadline"), [("县商务局", "11月底前", [], []), ("", "11月底前", ["建设冷库"], []), ("县商务局", "", [], ["扩建医院"])])
def test_a_cell_left_empty_below_a_group(body: str, day: str, lead: list[str], deadline: list[str]) -> None:
    text = notice("一、重点项目如下：", HEAD, *ROWS[:2], ROWS[2].format(body), *ROWS[3:5], ROWS[5].format(day))
    assert quotes("lead-missing", text) == lead
    assert quotes("deadline-missing", text) == deadline
