"""Shares that no figure of the document gives (女性7名，占27.2%), where a sibling tells of what whole they are (norms FIG-16).

一线人员7名，占29.2% in the same passage is of the 24 of the table: so is the share beside it.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import label_before
from hegao.checks.text.arithmetic.rates import gives
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_SHARE = Pattern(r"[^，。；、\d]{0,10}[，、（(](?:共)?占(?P<of>[^，。；、\d]{0,14}?)的?(?:比例|比重)?(?:为|达到?)?")
_HUNDRED = Decimal(100)

_Pair = tuple[Quantity, Quantity, str]


def shares_of_told(context: Context) -> Iterator[Odd]:
    """The shares with decimals that nothing gives, and that one slip in part or share makes right."""
    told = [one for passage in context.once(figures_spoken) for one in passage.named if one.dimension not in (PERCENT, POINTS)]
    for passage in context.once(figures_spoken):
        pairs = list(_pairs(passage)) if "占" in passage.value else []
        for pair in pairs:
            if not any(_fits(pair, whole, told) for whole in told):
                yield from _odd(passage, pair, pairs, told)


def _pairs(passage: Figures) -> Iterator[_Pair]:
    for part, rate in pairwise(passage.named):
        match = _SHARE.fullmatch(passage.value, part.end, rate.start) if rate.dimension == PERCENT and part.dimension not in (PERCENT, POINTS) else None
        if match is not None and rate.step < 1 and not part.rough and not rate.rough and part.whole:
            yield part, rate, match["of"]


def _fits(pair: _Pair, whole: Quantity, told: Sequence[Quantity]) -> bool:
    """Whether the part, or another figure of its unit, is the share of a figure of the document."""
    part, rate, _of = pair
    return whole.value >= part.value and any(gives(one, whole, rate) for one in (part, *(other for other in told if other.unit == part.unit)))


def _odd(passage: Figures, pair: _Pair, pairs: Sequence[_Pair], told: Sequence[Quantity]) -> Iterator[Odd]:
    part, rate, of = pair
    wholes = [whole for whole in told if whole.unit == part.unit and whole.value > part.value and any(other is not pair and gives(other[0], whole, other[1]) for other in pairs)]
    named = [one for where in (passage,) for one in where.named if one.unit == part.unit and one.value > part.value and any(of[at : at + 2] in label_before(where.value, one) for at in range(len(of) - 1))]
    for whole in (*wholes, *named):
        share = (part.value * _HUNDRED / whole.value).quantize(rate.step)
        if off_by_a_slip(rate.value, share, rate.step):
            yield Odd(passage.at(rate), f"约{share}%", [passage.at(part)], False)
            return
        right = (whole.value * rate.value / _HUNDRED).to_integral_value()
        if off_by_a_slip(part.value, right, part.step) and gives(part._replace(value=right), whole, rate):
            yield Odd(passage.at(part), f"约{part.say(right)}", [passage.at(rate)], False)
            return
