"""Files are written in one step or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hegao.engine.fixing.whole_file import write_whole


def test_a_file_is_replaced_with_its_mode_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "通知.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, b"new")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_link_points_to_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink() and real.read_bytes() == b"new"


def test_a_file_that_is_there_is_not_replaced_where_that_is_not_wanted(tmp_path: Path) -> None:
    target = tmp_path / "hegao.toml"
    write_whole(target, b"first", replace=False)
    with pytest.raises(FileExistsError):
        write_whole(target, b"second", replace=False)
    assert target.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [target]


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
