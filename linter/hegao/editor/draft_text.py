"""The text of a draft that an editor has open: lines that change piece by piece, and places counted as the editor counts them.

Editors count lines from 0 and characters in units of an encoding: of UTF-16 as a rule, where 𠮷 has two.  Here, as everywhere in
hegao, lines and columns count from 1 and a column is a character.
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: The encodings that places may be counted in.
UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"
_END = re.compile(r"\r\n|\r|\n")
#: Halves of characters; no text may hold one alone.
_HALF = re.compile("[\ud800-\udfff]")


class At(NamedTuple):
    """A place as an editor counts it: line and units, from 0."""

    line: int
    units: int


class DraftText:
    """The lines of a draft and what ends them; the last one ends with nothing."""

    __slots__ = ("_ends", "lines")

    def __init__(self, text: str) -> None:
        """Take the whole text; lines end where the reader of files ends them."""
        self.lines, self._ends = _cut(text)

    @property
    def whole(self) -> str:
        """All lines with their ends."""
        return "".join(line + end for line, end in zip(self.lines, self._ends, strict=True))

    def change(self, start: At, end: At, text: str, encoding: str = UTF16) -> None:
        """Put other words in the place of those between two places; places beyond a line or the text mean its end."""
        first, before = self._place(start, encoding)
        last, behind = self._place(max(start, end), encoding)
        piece = self.lines[first][:before] + text + self.lines[last][behind:] + self._ends[last]
        if first and piece.startswith("\n") and self._ends[first - 1] == "\r":
            first -= 1
            piece = f"{self.lines[first]}\r{piece}"
        lines, ends = _cut(piece)
        if self._ends[last]:
            # What ends the piece ends its last line; there is none behind.
            del lines[-1], ends[-1]
        self.lines[first : last + 1] = lines
        self._ends[first : last + 1] = ends

    def _place(self, at: At, encoding: str) -> tuple[int, int]:
        """Index of the line and offset in it."""
        line = max(0, at.line)
        if line >= len(self.lines):
            return len(self.lines) - 1, len(self.lines[-1])
        return line, offset_at(self.lines[line], at.units, encoding)


def _cut(text: str) -> tuple[list[str], list[str]]:
    """Lines and their ends."""
    text = _HALF.sub("\ufffd", text)
    return _END.split(text), [*_END.findall(text), ""]


def offset_at(line: str, units: int, encoding: str = UTF16) -> int:
    """How many characters stand before the place, the end of the line where it lies beyond."""
    units = max(0, units)
    if encoding == UTF32 or line.isascii():
        return min(units, len(line))
    if encoding == UTF8:
        return len(line.encode()[:units].decode("utf-8", "ignore"))
    return len(line.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def units_at(line: str, offset: int, encoding: str = UTF16) -> int:
    """How many units stand before the character at ``offset``."""
    head = line[: max(0, offset)]
    if encoding == UTF32 or head.isascii():
        return len(head)
    return len(head.encode()) if encoding == UTF8 else len(head.encode("utf-16-le")) // 2
