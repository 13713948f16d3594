"""Sets of characters, as a pattern names them: [一-十], 。, ``\\d``."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

#: Code points from one up to another, both included; in order, none touching the next.
Characters = tuple[tuple[int, int], ...]

_LAST = sys.maxunicode
_CATEGORIES = {"DIGIT": r"\d+", "SPACE": r"\s+", "WORD": r"\w+"}


def union(*sets: Characters) -> Characters:
    """All that is in one of the sets."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(span for one in sets for span in one):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], last)
        else:
            merged.append((first, last))
    return tuple(merged)


def all_but(characters: Characters) -> Characters:
    """All that is not in the set."""
    bounds = ((-1, -1), *characters, (_LAST + 1, _LAST + 1))
    return tuple((one[1] + 1, other[0] - 1) for one, other in pairwise(bounds) if one[1] + 1 < other[0])


def apart(one: Characters, other: Characters) -> bool:
    """Whether no character is in both."""
    return heaviest([(one, 1), (other, 1)]) < 2


def heaviest(weights: Iterable[tuple[Characters, int]]) -> int:
    """The greatest sum of weights of sets that share a character; 0 where there are only empty ones."""
    steps = [step for characters, weight in weights for first, last in characters for step in ((first, weight), (last + 1, -weight))]
    most = total = 0
    for _place, weight in sorted(steps):
        total += weight
        most = max(most, total)
    return most


def named(items: Sequence[tuple[Any, Any]]) -> Characters:
    """The set that the parts of a class in brackets name, as Python's parser gives them; raises ``LookupError`` on an unknown part."""
    found: list[Characters] = []
    for op, value in items:
        if str(op) == "LITERAL":
            found.append(((value, value),))
        elif str(op) == "RANGE":
            found.append((value,))
        elif str(op) == "CATEGORY":
            found.append(_category(str(value)))
        elif str(op) != "NEGATE":
            raise LookupError(str(op))
    negated = bool(items) and str(items[0][0]) == "NEGATE"
    return all_but(union(*found)) if negated else union(*found)


@cache
def _category(name: str) -> Characters:
    """The characters that the matcher itself counts to a category; raises ``LookupError`` on an unknown one."""
    word = name.rpartition("_")[2]
    everything = "".join(map(chr, range(_LAST + 1)))
    found = tuple((match.start(), match.end() - 1) for match in re.finditer(_CATEGORIES[word], everything))
    return all_but(found) if "_NOT_" in name else found
