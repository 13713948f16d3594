"""The cache folder: its place, its mode, whose it is, and files that are replaced as a whole."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from hegao.sources import user_cache

A = "grammar.json"
MARK = ".hegao-cache"
posix = pytest.mark.skipif(os.name != "posix", reason="modes of folders are a matter of POSIX")


def names(folder: Path) -> set[str]:
    """What lies in a folder."""
    return {path.name for path in folder.iterdir()}


def test_values_come_back(cache_folder: Path) -> None:
    """What was stored last under a name; no temporary file is left."""
    assert user_cache.load(A) is None
    assert user_cache.save(A, {"x": [1, "汉\udc80"]})
    assert user_cache.save(A, {"x": [2, "汉\udc80"]})
    assert user_cache.load(A) == {"x": [2, "汉\udc80"]}
    assert names(cache_folder) == {A, MARK}


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"[1]", b"0" * 32 + b"\n[1]"])
def test_damaged_values_are_none(cache_folder: Path, damage: bytes) -> None:
    """Whatever stands in the file."""
    assert user_cache.save(A, [1])
    (cache_folder / A).write_bytes(damage)
    assert user_cache.load(A) is None


def test_what_was_changed_or_stands_under_another_name_is_not_taken(cache_folder: Path) -> None:
    """Shortened to other JSON, or copied over another file."""
    user_cache.save(A, {"findings": ["one", "two"]})
    whole = (cache_folder / A).read_bytes()
    (cache_folder / A).write_bytes(whole.replace(b'"one","two"', b""))
    assert user_cache.load(A) is None
    (cache_folder / "patterns.json").write_bytes(whole)
    assert user_cache.load("patterns.json") is None
    (cache_folder / A).write_bytes(whole)
    assert user_cache.load(A) == {"findings": ["one", "two"]}


def test_the_cache_can_be_left_out(cache_folder: Path) -> None:
    user_cache.save(A, 1)
    with user_cache.used(False):
        assert user_cache.load(A) is None
        assert not user_cache.save(A, 2)
    assert user_cache.load(A) == 1


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
    assert user_cache.save(A, 1)
    cache_folder.chmod(0o777)
    assert user_cache.folder() is None
    assert user_cache.load(A) is None
    assert not user_cache.save(A, 2)


def test_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is stored and nothing fails."""
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("HEGAO_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert user_cache.folder() is None
    assert not user_cache.save(A, 1)


def test_a_file_that_cannot_be_replaced(cache_folder: Path) -> None:
    """The attempt leaves nothing behind."""
    (cache_folder / A).mkdir()
    (cache_folder / A / "x").write_text("", "utf-8")
    assert not user_cache.save(A, 1)
    assert names(cache_folder) == {A, MARK}


def test_several_processes_at_once(cache_folder: Path) -> None:
    """A reader sees one value or the other, never half of one."""
    import subprocess

    script = "import sys; from hegao.sources import user_cache\nfor _ in range(40): user_cache.save('grammar.json', [sys.argv[1]] * 20000)"
    writers = [subprocess.Popen([sys.executable, "-c", script, name]) for name in "xy"]
    seen = []
    while any(writer.poll() is None for writer in writers):
        seen.append(user_cache.load(A))
    assert [writer.wait() for writer in writers] == [0, 0]
    assert {tuple(value) for value in [*seen, user_cache.load(A)] if value is not None} <= {("x",) * 20000, ("y",) * 20000}
    assert names(cache_folder) == {A, MARK}


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
    assert left == [MARK, ".tidied", "grammar.json", "notes.txt", NEW]


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
    monkeypatch.setattr(os, "unlink", refuse)
    assert user_cache.load(NEW) == 1
    user_cache.tidy()
    assert (cache_folder / NEW).exists()


DRAFT = "江河市人民政府关于做好防汛工作的通知\n"


def test_a_folder_of_documents_is_no_cache(cache_folder: Path) -> None:
    """Nothing is put into it, and nothing is deleted."""
    (cache_folder / "results").mkdir()
    (cache_folder / "results" / "通知.txt").write_text(DRAFT, "utf-8")
    (cache_folder / "grammar.txt").write_text(DRAFT, "utf-8")
    assert user_cache.folder() is None
    assert not user_cache.save(A, 1)
    with pytest.raises(user_cache.Foreign, match="不是 hegao 的缓存文件夹"):
        user_cache.clear()
    assert names(cache_folder) == {"results", "grammar.txt"}
    assert names(cache_folder / "results") == {"通知.txt"}


@posix
def test_clear_deletes_what_the_cache_owns_and_nothing_else(cache_folder: Path, tmp_path: Path) -> None:
    """By its mark and by names; links are not followed."""
    for name in (A, OLD, NEW):
        user_cache.save(name, [1])
    elsewhere = tmp_path / "公文"
    (elsewhere / "ab").mkdir(parents=True)
    (elsewhere / "ab" / ("0" * 38 + ".json")).write_text("{}", "utf-8")
    for name in ("通知.txt", "report.json", "results/说明.txt", "results/ab/底稿.json", "results/公文/a.json"):
        (cache_folder / name).parent.mkdir(exist_ok=True)
        (cache_folder / name).write_text(DRAFT, "utf-8")
    (cache_folder / "results" / "cd").symlink_to(elsewhere / "ab")
    files, size = user_cache.clear()
    assert files == 3 and size > 0
    left = {path.relative_to(cache_folder).as_posix() for path in cache_folder.rglob("*") if path.is_file()}
    assert left - {MARK} == {"通知.txt", "report.json", "results/说明.txt", "results/ab/底稿.json", "results/公文/a.json"}
    assert names(elsewhere / "ab") == {"0" * 38 + ".json"}
    assert user_cache.clear() == (0, 0)


def test_a_cleared_cache_is_a_cache_again(cache_folder: Path) -> None:
    user_cache.save(NEW, 1)
    assert user_cache.clear()[0] == 1
    assert names(cache_folder) == {MARK}
    assert user_cache.save(A, 1)


def test_there_is_nothing_to_clear_where_there_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEGAO_CACHE_DIR", str(tmp_path / "none"))
    assert user_cache.clear() == (0, 0)
    assert not (tmp_path / "none").exists()


def test_a_name_that_is_none_of_the_cache_is_refused(cache_folder: Path) -> None:
    for name in ("report.json", "../grammar.json", "results/x.json", "results/ab/../../通知.json"):
        with pytest.raises(ValueError, match="no name of the cache"):
            user_cache.save(name, 1)


def test_all_that_a_run_leaves_is_deleted(cache_folder: Path, tmp_path: Path) -> None:
    import subprocess

    (tmp_path / "hegao.toml").write_text('root = true\n[rules]\nwording = "error"\n', "utf-8")
    (tmp_path / "a.txt").write_text(DRAFT, "utf-8")
    subprocess.run([sys.executable, "-m", "hegao", "check", str(tmp_path)], check=True, capture_output=True, timeout=120)
    assert {"grammar.json", "patterns.json", "results", ".tidied"} <= names(cache_folder)
    user_cache.clear()
    assert names(cache_folder) == {MARK}
