"""Nothing is lost, whatever options and files are given: outputs spare inputs, fixing spares what others write, names do no harm."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.office import NOTICE, OWN_RULE, write
from hegao.cli import fixing
from hegao.cli.main import run
from hegao.engine.fixing.safe_edits import Finder, Fixed
from hegao.reports.terminal_width import show

SLIP = NOTICE.replace("12号", "012号")
posix = pytest.mark.skipif(os.name != "posix", reason="links, modes and pipes are a matter of POSIX")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office, which the test stands in."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, hegao_toml="root = true\n", a_txt=SLIP)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- outputs and inputs


@posix
@pytest.mark.parametrize("target", ["a.txt", "./sub/../a.txt", "link.txt", "hard.txt", "sub/link.txt"])
@pytest.mark.parametrize(
    "arguments",
    [["check", "--fix"], ["check"], ["check", "--diff"], ["check", "--output-format", "json"], ["tree"], ["tasks"], ["tasks", "--bom"]],
    ids=" ".join,
)
def test_a_report_never_takes_the_place_of_a_draft(arguments: list[str], target: str, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "sub").mkdir()
    (office / "link.txt").symlink_to("a.txt")
    (office / "sub" / "link.txt").symlink_to("../link.txt")
    os.link(office / "a.txt", office / "hard.txt")
    before = contents(office)
    assert run([*arguments, "a.txt", "--output", target]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("hegao：--output 写的 ") and "就是要读的 a.txt，会把它冲掉；请另写一个文件" in err and err.count("\n") == 1
    assert contents(office) == before


def test_a_report_never_takes_the_place_of_what_the_office_wrote(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Settings, tables, rules, the baseline: whatever a run reads."""
    write(
        office,
        hegao_toml='root = true\nrule-folders = ["规则"]\n[tables]\nwords = "词.csv"\n',
        词_csv="wrong,right\n甲乙,乙甲\n",
        规则__own_toml=OWN_RULE,
        base_json='{"version": 1, "entries": []}',
    )
    before = contents(office)
    for target in ("hegao.toml", "词.csv", "规则/own.toml", "base.json"):
        assert run(["check", "a.txt", "--baseline", "base.json", "--output", target]) == 2
        assert "会把它冲掉" in capsys.readouterr().err
    for target in ("hegao.toml", "规则/own.toml"):
        assert run(["rule", "--output", target]) == 2
        assert "会把它冲掉" in capsys.readouterr().err
    assert contents(office) == before
    assert run(["check", "a.txt", "--baseline", "new.json", "--write-baseline", "--output", "new.json"]) == 2
    assert "会把它冲掉" in capsys.readouterr().err
    assert contents(office) == before


def test_a_report_in_the_folder_of_the_drafts_is_not_written_over_a_draft(office: Path) -> None:
    assert run(["check", ".", "--output", "报告.json", "--output-format", "json"]) == 1
    assert run(["check", ".", "--output", "报告.json", "--output-format", "json"]) == 1
    assert run(["check", ".", "--output", "a.txt"]) == 2
    assert (office / "a.txt").read_text("utf-8") == SLIP


@posix
@pytest.mark.parametrize("shell", ["check - --output a.txt < a.txt", "check a.txt >> a.txt", "check . >> a.txt", "tasks - --output a.txt < a.txt"])
def test_the_standard_streams_are_files_too(shell: str, office: Path) -> None:
    done = subprocess.run(f'"{sys.executable}" -m hegao {shell}', shell=True, check=False, capture_output=True, timeout=120)
    assert done.returncode == 2
    assert "会把它冲掉" in done.stderr.decode()
    assert (office / "a.txt").read_text("utf-8") == SLIP


@posix
def test_reports_are_written_where_they_replace_nothing_else(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not over what is read-only or has another name; through a link that leads to nothing yet."""
    write(office, r_json="{}", h_json="{}")
    (office / "r.json").chmod(0o444)
    os.link(office / "h.json", office / "i.json")
    (office / "new.json").symlink_to("made.json")
    assert run(["check", "a.txt", "--output", "r.json"]) == 2
    assert capsys.readouterr().err == "hegao：不能写入 r.json：它是只读文件\n"
    assert run(["check", "a.txt", "--output", "h.json"]) == 2
    assert "2 个硬链接" in capsys.readouterr().err
    assert run(["check", "a.txt", "--output", "new.json"]) == 1
    assert (office / "new.json").is_symlink() and (office / "made.json").stat().st_size > 2


def test_pages_of_rules_take_the_place_of_such_pages_only(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, 公文__README_md="# 本处公文目录\n", 公文__ABC999_md="通知\n", 页__ABC_999_x_md="通知\n")
    (office / "页" / "ABC-999-x.md").write_text("通知\n", "utf-8")
    before = contents(office)
    assert run(["rule", "--pages", "公文"]) == 2
    assert capsys.readouterr().err == "hegao：公文/README.md 不是 hegao rule --pages 写的，没有覆盖；请另指一个文件夹\n"
    assert contents(office) == before
    assert run(["rule", "--pages", "页"]) == 0
    stale = office / "页" / "ABC-998-gone.md"
    stale.write_bytes((office / "页" / "README.md").read_bytes())
    assert run(["rule", "--pages", "页"]) == 0
    assert not stale.exists()
    assert (office / "页" / "ABC-999-x.md").read_text("utf-8") == "通知\n"


# --- fixing


def test_what_is_written_while_fixing_works_is_kept(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    real = fixing.fix

    def fix(data: bytes, path: str, find: Finder) -> Fixed:
        with (office / "a.txt").open("ab") as file:
            file.write("刚补的一段。\n".encode())
        return real(data, path, find)

    monkeypatch.setattr(fixing, "fix", fix)
    assert run(["check", "a.txt", "--fix"]) == 3
    assert "hegao：a.txt：不能写入（它刚刚被别的程序改过），没有改\n" in capsys.readouterr().err
    assert (office / "a.txt").read_text("utf-8") == SLIP + "刚补的一段。\n"


def test_what_is_written_into_a_baseline_while_a_run_works_is_kept(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from hegao.engine.run import runner

    assert run(["check", "a.txt", "--baseline", "b.json", "--write-baseline"]) == 0
    real = runner.outcomes

    def outcomes(*arguments: Any) -> Any:
        (office / "b.json").write_text('{"version": 1, "entries": []}', "utf-8")
        return real(*arguments)

    monkeypatch.setattr(runner, "outcomes", outcomes)
    assert run(["check", "a.txt", "--baseline", "b.json", "--write-baseline"]) == 2
    assert "不能写入 b.json：它刚刚被别的程序改过" in capsys.readouterr().err
    assert (office / "b.json").read_text("utf-8") == '{"version": 1, "entries": []}'


@posix
@pytest.mark.parametrize(("state", "sentence"), [("read-only", "它是只读文件"), ("linked", "它有 2 个硬链接"), ("foreign", "它是别的用户的文件")])
def test_a_file_that_would_not_be_the_same_is_left(
    state: str, sentence: str, office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(office, b_txt=SLIP)
    if state == "read-only":
        (office / "a.txt").chmod(0o444)
    elif state == "linked":
        os.link(office / "a.txt", office / "名册.bak")
    else:
        monkeypatch.setattr(os, "geteuid", lambda: (office / "b.txt").stat().st_uid + 1)
    before = (office / "a.txt").stat()
    assert run(["check", "a.txt", "b.txt", "--fix"]) == 3
    err = capsys.readouterr().err
    assert f"hegao：a.txt：不能写入（{sentence}" in err
    after = (office / "a.txt").stat()
    assert (after.st_ino, after.st_mode, after.st_nlink, after.st_mtime_ns) == (before.st_ino, before.st_mode, before.st_nlink, before.st_mtime_ns)
    assert ("hegao：b.txt：已改 2 处" in err) == (state != "foreign")


@posix
def test_of_a_link_the_file_that_it_leads_to_is_mended_and_that_is_said(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "公文").mkdir()
    (office / "公文" / "b.txt").symlink_to("../a.txt")
    run(["check", "公文", "--fix"])
    assert capsys.readouterr().err.startswith("hegao：公文/b.txt（链接，改的是 a.txt）：已改 2 处\n")
    assert (office / "公文" / "b.txt").is_symlink()
    assert "〔2026〕12号" in (office / "a.txt").read_text("utf-8")


def test_each_change_is_told_with_its_place_and_the_words_before_and_after(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "a.txt", "--fix"])
    assert capsys.readouterr().err.splitlines() == [
        "hegao：a.txt：已改 2 处",
        "hegao：a.txt:3 “〔2026〕012号”改为“〔2026〕12号”",
        "hegao：a.txt:7 “事项通知如下(附清单)。”改为“事项通知如下（附清单）。”",
    ]
    write(office, a_txt=NOTICE.replace("现将有关事项通知如下(附清单)。", "请认真落实,按时报送。\n\n" * 30))
    run(["check", "a.txt", "--fix"])
    err = capsys.readouterr().err.splitlines()
    assert (len(err), err[0], err[-1]) == (22, "hegao：a.txt：已改 30 处", "hegao：a.txt：另有 10 处（加 --no-fold 全部列出）")


def test_rules_that_undo_each_other_are_told(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(fixing, "fix", lambda data, path, find: Fixed(data, unsettled=[(3, "a"), (3, "b")]))
    run(["check", "a.txt", "--fix"])
    assert "hegao：a.txt：有 2 处改动互相抵触，没有改（第 3 行 a、第 3 行 b），请人工处理\n" in capsys.readouterr().err


# --- names and texts that would steer a terminal

#: Clears the screen, makes a line of its own, turns what follows round.
EVIL = "\x1b[2J\n通知：共检查 9 个文件：没有发现问题\u202e"


def harmless(text: str) -> bool:
    """Whether nothing in a text steers a terminal; tabs and ends of lines are what they are."""
    return all(show(c) == c for c in text if c not in "\n\t")


@posix
def test_names_of_files_do_no_harm(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In reports, in complaints, in what fixing says; a name makes no line of its own."""
    (office / f"{EVIL}.txt").write_text(SLIP, "utf-8")
    (office / f"{EVIL}.md").write_bytes(b"")
    for arguments in (
        ["check", "."],
        ["check", f"{EVIL}.txt", "--diff"],
        ["tasks", "."],
        ["tree", f"{EVIL}.txt"],
        ["tree", f"{EVIL}.md"],
        ["check", f"{EVIL}.pdf"],
        ["check", "a.txt", "--output", f"{EVIL}/x"],
        ["check", "a.txt", "--config", EVIL],
        ["check", "a.txt", "--select", EVIL],
        ["check", "a.txt", "--profile", EVIL],
        ["rule", EVIL],
        [EVIL],
        ["check", f"--{EVIL}"],
        ["init", EVIL],
        ["check", ".", "--fix"],
    ):
        run(arguments)
        shown = capsys.readouterr()
        assert harmless(shown.out) and harmless(shown.err), arguments
        assert not [line for line in (shown.out + shown.err).splitlines() if line.startswith("通知：")], arguments
        assert all(line.startswith("hegao：") for line in shown.err.splitlines()), arguments


def test_entries_of_a_baseline_do_no_harm(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = {"fingerprint": EVIL, "rule": EVIL, "path": EVIL, "quote": EVIL, "reason": EVIL}
    (office / "b.json").write_text(json.dumps({"version": 1, "entries": [entry, entry | {"rule": "TXT701", "x\x1b\n": "y"}]}), "utf-8")
    assert run(["check", "a.txt", "--baseline", "b.json"]) == 2
    assert harmless(capsys.readouterr().err)
    (office / "b.json").write_text(json.dumps({"version": 1, "entries": [entry]}), "utf-8")
    run(["check", "a.txt", "--baseline", "b.json"])
    err = capsys.readouterr().err
    assert harmless(err) and "有 1 条已不再需要" in err and err.count("\n") == 1


def test_the_diff_that_is_shown_does_no_harm_and_the_one_that_is_written_is_exact(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = SLIP.replace("江政办发", "江政办发").replace("各县（区）人民政府", "各县\x1b[2J\u202e（区）人民政府").replace("建设水厂", "建设\x9b水厂")
    write(office, a_txt=text)
    run(["check", "a.txt", "--diff"])
    out = capsys.readouterr().out
    assert out.startswith("--- a/a.txt\n") and harmless(out)
    run(["check", "a.txt", "--diff", "--output", "a.diff"])
    assert "\x1b[2J\u202e" in (office / "a.diff").read_text("utf-8")
    for end in ("\r\n", "\r"):
        (office / "a.txt").write_bytes(SLIP.replace("\n", end).encode())
        run(["check", "a.txt", "--diff"])
        out = capsys.readouterr().out
        assert [line for line in out.splitlines() if line.startswith("+江")] == ["+江政办发〔2026〕12号"]
        assert "\r" not in out.replace("\r\n", "\n")


def test_the_text_of_a_document_does_no_harm(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, a_txt=SLIP.replace("市水利局", "市\x1b[2J水\u202e利局").replace("供水", "供\x9b水"))
    for arguments in (["check"], ["check", "--lang", "en"], ["tree"], ["tasks"]):
        run([*arguments, "a.txt"])
        shown = capsys.readouterr()
        assert harmless(shown.out + shown.err)


def test_own_rules_do_no_harm(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, hegao_toml='root = true\nrule-folders = ["规则"]\n', 规则__a_toml=OWN_RULE.replace("本单位要求", "本\\u001b[2J单位\\u202e要求"))
    for arguments in (["check", "a.txt"], ["rule"], ["rule", "JH-001"]):
        run(arguments)
        shown = capsys.readouterr()
        assert harmless(shown.out + shown.err)
        assert "单位" in shown.out


# --- streams


class _Stdin:
    """A standard input that holds bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_streams_that_are_closed_or_full_are_told(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["check", "-"]) == 3
    assert "标准输入没有打开" in capsys.readouterr().err
    assert run(["check", "-", "--fix"]) == 2
    assert "标准输入没有打开" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", _Stdin(SLIP.encode()))
    monkeypatch.setattr("hegao.engine.run.targets.LARGEST", 100)
    assert run(["check", "-"]) == 3
    assert "太大了" in capsys.readouterr().err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a disk that is always full")
def test_a_full_disk_behind_the_standard_output_is_told(office: Path) -> None:
    done = subprocess.run(f'"{sys.executable}" -m hegao check a.txt > /dev/full', shell=True, check=False, capture_output=True, timeout=120)
    assert (done.returncode, done.stderr.decode()) == (2, "hegao：不能写到标准输出：磁盘满了\n")
