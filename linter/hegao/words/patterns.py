"""Patterns composed of words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, single characters as one class."""
    ordered = sorted(dict.fromkeys(words), key=len, reverse=True)
    single = "".join(word for word in ordered if len(word) == 1)
    longer = [re.escape(word) for word in ordered if len(word) > 1]
    return f"(?:{'|'.join([*longer, *([f'[{re.escape(single)}]'] if single else [])])})"


def ending_in(words: Iterable[str]) -> str:
    """A pattern for the end of a text that ends with any of the words; who ends with a longer one ends with the shorter one, too.

    It is for what stands before: of 办公室 and 室 only 室 is looked for, so something must be before that.
    """
    return one_of(shortest(words))


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that end with another one, for ``str.endswith``: 室 for 室 and 办公室."""
    given = dict.fromkeys(words)
    return tuple(word for word in given if not any(word[at:] in given for at in range(1, len(word))))
