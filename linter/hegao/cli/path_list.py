"""``--files-from``: paths from a list, as ``find``, ``git`` and people write them."""

from __future__ import annotations

import os
import sys

import click

from hegao.engine.run.targets import STDIN
from hegao.sources.bounded_reading import MEGA, read_all
from hegao.sources.encodings import decode
from hegao.sources.system_errors import Refusal, why_unread

#: Bytes of a list at most: some millions of paths.
_LARGEST = 512 * MEGA
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def paths_from(given: str) -> list[str]:
    """The paths in a list file, or in the standard input (``-``): one a line or, where there are NULs, between these.

    Raises ``click.UsageError`` where it cannot be read.
    """
    try:
        data = _content(given)
    except OSError as error:
        name = "标准输入" if given == STDIN else given
        raise click.UsageError(f"--files-from 的清单 {name} 读不出：{why_unread(error)}", click.get_current_context()) from error
    if data.startswith(_UTF16):
        data = decode(data)[0].encode("utf-8")
    data = data.removeprefix(b"\xef\xbb\xbf")
    found = data.split(b"\0") if b"\0" in data else data.replace(b"\r\n", b"\n").split(b"\n")
    return [_path(one) for one in found if one.strip()]


def _content(given: str) -> bytes:
    if given != STDIN:
        with open(given, "rb") as file:
            return read_all(file, _LARGEST)
    if sys.stdin is None:
        raise Refusal("标准输入没有打开")
    return read_all(sys.stdin.buffer, _LARGEST)


def _path(raw: bytes) -> str:
    """The path that some bytes name: as the system takes them, else as text in GBK, in which lists are written on Windows."""
    path = os.fsdecode(raw)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        if not os.path.lexists(path):
            path = raw.decode("gb18030", "replace")
    return os.path.join(os.curdir, path) if path == STDIN else path
