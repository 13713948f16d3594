"""Tables: heads, columns, rows, serials and sections."""

from __future__ import annotations

import pytest

from hegao.document.model import Table
from hegao.document.task_columns import columns_of
from reading import document


def table(text: str) -> Table:
    """The only table of a text."""
    (found,) = document(text).of("table")
    assert isinstance(found, Table)
    return found


def test_a_head_and_its_rows() -> None:
    found = table("序号\t任务\t责任单位\n1\t建成水厂\t市水利局\n2\t巡查堤防\t市应急局")
    assert [(column.head, column.role) for column in found.columns] == [("序号", "serial"), ("任务", "measure"), ("责任单位", "responsible")]
    assert [[cell.value for cell in row.cells] for row in found.rows] == [["1", "建成水厂", "市水利局"], ["2", "巡查堤防", "市应急局"]]
    (row, _other) = found.rows
    assert (cell := row.cell("responsible")) is not None and cell.value == "市水利局"
    assert row.cell("deadline") is None
    assert found.has("measure") and not found.has("deadline")


def test_a_table_without_a_head_has_columns_without_roles() -> None:
    found = table("1\t建成水厂。\t9月底前完成。\n2\t巡查堤防。\t长期坚持。")
    assert {column.role for column in found.columns} == {"other"}
    assert len(found.rows) == 2


def test_a_row_wider_than_its_head_has_columns_without_a_name() -> None:
    found = table("序号\t任务\t责任单位\n1\t建成水厂\t市水利局\t重点")
    assert [column.head for column in found.columns] == ["序号", "任务", "责任单位", ""]


def test_cells_with_text_are_nodes_that_know_their_column() -> None:
    (row,) = table("序号\t任务\t责任单位\t备注\n1\t建成水厂\t市水利局\t").rows
    assert [(cell.text.value, cell.head, cell.role) for cell in row.filled()] == [
        ("1", "序号", "serial"),
        ("建成水厂", "任务", "measure"),
        ("市水利局", "责任单位", "responsible"),
    ]


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (["序号", "工作任务", "牵头单位", "配合单位", "完成时限"], ["serial", "measure", "lead", "coop", "deadline"]),
        # Of two columns that could tell the task the more telling one does.
        (["序号", "重点任务", "具体措施", "责任单位"], ["serial", "other", "measure", "responsible"]),
        (["任务", "自治区牵头单位", "自治区配合单位", "市级牵头单位"], ["measure", "upper_lead", "upper_coop", "lead"]),
        (["姓名", "职务", ""], ["other", "other", "other"]),
    ],
)
def test_what_a_head_says_that_its_column_holds(heads: list[str], roles: list[str]) -> None:
    assert [column.role for column in columns_of(heads)] == roles


def test_serials_and_sections() -> None:
    text = "序号\t任务\t责任单位\n一、甲类\t\t\n1\t甲\t市教育局\n（2）\t乙\t市财政局\n二、乙类\t\t\n1\t丙\t市民政局\n一\t丁\t市司法局"
    assert [(row.serial, row.section) for row in table(text).rows] == [(None, 1), (1, 1), (2, 1), (None, 2), (1, 2), (1, 2)]
