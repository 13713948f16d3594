"""From bytes to lines: the encoding is told apart without asking.

Input is UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030.  What is no text is
refused with one sentence that says why.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from hegao.sources.bounded_reading import MEGA, read_all
from hegao.sources.system_errors import why_unread

#: Endings of the files that a folder is searched for.
SUFFIXES = (".txt", ".md", ".markdown")

#: Bytes of the largest document; no gazette has a tenth of it.
LARGEST = 64 * MEGA
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Unreadable(Exception):
    """A file that cannot be read as a document; the message is a Chinese sentence for the user."""


class Source(NamedTuple):
    """A decoded file: its display path, its physical lines without their ends, and its encoding."""

    path: str
    lines: tuple[str, ...]
    encoding: str = "utf-8"
    newline: str = "\n"

    @property
    def markdown(self) -> bool:
        """Whether the name says Markdown."""
        return self.path.lower().endswith((".md", ".markdown"))


def decode(data: bytes) -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding.

    Raises ``Unreadable`` for binary data and for what no supported encoding can decode.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Unreadable(f"文件开头标明是 {encoding}，内容却不能按此解码，请另存为 UTF-8 后再试") from error
    if b"\x00" in data[:8192]:
        raise Unreadable("是二进制文件，不是文本；请另存为 .txt 或 .md 后再试")
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _plausible(text):
            return text, encoding
    raise Unreadable("不能按 UTF-8、GB18030 或 UTF-16 解码，请另存为 UTF-8 后再试")


def _plausible(text: str) -> bool:
    """GB18030 decodes almost anything; control and private characters betray other data."""
    odd = sum(1 for c in text if (c < " " and c not in "\t\r\n\f") or "\ue000" <= c <= "\uf8ff")
    return odd * 50 <= len(text)


def source_of(data: bytes, path: str) -> Source:
    """The source in ``data``; raises ``Unreadable`` where it holds no text at all."""
    text, encoding = decode(data)
    if not text.strip():
        raise Unreadable("文件是空的，没有可检查的内容")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Source(path, tuple(lines), encoding, newline)


def read(path: str | os.PathLike[str], name: str | None = None) -> Source:
    """The source at ``path``, shown as ``name``; raises ``Unreadable`` where it cannot be read."""
    try:
        with open(path, "rb") as file:
            data = read_all(file, LARGEST)
    except OSError as error:
        raise Unreadable(why_unread(error)) from error
    return source_of(data, name if name is not None else str(path))
