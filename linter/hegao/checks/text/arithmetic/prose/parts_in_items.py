"""Parts that stand in the items of a list, one in each (逐项列数): 市领导4人；成员单位38人 … 共86人 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.text.arithmetic.prose.partitions import Misfit, Part, amounts, contradicted
from hegao.checks.text.arithmetic.yardsticks import is_of_each
from hegao.document.model import Heading, Node, Numbering, Paragraph
from hegao.phrases.quantities import Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text


def apart_in_items(nodes: Sequence[Node]) -> Iterator[Misfit]:
    """Figures under one label in the items of a list, against the figure told before or right behind them.

    （一）市领导4人；（二）成员单位38人 … 共86人; 第一阶段……长1.8千米 … 全长3.6千米.
    """
    seen: set[Numbering] = set()
    for index, node in enumerate(nodes):
        if not isinstance(node, Heading) or node.numbering in seen or node.numbering.headings[0] is not node:
            continue
        seen.add(node.numbering)
        group = node.numbering.headings
        if len(group) < 2 or any(heading.children for heading in group) or both_sides(group):
            continue
        several = list(_columns(group))
        around = _around(nodes, index, _place(nodes, group[-1])) if several else []
        for parts in several:
            wholes = [whole for whole in around if whole.quantity.dimension == parts[0].quantity.dimension]
            found = _above(parts, [whole for whole in wholes if (whole.at.line, whole.quantity.start) > (parts[-1].at.line, parts[-1].quantity.start)]) or contradicted(parts, wholes)
            if found is not None:
                yield found


def both_sides(group: Sequence[Heading]) -> bool:
    """Whether the items tell what comes in and what goes out, which are no parts of one whole."""
    return any("收入" in heading.body.value[:_HEAD] for heading in group) and any("支出" in heading.body.value[:_HEAD] for heading in group)


#: So far into an item its name reaches.
_HEAD = 12


def _above(parts: Sequence[Part], wholes: Sequence[Part]) -> Misfit | None:
    """以上三项合计420万元 right behind a list says what it is the sum of."""
    summed = sum((part.quantity.value for part in parts), Decimal(0))
    for whole in wholes:
        if _ABOVE.search(whole.text.value, 0, whole.quantity.start) and whole.quantity.value != summed and not whole.quantity.rough:
            return Misfit(whole, parts, whole.quantity.say(summed))
    return None


_ABOVE = Pattern(r"(?:^|。)以上[^，。；：]{0,12}(?:合计|共计?|总计|总长度?|总额|总面积)[^，。；：、\\d]{0,4}$")


def _place(nodes: Sequence[Node], heading: Heading) -> int:
    return next(index for index, node in enumerate(nodes) if node is heading)


def _around(nodes: Sequence[Node], first: int, last: int) -> list[Part]:
    """The figures of wholes in the paragraphs before a list, and in the one behind it; any figure of the words that lead into it."""
    texts = []
    for node in (*nodes[max(0, first - 3) : first], *nodes[last : last + 2]):
        if isinstance(node, Heading | Paragraph):
            texts.append(node.body)
    if first and isinstance(nodes[first - 1], Heading | Paragraph) and texts[min(2, first - 1)].value.endswith("："):
        lead = texts[min(2, first - 1)]
        return [Part(lead, one) for one in amounts(lead.value)]
    return [Part(text, one) for text in texts for one in amounts(text.value) if _WHOLE_LABEL.search(text.value, max(0, one.start - 12), one.start)]


_WHOLE_LABEL = Pattern(r"(?:共|总|合计|总计|全长|全部|以上|概算|预算)[^，。；：\d]{0,10}$")


def _columns(group: Sequence[Heading]) -> Iterator[list[Part]]:
    """The figures that stand once in each item behind the same word, or at the end of each."""
    items: list[tuple[Text, list[Quantity]]] = []
    for heading in group:
        value = heading.body.value
        items.append((heading.body, [one for one in amounts(value) if one.start >= len(heading.label) and not one.rough and not is_of_each(value, one)]))
        if not items[-1][1]:
            return
    for one in items[0][1]:
        word = items[0][0].value[max(0, one.start - 2) : one.start]
        alike = [(text, [other for other in named if other.dimension == one.dimension]) for text, named in items]
        behind = [[other for other in named if _ordinary(text.value[max(0, other.start - 2) : other.start]) == _ordinary(word)] for text, named in alike]
        ending = [[other for other in named if len(text.value) - other.end <= 1] for text, named in alike]
        for several in (behind, ending):
            if all(len(named) == 1 for named in several):
                yield [Part(text, named[0]) for (text, _named), named in zip(items, several, strict=True)]
                break


def _ordinary(word: str) -> str:
    """A word with the numeral taken for any other: 一批, 二批."""
    return _NUMERAL.sub("N", word)


_NUMERAL = Pattern(r"[一二三四五六七八九十]")
