"""All slips of typing (打字误字) of a text: within fixed terms, of one character, of a word typed for another of its sound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.text.fixed_terms import slips_in_terms
from hegao.checks.text.names_in_runs import behind_surname, of_person
from hegao.checks.text.slips import Slips, is_right
from hegao.checks.text.turned_words import turned_words
from hegao.checks.text.words_of_one_sound import words_meant


class Typed(NamedTuple):
    """What was typed for something else: from where to where, what is right, whether that is doubtful."""

    start: int
    end: int
    right: str
    doubtful: bool


#: Figures as banks write them (叁拾): number-style speaks of them.
_OF_BANKS = frozenset("零壹贰叁肆伍陆柒捌玖拾佰仟")


class TypingSlips:
    """What finds slips of typing."""

    def __init__(self, tables: Tables) -> None:
        """Take the office's tables."""
        self._slips = Slips(tables)

    def found(self, text: str, margin: float, doubtful: float, word_margin: float, word_doubtful: float) -> Iterator[Typed]:
        """The slips of a text, those that may overlap others behind them; how sure they must be, as the natural logarithm of the odds."""
        strange = self._slips.strange(text)
        struck = self._slips.struck
        terms = [term for term in slips_in_terms(text, strange) if not any(word in text[term.start : term.end] for word in struck)]
        yield from (Typed(*term) for term in terms if not term.doubtful)
        for slip in self._slips.found(text, margin - doubtful):
            yield Typed(slip.start, slip.end, slip.right, slip.odds < margin or slip.named)
        yield from (Typed(*term) for term in terms if term.doubtful and not is_right(text, term.start))
        yield from (Typed(start, start + 2, right, True) for start, right in turned_words(text, strange))
        for start, meant, odds in words_meant(text, strange, word_margin - word_doubtful):
            named = of_person(text, start) or behind_surname(text, start)
            if not named and not _OF_BANKS.issuperset(text[start : start + 2]) and text[start : start + 2] not in self._slips.struck and not is_right(text, start):
                yield Typed(start, start + 2, meant, odds < word_margin)
