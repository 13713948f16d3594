"""A figure in the words that a table is called by (题同表的正文): （五）修复产卵场。修复56公顷, over 产卵场修复面积表 that comes to 46 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.checks.text.arithmetic.tables.figure_cells import Figure
from hegao.checks.text.arithmetic.tables.told_above import sums_with_units
from hegao.checks.text.table_units import units_noted
from hegao.document.model import Heading, Paragraph, Part, Table
from hegao.phrases.quantities import Quantity
from hegao.sources.lazy_pattern import Pattern

#: What the title of a table says besides what it is of.
_BESIDE = Pattern(r"（[^（）]*）|附[件表]?\d*[:：]?|表\d+|20\d\d[—-]?(?:20\d\d)?年?度?|\s")
_ENDS = Pattern(r"(?:(?:任务|资金|经费|面积|明细|情况|分解|安排|计划|汇总|统计|分配|预算|一览|测算|清单)*(?:表|清单|一览|计划))+$")
_TABLES = ("表", "清单", "计划", "一览")
#: The run-in heading of a passage, or its first words.
_HEAD = Pattern(r"[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．][^。：]{2,30}[。：]?")
_OTHERWISE = Pattern(r"上年|去年|同期|比(?![例重])|较(?![好大快强为差])|增|减|每|均|已|累计|其中|第|至|到|约|由|从")
_SHORTEST, _OPENING, _LABEL, _CAPTION, _NEAR = 4, 24, 8, 40, 4


def told_by_caption(context: Context) -> Iterator[Odd]:
    """The one figure of such a passage, where it is nearly the sum of the table and no other words tell that sum."""
    units = context.once(units_noted)
    passages = context.once(figures_spoken)
    for part in context.document.parts:
        above: Heading | Paragraph | None = None
        for node in part.nodes:
            if isinstance(node, Heading | Paragraph):
                above = node
            elif isinstance(node, Table) and node.rows:
                sums, called = list(sums_with_units(node, units.get(node, ""))), _called(part, above)
                before = [passage for passage in passages if passage.text.line < node.rows[0].text.line]
                yield from _odd(called, sums, before) if len(called) >= _SHORTEST else ()


def _called(part: Part, above: Heading | Paragraph | None) -> str:
    """What a table is of, by its caption or the title of its part."""
    caption = _BESIDE.sub("", above.text.value) if above is not None and len(above.text) < _CAPTION else ""
    if not caption.endswith(_TABLES) and part.title is not None:
        caption = _BESIDE.sub("", part.title.text.value)
    return _ENDS.sub("", caption)


def _odd(called: str, sums: Sequence[tuple[Quantity, Figure]], passages: Sequence[Figures]) -> Iterator[Odd]:
    for whole, figure in sums:
        others = [other.value for other, _figure in sums if other.dimension == whole.dimension]
        told = {one.value for passage in passages for one in passage.named if one.dimension == whole.dimension}
        for passage in passages if whole.value not in told else ():
            head = match[0] if (match := _HEAD.match(passage.value)) is not None else passage.value[:_OPENING]
            own = [one for one in passage.named if one.dimension == whole.dimension and not one.rough and not _OTHERWISE.search(passage.value, max(0, one.start - _LABEL), one.start)]
            if not set(called) <= set(head) or len(own) != 1 or own[0].value in (*others, sum(others)):
                continue
            one = own[0]
            if slipped(one.value / one.step, whole.value / one.step) or abs(one.value - whole.value) * _NEAR <= whole.value:
                yield Odd(passage.at(one), f"表中合计为{figure.text.value}", [figure.text], False)
