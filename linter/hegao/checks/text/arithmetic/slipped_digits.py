"""Slips of the pen in figures (笔误): one digit for another, two digits turned, a point or a nought too many (norms FIG-16).

Figures that miss a relation by much may be meant for it all the same, where one slip in one of them makes it right.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hegao.phrases.quantities import Quantity

#: Of figures with fewer digits any is one digit off from many.
_DIGITS = 3


def slipped(stated: Decimal, right: Decimal) -> bool:
    """Whether one slip of the pen turns ``right`` into ``stated``."""
    if stated == right or stated <= 0 or right <= 0:
        return False
    if stated in (right * 10, right / 10):
        return len(_digits(right)) > 1
    places = min(stated.normalize().as_tuple().exponent, right.normalize().as_tuple().exponent, 0)
    first, second = (f"{value:.{-int(places)}f}".replace(".", "") for value in (stated, right))
    if len(first) != len(second):
        return False
    if first != second and sorted(first) == sorted(second):
        return True
    return len(first) >= _DIGITS and sum(one != other for one, other in zip(first, second, strict=True)) == 1


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", "").strip("0")


def slipped_sum(whole: Quantity, parts: Sequence[Quantity], digits: int = 1) -> bool:
    """Whether one slip in the whole or in one part makes a sum of what is none.

    ``parts``: two and more of its dimension; ``digits``: the fewest that the figure with the slip may have.
    """
    summed = sum((part.value for part in parts), Decimal(0))
    off = whole.value - summed
    return _slip(whole, summed, digits) or any(_slip(part, part.value + off, digits) for part in parts)


def _slip(one: Quantity, right: Decimal, digits: int) -> bool:
    """In the unit that the figure is written with."""
    unit = one.value / Decimal(one.say(one.value).removesuffix(one.unit)) if one.value else Decimal(1)
    return len(_digits(one.value)) >= digits and slipped(one.value / unit, right / unit)
