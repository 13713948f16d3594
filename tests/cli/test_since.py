"""``check --since``: what is new beside a revision of git, whatever was edited, moved or deleted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.office import NOTICE, write
from hegao.cli.main import run

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

OTHER = NOTICE.replace("12号", "13号").replace("农村供水", "防汛备汛").replace("3月6日", "3月9日")


def git(folder: Path, *arguments: str) -> None:
    identity = {"GIT_AUTHOR_NAME": "甲", "GIT_AUTHOR_EMAIL": "a@example", "GIT_COMMITTER_NAME": "甲", "GIT_COMMITTER_EMAIL": "a@example"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**kept, **identity, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two documents, which the test stands in."""
    write(tmp_path, hegao_toml="root = true\n", 公文__a_txt=NOTICE, 公文__b_txt=OTHER)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "一")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def new(capsys: pytest.CaptureFixture[str]) -> Callable[..., list[tuple[str, str, int]]]:
    """What is new: file, rule and line."""

    def look(*arguments: str, status: int = 1) -> list[tuple[str, str, int]]:
        assert run(["check", "--since", "HEAD", "--output-format", "json", *(arguments or ("公文",))]) == status
        report = json.loads(capsys.readouterr().out)
        return [(file["path"], finding["name"], finding["line"]) for file in report["files"] for finding in file["findings"]]

    return look


New = Callable[..., list[tuple[str, str, int]]]


def edit(path: Path, old: str, by: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, by), "utf-8")


def test_nothing_is_new_where_nothing_changed(office: Path, new: New, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "公文"]) == 1
    capsys.readouterr()
    assert new(status=0) == []


def test_what_an_edit_brings_is_new_and_what_stood_there_is_not(office: Path, new: New) -> None:
    """Lines that move, words in another line, do not make the old findings new."""
    edit(office / "公文/a.txt", "现将有关事项通知如下(附清单)。", "为加快建设，现将有关事项通知如下(附清单)。\n\n（〇）修建泵站。（牵头单位：市水利局；完成时限：适时完成）")
    assert ("公文/a.txt", "deadline-vague", 9) in new()
    assert all(line == 9 for _path, _rule, line in new())


def test_what_a_change_brings_elsewhere_is_new(office: Path, new: New) -> None:
    """A row that is deleted leaves a gap at a line that nobody touched."""
    edit(office / "公文/a.txt", "3	改造供水管网	市水利局	2026年10月底前\n", "")
    assert new() == [("公文/a.txt", "row-gap", 23)]


def test_another_number_or_title_makes_nothing_new(office: Path, new: New) -> None:
    edit(office / "公文/a.txt", "12号", "11号")
    edit(office / "公文/a.txt", "关于推进农村供水的通知", "关于加快推进农村供水的通知")
    assert new(status=0) == []


def test_a_number_taken_twice_is_new_once(office: Path, new: New) -> None:
    """It is told of the document that took it, whether git knows it already or not."""
    (office / "公文/c.txt").write_text(OTHER.replace("防汛备汛", "森林防火").replace("3月9日", "3月10日"), "utf-8")
    assert ("公文/c.txt", "number-duplicate", 3) in new("--select", "batch")
    git(office, "add", ".")
    git(office, "commit", "-qm", "二")
    assert new("--select", "batch", "公文", status=0) == []
    assert ("公文/c.txt", "number-duplicate", 3) in new("--since", "HEAD~1", "--select", "batch", "公文")


def test_a_contradiction_of_another_document_is_another_one(office: Path, new: New) -> None:
    (office / "公文/c.txt").write_text(OTHER.replace("防汛备汛", "森林防火").replace("3月9日", "3月10日"), "utf-8")
    git(office, "add", ".")
    git(office, "commit", "-qm", "二")
    (office / "公文/b.txt").rename(office / "公文/旧.txt")
    assert new("--select", "batch", "公文", status=0) == []
    (office / "公文/旧.txt").write_text(OTHER.replace("防汛备汛", "节约用水").replace("3月9日", "3月8日"), "utf-8")
    assert new("--select", "number-duplicate", "公文") == [("公文/c.txt", "number-duplicate", 3)]


def test_a_document_deleted_belongs_to_what_was(office: Path, new: New) -> None:
    """Else the gap that it leaves would seem old."""
    (office / "公文/c.txt").write_text(OTHER.replace("13号", "14号").replace("防汛备汛", "森林防火").replace("3月9日", "3月10日"), "utf-8")
    git(office, "add", ".")
    git(office, "commit", "-qm", "二")
    (office / "公文/b.txt").unlink()
    for paths in (["公文"], ["公文/*.txt"], ["."]):
        assert new("--select", "number-gap", "--fail-on", "info", *paths) == [("公文/c.txt", "number-gap", 3)]


@pytest.mark.parametrize("known", [True, False], ids=["by git", "by hand"])
def test_a_document_renamed_is_the_same(known: bool, office: Path, new: New) -> None:
    """With a number or without, by whose name it would be known."""
    (office / "公文/无号.txt").write_text(NOTICE.replace("江政办发〔2026〕12号\n\n", ""), "utf-8")
    git(office, "add", ".")
    git(office, "commit", "-qm", "二")
    (office / "公文/新").mkdir()
    for name in ("a.txt", "无号.txt"):
        (office / "公文" / name).rename(office / "公文/新" / f"改名{name}")
    if known:
        git(office, "add", "-A")
        edit(office / "公文/新/改名无号.txt", "建设水厂", "改建水厂")
    assert new(status=0) == []


def test_branches_are_held_against_where_they_parted(office: Path, new: New) -> None:
    """What was mended on the other branch since then is not new on this one."""
    git(office, "switch", "-qc", "draft")
    git(office, "switch", "-q", "main")
    edit(office / "公文/a.txt", "尽快完成", "2026年9月底前完成")
    git(office, "commit", "-qam", "改")
    git(office, "switch", "-q", "draft")
    assert new("--since", "main", "公文", status=0) == []


def test_the_work_tree_and_the_index_are_not_touched(office: Path, new: New) -> None:
    edit(office / "公文/a.txt", "建设水厂", "改建水厂")
    (office / "公文/b.txt").unlink()
    before = {path: path.read_bytes() for path in sorted(office.rglob("*")) if path.is_file()}
    new(status=0)
    assert {path: path.read_bytes() for path in sorted(office.rglob("*")) if path.is_file()} == before


def test_a_hook_may_tell_git_where_the_repository_is(office: Path, new: New, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index.lock")
    monkeypatch.chdir(office / "公文")
    assert new("a.txt", "b.txt", status=0) == []


def test_members_of_an_archive_are_held_against_those_that_were(office: Path, new: New) -> None:
    for text in (NOTICE, NOTICE.replace("建设水厂", "改建水厂").replace("各县", "各市、县")):
        with zipfile.ZipFile(office / "收文.zip", "w") as archive:
            archive.writestr("a.txt", text)
        if text is NOTICE:
            git(office, "add", ".")
            git(office, "commit", "-qm", "二")
            assert new("收文.zip", status=0) == []
    assert new("收文.zip", status=0) == []
    with zipfile.ZipFile(office / "收文.zip", "a") as archive:
        archive.writestr("b.txt", OTHER)
    assert {path for path, _rule, _line in new("收文.zip")} == {"收文.zip!/b.txt"}


def test_only_what_is_new_is_mended(office: Path, new: New) -> None:
    edit(office / "公文/a.txt", "各县（区）人民政府：", "各县（区）人民政府:")
    assert ("公文/a.txt", "punctuation", 5) in new()
    run(["check", "--fix", "--since", "HEAD", "公文"])
    text = (office / "公文/a.txt").read_text("utf-8")
    assert "各县（区）人民政府：" in text and "(附清单)" in text


def test_fail_on_and_baseline_count_what_is_left(office: Path, new: New, capsys: pytest.CaptureFixture[str]) -> None:
    edit(office / "公文/a.txt", "建设水厂。", "建设水厂。（牵头单位：市水利局；完成时限：适时完成）")
    assert new()
    assert new("--fail-on", "error", "公文", status=0)
    assert run(["check", "--baseline", "基线.json", "--write-baseline", "公文"]) == 0
    edit(office / "公文/b.txt", "建设水厂。", "建设水厂。（牵头单位：市水利局；完成时限：择机完成）")
    capsys.readouterr()
    assert {path for path, _rule, _line in new("--baseline", "基线.json", "公文")} == {"公文/b.txt"}
    assert run(["check", "--baseline", "基线.json", "--since", "HEAD", "公文"]) == 1
    assert "不再需要" not in capsys.readouterr().err


def test_what_cannot_be_read_is_told_though_it_was_so_then(office: Path, new: New) -> None:
    (office / "公文/空.txt").write_bytes(b"")
    git(office, "add", ".")
    git(office, "commit", "-qm", "二")
    assert new(status=3) == [("公文/空.txt", "unreadable", 1)]


def test_without_the_revision_or_a_repository_one_sentence_says_so(
    office: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for asked in ("没有", "--all", "HEAD:公文"):
        assert run(["check", f"--since={asked}", "公文"]) == 2
        assert capsys.readouterr().err == f"hegao：--since：仓库里没有 {asked} 这个版本；只取了最近几次提交的仓库请先取全（git fetch --unshallow）\n"
    assert run(["check", "--since", "HEAD", "--baseline", "基线.json", "--write-baseline", "公文"]) == 2
    capsys.readouterr()
    other = tmp_path_factory.mktemp("外")
    write(other, a_txt=NOTICE, hegao_toml="root = true\n")
    monkeypatch.chdir(other)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(other.parent))
    assert run(["check", "--since", "HEAD", "a.txt"]) == 2
    assert "不在 git 仓库里" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert run(["check", "--since", "HEAD", "a.txt"]) == 2
    assert capsys.readouterr().err == "hegao：--since 要用 git，这台机器上没有找到\n"
