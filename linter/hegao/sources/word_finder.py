"""Which of some thousand words stand in a text: one pass over its pairs of characters, however many the words are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

#: Characters that are two units of UTF-16.
_ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")


class WordFinder:
    """Words, each by a pair of neighbours in it: in a text without the pair the word is not sought.  One character is always sought."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Take the words, each with what ordinary texts write in its stead: pairs that this has, too, would be met all the time."""
        self._by_pair: dict[int, list[str]] = defaultdict(list)
        self._alone = [word for word in words if len(word) == 1]
        longer = [word for word in words if len(word) > 1]
        pairs = [word if len(word) == 2 else _telling(word, words[word]) for word in longer]
        for number, word in zip(numbers_of(pairs), longer, strict=True):
            self._by_pair[number].append(word)
        #: The pairs by which the words are told.
        self.pairs = frozenset(self._by_pair)

    def find(self, text: str, met: frozenset[int] | None = None) -> Iterator[tuple[int, str]]:
        """Each place where a word stands, and the word; in no order, one within another too.

        ``met`` are the pairs that stand in the text, these and perhaps others, where several finders are asked for it.
        """
        found = self.pairs & (pairs_met(text, self.pairs) if met is None else met)
        for word in (*self._alone, *(word for pair in found for word in self._by_pair[pair])):
            at = text.find(word)
            while at >= 0:
                yield at, word
                at = text.find(word, at + 1)


def _telling(word: str, ordinary: str) -> str:
    """The first pair of the word that what is ordinary has not."""
    for at in range(len(word) - 1):
        pair = word[at : at + 2]
        if pair not in ordinary:
            return pair
    return word[:2]


def numbers_of(pairs: list[str]) -> list[int]:
    """Pairs of characters as numbers, as ``pairs_met`` has them; of one with a rare character, its first four bytes."""
    joined = "".join(pairs).encode("utf-16-le", "surrogatepass")
    if len(joined) > 4 * len(pairs):
        joined = b"".join(pair.encode("utf-16-le", "surrogatepass")[:4] for pair in pairs)
    return _numbers(joined)[::2]


def pairs_met(text: str, known: frozenset[int]) -> frozenset[int]:
    """Those of some pairs that stand in a text."""
    return known & _pairs_of(text)[1]


def pair_numbers(text: str) -> tuple[Sequence[int], frozenset[int]]:
    """The pairs of characters of a text as numbers, one for each place but the last, and which there are; what is rare is all one character."""
    return _pairs_of(_ASTRAL.sub("\ufffd", text))


@lru_cache(maxsize=1)
def _pairs_of(text: str) -> tuple[Sequence[int], frozenset[int]]:
    """Kept for the next who asks of the same text."""
    numbers = _numbers(text.encode("utf-16-le", "surrogatepass"))
    return numbers, frozenset(numbers)


def pair_of(number: int) -> tuple[str, str]:
    """The two characters of such a number."""
    return chr(number & 0xFF | number >> 8 & 0xFF00), chr(number >> 8 & 0xFF | number >> 16 & 0xFF00)


def _numbers(units: bytes) -> list[int]:
    """The pairs of neighbours in UTF-16 as numbers, which are compared in a third of the time that strings take.

    The lower bytes of both characters are the lower ones of the number: in those characters differ most, and by those a set keeps numbers apart.
    """
    low, high = units[::2], units[1::2]
    data = bytearray(2 * max(0, len(units) - 2))
    data[::4], data[1::4], data[2::4], data[3::4] = low[:-1], low[1:], high[:-1], high[1:]
    return memoryview(data).cast("I").tolist()
