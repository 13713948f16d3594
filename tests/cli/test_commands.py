"""The commands on real files: what goes to which stream, and with which exit status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hegao.cli.main import run
from repository import ROOT

DEFECTS = "examples/notice-with-defects.txt"
CORRECT = "examples/notice-correct.txt"


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


class _Stdin:
    """A standard input that holds bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([CORRECT], 0),
        ([DEFECTS], 1),
        ([DEFECTS, "--fail-on", "error"], 1),
        ([DEFECTS, "--fail-on", "never"], 0),
        ([DEFECTS, "--select", "deadline-vague", "--fail-on", "error"], 0),
        ([DEFECTS, "--select", "deadline-vague"], 1),
        ([DEFECTS, CORRECT, "no-such.txt"], 2),
    ],
)
def test_the_exit_status_says_what_came_of_it(arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", *arguments]) == status
    assert "共检查" in capsys.readouterr().out


@pytest.mark.parametrize(
    "data",
    [b"", b"\x89PNG\r\n\x1a\n\x00\x00\x00", b"\xff\xff\xff\xff\x80\x81", " \n　\n".encode()],
    ids=["empty", "picture", "no encoding", "blank"],
)
def test_an_unreadable_file_is_a_finding_a_sentence_and_status_3(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    assert run(["check", "--output-format", "json", str(bad), DEFECTS]) == 3
    out, err = capsys.readouterr()
    files = json.loads(out)["files"]
    assert [finding["name"] for finding in files[0]["findings"]] == ["unreadable"]
    assert files[1]["findings"]
    assert err.startswith(f"hegao：{bad}：") and err.count("\n") == 1
    assert run(["tree", str(bad)]) == 3
    out, err = capsys.readouterr()
    assert out == "" and err.startswith(f"hegao：{bad}：") and err.count("\n") == 1


def test_select_and_ignore_choose_rules(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--output-format", "json", "--select", "TSK", "--ignore", "deadline-vague,TSK305", DEFECTS])
    names = {finding["name"] for finding in json.loads(capsys.readouterr().out)["files"][0]["findings"]}
    assert "deadline-missing" in names
    assert not names & {"deadline-vague", "lead-missing", "heading-gap"}


def test_the_standard_input_bears_the_name_given(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    data = Path(DEFECTS).read_bytes()
    monkeypatch.setattr(sys, "stdin", _Stdin(data))
    assert run(["check", "-", "--stdin-filename", "草稿.txt", "--output-format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [file["path"] for file in report["files"]] == ["草稿.txt"]
    monkeypatch.setattr(sys, "stdin", _Stdin(data))
    assert run(["tree", "-", "--output-format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["path"] == "<stdin>"


def test_messages_are_english_on_demand_and_places_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--output-format", "json", DEFECTS])
    chinese = json.loads(capsys.readouterr().out)["files"][0]["findings"]
    run(["check", "--output-format", "json", "--lang", "en", DEFECTS])
    english = json.loads(capsys.readouterr().out)["files"][0]["findings"]
    assert [(f["rule"], f["line"], f["column"], f["fingerprint"]) for f in chinese] == [
        (f["rule"], f["line"], f["column"], f["fingerprint"]) for f in english
    ]
    assert all(a["message"] != b["message"] for a, b in zip(chinese, english, strict=True))


def test_a_report_goes_into_a_file_as_a_whole_and_keeps_its_mode(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(target)
    run(["check", "--output-format", "json", DEFECTS])
    shown = capsys.readouterr().out
    assert run(["check", "--output-format", "json", "--output", str(link), DEFECTS]) == 1
    assert capsys.readouterr().out == ""
    assert target.read_text(encoding="utf-8") == shown
    assert target.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "report.json"]


def test_csv_with_a_mark_opens_in_a_spreadsheet(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["tasks", "--output-format", "csv", "--bom", CORRECT]) == 0
    marked = capsysbinary.readouterr().out
    assert run(["tasks", "--output-format", "csv", CORRECT]) == 0
    plain = capsysbinary.readouterr().out
    assert marked == b"\xef\xbb\xbf" + plain
    assert run(["tasks", "--output-format", "csv", "--bom", "--output", str(tmp_path / "t.csv"), CORRECT]) == 0
    assert (tmp_path / "t.csv").read_bytes() == marked


def test_all_rules_are_listed_and_each_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", "--output-format", "json"]) == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert run(["rule"]) == 0
    table = capsys.readouterr().out.splitlines()
    assert len(table) == len(rules) + 2
    for rule in rules:
        for lang in ("zh", "en"):
            assert run(["rule", rule["code"].lower() if lang == "en" else rule["name"], "--lang", lang]) == 0
            text = capsys.readouterr().out
            assert text.startswith(f"{rule['code']} {rule['name']}")
            assert lang == "en" or rule["help"].splitlines()[0] in text


def _piped(*arguments: str, close: bool = False, **env: str) -> tuple[int, bytes, bytes]:
    """Run the command with a pipe for its output, which nobody reads where ``close``."""
    process = subprocess.Popen(
        [sys.executable, "-m", "hegao", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **env},
    )
    if close:
        assert process.stdout
        process.stdout.close()
        process.stdout = None
    out, err = process.communicate(timeout=120)
    return process.returncode, out or b"", err


@pytest.mark.parametrize("arguments", [["check", DEFECTS], ["check", "--output-format", "json", DEFECTS], ["rule"], ["tree", DEFECTS]])
def test_a_reader_that_leaves_is_no_error(arguments: list[str]) -> None:
    status, _, err = _piped(*arguments, close=True)
    assert err == b""
    assert status == (1 if arguments[0] == "check" else 0)


def test_a_pipe_gets_no_colours() -> None:
    _, out, _ = _piped("check", DEFECTS)
    assert b"\x1b" not in out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_gets_colours_unless_it_cannot_or_nobody_wants_them(variables: dict[str, str], coloured: bool) -> None:
    import pty

    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm"} | variables
    leader, follower = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "hegao", "check", DEFECTS], stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    assert process.wait(timeout=120) == 1
    assert (b"\x1b[" in shown) == coloured


def test_a_terminal_that_cannot_show_chinese_does_not_stop_the_run() -> None:
    status, out, err = _piped("check", DEFECTS, PYTHONIOENCODING="ascii")
    assert status == 1 and err == b""
    assert b"TSK302" in out


def test_a_file_that_breaks_the_parser_is_told_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from hegao.document import building
    from hegao.document.model import File
    from hegao.sources.source import Source

    real = building.parse

    def parse(source: Source) -> File:
        if source.path == DEFECTS:
            raise ZeroDivisionError("boom")
        return real(source)

    monkeypatch.setattr(building, "parse", parse)
    assert run(["tasks", "--output-format", "json", DEFECTS, CORRECT]) == 3
    out, err = capsys.readouterr()
    assert [file["path"] for file in json.loads(out)["files"]] == [CORRECT]
    assert err == f"hegao：{DEFECTS}：程序在这个文件上出错（ZeroDivisionError: boom），请把文件报给开发者\n"
    assert run(["check", "--no-cache", DEFECTS, CORRECT]) == 3
    out, err = capsys.readouterr()
    assert "SYS901" in out and "Traceback" not in err
    monkeypatch.setenv("HEGAO_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["tasks", DEFECTS])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_report_can_go_into_a_pipe_by_name(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run(["tasks", "--output-format", "csv", "--output", str(pipe), CORRECT]) == 0
        assert os.read(reader, 65536).startswith("文件,行,".encode())
    finally:
        os.close(reader)
