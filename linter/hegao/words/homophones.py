"""Usual words of two characters by how they sound (rules/tables/homophones.csv), as Pinyin is typed: without tones, zh like z, n like l, ing like in."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product

from hegao.words.builtin_tables import builtin, lines_of
from hegao.words.word_costs import SPOKEN_FIGURES, blurred

_CHARACTERS = 2


@cache
def homophones_of(written: str) -> Sequence[str]:
    """The usual words that sound like two characters, in order; not these themselves; none for figures, which are typed for nothing else."""
    if not SPOKEN_FIGURES.isdisjoint(written):
        return ()
    found = {word for sounds in sounds_typed(written) for word in _words_of_sound(sounds)}
    return sorted(found - {written})


def sounds_of(one: str) -> Sequence[str]:
    """How a character sounds as it is typed, in all its readings."""
    return _syllables_typed().get(one, ())


@cache
def sounds_typed(written: str) -> Sequence[str]:
    """How two characters sound as they are typed, in all their readings; none for anything else."""
    if len(written) != _CHARACTERS:
        return ()
    first, second = map(sounds_of, written)
    return [f"{one} {other}" for one, other in product(first, second)]


@cache
def _syllables_typed() -> Mapping[str, Sequence[str]]:
    """How each character sounds, blurred."""
    told: dict[str, list[str]] = defaultdict(list)
    for row in builtin("sounds"):
        sound = blurred(row["syllable"])
        for one in row["characters"]:
            told[one].append(sound)
    return told


@cache
def _rows_by_sound() -> list[str]:
    return lines_of("homophones")


def _words_of_sound(sounds: str) -> Sequence[str]:
    """The words of two syllables."""
    lines = _rows_by_sound()
    at = bisect_left(lines, sounds + ",")
    if at == len(lines) or not lines[at].startswith(sounds + ","):
        return ()
    words = lines[at][len(sounds) + 1 :]
    return [words[start : start + 2] for start in range(0, len(words), 2)]
