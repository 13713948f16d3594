"""What items bear in brackets (各项时长、数量), against what is told of all of them beside the list: 以上议程共计90分钟 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.document.model import Heading, Node, Paragraph
from hegao.phrases.quantities import PERCENT, POINTS, Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: What an item bears at its end: （10分钟）；
_IN_BRACKETS = Pattern(r"[（(](?P<inside>[^（）()]*\d[^（）()]*)[）)][；;。，,]?$")
_IN_ALL = Pattern(r"(?:以上|上述|合计|共计?|总计|全程|总时长|会期|时长|总共)[^，。；、\d]{0,12}$")
_FEWEST, _NEAR = 3, 50


def items_told_up(context: Context) -> Iterator[Odd]:
    """Figures of all items that those of the items do not add up to."""
    for part in context.document.parts:
        for index, node in enumerate(part.nodes):
            if isinstance(node, Heading) and node.numbering.headings[0] is node and len(node.numbering.headings) >= _FEWEST:
                figures = [figure for heading in node.numbering.headings if (figure := _figure(heading.body)) is not None]
                if len(figures) == len(node.numbering.headings) and len({one.unit for _at, one in figures}) == 1:
                    last = part.nodes.index(node.numbering.headings[-1], index)
                    yield from _against(part.nodes[max(0, index - 1) : index] + part.nodes[last + 1 : last + 2], figures)


def _figure(text: Text) -> tuple[Text, Quantity] | None:
    match = _IN_BRACKETS.search(text.value)
    found = find_quantities(match["inside"]) if match is not None else ()
    if match is None or not found or found[-1].rough or found[-1].dimension in (PERCENT, POINTS):
        return None
    start = match.start("inside")
    return text.slice(start + found[-1].start, start + found[-1].end), found[-1]


def _against(beside: Sequence[Node], figures: Sequence[tuple[Text, Quantity]]) -> Iterator[Odd]:
    summed = sum((one.value for _at, one in figures), Decimal(0))
    for node in beside:
        text = node.body if isinstance(node, Heading) else node.text
        told = [one for one in find_quantities(text.value) if one.unit == figures[0][1].unit] if isinstance(node, Heading | Paragraph) else []
        stated = told[0] if len(told) == 1 and not told[0].rough and _IN_ALL.search(text.value, 0, told[0].start) else None
        if stated is not None and 0 < abs(stated.value - summed) * 100 <= summed * _NEAR:
            yield Odd(text.slice(stated.start, stated.end), stated.say(summed), [at for at, _one in figures])
