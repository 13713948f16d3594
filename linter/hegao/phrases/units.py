"""Lists of bodies (责任单位名单): split as written, elided prefixes resolved (norms ABB-07)."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from hegao.phrases.han import is_han
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.origins import CELL_BREAK
from hegao.words.departments import government_names, leading_level, may_stand_behind, party_names
from hegao.words.duty_labels import BODY_NOUN, BY_DUTY, JOINTLY
from hegao.words.patterns import one_of, shortest
from hegao.words.vocabulary import CITY, CLASS_WORDS, begun_by, body_endings, duty_words, level_names, levels

#: A level whose places stand for their bodies: 各县, 有关乡镇.
_LEVEL = f"(?:各?(?:有关)?{one_of(level.name for level in levels() if 'bear' in level.uses and level.rank <= CITY)})"
_NAME_ASIDE = "(?:（[^（）]{1,12}）)?"
_GOVERNMENTS = rf"各?{_LEVEL}{_NAME_ASIDE}(?:、{_LEVEL}{_NAME_ASIDE}){{1,4}}(?:两级|三级|四级)?(?:人民)?政府(?:及[^、，；]{{0,8}}部门)?"
_OFFICES = r"各[\u3400-\u9fff]{0,4}委、办、局"
_COMPETENT = r"具有[^、，；]{1,16}职能的(?:[^、，；]{1,6}、){1,4}[^、，；]{1,8}部门"
_DIRECT = (
    r"(?:[\u3400-\u9fff]{0,4}直(?:属)?、){1,3}[\u3400-\u9fff]{0,4}直(?:属)?(?:各|有关|相关|驻[\u3400-\u9fff]{1,2})*(?:部门|单位|机关|企业)"
)
#: A separator that stands inside one name: 各县、区人民政府; 各市、县（市、区）人民政府; 各有关委、办、局; 市直、中区直部门.
_UNPARTED = Pattern(f"{_GOVERNMENTS}|{_OFFICES}|{_COMPETENT}|{_DIRECT}")
#: The same for a text without 委、办、局 and 直、, which is nearly every one.
_PLAIN_UNPARTED = Pattern(f"{_GOVERNMENTS}|{_COMPETENT}")
#: What bodies do in a list: 牵头, 配合, 负责.
DUTY_VERBS = one_of(duty_words("verb"))
_DUTY_PHRASE = Pattern(
    rf"(?:，|、)?(?:等)?{BY_DUTY}(?:和[^，；]{{0,8}})?{JOINTLY}?{DUTY_VERBS}{{0,3}}$|(?:{JOINTLY}|按){DUTY_VERBS}{{1,3}}$|{DUTY_VERBS}$"
)
#: A phrase of duty has 职责 or 职能 or ends in one of these, before the end of the line.
_DUTY_PHRASE_ENDS = (*shortest(duty_words("verb")), "\n")
_BODY_ENDS = shortest(body_endings("bear"))
_ALONE = frozenset(level_names("alone"))
_PREFIXES = (*CLASS_WORDS, *level_names("prefix"))
_PLACES = one_of(level_names("place"))
_PLACE_PREFIX = Pattern(rf"(.{{2,5}}?){_PLACES}")
_PLACE = Pattern(rf"(.{{1,5}}?){_PLACES}")
_AUTONOMY = Pattern(rf"(.{{2,6}}?){one_of(place for place in level_names('place') if place.startswith('自治'))}")
#: Words that join the last names of a list; within names they stand, too (发展和改革局), so both sides must be bodies.
_AND = Pattern(r"等?(?:和|以及|及其?|与|会同|联合)|[ \u3000\xa0]+")
#: What stands before a name and is no part of it; 和 and 及 may be the first letter of a place (和顺县).
_BEFORE_NAME = Pattern(r"(?:[（(]?\d{1,2}[）).．、](?!\d)|由|以及|及其|会同|联合|(?P<joins>[及和]))\s*(?=.{2})")
#: Bodies that are not named, but told by what they have in common: 各县, 市级有关部门, 乡镇街道.
_COLLECTIVE = Pattern(rf"^各|有关|相关|其他|其它|{BODY_NOUN}(?:（[^（）]{{1,6}}）)?$")
#: Without one of these no name is joined to another.
_AND_MARK = Pattern(r"[和以及与会联 \u3000\xa0]")
_OPENING, _CLOSING = "（(〔[《〈“", "）)〕]》〉”"
#: What parts names, and the brackets within which it does not.
_PARTING_MARK = Pattern(f"[{re.escape(_OPENING + _CLOSING)}、，；,;。\n{CELL_BREAK}①-⑳]")
#: And others, whoever they are: 等, 等部门, 等市直有关部门（单位）.
_AND_OTHERS = Pattern(rf"等(?:[^、，；]{{0,30}}{BODY_NOUN}(?:[（(][^（）()]{{1,6}}[）)])?)?$")
#: Longer stretches between separators are no names.
_LONGEST_NAME = 200


def split_units(text: str) -> list[str]:
    """The names in a list as written, without spaces and without 按职责分工负责 behind them."""
    return [name for name, _start, _end in locate_units(text)]


def locate_units(text: str) -> list[tuple[str, int, int]]:
    """The names in a list with the offsets between which each stands in ``text``."""
    return list(_located(text))


@lru_cache(maxsize=4096)
def _located(text: str) -> tuple[tuple[str, int, int], ...]:
    """The same; texts that assign work name the same bodies again and again."""
    found = []
    for left, right in _stretches(text, _without_duty(text)):
        raw = text[left:right]
        name = "".join(raw.split())
        lead = _BEFORE_NAME.match(name)
        if lead and not (lead["joins"] and _begins_word(lead["joins"], name[lead.end() :])):
            name = name[lead.end() :]
        name = _by_duty(name) if "职" in name else name
        name = _without_others(name) if len(name) > 2 and "等" in name else name
        if name:
            start = left + len(raw) - len(raw.lstrip())
            found.append((name, start, start + len(raw.strip())))
    return tuple(found)


def _by_duty(name: str) -> str:
    """A name without the words of duty behind it, which end a part of a list: 市直有关部门按职责分工负责，各县人民政府."""
    duty = _DUTY_PHRASE.search(name)
    return name[: duty.start()] if duty and "职" in duty[0] else name


def _without_others(name: str) -> str:
    """A name without 等有关部门 behind it; nothing where no name stands before."""
    others = _AND_OTHERS.search(name)
    if others is None or others.start() and len(others[0]) > 1 and not looks_like_body(name[: others.start()]):
        return name
    return name[: others.start()]


def _begins_word(letter: str, rest: str) -> bool:
    """Whether 和 or 及 before ``rest`` is the first letter of a name, not a word that joins it to the one before: 和平路街道办事处."""
    bare = rest.partition("（")[0]
    return bare.startswith(begun_by(letter)) and not bare.startswith(_PREFIXES) and bare not in government_names()


def _without_duty(text: str) -> int:
    """The offset where the list ends: before 按职责分工负责 and the like."""
    end = len(text.rstrip(" 　。；;，,、"))
    previous = -1
    while end != previous:
        previous = end
        # The longest phrase of duty has far fewer than 40 characters.
        start = max(0, end - 40)
        if text.endswith(_DUTY_PHRASE_ENDS, start, end) or text.find("职", start, end) >= 0:
            duty = _DUTY_PHRASE.search(text, start, end)
            if duty:
                end = len(text[: duty.start()].rstrip(" 　，,、；;"))
    return end


def _stretches(text: str, end: int) -> list[tuple[int, int]]:
    """Where the names of a list stand: between separators outside of brackets and of names that hold one."""
    cuts = [-1]
    depth = 0
    kept: list[tuple[int, int]] | None = None
    for mark in _PARTING_MARK.finditer(text, 0, end):
        c = mark[0]
        if c in _OPENING:
            depth += 1
        elif c in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            if kept is None:
                kept = _unparted(text, end)
            offset = mark.start()
            if not any(start <= offset < stop for start, stop in kept):
                cuts.append(offset)
    cuts.append(end)
    whole = [(left + 1, right) for left, right in itertools.pairwise(cuts) if right > left + 1]
    if not _AND_MARK.search(text, 0, end):
        return whole
    return [part for left, right in whole for part in _at_and(text, left, right)]


def _unparted(text: str, end: int) -> list[tuple[int, int]]:
    """Where names stand that hold a separator themselves."""
    if "委、办、局" in text or "直、" in text or "直属、" in text:
        return [match.span() for match in _UNPARTED.finditer(text, 0, end)]
    if "政府" in text or "职能的" in text:
        return [match.span() for match in _PLAIN_UNPARTED.finditer(text, 0, end)]
    return []


def _at_and(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """A stretch cut at 和 and at blanks where a whole name stands before and another one begins behind.

    A collective and what 和 joins to it stay one expression, as it is written: 有关部门和各乡镇政府.
    """
    if right - left > _LONGEST_NAME:
        return [(left, right)]
    parts = []
    for match in _AND.finditer(text, left + 2, right):
        before, behind = text[left : match.start()].strip(), text[match.end() : right].strip()
        if before.count("（") == before.count("）") and looks_like_body(before) and looks_like_body(behind) and _begins(behind):
            if not match[0].isspace() and _COLLECTIVE.search(before):
                continue
            parts.append((left, match.start()))
            left = match.end()
    return [*parts, (left, right)]


def looks_like_body(name: str) -> bool:
    """Whether a name ends as names of bodies do (局, 委, 政府, 单位 …), perhaps with words in brackets behind."""
    size = len(name)
    if not 2 <= size <= 60:
        return False
    start, end = max(0, size - 40), size
    for opening, closing in ("（）", "()"):
        if name.endswith(closing):
            end = name.rfind(opening)
            if end < 0 or name.find(closing, end) < size - 1:
                return False
    return name.endswith(_BODY_ENDS, start, end)


def begins_like_body(name: str) -> bool:
    """Whether a name begins with a level or a place (市, 各县, 江河市), or is the name of a department."""
    return _begins(name) or name.partition("（")[0] in government_names()


def _begins(name: str) -> bool:
    if name.startswith(_PREFIXES):
        return True
    place = _PLACE_PREFIX.match(name)
    return place is not None and is_han(place[1])


def whole_department(name: str) -> bool:
    """Whether a name, level or place left aside, is a department's, or a government's."""
    bare = name.partition("（")[0]
    own = _level(name)
    return bare[len(own) :] in government_names() or bare.endswith("人民政府")


def resolve(names: list[str]) -> list[str]:
    """The names with elided prefixes restored: 市财政局、教育局 → 市财政局, 市教育局.

    Only a plain name of a department takes the prefix over; 临湖海事局, 各县（区）政府 stay as they are. In 市教育局、市场监管局
    nobody can tell an elided 市 from a lost one.
    """
    level = party = ""
    resolved = []
    for name in names:
        bare = name.partition("（")[0]
        if bare in government_names():
            resolved.append(level + name if may_stand_behind(level, bare) else name)
        elif bare in party_names():
            resolved.append(party + name)
        else:
            level = _level(name) or level
            party = _party(name) or party
            resolved.append(name)
    return resolved


@lru_cache(maxsize=4096)
def _level(name: str) -> str:
    """The level or place that a department's name begins with: 市 of 市财政局, 江河市 of 江河市财政局."""
    own = leading_level(name)
    if own and (name[len(own) :].partition("（")[0] in government_names() or looks_like_body(name[len(own) :])):
        return own
    for pattern in (_AUTONOMY, _PLACE):
        place = pattern.match(name)
        if place and is_han(place[1]):
            return place[0] if name[place.end() :].partition("（")[0] in government_names() else ""
    return ""


def _party(name: str) -> str:
    """The committee that a party department's name begins with: 市委 of 市委组织部."""
    head, committee, rest = name.partition("委")
    return head + committee if committee and head in _ALONE and rest.partition("（")[0] in party_names() else ""
