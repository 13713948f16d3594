"""Columns of tables: what a head says that its column holds, and of which level of government."""

from __future__ import annotations

import re

from hegao.sources.lazy_pattern import Pattern
from hegao.words.column_heads import MEASURE_RANKS, heads_of
from hegao.words.duty_labels import TIME_LABEL, body_label
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, body_kinds, duty_words, level_names, ranked

#: Before these a word of duty is a head by itself: 市级 牵头.
_ABOVE = rf"(?:^|级|{one_of(level_names('head'))})"
_UNIT_ROLES = (
    ("coop", Pattern(rf"{body_label('head', 'coop')}|{_ABOVE}{one_of(duty_words('head', 'coop'))}$")),
    ("lead", Pattern(rf"{body_label('head', 'lead')}|{_ABOVE}{one_of(duty_words('head', 'lead'))}$")),
    ("responsible", Pattern(rf"{body_label('head', 'responsible')}|^责任(?:分工)?$")),
)
_SERIAL_HEAD = Pattern(heads_of("serial"))
_DEADLINE = Pattern(rf"{TIME_LABEL}|{heads_of('deadline')}")
#: What tells a task, the most telling first.
_MEASURES = tuple(Pattern(heads_of("measure", rank=rank)) for rank in MEASURE_RANKS)
_NO_MEASURE = Pattern(heads_of("beside", "no-measure"))
#: Heads of other columns, by which a row is known as a head.
_OTHER_HEAD = Pattern(heads_of("beside", "other"))
_LEVELS = tuple((rank, Pattern(rf"{one_of(names)}(?:本级|级|直)?$")) for rank, names in ranked("head"))
#: How a cell of bodies ends, if nothing of it is cut off: with a body, or with what it does.
BODIES_END = Pattern(rf"(?:{ending_in((*body_endings('bear'), *duty_words('verb')))}|等)[）)]?$")
#: A head of a column of offices within a body.
_INNER = Pattern(rf"{one_of(kind.ending for kind in body_kinds() if kind.kind == '内设机构' and 'label' in kind.uses)}$")
_HEAD_ASIDE = Pattern(r"[（(]([^（）()]*)[）)]")
UNITS = ("lead", "responsible", "coop")
#: What a cell holds that says nothing.
NOTHING = "/\\—－–-无 "


def _without_aside(head: str) -> str:
    """The head without what stands in brackets: 责任单位（列第一位的牵头）."""
    return _HEAD_ASIDE.sub("", head) or head


def role_of(head: str) -> str:
    """What the column under a head holds: serial, deadline, lead, responsible, coop, measure or other."""
    head = _without_aside(head)
    if _SERIAL_HEAD.search(head):
        return "serial"
    role = _unit_role(head)
    if role is not None:
        return role[0]
    if _DEADLINE.search(head):
        return "deadline"
    return "measure" if measure_rank(head) is not None else "other"


def _unit_role(head: str) -> tuple[str, re.Match[str]] | None:
    return next(((role, found) for role, pattern in _UNIT_ROLES if (found := pattern.search(head))), None)


def measure_rank(head: str) -> int | None:
    """How closely a head tells the task itself, 0 most; None where it tells something else."""
    if _NO_MEASURE.search(head):
        return None
    return next((rank for rank, pattern in enumerate(_MEASURES) if pattern.search(head)), None)


def level_of(head: str) -> int | None:
    """The level of government that a head of a column of bodies names, 4 the State's, 0 a town's; None where it names none."""
    bare = _without_aside(head)
    found = _unit_role(bare)
    for words in (bare[: found[1].start()] if found else bare, *(aside[1] for aside in _HEAD_ASIDE.finditer(head))):
        for level, pattern in _LEVELS:
            if words and pattern.search(words):
                return level
    return None


def upper_columns(heads: list[str]) -> set[int]:
    """Which columns hold bodies of a higher level of government than the table's own.

    自治区 牵头单位/配合单位 beside 某市 牵头单位/配合单位: those of the lower level are the table's own.  Where the heads
    do not name the levels, of two columns of one role the first is the higher government's.
    """
    roles = {index: role for index, head in enumerate(heads) if (role := role_of(head)) in UNITS}
    levels = {index: level for index in roles if (level := level_of(heads[index])) is not None}
    upper: set[int] = set()
    if len(set(levels.values())) > 1:
        own = min(levels.values())
        upper = {index for index, level in levels.items() if level > own}
    for role in UNITS:
        same = [index for index, one in roles.items() if one == role]
        if len(same) > 1 and not upper.intersection(same):
            named = [index for index in same if index in levels]
            if len(named) < len(same) and named:
                upper.update(named)
            elif not levels and len(same) == 2 and role != "responsible":
                upper.add(same[0])
    return upper


def inner_columns(heads: list[str]) -> set[int]:
    """Which columns hold offices within a body (市教育局内牵头处室), where others of the same role hold bodies."""
    roles = {index: role for index, head in enumerate(heads) if (role := role_of(head)) in UNITS}
    inner = {index for index in roles if _INNER.search(heads[index])}
    return inner if {roles[index] for index in inner} <= {role for index, role in roles.items() if index not in inner} else set()


def is_head_word(word: str) -> bool:
    """Whether a cell reads as the head of a column."""
    return len(word) <= 30 and (role_of(word) != "other" or bool(_OTHER_HEAD.search(word)) and len(word) <= 12)
