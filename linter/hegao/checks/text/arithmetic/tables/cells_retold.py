"""Cells that say in words what the text says, too (文表一致): 迁移坟墓46座 beside 完成坟墓迁移47座 (norms FIG-16).

A figure of a cell is held against those of the text that are told with the same words: all characters of the cell's clause stand in
that of the text, and nowhere in the text does the figure of the cell stand so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.spoken_figures import figures_spoken
from hegao.document.model import Row, Table
from hegao.phrases.quantities import FIGURE, PERCENT, POINTS, Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_HAN = Pattern(r"[\u3400-\u9fff]")
_LITTLE = frozenset("的了和与及对为于至到在将由等各并完成开展实施组织不少低于以上约个")
_MARKS = "，。；：、,;（(）)〔〕"
#: So many characters of a cell tell what is counted; so far off (in percent) a figure is that of the cell mistyped.
_FEWEST, _NEAR = 4, 25
#: How long a clause is looked at on either side of its figure.
_CLAUSE = 40
#: So much of the pairs of characters (in percent) must stand in the text, too.
_ALIKE = 50


class _Said(NamedTuple):
    """A figure, the words of its clause, and where it stands."""

    one: Quantity
    words: str
    at: Text


def retold_otherwise(context: Context) -> Iterator[Odd]:
    """Figures of cells that the text gives otherwise in the same words."""
    cells = [said for row in _rows(context) for cell in row.cells if FIGURE.pattern.search(cell.value) for said in _said(cell, cell.value, find_quantities(cell.value))]
    told: Mapping[str, list[_Said]] = _told(context) if cells else {}
    # What several rows say in the same words is said of each of them.
    times = Counter(cell.words for cell in cells)
    for cell in cells:
        if times[cell.words] > 1:
            continue
        near = {said.at.span(): said for pair in _pairs(cell.words) for said in told.get(cell.one.unit + pair, ())}
        meant = [said for _place, said in sorted(near.items()) if _alike(cell.words, said.words)]
        if not meant or len({said.one.value for said in meant}) > 1:
            continue
        other = meant[0]
        if other.one.value != cell.one.value and (abs(other.one.value - cell.one.value) * 100 <= cell.one.value * _NEAR or slipped(other.one.value, cell.one.value)):
            yield Odd(cell.at, other.at.value, [other.at])


def _rows(context: Context) -> Iterator[Row]:
    for node in context.document.of("table"):
        if isinstance(node, Table):
            yield from node.rows


def _told(context: Context) -> Mapping[str, list[_Said]]:
    """The figures of the text by their units and the pairs of characters of their words, but for those of times gone by."""
    issued = context.document.issued.year if context.document.issued else 0
    found: dict[str, list[_Said]] = defaultdict(list)
    for passage in context.once(figures_spoken):
        for said in _said(passage.text, passage.value, passage.named):
            begin = passage.value.rfind("。", 0, said.one.start) + 1
            years = _YEAR.findall(passage.value, begin, said.one.end)
            if not _PAST.search(passage.value, begin, said.one.end) and not any(int(year) < issued for year in years):
                for pair in _pairs(said.words):
                    found[said.one.unit + pair].append(said)
    return found


_YEAR = Pattern(r"(20\d\d)年")
_PAST = Pattern(r"上年|去年|同期|已|累计|目前|现有|截至|以来|原有|此前")


def _said(text: Text, value: str, named: Sequence[Quantity]) -> Iterator[_Said]:
    for one in named:
        if one.dimension in (PERCENT, POINTS, "时长", "天数", "月数", "工作日"):
            continue
        before, behind = value[max(0, one.start - _CLAUSE) : one.start], value[one.end : one.end + _CLAUSE]
        before = before[max(before.rfind(mark) for mark in _MARKS) + 1 :]
        behind = behind[: min((at for mark in _MARKS if (at := behind.find(mark)) >= 0), default=len(behind))]
        words = "".join(c for c in before + behind if _HAN.match(c))
        if len(set(words) - _LITTLE) >= _FEWEST:
            yield _Said(one, words, text.slice(one.start, one.end))


def _alike(cell: str, told: str) -> bool:
    """Whether the words of a cell stand in those of the text, in whatever order, most of them side by side."""
    if not (set(cell) - _LITTLE) <= set(told) or len(told) > 3 * len(cell) + 6:
        return False
    pairs = _pairs(cell)
    return sum(pair in told for pair in pairs) * 100 >= len(pairs) * _ALIKE


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}
