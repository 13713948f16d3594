"""Files read as a whole, but never more of them than memory bears."""

from __future__ import annotations

import os
import stat
from typing import IO

from hegao.sources.system_errors import Refusal

KILO, MEGA = 1 << 10, 1 << 20


def read_ordinary(path: str | os.PathLike[str], most: int) -> bytes:
    """The bytes of an ordinary file, ``most`` of them at most.

    Raises ``Refusal`` for devices and pipes, which are not waited for, and for files that are larger; else ``OSError``.
    """
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise Refusal("不是普通文件")
        return read_all(file, most)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def read_all(file: IO[bytes], most: int) -> bytes:
    """All that a file has still to give; raises ``Refusal`` where that is more than ``most`` bytes."""
    pieces = []
    left = most
    while piece := file.read(min(left, MEGA) + 1):
        pieces.append(piece)
        left -= len(piece)
        if left < 0:
            size = f"{most // MEGA} MB" if most >= MEGA else f"{most // KILO} kB"
            raise Refusal(f"超过 {size}，太大了")
    return b"".join(pieces)
