"""Names of bodies (机构名称) in a run: which names mean one body, by the table of departments and the office's roster (机构名册)."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from hegao.checks.shared.lookup_tables import Tables
from hegao.document.model import Unit
from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import TableRow, split_cell
from hegao.words.departments import Department, Known, departments, known_name, plain, split_place
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_endings

_TAIL = Pattern(r"[（(][^（）()]*[）)]$")


class Bodies:
    """The names of bodies in a run: the departments of the built-in table, and the office's roster (机构名册) before them."""

    def __init__(self, tables: Tables) -> None:
        """Take the roster of the tables, if the office gives one."""
        self.roster: dict[str, Known] = {}
        self._known: dict[str, Known | None] = {}
        rows = [(row, split_place(plain(row["full"]))) for row in tables.own("roster")]
        places = {(place, level) for _row, (place, level, _rest) in rows if place}
        #: Levels of which the roster holds one place: there 市财政局 can only be 江河市财政局.
        self._single = {level for _place, level in places if sum(1 for _other, same in places if same == level) == 1}
        #: Levels, and places, whose departments the roster lists.
        listed = [(row, parts) for row, parts in rows if parts[2] not in _GOVERNMENTS]
        self._levels = {row.get("level", "").removesuffix("级") or level for row, (_place, level, _rest) in listed}
        self._places = {place + level for _row, (place, level, _rest) in listed if place}
        for row, parts in rows:
            self._add(row, *parts)

    def _add(self, row: TableRow, place: str, level: str, rest: str) -> None:
        """A row of the roster, by each of its names."""
        shorts = [plain(name) for name in split_cell(row.get("short", ""))]
        formers = [plain(name) for name in split_cell(row.get("former", ""))]
        prefix = level if level in self._single else place + level
        ranked = departments().get(rest)
        if ranked is not None:
            department = ranked[0]
        else:
            department = Department(prefix + rest, rest, split_place(shorts[0])[2] or shorts[0] if shorts else rest)
        for name, form in [(plain(row["full"]), "full"), *((name, "short") for name in shorts), *((name, "former") for name in formers)]:
            for variant in _variants(name, place, level) if level in self._single else {name}:
                self.roster.setdefault(variant, Known(prefix, department, form))

    def lookup(self, name: str) -> Known | None:
        """What roster and table know of ``name``, its level or place split off: 市财政局 is 财政局 with the prefix 市.

        A bracket behind the name, 市财政局（金融办）, is left out of account.  None where neither knows it.
        """
        if name not in self._known:
            bare = _TAIL.sub("", plain(name))
            self._known[name] = self.roster.get(bare) or known_name(bare)
        return self._known[name]

    def strange(self, name: str) -> bool:
        """Whether the roster ought to have a name and has not: a body of its levels that neither stands there nor follows from it.

        A former name is strange too.  市财政局 and 财政局 follow from 江河市财政局, its 国库科 and 市财政局（金融办） too.  Of places and
        levels whose departments it does not list a roster says nothing.
        """
        if self.former(name):
            return True
        bare = _government(_TAIL.sub("", plain(name)))
        place, level, _rest = split_place(bare)
        if (
            not self._levels
            or not (level in self._levels if level else _OFFICE.search(bare))
            or (place and place + level not in self._places)
        ):
            return False
        if any(self._follows(prefix + bare) for prefix in ([""] if level else ["", *self._levels])):
            return False
        return not any(len(other) >= 4 and bare.startswith(other) and _INNER.search(bare) for other in self._names)

    def _follows(self, name: str) -> bool:
        known = self.lookup(name)
        return name in self._names or (known is not None and self.identity(name) in self._identities)

    def former(self, name: str) -> bool:
        """Whether the roster calls the name a former one."""
        known = self.roster.get(plain(name))
        return known is not None and known.form == "former"

    def nearest(self, name: str) -> str | None:
        """The name in the roster that is now in use for ``name``, else the one that looks most like it; None where none does."""
        from difflib import get_close_matches

        if self.former(name):
            was = self.roster[plain(name)]
            same = [
                other
                for other, known in self.roster.items()
                if known.standard and known.department == was.department and known.prefix == was.prefix
            ]
            return min(same, key=len)
        near = get_close_matches(plain(name), list(self.roster), n=1, cutoff=0.6)
        return near[0] if near else None

    @functools.cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(map(_government, self.roster))

    @functools.cached_property
    def _identities(self) -> frozenset[str]:
        return frozenset(map(self.identity, self.roster))

    def identity(self, name: str) -> str:
        """A key that is the same for the standard names of one body: full or short, with or without 和."""
        known = self.lookup(name)
        if known and known.standard:
            return known.prefix + known.department.full
        return plain(name)

    def kin(self, name: str) -> str:
        """A key that is the same for all names of one body, old and colloquial ones and those of its twin rows too."""
        known = self.lookup(name)
        return f"{known.prefix}\t{known.department.group}" if known else plain(name)

    def kin_of(self, units: Iterable[Unit]) -> frozenset[str]:
        """The same of several bodies that bear a task."""
        return frozenset(self.kin(unit.resolved or unit.name) for unit in units)


#: Behind a place these make its government: 云岭县人民政府.
_GOVERNMENTS = ("人民政府", "政府", "委员会")
#: Offices within a body, and endings that only official bodies have.
_INNER = Pattern(rf"{ending_in(body_endings('office'))}$")
_OFFICE = Pattern(rf"[\u3400-\u9fff]{{2}}{ending_in(body_endings('official'))}$")
_GENERIC = Pattern("各|有关|相关|其他|全体|所有|成员单位|责任单位|牵头单位|职能的?部门|等$|部门$|单位$")


def _government(name: str) -> str:
    return name.replace("人民政府", "政府")


def _variants(name: str, place: str, level: str) -> set[str]:
    """The name with and without its place: 江河市财政局, 市财政局."""
    if place and name.startswith(place + level):
        return {name, name[len(place) :]}
    if place and name.startswith(level):
        return {name, place + name}
    return {name}


@functools.lru_cache(maxsize=8192)
def generic(name: str) -> bool:
    """Whether the name means a class of bodies (各有关单位, 具有…职能的部门), not one body."""
    return bool(_GENERIC.search(name))
