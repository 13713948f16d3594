"""Text that knows its place.

Reading joins lines that a page break cut and drops marks that a conversion left.  Whatever was
done, a finding must stand at the exact line and column of the original file, so text is carried
as a ``Text``: a string and the places where its stretches came from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(slots=True, frozen=True, order=True)
class Span:
    """A stretch of the original file; lines and columns from 1, the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(slots=True, frozen=True)
class Piece:
    """A stretch of a ``Text`` that lies on one physical line.

    ``offset`` counts characters from 0 in the text, ``column`` from 1 in the line.
    """

    offset: int
    line: int
    column: int


@dataclass(slots=True, frozen=True)
class Text:
    """A string and the pieces it was put together from, in order of their offsets."""

    value: str
    pieces: tuple[Piece, ...]

    @staticmethod
    def of_line(value: str, line: int, column: int = 1) -> Text:
        """The text of one physical line (or of its part that starts at ``column``)."""
        return Text(value, (Piece(0, line, column),))

    def __str__(self) -> str:
        return self.value

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
        pieces = self.pieces
        if len(pieces) == 1:
            piece = pieces[0]
        else:
            piece = pieces[bisect_right(pieces, offset, key=_offset) - 1]
        return piece.line, piece.column + offset - piece.offset

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place in the file of the characters from ``start`` up to, without, ``end``."""
        stop = len(self.value) if end is None else end
        line, column = self.place(start)
        if stop <= start:
            return Span(line, column, line, column)
        end_line, end_column = self.place(stop - 1)
        return Span(line, column, end_line, end_column + 1)

    def slice(self, start: int, end: int | None = None) -> Text:
        """The part from ``start`` up to ``end`` with its places."""
        stop = len(self.value) if end is None else min(end, len(self.value))
        start = min(start, stop)
        pieces = self.pieces
        if len(pieces) == 1:
            piece = pieces[0]
            return Text(self.value[start:stop], (Piece(0, piece.line, piece.column + start - piece.offset),))
        first = bisect_right(pieces, start, key=_offset) - 1
        kept = [Piece(0, pieces[first].line, pieces[first].column + start - pieces[first].offset)]
        for piece in pieces[first + 1 :]:
            if piece.offset >= stop:
                break
            kept.append(Piece(piece.offset - start, piece.line, piece.column))
        return Text(self.value[start:stop], tuple(kept))

    def strip(self, characters: str | None = None) -> Text:
        """Without white space, or the given characters, at both ends."""
        left = len(self.value) - len(self.value.lstrip(characters))
        right = len(self.value.rstrip(characters))
        return self if left == 0 and right == len(self.value) else self.slice(left, max(left, right))

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


def _offset(piece: Piece) -> int:
    return piece.offset


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
            pieces.extend(Piece(piece.offset + offset, piece.line, piece.column) for piece in text.pieces)
            offset += len(text.value)
    return Text("".join(text.value for text in texts), tuple(pieces))
