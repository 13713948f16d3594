"""One piece of work in two lists that agree: bodies of two places, a row that is done within the time of its clause; and what sets no day."""

from __future__ import annotations

from checks.told import quotes
from notices import notice


def test_two_columns_of_bodies_are_two_lists() -> None:
    rows = ("序号\t任务\t甲县责任单位\t乙县责任单位\t完成时限", "1\t疏浚河道\t县水利局\t县水利局\t2026年9月底前", "2\t清理垃圾\t县城管局、县城管局\t县城管局\t2026年8月底前")
    assert len(quotes("unit-duplicate", notice("任务如下：", "\n".join(rows)))) == 1


def test_row_that_is_done_within_the_time_of_its_clause() -> None:
    clauses = ("（一）开展产业项目督查。〔牵头单位：市发展改革委；完成时限：2026年8月31日前〕", "（二）开展民生实事督查。〔牵头单位：市民政局；完成时限：2026年9月30日前〕")
    rows = "序号\t督查事项\t牵头单位\t实施时间\n1\t产业项目督查\t市发展改革委\t2026年8月12日至8月23日\n2\t民生实事督查\t市民政局\t2026年9月8日至9月12日"
    assert quotes("deadline-conflict", notice(*clauses, "附件：督查安排表", behind="附件\n\n督查安排表\n\n" + rows)) == []


def test_work_that_begins_when_something_happens_has_no_day() -> None:
    items = [f"（{n}）由市{name}局牵头，市财政局配合，于2026年9月{day}日前完成{what}。" for n, name, day, what in (("一", "水利", 3, "清淤"), ("二", "教育", 5, "排查"), ("三", "民政", 8, "登记"))]
    apart = "（四）因抢修需要占用道路的，由市公安局牵头，市财政局配合，先行受理、后补手续。"
    assert quotes("deadline-missing", notice("一、任务", *items, apart)) == []
    assert quotes("deadline-missing", notice("一、任务", *items, "（四）由市公安局牵头，市财政局配合，完成标线施划。")) != []
