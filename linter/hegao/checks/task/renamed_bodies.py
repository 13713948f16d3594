"""Bodies with a level in front (市农村供水保障中心) told once by a name that has one word put in, left out or put in place of another (市农村供水服务中心).

Unlike in a list no mark need stand around the name: its level and its ending are enough, since the other name shows what is meant (norms ABB-02, TSK-12).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.task.body_register import LEADS_IN, Mention, own_places
from hegao.checks.task.named_things import words_before_names
from hegao.checks.task.near_twins import APART, introduced, listed
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.departments import known_name
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings, level_names

_LETTER = r"(?![由在报请送对向的是将把及到各我贵你本该]|现有|所有|全部|部分|其[他它余])[\u3400-\u9fff]"


def _ends() -> tuple[str, ...]:
    """Endings of two letters and more; a single one (局、科) ends too many other words."""
    ends = dict.fromkeys(ending for use in ("official", "office", "sign") for ending in body_endings(use) if len(ending) > 1)
    return tuple(sorted(ends, key=len, reverse=True))


_NAMED = Scanner(
    lambda: rf"(?P<level>{one_of(name for name in level_names('alone') if len(name) == 1)})(?=(?P<name>(?:{_LETTER}){{3,14}}?(?P<end>{one_of(_ends())}))(?!分|支))",
    sign=lambda: one_of(_ends()),
)
_BEFORE = Pattern(lambda: rf"(?:{words_before_names()})$")
#: Where bodies are renamed, merged or bear two names, two names are meant; that one is set up (组建) says nothing of that.
_REFORM = Pattern("更名|改名|改称|牌子|并入|合并|撤销|划入|划转|前身|原(?![则因料本始文油有来定样])")
_SPEAKS = ("title", "heading", "paragraph", "row", "note", "copies", "addressee", "signature", "attachment")
#: Where a body is told as it is called.
_FORMAL = frozenset({"title", "signature"})
#: So many letters of two names, their level and ending apart, agree at least, so many of them at the head; the word that differs has so many at most.
_AGREE, _HEAD, _WORD = 4, 2, 2


def renamed_bodies(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The names told once, each with the one other name that the document has for such a body."""
    told = _told(context)
    for name, places in told.items():
        if len(places) != 1 or places[0].node.kind in _FORMAL or introduced(places[0]):
            continue
        near = [other for other in told if other != name and one_word_off(name, other) and _usual(places[0], told[other])]
        if len(near) == 1 and not _both_known(name, near[0]) and not any(listed(places[0], one) for one in told[near[0]]):
            yield _mention(places[0]), _mention(told[near[0]][0])


def _told(context: Context) -> Mapping[str, list[Found]]:
    """The names with their levels, each found where it begins for certain; of one ending the first, since names hold no other names."""
    places = own_places(context.document)
    told: dict[str, list[Found]] = defaultdict(list)
    unsure: list[Found] = []
    for found in context.once(running_without_names).find(_NAMED, *_SPEAKS):
        before = found.match.string[: found.match.start()]
        own = places.get(found.match["level"], "")
        begins = not before or before[-1] in LEADS_IN or not "\u3400" <= before[-1] <= "\u9fff" or bool(own) and before.endswith(own)
        if _REFORM.search(found.sentence()):
            continue
        if begins or _BEFORE.search(before[-4:]):
            told[found.match["level"] + found.match["name"]].append(found)
        else:
            unsure.append(found)
    for found in unsure:
        # 组建市农村供水保障中心: a name told for certain elsewhere needs no sure beginning.
        if (name := found.match["level"] + found.match["name"]) in told:
            told[name].append(found)
    return told


def one_word_off(name: str, other: str) -> bool:
    """Whether two names of one level and one ending differ by one word, which tells no part of the country, no number and no kind of people."""
    short, long = sorted((name, other), key=len)
    head = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    tail = next((at for at, (a, b) in enumerate(zip(reversed(short[head:]), reversed(long[head:]), strict=False)) if a != b), len(short) - head)
    off = short[head : len(short) - tail], long[head : len(long) - tail]
    end = next((len(one) for one in _ends() if name.endswith(one) and other.endswith(one)), 0)
    within = head > _HEAD or not min(map(len, off)) or max(map(len, off)) == 1
    if not end or not within or tail < end or max(map(len, off)) > _WORD or set("".join(off)) & APART:
        return False
    return head - 1 + tail - end >= _AGREE


def _usual(one: Found, others: list[Found]) -> bool:
    """Whether the other name is told more often, as the body's own, or first."""
    return len(others) > 1 or others[0].node.kind in _FORMAL or others[0].offset < one.offset


def _both_known(name: str, other: str) -> bool:
    return all((known := known_name(one)) is not None and known.standard for one in (name, other))


def _mention(found: Found) -> Mention:
    return Mention(found.match["level"] + found.match["name"], found.passage.slice(found.match.start("level"), found.match.end("name")))
