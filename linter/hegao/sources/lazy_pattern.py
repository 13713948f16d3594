"""Regular expressions that are compiled when they are first asked.

A range over all Chinese characters takes the compiler about a millisecond, and the house has some two hundred patterns.  A
short draft needs few of them; start-up is felt at every save.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from hegao.sources.kept_patterns import compiled

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class Pattern:
    """A pattern with the methods of ``re.Pattern[str]``; raises ``re.error`` at its first use where it is malformed."""

    __slots__ = ("_text", "flags", *_METHODS)

    flags: int
    findall: Callable[..., list[Any]]
    finditer: Callable[..., Iterator[re.Match[str]]]
    fullmatch: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    split: Callable[..., list[str | Any]]
    sub: Callable[..., str]

    def __init__(self, text: str | Callable[[], str], flags: int = 0) -> None:
        """Keep the text, or what makes it; nothing is made or compiled yet."""
        self._text = text
        self.flags = flags

    @property
    def text(self) -> str:
        """The text that is compiled."""
        return self._text if isinstance(self._text, str) else self._text()

    def __getattr__(self, name: str) -> Any:
        """Compile; from now on the methods are those of the compiled pattern."""
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = compiled(self.text, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(self, name)


def matches_at(spots: Pattern, pattern: Pattern, text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern of many branches, each behind the one before, tried only where ``spots`` is found.

    As ``pattern.finditer``, if no match begins elsewhere.
    """
    at = 0
    for spot in spots.finditer(text):
        match = pattern.match(text, spot.start()) if spot.start() >= at else None
        if match is not None:
            at = match.end()
            yield match
