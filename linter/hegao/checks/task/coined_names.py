"""Short names of bodies that a document coins (自造简称): 经发局 beside 经济发展局, 县人社局 where no other name is spoken so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running, running_without_names
from hegao.checks.task.body_register import Mention, mentions
from hegao.sources.scanner import Scanner
from hegao.words.departments import known_name

#: No letter of such a name leads into one.
_LETTER = r"(?![由在报请送对向的是将把及和与]|经(?![济发贸信开营]))[\u3400-\u9fff]"
#: The name of an office or a department, by its end and by what stands before and behind it.
_OFFICE = Scanner(
    rf"(?:^|(?<=[由在报请送及和与、，。；：（〔(|\t　 ])|(?<=经)(?![济发贸信开营]))(?P<name>(?:{_LETTER}){{2,10}}?[科处室部局])"
    r"(?=[、，。；：）〕)|\t　 ]|$|牵头|负责|配合|会同|等|和|按|要|应|逐|汇总|组织|已|对)"
)
#: So many letters of each word are left out at least.
_SHORT_STEM, _LONG_STEM = (2, 3), 4
#: So often, or in so many names, it is the house's own way to speak.
_OWN_WAY = 2


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


def spoken_names(context: Context) -> Iterator[tuple[Mention, str]]:
    """Departments told by a colloquial name (县人社局) beside others of the same government told by their standard ones, each with its own."""
    whole = context.once(running).text
    spoken: dict[str, list[Mention]] = defaultdict(list)
    standard: set[str] = set()
    for one in context.once(mentions):
        known = known_name(one.name)
        if known is None or not known.prefix:
            continue
        if known.form == "colloquial":
            spoken[one.name].append(one)
        elif known.form in ("full", "short") and len(known.department.short) > _LONG_STEM:
            standard.add(known.prefix)
    if not standard or len(spoken) >= _OWN_WAY or sum(map(len, spoken.values())) > _OWN_WAY:
        return
    for name, places in spoken.items():
        known = known_name(name)
        if known is not None and known.prefix in standard and not _introduced(whole, name[-3:]):
            yield places[0], known.usual
