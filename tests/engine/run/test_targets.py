"""From paths to files: folders, the standard input, what is missing."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.toys import rule, ruleset
from hegao.checks.base import Context, Hit, check
from hegao.document.model import Node
from hegao.engine.configuration.options import UsageProblem
from hegao.engine.run.runner import check_paths
from hegao.engine.run.targets import near, targets

pytestmark = pytest.mark.usefixtures("own_checks", "toy_parser")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with documents, other files and hidden ones, which the test stands in."""
    for name in ("b.txt", "a/z.MD", "a/a.markdown", "a/.hidden.txt", ".git/x.txt", "c.docx", "~$c.docx", "f.html", "d/e.csv", "B.txt"):
        path = tmp_path / "收文" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("甲\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "收文"


@pytest.fixture(autouse=True)
def checks(own_checks: None) -> None:
    """A check that finds every paragraph."""

    @check("all", {"paragraph"})
    def everything(node: Node, context: Context) -> Iterator[Hit]:
        yield Hit(node.text)


RULES = ruleset(rule("TXT701", "all", "all"))


def test_folders_are_searched_in_order(folder: Path) -> None:
    """With sub-folders, without hidden things, by name; a path given by itself comes as given."""
    found, problems = targets(["收文/b.txt", "收文"])
    assert [target.name for target in found] == ["收文/b.txt", "收文/B.txt", "收文/c.docx", "收文/f.html", "收文/a/a.markdown", "收文/a/z.MD"]
    assert problems == []


def test_folders_are_searched_for_what_is_asked_for(folder: Path) -> None:
    """With or without the point; the lock files of Word are left alone whatever is asked for."""
    assert [target.name for target in targets(["收文"], suffixes=["docx"])[0]] == ["收文/c.docx"]
    assert [target.name for target in targets(["收文"], suffixes=[".TXT", ".html"])[0]] == ["收文/B.txt", "收文/b.txt", "收文/f.html"]
    with pytest.raises(UsageProblem) as caught:
        targets(["收文"], suffixes=["csv"])
    assert "不能是“.csv”" in caught.value.problems[0]


def test_names_are_shown_as_given(folder: Path) -> None:
    """Relative stays relative; a file of any ending and a hidden one are taken where they are named."""
    assert [target.name for target in targets([".", "收文/d/e.csv"])[0]][-1] == "收文/d/e.csv"
    assert [target.name for target in targets(["收文/a/.hidden.txt"])[0]] == ["收文/a/.hidden.txt"]
    absolute = (folder / "b.txt").as_posix()
    assert [target.name for target in targets([absolute])[0]] == [absolute]


@pytest.mark.parametrize(
    ("given", "shown"), [("./收文/b.txt", "收文/b.txt"), ("收文//./b.txt", "收文/b.txt"), ("收文/a/../b.txt", "收文/a/../b.txt"), ("收文/d/", "")]
)
def test_strokes_too_many_are_not_shown(folder: Path, given: str, shown: str) -> None:
    """What stands before .. may be a link, so it is kept."""
    assert "".join(target.name for target in targets([given])[0]) == shown


def test_a_path_that_nobody_gave_is_shown_from_here(folder: Path) -> None:
    assert near(folder / "b.txt") == "收文/b.txt"
    assert near(folder.parent) == "."
    assert near(folder.parent.parent) == folder.parent.parent.as_posix()


def test_a_file_named_twice_is_checked_once(folder: Path) -> None:
    """Else a document would be a duplicate of itself."""
    os.symlink("b.txt", folder / "link.txt")
    found, _problems = targets(["收文/b.txt", "./收文/b.txt", "收文/link.txt", "-", "-"])
    assert [target.name for target in found] == ["收文/b.txt", "<stdin>"]


def test_missing_paths_do_not_stop_the_others(folder: Path) -> None:
    """Each is told in one sentence."""
    result = check_paths(["没有.txt", "收文/d", "收文/b.txt"], ruleset=RULES)
    assert [file.path for file in result.files] == ["收文/b.txt"]
    assert result.problems == ["没有.txt：没有这个文件或文件夹", "收文/d：文件夹里没有可检查的文件（.txt、.md、.markdown、.docx、.html、.htm、.pdf、.ofd）"]


@pytest.mark.parametrize(
    ("paths", "said"),
    [(["没有.txt"], "没有.txt：没有这个文件或文件夹"), (["收文/d"], "收文/d：文件夹里没有"), ([], "没有给出要检查的文件")],
)
def test_nothing_left_to_check_is_a_usage_error(folder: Path, paths: list[str], said: str) -> None:
    """With the same sentences."""
    with pytest.raises(UsageProblem) as caught:
        check_paths(paths, ruleset=RULES)
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].startswith(said)


def test_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown under the name given."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("甲\n".encode("utf-16"))))
    result = check_paths(["-"], ruleset=RULES, stdin_name="草稿.md")
    assert [(file.path, len(file.findings)) for file in result.files] == [("草稿.md", 1)]


def test_empty_standard_input_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    """As an empty file is."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    result = check_paths(["-"], ruleset=RULES)
    assert [one.rule for one in result.files[0].findings] == ["SYS901"]
    assert result.failed


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names must be text there")
def test_names_that_are_no_text_can_be_printed(tmp_path: Path) -> None:
    """A name in another encoding is shown with a mark and read all the same."""
    path = os.path.join(os.fsencode(tmp_path), b"\xb9\xab.txt")
    with open(path, "wb") as file:
        file.write("甲\n".encode())
    result = check_paths([str(tmp_path)], ruleset=RULES)
    result.files[0].path.encode("utf-8")
    assert len(result.files[0].findings) == 1
