"""Times by level (分级时限): within how long something is done at each level of an emergency goes one way with the levels (norm FIG-16).

Ⅰ级30分钟内、Ⅱ级1小时内、Ⅲ级2小时内, in a sentence, in the items of a list or in the rows of a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.document.model import Heading, Numbering, Table
from hegao.phrases.told_spans import DAY, Length, lengths
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

#: The levels of one scale, from the gravest on.
_SCALES = (("Ⅰ级", "Ⅱ级", "Ⅲ级", "Ⅳ级"), ("I级", "II级", "III级", "IV级"), ("一级", "二级", "三级", "四级"), ("特别重大", "重大", "较大", "一般"), ("红色", "橙色", "黄色", "蓝色"))
_LEVEL = Pattern("|".join(f"(?P<s{number}>{'|'.join(sorted((one if number != 1 else rf'(?<![A-Z]){one}' for one in scale), key=len, reverse=True))})" for number, scale in enumerate(_SCALES)))
_LEVELLED = Scanner("Ⅱ级|(?<!I)II级|二级|重大|橙色|较大|Ⅲ级", sign="Ⅱ级|II级|二级|重大|橙色|较大|Ⅲ级")
_WITHIN = Pattern(r"(?:之|以)?内")
_IN_MINUTES = {"分钟": 1, "天": DAY, "工作日": DAY}
_FEWEST, _FAR = 3, 40


class _Timed(NamedTuple):
    scale: int
    level: int
    minutes: float
    at: Text


def turned_levels(context: Context) -> Iterator[Amiss]:
    """The one time of a scale that breaks the order of all the others."""
    text = context.once(running)
    lists: dict[Numbering, list[_Timed]] = {}
    groups: list[list[_Timed]] = []
    for found in text.find(_LEVELLED):
        if isinstance(found.node, Heading):
            lists.setdefault(found.node.numbering, [])
    for node in context.document.of("heading") if lists else ():
        if isinstance(node, Heading) and node.numbering in lists:
            told = _told(node.body)
            lists[node.numbering] += told if len(told) == 1 else []
    groups += lists.values()
    groups += [_told(passage) for passage, _value in text.bearing(_LEVELLED, "heading", "paragraph")]
    for group in (*groups, *_columns(context)):
        yield from _turned(group)


def _told(text: Text) -> list[_Timed]:
    """The levels of a passage, each with the time that is told next behind it; none where one has several."""
    value = text.value
    levels = list(_LEVEL.finditer(value))
    several: list[_Timed] = []
    for number, match in enumerate(levels):
        end = levels[number + 1].start() if number + 1 < len(levels) else min(len(value), match.end() + _FAR)
        told = [one for one in lengths(value, match.end(), end) if _WITHIN.match(value, one.end) and one.unit in _IN_MINUTES]
        if len(told) > 1:
            return []
        several += [_timed(match.lastgroup or "s0", match[0], told[0], text)] if told else []
    return several


def _timed(group: str, level: str, length: Length, text: Text) -> _Timed:
    scale = int(group[1:])
    return _Timed(scale, _SCALES[scale].index(level), length.amount * _IN_MINUTES[length.unit], text.slice(length.start, length.end))


def _columns(context: Context) -> Iterator[list[_Timed]]:
    """The columns of tables that hold a length each beside a level."""
    for table in context.document.of("table"):
        if not isinstance(table, Table) or len(table.rows) < _FEWEST or not table.rows[0].cells:
            continue
        levels = [_LEVEL.match(row.cells[0].value) if row.cells else None for row in table.rows]
        for index in range(1, len(table.columns)) if sum(level is not None for level in levels) >= _FEWEST else ():
            group = []
            for row, level in zip(table.rows, levels, strict=True):
                cell = row.cells[index] if index < len(row.cells) else None
                told = list(lengths(cell.value)) if cell is not None else []
                if level is not None and cell is not None and len(told) == 1 and told[0].unit in _IN_MINUTES and told[0].start <= 1 and len(cell.value) - told[0].end <= 1:
                    group.append(_timed(level.lastgroup or "s0", level[0], told[0], cell))
            yield group


def _turned(group: Sequence[_Timed]) -> Iterator[Amiss]:
    if len(group) < _FEWEST or len({one.scale for one in group}) > 1 or len({one.level for one in group}) < len(group):
        return
    told = sorted(group, key=lambda one: one.level)
    if _one_way(told):
        return
    odd = [place for place in range(len(told)) if _one_way([one for index, one in enumerate(told) if index != place])]
    if odd:
        # Which one is meant shows only where there are more.
        place = odd[-1] if odd[-1] < len(told) - 1 or len(odd) == 1 else odd[-2] if len(odd) > 1 else odd[0]
        other = told[place - 1] if place else told[1]
        yield Amiss(told[place].at, f"应与各级依次递进，如{other.at.value}", other.at, len(told) > _FEWEST)


def _one_way(told: Sequence[_Timed]) -> bool:
    pairs = list(pairwise(one.minutes for one in told))
    return all(one <= two for one, two in pairs) or all(one >= two for one, two in pairs)
