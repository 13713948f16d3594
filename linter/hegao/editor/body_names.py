"""The bodies (机构) that an editor can tell about and complete: the office's roster, and the departments of the built-in table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.shared.roster import Bodies
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.departments import STANDARD, known_name, leading_level, plain

#: Characters of the longest name that is looked for around a place.
LONGEST = 24


class Body(NamedTuple):
    """A body: its whole name, its short names and its former ones, and what it is called where the name at hand is no such one."""

    full: str
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    in_roster: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names that a draft may use."""
        return (self.full, *self.short)


class BodyNames:
    """The bodies of a run, by each of their names."""

    def __init__(self, tables: Tables) -> None:
        """Take the roster of the tables, if the office gives one."""
        self._bodies = tables.made(Bodies)
        self.roster = tuple(
            Body(plain(row["full"]), _several(row.get("short", "")), _several(row.get("former", "")), True) for row in tables.own("roster")
        )
        self._listed: dict[str, Body] = {}
        for body in self.roster:
            for name in (*body.names, *body.former):
                self._listed.setdefault(name, body)
        #: Roster bodies by what the names of theirs that leave out the place have in common.
        self._kin = {self._bodies.kin(body.full): body for body in reversed(self.roster)}

    def body(self, name: str) -> Body | None:
        """The body of that name; None where neither roster nor table knows it."""
        bare = plain(name)
        if bare in self._listed:
            return self._listed[bare]
        known = self._bodies.lookup(bare)
        if known is None:
            return None
        listed = self._kin.get(self._bodies.kin(bare))
        if listed is not None:
            return listed
        row = next((row for row in builtin("departments") if row["full"] == known.department.full), None)
        short, former = (_several(row["short"]), _several(row["former"])) if row is not None else ((), ())
        placed = [tuple(known.prefix + one for one in several) for several in (short, former)]
        return Body(known.prefix + known.department.full, placed[0], placed[1])

    def around(self, line: str, offset: int) -> tuple[int, int] | None:
        """Where the longest name of a body stands in a line that has the character at ``offset``."""
        found: tuple[int, int] | None = None
        for start in range(max(0, offset - LONGEST + 1), offset + 1):
            for end in range(min(len(line), start + LONGEST), max(offset, start + 1), -1):
                if (found is None or end - start > found[1] - found[0]) and self._names(line[start:end]):
                    found = start, end
        return found

    def _names(self, name: str) -> bool:
        if name != plain(name):
            return False
        if name in self._listed or name in self._bodies.roster:
            return True
        known = known_name(name)
        # Of a place nobody knows where it begins: 落实江河市财政局.
        return known is not None and known.prefix == leading_level(name)


def department_names() -> Iterator[str]:
    """The standard names of the departments of the built-in table, without level or place."""
    for row in builtin("departments"):
        for form in STANDARD:
            yield from split_cell(row[form])


def _several(cell: str) -> tuple[str, ...]:
    return tuple(plain(name) for name in split_cell(cell))
