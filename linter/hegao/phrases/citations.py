"""Citations (引用): a title in 《》 and the number in brackets behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.phrases.numbers import NumberPhrase, find_number
from hegao.sources.lazy_pattern import Pattern

_BEHIND = Pattern(r"\s*[（(]([^（）()]{2,60})[）)]")


class CitationPhrase(NamedTuple):
    """A cited title without its outer 《》, and the number cited with it.

    ``start`` and ``end`` include the marks and the number in brackets.
    """

    start: int
    end: int
    title: str
    number: NumberPhrase | None = None


def find_citations(text: str) -> Iterator[CitationPhrase]:
    """The titles in 《》 in ``text``, outermost ones only, in order."""
    start = text.find("《")
    while start >= 0:
        end = _end_of_title(text, start)
        if end < 0:
            return
        behind = _BEHIND.match(text, end)
        number = find_number(behind[1]) if behind else None
        stop = behind.end() if behind and number else end
        yield CitationPhrase(start, stop, text[start + 1 : end - 1], number)
        start = text.find("《", stop)


def _end_of_title(text: str, start: int) -> int:
    """The offset behind the 》 that closes the 《 at ``start``; -1 where none does."""
    depth = 0
    for offset in range(start, min(len(text), start + 300)):
        if text[offset] == "《":
            depth += 1
        elif text[offset] == "》":
            depth -= 1
            if depth == 0:
                return offset + 1
    return -1
