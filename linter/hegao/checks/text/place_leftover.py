"""A place that is left over from a template: 桐江市政府 in a text of 江河市 (data: none of the names is listed, the document itself tells its own)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.passages import Found, running, running_without_names, set_apart
from hegao.document.model import Document, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.vocabulary import level_names
from hegao.words.word_costs import is_pair

#: Letters that names of places end with.
_TOPONYM = "州江湖海川山阳林溪河源水峰门港岛泉潭崖岭田洲泽湾浦沙陵丘关津屏池滨澜潮浔涧渡坪云"
#: Of a name like 江河市 two letters stand before the level.
_PLACE = Scanner(rf"(?P<name>[\u3400-\u9fff][{_TOPONYM}])(?P<level>[市县])(?![长场民值容区级直辖价面镇乡]|政(?!府|务|协))")
#: Levels that end a name; 州 is a letter of many names, too.
_LEVELS = "".join(name for name in level_names("place") if len(name) == 1 and name not in _TOPONYM)
#: Cities that are provinces are no place among others of their kind.
_OWN = Pattern(rf"(?!北京|上海|天津|重庆)(?P<name>[^{_LEVELS}\s]{{2,3}}?)(?P<level>[市县])")
_MARK = Pattern("[、，,]")
#: What is told of other places: whom one learns from, goes to, deals with, comes from.
_WITH = Pattern(r"(?:与|和|同|及|、|赴|到|至|往|从|经|向|跨|沿|比(?![例重])|借鉴|学习|考察|对口|帮扶|协作|对接|联合|来自|位于|毗邻|接壤|途经|起于|止于|驻|原(?![则料因])|各|全|年|被|受)$")
#: What happened elsewhere: 在洛川市举行.
_HELD = Pattern(r"^[\u3400-\u9fff、（）“”]{0,12}?(?:举行|举办|召开|开幕|闭幕|进行|集训|参赛|参加|考察|调研|培训|学习)")
_BEHIND = Pattern(r"^(?:[、—－\-～与和及至]|[\u3400-\u9fff]{0,12}(?:有限|公司|集团|银行|大学|学院|研究院|设计院|事务所|人[，。、；）]|籍|方向|境内|交界|段))")
#: So many letters before and behind tell how it is spoken of.
_AROUND = 6


@check("place-leftover", {"document"}, facts=("place", "own"))
def place_leftover(document: Document, context: Context) -> Iterator[Hit]:
    """A single place of the issuer's own level that the head, the tail and the rest of the document do not know.

    Texts that speak of several other places, of whom one learns from or deals with, and rows of tables are left alone.
    """
    own = own_place(document)
    if own is None:
        return
    known = "".join(_known_texts(document))
    yield from _slogans(context, own, known)
    for place in (own, addressed_place(document, own)):
        if place is not None:
            yield from _strangers(context, place, known)


def _strangers(context: Context, own: tuple[str, str], known: str) -> Iterator[Hit]:
    """The single place of the level that is neither the own one nor known."""
    name, level = own
    found = [one for one in context.once(running_without_names).find(_PLACE) if one.match["level"] == level]
    others = Counter(one.match["name"] for one in found if one.match["name"] + level not in known)
    if len(others) != 1 or sum(others.values()) > 2:
        return
    for one in found:
        if one.match["name"] not in others or one.node.kind in ("title", "addressee", "copies", "attachment", "signature"):
            continue
        if not told_of_others(one) and not set_apart(one.at()):
            yield Hit(one.at(), {"place": one.match["name"] + level, "own": name + level})


def told_of_others(one: Found) -> bool:
    """Whether a place is spoken of as one that somebody learns from, goes to or deals with, or as a part of the name of a firm."""
    value = one.passage.value
    before, behind = value[max(0, one.match.start() - _AROUND) : one.match.start()], value[one.match.end() : one.match.end() + 20]
    return bool(_WITH.search(before) or _BEHIND.match(behind) or before.endswith("在") and _HELD.match(behind))


#: What cities call themselves: “书香江河”, “平安江河”.
_SLOGAN = Scanner(rf"(?:“|(?<=建设)|(?<=打造)|(?<=创建))(?P<word>书香|平安|数字|智慧|健康|法治|美丽|文明|清廉|信用|诚信|幸福|活力|绿色|质量|文化|食安|爱心|志愿)(?P<name>[\u3400-\u9fff][{_TOPONYM}])(?=”|[，。；、\n]|$)")


def _slogans(context: Context, own: tuple[str, str], known: str) -> Iterator[Hit]:
    """The slogan of another city; a county bears its city's, which its documents need not name.

    What is a word (“美丽河湖”) or the name of a well-known place (“数字贵州”) is left alone.
    """
    name, level = own
    if level != "市":
        return
    whole = context.once(running).text
    for one in context.once(running).find(_SLOGAN):
        other = one.match["name"]
        if other != name and not is_pair(other) and other not in known and whole.count(other) == whole.count(one.match["word"] + other):
            yield Hit(one.passage.slice(one.match.start("name"), one.match.end("name")), {"place": other, "own": name + level})


def addressed_place(document: Document, own: tuple[str, str]) -> tuple[str, str] | None:
    """The one place of another level that the document goes to: a county, to whose government a city replies."""
    addressed = document.addressee.text.value.rstrip("：:，,。 　") if document.addressee is not None else ""
    places = {(match["name"], match["level"]) for body in _MARK.split(addressed) if (match := _OWN.match(body))}
    if "各" in addressed or len(places) != 1:
        return None
    (place,) = places
    return place if place[1] != own[1] else None


def own_place(document: Document) -> tuple[str, str] | None:
    """The place of the issuer, by its name and its level; None where it is no city and no county, or is not told."""
    bodies = document.issuers or [mark.text.value for mark in document.masthead] or [document.title.text.value if document.title else ""]
    places = {(match["name"], match["level"]) for body in bodies if (match := _OWN.match(body.removeprefix("中共")))}
    return places.pop() if len(places) == 1 else None


def _known_texts(document: Document) -> Iterator[str]:
    """What tells of the bodies that the document has to do with."""
    if document.title is not None:
        yield document.title.text.value
    if document.addressee is not None:
        yield document.addressee.text.value
    yield from document.issuers
    for nodes in (document.masthead, document.signatures, document.copies, document.imprints, document.attachments):
        yield from (node.text.value for node in nodes)
    for part in document.parts:
        if part.title is not None:
            yield part.title.text.value
        for node in part.nodes:
            if isinstance(node, Table):
                yield from (row.text.value for row in node.rows)
