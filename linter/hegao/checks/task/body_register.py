"""Names of bodies (机构名称) wherever a document tells them: in its tasks and in running text (norms ABB-05, ABB-06, TSK-12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.shared.told_reforms import tells_reform
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.departments import government_names, known_name, merged_bodies, plain, split_place
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names


class Mention(NamedTuple):
    """A name in plain form, with what it left out, and where it stands."""

    name: str
    at: Text


_KINDS = ("title", "heading", "paragraph", "row", "note", "copies", "addressee", "signature")
_SPOKEN = Scanner(
    lambda: (
        rf"(?P<level>县（(?:市、)?区）|{one_of(name for name in level_names('alone') if len(name) == 1)})"
        rf"(?P<name>{one_of(name for name in sorted(government_names() | set(merged_bodies())) if len(name) > 2 or name.endswith('委'))}(?!员会|托|派))(?P<behind>[\u3400-\u9fff]?)"
    )
)
#: What may stand before a level that is the document's own; any other character there is the name of a place.
LEADS_IN = frozenset("由经请报向对与和及同按本我全在到是为将从、，。；：（(“以并送交给让使据含跟随受被条意取了叫把因除代")
#: What makes another body of a name: an office within it, a branch, its school.
_LONGER = frozenset("长科处股所站队室馆院校分党机")
_PARTED = Pattern("[、，,：:]")
#: Names of persons have so many letters.
_NAME = 4
#: A name of old, told as such.
_TOLD = Pattern(r"原(?!则)[^，。；、]{0,4}$")


def mentions(context: Context) -> tuple[Mention, ...]:
    """All names of bodies that are sure to be of the document's own place, or that a task names, in the order of tasks and text."""
    assigned = [Mention(plain(unit.resolved or unit.name), unit.text) for task in context.document.tasks for unit in task.units]
    taken = {(span.line, span.column) for span in (one.at.span() for one in assigned)}
    spoken = (one for one in _spoken(context) if one is not None)
    return (*assigned, *(one for one in spoken if (one.at.span().line, one.at.span().column) not in taken))


def _spoken(context: Context) -> Iterator[Mention | None]:
    places = own_places(context.document)
    for found in context.once(running_without_names).find(_SPOKEN, *_KINDS):
        yield _mention(found, places.get(found.match["level"], ""))


def _mention(found: Found, place: str) -> Mention | None:
    match = found.match
    before = match.string[: match.start()]
    if match["behind"] in _LONGER or _TOLD.search(before[-8:]) or tells_reform(match.string, match.start()):
        return None
    if before and before[-1] not in LEADS_IN and "\u3400" <= before[-1] <= "\u9fff" and not (place and before.endswith(place)) and not _behind_person(found):
        return None
    start = match.start() - (len(place) if place and before.endswith(place) else 0)
    return Mention(plain(match["level"][0] + match["name"]), found.passage.slice(start, match.end("name")))


def _behind_person(found: Found) -> bool:
    """Whether a blank parts it from the name of a person in front: 韩　松　市水利局局长."""
    start = found.match.start()
    span = found.passage.slice(start - 1, start + 1).span()
    return start <= _NAME and span.line == span.end_line and span.end_column - span.column > 2


def own_places(document: Document) -> dict[str, str]:
    """The names of the places of which the document speaks without naming them, by their levels: the issuer's, and the one above it to which it goes."""
    addressed = document.addressee.text.value if document.addressee is not None and "各" not in document.addressee.text.value else ""
    above = {(place, level) for body in _PARTED.split(addressed) if (parted := split_place(plain(body)))[0] for place, level in [parted[:2]]}
    places = {level: place for place, level in above} if len(above) == 1 else {}
    own = next(((place, level) for issuer in document.issuers if (place := split_place(plain(issuer))[0]) and (level := split_place(plain(issuer))[1])), None)
    if own is not None:
        places = {level: place for level, place in places.items() if level != own[1]} | {own[1]: own[0]}
    return places


#: 城东镇人民政府, 城东街道办事处: one place as two kinds of unit.
_GRASSROOTS = Scanner(r"(?P<stem>[\u3400-\u9fff]{2,3})(?P<kind>镇|乡|街道)(?:人民政府|政府|办事处|党工委|党委)", sign="[镇乡道][人政办党]")
_JOINS = Pattern(r"^[由请和与及经在对向、]")


def towns(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """A town named once as another kind of unit than everywhere else, with one of the other places."""
    found: dict[str, dict[str, list[Mention]]] = {}
    for one in context.once(running_without_names).find(_GRASSROOTS, "heading", "paragraph", "row", "copies"):
        stem = _JOINS.sub("", one.match["stem"])
        if len(stem) >= 2:
            kinds = found.setdefault(stem, {})
            kinds.setdefault(one.match["kind"], []).append(Mention(stem + one.match[0][len(one.match["stem"]) :], one.passage.slice(one.match.end("stem") - len(stem), one.match.end())))
    for kinds in found.values():
        usual = max(kinds.values(), key=len)
        for several in kinds.values():
            if several is not usual and len(several) == 1 and len(usual) >= 2:
                yield several[0], usual[0]


_UNKNOWN = Scanner(r"(?P<level>[省市县区州])(?P<name>[\u3400-\u9fff]{2,6}局)(?![\u3400-\u9fff]?[长科处])")


def misspelt(context: Context) -> Iterator[tuple[Mention, str]]:
    """Bureaus that nobody knows, told once, one letter off a department that the document names under the same level elsewhere."""
    standard = {one.name[1:] for one in context.once(mentions) if (known := known_name(one.name)) is not None and known.standard}
    strange: dict[str, list[Mention]] = {}
    for found in context.once(running_without_names).find(_UNKNOWN, "heading", "paragraph", "row", "copies"):
        name = found.match["level"] + found.match["name"]
        if known_name(name) is None and not any(known_name(name[cut:]) is not None for cut in range(1, len(name) - 2)):
            strange.setdefault(name, []).append(Mention(name, found.at()))
    for name, several in strange.items():
        like = [other for other in standard if len(other) == len(name) - 1 and sum(a != b for a, b in zip(name[1:], other, strict=True)) == 1]
        if len(like) == 1 and len(several) == 1:
            yield several[0], name[0] + like[0]
