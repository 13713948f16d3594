"""Whether a part of a whole is the rate that is told, as exactly as all three are written (norms FIG-16)."""

from __future__ import annotations

from decimal import Decimal

from hegao.phrases.quantities import Quantity


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
