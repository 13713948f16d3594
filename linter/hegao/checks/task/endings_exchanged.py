"""Bodies and places told once with the end of another kind than elsewhere (名称末尾的类别两处不一): 市财政委 beside 市财政局, 曲塘区 beside 曲塘县.

However a name goes on behind it and wherever it begins: what counts is that the letters before the end are the same as those of a name told again and again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.no_place_names import NO_LONE_NAME
from hegao.checks.shared.passages import Running, running
from hegao.checks.task.body_register import Mention
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.patterns import one_of
from hegao.words.vocabulary import like_endings

#: So many letters before its end tell a body, so many a place; so often is the usual name told.
_BODY, _PLACE, _OFTEN = 5, 2, 2
#: So many letters before the end are looked at.
_FAR = 12
#: Kinds of places that one name does not have at once.
_PLACES = (frozenset("县区"), frozenset({"乡", "镇", "街道"}), frozenset({"村", "社区"}))
#: What no name of a place ends with: 城镇, 园区, 各县.
_NO_NAME = NO_LONE_NAME | frozenset("城片社园库灌景校厂小地山牧各全我本该辖工矿农")
#: Of departments each level has its own.
_DEPARTMENT = "局"
_LEVEL = Pattern("[省市县区州](?=..)")
_HAN = Pattern(r"[\u3400-\u9fff]*\Z")


class _Told(NamedTuple):
    stem: str
    end: str
    start: int


_ENDS = Scanner(lambda: rf"{one_of(end for kind in (*_PLACES, *like_endings()) for end in kind)}(?![托派法])")


def endings_exchanged(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The names told once with another end, each with the usual one."""
    text = context.once(running)
    told: dict[str, list[_Told]] = defaultdict(list)
    for start, match in _ENDS.hits(text.text):
        at = start + match.start()
        before = _HAN.search(text.text, max(0, at - _FAR), at)
        stem = before[0] if before is not None else ""
        if len(stem) >= _PLACE:
            told[stem[-_PLACE:]].append(_Told(stem, match[0], at))
    for several in told.values():
        if len(several) > _OFTEN and len({one.end for one in several}) > 1:
            for odd in several:
                usual = _usual(odd, several)
                if usual is not None:
                    yield _mention(text, odd, usual), _mention(text, usual, odd)


def _usual(odd: _Told, several: list[_Told]) -> _Told | None:
    """The name of which one may be a slip: told as often as is wanted, with another end behind the same letters, the odd one once."""
    for other in several:
        alike = _alike(odd, other)
        if alike >= _PLACE and _may_be(odd.stem[-alike:], odd.end, other.end):
            stem = odd.stem[-alike:]
            same = [one.end for one in several if one.stem.endswith(stem)]
            if same.count(odd.end) == 1 and same.count(other.end) >= _OFTEN:
                return other
    return None


def _may_be(stem: str, end: str, other: str) -> bool:
    """Whether letters before two ends are those of one name."""
    ends = {end, other}
    if len(ends) == 1:
        return False
    if any(ends <= kind for kind in _PLACES):
        return stem[-1] not in _NO_NAME
    kind = next((kind for kind in like_endings() if ends <= kind), None)
    if kind is None or stem[-1] in ends or end.startswith(other) or other.startswith(end):
        return False
    return _LEVEL.search(stem) is not None or _DEPARTMENT not in kind and len(stem) >= _BODY


def _alike(one: _Told, other: _Told) -> int:
    """How many letters before two ends are the same, from the end on."""
    most = min(len(one.stem), len(other.stem))
    return next((count for count in range(most) if one.stem[-1 - count] != other.stem[-1 - count]), most)


def _mention(text: Running, one: _Told, other: _Told) -> Mention:
    stem = one.stem[-_alike(one, other) :]
    return Mention(stem + one.end, text.at(one.start - len(stem), one.start + len(one.end)))
