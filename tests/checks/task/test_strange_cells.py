"""Cells of lists of tasks that hold what belongs into another column, or nothing."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice

_ROWS = (
    "序号\t任务\t牵头单位\t配合单位\t完成时限",
    "1\t修订应急预案\t市应急管理局\t市水利局\t2026年9月底前",
    "2\t组织综合演练\t市公安局\t市卫生健康委\t2026年10月底前",
    "3\t更新物资储备\t市商务局\t市财政局\t2026年11月底前",
)


def _table(old: str, new: str) -> str:
    return notice("一、任务如下：", "\n".join(_ROWS).replace(old, new))


@pytest.mark.parametrize(
    ("name", "old", "new", "quote", "severity"),
    [
        ("deadline-missing", "市卫生健康委\t2026年10月底前", "市卫生健康委\t市教育局", "市教育局", "warning"),
        ("lead-missing", "市公安局", "2026年8月底前", "2026年8月底前", "warning"),
    ],
)
def test_a_cell_that_holds_something_else(name: str, old: str, new: str, quote: str, severity: str) -> None:
    found = findings(name, _table(old, new))
    assert [(finding.quote, finding.severity) for finding in found] == [(quote, severity)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026年10月底前", "长期坚持"),
        ("市公安局", "各有关单位"),
        ("2026年10月底前", "—"),
        ("市公安局\t市卫生健康委\t2026年10月底前", "—\t—\t—"),
    ],
)
def test_what_may_stand_there(old: str, new: str) -> None:
    text = _table(old, new)
    assert not [finding for name in ("deadline-missing", "lead-missing") for finding in findings(name, text)]


def test_a_day_left_out_where_no_body_is_named() -> None:
    rows = "序号\t县区\t面积（亩）\t完成时限\n1\t云岭县\t320\t2026年9月底前\n2\t临湖区\t260\t\n3\t丰泽县\t180\t2026年11月底前"
    assert [finding.quote for finding in findings("deadline-missing", notice("一、任务如下：", rows))] == ["2\t临湖区\t260"]


def test_a_sharing_out_of_work_names_who_does_it() -> None:
    rows = "重点任务分工表\n序号\t任务\t完成时限\n1\t改造小区28个\t2026年11月底前\n2\t新建公园12处\t2026年10月底前"
    assert [finding.span.line for finding in findings("column-missing", notice("一、任务如下：", rows))] == [10]
    # Bodies may head the columns.
    ticks = "重点任务分工表\n序号\t任务\t教育科\t财务科\t完成时限\n1\t改造小区28个\t√\t\t2026年11月底前\n2\t新建公园12处\t\t√\t2026年10月底前"
    assert findings("column-missing", notice("一、任务如下：", ticks)) == []
