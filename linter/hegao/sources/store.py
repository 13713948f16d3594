"""The user's cache folder: JSON files that may vanish or be damaged at any time.

Nothing depends on them: what cannot be read is made anew, what cannot be written is left.  Several
processes may read and write at once, since a file is replaced as a whole.
"""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any


def folder() -> Path | None:
    """The cache folder, made with mode 0700 where it is missing; None where there is none to be had.

    It is ``HEGAO_CACHE_DIR``, else ``hegao`` in ``XDG_CACHE_HOME`` or in the system's place for caches.  A folder
    that belongs to another user, or that others may write to, is not used: they could plant results.
    """
    path = _place()
    if path is None:
        return None
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = path.stat()
    except OSError:
        return None
    if os.name == "posix" and (state.st_uid != os.geteuid() or state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
        return None
    return path


def _place() -> Path | None:
    own = os.environ.get("HEGAO_CACHE_DIR")
    if own:
        return Path(own)
    # A relative path in XDG_CACHE_HOME is to be ignored (XDG base directory specification).
    caches = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(caches):
        return Path(caches, "hegao")
    local = os.environ.get("LOCALAPPDATA")
    if os.name == "nt" and local:
        return Path(local, "hegao", "cache")
    home = os.path.expanduser("~")
    return Path(home, ".cache", "hegao") if os.path.isabs(home) else None


def load(name: str) -> Any:
    """The value stored under ``name``; None where there is none that can be read."""
    place = folder()
    if place is None:
        return None
    try:
        return json.loads((place / name).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def save(name: str, value: Any) -> bool:
    """Store a JSON value under ``name`` (it may lie in a folder: ``a/b.json``), replacing what is there in one step; whether that went well."""
    place = folder()
    if place is None:
        return False
    import tempfile

    data = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    target = place / name
    try:
        if target.parent != place:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, target)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        return False
    return True


def clear() -> tuple[int, int]:
    """Delete all that is stored; gives the number of files and of bytes deleted."""
    place = folder()
    files = size = 0
    for path in sorted(place.rglob("*"), reverse=True) if place is not None else ():
        try:
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                length = path.lstat().st_size
                path.unlink()
                files, size = files + 1, size + length
        except OSError:
            continue
    return files, size
