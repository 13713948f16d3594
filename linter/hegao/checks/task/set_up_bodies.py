"""Bodies that are set up for a matter (议事协调机构), told by two names: 市专班 as 市内涝治理指挥部, 森林防灭火指挥部 as 护林防火指挥部."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.task.body_register import Mention
from hegao.checks.task.firm_names import in_one_sentence
from hegao.checks.task.one_body import in_order
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

#: What such bodies are, by the ends of their names; those within them (工作组, 办公室) are others.
_KINDS = ("领导小组", "工作小组", "协调小组", "推进小组", "工作专班", "专班", "指挥部", "联席会议", "委员会")
#: What leads into a name; 县 and 市 begin one.
_LETTER = r"(?![由在报请送对向的是将把及和与各本该或为经立建设到按据起])[\u3400-\u9fff]"
_NAME = Scanner(rf"(?P<stem>(?:{_LETTER}){{0,16}}?)(?P<kind>{'|'.join(_KINDS)})(?!制度的|成员单位的)(?P<behind>(?:内|下设)?)", sign="|".join(_KINDS))
#: The text sets the body up itself.
_SETS_UP = Pattern(r"(?:成立|设立|组建|建立|调整|设置)了?(?:由[^，。；]{2,20}的)?[\u3400-\u9fff“]{0,8}$")
_SHORT = Pattern(r"^(?:制度|工作机制|机制)?(?:（[^（）]*?简称[：:]?“(?P<short>[^“”]{2,12})”[^（）]*）)?")
_LEVEL = Pattern(lambda: rf"^(?:[\u3400-\u9fff]{{2,3}}?(?={one_of(level_names('place'))}))?全?{one_of(level_names('place'))}(?!政|场)")
#: Words that such names have or leave out as they like.
_FREE = Pattern("工作|专项|行动|领导|协调|推进|城市|建设|管理|整治|治理|控制|监督|综合|重点|项目|工程|[和与及]")
#: Shorter stems tell no matter.
_LEAST = 2


class _Body(NamedTuple):
    """A name as it is told: the place of the first time, its kind, what it is for, how often it is told."""

    found: Found
    name: str
    kind: str
    stem: str


def set_up_bodies(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The names told once that mean a body of another name, each with that one."""
    text = context.once(running)
    told = [_body(found) for found in text.find(_NAME, "heading", "paragraph", "row", "note", "copies")]
    if not told:
        return
    names: dict[str, list[_Body]] = defaultdict(list)
    for body in told:
        names[body.name].append(body)
    shorts, founded = _founded(told)
    spoken: set[str] = set()
    if len({body.name for body in founded}) == 1:
        for body in _other_names(founded[0], names, shorts):
            spoken.add(body.name)
            yield _mention(body), _mention(founded[0])
    for one, other in combinations(names, 2):
        rare, usual = sorted((one, other), key=lambda name: (len(names[name]), -names[name][0].found.offset))
        if rare not in spoken and len(names[rare]) == 1 and _twins(names[rare][0], names[usual][0]) and not _together(names[rare], names[usual]):
            spoken.add(rare)
            yield _mention(names[rare][0]), _mention(names[usual][0])


def _body(found: Found) -> _Body:
    kind = found.match["kind"]
    stem = _LEVEL.sub("", found.match["stem"])
    return _Body(found, found.match["stem"] + kind, kind, stem)


def _mention(body: _Body) -> Mention:
    return Mention(body.name, body.found.passage.slice(body.found.match.start(), body.found.match.end("kind")))


def _founded(told: list[_Body]) -> tuple[set[str], list[_Body]]:
    """The short names that are introduced, and the bodies that the text sets up itself or gives a short name."""
    shorts: set[str] = set()
    founded: list[_Body] = []
    for body in told:
        line, start, end = body.found.match.string, body.found.match.start(), body.found.match.end("kind")
        short = _SHORT.match(line[end:])
        named = short["short"] if short is not None else None
        if named:
            shorts.update(named.split("、"))
        if body.stem and (named or _SETS_UP.search(line[:start])):
            founded.append(body)
    return shorts, founded


def _other_names(founded: _Body, names: dict[str, list[_Body]], shorts: set[str]) -> Iterator[_Body]:
    """The names told behind it that are neither short for it nor names of others: another kind, with no matter or with its matter."""
    for name, places in names.items():
        other = places[0]
        known = name == founded.name or name in shorts or any(name.endswith(short) or short.endswith(name) for short in shorts) or founded.name.endswith(name)
        if known or other.kind.endswith(founded.kind) or founded.kind.endswith(other.kind) or len(places) > 1 or other.found.offset < founded.found.offset:
            continue
        line, start = other.found.match.string, other.found.match.start()
        if _SETS_UP.search(line[:start]) or other.kind == "委员会":
            continue
        matter = _FREE.sub("", other.stem)
        if not matter or len(matter) >= _LEAST and in_order(matter, founded.stem):
            yield other


def _twins(rare: _Body, usual: _Body) -> bool:
    """Whether two names are of one body: by the table, or by words that such names have or leave out as they like."""
    if rare.kind[-2:] != usual.kind[-2:] or not rare.stem or not usual.stem or rare.stem == usual.stem:
        return False
    same = _same_matter()
    if same.get(rare.stem) is not None and same.get(rare.stem) == same.get(usual.stem):
        return True
    ours, theirs = _FREE.sub("", rare.stem), _FREE.sub("", usual.stem)
    return len(ours) >= _LEAST and ours == theirs and len(rare.stem) == len(usual.stem) and rare.kind == usual.kind


def _together(some: list[_Body], others: list[_Body]) -> bool:
    return any(in_one_sentence(one.found, other.found) for one in some for other in others)


@cache
def _same_matter() -> dict[str, int]:
    return {name: index for index, row in enumerate(builtin("twin-matters")) for name in split_cell(row["names"])}
