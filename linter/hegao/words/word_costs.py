"""How usual words and pairs of characters are, and which characters are taken for one another: what slips of typing are told by.

The tables are long and few of their rows are met in a text, so rows are looked into as they stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import builtin, lines_of

#: Letters stand for costs, which are negative natural logarithms, a for the least.
_COSTS = {chr(ord("a") + step): 3.0 + 0.7 * step for step in range(26)}
#: What follows the first character in a longer word, and what the word costs.
_LONGER = Pattern("([^a-z]+)([a-z])")
#: What is taken for one another when Pinyin is typed as it is spoken.
_BLURRED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("ing", "in"), ("eng", "en"))
#: Figures in words: one is no slip of typing for another, and they are typed for nothing else.
SPOKEN_FIGURES = frozenset("一二三四五六七八九十百千万〇零两")
#: What a character costs of which nothing is known.
_UNKNOWN = 20.0


class Words(NamedTuple):
    """The words that begin with a character: what those of two cost by the second, and all that follows it in longer ones, as in the table."""

    costs: Mapping[str, float]
    longer: str


@cache
def words_from(first: str) -> Words:
    """The words that begin with a character."""
    _alone, seconds, letters, longer = (_cell_of("word-costs", first) or ",,,").split(",")
    return Words(dict(zip(seconds, map(_COSTS.__getitem__, letters), strict=True)), longer)


@cache
def longer_words(first: str) -> Mapping[str, float]:
    """What the words of three characters and more cost that begin with a character, by what follows it in them."""
    return {rest: _COSTS[letter] for rest, letter in _LONGER.findall(words_from(first).longer)}


@cache
def cost_of_one(one: str) -> float:
    """What a character costs that stands alone."""
    return _COSTS.get(_cell_of("word-costs", one)[:1], _UNKNOWN)


def word_cost(word: str) -> float | None:
    """What a word of two or more characters costs, the less the more usual it is; None where it is none."""
    if len(word) < 2:
        return None
    costs = words_from(word[0]).costs if len(word) == 2 else longer_words(word[0])
    return costs.get(word[1:])


def is_usual(word: str, most: float) -> bool:
    """Whether it is a word that costs less than that."""
    cost = word_cost(word)
    return cost is not None and cost < most


@cache
def _lines(table: str) -> list[str]:
    return lines_of(table)


def _cell_of(table: str, first: str) -> str:
    """What stands behind the first cell, one character, in a row of a table that is sorted by it; empty where there is none."""
    lines = _lines(table)
    at = bisect_left(lines, first)
    return lines[at][2:] if at < len(lines) and lines[at][0] == first else ""


def is_pair(written: str) -> bool:
    """Whether two characters are a word, or stand side by side in one."""
    return len(written) == 2 and written[1] in bound_behind(written[0])


def looseness(one: str, other: str) -> int:
    """How loosely two characters stand side by side: 0 in a word, 1 in print at least, 2 where they hardly ever do."""
    return 0 if other in bound_behind(one) else 1 if other in met_behind(one) else 2


@cache
def bound_behind(first: str) -> str:
    """The characters that stand behind one within words."""
    return met_behind(first).partition(",")[0]


@cache
def behind_in_words(first: str) -> frozenset[str]:
    """The same, apart."""
    return frozenset(bound_behind(first))


@cache
def met_behind(first: str) -> str:
    """The characters that stand behind one within words or else in print, a comma between the two."""
    return _cell_of("pairs", first)


@cache
def same_sound() -> dict[str, str]:
    """The characters that sound like one, whatever the tone, by that one."""
    return _together((row["syllable"], row["characters"]) for row in builtin("sounds"))


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters are one, or sound alike, whatever the tone."""
    return one == other or other in same_sound().get(one, "")


@cache
def like_sound() -> dict[str, str]:
    """The same with what is blurred in speech (zh/z, n/l, ing/in)."""
    return _together((blurred(row["syllable"]), row["characters"]) for row in builtin("sounds"))


@cache
def taken_for(written: str) -> frozenset[str]:
    """The characters for which one may have been typed: those that sound or look like it, or that textbooks call easily confused with it."""
    return frozenset(like_sound().get(written, "") + _cell_of("look-alikes", written) + confused_with(written)) - {written}


@cache
def confused_with(written: str) -> str:
    """The characters that textbooks call easily confused with one."""
    return _cell_of("confused", written)


def blurred(syllable: str) -> str:
    """A syllable as it is typed by those who do not tell zh from z."""
    for clear, blurred in _BLURRED:
        if syllable.startswith(clear):
            syllable = blurred + syllable[len(clear) :]
        elif len(clear) > 1 and syllable.endswith(clear):
            syllable = syllable[: -len(clear)] + blurred
    return syllable


def _together(groups: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By each character those of all the groups of one sound that it is in."""
    by_sound: dict[str, str] = {}
    for sound, characters in groups:
        by_sound[sound] = by_sound.get(sound, "") + characters
    together: dict[str, str] = {}
    for characters in by_sound.values():
        for one in characters:
            together[one] = together.get(one, "") + characters
    return together
