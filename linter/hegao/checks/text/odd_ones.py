"""Names of places that a document writes once with another character of like sound: 柳苔区 where it has 柳台区 everywhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names
from hegao.words.word_costs import is_pair, like_sound

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
        names = Counter([text[start - length : end] for start, end in ends if start >= length])
        usual = [name for name, times in names.items() if times >= _OFTEN and not _NO_NAME.search(name)]
        near = _by_rest(usual)
        # One that differs in one character begins or goes on as the other does.
        begins, goes_on = {name[0] for name in usual}, {name[1:] for name in usual}
        for odd in (name for name, times in names.items() if times == 1 and (name[0] in begins or name[1:] in goes_on)) if usual else ():
            beside = sorted((index, at) for at in range(len(odd)) for index in near.get((at, odd[:at] + odd[at + 1 :]), ()))
            for index, at in beside if not _NO_NAME.search(odd) else ():
                start = text.find(odd)
                sounds_alike = usual[index][at] in like_sound().get(odd[at], "")
                if sounds_alike and not is_pair(text[max(0, start + at - 1) : start + at + 1]) and not is_pair(text[start + at : start + at + 2]):
                    yield start, start + len(odd), usual[index]


def _by_rest(usual: Sequence[str]) -> dict[tuple[int, str], list[int]]:
    """The indexes of names by each character left out, its place and what remains: names that differ in one character meet."""
    near: dict[tuple[int, str], list[int]] = {}
    for index, name in enumerate(usual):
        for at in range(len(name)):
            near.setdefault((at, name[:at] + name[at + 1 :]), []).append(index)
    return near
