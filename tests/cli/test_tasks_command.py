"""``hegao tasks``: what is asked for on the command line, and where it goes."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from hegao.cli.main import run
from repository import ROOT

CORRECT = "examples/notice-correct.txt"


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    """The tasks in the JSON report."""
    assert run(["tasks", "--output-format", "json", *arguments, CORRECT]) == 0
    tasks: list[dict[str, object]] = json.loads(capsys.readouterr().out)["files"][0]["tasks"]
    return tasks


def test_options_choose_among_the_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    every = listed(capsys)
    early = listed(capsys, "--due-before", "2026-09-30")
    late = listed(capsys, "--due-after", "2026-09-30")
    assert early and late and len(early) + len(late) == len([task for task in every if task["due"] not in (None, "open-ended")])
    mine = listed(capsys, "--by-unit", "市水利局，市卫生健康委")
    assert 0 < len(mine) < len(every)
    assert listed(capsys, "--without-deadline", "--without-lead") == []


@pytest.mark.parametrize("form", ["table", "text"])
def test_the_table_is_what_is_written_unasked(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tasks", CORRECT]) == 0
    plain = capsys.readouterr().out
    assert run(["tasks", "--output-format", form, CORRECT]) == 0
    assert capsys.readouterr().out == plain


def test_a_calendar_goes_to_standard_output_alone_and_what_it_lacks_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tasks", "--output-format", "ics", "--as-of", "2026-07-01", "examples/notice-with-defects.txt"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("BEGIN:VCALENDAR\r\n") and out.endswith("END:VCALENDAR\r\n")
    assert out.count("DTSTAMP:20260701T000000Z") == out.count("BEGIN:VEVENT") > 3
    assert err == "hegao：另有 2 项任务没有确定的到期日，没有列入日历\n"


def test_a_workbook_is_the_same_in_a_file_and_on_standard_output(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    target = tmp_path / "台账.xlsx"
    arguments = [sys.executable, "-m", "hegao", "tasks", "--output-format", "xlsx", "--sheet-by-lead", CORRECT]
    piped = subprocess.run(arguments, check=True, capture_output=True, timeout=120)
    assert run(["tasks", "--output-format", "xlsx", "--sheet-by-lead", "--output", str(target), CORRECT]) == 0
    assert piped.stdout == target.read_bytes() and piped.stderr == b""
    assert len(openpyxl.load_workbook(io.BytesIO(piped.stdout)).sheetnames) > 2


def test_without_the_library_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert run(["tasks", "--output-format", "xlsx", "--output", str(tmp_path / "t.xlsx"), CORRECT]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err == "hegao：输出 xlsx 要先安装 XlsxWriter：pip install 'hegao[reports]'；用法见 hegao tasks --help\n"
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_is_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["tasks", "--output-format", "xlsx", CORRECT]) == 2
    assert capsys.readouterr().err.startswith("hegao：xlsx 不能显示在终端")


def test_a_file_that_cannot_be_read_does_not_stop_the_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("xlsxwriter")
    (tmp_path / "空.txt").write_bytes(b"")
    target = tmp_path / "t.xlsx"
    assert run(["tasks", "--output-format", "xlsx", "--output", str(target), str(tmp_path / "空.txt"), CORRECT]) == 3
    assert "空.txt" in capsys.readouterr().err and target.stat().st_size > 1000
