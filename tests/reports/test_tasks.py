"""The ledger of tasks."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator

import pytest

from hegao.document.model import File
from hegao.reports.task_entries import FileEntries, by_file, ledger
from hegao.reports.task_ledger import csv_rows, json_files, tasks_table
from reports.trees import single


def test_the_table_lines_up_and_leaves_out_what_no_task_says() -> None:
    assert tasks_table(ledger([single()])) == (
        "位置      字号                  任务            牵头      配合                时限      到期\n"
        "--------  --------------------  --------------  --------  ------------------  --------  ----------\n"
        "a.txt:11  江政办发〔2026〕12号  划定水源保护区  市水利局  市财政局、市教育局  12月底前  2026-12-31\n"
        "a.txt:15  江政办发〔2026〕12号  =建成水厂                                     长期推进  长期\n"
        "共 2 项任务。\n"
    )


def test_no_task_is_said_so() -> None:
    assert tasks_table(ledger([File("b.txt", [])])) == "没有读出任务。\n"


def test_csv_has_a_row_a_task_and_no_cell_that_a_spreadsheet_would_run() -> None:
    text = "".join(csv_rows(by_file([single()])))
    assert "\r\n" in text
    first, second = csv.DictReader(io.StringIO(text))
    assert first == {
        "文件": "a.txt",
        "行": "11",
        "字号": "江政办发〔2026〕12号",
        "标题": "江河市人民政府办公室关于印发农村供水方案的通知",
        "所在章节": "（一）加强水源保护",
        "形式": "条款",
        "任务": "划定水源保护区",
        "牵头": "市水利局",
        "责任": "",
        "配合": "市财政局、市教育局",
        "上级牵头": "",
        "上级配合": "",
        "时限": "12月底前",
        "到期": "2026-12-31",
        "段落或单元格": "",
    }
    assert second["任务"] == "'=建成水厂"
    assert second["到期"] == "open-ended"


def test_json_names_the_document_of_each_task() -> None:
    data = json.loads("".join(json_files(by_file([single(), File("b.txt", [])]))))
    assert [file["path"] for file in data["files"]] == ["a.txt", "b.txt"]
    task = data["files"][0]["tasks"][0]
    assert (task["number"], task["date"], task["line"], task["due"]) == ("江政办发〔2026〕12号", "2026-03-06", 11, "2026-12-31")
    assert (task["coop"], task["resolved"]["coop"]) == (["市财政局", "教育局"], ["市财政局", "市教育局"])
    assert data["files"][1]["tasks"] == []


def _counted(asked: list[str]) -> Iterator[File]:
    for _ in range(3):
        asked.append("file")
        yield single()


@pytest.mark.parametrize("report", [csv_rows, json_files])
def test_a_file_is_written_before_the_next_one_is_read(report: Callable[[Iterable[FileEntries]], Iterator[str]]) -> None:
    """However many there are, no more than one is held."""
    asked: list[str] = []
    pieces = report(by_file(_counted(asked)))
    while "划定水源保护区" not in next(pieces):
        pass
    assert len(asked) == 1
    assert "".join(pieces).count("划定水源保护区") == 2
