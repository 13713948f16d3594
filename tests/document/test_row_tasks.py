"""Tasks in the rows of tables."""

from __future__ import annotations

import pytest

from document.opinions import tasks


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


@pytest.mark.parametrize(
    ("note", "rest"),
    [
        ("注：责任单位第一个为牵头单位，其余为配合单位。", "coop"),
        ("备注：排在首位的为牵头单位", "responsible"),
        ("（注：列第一位的单位为牵头单位，其他为协办单位）", "coop"),
    ],
)
def test_a_note_below_a_table_may_say_so(note: str, rest: str) -> None:
    table = "序号\t任务\t完成时限\t责任单位\n1\t建成水厂\t6月\t区水利局 区财政局 东湖水库管理处\n2\t巡查堤防\t7月\t区应急局"
    assert tasks(f"{table}\n{note}") == [
        ("建成水厂", {"lead": ["区水利局"], rest: ["区财政局", "东湖水库管理处"], "due": "2026-06"}),
        ("巡查堤防", {"lead": ["区应急局"], "due": "2026-07"}),
    ]


def test_offices_within_a_body_have_columns_of_their_own() -> None:
    head = "序号\t任务\t牵头单位\t配合单位\t市教育局内牵头处室\t市教育局内配合处室"
    assert tasks(f"{head}\n1\t编制规划\t各区政府\t市教育局\t基础处\t/\n\t培训教师。\t各区政府、市教育局\t/\t人事处\t基础处") == [
        ("编制规划", {"lead": ["各区政府"], "coop": ["市教育局"]}),
        ("培训教师。", {"lead": ["各区政府", "市教育局"]}),
    ]
    assert tasks("序号\t任务\t责任处室\n1\t编制规划\t基础处、人事处") == [("编制规划", {"responsible": ["基础处", "人事处"]})]


WORKS = [
    ("建成水厂", {"responsible": ["市水利局"], "due": "2026-06-30"}),
    ("改造管网", {"responsible": ["市住建局", "市财政局"], "due": "2026-09-30"}),
]


@pytest.mark.parametrize(
    "table",
    [
        # The head garbled, or lost, as a scan leaves it.
        "序号\t主要任务\t责任単位\t完成时限\n1\t建成水厂\t市水利局\t6月底前\n2\t改造管网\t市住建局、市财政局\t9月底前",
        "重点任务分工表\n\n1\t建成水厂\t市水利局\t6月底前\n2\t改造管网\t市住建局、市财政局\t9月底前",
        # A later page without it, its columns shifted.
        "序号\t任务\t责任单位\t完成时限\n1\t建成水厂\t市水利局\t6月底前\n\n\t2\t改造管网\t市住建局、市财政局\t9月底前",
        # A row in which two cells changed places: a day is no body.
        "序号\t任务\t责任单位\t完成时限\n1\t建成水厂\t市水利局\t6月底前\n2\t改造管网\t9月底前\t市住建局、市财政局",
        # What adds up the rows is none.
        "序号\t任务\t投资\t责任单位\t完成时限\n1\t建成水厂\t200\t市水利局\t6月底前\n2\t改造管网\t300\t市住建局、市财政局\t9月底前\n合计\t\t500",
        "序号\t任务\t投资\t责任单位\t完成时限\n1\t建成水厂\t200\t市水利局\t6月底前\n2\t改造管网\t300\t市住建局、市财政局\t9月底前\n\t合计\t500\t\t",
    ],
)
def test_cells_tell_what_columns_hold(table: str) -> None:
    assert tasks(table) == WORKS


@pytest.mark.parametrize(
    "table",
    [
        "序号\t时间\t内容\t地点\t责任单位\n1\t9:00—9:30\t报到\t一楼大厅\t市政府办公室\n2\t9:30—11:00\t大会\t礼堂\t市水利局",
        "单位\t电话\n市水利局\t2800001\n市财政局\t2800002",
        "1\t市水利局\t2800001\n2\t市财政局\t2800002",
        "序号\t企业名称\t主管部门\n1\t江河制造公司\t市工信局\n2\t云岭食品公司\t市商务局",
    ],
)
def test_tables_that_assign_nothing(table: str) -> None:
    assert tasks(table) == []


def test_rows_below_a_merged_cell_of_bodies() -> None:
    assert tasks("序号\t重点工作\t任务\t完成时限\t责任单位\n1\t乡村建设\t改造公路\t6月底前\t市交通局\n\t\t建设公厕\t7月底前\t\n2\t就业\t新增岗位\t8月底前\t市人社局") == [
        ("改造公路", {"responsible": ["市交通局"], "due": "2026-06-30"}),
        ("建设公厕", {"responsible": ["市交通局"], "due": "2026-07-31"}),
        ("新增岗位", {"responsible": ["市人社局"], "due": "2026-08-31"}),
    ]
    assert tasks("责任单位\t任务\t完成时限\n市水利局\t建成水厂\t6月底前\n\t清理河道\t9月底前") == [
        ("建成水厂", {"responsible": ["市水利局"], "due": "2026-06-30"}),
        ("清理河道", {"responsible": ["市水利局"], "due": "2026-09-30"}),
    ]


def test_a_row_broken_within_a_day_stays_one() -> None:
    assert tasks("序号\t任务\t责任单位\t完成时限\n1\t建成东湖\t市水利局、\t2026年\n\t水厂\t市财政局\t6月底前") == [
        ("建成东湖水厂", {"responsible": ["市水利局", "市财政局"], "due": "2026-06-30"})
    ]


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
