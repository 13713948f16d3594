"""Edits within lines: made, and followed through many rounds, so that what became of a line is told as edits of the line that it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from hegao.engine.findings.finding import FixEdit
from hegao.sources.text import Span


def edited(lines: Sequence[str], edits: Iterable[FixEdit]) -> tuple[str, ...]:
    """The lines with edits made that do not overlap."""
    made = list(lines)
    for number, several in groupby(sorted(edits, key=place_of_edit, reverse=True)[::-1], key=_line):
        made[number - 1] = "".join(stretches_of(made[number - 1], several))
    return tuple(made)


def place_of_edit(edit: FixEdit) -> Span:
    """The characters that an edit replaces."""
    return edit.span


def _line(edit: FixEdit) -> int:
    return edit.span.line


def stretches_of(line: str, edits: Iterable[FixEdit], at: int = 0) -> Iterator[str]:
    """A line from the offset ``at`` on in stretches, with its edits, in their order, made."""
    for edit in edits:
        yield line[at : edit.span.column - 1]
        yield edit.text
        at = edit.span.end_column - 1
    yield line[at:]


class Lineage:
    """Follows the edits of lines: where each character of theirs stood at first, if it was there."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the lines as they are at first."""
        self._first = lines
        #: By the number of a line that was changed, the offset at first of each character of it; None for one that came in.
        self._offsets: dict[int, list[int | None]] = {}

    def follow(self, edits: Iterable[FixEdit]) -> None:
        """Edits are made, each within a line, none touching another."""
        for number, several in groupby(sorted(edits, key=place_of_edit), key=_line):
            known = self._offsets.get(number)
            offsets = list(range(len(self._first[number - 1]))) if known is None else known
            made: list[int | None] = []
            at = 0
            for edit in several:
                made += offsets[at : edit.span.column - 1]
                made += [None] * len(edit.text)
                at = edit.span.end_column - 1
            self._offsets[number] = [*made, *offsets[at:]]

    def before(self, span: Span) -> tuple[int, int, int]:
        """The line, the first column and the one behind the last, of characters as they stood at first.

        What came in stands where the next characters do that were there.
        """
        offsets = self._offsets.get(span.line)
        if offsets is None:
            return span.line, span.column, span.end_column
        kept = [offset for offset in offsets[span.column - 1 : span.end_column - 1] if offset is not None]
        if kept:
            return span.line, kept[0] + 1, kept[-1] + 2
        behind = next((offset for offset in offsets[span.column - 1 :] if offset is not None), len(self._first[span.line - 1]))
        return span.line, behind + 1, behind + 1

    def edits(self, lines: Sequence[str]) -> list[FixEdit]:
        """All that was made of the lines, which are ``lines`` now: in order, as few characters as have changed."""
        return [edit for line in sorted(self._offsets) for edit in self._edits(line, lines[line - 1])]

    def _edits(self, line: int, now: str) -> Iterator[FixEdit]:
        end = len(self._first[line - 1])
        behind, put = 0, ""
        for offset, character in zip([*self._offsets[line], end], [*now, ""], strict=True):
            if offset is None:
                put += character
                continue
            if put or offset > behind:
                yield FixEdit(Span(line, behind + 1, line, offset + 1), put, True)
            behind, put = offset + 1, ""
