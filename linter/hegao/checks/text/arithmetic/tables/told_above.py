"""A figure in the words right above a table, against its sums (表前总数): 共需资金5840万元，具体如下 over a total of 5940 (norms FIG-16).

The sentence leads into the table, or tells another sum of it to the letter.  Its one figure of a unit that nothing in the table gives, and
that is nearly the greatest sum of the unit, is that sum mistyped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.tables.figure_cells import NO_SUM, SUM_HEAD, Figure, figure_in, is_total
from hegao.checks.text.arithmetic.tables.table_sums import wrong_cells
from hegao.checks.text.arithmetic.yardsticks import clause_before
from hegao.checks.text.table_units import units_noted
from hegao.document.model import Heading, Paragraph, Table
from hegao.phrases.quantities import PERCENT, POINTS, Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_UNIT = Pattern(r"[（(](?P<unit>[^（）()]{1,6})[）)]$")
_LEADS = Pattern(r"如下|下表|见表|[：:]\s*$")
_OTHERWISE = Pattern(r"比(?![例重])|较(?![好大快强为差])|上年|去年|同期|其中|每|均|新增|增加|减少|约|已|到位|结余|剩余|单价|含")
_IN_ALL = Pattern("共(?!同|享)|合计|总|累计")
_NEAR, _FEWEST, _LEAST = 12, 2, 10
_Sum = tuple[Quantity, Figure]


def told_above(context: Context) -> Iterator[Odd]:
    """Figures right above a table that are nearly its sums."""
    units = context.once(units_noted)
    for part in context.document.parts:
        for node, table in zip(part.nodes, part.nodes[1:]):
            if isinstance(table, Table) and isinstance(node, Heading | Paragraph):
                sums = list(sums_with_units(table, units.get(table, "")))
                if sums:
                    yield from _odd(node.body if isinstance(node, Heading) else node.text, table, sums)


def sums_with_units(table: Table, noted: str) -> Iterator[_Sum]:
    """The sums of the one row 合计 with their units; 小计 bears that of the columns before it."""
    totals = [row for row in table.rows if is_total(row)]
    if not totals:
        yield from _added(table, noted)
        return
    wrong = {(found.cell.line, found.cell.value) for found in wrong_cells(table)}
    before = ""
    for column, cell in zip(table.columns, totals[0].cells, strict=False) if len(totals) == 1 else ():
        match, figure = _UNIT.search(column.head), figure_in(cell)
        unit = match["unit"] if match is not None else before if SUM_HEAD.search(column.head) else noted
        before = unit or before
        if unit and figure is not None and not figure.percent and (cell.line, figure.text.value) not in wrong:
            found = find_quantities(f"{figure.value:f}{unit}")
            if found and found[0].dimension not in (PERCENT, POINTS):
                yield found[0], figure


def _added(table: Table, noted: str) -> Iterator[_Sum]:
    """The sums of the columns of a table that tells none, each with its last cell."""
    for index, column in enumerate(table.columns):
        match = _UNIT.search(column.head)
        cells = [figure_in(row.cells[index]) for row in table.rows if index < len(row.cells)] if not NO_SUM.search(column.head) else []
        known = [cell for cell in cells if cell is not None and not cell.percent]
        unit = match["unit"] if match is not None else noted
        if unit and len(known) == len(table.rows) >= _FEWEST:
            found = find_quantities(f"{sum((cell.value for cell in known), Decimal(0)):f}{unit}")
            if found and found[0].dimension not in (PERCENT, POINTS):
                yield found[0], known[-1]


def _odd(text: Text, table: Table, sums: Sequence[_Sum]) -> Iterator[Odd]:
    value = text.value
    named = find_quantities(value)
    told = {(one.dimension, one.value) for one, _figure in sums}
    leads = _LEADS.search(value) is not None
    beside = {figure.value for row in table.rows if is_total(row) for cell in row.cells if (figure := figure_in(cell)) is not None}
    if not any(map(is_total, table.rows)):
        # The sums of the columns are told by nothing but what stands over them.
        leads = leads and _IN_ALL.search(value, _last_sentences(value)) is not None
        beside = {Decimal(one.say(one.value).removesuffix(one.unit)) for one, _figure in sums}
    if not leads and not any(one.value in beside and one.value >= _LEAST for one in named):
        return
    cells = {figure.value for row in table.rows for cell in row.cells if (figure := figure_in(cell)) is not None}
    start = _last_sentences(value) if leads else 0
    for dimension in dict.fromkeys(one.dimension for one, _figure in sums):
        alike = [one for one in named if one.dimension == dimension and one.start >= start]
        greatest, figure = max((one for one in sums if one[0].dimension == dimension), key=lambda one: one[0].value)
        if len(alike) != 1 or alike[0].rough or (dimension, alike[0].value) in told or _OTHERWISE.search(clause_before(value, alike[0].start)):
            continue
        one = alike[0]
        said = Decimal(one.say(one.value).removesuffix(one.unit))
        if said in cells or not _meant(one, greatest):
            continue
        yield Odd(text.slice(one.start, one.end), f"表中合计为{one.say(greatest.value)}", [figure.text])


def _last_sentences(value: str) -> int:
    """Where the last sentence begins, and the one before it, which the last may only lead from."""
    stops = [match.end() for match in re.finditer("。", value[:-1])]
    return stops[-_FEWEST] if len(stops) >= _FEWEST else 0


def _meant(one: Quantity, right: Quantity) -> bool:
    return slipped(one.value / one.step, right.value / one.step) or abs(one.value - right.value) * 100 <= right.value * _NEAR
