"""The workbook of tasks, read back with another library."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest

from hegao.reports.task_entries import by_file
from hegao.reports.task_workbook import tasks_workbook
from reports.test_task_entries import BODY, read

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")


def opened(*body: str, **options: Any) -> Any:
    """The workbook of a notice with these paragraphs."""
    return openpyxl.load_workbook(io.BytesIO(b"".join(tasks_workbook(by_file([read(*body)]), **options))))


def test_a_row_a_task_with_its_day_as_a_day() -> None:
    workbook = opened(*BODY)
    assert workbook.sheetnames == ["任务台账"]
    head, *rows = workbook.active.iter_rows()
    at = {cell.value: cell.column - 1 for cell in head}
    assert len(rows) == 5
    assert [rows[0][at[column]].value for column in ("字号", "牵头", "配合", "时限", "位置")] == [
        "江政办发〔2026〕12号",
        "市水利局",
        "市财政局、市教育局",
        "2026年6月30日前",
        "7行",
    ]
    due = [row[at["到期"]] for row in rows]
    assert [cell.value for cell in due] == [
        datetime.datetime(2026, 6, 30),
        datetime.datetime(2026, 9, 30),
        datetime.datetime(2026, 12, 31),
        "长期",
        None,
    ]
    assert [cell.number_format for cell in due[:3]] == ["yyyy-mm-dd", "yyyy-mm-dd", "yyyy-mm"]


def test_the_head_stays_in_sight_and_columns_can_be_filtered() -> None:
    sheet = opened(*BODY).active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:M6"
    assert sheet.print_title_rows == "$1:$1"
    assert all(10 <= sheet.column_dimensions[letter].width <= 60 for letter in "ABCDEFGHIJKLM")


def test_no_cell_is_a_formula_a_link_or_a_number() -> None:
    body = ["=HYPERLINK(“http://a.example/”)整修。（牵头单位：市水利局）", "＋86联系。（牵头单位：市财政局）", "http://a.example/报送。（牵头单位：市水利局）"]
    sheet = opened(*body).active
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"} and not any(cell.hyperlink for cell in cells)


def test_a_sheet_for_each_body_that_answers_for_some() -> None:
    long = "江河市推进特别漫长名称的各项重点工作领导小组协调联络办公室综合处"
    body = [*BODY, f"六、汇总。（牵头单位：{long}）", f"七、上报。（牵头单位：{long}、市财政局）", f"八、公开。（牵头单位：{long}一科）"]
    workbook = opened(*body, by_lead=True)
    names = workbook.sheetnames
    assert names[:5] == ["任务台账", "市水利局", "云岭县人民政府", "市文化和旅游局", "市财政局"]
    assert names[-1] == "未写明牵头单位"
    assert all(len(name) <= 31 for name in names) and len({name.casefold() for name in names}) == len(names)
    assert workbook["市财政局"].max_row == 3
    assert workbook["未写明牵头单位"].max_row == 2


def test_it_is_the_same_to_the_byte_and_knows_no_clock() -> None:
    found = list(by_file([read(*BODY)]))
    assert b"".join(tasks_workbook(found)) == b"".join(tasks_workbook(found))
    assert opened(*BODY).properties.created == datetime.datetime(2026, 6, 8)
    assert opened(*BODY, made=datetime.date(2026, 7, 1)).properties.created == datetime.datetime(2026, 7, 1)
    assert opened("请认真落实。").active.max_row == 1
