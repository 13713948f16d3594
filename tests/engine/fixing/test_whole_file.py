"""Files replaced in one step: what is beside their content stays, and what would be lost is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hegao.engine.fixing import whole_file
from hegao.engine.fixing.whole_file import write_whole
from hegao.sources.system_errors import Refusal

posix = pytest.mark.skipif(os.name != "posix", reason="owners, links and modes are a matter of POSIX")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with a content."""
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    return path


def test_the_content_is_replaced_and_nothing_is_left_behind(draft: Path) -> None:
    draft.chmod(0o640)
    write_whole(draft, b"new", before=b"old")
    assert draft.read_bytes() == b"new"
    assert draft.stat().st_mode & 0o777 == 0o640
    assert list(draft.parent.iterdir()) == [draft]


@pytest.mark.parametrize("now", [b"old and more", b"ol", b"", b"odd"])
def test_what_was_changed_meanwhile_is_left_as_it_is(now: bytes, draft: Path) -> None:
    draft.write_bytes(now)
    with pytest.raises(Refusal, match="被别的程序改过"):
        write_whole(draft, b"new", before=b"old")
    assert draft.read_bytes() == now
    assert list(draft.parent.iterdir()) == [draft]


@posix
def test_a_read_only_file_is_left(draft: Path) -> None:
    draft.chmod(0o444)
    with pytest.raises(Refusal, match="只读文件"):
        write_whole(draft, b"new")
    assert (draft.read_bytes(), draft.stat().st_mode & 0o777) == (b"old", 0o444)


@posix
def test_a_file_with_several_names_is_left(draft: Path) -> None:
    other = draft.with_name("另一个名称.txt")
    os.link(draft, other)
    with pytest.raises(Refusal, match="2 个硬链接"):
        write_whole(draft, b"new")
    assert draft.samefile(other)
    assert other.read_bytes() == b"old"


@posix
def test_the_file_of_another_user_is_left(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = draft.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    with pytest.raises(Refusal, match="别的用户的文件"):
        write_whole(draft, b"new")
    assert draft.read_bytes() == b"old"


@posix
def test_what_a_symbolic_link_points_to_is_written_and_the_link_stays(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    link = tmp_path / "sub" / "link.txt"
    link.symlink_to("../稿.txt")
    write_whole(link, b"new", before=b"old")
    assert link.is_symlink()
    assert draft.read_bytes() == b"new"
    assert list((tmp_path / "sub").iterdir()) == [link]


@posix
def test_the_group_is_kept_or_the_file_left(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    asked: list[tuple[int, ...]] = []
    real = os.fstat

    def other_group(handle: int) -> os.stat_result:
        state = list(real(handle))
        state[5] += 1
        return os.stat_result(state)

    monkeypatch.setattr(os, "fstat", other_group)
    monkeypatch.setattr(os, "fchown", lambda *arguments: asked.append(arguments))
    write_whole(draft, b"new")
    assert [arguments[1:] for arguments in asked] == [(-1, draft.stat().st_gid)]
    monkeypatch.setattr(os, "fchown", refuse)
    with pytest.raises(Refusal, match="用户组"):
        write_whole(draft, b"newer")
    assert draft.read_bytes() == b"new"
    assert list(draft.parent.iterdir()) == [draft]


def test_what_an_earlier_run_left_is_not_touched(draft: Path) -> None:
    left = draft.with_name(f".hegao-{os.getpid()}-0.part")
    left.write_bytes(b"left")
    write_whole(draft, b"new")
    assert (draft.read_bytes(), left.read_bytes()) == (b"new", b"left")


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".txt")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_disk_that_is_full_costs_nothing(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_file.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(draft, b"new")
    assert draft.read_bytes() == b"old"
    assert list(draft.parent.iterdir()) == [draft]


def test_a_file_that_is_there_is_not_replaced_against_the_will(draft: Path) -> None:
    with pytest.raises(FileExistsError):
        write_whole(draft, b"new", replace=False)
    assert draft.read_bytes() == b"old"
    write_whole(draft.with_name("b.txt"), b"new", replace=False)
    assert draft.with_name("b.txt").read_bytes() == b"new"


def test_a_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    target = tmp_path / "hegao.toml"
    write_whole(target, b"first", replace=False)
    assert target.read_bytes() == b"first"
    with pytest.raises(FileExistsError):
        write_whole(target, b"second", replace=False)
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="没有"):
        write_whole(tmp_path / "没有" / "通知.txt", b"new")
    assert list(tmp_path.iterdir()) == []
