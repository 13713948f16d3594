"""The cache folder: its place, its mode, and files that are replaced as a whole."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from hegao.sources import user_cache

posix = pytest.mark.skipif(os.name != "posix", reason="modes of folders are a matter of POSIX")


def test_values_come_back(cache_folder: Path) -> None:
    """What was stored last under a name; no temporary file is left."""
    assert user_cache.load("a.json") is None
    assert user_cache.save("a.json", {"x": [1, "汉\udc80"]})
    assert user_cache.save("a.json", {"x": [2, "汉\udc80"]})
    assert user_cache.load("a.json") == {"x": [2, "汉\udc80"]}
    assert [path.name for path in cache_folder.iterdir()] == ["a.json"]


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_damaged_values_are_none(cache_folder: Path, damage: bytes) -> None:
    """Whatever stands in the file."""
    (cache_folder / "a.json").write_bytes(damage)
    assert user_cache.load("a.json") is None


@posix
def test_folder_is_made_for_its_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the place for caches, with mode 0700."""
    monkeypatch.delenv("HEGAO_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert user_cache.folder() == str(tmp_path / "caches" / "hegao")
    assert (tmp_path / "caches" / "hegao").stat().st_mode & 0o777 == 0o700
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert user_cache.folder() == str(tmp_path / "home" / ".cache" / "hegao")


@posix
def test_folder_that_others_can_write_is_not_used(cache_folder: Path) -> None:
    """They could plant results."""
    assert user_cache.save("a.json", 1)
    cache_folder.chmod(0o777)
    assert user_cache.folder() is None
    assert user_cache.load("a.json") is None
    assert not user_cache.save("a.json", 2)


def test_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is stored and nothing fails."""
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("HEGAO_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert user_cache.folder() is None
    assert not user_cache.save("a.json", 1)


def test_a_file_that_cannot_be_replaced(cache_folder: Path) -> None:
    """The attempt leaves nothing behind."""
    (cache_folder / "a.json").mkdir()
    (cache_folder / "a.json" / "x").write_text("", "utf-8")
    assert not user_cache.save("a.json", 1)
    assert [path.name for path in cache_folder.iterdir()] == ["a.json"]


def test_several_processes_at_once(cache_folder: Path) -> None:
    """A reader sees one value or the other, never half of one."""
    import subprocess

    script = "import sys; from hegao.sources import user_cache\nfor _ in range(40): user_cache.save('a.json', [sys.argv[1]] * 20000)"
    writers = [subprocess.Popen([sys.executable, "-c", script, name]) for name in "xy"]
    seen = []
    while any(writer.poll() is None for writer in writers):
        seen.append(user_cache.load("a.json"))
    assert [writer.wait() for writer in writers] == [0, 0]
    assert {tuple(value) for value in [*seen, user_cache.load("a.json")] if value is not None} <= {("x",) * 20000, ("y",) * 20000}
    assert [path.name for path in cache_folder.iterdir()] == ["a.json"]


DAY = 24 * 3600
OLD, NEW = "rules-0123456789abcdef.json", "results/ab/0123456789abcdef0123456789abcdef012345.json"


def set_back(path: Path, days: int) -> None:
    """Give a file the time of so many days ago."""
    then = time.time() - days * DAY
    os.utime(path, (then, then))


def test_what_nobody_asks_for_is_deleted_after_thirty_days(cache_folder: Path) -> None:
    for name in (OLD, NEW, "grammar.json"):
        user_cache.save(name, 1)
    (cache_folder / "notes.txt").write_text("", "utf-8")
    for path in (cache_folder / OLD, cache_folder / NEW, cache_folder / "notes.txt"):
        set_back(path, 40)
    assert user_cache.load(NEW) == 1
    user_cache.tidy()
    left = sorted(path.relative_to(cache_folder).as_posix() for path in cache_folder.rglob("*") if path.is_file())
    assert left == [".tidied", "grammar.json", "notes.txt", NEW]


def test_the_folder_is_tidied_once_a_day(cache_folder: Path) -> None:
    user_cache.tidy()
    user_cache.save(OLD, 1)
    set_back(cache_folder / OLD, 40)
    user_cache.tidy()
    assert (cache_folder / OLD).exists()
    set_back(cache_folder / ".tidied", 2)
    user_cache.tidy()
    assert not (cache_folder / OLD).exists()


def test_what_may_only_be_read_is_read(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "read-only")

    user_cache.save(NEW, 1)
    set_back(cache_folder / NEW, 40)
    monkeypatch.setattr(os, "utime", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    assert user_cache.load(NEW) == 1
    user_cache.tidy()
    assert (cache_folder / NEW).exists()
