"""Names of places that a document writes once with another character of like sound: 柳苔区 where it has 柳台区 everywhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from hegao.checks.text.slips import is_pair
from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import builtin
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_LEVEL = Pattern(one_of(level_names("place")))
#: A name before it, of as many characters as names mostly have.
_LENGTHS = (2, 3)
#: What begins no name: 各街道, 3个社区.
_NO_NAME = Pattern(r"[各个每该本与于和在及的、]|[^\u3400-\u9fff]")
#: So often a name stands that is right.
_OFTEN = 2


def odd_places(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a name of a place stands that differs by one character of like sound from one that stands often; from, to, and that one."""
    ends = [match.span() for match in _LEVEL.finditer(text)]
    for length in _LENGTHS:
        names = Counter(text[start - length : end] for start, end in ends if start >= length and not _NO_NAME.search(text, start - length, end))
        usual = [name for name, times in names.items() if times >= _OFTEN]
        for odd in (name for name, times in names.items() if times == 1) if usual else ():
            for right in usual:
                at = _alike_but_one(odd, right)
                start = text.find(odd)
                if at is not None and not is_pair(text[max(0, start + at - 1) : start + at + 1]) and not is_pair(text[start + at : start + at + 2]):
                    yield start, start + len(odd), right


def _alike_but_one(odd: str, usual: str) -> int | None:
    """Where the two differ, if in one character only of their first, and these sound alike."""
    places = [at for at, (one, other) in enumerate(zip(odd, usual, strict=False)) if one != other]
    if len(odd) != len(usual) or len(places) != 1 or usual[places[0]] not in _alike().get(odd[places[0]], ""):
        return None
    return places[0]


@cache
def _alike() -> dict[str, str]:
    """The characters that sound like one, by that one; made when two names are first compared."""
    alike: dict[str, str] = {}
    for row in builtin("sounds"):
        for character in row["characters"]:
            alike[character] = alike.get(character, "") + row["characters"]
    return alike
