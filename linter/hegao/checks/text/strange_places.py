"""Places that a document names once only, beside its own one: perhaps left over from a template (套改旧稿, 地名没有改尽)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.no_place_names import NO_LONE_NAME, NO_NAME, is_word
from hegao.checks.shared.passages import Found, running, set_apart
from hegao.checks.text.place_leftover import told_of_others
from hegao.document.model import Row
from hegao.phrases.units import looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.departments import government_names, plain
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names, levels

_HAN = "\u3400-\u9fff"
#: 镇, 乡, 街道.
TOWN_LEVEL = one_of(level.name for level in levels() if level.rank == 0 and "place" in level.uses)
#: A place of two letters with its level, and what may stand behind it.
_PLACE = Scanner(
    lambda: (
        rf"(?P<name>[{_HAN}]{{2}})(?P<level>[市县区]|{TOWN_LEVEL})"
        rf"(?=实际|行政区域|辖区|境内|范围|全境|人民|政府|委|常务|{one_of(sorted({name[0] for name in government_names()}))}|[，。、；）的])"
    )
)
#: The same where it begins a title or an address, whatever stands behind: 《江河市河道管理办法》, 地址：江河市解放路68号.
_IN_FRONT = Scanner(rf"(?<=[《：:“。；])(?P<name>[{_HAN}]{{2}})(?P<level>[市县区])(?=[{_HAN}]{{3}}|20\d\d)(?![长委直])")
#: What leads to the name of a place: 结合江河市实际, 适用于江河市行政区域.
_LEAD = Pattern("(?:由|在|经|报|请|向|于|为|对|将|使|让|结合|适用|根据|按照|执行|离开?|来|落实|建设|推[进动广]|加快|促进|支持|服务|关于|印发|修订|废止|符合)$")
#: What begins no name, and what tells a sort of place.
_NO_NAME = NO_LONE_NAME | frozenset("多产粮超强大直辖")
#: Kinds of line that say what is to be done, not whom a document comes from.
_SPOKEN = ("heading", "paragraph", "note", "copies", "entry")
#: So many letters behind it show that it is a body of the same kind as the own one.
_ALIKE = 2
#: So often a document names its own place, at least; so often one of which it speaks throughout.
_OWN_TIMES, _THROUGHOUT = 2, 4


class Stranger(NamedTuple):
    """A place told once, where it stands, and the one that the document speaks of."""

    place: str
    at: Text
    own: str


def strangers(context: Context, own: tuple[str, str]) -> Iterator[Stranger]:
    """The one place of the own level that is told once only, where a document names its own place again and again."""
    name, level = own
    whole = context.once(running)
    title = context.document.title.text.value if context.document.title is not None else ""
    if whole.text.count(name) + (name in title) < _OWN_TIMES:
        return
    found = [one for one in whole.find(_PLACE, *_SPOKEN) if one.match["level"] == level and _is_name(one, name)]
    found = found or [one for one in whole.find(_IN_FRONT, *_SPOKEN) if one.match["level"] == level and _is_name(one, name) and not told_of_others(one) and not set_apart(one.at())]
    if len({one.match["name"] for one in found}) == 1 and whole.text.count(found[0].match["name"]) == 1:
        one = found[0]
        if told_of_others(one) and name + level + one.match.string[one.match.end() : one.match.end() + _ALIKE] not in whole.text:
            return
        yield Stranger(one.match["name"] + level, one.passage.slice(one.match.start(), one.match.end()), name + level)


def _is_name(one: Found, own: str) -> bool:
    """Whether the name of another place begins there: behind a mark or a word that leads to one, and it is no word itself."""
    name, line, start = one.match["name"], one.match.string, one.match.start()
    before = line[max(0, start - 4) : start]
    if name == own or not _NO_NAME.isdisjoint(name) or before.endswith(own[:1]):
        return False
    led = not before or not "\u3400" <= before[-1] <= "\u9fff" or _LEAD.search(before) is not None
    return led and not is_word(name)


#: A firm that serves a place and is called after it.
_SERVES = Scanner(rf"(?:^|(?<=[由请和及与、，。；：（]))(?P<name>[{_HAN}]{{2}})(?=供电(?:公司|局|所)|自来水公司|水务(?:公司|集团)|燃气公司|供水公司|电信(?:公司|分公司)|移动公司)")


#: A branch that is called after the place that it serves: 国网江河县供电公司, 人民银行江河县支行.
_BRANCH = Scanner(rf"(?:国网|银行|移动|电信|联通|邮政|保险|烟草)(?P<name>[{_HAN}]{{2}})(?P<level>[市县区])(?:供电公司|[支分]行|[支分]公司|局)")


def strange_firms(context: Context, own: tuple[str, str]) -> Iterator[Stranger]:
    """The one firm called after a place that nothing else in the document names, or the branch of another place of the own level."""
    name, level = own
    whole = context.once(running)
    for one in whole.find(_BRANCH, "heading", "paragraph", "row"):
        other = one.match["name"]
        if one.match["level"] == level and other != name and whole.text.count(other) == 1:
            yield Stranger(other + level, one.passage.slice(one.match.start("name"), one.match.end("level")), name + level)
    found = [one for one in whole.find(_SERVES, "heading", "paragraph", "row") if one.match["name"] != name and _NO_NAME.isdisjoint(one.match["name"])]
    if len(found) == 1 and whole.text.count(found[0].match["name"]) == 1 and not is_word(found[0].match["name"]):
        one = found[0]
        yield Stranger(one.match["name"], one.at("name"), name + level)


#: A department of a place, or its government: 江河市|教育局.
_BODY = Scanner(
    lambda: rf"(?P<name>[{_HAN}]{{2}})(?P<level>[市县区])(?P<body>{one_of(name for name in sorted(government_names()) if len(name) > 2)}|人民政府)"
)


def lone_bodies(context: Context) -> Iterator[Stranger]:
    """A body of a place that is told once, where the same body of one other place, of which the document speaks throughout, is told several times."""
    whole = context.once(running)
    bodies: dict[tuple[str, str], dict[str, list[Found]]] = {}
    for one in (one for one in whole.find(_BODY, "heading", "paragraph") if _NO_NAME.isdisjoint(one.match["name"])):
        bodies.setdefault((one.match["level"], one.match["body"]), {}).setdefault(one.match["name"], []).append(one)
    times = Counter(name for several in bodies.values() for name in several)
    for (level, _body), several in bodies.items():
        usual = [name for name, places in several.items() if len(places) > 1 and whole.text.count(name + level) >= _THROUGHOUT]
        rare = [name for name in several if name not in usual]
        if len(usual) != 1 or len(rare) != 1 or times[rare[0]] != 1 or whole.text.count(rare[0]) != 1:
            continue
        (one,) = several[rare[0]]
        if not is_word(rare[0]) and not told_of_others(one):
            yield Stranger(rare[0] + level, one.passage.slice(one.match.start(), one.match.end()), usual[0] + level)


_LEVEL = one_of(name for name in level_names("place") if len(name) == 1 or name == "街道")
#: A name of two letters with its level, from where it can begin; behind 、 too, where lists are.
_NAMED = Scanner(rf"(?:^|(?<=[由在经报请向及和与的对于、，。；：（《|\s]))(?P<name>[{_HAN}]{{2}})(?P<level>{_LEVEL})(?![{_HAN}]?[长员]|[场域])")
#: Letters by which names of neighbours differ: directions, sizes, numbers.
_APART = frozenset("东西南北中上下左右前后内外大小新老一二三四五六七八九十甲乙丙丁")


#: 结合江河市城投公司实际: whose matter it is that a text fits.
_FITTED = Scanner(rf"结合(?P<body>(?![本我全各该])[{_HAN}]{{4,20}}?)的?(?:工作)?实际(?=[，。；])")
_OURS = ("工作", "单位", "自身", "地方", "部门", "岗位", "行业", "地区", "情况", "区域")


def fitted_elsewhere(context: Context) -> Iterator[Stranger]:
    """A body to whose circumstances a text is fitted (结合……实际) that is not its issuer, nor told elsewhere."""
    whole = context.once(running)
    issuers = [plain(issuer) for issuer in context.document.issuers]
    for one in whole.find(_FITTED, "heading", "paragraph") if issuers else ():
        body = one.match["body"]
        if looks_like_body(body) and not body.endswith(_OURS) and whole.text.count(body) == 1 and not any(_short_of(body, issuer) for issuer in issuers):
            yield Stranger(body, one.at("body"), issuers[0])


def _short_of(name: str, whole: str) -> bool:
    """Whether the letters of a name stand in that of an issuer in their order."""
    rest = iter(whole)
    return all(letter in rest for letter in name)


def _in_one_row(one: Found, others: list[str]) -> bool:
    """Whether another cell of the row has one of these places, and its own cell none."""
    if not isinstance(one.node, Row):
        return False
    return any(other in cell.value for cell in one.node.cells for other in others if cell.span() != one.passage.span()) and not any(other in one.passage.value for other in others)


def _beside(one: Found, other: Found) -> bool:
    """Whether two places stand in one passage, or in one column of a table: then they are two."""
    if one.passage is other.passage:
        return True
    if not isinstance(one.node, Row) or not isinstance(other.node, Row) or one.node.table is not other.node.table:
        return False
    return _column(one) == _column(other)


def _column(one: Found) -> int:
    return next((index for index, cell in enumerate(one.node.cells) if cell.span() == one.passage.span()), -1) if isinstance(one.node, Row) else -1


def near_names(context: Context) -> Iterator[Stranger]:
    """A place told once whose name differs by one letter from the one place of its level that the document tells again and again."""
    whole = context.once(running)
    told: dict[str, dict[str, list[Found]]] = {}
    often: dict[str, dict[str, list[Found]]] = {}
    for one in whole.find(_NAMED):
        if NO_NAME.isdisjoint(one.match["name"]):
            often.setdefault(one.match["level"], {}).setdefault(one.match["name"], []).append(one)
        if _NO_NAME.isdisjoint(one.match["name"]):
            told.setdefault(one.match["level"], {}).setdefault(one.match["name"], []).append(one)
    for level, places in told.items():
        usual = [name for name in often[level] if whole.text.count(name + level) >= _OWN_TIMES]
        for name in (name for name, several in places.items() if len(several) == 1 and whole.text.count(name) == 1):
            like = [other for other in usual if sum(a != b for a, b in zip(name, other, strict=True)) == 1 and not (set(name) ^ set(other)) <= _APART]
            one = places[name][0]
            if like and _in_one_row(one, [other + level for other in like]) or like and not told_of_others(one) and not any(_beside(one, other) for near in like for other in often[level][near]):
                yield Stranger(name + level, one.passage.slice(one.match.start(), one.match.end()), like[0] + level)


#: A department of one county, of which nobody says which it is.
_COUNTY_BODY = Scanner(
    lambda: rf"(?:^|(?<=[由请经报向给送会同，。；：]))(?P<body>[县区](?:{one_of(name for name in sorted(government_names()) if len(name) > 2)}))(?![\u3400-\u9fff]?[长科股]|分局|系统|（)"
)
#: All counties are spoken of together, or one of them by its name.
_ALL_COUNTIES = ("各县", "县（区）", "县（市、区）", "县区", "各区")
_ONE_COUNTY = Pattern(rf"(?<![各全])[{_HAN}]{{2}}[县区](?![（(、级直])|所在|当地|属地|某")
#: Nor is it one where it deals with its own government.
_OF_ITS_OWN = Pattern("[报由经]县(?:人民政府|政府|委)")


def county_bodies(context: Context, own: tuple[str, str] | None) -> Iterator[Stranger]:
    """The one department of a county (县财政局) in a text of a city, which speaks of its counties together."""
    whole = context.once(running)
    if own is None and context.document.issuers or own is not None and own[1] != "市" or not any(word in whole.text for word in _ALL_COUNTIES):
        return
    found = list(whole.find(_COUNTY_BODY, "heading", "paragraph", "row"))
    if len(found) == 1 and not _OF_ITS_OWN.search(found[0].match.string) and not _ONE_COUNTY.search(found[0].match.string, 0, found[0].match.start()):
        body = found[0].match["body"]
        if whole.text.count(body) == 1:
            yield Stranger(body, found[0].at("body"), "".join(own) if own is not None else "市")
