"""Offices told once under another name than elsewhere in the document (科室名称不一), and departments with a letter of like sound (卫建委)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running, running_without_names
from hegao.checks.task.body_register import Mention
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.departments import departments, known_name
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings, level_names
from hegao.words.word_costs import like_sound


@cache
def _endings() -> tuple[str, ...]:
    """Endings of offices that are called now so, now so: 财政所, 财政办."""
    return tuple(sorted(ending for ending in body_endings("office") if len(ending) == 1))


def _bodies() -> str:
    """The letters at the end of names of bodies that have offices: 局, 委."""
    return "".join(sorted(ending for ending in body_endings("official") if len(ending) == 1))


#: The name of an office, from where it can begin up to where it must end.
_LETTER = r"(?![由在报请送对向的是将把及和与各本该])[\u3400-\u9fff]"
_OFFICE = Scanner(
    lambda: rf"(?:^|(?<=[由在报请送及和与、，。；：（〔(|\s])|(?<=[由我本经][{_bodies()}])|(?<=经)(?![济发贸信开营]))(?P<name>(?:{_LETTER}){{2,9}}?(?:{one_of(_endings())}|[部局]))"
    r"(?=[、，。；：）〕)|\s]|$|牵头|负责|配合|会同|等|和|按|要|应|于|逐|汇总|组织|已|对|设)"
)
#: The body that an office is of, as the writer calls it: 我局公路养护科.
_OURS = Pattern(lambda: rf"^(?:[我本贵][{_bodies()}]|局(?![长级属党]))(?=..)")
#: Names within names that are so long are names by themselves.
_LONG = 3
_LEVELS = tuple(level_names("alone"))


def near_offices(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """Offices told once, each with the name by which the document calls one of the same kind elsewhere."""
    told: dict[str, list[Found]] = defaultdict(list)
    for found in context.once(running_without_names).find(_OFFICE, "heading", "paragraph", "row", "note"):
        told[_OURS.sub("", found.match["name"])].append(found)
    whole = context.once(running).text
    for name, places in told.items():
        known = known_name(name)
        if len(places) != 1 or known is not None and known.standard or f"简称“{name}" in whole:
            continue
        like = [other for other in told if other != name and _alike(name, other)]
        # Of two that are told once each, the shorter one is marked, else the latter.
        if len(like) == 1 and len(told[like[0]]) == 1 and (-len(name), places[0].offset) < (-len(like[0]), told[like[0]][0].offset):
            continue
        if len(like) == 1 and not _listed_together(name, like[0], told):
            yield Mention(name, places[0].at("name")), Mention(like[0], told[like[0]][0].at("name"))


def _alike(name: str, other: str) -> bool:
    """Whether both are the same office: of one kind by the table under one ending, or of one stem under two."""
    level = next((one for one in _LEVELS if name.startswith(one) and other.startswith(one)), "")
    ours, theirs = name[len(level) : -1], other[len(level) : -1]
    if name[-1] == other[-1]:
        return ours != theirs and _kind(ours) is not None and _kind(ours) == _kind(theirs)
    return ours == theirs and len(ours) > 1 and {name[-1], other[-1]} <= {*_endings()}


def _listed_together(name: str, other: str, told: dict[str, list[Found]]) -> bool:
    """Whether one passage names both: then they are two."""
    return any(one.passage is two.passage for one in told[name] for two in told[other])


def _kind(stem: str) -> int | None:
    return _kinds().get(stem)


@cache
def _kinds() -> dict[str, int]:
    return {name: index for index, row in enumerate(builtin("office-kinds")) for name in split_cell(row["names"])}


#: A department with its level, by its last letter.
_DEPARTMENT = Scanner(
    lambda: rf"(?P<level>{one_of(name for name in level_names('alone') if len(name) == 1)})(?P<name>[\u3400-\u9fff]{{2,8}}?[局委厅])(?![员\u3400-\u9fff]?[会长])"
)


def misheard(context: Context) -> Iterator[tuple[Mention, str]]:
    """Departments that nobody knows, told once, one letter of like sound off a known one (卫建委), each with that one's standard name."""
    told: dict[str, list[Found]] = defaultdict(list)
    for found in context.once(running_without_names).find(_DEPARTMENT, "heading", "paragraph", "row", "note", "copies", "addressee"):
        told[found.match["level"] + found.match["name"]].append(found)
    for name, places in told.items():
        if len(places) == 1 and known_name(name) is None and not any(known_name(name[cut:]) is not None for cut in range(1, len(name) - _LONG)):
            meant = _meant(name[1:])
            if meant is not None:
                yield Mention(name, places[0].at()), name[0] + meant


def _meant(name: str) -> str | None:
    """The standard name of the one department whose name differs by a letter of like sound."""
    names = departments()
    found = {
        names[other][0].short
        for at in range(len(name) - 1)
        for one in like_sound().get(name[at], "")
        if one != name[at] and (other := name[:at] + one + name[at + 1 :]) in names
    }
    return found.pop() if len(found) == 1 else None
