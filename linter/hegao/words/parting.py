"""Runs of characters parted into the most usual words, and what they cost so."""

from __future__ import annotations

from functools import cache

from hegao.words.word_costs import words_from

#: The longest words that are told.
LONGEST = 4
#: What a character costs that stands alone, at most.
_DEAREST = 13.0


@cache
def cost_alone(one: str) -> float:
    """What a character costs that stands alone."""
    return min(words_from(one).alone, _DEAREST)


def words_at(run: str, start: int, least: int = 2) -> list[tuple[int, float]]:
    """The words of so many characters and more, two at least, that begin at a place of a run: where each ends, and what it costs."""
    behind = run[start + 1 : start + LONGEST]
    if not behind:
        return []
    words = words_from(run[start])
    found = []
    if least == 2 and (cost := words.cost_of_two(behind[0])) is not None:
        found.append((start + 2, cost))
    if behind[0] in words.longer:
        for length in range(max(least, 3), len(behind) + 2):
            if (cost := words.cost(behind[: length - 1])) is not None:
                found.append((start + length, cost))
    return found


def begins_longer(run: str, start: int) -> bool:
    """Whether a word of three characters and more may begin at a place of a run."""
    return run[start + 1] in words_from(run[start]).longer


def cost_in_words(run: str) -> float:
    """What a run of characters costs, parted into the most usual words."""
    least = [0.0] + [1e9] * len(run)
    for start, first in enumerate(run):
        so_far = least[start]
        least[start + 1] = min(least[start + 1], so_far + cost_alone(first))
        for end, cost in words_at(run, start):
            least[end] = min(least[end], so_far + cost)
    return least[-1]
