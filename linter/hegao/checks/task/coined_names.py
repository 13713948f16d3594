"""Short names of bodies that a document coins (自造简称): 经发局 beside 经济发展局, 县人社局 where no other name is spoken so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running, running_without_names
from hegao.checks.task.body_register import Mention, mentions
from hegao.document.model import Document
from hegao.sources.scanner import Scanner
from hegao.words.departments import Department, departments, known_name

#: No letter of such a name leads into one.
_LETTER = r"(?![由在报请送对向的是将把及和与]|经(?![济发贸信开营]))[\u3400-\u9fff]"
#: The name of an office or a department, by its end and by what stands before and behind it.
_OFFICE = Scanner(
    rf"(?:^|(?<=[由在报请送及和与、，。；：（〔(|\t　 ])|(?<=[我本]局)|(?<=经)(?![济发贸信开营]))(?P<name>(?!我局|本局)(?:{_LETTER}){{2,10}}?(?:[与和](?:{_LETTER}){{2,8}}?)?[科处室部局])"
    r"(?=[、，。；：）〕)|\t　 ]|$|牵头|负责|配合|会同|等|和|按|要|应|逐|汇总|组织|已|对|承|受理|审|统|具体|联系)"
)
#: So many letters of each word are left out at least.
_SHORT_STEM, _LONG_STEM = (2, 3), 4
#: So often, or in so many names, it is the house's own way to speak.
_OWN_WAY = 2
#: So many are told of one where all are spoken of so.
_SHOWN = 2


def coined_offices(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """Offices told by the first letters of the words of a name that the document has, too, each with that name."""
    told: dict[str, list[Found]] = defaultdict(list)
    for found in context.once(running_without_names).find(_OFFICE, "heading", "paragraph", "row"):
        told[found.match["name"]].append(found)
    whole = context.once(running).text
    longer = [name for name in told if len(name) > _LONG_STEM]
    for name, places in told.items():
        if len(name) - 1 not in _SHORT_STEM or (known := known_name(name)) is not None and known.standard or _introduced(whole, name):
            continue
        meant = [other for other in longer if other[-1] == name[-1] and _initials(name[:-1], other[:-1])]
        if len(meant) == 1:
            yield Mention(name, places[0].at("name")), Mention(meant[0], told[meant[0]][0].at("name"))


def _introduced(text: str, name: str) -> bool:
    return f"简称“{name}" in text or f"简称{name}" in text


def _initials(letters: str, stem: str) -> bool:
    """Whether the letters are the first ones of the words of a stem, each word having two letters at least: 经发 of 经济发展."""
    if not letters:
        return not stem
    if stem[:1] != letters[0]:
        return False
    if len(letters) == 1:
        return len(stem) >= 2
    return any(_initials(letters[1:], stem[at:]) for at in range(2, len(stem) - 1))


class Spoken(NamedTuple):
    """A colloquial name, the standard one, whether the document speaks of others so, too, and whether of all of them, throughout."""

    mention: Mention
    standard: str
    doubtful: bool
    throughout: bool = False


def spoken_names(context: Context) -> Iterator[Spoken]:
    """Departments told by a colloquial name (县人社局) alone, beside others of the same government told by their standard ones."""
    whole = context.once(running).text
    spoken: dict[str, list[Mention]] = defaultdict(list)
    standard: dict[str, set[str]] = defaultdict(set)
    for one in context.once(mentions):
        known = known_name(one.name)
        if known is None or not known.prefix:
            continue
        if known.form == "colloquial":
            spoken[one.name].append(one)
        elif known.standard and (len(known.department.short) > _LONG_STEM or known.department in _with_spoken_names()):
            standard[known.prefix].add(known.department.group)
    formal = _formal_lines(context.document)
    alone = {name: places for name, places in spoken.items() if (known := known_name(name)) is not None and known.department.group not in standard[known.prefix]}
    shown = 0
    for name, places in alone.items():
        known = known_name(name)
        if known is None or _introduced(whole, name[-3:]):
            continue
        several = len(alone) >= _OWN_WAY
        if len(places) == 1 and places[0].at.span().line in formal:
            yield Spoken(places[0], known.usual, True)
        elif len(places) <= (1 if several else _OWN_WAY) and len(standard[known.prefix]) > (len(alone) if several else 0):
            yield Spoken(places[0], known.usual, several or len(known.department.short) <= _LONG_STEM)
        elif shown < _SHOWN and context.profile != "published":
            shown += 1
            yield Spoken(places[0], known.usual, True, throughout=True)


def _formal_lines(document: Document) -> frozenset[int]:
    """The lines of what tells bodies by their full or standard names: whom a document goes to, who issues it, who gets copies."""
    nodes = (*document.signatures, *document.copies, *document.imprints, *((document.addressee,) if document.addressee is not None else ()))
    return frozenset(line for node in nodes for line in range(node.text.span().line, node.text.span().end_line + 1))


@cache
def _with_spoken_names() -> frozenset[Department]:
    """The departments that have a colloquial name."""
    return frozenset(department for department, form in departments().values() if form == "colloquial")
