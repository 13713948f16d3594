"""Settings, baseline and fixing on the command line: what goes to which stream, and with which exit status."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from engine.office import NOTICE, write
from hegao.cli.main import run

SLIP = NOTICE.replace("12号", "012号")
RIGHT = NOTICE.replace("(附清单)", "（附清单）")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office, which the test stands in."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, hegao_toml="root = true\n", a_txt=SLIP)
    return tmp_path


class _Stdin:
    """A standard input that holds bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_broken_settings_are_listed_and_nothing_is_checked(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, hegao_toml='root = true\nprofil = "x"\n[rules]\nwording = 3\n')
    assert run(["check", "a.txt"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == "hegao：hegao.toml：profil：没有这一项，是不是 profile"
    assert err.count("\n") == 2
    assert run(["rule", "wording"]) == 2
    write(office, hegao_toml="root = true\n", other_toml='[rules]\n"number-malformed" = "off"\n')
    assert run(["check", "a.txt", "--config", "none.toml"]) == 2
    assert capsys.readouterr().err.endswith("hegao：none.toml：没有这个文件\n")
    assert run(["check", "a.txt", "--config", "other.toml", "--select", "NUM"]) == 0


def test_settings_without_effect_are_told_on_standard_error(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, hegao_toml='root = true\nmandatory = ["number-malformed"]\n')
    assert run(["check", "a.txt", "--ignore", "NUM", "--output-format", "json"]) == 1
    out, err = capsys.readouterr()
    assert "number-malformed" in {finding["name"] for finding in json.loads(out)["files"][0]["findings"]}
    assert err == "hegao：NUM102 number-malformed 在设置里定为必查，--ignore 对它不起作用\n"


def test_own_rules_are_listed_and_explained(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from engine.office import OWN_RULE

    write(office, hegao_toml='root = true\nrule-folders = ["规则"]\n', 规则__a_toml=OWN_RULE)
    assert run(["rule", "JH-001"]) == 0
    assert capsys.readouterr().out.startswith("JH-001 own-repeat")
    assert run(["rule"]) == 0
    assert "JH-001" in capsys.readouterr().out


def test_a_baseline_is_written_used_and_pruned(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "a.txt", "--baseline", "base.json", "--write-baseline", "--as-of", "2026-11-20"]) == 0
    out, err = capsys.readouterr()
    assert "处已登记不报" in out
    entries = json.loads((office / "base.json").read_text("utf-8"))["entries"]
    assert err == f"hegao：base.json：登记 {len(entries)} 条，新增 {len(entries)} 条，删去 0 条；{len(entries)} 条没有写原因，请补写\n"
    assert {entry["date"] for entry in entries} == {"2026-11-20"}
    write(office, a_txt=NOTICE)
    assert run(["check", "a.txt", "--baseline", "base.json", "--output-format", "json"]) == 0
    out, err = capsys.readouterr()
    summary = json.loads(out)["summary"]
    assert (summary["suppressed"], summary["baseline_unused"]) == (len(entries) - 1, 1)
    assert err == "hegao：base.json：有 1 条已不再需要（a.txt NUM102 “江政办发〔2026〕012号”），加 --write-baseline 删去\n"
    assert run(["check", "a.txt", "--baseline", "base.json", "--write-baseline"]) == 0
    assert f"登记 {len(entries) - 1} 条，新增 0 条，删去 1 条" in capsys.readouterr().err
    assert run(["check", "a.txt", "--output-format", "json"]) == 1
    assert "baseline_unused" not in json.loads(capsys.readouterr().out)["summary"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--write-baseline"], "--write-baseline 要同时用 --baseline 写明基线文件；用法见 hegao check --help"),
        (["--baseline", "b.json", "--write-baseline", "--diff"], "--write-baseline 不能和 --diff 一起用；用法见 hegao check --help"),
        (["--fix", "-"], "用 --fix 时，- 不能和其他路径一起写；用法见 hegao check --help"),
        (["--baseline", "b.json"], "b.json：没有这个基线文件；加 --write-baseline 生成"),
    ],
)
def test_options_that_do_not_go_together(arguments: list[str], sentence: str, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "a.txt", *arguments]) == 2
    assert capsys.readouterr() == ("", f"hegao：{sentence}\n")


def test_fixing_changes_the_file_and_reports_what_is_left(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = office / "a.txt"
    path.chmod(0o640)
    (office / "link.txt").symlink_to(path)
    assert run(["check", "link.txt", "--fix", "--output-format", "json"]) == 1
    out, err = capsys.readouterr()
    assert path.read_text("utf-8") == RIGHT
    assert path.stat().st_mode & 0o777 == 0o640
    assert (office / "link.txt").is_symlink()
    assert err.splitlines() == [
        "hegao：link.txt（链接，改的是 a.txt）：已改 2 处",
        "hegao：link.txt:3 “〔2026〕012号”改为“〔2026〕12号”",
        "hegao：link.txt:7 “事项通知如下(附清单)。”改为“事项通知如下（附清单）。”",
    ]
    assert "number-malformed" not in {finding["name"] for finding in json.loads(out)["files"][0]["findings"]}
    before = path.stat().st_mtime_ns
    assert run(["check", "a.txt", "--fix"]) == 1
    assert path.stat().st_mtime_ns == before
    assert run(["check", "a.txt", "--fix", "--select", "NUM,TXT"]) == 0
    assert sorted(path.name for path in office.iterdir()) == ["a.txt", "hegao.toml", "link.txt"]


def test_a_diff_shows_what_would_change_and_changes_nothing(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "a.txt", "--diff"]) == 1
    shown = capsys.readouterr().out
    assert (office / "a.txt").read_text("utf-8") == SLIP
    assert shown.startswith("--- a/a.txt\n+++ b/a.txt\n@@ ")
    assert "-江政办发〔2026〕012号\n+江政办发〔2026〕12号\n" in shown
    assert run(["check", "a.txt", "--diff", "--output", "a.diff"]) == 1
    assert capsys.readouterr().out == ""
    assert (office / "a.diff").read_text("utf-8") == shown
    assert run(["check", "a.txt", "--diff", "--fix"]) == 1
    assert capsys.readouterr().out == shown
    assert (office / "a.txt").read_text("utf-8") == SLIP
    write(office, a_txt=RIGHT)
    assert run(["check", "a.txt", "--diff"]) == 1
    assert capsys.readouterr().out == ""


def test_a_diff_says_where_the_last_line_has_no_end(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, a_txt="根据通知（江政发[2024]8号）办理")
    run(["check", "a.txt", "--diff"])
    out = capsys.readouterr().out
    assert out.splitlines()[-4:] == [
        "-根据通知（江政发[2024]8号）办理",
        "\\ No newline at end of file",
        "+根据通知（江政发〔2024〕8号）办理",
        "\\ No newline at end of file",
    ]


@pytest.mark.parametrize("text", [SLIP, RIGHT], ids=["slip", "right"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_standard_input_is_fixed_to_the_standard_output(
    text: str, encoding: str, office: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", _Stdin(text.encode(encoding)))
    assert run(["check", "-", "--fix"]) == 1
    out, err = capsysbinary.readouterr()
    assert out == RIGHT.encode(encoding)
    assert err.decode().splitlines()[:1] == (["hegao：<stdin>：已改 2 处"] if text == SLIP else [])
    monkeypatch.setattr(sys, "stdin", _Stdin(text.encode(encoding)))
    assert run(["check", "-", "--fix", "--output", "report.json", "--output-format", "json"]) == 1
    assert capsysbinary.readouterr().out == RIGHT.encode(encoding)
    assert json.loads((office / "report.json").read_text("utf-8"))["files"][0]["path"] == "<stdin>"
    monkeypatch.setattr(sys, "stdin", _Stdin(text.encode(encoding)))
    run(["check", "-", "--diff", "--stdin-filename", "草稿.txt"])
    assert capsysbinary.readouterr().out.startswith("--- a/草稿.txt".encode() if text == SLIP else b"")


def test_a_file_that_cannot_be_written_is_told(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("hegao.cli.fixing.write_whole", refuse)
    assert run(["check", "a.txt", "--fix"]) == 3
    assert "hegao：a.txt：不能写入（没有权限），没有改\n" in capsys.readouterr().err
    assert (office / "a.txt").read_text("utf-8") == SLIP


def test_edits_left_to_people_are_told(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("hegao.engine.fixing.safe_edits.outline", lambda file, edits=(): list(edits))
    assert run(["check", "a.txt", "--fix"]) == 1
    err = capsys.readouterr().err
    assert err == "hegao：a.txt：有 2 处改动会打乱公文结构，没有改（第 3 行 number-malformed、第 7 行 punctuation），请人工处理\n"
    assert (office / "a.txt").read_text("utf-8") == SLIP
