"""The lineage of lines that are edited again and again: where each character of theirs stood at first, if it was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hegao.engine.findings.finding import FixEdit
from hegao.sources.text import Span


class Lineage:
    """Follows the edits of lines, so that what many rounds make of a line is told as edits of the line that it was."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the lines as they are at first."""
        self._first = lines
        #: By the number of a line that was changed, the offset at first of each character of it; None for one that came in.
        self._offsets: dict[int, list[int | None]] = {}

    def _of(self, line: int) -> list[int | None]:
        known = self._offsets.get(line)
        return list(range(len(self._first[line - 1]))) if known is None else known

    def follow(self, edits: Iterable[FixEdit]) -> None:
        """Edits are made, each within a line, none touching another."""
        for span, text, _safe in sorted(edits, reverse=True):
            offsets = self._of(span.line)
            offsets[span.column - 1 : span.end_column - 1] = [None] * len(text)
            self._offsets[span.line] = offsets

    def before(self, span: Span) -> tuple[int, int, int]:
        """The line, the first column and the one behind the last, of characters as they stood at first.

        What came in stands where the characters beside it do.
        """
        offsets = self._of(span.line)
        start = self._at(offsets, span.line, span.column - 1)
        kept = [offset for offset in offsets[span.column - 1 : span.end_column - 1] if offset is not None]
        return (span.line, kept[0] + 1, kept[-1] + 2) if kept else (span.line, start + 1, start + 1)

    def _at(self, offsets: Sequence[int | None], line: int, index: int) -> int:
        """The offset at first of the next character from an index on that was there."""
        return next((offset for offset in offsets[index:] if offset is not None), len(self._first[line - 1]))

    def edits(self, lines: Sequence[str]) -> list[FixEdit]:
        """All that was made of the lines, which are ``lines`` now: in order, as few characters as have changed."""
        return [edit for line in sorted(self._offsets) for edit in self._edits(line, lines[line - 1])]

    def _edits(self, line: int, now: str) -> Iterable[FixEdit]:
        end = len(self._first[line - 1])
        behind, put = 0, ""
        for offset, character in zip([*self._of(line), end], [*now, ""], strict=True):
            if offset is None:
                put += character
                continue
            if put or offset > behind:
                yield FixEdit(Span(line, behind + 1, line, offset + 1), put, True)
            behind, put = offset + 1, ""
