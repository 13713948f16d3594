"""The user's cache folder: JSON files that may vanish or be damaged at any time.

Nothing depends on them: what cannot be read is made anew, what cannot be written is left.  Each file begins with the digest of its
name and content, so that what is damaged, shortened or stands under another name is not taken for what was stored.  Several
processes may read and write at once, since a file is replaced as a whole.  A file's time of change is the day on which it was last
used, so that what nobody asks for any more can be told and deleted.
"""

from __future__ import annotations

import json
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from hegao.sources.digest import digest_all

#: Seconds.
_DAY = 24 * 3600
#: How long a file is kept that nobody asks for.
_KEPT = 30 * _DAY
#: Says that the folder is a cache of this program, so that what bears the names below may be deleted in it.
MARKER = ".hegao-cache"
_SAID = "hegao 的缓存：只为快，随时可以用 hegao cache clear 删去。\n"
#: Changed when the folder was last tidied.
_TIDIED = ".tidied"
#: The folder of results, in which they lie by the first two digits of their digests.
_RESULTS = "results"
#: What a process left that was killed while it wrote.
_TEMPORARY = r"\.hegao-\w{8}\.tmp"
#: The names of what is kept; nothing else is ever written or deleted.
_NAMES = re.compile(rf"(?:grammar|patterns)\.json|[a-z]+-[0-9a-f]{{16}}\.json|{_TEMPORARY}")
_INNER = re.compile(rf"[0-9a-f]{{16,}}\.json|{_TEMPORARY}")
_PAIR = re.compile(r"[0-9a-f]{2}")

_used = True
#: Folders found not to be ours, so that each is looked through once.
_foreign: set[str] = set()


class Foreign(Exception):
    """A folder that is no cache of this program, or not its user's alone; the message is a Chinese sentence."""


def use(whether: bool) -> None:
    """Use the cache from now on or, where not ``whether``, do as if it were absent: nothing is taken from it, nothing kept."""
    global _used
    _used = whether


@contextmanager
def used(whether: bool) -> Iterator[None]:
    """As ``use``, but only within it."""
    before = _used
    use(whether)
    try:
        yield
    finally:
        use(before)


def folder() -> str | None:
    """The cache folder, made with mode 0700 where it is missing; None where there is none to be had.

    It is ``HEGAO_CACHE_DIR``, else ``hegao`` in ``XDG_CACHE_HOME`` or in the system's place for caches.  A folder that belongs to
    another user, or that others may write to, is not used: they could plant results.  Nor is one that holds anything else.
    """
    path = _place() if _used else None
    if path is None:
        return None
    try:
        os.makedirs(path, mode=0o700, exist_ok=True)
        return path if _private(path) and _ours(path) else None
    except OSError:
        return None


def _place() -> str | None:
    own = os.environ.get("HEGAO_CACHE_DIR")
    if own:
        return own
    # A relative path in XDG_CACHE_HOME is to be ignored (XDG base directory specification).
    caches = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(caches):
        return os.path.join(caches, "hegao")
    local = os.environ.get("LOCALAPPDATA")
    if os.name == "nt" and local:
        return os.path.join(local, "hegao", "cache")
    home = os.path.expanduser("~")
    return os.path.join(home, ".cache", "hegao") if os.path.isabs(home) else None


def _private(path: str) -> bool:
    state = os.stat(path)
    return os.name != "posix" or (state.st_uid == os.geteuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def _ours(path: str) -> bool:
    """Whether the folder bears the mark; one that is empty, or holds only what bears our names, is marked now."""
    mark = os.path.join(path, MARKER)
    if os.path.isfile(mark):
        return True
    known = (_TIDIED, _RESULTS, MARKER)
    if path in _foreign or not all(name in known or _NAMES.fullmatch(name) for name in os.listdir(path)):
        _foreign.add(path)
        return False
    with suppress(OSError), open(mark, "w", encoding="utf-8") as file:
        file.write(_SAID)
    return True


def load(name: str) -> Any:
    """The value stored under ``name``; None where there is none, or not the one that was stored."""
    place = folder()
    if place is None:
        return None
    path = os.path.join(place, name)
    try:
        with open(path, "rb") as file:
            data = file.read()
            if _ago(os.fstat(file.fileno())) > _DAY:
                _renew(path)
        head, _, body = data.partition(b"\n")
        return json.loads(body) if head == _seal(name, body) else None
    except (OSError, ValueError, RecursionError):
        return None


def _seal(name: str, body: bytes) -> bytes:
    return digest_all((name, body)).encode("ascii")


def save(name: str, value: Any) -> bool:
    """Store a JSON value under ``name`` (a result lies in folders: ``results/ab/….json``), replacing what is there in one step.

    Gives whether that went well.  Raises ``ValueError`` for a name under which nothing is kept.
    """
    if not _known(name):
        raise ValueError(f"no name of the cache: {name}")
    place = folder()
    if place is None:
        return False
    import tempfile

    body = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    target = os.path.join(place, name)
    try:
        os.makedirs(os.path.dirname(target), mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".hegao-", suffix=".tmp")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_seal(name, body) + b"\n" + body)
        os.replace(temporary, target)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        return False
    return True


def _known(name: str) -> bool:
    if _NAMES.fullmatch(name):
        return True
    parts = name.split("/")
    return len(parts) == 3 and parts[0] == _RESULTS and bool(_PAIR.fullmatch(parts[1]) and _INNER.fullmatch(parts[2]))


def tidy() -> None:
    """Delete what nobody has asked for in thirty days: what was kept of older texts, rules and programs.  Looks once a day."""
    place = folder()
    if place is None:
        return
    mark = os.path.join(place, _TIDIED)
    try:
        if _ago(os.stat(mark)) <= _DAY:
            return
    except OSError:
        pass  # never tidied
    _renew(mark)
    for entry in _entries(place):
        with suppress(OSError):
            if _ago(entry.stat(follow_symlinks=False)) > _KEPT:
                os.unlink(entry.path)


def _ago(state: os.stat_result) -> float:
    """How many seconds ago a file was changed."""
    return time.time() - state.st_mtime


def _renew(path: str) -> None:
    """Make now the time of its change; a folder that may only be read is as good."""
    with suppress(OSError), open(path, "ab"):
        os.utime(path)


def clear() -> tuple[int, int]:
    """Delete all that is stored and nothing else; gives the number of files and of bytes deleted.

    Raises ``Foreign`` where the folder is not a cache of this program and this user alone.
    """
    path = _place()
    if path is None or not os.path.isdir(path):
        return 0, 0
    place = folder()
    if place is None:
        raise Foreign(f"{path} 不是 hegao 的缓存文件夹：里面有别的文件，或者别的用户可以改写；没有删任何东西")
    files = size = 0
    for entry in list(_entries(place)):
        with suppress(OSError):
            length = entry.stat(follow_symlinks=False).st_size
            os.unlink(entry.path)
            files, size = files + 1, size + length
    with suppress(OSError):
        os.unlink(os.path.join(place, _TIDIED))
    for name in (*_pairs(place), _RESULTS):
        with suppress(OSError):
            os.rmdir(os.path.join(place, name))
    return files, size


def _entries(place: str) -> Iterator[os.DirEntry[str]]:
    """The files of the cache: those that bear its names, in the places where they belong; no link is followed."""
    yield from (entry for entry in _listed(place) if _NAMES.fullmatch(entry.name))
    for pair in _pairs(place):
        yield from (entry for entry in _listed(os.path.join(place, pair)) if _INNER.fullmatch(entry.name))


def _pairs(place: str) -> list[str]:
    """The folders within that of results, from the cache folder."""
    if os.path.islink(os.path.join(place, _RESULTS)):
        return []
    found = _listed(os.path.join(place, _RESULTS))
    return [f"{_RESULTS}/{entry.name}" for entry in found if _PAIR.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)]


def _listed(path: str) -> list[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(path) as found:
        return list(found)
    return []
