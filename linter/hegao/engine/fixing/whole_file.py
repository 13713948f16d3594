"""Files written as a whole: nobody ever reads half of one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_whole(target: Path, data: bytes, *, replace: bool = True) -> None:
    """Write a file in one step; its mode is kept, and what a link points to is written.

    Raises ``FileExistsError`` where there is one already that is not to be replaced, else ``OSError``.
    """
    if replace and target.exists() and not target.is_file() and not target.is_dir():
        target.write_bytes(data)  # a pipe or device cannot be replaced
        return
    place = Path(os.path.realpath(target))
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with open(part, "xb") as stream:
            stream.write(data)
        if not replace:
            _link(part, place)
            return
        if place.is_file():
            shutil.copymode(place, part)
        os.replace(part, place)
    finally:
        part.unlink(missing_ok=True)


def _link(part: Path, place: Path) -> None:
    """Give the file its name, which nothing may have yet."""
    try:
        os.link(part, place)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with open(place, "xb") as stream:
            stream.write(part.read_bytes())
