"""Whether two names that a document gives those in charge may mean one body: by the roster, by a short form, by who writes (我局)."""

from __future__ import annotations

from hegao.checks.shared.roster import Bodies
from hegao.document.model import Unit
from hegao.sources.lazy_pattern import Pattern
from hegao.words.departments import plain
from hegao.words.title_likeness import undoubled

#: A body by which the letter calls itself or its reader.
SPOKEN = ("我", "本", "贵", "你")
_SHORTEST, _SHORTEST_WHOLE = 3, 4


def body_key(unit: Unit, bodies: Bodies) -> str:
    """A key that is the same for all names of one body."""
    return bodies.kin(unit.resolved or unit.name)


def one_body(one: Unit, other: Unit, bodies: Bodies) -> bool:
    """Whether two names may mean one body; a doubled word, a lost end or words in front make no other body, nor does a short form."""
    if body_key(one, bodies) == body_key(other, bodies):
        return True
    short, long = sorted((plain(one.name), plain(other.name)), key=len)
    if undoubled(short) == undoubled(long) or f"“{short}”" in long:
        # 江河建设集团有限公司（以下简称“江建公司”）.
        return True
    if len(short) >= _SHORTEST and len(long) - len(short) <= 2 and long.startswith(short):
        return True
    return len(short) >= _SHORTEST_WHOLE and long.endswith(short) or _shortened(short, long)


def _shortened(short: str, long: str) -> bool:
    """Whether the letters of a name stand in another in their order, with one end: 经发局 for 经济发展局."""
    if len(short) < _SHORTEST or short[-1] != long[-1] or short[0] != long[0] and not long.endswith(short[-3:]):
        return False
    return in_order(short, long)


def in_order(letters: str, name: str) -> bool:
    """Whether the letters stand in a name in their order."""
    rest = iter(name)
    return all(letter in rest for letter in letters)


_OFFICE = Pattern(r"^[\u3400-\u9fff]{2,9}[科处股部]$")
#: Letters that tell no office from another: 质量管理科, 感染管理科.
_ANY_OFFICE = frozenset("管理工作业务综合监督服务科处室部")


def like_offices(one: str, other: str) -> bool:
    """Whether two names may be of one office within a body (院感科、感染管理科): one end, and a letter in common that tells offices apart."""
    return one[-1] == other[-1] and all(map(_OFFICE.match, (one, other))) and bool((set(one[:-1]) & set(other[:-1])) - _ANY_OFFICE)
