"""What a template of another place leaves behind: a body of another county, a government of another level (norm: 条例 article 20)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.no_place_names import NO_NAME
from hegao.checks.shared.passages import running, running_without_names
from hegao.checks.text.foreign_selves import foreign_selves
from hegao.checks.text.place_leftover import addressed_place, own_place, place_leftover
from hegao.checks.text.places_of_lists import odd_members
from hegao.checks.text.row_places import other_places_of_rows
from hegao.checks.text.strange_places import TOWN_LEVEL, county_bodies, fitted_elsewhere, lone_bodies, near_names, strange_firms, strangers
from hegao.checks.text.template_leftovers import leftovers
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.departments import government_names
from hegao.words.patterns import one_of
from hegao.words.word_costs import is_pair

_HAN = "\u3400-\u9fff"
#: A body of the document's own place, or its government, in full: 江河市水利局.
_BODY = Scanner(
    lambda: (
        rf"(?:^|(?<=[由在经报请向、，。；：（〔(|]))(?P<name>[{_HAN}]{{2}})(?P<level>[市县])"
        rf"(?:人民政府|{one_of(name for name in sorted(government_names()) if len(name) > 2)})"
    )
)
_ISSUER = Pattern(rf"(?:中共)?(?P<name>[{_HAN}]{{2,3}}?)(?P<level>[市县])")
#: A town that issues: 江河县临湖镇人民政府.
_TOWN = Pattern(rf"(?P<name>[{_HAN}]{{2}})(?P<level>{TOWN_LEVEL})(?=人民政府|办事处|党委|党工委|委员会)")
#: What a city decides goes to its own government.
_SENT = Scanner(rf"(?:报|报送|报请|报经|提请|呈报)(?P<body>县(?:人民政府|政府|委(?!员)))(?!及|和|、|或|所在|[{_HAN}]{{0,6}}(?:备案|以上))")
_COUNTY = Pattern(r"县|(?<!全)区(?![域间内位块别])|乡|镇|村|各地")


@check("leftover", {"document"}, facts=("place", "own"), faults=("place", "level", "doubtful", "row", "self", "self-doubtful", "reused"))
def leftover(document: Document, context: Context) -> Iterator[Hit]:
    """A place, a body of another place, or a government of a lower level that is left over from a template."""
    told: set[tuple[int, int]] = set()
    for hit in place_leftover(document, context):
        span = hit.at.span()
        told.add((span.line, span.column))
        yield hit._replace(facts={**hit.facts, "fault": "place"})
    own = own_place(document)
    doubtful = [] if own is None else [*strangers(context, own), *strange_firms(context, own)]
    towns = {(match["name"], match["level"]) for body in document.issuers if (match := _TOWN.search(body))}
    doubtful += strangers(context, towns.pop()) if len(towns) == 1 else ()
    addressed = addressed_place(document, own) if own is not None else None
    doubtful += strangers(context, addressed) if addressed is not None else ()
    for one in (*doubtful, *lone_bodies(context), *near_names(context), *fitted_elsewhere(context), *odd_members(context), *county_bodies(context, own)):
        span = one.at.span()
        if (span.line, span.column) not in told:
            told.add((span.line, span.column))
            yield Hit(one.at, {"place": one.place, "own": one.own, "fault": "doubtful"})
    for left in leftovers(context):
        yield Hit(left.at, {"place": left.said, "own": left.own, "fault": "reused"})
    for one in other_places_of_rows(context):
        span = one.at.span()
        if (span.line, span.column) not in told:
            told.add((span.line, span.column))
            yield Hit(one.at, {"place": one.place, "own": one.own, "fault": "row"})
    for self in foreign_selves(context):
        yield Hit(self.at, {"place": self.said, "own": self.own, "fault": "self-doubtful" if self.doubtful else "self"})
    issuers = {(match["name"], match["level"]) for body in document.issuers if (match := _ISSUER.match(body))}
    if len(issuers) != 1:
        return
    name, level = issuers.pop()
    for hit in _bodies(context, name, level):
        span = hit.at.span()
        if (span.line, span.column) not in told:
            yield hit
    if level == "市":
        yield from _lower(context, name + level)


def _bodies(context: Context, own: str, level: str) -> Iterator[Hit]:
    """A body of the one other place of the level, which nothing else in the document names."""
    whole = context.once(running).text
    found = [
        one
        for one in context.once(running_without_names).find(_BODY, "heading", "paragraph")
        if one.match["level"] == level and one.match["name"] != own and NO_NAME.isdisjoint(one.match["name"]) and not is_pair(one.match["name"])
    ]
    others = Counter(one.match["name"] for one in found)
    if len(others) != 1:
        return
    (other,) = others
    masthead = "".join(mark.text.value for mark in (*context.document.masthead, *context.document.signatures))
    if whole.count(other) == 1 and other not in masthead:
        yield Hit(found[0].at(), {"place": other + level, "own": own + level, "fault": "place"})


def _lower(context: Context, own: str) -> Iterator[Hit]:
    """报县人民政府 in a text of a city whose sentence speaks of no county, where its own government is reported to elsewhere."""
    text = context.once(running_without_names)
    for one in text.find(_SENT, "heading", "paragraph"):
        value = one.passage.value
        begin = max(value.rfind(mark, 0, one.match.start()) for mark in "。；")
        if not _COUNTY.search(value, begin + 1, one.match.start("body")):
            yield Hit(one.at("body"), {"place": one.match["body"], "own": own, "fault": "level"})
