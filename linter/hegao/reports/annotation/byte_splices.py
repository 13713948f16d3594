"""Changes of bytes, gathered in any order and made at once: what nobody changes stays as it was."""

from __future__ import annotations

from typing import NamedTuple


class Rank:
    """What comes first where several things are put in at one byte: a run is closed, marks end, marks begin, the run goes on.

    Where an insertion of somebody else is parted, what ends there stays in its first part, what begins there comes into the second.
    """

    CLOSE, DELETION_END, INSERTION, COMMENT_END, PART_CLOSE, BETWEEN_PARTS, REFERENCE = range(7)
    PART_OPEN, COMMENT_START, DELETION_START, OPEN, REPLACED, LAST = range(7, 13)


class _Splice(NamedTuple):
    start: int
    rank: int
    number: int
    end: int
    content: bytes


class Splices:
    """Changes of one part."""

    def __init__(self) -> None:
        """Begin with none."""
        self._all: list[_Splice] = []

    def __bool__(self) -> bool:
        return bool(self._all)

    def insert(self, at: int, rank: int, content: bytes) -> None:
        """Put bytes in before a byte."""
        self._all.append(_Splice(at, rank, len(self._all), at, content))

    def replace(self, start: int, end: int, content: bytes = b"") -> None:
        """Put bytes in the place of others; such places do not overlap."""
        self._all.append(_Splice(start, Rank.REPLACED, len(self._all), end, content))

    def made(self, data: bytes) -> bytes:
        """The bytes with all changes made."""
        pieces: list[bytes] = []
        at = 0
        for splice in sorted(self._all):
            pieces += (data[at : splice.start], splice.content)
            at = max(at, splice.end)
        pieces.append(data[at:])
        return b"".join(pieces)
