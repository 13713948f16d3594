"""Inputs of a batch: patterns of paths, archives, lists; what is broken among them is told, and the rest is checked."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from engine.office import NOTICE, write
from hegao.cli.main import run
from hegao.engine.run.targets import targets
from hegao.sources.files import SUFFIXES

VAGUE = "deadline-vague"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with settings of its own, which the test stands in."""
    write(tmp_path, hegao_toml="root = true\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*paths: str, suffixes: tuple[str, ...] = ()) -> list[str]:
    return [target.name for target in targets(paths, suffixes=suffixes)[0]]


def packed(path: Path, members: dict[str, bytes], **options: int) -> None:
    with zipfile.ZipFile(path, "w", **options) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def checked(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 1) -> dict[str, set[str]]:
    """The names of the rules that found something, by file."""
    assert run(["check", "--output-format", "json", *arguments]) == status
    report = json.loads(capsys.readouterr().out)
    return {file["path"]: {finding["name"] for finding in file["findings"]} for file in report["files"]}


# --- patterns of paths ---


def test_a_pattern_means_what_a_search_would_find_at_such_paths(office: Path) -> None:
    write(office, 公文__2025__a_txt="甲", 公文__2026__b_txt="乙", 公文__2026__图_png="x", 公文__2026__深__c_md="丙", 公文__d_txt="丁")
    assert names("公文/*.txt") == ["公文/d.txt"]
    assert names("公文/**/*.txt") == ["公文/d.txt", "公文/2025/a.txt", "公文/2026/b.txt"]
    assert names("公文/202?/*") == ["公文/2025/a.txt", "公文/2026/b.txt", "公文/2026/深/c.md"]
    assert names("**/深") == ["公文/2026/深/c.md"]
    assert names(str(office / "公文/*6/**")) == [(office / "公文/2026/b.txt").as_posix(), (office / "公文/2026/深/c.md").as_posix()]
    assert names("**", suffixes=("md",)) == ["公文/2026/深/c.md"]


def test_a_name_with_such_marks_is_that_file(office: Path) -> None:
    """Square brackets stand in numbers, and a star in a name is only that."""
    write(office)
    for name in ("江政发[2024]8号.txt", "江政发[2025]9号.txt", "甲*.txt", "甲乙.txt"):
        (office / name).write_text("甲", "utf-8")
    assert names("*[2024]*.txt") == ["江政发[2024]8号.txt"]
    assert names("甲*.txt") == ["甲*.txt"]


def test_a_pattern_without_files_is_told(office: Path) -> None:
    found, problems = targets(["没有/*.txt", "*.txt"])
    assert found == []
    assert [problem.partition("（")[0] for problem in problems] == ["没有/*.txt：没有这样的文件", "*.txt：没有这样的文件"]


# --- archives ---


def test_documents_in_an_archive_are_checked_at_their_places(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed(office / "收文.zip", {"dir/b.txt": NOTICE.encode(), "a.txt": NOTICE.encode("gb18030"), "x.png": b"x", "__MACOSX/._a.txt": b"x", "空/": b""})
    found = checked(capsys, "收文.zip")
    assert list(found) == ["收文.zip!/a.txt", "收文.zip!/dir/b.txt"]
    assert all(VAGUE in several for several in found.values())
    assert "收文.zip!/dir/b.txt" in checked(capsys, "*.zip")


def test_names_in_gbk_are_read_though_nothing_says_so(office: Path) -> None:
    """As archives are packed on Chinese Windows; second bytes that look like a backslash part no folders."""
    wanted = "公文/誠\u3000通知.txt"
    with zipfile.ZipFile(office / "a.zip", "w") as archive:
        info = zipfile.ZipInfo("x" * len(wanted.encode("gbk")))
        archive.writestr(info, NOTICE)
    data = (office / "a.zip").read_bytes()
    (office / "a.zip").write_bytes(data.replace(info.filename.encode(), wanted.encode("gbk")))
    (office / "b.zip").write_bytes(_renamed(wanted))
    assert names("a.zip", "b.zip") == [f"a.zip!/{wanted}", f"b.zip!/{wanted}"]


def _renamed(wanted: str) -> bytes:
    """An archive whose name is in UTF-8 without the mark that says so, as some programs pack it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("x" * len(wanted.encode()), NOTICE)
    return stream.getvalue().replace(b"x" * len(wanted.encode()), wanted.encode())


def test_what_is_wrong_in_an_archive_is_told_and_the_rest_is_checked(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed(
        office / "a.zip",
        {"../出去.txt": b"x", "好.txt": NOTICE.encode(), "内.zip": b"PK", "炸.txt": b" " * 5_000_000, "空.txt": b"", "密.txt": b"secret"},
        compression=zipfile.ZIP_DEFLATED,
    )
    _encrypt(office / "a.zip", "密.txt")
    _damage(office / "a.zip", "好.txt", office / "b.zip")
    (office / "c.zip").write_bytes((office / "a.zip").read_bytes()[:200])
    assert run(["check", "--output-format", "json", "a.zip", "b.zip", "c.zip"]) == 3
    out, err = capsys.readouterr()
    report = json.loads(out)
    unreadable = {file["path"]: file["findings"][0]["message"] for file in report["files"] if file["findings"][0]["name"] == "unreadable"}
    assert {path: message for path, message in unreadable.items() if path.startswith("a.zip")}.keys() == {
        "a.zip!/../出去.txt",
        "a.zip!/内.zip",
        "a.zip!/炸.txt",
        "a.zip!/空.txt",
        "a.zip!/密.txt",
    }
    assert "压缩包外面" in unreadable["a.zip!/../出去.txt"]
    assert "先解压" in unreadable["a.zip!/内.zip"]
    assert "炸弹" in unreadable["a.zip!/炸.txt"]
    assert "密码" in unreadable["a.zip!/密.txt"]
    assert "损坏" in unreadable["b.zip!/好.txt"]
    assert "损坏" in unreadable["c.zip"]
    assert VAGUE in {finding["name"] for file in report["files"] if file["path"] == "a.zip!/好.txt" for finding in file["findings"]}
    assert err.count("\n") == len(unreadable)


def _encrypt(path: Path, name: str) -> None:
    """Set the mark of a member that says that it is encrypted, in the list of the archive."""
    data = bytearray(path.read_bytes())
    at = data.rindex(name.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 8] |= 1
    path.write_bytes(data)


def _damage(path: Path, name: str, target: Path) -> None:
    """Turn some packed bytes of a member round."""
    data = bytearray(path.read_bytes())
    at = data.index(name.encode()) + len(name.encode()) + 40
    data[at : at + 20] = bytes(byte ^ 0xFF for byte in data[at : at + 20])
    target.write_bytes(data)


def test_overlapping_members_are_a_bomb(office: Path) -> None:
    packed(office / "a.zip", {"a.txt": b"x" * 3000, "b.txt": b"y" * 10})
    data = bytearray((office / "a.zip").read_bytes())
    at = data.rindex(b"b.txt") - 46
    data[at + 20 : at + 24] = (5000).to_bytes(4, "little")
    (office / "b.zip").write_bytes(data)
    [target] = targets(["b.zip"])[0]
    assert "重叠" in target.fault


def test_a_word_document_under_such_a_name_is_one(office: Path) -> None:
    packed(office / "通知.zip", {"[Content_Types].xml": b"", "word/document.xml": b""})
    assert names("通知.zip") == ["通知.zip"]


def test_an_archive_without_documents_is_told(office: Path) -> None:
    packed(office / "a.zip", {"图.png": b"x"})
    assert targets(["a.zip"])[1] == [f"a.zip：压缩包里没有可检查的文件（{'、'.join(SUFFIXES)}）"]


def test_settings_comments_and_baseline_hold_in_an_archive_and_nothing_is_changed(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, hegao_toml='root = true\n[[overrides]]\npaths = ["a.zip!/旧"]\nrules = { deadline-vague = "off" }\n')
    excused = NOTICE.replace("尽快完成）", "尽快完成）<!-- hegao: ignore deadline-vague 原因：另行商定 -->")
    packed(office / "a.zip", {"旧/a.txt": NOTICE.encode(), "新/b.txt": excused.encode(), "c.txt": NOTICE.encode()})
    found = checked(capsys, "a.zip")
    assert {path for path, several in found.items() if VAGUE in several} == {"a.zip!/c.txt"}
    assert run(["check", "a.zip", "--baseline", "基线.json", "--write-baseline"]) == 0
    capsys.readouterr()
    assert checked(capsys, "a.zip", "--baseline", "基线.json", status=0) == {path: set() for path in found}
    # Entries of an archive that was not checked this time are kept.
    write(office, d_txt="没有问题的文字。")
    run(["check", "d.txt", "--baseline", "基线.json"])
    assert "不再需要" not in capsys.readouterr().err
    before = (office / "a.zip").read_bytes()
    assert run(["check", "--fix", "a.zip"]) == 1
    assert capsys.readouterr().err.count("a.zip：压缩包里的文件不直接改写；请解压后再改") == 1
    assert (office / "a.zip").read_bytes() == before
    assert run(["annotate", "a.zip"]) == 2
    assert run(["tasks", "a.zip"]) == 0
    assert "a.zip!/c.txt:9" in capsys.readouterr().out


def test_members_are_known_again_from_the_cache(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed(office / "a.zip", {"a.txt": NOTICE.encode()})
    write(office, a_txt=NOTICE)
    plain = checked(capsys, "a.txt")["a.txt"]
    assert checked(capsys, "a.zip")["a.zip!/a.txt"] == plain


# --- lists ---


@pytest.mark.parametrize("data", ["公文/a.txt\nb.txt\n", "\ufeff公文/a.txt\r\n\r\nb.txt", "公文/a.txt\0b.txt\0", "b.txt\n公文\n"])
def test_paths_come_from_a_list(data: str, office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write(office, 公文__a_txt=NOTICE, b_txt=NOTICE, c_txt=NOTICE)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    found = checked(capsys, "--files-from", "-")
    assert set(found) == {"公文/a.txt", "b.txt"}
    for encoding in ("utf-8", "gb18030", "utf-16"):
        (office / "清单").write_bytes(data.lstrip("\ufeff").encode(encoding))
        assert set(checked(capsys, "--files-from", "清单")) == set(found)


def test_a_list_adds_to_the_paths_and_what_is_missing_is_told(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, a_txt=NOTICE, b_txt=NOTICE, 清单_lst="a.txt\n没有.txt\n-\n")
    assert run(["check", "b.txt", "--files-from", "清单.lst", "--output-format", "json"]) == 2
    out, err = capsys.readouterr()
    assert [file["path"] for file in json.loads(out)["files"]] == ["b.txt", "a.txt"]
    assert err == "hegao：没有.txt：没有这个文件或文件夹\nhegao：-：没有这个文件或文件夹\n"
    assert run(["tasks", "--files-from", "清单.lst"]) == 2
    assert "a.txt:9" in capsys.readouterr().out


def test_an_empty_list_does_not_mean_the_current_folder(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, a_txt=NOTICE, 清单_lst="\n")
    assert run(["check", "--files-from", "清单.lst"]) == 2
    assert capsys.readouterr().err == "hegao：没有给出要检查的文件或文件夹\n"
    assert run(["check", "--allow-empty", "--files-from", "清单.lst"]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--files-from", "没有"], "--files-from 的清单 没有 读不出：没有这个文件"), (["-", "--files-from", "-"], "--files-from - 读的也是标准输入")],
)
def test_a_list_that_cannot_be_read(arguments: list[str], said: str, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", *arguments]) == 2
    assert capsys.readouterr().err.startswith(f"hegao：{said}")
