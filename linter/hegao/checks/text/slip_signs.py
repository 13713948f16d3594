"""The signs that one character was typed for another, and what each counts (rules/tables/slip-signs.csv)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from hegao.checks.text.names_in_runs import name_signs
from hegao.words.builtin_tables import builtin
from hegao.words.parting import cost_alone
from hegao.words.word_costs import like_sound, same_sound, word_cost

#: In runs so short little else tells what was meant.
_SHORT = 4
#: What a word costs of which nothing is known.
_UNKNOWN = 20.0


class Reading(NamedTuple):
    """A passage with one character replaced: the place, where the word begins that it makes, that word, the character.

    ``gain`` is by how much that is more usual, ``cost`` what the passage costs with it, ``size`` how many characters it has, ``at_end`` whether
    the character is its first or last, ``loose`` and ``still`` how loose it stood between its neighbours, and does.
    """

    place: int
    start: int
    word: str
    meant: str
    gain: float
    cost: float
    size: int
    at_end: bool
    loose: int
    still: int


def odds_of(text: str, reading: Reading) -> float:
    """How sure a reading is: the natural logarithm of the odds."""
    weights = _weights()
    return sum(weights[sign] * much for sign, much in signs_of(text, reading).items())


def signs_of(text: str, reading: Reading) -> dict[str, float]:
    """How much of each sign a reading has."""
    written = text[reading.place]
    same = reading.meant in same_sound().get(written, "")
    return {
        "base": 1.0,
        "gain": reading.gain,
        "gain-each": reading.gain / reading.size,
        "cost-each": reading.cost / reading.size,
        "short": float(reading.size <= _SHORT),
        "same-sound": float(same),
        "like-sound": float(not same and reading.meant in like_sound().get(written, "")),
        "loose": float(reading.loose),
        "still-loose": float(reading.still),
        "seldom-written": cost_alone(written),
        "seldom-meant": cost_alone(reading.meant),
        "seldom-word": word_cost(reading.word) or _UNKNOWN,
        "letters": float(len(reading.word)),
        "elsewhere": float(reading.word in text),
        "at-end": float(reading.at_end),
        **name_signs(text, reading.place),
    }


@cache
def _weights() -> dict[str, float]:
    return {row["sign"]: float(row["weight"]) for row in builtin("slip-signs")}
