"""The signs that one character was typed for another, and what each counts (rules/tables/slip-signs.csv)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from hegao.checks.text.names_in_runs import name_signs
from hegao.words.builtin_tables import builtin
from hegao.words.office_runs import met
from hegao.words.parting import cost_alone
from hegao.words.word_costs import confused_with, is_pair, like_sound, sound_alike, word_cost

#: In runs so short little else tells what was meant.
_SHORT = 4
#: What a word costs of which nothing is known.
_UNKNOWN = 20.0


class Reading(NamedTuple):
    """A passage with one character replaced: the place, where the word begins that it makes, that word, the character.

    ``gain`` is by how much that is more usual, ``cost`` what the passage costs with it, ``size`` how many characters it has, ``at_end`` whether
    the character is its first or last, ``loose`` and ``still`` how loose it stood between its neighbours, and does,
    ``around`` the two characters before and behind as runs of offices have them.
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
    around: tuple[str, str]


def odds_of(text: str, reading: Reading) -> float:
    """How sure a reading is: the natural logarithm of the odds."""
    weights = _weights()
    return sum(weights[sign] * much for sign, much in signs_of(text, reading).items())


def signs_of(text: str, reading: Reading) -> dict[str, float]:
    """How much of each sign a reading has; those of words of one character are weighed by themselves."""
    written = text[reading.place]
    same = sound_alike(written, reading.meant)
    signs = {
        "base": 1.0,
        "gain": reading.gain,
        "same-sound": float(same),
        "like-sound": float(not same and reading.meant in like_sound().get(written, "")),
        "confused": float(reading.meant in confused_with(written)),
        "loose": float(reading.loose),
        "still-loose": float(reading.still),
        **name_signs(text, reading.place),
        **_run_signs(reading, written),
    }
    if len(reading.word) == 1:
        return {f"own-{sign}": much for sign, much in signs.items()}
    return signs | {
        "gain-each": reading.gain / reading.size,
        "cost-each": reading.cost / reading.size,
        "short": float(reading.size <= _SHORT),
        "seldom-written": cost_alone(written),
        "seldom-meant": cost_alone(reading.meant),
        "seldom-word": word_cost(reading.word) or _UNKNOWN,
        "letters": float(len(reading.word)),
        "elsewhere": float(reading.word in text),
        "at-end": float(reading.at_end),
        "broken": float(_is_broken(text, reading)),
    }


def _is_broken(text: str, reading: Reading) -> bool:
    """Whether the word takes its other end from one that stands there: 按|排名, 安排|名."""
    end = reading.start + len(reading.word)
    if reading.place == reading.start:
        return is_pair(text[end - 1 : end + 1])
    return reading.place == end - 1 and is_pair(text[max(0, reading.start - 1) : reading.start + 1])


def runs_through(around: tuple[str, str], one: str) -> tuple[str, str, str]:
    """The runs of three characters that one makes with what is around it."""
    before, behind = around
    return before + one, before[1] + one + behind[0], one + behind


def _run_signs(reading: Reading, written: str) -> dict[str, float]:
    """How often documents of offices have what was written, and what was meant, between its neighbours."""
    before, behind = reading.around
    met_written, met_meant = (tuple(map(met, runs_through(reading.around, one))) for one in (written, reading.meant))
    with_before, with_behind = met(before[1] + reading.meant), met(reading.meant + behind[0])
    return {
        "runs-written": sum(met_written),
        "runs-meant": sum(met_meant),
        "run-between": met_meant[1],
        "pairs-written": met(before[1] + written) + met(written + behind[0]),
        "pairs-meant": with_before + with_behind,
        "always-behind": met_meant[0] and met_meant[0] - met(before),
        "always-before": met_meant[2] and met_meant[2] - met(behind),
        "none-written": float(not any(met_written)),
        "none-meant": float(not any(met_meant)),
    }


@cache
def _weights() -> dict[str, float]:
    return {row["sign"]: float(row["weight"]) for row in builtin("slip-signs")}
