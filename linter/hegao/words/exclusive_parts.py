"""Sets of parts that share out a whole without overlapping (互斥的分项): 男、女; 赞成、反对、弃权."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hegao.words.builtin_tables import SEPARATOR, builtin


@cache
def _sets() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The sets, each as its parts, each of these as the words for it."""
    return tuple(tuple(tuple(part.split()) for part in row["parts"].split(SEPARATOR)) for row in builtin("exclusive-parts"))


def complete_set(labels: Sequence[str]) -> bool:
    """Whether labels name the parts of a set, each part once and all of them."""
    return any(_covers(parts, labels) for parts in _sets() if len(parts) == len(labels))


def _covers(parts: Sequence[Sequence[str]], labels: Sequence[str]) -> bool:
    named: set[int] = set()
    for label in labels:
        part = _part_of(parts, label)
        if part < 0 or part in named:
            return False
        named.add(part)
    return len(named) == len(parts)


def _part_of(parts: Sequence[Sequence[str]], label: str) -> int:
    """Which part a label names, by the longest of the words that stand in it; -1 for none."""
    found = [(len(word), -index) for index, words in enumerate(parts) for word in words if word in label]
    return -max(found)[1] if found else -1
