"""The user's cache folder: JSON files that may vanish or be damaged at any time.

Nothing depends on them: what cannot be read is made anew, what cannot be written is left.  Several
processes may read and write at once, since a file is replaced as a whole.  A file's time of change is the day on which it was last
used, so that what nobody asks for any more can be told and deleted.
"""

from __future__ import annotations

import json
import os
import re
import stat
import time
from contextlib import suppress
from typing import Any

#: Seconds.
_DAY = 24 * 3600
#: How long a file is kept that nobody asks for.
_KEPT = 30 * _DAY
#: Changed when the folder was last tidied.
_TIDIED = ".tidied"
#: The names of what is kept: by a digest, so that nothing else is deleted where the folder holds other files; and what a
#: process left that was killed while it wrote.
_OWN = re.compile(r"(?:[a-z]+-)?[0-9a-f]{16,}\.json|\.\w{8}\.tmp")


def folder() -> str | None:
    """The cache folder, made with mode 0700 where it is missing; None where there is none to be had.

    It is ``HEGAO_CACHE_DIR``, else ``hegao`` in ``XDG_CACHE_HOME`` or in the system's place for caches.  A folder
    that belongs to another user, or that others may write to, is not used: they could plant results.
    """
    path = _place()
    if path is None:
        return None
    try:
        os.makedirs(path, mode=0o700, exist_ok=True)
        state = os.stat(path)
    except OSError:
        return None
    if os.name == "posix" and (state.st_uid != os.geteuid() or state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
        return None
    return path


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


def load(name: str) -> Any:
    """The value stored under ``name``; None where there is none that can be read."""
    place = folder()
    if place is None:
        return None
    path = os.path.join(place, name)
    try:
        with open(path, "rb") as file:
            data = file.read()
            if _ago(os.fstat(file.fileno())) > _DAY:
                _renew(path)
        return json.loads(data)
    except (OSError, ValueError, RecursionError):
        return None


def save(name: str, value: Any) -> bool:
    """Store a JSON value under ``name`` (it may lie in a folder: ``a/b.json``), replacing what is there in one step; whether that went well."""
    place = folder()
    if place is None:
        return False
    import tempfile

    data = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    target = os.path.join(place, name)
    try:
        os.makedirs(os.path.dirname(target), mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".", suffix=".tmp")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, target)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        return False
    return True


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
    from pathlib import Path

    for path in (*Path(place).glob("*"), *Path(place).glob("*/*/*")):
        with suppress(OSError):
            if _OWN.fullmatch(path.name) and _ago(path.lstat()) > _KEPT:
                path.unlink()


def _ago(state: os.stat_result) -> float:
    """How many seconds ago a file was changed."""
    return time.time() - state.st_mtime


def _renew(path: str) -> None:
    """Make now the time of its change; a folder that may only be read is as good."""
    with suppress(OSError), open(path, "ab"):
        os.utime(path)


def clear() -> tuple[int, int]:
    """Delete all that is stored; gives the number of files and of bytes deleted."""
    place = folder()
    files = size = 0
    for root, folders, names in os.walk(place, topdown=False) if place is not None else ():
        for name in names:
            path = os.path.join(root, name)
            with suppress(OSError):
                length = os.lstat(path).st_size
                os.unlink(path)
                files, size = files + 1, size + length
        for name in folders:
            path = os.path.join(root, name)
            with suppress(OSError):
                os.unlink(path) if os.path.islink(path) else os.rmdir(path)
    return files, size
