"""Names of bodies (机构名称): which names mean one body, by the table rules/tables/departments.csv.

The table lists departments without the level before the name (norms ABB-05 to ABB-07): ``full`` name, ``short`` standard short
forms, ``colloquial`` ones, ``former`` names and ``wrong`` ones that are met in drafts.  Rows of one ``group`` do the same
work under different full names: a place has one of them (发展和改革委员会 or 发展和改革局), never both.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from hegao.checks.tables import builtin

#: What a column of the table says of the names in it; full and short names are both standard.
FORMS = ("full", "short", "colloquial", "former", "wrong")
STANDARD = ("full", "short")

_SPACE = re.compile(r"\s+")
_TAIL = re.compile(r"[（(][^（）()]*[）)]$")


@dataclass(slots=True, frozen=True)
class Department:
    """A row of the table: what the department does, its full name and its standard short name."""

    group: str
    full: str
    short: str


@dataclass(slots=True, frozen=True)
class Known:
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


@functools.cache
def departments() -> dict[str, tuple[Department, str]]:
    """Every name of the table, with its department and the form that it is.

    Raises ``ValueError`` where a name stands for two departments.
    """
    names: dict[str, tuple[Department, str]] = {}
    for row in builtin("departments"):
        short = row["short"].split("、")[0] or row["full"]
        department = Department(row["group"], row["full"], short)
        for form in FORMS:
            for name in filter(None, row[form].split("、")):
                if name in names:
                    raise ValueError(f"departments: {name} stands twice")
                names[name] = department, form
    return names


@functools.lru_cache(maxsize=4096)
def lookup(name: str) -> Known | None:
    """What the table knows of ``name``, its level or place split off: 市财政局 is 财政局 with the prefix 市.

    A bracket behind the name, 市财政局（金融办）, is left out of account.  None where the table does not know it.
    """
    plain = _TAIL.sub("", _SPACE.sub("", name))
    table = departments()
    for cut in range(min(len(plain), 16)):
        found = table.get(plain[cut:])
        if found:
            prefix = plain[:cut]
            return Known(prefix, *found) if _is_prefix(prefix) else None
    return None


def _is_prefix(prefix: str) -> bool:
    """Whether a level or a place may stand so before the name of a department."""
    return not prefix or prefix[-1] in "省市县区州盟旗镇乡团" or prefix.endswith(("国家", "自治区", "总局"))


def identity(name: str) -> str:
    """A key that is the same for the standard names of one body: full or short, with or without 和."""
    known = lookup(name)
    if known and known.standard:
        return known.prefix + known.department.full
    return plain(name)


def kin(name: str) -> str:
    """A key that is the same for all names of one body, old and colloquial ones and those of its twin rows too."""
    known = lookup(name)
    return f"{known.prefix}\t{known.department.group}" if known else plain(name)


@functools.lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """The name without spaces and with one kind of brackets."""
    return _SPACE.sub("", name).translate(str.maketrans("()〔〕[]", "（）（）（）"))


def generic(name: str) -> bool:
    """Whether the name means a class of bodies (各有关单位, 具有…职能的部门), not one body."""
    return bool(re.search(r"各|有关|相关|其他|全体|所有|成员单位|责任单位|牵头单位|职能的?部门|等$|部门$|单位$", name))


def standard_names() -> Iterator[str]:
    """The full and short names of the table, without level."""
    for name, (_department, form) in departments().items():
        if form in STANDARD:
            yield name
