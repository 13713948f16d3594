"""Names of bodies told once, a letter or a word off a name that the document tells again and again (机构名称前后不一): 安全环境部 beside 安全环保部."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.shared.roster import generic
from hegao.checks.task.body_register import Mention
from hegao.checks.task.one_body import in_order
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.departments import known_name
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings, duty_words, level_names, levels

_LETTER = r"(?![由在报请送对向的是将把及和与各我贵你本该或经到、])[\u3400-\u9fff]"
#: Endings of offices that are called now so, now so; what stands short for another.
_OFFICES = tuple(sorted((ending for ending in body_endings("office") if len(ending) <= 2), key=len, reverse=True))
_ENDINGS = tuple(dict.fromkeys(ending for use in ("official", "office", "sign") for ending in body_endings(use)))
_NAME = Scanner(
    lambda: (
        rf"(?:^|(?<=[由在报请送及和与向对经设到、，。；：（〔(|\t　 ]))(?P<name>(?![第地])(?:{_LETTER}){{2,14}}?(?:[和与](?:{_LETTER}){{2,8}}?)?(?:{one_of(_ENDINGS)}))"
        rf"(?=[、，。；：（）〔〕()|\t　 \d]|$|[等和按要应于逐每列统审核已对设承受报提筹具联牵配会组汇实领做制咨查进]|负责|{one_of(duty_words('verb', 'lead', 'coop'))})"
    )
)
#: Letters whose exchange makes another body, and words that names have or leave out as they like.
APART = frozenset("一二三四五六七八九十〇零第东西南北中上下内外前后左右大小新老副省市县区乡镇村总分各级甲乙丙丁初高男女党团校院协府水电气热")
#: What a centre may be called with or without: 堤防管理中心.
_TASTE = frozenset("管理")
_LEVELS = tuple(level_names("alone"))
_PLACED = Pattern(lambda: rf"{one_of([level.name for level in levels()])}|[路河湖山桥库]")
#: The house that an office is of.
_HOUSE = Pattern("^(?:集团|公司|学校|医院|全校|全院)(?=[\u3400-\u9fff]{4})")
#: So often is the usual name told; shorter names, without their level, are slips of too many others.
_OFTEN, _SHORTEST = 2, 4
#: A name may lack so many letters in a row.
_LOST = 2
#: And so many in several places.
_MOST = 4
#: 城关街道办 for 城关街道办事处, 团县委办 for 团县委办公室.
_WHOLE = {"办": ("办事处", "办公室")}


def near_twins(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The names told once, each with the one usual name that it is near to."""
    text = context.once(running_without_names)
    told: dict[str, list[Found]] = defaultdict(list)
    for found in text.find(_NAME, "heading", "paragraph", "row", "note", "copies"):
        told[found.match["name"]].append(found)
    usual = {name: places for name, places in told.items() if not generic(name)}
    index = _index(usual)
    for name, places in told.items():
        if len(places) != 1 or generic(name) or f"称“{name}" in text.text or introduced(places[0]):
            continue
        near = {other for key in _keys(name) for other in index.get(key, ()) if other != name and _may_be(name, other)}
        near |= {name[:-1] + whole for whole in _WHOLE.get(name[-1], ()) if name[:-1] + whole in usual}
        near = {other for other in near if len(usual[other]) >= _OFTEN or _surely(places[0], usual[other][0])}
        if len(near) == 1 and text.text.count(name) - sum(text.text.count(other) for other in near if name in other) == 1:
            other = near.pop()
            if not any(listed(places[0], one) for one in usual[other]):
                yield Mention(name, places[0].at("name")), Mention(other, usual[other][0].at("name"))


#: Of two names that are told once each, the one that is introduced by a short form is right, else the first.
_INTRODUCED = Pattern(r"（(?:以下)?(?:统一)?简称")
#: Two such names are one body's where so much is said by them.
_LONG = 6


def introduced(found: Found) -> bool:
    """Whether a short form is given behind a name."""
    return _INTRODUCED.match(found.match.string, found.match.end("name")) is not None


def _surely(one: Found, usual: Found) -> bool:
    """Whether a name told once may be a slip for another that is told once."""
    if introduced(usual) or usual.match["name"].endswith(_WHOLE["办"]) and one.match["name"].endswith("办"):
        return True
    shorter = len(one.match["name"]) - len(usual.match["name"])
    return (shorter < 0 or shorter == 0 and usual.offset < one.offset) and len(_stem(one.match["name"])) >= _LONG and one.passage is not usual.passage


def _stem(name: str) -> str:
    return name.removeprefix(next((level for level in _LEVELS if name.startswith(level)), ""))


def _index(usual: Mapping[str, object]) -> dict[str, list[str]]:
    """The usual names by what a slip leaves of them."""
    index: dict[str, list[str]] = defaultdict(list)
    for name in usual:
        plain = _HOUSE.sub("", name)
        for key in (f"{plain}+", *(f"{one}-" for one in _cut(plain)), *_open(plain)):
            index[key].append(name)
    return index


def _keys(name: str) -> Iterator[str]:
    """Under what a usual name stands that this one may be a slip for: with letters more, with letters fewer, with another letter or end."""
    name = _HOUSE.sub("", name)
    yield f"{name}-"
    yield from (f"{one}+" for one in _cut(name))
    yield from _open(name)


def _cut(name: str) -> Iterator[str]:
    """A name without one letter, or without two in a row."""
    level = len(name) - len(_stem(name))
    # Behind its level a name may lack its first word, too.
    for at in range(level or 1, len(name) - 1) if len(_stem(name)) > _SHORTEST else ():
        yield from (f"{name[:at]}{name[at + lost :]}" for lost in range(1, _LOST + 1) if at + lost < len(name) and not set(name[at : at + lost]) & APART)


def _open(name: str) -> Iterator[str]:
    """A name with any letter within it left open, and without the ending of an office."""
    stem = _stem(name)
    first = len(name) - len(stem) + 1
    if len(stem) >= _SHORTEST:
        yield from (f"{name[:at]}?{name[at + 1 :]}" for at in range(first, len(name) - 1) if name[at] not in APART)
    if len(stem) >= _LONG:
        yield f"{name[: first + 1]}…{name[-2:]}"
    ending = next((one for one in _OFFICES if name.endswith(one)), "")
    if ending and len(stem) - len(ending) >= _SHORTEST:
        yield f"{name[: len(name) - len(ending)]}~"


def _may_be(name: str, other: str) -> bool:
    """Whether one may be a slip for the other, not each a department that places have."""
    ours, theirs = known_name(name), known_name(other)
    if ours is not None and theirs is not None and ours.standard and theirs.standard:
        return False
    short, long = sorted((_HOUSE.sub("", name), _HOUSE.sub("", other)), key=len)
    if len(short) == len(long):
        off = [at for at, (a, b) in enumerate(zip(short, long, strict=True)) if a != b]
        # A letter in front of 社区, 镇 or 路 is one of a place, and full names of firms are as like as firms are.
        placed = _PLACED.search(short, off[0]) if off else None
        return len(off) == 1 and not {short[off[0]], long[off[0]]} & APART and placed is None and not short.endswith("有限公司")
    lost = Counter(long) - Counter(short)
    if lost.keys() & APART or lost.keys() <= _TASTE:
        return False
    return short[:-1] == long[: len(short) - 1] or short[-1] == long[-1] and len(long) - len(short) <= _MOST and in_order(short, long)


_ONLY_MARKS = Pattern(r"(?:[\u3400-\u9fff]*[、和与及])+[\u3400-\u9fff]*|[、和与及]?")


def listed(one: Found, other: Found) -> bool:
    """Whether one list names both: then they are two."""
    if one.passage is not other.passage:
        return False
    first, last = sorted((one.match, other.match), key=lambda match: match.start())
    between = one.passage.value[first.end() : last.start()]
    return _ONLY_MARKS.fullmatch(between) is not None


