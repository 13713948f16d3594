"""Text that knows its place.

Reading joins lines that a page break cut and drops marks that a conversion left.  Whatever was
done, a finding must stand at the exact line and column of the original file, so text is carried
as a ``Text``: a string and the places where its stretches came from.

These are made in tens of thousands, so they are named tuples and a plain class: frozen dataclasses take twice as long.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the original file; lines and columns from 1, the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Places:
    """Stretches of one file, those that overlap made one, so that one look tells whether a span meets any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Take the stretches in any order."""
        self._starts: list[tuple[int, int]] = []
        self._ends: list[tuple[int, int]] = []
        for start, end in sorted(map(_ends, spans)):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meet(self, span: Span) -> bool:
        """Whether a character of the span stands in one of the stretches."""
        start, end = _ends(span)
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and start < self._ends[index]


def _ends(span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where a span begins and ends; an empty one is taken for the character that it stands before."""
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    return start, end if start < end else (span.line, span.column + 1)


class Piece(NamedTuple):
    """A stretch of a ``Text`` that lies on one physical line.

    ``offset`` counts characters from 0 in the text, ``column`` from 1 in the line.
    """

    offset: int
    line: int
    column: int


class Text:
    """A string and the pieces it was put together from, in order of their offsets; neither is changed once it is made."""

    __slots__ = ("pieces", "value")

    def __init__(self, value: str, pieces: tuple[Piece, ...]) -> None:
        """Take both as they are."""
        self.value = value
        self.pieces = pieces

    @staticmethod
    def of_line(value: str, line: int, column: int = 1) -> Text:
        """The text of one physical line (or of its part that starts at ``column``)."""
        return Text(value, (Piece(0, line, column),))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.value == other.value and self.pieces == other.pieces

    def __hash__(self) -> int:
        return hash((self.value, self.pieces))

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"Text({self.value!r}, {self.pieces!r})"

    def __len__(self) -> int:
        return len(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)

    @property
    def line(self) -> int:
        """The physical line of the first character."""
        return self.pieces[0].line

    @property
    def end_line(self) -> int:
        """The physical line of the last character."""
        return self.place(max(0, len(self.value) - 1))[0]

    def place(self, offset: int) -> tuple[int, int]:
        """The physical line and column of the character at ``offset``."""
        start, line, column = self.pieces[self._index(offset)]
        return line, column + offset - start

    def _index(self, offset: int) -> int:
        """The index of the piece in which the character at ``offset`` lies."""
        pieces = self.pieces
        # A piece is ordered by its offset first: this is before each piece that starts later, behind all others.
        return 0 if len(pieces) == 1 else bisect_right(pieces, (offset + 1,)) - 1

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place in the file of the characters from ``start`` up to, without, ``end``."""
        stop = len(self.value) if end is None else end
        if len(self.pieces) == 1:
            offset, line, column = self.pieces[0]
            return Span(line, column + start - offset, line, column + max(start, stop) - offset)
        line, column = self.place(start)
        if stop <= start:
            return Span(line, column, line, column)
        end_line, end_column = self.place(stop - 1)
        return Span(line, column, end_line, end_column + 1)

    def slice(self, start: int, end: int | None = None) -> Text:
        """The part from ``start`` up to ``end`` with its places."""
        value, pieces = self.value, self.pieces
        stop = len(value) if end is None else min(end, len(value))
        start = min(start, stop)
        if len(pieces) == 1:
            offset, line, column = pieces[0]
            return Text(value[start:stop], (Piece(0, line, column + start - offset),))
        first = self._index(start)
        offset, line, column = pieces[first]
        head = Piece(0, line, column + start - offset)
        if first + 1 == len(pieces) or pieces[first + 1].offset >= stop:
            return Text(value[start:stop], (head,))
        kept = [head]
        for offset, line, column in pieces[first + 1 :]:
            if offset >= stop:
                break
            kept.append(Piece(offset - start, line, column))
        return Text(value[start:stop], tuple(kept))

    def strip(self, characters: str | None = None) -> Text:
        """Without white space, or the given characters, at both ends."""
        value = self.value
        stripped = value.strip(characters)
        if len(stripped) == len(value):
            return self
        left = len(value) - len(value.lstrip(characters))
        return self.slice(left, left + len(stripped))

    def without(self, gaps: Iterable[tuple[int, int]]) -> Text:
        """The text with the given stretches (start, end; ascending, apart) left out."""
        kept: list[Text] = []
        at = 0
        for start, end in gaps:
            if start > at:
                kept.append(self.slice(at, start))
            at = end
        if not kept and at == 0:
            return self
        if at < len(self.value):
            kept.append(self.slice(at))
        return join(kept) if kept else self.slice(0, 0)


def join(texts: Sequence[Text]) -> Text:
    """One text of several, in the order given; raises ``ValueError`` on none."""
    if not texts:
        raise ValueError("nothing to join")
    if len(texts) == 1:
        return texts[0]
    pieces: list[Piece] = []
    offset = 0
    for text in texts:
        if text.value or not pieces:
            pieces += [Piece(at + offset, line, column) for at, line, column in text.pieces]
            offset += len(text.value)
    return Text("".join(text.value for text in texts), tuple(pieces))
