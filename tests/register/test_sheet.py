"""Sheets of offices: heads and cells as they write them, and what is wrong told by line."""

from __future__ import annotations

import pytest

from hegao.register.entry import ISSUED, RESERVED, VOID, Entry
from hegao.register.sheet import read_day, read_sheet
from hegao.reports.register_list import register_csv


def entries(text: str) -> list[Entry]:
    sheet = read_sheet(text.encode("utf-8"))
    assert sheet.problems == []
    return [entry for _line, entry in sheet.entries]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_sheet_as_an_office_keeps_it(encoding: str) -> None:
    text = "序号,文号,文件名称,发文日期,签发人,份数\r\n1,江政办发[2026] 12号,《关于做好防汛工作的通知》,2026/4/1,王某,30\r\n,,,,,\r\n"
    sheet = read_sheet(text.encode(encoding))
    assert sheet.problems == []
    assert sheet.entries == [(2, Entry("江政办发", 2026, 12, title="关于做好防汛工作的通知", day="2026-04-01", signer="王某"))]
    assert sheet.unused == ["序号", "份数"]


def test_the_day_of_the_text_goes_before_that_of_the_issue() -> None:
    (entry,) = entries("发文日期,文号,成文日期\n2026-04-03,江政发〔2026〕1号,2026-04-01\n")
    assert entry.day == "2026-04-01"


def test_states_and_bodies() -> None:
    text = "文号,状态,发文单位,废止日期\n江政发〔2026〕1号,,,\n江政发〔2026〕2号,留号,,\n江政发〔2026〕3号,作废,,\n政发〔2026〕3号,已废止,临湖镇人民政府,2026-05-01\n"
    found = entries(text)
    assert [entry.state for entry in found] == [ISSUED, RESERVED, VOID, ISSUED]
    assert [entry.body for entry in found] == ["", "", "", "临湖镇人民政府"]
    assert found[-1].repealed == "2026-05-01"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-04-01", "2026-04-01"),
        ("2026/4/1", "2026-04-01"),
        ("2026.4.1", "2026-04-01"),
        ("20260401", "2026-04-01"),
        ("2026年4月1日", "2026-04-01"),
        ("2026/4/1 0:00:00", "2026-04-01"),
        ("", ""),
        ("2026年4月", None),
        ("2026-02-30", None),
        ("四月", None),
    ],
)
def test_days(written: str, day: str | None) -> None:
    assert read_day(written) == day


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "没有内容；第一行写列名：发文字号、标题、成文日期、发文机关、签发人、状态、废止日期、废止依据、备注"),
        ("序号,文件名称\n1,关于甲的通知\n", "第 1 行：没有“发文字号”（或“文号”）一列，第一行要写列名"),
        ("文号；文件名称\n", "第 1 行：没有“发文字号”（或“文号”）一列，第一行要写列名；列与列之间要用半角逗号"),
        ("文号,标题\n12,关于甲的通知\n", "第 2 行：“12”不是发文字号，要写成 江政办发〔2026〕12号 这样"),
        ("文号,标题\n,关于甲的通知\n", "第 2 行：没有发文字号；没有编号的文件不必登记，请删去这一行"),
        ("文号,成文日期\n江政发〔2026〕1号,四月\n", "第 2 行：“四月”不是日期，请写作 2026-03-06"),
        ("文号,状态\n江政发〔2026〕1号,在办\n", "第 2 行：状态“在办”认不出，可用：已发、留号、作废"),
        ("文号,状态\n江政发〔2026〕1号,已废止\n", "第 2 行：状态是“已废止”的，要有“废止日期”"),
        ('文号,标题\n江政发〔2026〕1号,"关于甲的通知\n', "第 2 行：引号没有配对或者用错；格子里有引号的，整格加引号，里面的引号写两个"),
    ],
)
def test_what_is_wrong_is_told_by_line(text: str, problem: str) -> None:
    assert read_sheet(text.encode("utf-8")).problems == [problem]


def test_what_is_no_text_is_told() -> None:
    assert read_sheet(b"\xff\xfe\x00\x01").problems == ["编码认不出，请另存为 UTF-8 的 CSV"]


def test_what_is_written_is_read_again_and_no_cell_is_a_formula() -> None:
    kept = [
        Entry("江政发", 2026, 1, title="=1+1", day="2026-04-01", issuer="江河市人民政府", signer="+王某", repealed="2026-05-01", repealed_by="江政发〔2026〕9号"),
        Entry("江政发", 2026, 2, state=VOID, remark="印错，“重印”"),
        Entry("政发", 2026, 2, "临湖镇人民政府", RESERVED, title='关于"甲"的通知', issuer="临湖镇人民政府"),
    ]
    written = register_csv(kept)
    assert "\r\n江政发〔2026〕1号,'=1+1,2026-04-01,江河市人民政府,'+王某,已发," in written
    assert entries(written) == kept
