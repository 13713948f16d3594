"""Words of two characters in the wrong order (价评, 准标): the other way round documents of offices have them often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hegao.checks.text.names_in_runs import behind_surname, is_name, of_person
from hegao.words.office_runs import met
from hegao.words.word_costs import is_pair, is_usual

#: In so many documents of offices the right word stands, as a natural logarithm.
_OFTEN = 2.4
#: What a word costs at most that is a usual one.
_USUAL = 12.5
#: What is said, or numbered, in either order.
_EITHER = frozenset("一二三四五六七八九十百千万两〇零年月日上下左右前后不了的到在以从对为有和与及并将被把由向于")


def turned_words(text: str, strange: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Where a word begins whose characters have changed places, and the word; nothing beside it goes with either character."""
    odd = frozenset(strange)
    for place in sorted(odd):
        written = text[place : place + 2]
        right = written[::-1]
        if written[0] == written[1] or not _EITHER.isdisjoint(written) or met(right) < _OFTEN or met(written) or not is_usual(right, _USUAL):
            continue
        before, behind = text[place - 1 : place] if place else "", text[place + 2 : place + 3]
        if before == written[1] or behind == written[0] or not _is_han(before) and not _is_han(behind):
            # The word stands beside (绿地|绿), or two by themselves: 天蓝、地绿.
            continue
        apart = (place - 1 in odd or not _is_han(before)) and (place + 1 in odd or not _is_han(behind))
        named = of_person(text, place) or behind_surname(text, place) or is_name(text, place, place + 2, right[0])
        if apart and not named and not is_pair(before + written[0]) and not is_pair(written[1] + behind):
            yield place, right


def _is_han(one: str) -> bool:
    return "\u3400" <= one <= "\u9fff"
