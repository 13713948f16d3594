"""Patterns composed of words."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: The matcher tries one word after the other: from so many on those with one first character stand together.
_MANY = 16


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, single characters as one class."""
    ordered = sorted(dict.fromkeys(words), key=len, reverse=True)
    single = "".join(word for word in ordered if len(word) == 1)
    longer = [word for word in ordered if len(word) > 1]
    written = list(map(_plain, longer)) if len(longer) < _MANY else _by_first(longer)
    return f"(?:{'|'.join([*written, *([f'[{re.escape(single)}]'] if single else [])])})"


def _plain(word: str) -> str:
    """The word as it is written in a pattern; letters stand for themselves."""
    return word if word.isalnum() else re.escape(word)


def _by_first(words: Iterable[str]) -> list[str]:
    """A pattern for each first character of the words; among those that share it the order stays."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[0], []).append(_plain(word[1:]))
    return [_plain(first) + (several[0] if len(several) == 1 else f"(?:{'|'.join(several)})") for first, several in tails.items()]


def ending_in(words: Iterable[str]) -> str:
    """A pattern for the end of a text that ends with any of the words; who ends with a longer one ends with the shorter one, too.

    It is for what stands before: of 办公室 and 室 only 室 is looked for, so something must be before that.
    """
    return one_of(shortest(words))


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that end with another one, for ``str.endswith``: 室 for 室 and 办公室."""
    given = dict.fromkeys(words)
    return tuple(word for word in given if not any(word[at:] in given for at in range(1, len(word))))
