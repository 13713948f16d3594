"""Slips of typing (同音、形近误字): ordinary words with one character that sounds or looks like the right one (服丛, 机植)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hegao.checks.shared.lookup_tables import Tables
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.word_finder import numbers_of, pairs_met
from hegao.words.builtin_tables import lines_of, split_cell

#: Names are spelt as their bearers like.
_NAME_ENDS = Pattern(r"[村镇乡屯寨庄沟坝圩苑]|[\u3400-\u9fff]{0,6}?(?:有限|公司|集团|厂|商行|合作社|酒店|超市|社区)")
#: Before a word that is wrong only beside what usually stands by the right one.
DOUBTFUL = "～"


class Slips:
    """The slips of the table, each by the pair of characters that no right word has.

    The table is long and few of its rows are ever met: what is right is looked up when they are.
    """

    def __init__(self, tables: Tables) -> None:
        """Take the rows of the table; a word that an office calls right is struck."""
        self._second = {line[0]: line[2:] for line in lines_of("slips")}
        #: The pairs by which the slips are told.
        self.pairs = frozenset(numbers_of([first + second for first, row in self._second.items() for second in row]))
        self._struck = {row["right"] for row in tables.own("words") if row["right"] in split_cell(row["wrong"])}

    def found(self, text: str, met: frozenset[int] | None = None) -> Iterator[tuple[int, int, str]]:
        """Where slips stand, from where to where, and what is right; in order, none within another.  ``met`` as for a ``WordFinder``."""
        last = 0
        for start, end, right in sorted(self._all(text, met), key=lambda slip: (slip[0], -slip[1])):
            if start >= last and text[start:end] not in self._struck and not _two_words(text, start, end) and not _NAME_ENDS.match(text, end):
                if right.startswith(DOUBTFUL) and not _usual_beside(right[1:], text[max(0, start - 1) : start], text[end : end + 1]):
                    continue
                last = end
                yield start, end, right.removeprefix(DOUBTFUL)

    def _all(self, text: str, met: frozenset[int] | None) -> Iterator[tuple[int, int, str]]:
        for number in self.pairs & (pairs_met(text, self.pairs) if met is None else met):
            first, second = chr(number & 0xFFFF), chr(number >> 16)
            for right in rights_of(first, self._second[first].find(second)):
                wrong = slip_of(first + second, right.removeprefix(DOUBTFUL))
                at = text.find(wrong)
                while at >= 0:
                    yield at, at + len(wrong), right
                    at = text.find(wrong, at + 1)


def rights_of(first: str, index: int) -> list[str]:
    """The right words of a slip, by the first character of its pair and the place of the second in the row."""
    return split_cell(_rights_of(first)[index])


@cache
def _rights_of(first: str) -> list[str]:
    """The cells of a row; the same few characters begin slips in many texts."""
    return _rights()[first].split()


@cache
def _rights() -> dict[str, str]:
    """The right words by the first character, in the order of the second ones; made when the first slip may be met."""
    return {line[0]: line[2:] for line in lines_of("slip-words")}


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
    return is_pair(text[max(0, start - 1) : start + 1]) or is_pair(text[end - 1 : end + 1])


def is_pair(written: str) -> bool:
    """Whether two characters are a word, or begin or end one, by the table of pairs."""
    return len(written) == 2 and written[1] in _pairs().get(written[0], "")


@cache
def _pairs() -> dict[str, str]:
    """The second characters of words by the first; made when the first slip is met."""
    return {line[0]: line[2:] for line in lines_of("pairs")}


def _usual_beside(right: str, before: str, behind: str) -> bool:
    """Whether one of the characters before and behind usually stands there by the right word."""
    there, then = _neighbours().get(right, ",").split(",")
    return bool(before) and before in there or bool(behind) and behind in then


@cache
def _neighbours() -> dict[str, str]:
    return {line[:2]: line[3:] for line in lines_of("neighbours")}
