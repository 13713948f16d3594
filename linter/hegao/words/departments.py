"""Departments (部门) by all their names, from the table rules/tables/departments.csv.

The table lists departments without the level before the name (norms ABB-05 to ABB-07): ``full`` name, ``short`` standard short
forms, ``colloquial`` ones, ``former`` names and ``wrong`` ones that are met in drafts.  Rows of one ``group`` do the same
work under different full names: a place has one of them (发展和改革委员会 or 发展和改革局), never both.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

#: What a column of the table says of the names in it; full and short names are both standard.
FORMS = ("full", "short", "colloquial", "former", "wrong")
STANDARD = ("full", "short")
#: The year of the reform that renamed most departments.
_REFORM = 2018

_SPACE = Pattern(r"\s+")
_BRACKETS = str.maketrans("()〔〕[]", "（）（）（）")


class Department(NamedTuple):
    """A row of the table: what the department does, its full name and its standard short name.

    ``levels`` are the only levels that have it under that name (教育厅: 省、自治区), empty for any; ``party`` tells the departments of a
    party committee, which stand behind 市委; ``renamed`` is the year of the reform that made its former names former.
    """

    group: str
    full: str
    short: str
    levels: tuple[str, ...] = ()
    party: bool = False
    renamed: int = 0


class Known(NamedTuple):
    """A name found in the table: the level or place before it, the department, and which form of its name it is."""

    prefix: str
    department: Department
    form: str

    @property
    def standard(self) -> bool:
        """Whether it is the full name or the standard short one."""
        return self.form in STANDARD

    @property
    def usual(self) -> str:
        """The standard short name with the prefix."""
        return self.prefix + self.department.short


@cache
def departments() -> dict[str, tuple[Department, str]]:
    """Every name of the table, with its department and the form that it is.

    Raises ``ValueError`` where a name stands for two departments.
    """
    names: dict[str, tuple[Department, str]] = {}
    for row in builtin("departments"):
        short = (*split_cell(row["short"]), row["full"])[0]
        levels = tuple(split_cell(row["levels"]))
        department = Department(row["group"] or row["full"], row["full"], short, levels, row["system"] == "党委", int(row["renamed"] or _REFORM))
        for form in FORMS:
            for name in split_cell(row[form]):
                if name in names:
                    raise ValueError(f"departments: {name} stands twice")
                names[name] = department, form
    return names


@cache
def government_names() -> frozenset[str]:
    """The names of the departments of governments, of whatever form."""
    return frozenset(name for name, (department, _form) in departments().items() if not department.party)


@cache
def party_names() -> frozenset[str]:
    """The names of the departments of party committees (市委组织部), of whatever form."""
    return frozenset(name for name, (department, _form) in departments().items() if department.party)


class Merged(NamedTuple):
    """What a body has become part of, by which year at the latest, and the places that keep its name."""

    now: str
    since: int
    kept: tuple[str, ...]


@cache
def merged_bodies() -> dict[str, Merged]:
    """The bodies that most places have merged into others, by their names without the level."""
    return {
        name: Merged(row["now"], int(row["since"]), tuple(split_cell(row["except"]))) for row in builtin("merged-bodies") for name in split_cell(row["name"])
    }


def may_stand_behind(level: str, name: str) -> bool:
    """Whether a level or place may have been left out before the name of a department: 市 before 教育局, never before 教育厅.

    In 市教育局、市场监管局 nobody can tell an elided 市 from a lost one.
    """
    levels = departments()[name][0].levels
    return not (level and name.startswith(level)) and (not levels or level.endswith(levels))


def completed(stem: str, level: str) -> list[str]:
    """The standard names that a department of that level may have which ``stem`` lacks the last letter of: 教育 → 教育局, of a province 教育厅."""
    table = departments()
    found = [(name, *table[name]) for name in (stem + letter for letter in "局委办厅") if name in table]
    fits = [(name, department.levels) for name, department, form in found if form in STANDARD]
    return [name for name, levels in fits if level in levels] or [name for name, levels in fits if not levels]


@lru_cache(maxsize=4096)
def known_name(name: str) -> Known | None:
    """What the table knows of a name in plain form."""
    table = departments()
    for cut in range(min(len(name), 16)):
        found = table.get(name[cut:])
        if found:
            prefix = name[:cut]
            return Known(prefix, *found) if _is_prefix(prefix) else None
    return None


def _is_prefix(prefix: str) -> bool:
    """Whether a level or a place may stand so before the name of a department."""
    return not prefix or prefix.endswith((*level_names("place"), "团", "国家", "总局"))


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """The name without spaces and with one kind of brackets; a text names the same few bodies again and again."""
    return _SPACE.sub("", name).translate(_BRACKETS)


_PLACED = Pattern(rf"^(?!中国|中共|国家|国网|共青团|人民)([\u3400-\u9fff]{{2,7}}?)({one_of(level_names('place'))})(?=[\u3400-\u9fff]{{2}}|$)")


def split_place(name: str) -> tuple[str, str, str]:
    """Place, level and the rest of a name: 江河市财政局 → 江河, 市, 财政局; place and level are empty where none stands there."""
    level = leading_level(name)
    if level and len(name) > len(level) + 1:
        return "", level, name[len(level) :]
    placed = _PLACED.match(name)
    return (placed[1], placed[2], name[placed.end() :]) if placed else ("", "", name)


@cache
def _alone() -> tuple[str, ...]:
    return tuple(sorted(level_names("alone"), key=len, reverse=True))


def leading_level(name: str) -> str:
    """The level that a name begins with, the longest where several do (自治区财政厅); empty where none does."""
    return next((level for level in _alone() if name.startswith(level)), "")
