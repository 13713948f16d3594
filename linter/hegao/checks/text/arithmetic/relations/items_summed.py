"""Figures of items (各项之和), against the figure of all of them in the words that lead into the items or follow them (norms FIG-16).

新建口袋公园60个 over （一）中心城区新建32个 and its like: what an item tells first of a unit is its part.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import label_before
from hegao.checks.text.arithmetic.prose.parts_in_items import both_sides
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip
from hegao.checks.text.arithmetic.yardsticks import is_of_each, is_yardstick
from hegao.document.model import Heading, Node, Paragraph
from hegao.phrases.quantities import PERCENT, POINTS, Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_NO_AMOUNT = frozenset({PERCENT, POINTS, "时长", "天数", "月数", "工作日", "次", "批次", "期", "浓度"})
_NO_PART = Pattern(r"比(?![例重])|较(?![好大快强为差])|率|均|每|同期|增长|下降|累计|超|第|最|不超过|不少于|不足|不满|分别|各")
_IN_ALL = Pattern(r"共(?!同)|总|合计|全[部年市县区]|^以上|^上述|计划|安排|任务")
_NEAR, _FEWEST, _BEFORE, _MOST = 12, 2, 2, 12
_WORD = 2


class _Figure(NamedTuple):
    text: Text
    one: Quantity

    @property
    def at(self) -> Text:
        return self.text.slice(self.one.start, self.one.end)

    @property
    def label(self) -> str:
        return label_before(self.text.value, self.one)


def items_summed(context: Context) -> Iterator[Odd]:
    """Wholes beside items whose figures nearly make them up."""
    for part in context.document.parts:
        seen: set[object] = set()
        for index, node in enumerate(part.nodes):
            if not isinstance(node, Heading) or node.numbering in seen:
                continue
            seen.add(node.numbering)
            group = node.numbering.headings
            if node is group[0] and len(group) >= _FEWEST and not any(heading.children for heading in group) and not both_sides(group):
                yield from _group(part.nodes, index, group)


def _group(nodes: Sequence[Node], index: int, group: Sequence[Heading]) -> Iterator[Odd]:
    items = [_figures(heading.body, len(heading.label)) for heading in group]
    if not all(items):
        return
    last = next(place for place, node in enumerate(nodes) if node is group[-1])
    around = [figure for node in (*nodes[max(0, index - _BEFORE) : index], *nodes[last + 1 : last + 2]) if isinstance(node, Heading | Paragraph) for figure in _figures(node.body, 0)]
    told = {figure.one.value for item in items for figure in item} | {figure.one.value for figure in around}
    for unit in dict.fromkeys(figure.one.unit for figure in items[0]):
        parts = [next((figure for figure in item if figure.one.unit == unit), None) for item in items]
        found = [part for part in parts if part is not None]
        if len(found) != len(items):
            continue
        summed = sum((part.one.value for part in found), Decimal(0))
        everything = sum((figure.one.value for item in items for figure in item if figure.one.unit == unit), Decimal(0))
        wholes = [figure for figure in around if figure.one.unit == unit and figure.one.value > max(part.one.value for part in found)]
        if {summed, everything} & told:
            continue
        alike = [figure.one.value for item in items for figure in item if figure.one.unit == unit]
        for whole in wholes:
            if _meant(whole, found, summed) and not _made_up(whole.one.value, alike):
                yield Odd(found[-1].at, f"各项相加{whole.one.say(summed)}，总数{whole.at.value}", [whole.at, *(part.at for part in found[:-1])], False)
                break


def _made_up(whole: Decimal, values: Sequence[Decimal]) -> bool:
    """Whether some of the figures make the whole up: 前三个乡镇共播种, an item told in two figures."""
    return len(values) > _MOST or any(sum(several) == whole for size in range(2, len(values)) for several in combinations(values, size))


def _figures(text: Text, start: int) -> list[_Figure]:
    """The figures of a text that may be amounts of what it is about."""
    value = text.value
    found = [one for one in find_quantities(value) if one.start >= start and one.dimension not in _NO_AMOUNT and not one.rough]
    return [figure for one in found if not is_of_each(value, one) and not is_yardstick(value, one) and not _NO_PART.search((figure := _Figure(text, one)).label)]


def _meant(whole: _Figure, parts: Sequence[_Figure], summed: Decimal) -> bool:
    off = abs(summed - whole.one.value)
    fine = len({figure.one.step for figure in (whole, *parts)}) == 1
    if not fine and off <= max(figure.one.step for figure in (whole, *parts)) * len(parts) / 2:
        return False
    near = off * 100 <= whole.one.value * _NEAR or off_by_a_slip(whole.one.value, summed, whole.one.step)
    return near and (_alike(whole, parts) or _IN_ALL.search(whole.label) is not None)


def _alike(whole: _Figure, parts: Sequence[_Figure]) -> bool:
    """Whether the words of whole and parts share what is done or counted."""
    label = whole.label
    return all(any(label[at : at + _WORD] in part.label for at in range(len(label) - 1)) for part in parts)
