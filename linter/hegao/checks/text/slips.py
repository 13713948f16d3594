"""Slips of typing (同音、形近误字): ordinary words with one character that sounds or looks like the right one (服丛, 机植)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hegao.checks.shared.lookup_tables import Tables
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.word_finder import numbers_of, pairs_met
from hegao.words.builtin_tables import builtin, lines_of, split_cell

#: Names are spelt as their bearers like.
_NAME_ENDS = Pattern(r"[村镇乡屯寨庄沟坝圩苑]|[\u3400-\u9fff]{0,6}?(?:有限|公司|集团|厂|商行|合作社|酒店|超市|社区)")


class Slips:
    """The slips of the table, each by the pair of characters that no right word has.

    The table is long and few of its rows are ever met: they are taken apart when they are.
    """

    def __init__(self, tables: Tables) -> None:
        """Take the rows of the table; a word that an office calls right is struck."""
        lines = lines_of("slips")
        self._by_pair = dict(zip(numbers_of([line[:2] for line in lines]), lines, strict=True))
        #: The pairs by which the slips are told.
        self.pairs = frozenset(self._by_pair)
        self._struck = {row["right"] for row in tables.own("words") if row["right"] in split_cell(row["wrong"])}

    def found(self, text: str, met: frozenset[int] | None = None) -> Iterator[tuple[int, int, str]]:
        """Where slips stand, from where to where, and what is right; in order, none within another.  ``met`` as for a ``WordFinder``."""
        last = 0
        for start, end, right in sorted(self._all(text, met), key=lambda slip: (slip[0], -slip[1])):
            if start >= last and text[start:end] not in self._struck and not _two_words(text, start, end) and not _NAME_ENDS.match(text, end):
                last = end
                yield start, end, right

    def _all(self, text: str, met: frozenset[int] | None) -> Iterator[tuple[int, int, str]]:
        for number in self.pairs & (pairs_met(text, self.pairs) if met is None else met):
            pair, rights = self._by_pair[number].split(",")
            for right in rights.split():
                wrong = slip_of(pair, right)
                at = text.find(wrong)
                while at >= 0:
                    yield at, at + len(wrong), right
                    at = text.find(wrong, at + 1)


def slip_of(pair: str, right: str) -> str:
    """The word with the one character put wrong that makes the pair in it: 规章治度 of 章治 and 规章制度.

    Raises ``ValueError`` where there is none.
    """
    for at in range(len(right) - 1):
        if (right[at] == pair[0]) != (right[at + 1] == pair[1]):
            return right[:at] + pair + right[at + 2 :]
    raise ValueError(f"{pair} is no slip in {right}")


def _two_words(text: str, start: int, end: int) -> bool:
    """Whether the first character ends, or the last begins, a word of its own with its neighbour: 控制|渡口."""
    return _pair(text[max(0, start - 1) : start + 1]) or _pair(text[end - 1 : end + 1])


def _pair(written: str) -> bool:
    return len(written) == 2 and written[1] in _pairs().get(written[0], "")


@cache
def _pairs() -> dict[str, str]:
    """The second characters of words by the first; made when the first slip is met."""
    return {row["first"]: row["second"] for row in builtin("pairs")}
