"""Runs of characters parted into the most usual words, and what they cost so."""

from __future__ import annotations

from functools import cache

from hegao.words.word_costs import cost_of_one, longer_words, words_from

#: The longest words that are told.
LONGEST = 4
#: What a character costs that stands alone, at most.
_DEAREST = 13.0


@cache
def cost_alone(one: str) -> float:
    """What a character costs that stands alone."""
    return min(cost_of_one(one), _DEAREST)


def words_at(run: str, start: int, least: int = 2) -> list[tuple[int, float]]:
    """The words of so many characters and more, two at least, that begin at a place of a run: where each ends, and what it costs."""
    second = run[start + 1 : start + 2]
    if not second:
        return []
    costs, longer = words_from(run[start])
    found = [(start + 2, costs[second])] if least == 2 and second in costs else []
    if second in longer:
        costs = longer_words(run[start])
        for end in range(start + max(least, 3), min(start + LONGEST, len(run)) + 1):
            if (cost := costs.get(run[start + 1 : end])) is not None:
                found.append((end, cost))
    return found


def begins_longer(run: str, start: int) -> bool:
    """Whether a word of three characters and more may begin at a place of a run."""
    return run[start + 1] in words_from(run[start]).longer


def cost_in_words(run: str) -> float:
    """What a run of characters costs, parted into the most usual words."""
    return costs_so_far(run)[-1]


def costs_so_far(run: str) -> list[float]:
    """What a run costs up to each of its places, parted into the most usual words."""
    least = [0.0] + [1e9] * len(run)
    for start, first in enumerate(run):
        so_far = least[start]
        least[start + 1] = min(least[start + 1], so_far + cost_alone(first))
        for end, cost in words_at(run, start):
            least[end] = min(least[end], so_far + cost)
    return least


def costs_from_here(run: str) -> list[float]:
    """What a run costs from each of its places on, parted into the most usual words."""
    least = [0.0] * (len(run) + 1)
    for start in range(len(run) - 1, -1, -1):
        alone = least[start + 1] + cost_alone(run[start])
        least[start] = min([alone, *(least[end] + cost for end, cost in words_at(run, start))])
    return least
