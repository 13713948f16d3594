"""Patterns sought in long texts that have a passage a line.

A pattern is meant for each line by itself: it sees nothing before or behind it, and what it finds lies in one line.  A scanner finds
what ``finditer`` finds in each line, but looks only into the lines in which something may be found.  By what these are told is
read off the pattern once (``hegao.sources.pattern_clues``) and kept with it from run to run; who writes a pattern need not mind,
unless it is slow and he knows a better sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from hegao.sources.kept_patterns import Clues, clues
from hegao.sources.lazy_pattern import Pattern

#: Where a line begins and ends in a text, and from which of its characters on something may be found.
_Line = tuple[int, int, int]


class Scanner:
    """A pattern that is sought line by line; raises ``re.error`` at its first use where it is malformed."""

    __slots__ = ("_clues", "_guard", "_sign", "pattern")

    def __init__(self, text: str | Callable[[], str], flags: int = 0, sign: str | Callable[[], str] = "") -> None:
        """Keep the text, or what makes it; nothing is made or compiled yet.

        ``sign``: a pattern (or what makes it), within a line too, that every line has in which something may be found.  It is for what cannot be read
        off the pattern: that a part of it, within a repetition or behind one, is rarer than its beginning.
        """
        self.pattern = Pattern(text, flags)
        self._sign = Pattern(sign) if sign else self.pattern
        self._clues: Clues | None = None
        self._guard: Pattern | None = None

    def hits(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """What is found in the lines of a text, in order, each behind the offset at which its line begins; matches count from there."""
        finditer = self.pattern.finditer
        for start, end, first in self._promising(text):
            for match in finditer(text[start:end], first):
                yield start, match

    def lines(self, text: str) -> Iterator[tuple[int, int]]:
        """The lines in which something is found, in order: from where to where each goes, without its end of line."""
        return ((start, end) for start, end, first in self._promising(text) if self.pattern.search(text[start:end], first))

    def sub(self, replacement: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with what is found replaced."""
        kept: list[str] = []
        at = 0
        for start, end, _first in self._promising(text):
            kept += text[at:start], self.pattern.sub(replacement, text[start:end])
            at = end
        return "".join([*kept, text[at:]]) if kept else text

    def _promising(self, text: str) -> Iterable[_Line]:
        """The lines in which something may be found, in order."""
        if self._clues is None:
            self._clues = clues(self._sign.text, self._sign.flags)
            self._guard = Pattern(self._clues.guard, self._sign.flags | re.MULTILINE) if self._clues.guard else None
        if self._clues.needles:
            lines = _lines_holding(self._clues.needles, text)
            return lines if self._sign is self.pattern else self._with_sign(lines, text)
        if self._guard is None:
            return _all_lines(text)
        return _lines_guarded(self._guard, text, self._sign is self.pattern)

    def _with_sign(self, lines: Iterable[_Line], text: str) -> Iterator[_Line]:
        """Those of some lines that have the sign, not just a part of it."""
        return (line for line in lines if self._sign.search(text[line[0] : line[1]]))


class Sieve:
    """What leaves of texts only certain characters; raises ``ValueError`` on the end of a line, which parts the texts."""

    __slots__ = ("_others",)

    def __init__(self, *characters: str) -> None:
        """Keep the characters that are left."""
        if "\n" in characters:
            raise ValueError("the end of a line cannot be left")
        self._others = Pattern(f"[^{re.escape(''.join(characters))}\\n]+")

    def left_of(self, lines: Iterable[str]) -> list[str]:
        """Of each text, none longer than a line, the characters that are left, in order."""
        several = list(lines)
        return self._others.sub("", "\n".join(several)).split("\n") if several else []


def _lines_holding(needles: Iterable[str], text: str) -> list[_Line]:
    found: set[_Line] = set()
    for needle in needles:
        at = text.find(needle)
        while at >= 0:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            found.add((start, end if end >= 0 else len(text), 0))
            at = text.find(needle, end) if end >= 0 else -1
    return sorted(found)


def _lines_guarded(guard: Pattern, text: str, is_whole: bool) -> Iterator[_Line]:
    """``is_whole``: the guard is found where a match begins, and none begins before."""
    search = guard.search
    match = search(text)
    while match:
        at = match.start()
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        yield start, end if end >= 0 else len(text), at - start if is_whole else 0
        match = search(text, end + 1) if end >= 0 else None


def _all_lines(text: str) -> Iterator[_Line]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end, 0
        start = end + 1
    yield start, len(text), 0
