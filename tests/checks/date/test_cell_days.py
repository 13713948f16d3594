"""Days of cells against those of their row and of their column."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice


def _table(*rows: str) -> str:
    return notice("一、时间安排如下：", "\n".join(rows))


_STEPS = ("批次\t资料报送\t审核\t公示", "第一批\t2026年9月10日\t2026年9月20日\t2026年9月28日", "第三批\t2026年12月10日\t2026年12月21日\t2026年12月28日")


def test_a_step_before_the_one_on_its_left() -> None:
    row = "第二批\t2026年11月10日\t2026年11月2日\t2026年11月30日"
    found = findings("date-order", _table(*_STEPS[:2], row, _STEPS[2]))
    assert [(finding.quote, finding.severity) for finding in found] == [("2026年11月2日", "info")]


def test_steps_in_order() -> None:
    row = "第二批\t2026年11月10日\t2026年11月22日\t2026年11月30日"
    assert findings("date-order", _table(*_STEPS[:2], row, _STEPS[2])) == []
    # The next year's sowing before the harvest of this one is no slip.
    winter = ("作物\t播种\t收获", "小麦\t10月15日\t次年5月20日", "油菜\t9月20日\t次年4月30日", "马铃薯\t次年1月5日\t次年4月1日")
    assert findings("date-order", _table(*winter)) == []


_PAID = ("付款日期\t金额（万元）", "2026年12月31日\t4", "2027年3月31日\t6", "2027年9月30日\t5", "2028年3月31日\t7")


def test_a_year_out_of_the_order_of_its_column() -> None:
    found = findings("date-order", _table(*_PAID[:3], "2028年6月30日\t8", *_PAID[3:]))
    assert [(finding.quote, finding.severity) for finding in found] == [("2028年6月30日", "info")]
    assert findings("date-order", _table(*_PAID[:3], "2027年6月30日\t8", *_PAID[3:])) == []


@pytest.mark.parametrize(
    ("fourth", "told"),
    [("10月5日", ["10月5日"]), ("10月4日", [])],
)
def test_a_roster_with_a_hole(fourth: str, told: list[str]) -> None:
    rows = ("日期\t值班人员\t带班领导", "10月1日\t陈立\t王伟", "10月2日\t郭敏\t李强", "10月3日\t何洁\t张涛", f"{fourth}\t吴昊\t刘洋")
    assert [finding.quote for finding in findings("date-gap", _table(*rows))] == told


def test_a_roster_without_weekends() -> None:
    rows = ("日期\t值班人员", *(f"2026年9月{day}日\t陈立{day}" for day in (9, 10, 11, 14, 15)))
    assert findings("date-gap", _table(*rows)) == []
