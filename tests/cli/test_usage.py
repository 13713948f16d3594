"""Wrong use: one Chinese sentence on standard error, exit status 2, no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegao.cli import main
from hegao.cli.main import run
from repository import ROOT


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "请写明命令，例如 hegao check 文件；用法见 hegao --help"),
        (["chek"], "没有 chek 这个命令，可用的有 check、annotate、serve、tree、tasks、register、lsp、rule、init、cache；用法见 hegao --help"),
        (["--colour"], "没有 --colour 这个选项；用法见 hegao --help"),
        (["check", "--selekt", "x"], "没有 --selekt 这个选项，是否想写 --baseline、--scheduler、--select；用法见 hegao check --help"),
        (["check", "--output"], "选项 --output 后面要写值；用法见 hegao check --help"),
        (["check", "--no-fold=1"], "选项 --no-fold 后面不能写值；用法见 hegao check --help"),
        (["check", "--output-format", "pdf"], "--output-format 只能是 text、json、sarif、junit、github、gitlab、csv、html，不能是“pdf”；用法见 hegao check --help"),
        (["check", "--profile", "x"], "--profile 只能是 draft、final、published，不能是“x”；用法见 hegao check --help"),
        (["check", "--fail-on", "x"], "--fail-on 只能是 error、warning、info、never，不能是“x”；用法见 hegao check --help"),
        (["check", "--lang", "fr"], "--lang 只能是 zh、en，不能是“fr”；用法见 hegao check --help"),
        (["check", "--as-of", "3月6日"], "--as-of 要写成 2026-03-06 这样的日期，不能是“3月6日”；用法见 hegao check --help"),
        (["check", "--as-of", "2026-02-30"], "--as-of 要写成 2026-03-06 这样的日期，不能是“2026-02-30”；用法见 hegao check --help"),
        (["check", "--jobs", "x"], "--jobs 要写成 0 到 9999 的整数，不能是“x”；用法见 hegao check --help"),
        (["check", "--jobs", "-1"], "--jobs 要写成 0 到 9999 的整数，不能是“-1”；用法见 hegao check --help"),
        (["init", "a", "b", "c"], "多写了 b c；用法见 hegao init --help"),
        (["cache"], "缺少 clear；用法见 hegao cache --help"),
        (["cache", "empty"], "clear 只能是 clear，不能是“empty”；用法见 hegao cache --help"),
        (["tree"], "要写一个文件；用法见 hegao tree --help"),
        (["tree", "a.txt", "b.txt"], "只能写一个文件；用法见 hegao tree --help"),
        (["tree", "examples"], "examples 是文件夹，要写一个文件；用法见 hegao tree --help"),
        (["tasks"], "要写至少一个文件或文件夹；用法见 hegao tasks --help"),
        (["tasks", "--due-before", "月底", "x"], "--due-before 要写成 2026-03-06 这样的日期，不能是“月底”；用法见 hegao tasks --help"),
        (["tasks", "--sheet-by-lead", "x"], "--sheet-by-lead 要和 --output-format xlsx 一起用；用法见 hegao tasks --help"),
        (
            ["tasks", "--output-format", "pdf", "x"],
            "--output-format 只能是 table、text、csv、json、xlsx、ics、html，不能是“pdf”；用法见 hegao tasks --help",
        ),
        (["check", "no-such.txt"], "no-such.txt：没有这个文件或文件夹"),
        (["tree", "no-such.txt"], "no-such.txt：没有这个文件或文件夹"),
        (["tasks", "no-such.txt"], "no-such.txt：没有这个文件或文件夹"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_wrong_is_one_sentence(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(arguments)
    out, err = capsys.readouterr()
    assert err == f"hegao：{sentence}\n"
    assert status == 2
    assert arguments[:1] == ["tasks"] or out == ""


def test_an_unknown_rule_to_select_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--select", "deadline-missing，nosuch", "examples"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("hegao：没有“nosuch”这条规则") and err.count("\n") == 1


def test_a_rule_misspelt_is_answered_with_those_like_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", "deadline-misssing"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("hegao：没有“deadline-misssing”这条规则，您是不是要找 deadline-missing") and err.endswith(
        "？用法见 hegao rule --help\n"
    )


def test_a_folder_without_documents_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    assert run(["check", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"hegao：{tmp_path}：文件夹里没有可检查的文件")


@pytest.mark.parametrize("target", [".", "no-such-folder/report.json"])
def test_a_report_that_cannot_be_written_is_wrong_use(target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / target
    assert run(["rule", "--output", str(place)]) == 2
    assert capsys.readouterr().err.startswith(f"hegao：不能写入 {place}：")
    assert list(tmp_path.iterdir()) == []


def test_an_error_of_the_program_is_one_sentence_and_a_traceback_on_demand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr(main.group, "main", broken)
    assert run(["check"]) == 3
    assert capsys.readouterr().err.startswith("hegao：内部出错（ZeroDivisionError: boom）")
    monkeypatch.setenv("HEGAO_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["check"])


def test_help_is_chinese_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["check"], ["tree"], ["tasks"], ["rule"]):
        assert run([*arguments, "--help"]) == 0
        text = capsys.readouterr().out
        assert text.startswith("用法：hegao")
        assert not any(word in text for word in ("Usage", "Options", "Commands", "Show this", "TEXT"))
    assert run(["--version"]) == 0
