"""``hegao annotate``: which file is written, what is told, what is never overwritten."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from engine.office import NOTICE, write
from hegao.cli.main import run
from page_files import ofd, set_lines
from reports.annotation.marked import by_number, comments, decided, lines, ranges
from word_files import from_text, paragraph, word
from word_files import run as run_

SLIP = NOTICE.replace("12号", "012号")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office, which the test stands in."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, hegao_toml="root = true\n")
    (tmp_path / "通知.docx").write_bytes(from_text(SLIP))
    return tmp_path


def under(path: Path) -> list[str]:
    """What stands under the comments in a file."""
    data = path.read_bytes()
    return [text for text, _said in by_number(ranges(data), comments(data))]


def quotes(path: str, capsys: pytest.CaptureFixture[str], *more: str) -> list[str]:
    """The quotes of what ``check`` finds."""
    run(["check", path, "--output-format", "json", *more])
    return [finding["quote"] for finding in json.loads(capsys.readouterr().out)["files"][0]["findings"]]


def test_a_copy_is_written_beside_the_file_and_the_file_stays(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (office / "通知.docx").read_bytes()
    assert run(["annotate", "通知.docx"]) == 1
    out, err = capsys.readouterr()
    assert (office / "通知.docx").read_bytes() == before
    found = under(office / "通知.核稿.docx")
    assert found == quotes("通知.docx", capsys) and "江政办发〔2026〕012号" in found
    assert (out, err) == (f"通知.docx → 通知.核稿.docx：批注 {len(found)} 处\n", "")
    assert sorted(os.listdir(office)) == ["hegao.toml", "通知.docx", "通知.核稿.docx"]


def test_a_copy_that_is_there_is_not_overwritten_unless_it_is_named(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["annotate", "通知.docx"])
    same = (office / "通知.核稿.docx").read_bytes()
    assert run(["annotate", "通知.docx"]) == 1
    assert (office / "通知.核稿.docx").read_bytes() == same
    (office / "通知.核稿.docx").write_bytes(b"other")
    capsys.readouterr()
    assert run(["annotate", "通知.docx"]) == 2
    assert capsys.readouterr() == ("", "hegao：通知.核稿.docx 已经有了，没有覆盖；请先移走，或用 --output 写明文件\n")
    assert (office / "通知.核稿.docx").read_bytes() == b"other"
    assert run(["annotate", "通知.docx", "--output", "通知.核稿.docx"]) == 1
    assert (office / "通知.核稿.docx").read_bytes() == same


def test_no_copy_takes_the_place_of_what_is_read(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (office / "通知.docx").read_bytes()
    os.symlink("通知.docx", office / "链接.docx")
    for output in ("通知.docx", "./通知.docx", "链接.docx"):
        assert run(["annotate", "通知.docx", "--output", output]) == 2
        assert "会把它冲掉" in capsys.readouterr().err
    run(["annotate", "通知.docx"])
    assert run(["annotate", "通知.docx", "通知.核稿.docx"]) == 2
    assert "annotate 写的 通知.核稿.docx 就是要读的 通知.核稿.docx" in capsys.readouterr().err
    assert (office / "通知.docx").read_bytes() == before


def test_annotated_twice_is_annotated_once(office: Path) -> None:
    for track in ([], ["--track-changes"]):
        run(["annotate", "通知.docx", "--output", "一.docx", "--as-of", "2026-03-06", *track])
        run(["annotate", "一.docx", "--output", "二.docx", "--as-of", "2026-03-06", *track])
        assert (office / "一.docx").read_bytes() == (office / "二.docx").read_bytes()
    run(["annotate", "一.docx", "--output", "三.docx"])
    run(["annotate", "通知.docx", "--output", "四.docx"])
    assert lines((office / "三.docx").read_bytes()) == lines((office / "四.docx").read_bytes())


def test_folders_are_searched_for_word_files_and_marked_ones_are_left_alone(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, 内__甲_txt=SLIP)
    (office / "内" / "乙.docx").write_bytes(from_text(NOTICE))
    (office / "内" / "~$乙.docx").write_bytes(b"lock")
    run(["annotate", "."])
    run(["annotate", "."])
    assert {path.name for path in office.rglob("*核稿*")} == {"乙.核稿.docx", "通知.核稿.docx"}
    capsys.readouterr()
    run(["check", "--output-format", "json"])
    assert {file["path"] for file in json.loads(capsys.readouterr().out)["files"]} == {"内/甲.txt", "内/乙.docx", "通知.docx"}
    assert run(["annotate", ".", "--output", "一份.docx"]) == 2
    assert "--output 只能用于一个文件" in capsys.readouterr().err


def test_settings_profile_selection_and_baseline_hold_as_in_check(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, options in enumerate((["--select", "NUM"], ["--ignore", "NUM"], ["--profile", "final"])):
        run(["annotate", "通知.docx", "--output", f"{number}.docx", *options])
        capsys.readouterr()
        assert under(office / f"{number}.docx") == quotes("通知.docx", capsys, *options)
    write(office, hegao_toml='root = true\n[rules]\n"number-malformed" = "off"\n')
    run(["annotate", "通知.docx", "--output", "设置.docx"])
    assert "江政办发〔2026〕012号" not in under(office / "设置.docx")
    run(["check", "通知.docx", "--baseline", "基线.json", "--write-baseline"])
    assert run(["annotate", "通知.docx", "--output", "基线.docx", "--baseline", "基线.json"]) == 0
    assert under(office / "基线.docx") == []


def test_what_is_suppressed_in_the_document_gets_no_comment(office: Path) -> None:
    text = SLIP + "\n<!-- hegao: ignore-file number-malformed 原因：试样 -->\n"
    (office / "免.docx").write_bytes(word("".join(paragraph(run_(line)) for line in text.split("\n"))))
    run(["annotate", "免.docx"])
    assert "江政办发〔2026〕012号" not in under(office / "免.核稿.docx")


def test_what_is_no_word_file_and_what_cannot_be_read_is_told(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, 甲_txt=SLIP)
    (office / "坏.docx").write_bytes((office / "通知.docx").read_bytes()[:400])
    assert run(["annotate", "甲.txt"]) == 2
    assert capsys.readouterr() == ("", "hegao：甲.txt：不是 Word、WPS 文件，不能批注；请用 hegao check 检查\n")
    (office / "甲.ofd").write_bytes(ofd(set_lines([SLIP.split("\n")[0]])))
    assert run(["annotate", "甲.ofd"]) == 2
    assert capsys.readouterr() == ("", "hegao：甲.ofd：不是 Word、WPS 文件，不能批注；请用 hegao check 检查\n")
    assert run(["annotate", "坏.docx"]) == 3
    assert "压缩包损坏" in capsys.readouterr().err
    assert run(["annotate", "没有.docx"]) == 2
    assert run(["annotate", "-"]) == 2
    assert run(["annotate"]) == 2
    assert not list(office.glob("*核稿*"))


def test_statuses_are_those_of_check(office: Path) -> None:
    assert run(["annotate", "通知.docx", "--fail-on", "never"]) == 0
    assert run(["annotate", "通知.docx", "--select", "REF"]) == 2  # another copy is there already
    assert run(["annotate", "通知.docx", "--select", "REF", "--output", "甲.docx"]) == 0
    assert run(["annotate", "通知.docx", "--output", "没有/甲.docx"]) == 3


def test_a_file_that_changes_meanwhile_is_left(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from hegao.cli import annotating

    real = annotating.Desk.write

    def late(self: annotating.Desk, *arguments: object) -> int:
        (office / "通知.docx").write_bytes(from_text(NOTICE))
        return real(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(annotating.Desk, "write", late)
    assert run(["annotate", "通知.docx"]) == 3
    assert "刚刚被别的程序改过" in capsys.readouterr().err
    assert not (office / "通知.核稿.docx").exists()


def test_safe_edits_become_revisions_that_a_person_decides(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["annotate", "通知.docx", "--track-changes", "--as-of", "2026-03-06"]) == 1
    assert "修订" in capsys.readouterr().out
    data = (office / "通知.核稿.docx").read_bytes()
    assert lines(decided(data, False)) == lines((office / "通知.docx").read_bytes())
    write(office, 甲_txt="\n".join(lines((office / "通知.docx").read_bytes())))
    run(["check", "甲.txt", "--fix"])
    assert "\n".join(lines(decided(data, True))) == (office / "甲.txt").read_text("utf-8")
    assert any("已写成修订" in said for _author, said in comments(data).values())


def test_fixing_a_word_file_names_annotate(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (office / "通知.docx").read_bytes()
    run(["check", "通知.docx", "--fix"])
    assert "hegao annotate --track-changes" in capsys.readouterr().err
    assert (office / "通知.docx").read_bytes() == before


def test_a_file_of_another_word_processor_is_marked_in_the_docx_that_is_made_of_it(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = (office / "通知.docx").read_bytes()
    monkeypatch.setattr("hegao.sources.conversion.as_word", lambda *_given: made)
    (office / "通知.rtf").write_bytes(b"{\\rtf1 }")
    run(["annotate", "通知.rtf"])
    assert capsys.readouterr().out.startswith("通知.rtf → 通知.rtf.核稿.docx：批注 ")
    run(["annotate", "通知.docx"])
    assert under(office / "通知.rtf.核稿.docx") == under(office / "通知.核稿.docx")
    assert (office / "通知.rtf").read_bytes() == b"{\\rtf1 }"


def test_without_libreoffice_it_says_what_to_install(office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hegao.sources.conversion.office", lambda: None)
    (office / "通知.rtf").write_bytes(b"{\\rtf1 }")
    assert run(["annotate", "通知.rtf"]) == 3
    assert "要装有 LibreOffice" in capsys.readouterr().err
