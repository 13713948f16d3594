"""Work of which nobody can tell who leads."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

LED = ("（一）清理管网60公里。（市城管局牵头，市水利局配合，2026年7月31日前完成）", "（二）改造泵站4座。（市水利局牵头，市城管局配合，2026年8月31日前完成）", "（三）更新井盖3000个。（市城管局牵头，市公安局配合，2026年9月30日前完成）")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("（市城管局、市水利局、市公安局负责，各县（区）人民政府配合，2026年8月31日前完成）", ["（市城管局、市水利局、市公安局负责，各县（区）人民政府配合，2026年8月31日前完成）"]),
        ("（市城管局、市水利局按职责分工负责，2026年8月31日前完成）", []),
        ("（市城管局、市水利局牵头配合，2026年8月31日前完成）", ["市城管局、市水利局牵头配合"]),
        ("（有关部门牵头，市水利局配合，2026年8月31日前完成）", ["有关部门牵头"]),
        ("（牵头，市水利局配合，2026年8月31日前完成）", ["（牵头，"]),
        ("（市城管局牵头，市水利局配合，2026年8月31日前完成）", []),
    ],
)
def test_clause_without_a_clear_lead(clause: str, expected: list[str]) -> None:
    assert quotes("lead-missing", notice("一、重点任务", *LED, f"（四）建立台账。{clause}")) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("资金到位后，由县水利局、县财政局、县城管局，严格按照规定组织实施。", ["县水利局、县财政局、县城管局"]),
        ("资金到位后，由县水利局、县财政局、县城管局，按照职责分工组织实施。", []),
        ("领导小组由县水利局、县财政局、县城管局，在家的负责同志组成。", []),
        ("每年至少组织1次综合演练，乡镇人民政府每半年至少组织1次演练。", ["每年至少组织1次综合演练"]),
        ("县指挥部每年至少组织1次综合演练，乡镇人民政府每半年至少组织1次演练。", []),
        ("由，市水利局配合，于2026年8月31日前完成台账。", ["由，"]),
        ("由牵头，市水利局配合，于2026年8月31日前完成台账。", ["由牵头，"]),
        ("由市水利局、市城管局牵头配合，于2026年8月31日前完成台账。", ["市水利局、市城管局牵头配合"]),
    ],
)
def test_sentence_without_a_clear_lead(body: str, expected: list[str]) -> None:
    assert quotes("lead-missing", notice(body)) == expected


@pytest.mark.parametrize(("cell", "expected"), [("、市水利局", ["、市水利局"]), ("有关部门、各镇人民政府", ["有关部门"]), ("市水利局、各镇人民政府", [])])
def test_cell_without_a_clear_lead(cell: str, expected: list[str]) -> None:
    rows = ("1\t清理管网\t市城管局\t2026年7月31日前", "2\t更新井盖\t市公安局\t2026年9月30日前", f"3\t改造泵站\t{cell}\t2026年8月31日前", "4\t建立台账\t市城管局\t2026年8月31日前")
    assert quotes("lead-missing", notice("任务如下：", "\n".join(("序号\t工作任务\t责任单位\t完成时限", *rows)))) == expected


def test_list_of_several_bodies_a_row_with_no_word_on_who_leads() -> None:
    rows = [f"{number}\t{work}\t市城管局、市水利局\t2026年{number + 6}月31日前" for number, work in enumerate(("清理管网", "更新井盖", "改造泵站", "建立台账", "整治涝点"), 1)]
    table = "\n".join(("序号\t工作任务\t责任单位\t完成时限", *rows))
    assert quotes("lead-missing", notice("一、任务分工", table)) == ["一、任务分工"]
    assert quotes("lead-missing", notice("一、任务分工", "责任单位列首位的为牵头单位。", table)) == []


SPOKEN = ("（一）由市财政局牵头，市审计局配合，于2026年9月底前完成决算评审。", "（二）由市应急局牵头，市消防救援支队配合，于2026年10月底前完成消防验收。")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("由市教育局、市住建局负责，于2026年8月底前完成校舍改造。", ["市教育局、市住建局负责，于2026年8月底前完成校舍改造"]),
        ("市住建局、市城管局配合，于2026年8月底前完成校舍改造。", ["市住建局、市城管局配合"]),
        ("于2026年8月底前完成校舍改造。", ["（三）于2026年8月底前完成校舍改造。"]),
        ("由市教育局牵头，市住建局配合，于2026年8月底前完成校舍改造。", []),
        ("由市教育局、市住建局按职责分工负责，于2026年8月底前完成校舍改造。", []),
    ],
)
def test_item_without_a_clear_lead_among_items_with_one(item: str, expected: list[str]) -> None:
    assert [quote[: len(one)] for quote, one in zip(quotes("lead-missing", notice("议定事项：", *SPOKEN, f"（三）{item}")), expected or [""], strict=False)] == expected


def test_bracket_of_bodies_and_a_time_among_clauses_with_a_lead() -> None:
    assert quotes("lead-missing", notice("一、重点任务", *LED, "建立台账。（市城管局、市水利局，2026年8月31日前完成）")) == ["（市城管局、市水利局，2026年8月31日前完成）"]
    assert quotes("lead-missing", notice("一、重点任务", *LED, "（四）建立台账。（市城管局、市水利局，2026年8月31日前完成）")) == ["（市城管局、市水利局，2026年8月31日前完成）"]


def test_left_to_whomever_it_concerns_beside_others_that_name_theirs() -> None:
    items = ("（一）优化流程。（责任单位：市行政审批局）", "（二）压减时限。（责任单位：{}）", "（三）容缺受理。（责任单位：市税务局）")
    assert quotes("lead-missing", notice("一、任务", *(item.format("相关部门") for item in items))) == ["相关部门"]
    assert quotes("lead-missing", notice("一、任务", *(item.format("市财政局，各有关部门") for item in items))) == []
    assert quotes("lead-missing", notice("一、任务", items[0], items[2], "（三）有关部门负责，于8月底前完成结算。")) == ["有关部门负责"]
    assert quotes("lead-missing", notice("有关部门负责的事项，按规定办理。")) == []


def test_two_bodies_behind_a_comma_among_groups_that_one_leads() -> None:
    groups = (
        "（一）协调组。由市应急管理局牵头，市财政局配合，负责经费保障。",
        "（二）预警组。由市水利局牵头，市气象局配合，负责信息发布。",
        "（三）安置组。由市民政局、市教育局，负责物资发放。",
    )
    assert quotes("lead-missing", notice("一、分工", *groups)) == ["市民政局、市教育局"]
    assert quotes("lead-missing", notice(groups[2][4:])) == []
