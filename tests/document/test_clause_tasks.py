"""Tasks in brackets and labels behind measures, and which tasks stand in one list."""

from __future__ import annotations

import pytest

from document.opinions import opinion, tasks
from reading import said


def test_each_clause_of_a_paragraph_has_the_measure_before_it() -> None:
    assert tasks("1.加强招生管理。（市教育局负责）加大投入。（市财政局牵头，6月底前完成）") == [
        ("1.加强招生管理。", {"responsible": ["市教育局"]}),
        ("加大投入。", {"lead": ["市财政局"], "due": "2026-06-30"}),
    ]


@pytest.mark.parametrize("measure", ["1.加强学校安全管理，做好防汛准备。", "1.加强宣传"])
def test_a_clause_on_a_line_of_its_own_belongs_to_the_paragraph_above(measure: str) -> None:
    assert tasks(f"{measure}\n\n（市教育局牵头，6月底前完成）") == [(measure, {"lead": ["市教育局"], "due": "2026-06-30"})]


def test_the_one_bound_of_the_measure_is_the_day_of_a_clause_without() -> None:
    assert tasks("1.确保2026年8月底前建成10所幼儿园。（市教育局负责）")[0][1]["due"] == "2026-08-31"
    assert "due" not in tasks("1.政策延长至2026年8月底前。（市教育局负责）")[0][1]
    assert "due" not in tasks("1.2026年6月底前动工，8月底前建成。（市教育局负责）")[0][1]


def test_offices_and_a_time_alone_in_a_bracket_are_a_clause() -> None:
    assert tasks("1.增设窗口9个。（纳税服务科、人事科；2026年6月底前完成）") == [("1.增设窗口9个。", {"responsible": ["纳税服务科", "人事科"], "due": "2026-06-30"})]
    assert tasks("1.增设窗口9个。（业务科、风险管理局，2026年6月底前）")[0][1]["responsible"] == ["业务科", "风险管理局"]
    assert tasks("1.增设窗口9个。（大厅、走廊；2026年6月底前完成）") == []


def test_labels_on_lines_of_their_own_speak_of_the_block_above() -> None:
    body = "一、改造老旧小区\n\n改造小区12个。\n\n责任单位：市住建局、各县（区）人民政府\n\n完成时限：2026年11月底前\n\n二、新建食堂\n\n**牵头单位：**市民政局\n配合单位：市财政局\n"
    assert tasks(body) == [
        ("改造小区12个。", {"responsible": ["市住建局", "各县（区）人民政府"], "due": "2026-11-30"}),
        ("二、新建食堂", {"lead": ["市民政局"], "coop": ["市财政局"]}),
    ]


@pytest.mark.parametrize(
    "labels",
    [
        "牵头单位：市政务服务中心\n责任单位：各县（区）人民政府，市司法局\n完成时限：2026年11月底前",
        "责任单位：各县（区）人民政府，市司法局\n牵头单位：市政务服务中心\n完成时限：2026年11月底前并长期坚持",
        "市级牵头单位：市政务服务中心。\n主要责任单位：各县（区）人民政府，市司法局。\n完成时限：2026年11月底前。",
    ],
)
def test_each_line_of_labels_stands_by_itself(labels: str) -> None:
    """Narrow lines of one width, with commas or without a stop, are no text that was broken; what follows is none of theirs."""
    body = f"1.2026年3月底前梳理事项，优化流程，方便群众。\n{labels}\n各县（区）要加强领导，落实责任，确保完成任务。"
    assert tasks(body) == [
        (
            "1.2026年3月底前梳理事项，优化流程，方便群众。",
            {"lead": ["市政务服务中心"], "responsible": ["各县（区）人民政府", "市司法局"], "due": "2026-11-30"},
        )
    ]


def test_the_body_named_first_leads_where_a_clause_says_so_for_all() -> None:
    body = "1.加强管理。（市教育局、市财政局负责。列第一位者为牵头单位，下同）\n\n2.加大投入。（市财政局、市民政局等负责）\n\n3.开展督查。（市审计局牵头，市司法局配合）"
    assert [said for _measure, said in tasks(body)] == [
        {"lead": ["市教育局"], "responsible": ["市财政局"]},
        {"lead": ["市财政局"], "responsible": ["市民政局"]},
        {"lead": ["市审计局"], "coop": ["市司法局"]},
    ]


@pytest.mark.parametrize(
    "labels",
    [
        # Labels parted by blanks, or by nothing once the blanks are gone; persons among them.
        "牵头单位：市水利局  配合单位：市财政局 市住建局  完成时限：6月底前",
        "责任领导：李明\n牵头单位：市水利局\n配合单位：市财政局 市住建局\n责任人：王芳\n完成时限：6月底前",
        "责任领导：李明  牵头单位：市水利局  配合单位：市财政局、市住建局  完成时限：6月底前",
        "牵头单位：\n市水利局\n配合单位：\n市财政局、市住建局\n完成时限：\n6月底前",
        "牵头单位：①市水利局；配合单位：①市财政局②市住建局；完成时限：6月底前",
    ],
)
def test_labels_stand_as_they_may(labels: str) -> None:
    expected = {"lead": ["市水利局"], "coop": ["市财政局", "市住建局"], "due": "2026-06-30"}
    assert tasks(f"1.建成水厂，确保供水。\n{labels}") == [("1.建成水厂，确保供水。", expected)]


def test_labels_run_in_behind_a_measure() -> None:
    """The day that a label sets goes before that of the measure."""
    assert tasks("1.建成水厂。6月底前建成主体。责任单位：市水利局。完成时限：2026年8月底前。\n\n2.改造管网。——责任单位：市住建局；完成时限：长期坚持") == [
        ("1.建成水厂。6月底前建成主体。", {"responsible": ["市水利局"], "due": "2026-08-31"}),
        ("2.改造管网。——", {"responsible": ["市住建局"], "due": "open-ended"}),
    ]


def test_a_heading_that_announces_bodies_assigns_nothing() -> None:
    assert tasks("一、主办单位\n\n主办单位：江河市人民政府") == []


def test_elided_levels_are_restored_beside_what_is_written() -> None:
    (task,) = opinion("1.加强管理。（责任单位：市财政局、教育局）").tasks
    assert [(unit.name, unit.resolved) for unit in task.units] == [("市财政局", "市财政局"), ("教育局", "市教育局")]


def test_siblings_stand_in_one_list_or_table() -> None:
    body = "一、经济\n\n1.增长。（市发改委牵头）\n\n2.投资。（市财政局牵头）\n\n序号\t任务\t牵头单位\n1\t甲\t市教育局\n2\t乙\t市民政局"
    found = opinion(body).tasks
    assert [[found.index(one) for one in task.task_list.tasks] for task in found] == [[0, 1], [0, 1], [2, 3], [2, 3]]


def test_the_year_of_the_title_is_the_year_of_bare_months() -> None:
    (task,) = opinion("1.增长。（市发改委牵头，6月底前完成）", "关于2027年重点工作的意见").tasks
    assert said(task)["due"] == "2027-06-30"
