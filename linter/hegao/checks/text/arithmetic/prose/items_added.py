"""Items added up (逐项相加): a heading that says how many it has below, points of items, figures with which items begin (norms FIG-16).

（一）设施问题（共12个） over 1.……问题5个, 2.……问题7个; 总分100分 over （一）……，25分.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import near
from hegao.checks.text.arithmetic.prose.partitions import Part, amounts
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped_sum
from hegao.document.model import Heading, Node, Numbering, Paragraph, Table
from hegao.phrases.quantities import Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: （共12个）: what a heading says of all below it.
_OWN = Pattern(r"[（(](?:共计?|合计)?(?P<figure>\d{1,5}[\u3400-\u9fff]{1,2})[）)]$")
_POINTS = Pattern(r"(?:总分|满分|共计?|合计|总计)(?:值)?(?:为|是)?(?P<n>\d{2,4})分")
_POINT = Pattern(r"[（(，：]?(?P<n>\d{1,3})分[）)]?(?=[；。：，]|$)")
_FEWEST = 2


def wrong_items(context: Context) -> Iterator[Odd]:
    """Figures of a heading, or of the words that lead into a list, that the items below do not make up."""
    for part in context.document.parts:
        seen: set[Numbering] = set()
        for index, node in enumerate(part.nodes):
            if isinstance(node, Heading) and node.numbering not in seen and node.numbering.headings[0] is node:
                seen.add(node.numbering)
                group = node.numbering.headings
                if len(group) >= _FEWEST:
                    yield from _scores(context, part.nodes, index, group)
                    yield from _led(part.nodes, index, group)
            if isinstance(node, Heading) and len(node.children) >= _FEWEST:
                yield from _below(node)


def _below(heading: Heading) -> Iterator[Odd]:
    own = _OWN.search(heading.text.value)
    stated = next(iter(find_quantities(own["figure"])), None) if own is not None else None
    if own is None or stated is None or stated.end != len(own["figure"]) or len(heading.children) == stated.value:
        return
    parts = [_first(child, stated.dimension, whole_sentence=False) for child in heading.children]
    found = [part for part in parts if part is not None]
    summed = sum((part.quantity.value for part in found), Decimal(0))
    if len(found) == len(parts) and summed != stated.value and near(stated.value, abs(summed - stated.value)):
        yield Odd(heading.text.slice(*own.span("figure")), stated.say(summed), [part.at for part in found])


_STOPS = "，。；：（(〔"


def _first(heading: Heading, dimension: str, *, whole_sentence: bool) -> Part | None:
    """The one figure of a dimension with which an item begins, in its first clause."""
    text = heading.body if heading.runs_on else heading.text
    ends = [at for mark in ("。；" if whole_sentence else _STOPS) if (at := text.value.find(mark, len(heading.label))) >= 0]
    end = min(ends, default=len(text.value))
    named = [one for one in find_quantities(text.value) if len(heading.label) <= one.start < end and one.dimension == dimension]
    return Part(text, named[0]) if len(named) == 1 and not named[0].rough else None


def _scores(context: Context, nodes: Sequence[Node], index: int, group: Sequence[Heading]) -> Iterator[Odd]:
    """（一）……，25分 under 总分100分."""
    whole, lead = _lead(nodes, index, group[0])
    said = _POINTS.search(whole) if whole else None
    if lead is None or not said and "百分制" not in whole:
        return
    texts = [heading.body if heading.runs_on else heading.text for heading in group]
    matches = [_POINT.search(text.value, len(heading.label)) for text, heading in zip(texts, group, strict=True)]
    if any(match is None for match in matches) or len(group) <= _FEWEST:
        return
    points = [int(match["n"]) for match in matches if match is not None]
    stated = int(said["n"]) if said else 100
    off = abs(sum(points) - stated)
    if off and off * 4 <= stated and all(point < stated for point in points):
        marks = [text.slice(match.start("n"), match.end("n") + 1) for text, match in zip(texts, matches, strict=True) if match is not None]
        odd = _odd_mark(context, group, points)
        yield Odd(marks[odd], f"各项合计{sum(points)}分，应为{stated}分", [lead])


def _odd_mark(context: Context, group: Sequence[Heading], points: Sequence[int]) -> int:
    """Which item a table has with other points; the last where none tells."""
    rows = [[cell.value.strip() for cell in row.cells] for node in context.document.of("table") if isinstance(node, Table) for row in node.rows]
    for index, (heading, stated) in enumerate(zip(group, points, strict=True)):
        named = next((row for row in rows for cell in row if len(cell) > 1 and heading.title.startswith(cell)), [])
        if any(cell.isdigit() for cell in named[1:]) and str(stated) not in named:
            return index
    return len(group) - 1


def _lead(nodes: Sequence[Node], index: int, first: Heading) -> tuple[str, Text | None]:
    """The words that lead into a list: the paragraph before it, or the heading that it stands under."""
    before = nodes[index - 1] if index else None
    if isinstance(before, Heading | Paragraph) and before is not first:
        text = before.body if isinstance(before, Heading) and before.runs_on else before.text
        return text.value, text
    return "", None


_ALL = Pattern(r"其中[：:]$|(?:共|共有|合计|总计|总数)[^，。；：\d]{0,6}\d[^，。；]{0,10}[，,]?(?:其中|分别为|分别是|包括|具体为|构成如下)?[：:]$")


def _led(nodes: Sequence[Node], index: int, group: Sequence[Heading]) -> Iterator[Odd]:
    """参加人共25名，其中： over （一）代表10名，占40%……; （二）经营者3名……."""
    value, lead = _lead(nodes, index, group[0])
    if lead is None or not _ALL.search(value):
        return
    wholes = [one for one in amounts(value) if not one.rough]
    for whole in wholes[-1:]:
        parts = [_first(heading, whole.dimension, whole_sentence=False) for heading in group]
        found = [part for part in parts if part is not None]
        if len(found) != len(group) or any(part.quantity.value >= whole.value for part in found):
            continue
        summed = sum((part.quantity.value for part in found), Decimal(0))
        if summed != whole.value and _meant(whole, [part.quantity for part in found], summed):
            yield Odd(lead.slice(whole.start, whole.end), whole.say(summed), [part.at for part in found])


def _meant(whole: Quantity, parts: Sequence[Quantity], summed: Decimal) -> bool:
    return near(whole.value, abs(summed - whole.value)) or slipped_sum(whole, parts)
