"""Whether a part of a whole is the rate that is told, as exactly as all three are written (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.spoken_figures import figures_spoken
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, is_total
from hegao.document.model import Table
from hegao.phrases.quantities import Quantity
from hegao.sources.text import Text


def gives(part: Quantity, whole: Quantity, rate: Quantity) -> bool:
    """Whether a part of a whole is a rate; where the two are rounded themselves, within what they may be."""
    one, other = half_step(part), half_step(whole)
    if whole.value <= other:
        return True
    low, high = (part.value - one) * 100 / (whole.value + other), (part.value + one) * 100 / (whole.value - other)
    slack = rate.step / 2 if one or other else rate.step * Decimal("0.99")
    return low - slack <= rate.value <= high + slack


def half_step(one: Quantity) -> Decimal:
    return Decimal(0) if one.whole else one.step / 2


def based_elsewhere(context: Context, at: Text, part: Quantity, rate: Quantity) -> bool:
    """Whether a rate is that of its part in a whole told elsewhere: 任务1200户。已开工1086户；已竣工864户，竣工率72.0%.

    ``at``: the passage of the rate.  A rate without decimals is met by chance, and only figures of its passage count for it.
    """
    told = (one.value for passage in context.once(figures_spoken) if passage.text is at or rate.step < 1 for one in passage.named if one.unit == part.unit)
    sums = context.once(sums_of_tables) if rate.step < 1 else frozenset()
    return any(_rounded(part.value, whole, rate) for whole in (*told, *sums) if whole >= part.value)


def _rounded(part: Decimal, whole: Decimal, rate: Quantity) -> bool:
    return whole > 0 and abs(part * 100 / whole - rate.value) <= rate.step / 2


def sums_of_tables(context: Context) -> frozenset[Decimal]:
    """The figures in rows of sums; to be asked for by ``context.once``."""
    return frozenset(_sums(context))


def _sums(context: Context) -> Iterator[Decimal]:
    for table in context.document.of("table"):
        for row in table.rows if isinstance(table, Table) else ():
            if is_total(row):
                yield from (figure.value for cell in row.cells if (figure := figure_in(cell)) is not None)
