"""Which of many short texts shares most with another one, told without comparing it with each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from operator import add

#: A stretch of four letters that stands in more texts than this tells nothing.
_COMMON = 40
#: So many texts that share most stretches are looked at closer.
_CLOSER = 12


class TextIndex:
    """Short texts, letters only, to be asked by their places in the sequence."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Note in which texts each stretch of four letters stands."""
        self._pairs = [frozenset(_pairs(text)) for text in texts]
        #: A text that shares too few pairs with all of them together shares too few with any.
        self._known = frozenset[str]().union(*self._pairs)
        places: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for stretch in _fours(text):
                places.setdefault(stretch, []).append(number)
        self._places = {stretch: numbers for stretch, numbers in places.items() if len(numbers) <= _COMMON}

    def likest(self, text: str, least: float) -> list[tuple[int, float]]:
        """The texts that share most with another one, letters only: their places, and the shares of its pairs of letters, from 0 to 1.

        None where no text can share ``least``.
        """
        pairs = frozenset(_pairs(text))
        if not pairs or len(pairs & self._known) < least * len(pairs):
            return []
        votes = Counter(chain.from_iterable([self._places[stretch] for stretch in _fours(text) if stretch in self._places]))
        return [(number, len(pairs & self._pairs[number]) / len(pairs)) for number, _count in votes.most_common(_CLOSER)]


def _pairs(letters: str) -> list[str]:
    """The pairs of letters that stand side by side, in order."""
    return list(map(add, letters, letters[1:]))


def _fours(letters: str) -> dict[str, None]:
    """The stretches of four letters, each once, in order."""
    return dict.fromkeys([letters[start : start + 4] for start in range(len(letters) - 3)])
