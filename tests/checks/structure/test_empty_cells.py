"""A cell that was left empty, or a row that is a cell short, where every other row fills the column."""

from __future__ import annotations

import pytest

from checks.told import quotes, told
from notices import notice

HEAD = "序号\t停泊点\t渔船（艘）\t巡查\t备注"
ROWS = ("1\t潮头港\t420\t每日2次\t", "2\t西鼓港\t168\t每日2次\t", "3\t白沙港\t152\t每日2次\t新建", "4\t东屏港\t77\t每日1次\t", "5\t大礁港\t96\t每日1次\t")


def _said(*rows: str, head: str = HEAD) -> list[str]:
    return quotes("column-missing", notice("停泊点情况如下：", "\n".join((head, *rows))))


@pytest.mark.parametrize(
    ("row", "instead"),
    [
        (ROWS[0], "1\t潮头港\t\t每日2次\t"),
        (ROWS[1], "2\t\t168\t每日2次\t"),
        (ROWS[2], "3\t白沙港\t152\t\t新建"),
        (ROWS[3], "4\t东屏港\t77"),
        (ROWS[4], "5\t大礁港\t\t每日1次\t"),
    ],
)
def test_one_empty_cell(row: str, instead: str) -> None:
    assert _said(*(instead if one == row else one for one in ROWS)) == [instead.strip()]


def test_one_empty_cell_of_a_table_in_bars() -> None:
    lines = ["|" + line.replace("\t", " | ") + "|" for line in (HEAD, "---\t---\t---\t---\t---", *ROWS)]
    text = notice("停泊点情况如下：", "\n".join(line.replace("| 77 |", "|  |") for line in lines))
    assert quotes("column-missing", text) == ["|4 | 东屏港 |  | 每日1次 | |"]


def test_cells_that_may_be_empty() -> None:
    assert _said(*ROWS, "合计\t\t913\t\t") == []
    # Several empty cells of a column: it is filled where there is something to say.
    assert _said(*(row.replace("每日1次", "") for row in ROWS)) == []
    # Two empty cells in so short a table: cells were merged, or a form is to be filled in.
    assert _said(ROWS[0], "2\t\t168\t\t", *ROWS[2:]) == []
    assert _said("1\t\t\t\t", *ROWS[1:]) == []
    # The first year has none before it to compare with.
    assert _said("1\t2023年\t420\t\t", "2\t2024年\t431\t2.6%\t", "3\t2025年\t445\t3.2%\t", head="序号\t年份\t渔船（艘）\t同比增长\t备注") == []
    assert _said("1\t清淤管网\t市城管局\t市财政局\t", "2\t改造泵站\t市水利局\t\t", "3\t演练\t市水利局\t市公安局\t", head="序号\t任务\t牵头单位\t配合单位\t备注") == []


def test_an_empty_cell_of_a_list_of_tasks_is_told_once() -> None:
    rows = ("1\t清淤管网\t市城管局\t2026年7月底前", "2\t改造泵站\t\t2026年8月底前", "3\t修订预案\t市应急管理局\t2026年9月底前", "4\t组织演练\t市水利局\t")
    names = told(notice("任务如下：", "\n".join(("序号\t任务\t责任单位\t完成时限", *rows))))
    assert [name for name in names if name.endswith("-missing")] == ["lead-missing", "deadline-missing"]


def test_an_empty_day_of_a_list_that_hands_out_no_work() -> None:
    rows = ("1\t江河市公园管理办法\t2011年3月2日", "2\t江河市渡口管理办法\t", "3\t江河市烟花管理办法\t2014年9月1日")
    assert quotes("column-missing", notice("废止的文件如下：", "\n".join(("序号\t文件名称\t印发日期", *rows)))) == ["2\t江河市渡口管理办法"]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("序号\t项目\t年度投资\t累计", ("1\t甲桥\t9.5\t3", "2\t乙桥\t7.3\t1", "3\t丙桥\t6.8\t2", "4\t丁桥\t1.0\t0.5", "其中：新建\t\t15.1\t6")),
        ("项目\t2026年7月\t2026年8月\t2026年9月", ("甲桥\t设计\t招标\t开工", "乙桥\t\t公示\t招标", "丙桥\t预审\t招标\t开工")),
    ],
)
def test_part_of_a_sum_and_work_month_by_month(head: str, rows: tuple[str, ...]) -> None:
    assert _said(*rows, head=head) == []
