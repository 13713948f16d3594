"""Things that bear names (学校、医院、水库、企业、会议) told once under another name than elsewhere in the document.

Of one kind, two names are taken for one where all that tells things apart is the same: words changed places (第三实验小学, 实验第三小学), the
kind is called otherwise (现场会, 推进会), a word that such names have or leave out came or went (第二人民医院, 第二医院), a letter was mistyped.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, Running, running_without_names
from hegao.checks.task.body_register import Mention
from hegao.checks.task.firm_names import in_one_sentence
from hegao.checks.task.near_twins import listed
from hegao.checks.task.one_body import in_order
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.patterns import one_of
from hegao.words.vocabulary import task_verbs
from hegao.words.word_costs import taken_for

_HAN = "\u3400-\u9fff"
#: No name has these words, nor these letters.
_NOT_WITHIN = "召开|举办|参加|前往|位于|途经|经过|负责|牵头"
_LETTER = rf"(?![由在报请送对向的是将把及和与到为从以各该本每等、]|{_NOT_WITHIN})[{_HAN}]"
#: Words of two letters behind which a name may begin without any mark.
_JOINS = rf"{_NOT_WITHIN}|改造|修建|组建|成立|设立|委托|依托|进入|接入|连接|加快|利用|集中|其中|支持"


def words_before_names() -> str:
    """Words of two letters behind which a name may begin without any mark, those of tasks among them."""
    return f"{_JOINS}|{'|'.join(word for word in task_verbs() if len(word) == len('建设'))}"


#: Letters whose coming or going makes another thing.
_TELLING = frozenset("一二三四五六七八九十〇零第东西南北中上下内外前后左右大小新老副总分初高幼男女甲乙丙丁区县市省镇乡村")
#: Of shorter stems a letter more makes another name.
_LEAST_LOST = 2
#: The meeting is held: each that is held is one.
_HELD = Pattern("(?:召开|举办|举行|组织|开展|开好|分别)(?:了|全[省市县区])?$")
#: What stands behind a name of old, or one that is given.
_GIVEN = Pattern(r"^[”》]?（[^（）]*(?:简称|原(?![则料因])|现|又称|更名|以下)|^[”》]?(?:更名|改名|改称|并入|合并|变更)")
_TOLD = Pattern("(?:原|简称“?|称为“?|更名为“?|改名为“?|改称“?)$")


class _Kind(NamedTuple):
    """A kind of thing: what such are called, words that their names have or leave out, whether it is held rather than built, how long stems must be."""

    endings: frozenset[str]
    free: Pattern | None
    held: bool
    least: int


@cache
def _kinds() -> tuple[_Kind, ...]:
    rows = builtin("named-things")
    return tuple(_Kind(frozenset(split_cell(row["endings"])), Pattern(one_of(split_cell(row["free"]))) if row["free"] else None, bool(row["held"]), int(row["least"])) for row in rows)


@cache
def _kind_of() -> dict[str, int]:
    return {ending: index for index, kind in enumerate(_kinds()) for ending in kind.endings}


_NAME = Scanner(
    lambda: rf"(?:^|(?<=[由在报请送及和与向对到为从以经至将把的于按，。；：、（〔(|\t　 ])|(?<={words_before_names()}))(?P<name>(?:{_LETTER}){{2,16}}?(?P<end>{one_of(_kind_of())})(?:(?:{_LETTER}){{0,3}}{one_of(_kind_of())})*)",
    sign=lambda: one_of(_kind_of()),
)


class _Thing(NamedTuple):
    """A name: its kind, what it is called at its end, and what stands in front of that."""

    name: str
    kind: int
    end: str
    stem: str


#: So many letters of two names at their head tell that both begin there.
_HEAD = 2


class _Place(NamedTuple):
    """Where a name stands: the find, and where in its passage the name begins."""

    found: Found
    start: int

    @property
    def at(self) -> Text:
        """The name."""
        return self.found.passage.slice(self.start, self.found.match.end("name"))


def named_things(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The names told once, each with the other name of the thing."""
    text = context.once(running_without_names)
    told = _told(text)
    index: dict[tuple[int, str], list[_Thing]] = defaultdict(list)
    for thing in told:
        for key in _keys(thing):
            index[thing.kind, key].append(thing)
    for thing, places in told.items():
        near = {other for key in _keys(thing) for other in index[thing.kind, key] if other != thing and _one(thing, other)}
        if len(places) != 1 or len(near) != 1 or text.text.count(thing.name) != 1:
            continue
        other = near.pop()
        there = told[other]
        # Of two that are told once each the latter is marked.
        if (len(there) == 1 and there[0].found.offset + there[0].start > places[0].found.offset + places[0].start) or not _may_be_one(thing, other, places[0], there):
            continue
        yield Mention(thing.name, places[0].at), Mention(other.name, there[0].at)


def _told(text: Running) -> dict[_Thing, list[_Place]]:
    """The names and where they stand; words in front of one that begins like another (汛期青龙水库, 青龙山水库) are no part of it."""
    places = [
        (thing, found)
        for found in text.find(_NAME, "heading", "paragraph", "row", "note")
        if (thing := _thing(found.match["name"])) is not None and not _TOLD.search(found.match.string[: found.match.start("name")][-4:])
    ]
    heads = {(thing.kind, thing.name[:_HEAD]) for thing, _found in places}
    told: dict[_Thing, list[_Place]] = defaultdict(list)
    for thing, found in places:
        last = len(thing.stem) - _kinds()[thing.kind].least
        cut = next((at for at in range(_HEAD, last + 1) if (thing.kind, thing.name[at : at + _HEAD]) in heads), 0)
        told[_Thing(thing.name[cut:], thing.kind, thing.end, thing.stem[cut:])].append(_Place(found, found.match.start("name") + cut))
    return told


def _thing(name: str) -> _Thing | None:
    end = max((name[at:] for at in range(2, len(name)) if name[at:] in _kind_of()), key=len, default="")
    if not end:
        return None
    kind, stem = _kind_of()[end], name[: -len(end)]
    return _Thing(name, kind, end, stem) if len(stem) >= _kinds()[kind].least else None


def _plain(thing: _Thing) -> str:
    """The name without its kind and what such names have or leave out as they like."""
    kind = _kinds()[thing.kind]
    stem = kind.free.sub("", thing.stem) if kind.free is not None else thing.stem
    return stem if len(stem) >= kind.least else thing.stem


def _keys(thing: _Thing) -> Iterator[str]:
    """Under what another name of the thing would stand, too."""
    plain = _plain(thing)
    yield f"{plain[-_kinds()[thing.kind].least:]}="
    yield "".join(sorted(thing.stem)) + "~"
    yield "".join(sorted(plain)) + "~"
    if len(thing.stem) >= _LEAST_LOST:
        yield f"{thing.stem}{thing.end}-"
        yield from (f"{thing.stem[:at]}{thing.stem[at + 1 :]}{thing.end}-" for at in range(1, len(thing.stem)))
    yield from (f"{thing.stem[:at]}?{thing.stem[at + 1 :]}{thing.end}" for at in range(len(thing.stem)))


def _one(thing: _Thing, other: _Thing) -> bool:
    """Whether two names of one kind may be one thing's."""
    if thing.name.startswith(other.name) or other.name.startswith(thing.name) or thing.name.endswith(other.name) or other.name.endswith(thing.name):
        return False
    plain, others = _plain(thing), _plain(other)
    ours, theirs = Counter(plain), Counter(others)
    if plain.endswith(others) or others.endswith(plain):
        # 第八届江河荷花 before 文化旅游节, 荷花 before 文化艺术节.
        return thing.end != other.end or plain == others
    if {*(ours - theirs), *(theirs - ours)} & _TELLING:
        return False
    if thing.end != other.end:
        return False
    if len(thing.stem) == len(other.stem):
        off = [(a, b) for a, b in zip(thing.stem, other.stem, strict=True) if a != b]
        if len(off) == 1:
            return off[0][1] in taken_for(off[0][0])
    short, long = sorted((thing.stem, other.stem), key=len)
    lost = len(long) - len(short) == 1 and len(short) >= _LEAST_LOST and in_order(short, long)
    return lost or sorted(plain) == sorted(others) or sorted(thing.stem) == sorted(other.stem)


def _may_be_one(thing: _Thing, other: _Thing, place: _Place, others: list[_Place]) -> bool:
    """Whether nothing says that the two are two: one sentence, one column, a meeting held by itself, a name that is given."""
    found, there = place.found, [one.found for one in others]
    line = found.match.string
    if _GIVEN.match(line[found.match.end("name") :]) or any(_GIVEN.match(one.match.string[one.match.end("name") :]) for one in there):
        return False
    if _kinds()[thing.kind].held and _HELD.search(line[: place.start]):
        return False
    together = listed if thing.end == other.end else in_one_sentence
    return not any(together(found, one) or found.node.kind == one.node.kind == "row" for one in there)
