"""Words over the cuts between lines: how often they stand elsewhere tells whether a cut lies within a word."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

from hegao.syntax.lines import Line

#: So often must the words over a cut stand elsewhere for the cut to lie within a word.
_BIGRAMS, _TRIGRAMS = 5, 3
#: To look for more stretches of characters than this one by one takes longer than to count all that there are.
_FEW = 800


def count_all(text: str, wanted: set[str]) -> dict[str, int]:
    """How often each of the stretches, of up to three characters, stands in the text."""
    counts: Counter[tuple[str, ...]] = Counter(itertools.pairwise(text))
    counts.update(zip(text, text[1:], text[2:], strict=False))
    return {gram: counts[tuple(gram)] if len(gram) > 1 else text.count(gram) for gram in wanted}


class WordsOverCuts:
    """How often the two and three characters round each cut stand in the text elsewhere, counted once.

    ``any`` says whether there is a cut that only the words can tell.
    """

    def __init__(self, lines: Iterable[Line], cuts: list[tuple[str, str]]) -> None:
        self.any = bool(cuts)
        self._text = "\n".join(line.squeezed for line in lines) if cuts else ""
        self._counts: dict[str, int] = {}
        wanted: set[str] = set()
        for a, b in cuts:
            wanted.update((a[-1] + b[0], a[-2:] + b[0], a[-1] + b[:2], a[-2:] + b[1:2]))
        if len(wanted) > _FEW:
            self._counts = count_all(self._text, wanted)

    def _count(self, gram: str) -> int:
        if gram not in self._counts:
            self._counts[gram] = self._text.count(gram)
        return self._counts[gram]

    def one_word(self, before: str, behind: str) -> bool:
        """Whether a cut lies within a word."""
        if self._count(before[-1] + behind[0]) < _BIGRAMS:
            return False
        return self._count(before[-2:] + behind[0]) >= _TRIGRAMS or self._count(before[-1] + behind[:2]) >= _TRIGRAMS

    def doubled(self, before: str, behind: str) -> bool:
        """Whether the character at both sides of a cut was printed twice: elsewhere it stands once between its neighbours."""
        if before[-1] != behind[0] or len(before) < 2 or len(behind) < 2:
            return False
        return self._count(before[-2:] + behind[1]) > 0 and self._count(before[-1] * 2) == 0
