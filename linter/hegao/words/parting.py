"""Runs of characters parted into the most usual words, and what they cost so."""

from __future__ import annotations

from hegao.words.word_costs import words_from

#: The longest words that are told.
LONGEST = 4
#: What a character costs that stands alone, at most.
_DEAREST = 13.0


def cost_alone(one: str) -> float:
    """What a character costs that stands alone."""
    return min(words_from(one).alone, _DEAREST)


def cost_in_words(run: str) -> float:
    """What a run of characters costs, parted into the most usual words."""
    least = [0.0] + [1e9] * len(run)
    for start, first in enumerate(run):
        words = words_from(first)
        so_far = least[start]
        least[start + 1] = min(least[start + 1], so_far + min(words.alone, _DEAREST))
        for end in range(start + 2, min(len(run), start + LONGEST) + 1):
            if end > start + 2 and run[start + 1] not in words.longer:
                break
            cost = words.cost(run[start + 1 : end])
            if cost is not None and so_far + cost < least[end]:
                least[end] = so_far + cost
    return least[-1]
