"""Firms that a document tells by two names: 江河供电公司 and 江河供电局, 江河城市建设投资集团有限公司 and 城投公司."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.task.body_register import Mention
from hegao.sources.scanner import Scanner

#: What serves a place with one thing, by all the names that it goes by.
_SERVICES = (
    ("供电公司", "供电局", "电业局", "电力公司", "电力局", "供电分公司"),
    ("自来水公司", "供水公司", "水务公司", "水务集团", "供水集团"),
    ("燃气公司", "天然气公司", "燃气集团"),
    ("公交公司", "公共交通公司", "公交集团", "公交总公司"),
    ("烟草公司", "烟草局", "烟草专卖局"),
)
_TAILS = {tail: index for index, tails in enumerate(_SERVICES) for tail in tails}
_LETTER = r"(?![由在报请送对向的是将把及和与各本该或为经、])[\u3400-\u9fff]"
_SERVED = Scanner(rf"(?:^|(?<=[由请和及与、，。；：（(\s]))(?P<place>(?:国网)?(?:{_LETTER}){{1,5}}?)(?P<tail>{'|'.join(_TAILS)})")
_FIRM = Scanner(rf"(?:^|(?<=[由请和及与向对、，。；：（(\s]))(?P<name>(?:{_LETTER}){{4,24}}(?:有限(?:责任)?公司|股份公司|集团公司|集团))", sign="公司|集团")
_SHORT = Scanner(rf"(?:^|(?<=[由请和及与向对、，。；：（(\s]))(?P<place>[\u3400-\u9fff]{{0,2}}[市县区]?)(?P<letters>(?:{_LETTER}){{2,3}})(?P<end>公司|集团)(?![\u3400-\u9fff]*有限)")
#: So often it is the house's own way to speak.
_OWN_WAY = 3


def firms(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The names told less often, each with the other one."""
    text = context.once(running)
    served: dict[tuple[str, int], dict[str, list[Found]]] = defaultdict(lambda: defaultdict(list))
    for found in text.find(_SERVED):
        served[found.match["place"], _TAILS[found.match["tail"]]][found.match["tail"]].append(found)
    for (place, _kind), names in served.items():
        if len(names) == 2:
            rare, usual = sorted(names, key=lambda tail: (len(names[tail]), -names[tail][0].offset))
            if not any(in_one_sentence(one, other) for one in names[rare] for other in names[usual]):
                yield _mention(names[rare][0], place + rare, "place", "tail"), _mention(names[usual][0], place + usual, "place", "tail")
    yield from _shortened(context)


def _shortened(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """Short names that nothing introduces of firms told in full."""
    text = context.once(running)
    short: dict[str, list[Found]] = defaultdict(list)
    for found in text.find(_SHORT, "heading", "paragraph", "row"):
        short[found.match["letters"] + found.match["end"]].append(found)
    full = {found.match["name"]: found for found in text.find(_FIRM)} if short else {}
    for name, places in short.items():
        letters = places[0].match["letters"]
        meant = [one for one in full if _initials(letters, one) and name not in one]
        if len(meant) == 1 and len(places) < _OWN_WAY and f"“{name}" not in text.text and f"称{name}" not in text.text:
            at = places[0].match.start("letters"), places[0].match.end("end")
            yield Mention(name, places[0].passage.slice(*at)), Mention(meant[0], full[meant[0]].at("name"))


def in_one_sentence(one: Found, other: Found) -> bool:
    """Whether two names stand in one sentence: then they are two."""
    if one.passage is not other.passage:
        return False
    first, last = sorted((one.match.start(), other.match.start()))
    return not any(mark in one.passage.value[first:last] for mark in "。；（〔")


def _initials(letters: str, name: str) -> bool:
    """Whether the letters are first letters of words of two letters in the name, in their order: 城投 of 城市建设投资."""
    at = 0
    for letter in letters:
        at = name.find(letter, at) + 1
        if not at:
            return False
        at += 1
    return len(name) > len(letters) * 2


def _mention(found: Found, name: str, first: str, last: str) -> Mention:
    return Mention(name, found.passage.slice(found.match.start(first), found.match.end(last)))
