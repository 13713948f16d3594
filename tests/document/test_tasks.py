"""Tasks as a clerk enters them in the ledger: measure, bodies, day."""

from __future__ import annotations

import pytest

from hegao.document.model import Document
from notices import notice
from reading import document, said


def opinion(body: str, title: str = "关于重点工作的意见") -> Document:
    """An opinion with that body, dated at its head."""
    return document(notice(body, title=title, issuer="江河市人民政府", number="2026年2月8日 江政发〔2026〕2号", signature="", date=""))


def tasks(body: str) -> list[tuple[str, dict[str, object]]]:
    """Measure and words of every task of the body."""
    return [(task.measure.value, said(task)) for task in opinion(body).tasks]


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


def test_labels_on_lines_of_their_own_speak_of_the_block_above() -> None:
    body = "一、改造老旧小区\n\n改造小区12个。\n\n责任单位：市住建局、各县（区）人民政府\n\n完成时限：2026年11月底前\n\n二、新建食堂\n\n**牵头单位：**市民政局\n配合单位：市财政局\n"
    assert tasks(body) == [
        ("改造小区12个。", {"responsible": ["市住建局", "各县（区）人民政府"], "due": "2026-11-30"}),
        ("二、新建食堂", {"lead": ["市民政局"], "coop": ["市财政局"]}),
    ]


def test_a_heading_that_announces_bodies_assigns_nothing() -> None:
    assert tasks("一、主办单位\n\n主办单位：江河市人民政府") == []


def test_a_table_of_tasks() -> None:
    body = (
        "附表\n\n序号\t任务\t牵头单位\t责任单位\t配合单位\t完成时限\t备注\n"
        "1\t建成水厂\t市水利局\t云岭县人民政府\t市财政局、发展改革委\t2026年9月30日\t\n"
        "2\t巡查堤防\t市应急局按职责分工负责\t\t/\t长期坚持\t重点\n"
        "3\t发布预警\t\t\t\t6月底前\t\n"
    )
    assert tasks(body) == [
        ("建成水厂", {"lead": ["市水利局"], "responsible": ["云岭县人民政府"], "coop": ["市财政局", "发展改革委"], "due": "2026-09-30"}),
        ("巡查堤防", {"lead": ["市应急局"], "due": "open-ended"}),
        ("发布预警", {"due": "2026-06-30"}),
    ]


def test_elided_levels_are_restored_beside_what_is_written() -> None:
    (task,) = opinion("1.加强管理。（责任单位：市财政局、教育局）").tasks
    assert [(unit.name, unit.resolved) for unit in task.units] == [("市财政局", "市财政局"), ("教育局", "市教育局")]


def test_two_levels_of_government_side_by_side() -> None:
    body = "序号\t任务\t自治区牵头单位\t自治区配合单位\t市级牵头单位\t市级责任单位\t时限\n1\t管网改造\t自治区住建厅\t自治区财政厅\t市住建局\t临湖区人民政府\t2026.10"
    assert tasks(body) == [
        (
            "管网改造",
            {"lead": ["市住建局"], "responsible": ["临湖区人民政府"], "upper_lead": ["自治区住建厅"], "upper_coop": ["自治区财政厅"], "due": "2026-10"},
        )
    ]


def test_cells_may_tell_roles_themselves() -> None:
    body = "序号\t任务\t责任分工\n1\t建成水厂\t牵头单位：市水利局；配合单位：市财政局；完成时限：6月底前\n2\t巡查堤防\t市应急局牵头，市水利局配合"
    assert tasks(body) == [
        ("建成水厂", {"lead": ["市水利局"], "coop": ["市财政局"], "due": "2026-06-30"}),
        ("巡查堤防", {"lead": ["市应急局"], "coop": ["市水利局"]}),
    ]


def test_persons_beside_bodies_are_left_out() -> None:
    head = "序号\t任务\t责任单位及责任人\t完成时限\n"
    assert tasks(f"{head}1\t建成水厂\t市水利局 李明、市财政局（王芳）\t6月\n2\t巡查堤防\t市应急局、张强\t7月") == [
        ("建成水厂", {"responsible": ["市水利局", "市财政局（王芳）"], "due": "2026-06"}),
        ("巡查堤防", {"responsible": ["市应急局"], "due": "2026-07"}),
    ]


def test_the_first_of_a_list_may_lead() -> None:
    head = "序号\t任务\t责任单位（排第一位的为牵头单位）\n1\t建成水厂\t市水利局、市财政局"
    assert tasks(head) == [("建成水厂", {"lead": ["市水利局"], "responsible": ["市财政局"]})]
    text = "调研单位分工如下（排名第一的为牵头单位），2026年10月提交报告。\n\n项目名称\t调研单位\n《防汛条例》\t市水利局、应急局"
    assert tasks(text) == [("《防汛条例》", {"lead": ["市水利局"], "coop": ["应急局"], "due": "2026-10"})]


def test_merged_rows_are_tasks_of_their_own_and_group_rows_none() -> None:
    body = (
        "序号\t重点任务\t具体措施\t牵头单位\t完成时限\n一、乡村\t\t\t\t\n1\t乡村建设\t改造公路。\t市交通局\t6月底前\n"
        "\t\t建设公厕。\t市农业农村局\t7月底前\n\t\t绿化村庄。\t\t8月底前\n二、民生\n1\t就业\t新增岗位。\t市人社局\t12月底前"
    )
    assert tasks(body) == [
        ("改造公路。", {"lead": ["市交通局"], "due": "2026-06-30"}),
        ("建设公厕。", {"lead": ["市农业农村局"], "due": "2026-07-31"}),
        ("绿化村庄。", {"lead": ["市农业农村局"], "due": "2026-08-31"}),
        ("新增岗位。", {"lead": ["市人社局"], "due": "2026-12-31"}),
    ]


def test_names_on_two_lines_of_a_cell_are_two() -> None:
    head = "序号\t任务\t牵头单位\t配合单位"
    assert tasks(f"{head}\n1\t完善制度\t市司法局\t市财政局\n\n{head}\n\t，规范执法。\t\t市审计局") == [
        ("完善制度，规范执法。", {"lead": ["市司法局"], "coop": ["市财政局", "市审计局"]})
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("各县（区）人民政府要于2026年4月10日前制定方案。", {"responsible": ["各县（区）人民政府"], "due": "2026-04-10"}),
        ("各县(区)人民政府要于2026年4月10日前,制定方案。", {"responsible": ["各县(区)人民政府"], "due": "2026-04-10"}),
        ("一、市应急局负责汇总，5月底前形成报告报市政府。", {"responsible": ["市应急局"], "due": "2026-05-31"}),
        ("项目由市司法局起草，2026年7月报市政府审查。", {"responsible": ["市司法局"], "due": "2026-07"}),
        ("各市、县要编制规划，力争在2026年12月底前完成并公布。", {"responsible": ["各市", "县"], "due": "2026-12-31"}),
        ("各有关部门在本意见印发之日起10日内完成部署。", {"responsible": ["各有关部门"], "due": "2026-02-18"}),
        ("（一）列入计划的所有项目牵头单位在本计划下达后10日内，制定方案并报送市司法局。", {"responsible": ["列入计划的所有项目牵头单位"], "due": "2026-02-18"}),
    ],
)
def test_a_sentence_that_names_a_body_and_a_day(sentence: str, expected: dict[str, object]) -> None:
    ((_measure, words),) = tasks(sentence)
    assert words == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "2025年12月，市应急局曾组织开展检查。",
        "市应急局于2025年3月5日召开了动员会。",
        "市应急局于2025年3月5日在云岭县设立了监测站。",
        "根据市政府于2025年公布的《办法》，请各单位自查。",
        "本意见自2026年5月1日起施行。",
        "2026年是重要的一年，各单位要抓好落实。",
        "有效期至2026年12月31日。",
    ],
)
def test_history_and_terms_are_no_tasks(sentence: str) -> None:
    assert tasks(sentence) == []


def test_siblings_stand_in_one_list_or_table() -> None:
    body = "一、经济\n\n1.增长。（市发改委牵头）\n\n2.投资。（市财政局牵头）\n\n序号\t任务\t牵头单位\n1\t甲\t市教育局\n2\t乙\t市民政局"
    found = opinion(body).tasks
    assert [[found.index(one) for one in task.task_list.tasks] for task in found] == [[0, 1], [0, 1], [2, 3], [2, 3]]


def test_the_year_of_the_title_is_the_year_of_bare_months() -> None:
    (task,) = opinion("1.增长。（市发改委牵头，6月底前完成）", "关于2027年重点工作的意见").tasks
    assert said(task)["due"] == "2027-06-30"
