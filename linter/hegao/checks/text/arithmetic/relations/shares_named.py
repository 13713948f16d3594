"""Shares of what is named (占年度计划的53.5%), against the amount that the document tells of it by that name (norms FIG-16).

A name may stand for two amounts; only one that is told everywhere alike is held against the share.  The findings say that it is not certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import label_before
from hegao.checks.text.arithmetic.rates import gives
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

#: 完成投资36.4亿元，占年度计划的53.5%: a part, the name of the whole, the share; other shares may stand between.
_SHARE = Pattern(r"[^，。；、\d]{0,10}[，、（(](?:[共仅]?占|完成)(?P<of>[\u3400-\u9fff]{3,14}?)的(?:比例|比重)?(?:为|达到?)?")
_NEXT_SHARE = Pattern(r"[、，](?:占|完成)(?P<of>[\u3400-\u9fff]{3,14}?)的(?:比例|比重)?(?:为|达到?)?")
_HUNDRED = Decimal(100)
#: So far off, in a hundred of the share, it is of something else.
_NEAR = 25


def shares_named(context: Context) -> Iterator[Odd]:
    """The shares that are not of the one amount that bears the name told beside them."""
    spoken = context.once(figures_spoken)
    for passage in spoken:
        if "占" in passage.value or "完成" in passage.value:
            for part, rate, of in _shares(passage):
                yield from _odd(passage, part, rate, _wholes(spoken, part, of))


def _shares(passage: Figures) -> Iterator[tuple[Quantity, Quantity, str]]:
    part: Quantity | None = None
    for one, rate in pairwise(passage.named):
        if rate.dimension != PERCENT or rate.rough:
            part = None
            continue
        match = _SHARE.fullmatch(passage.value, one.end, rate.start) if one.dimension not in (PERCENT, POINTS) else _NEXT_SHARE.fullmatch(passage.value, one.end, rate.start) if part is not None else None
        part = one if match is not None and one.dimension not in (PERCENT, POINTS) else part if match is not None else None
        if match is not None and part is not None and not part.rough:
            yield part, rate, match["of"]


def _wholes(spoken: Sequence[Figures], part: Quantity, of: str) -> list[Quantity]:
    return [one for where in spoken for one in where.named if one.dimension == part.dimension and one is not part and of in label_before(where.value, one)]


def _odd(passage: Figures, part: Quantity, rate: Quantity, wholes: Sequence[Quantity]) -> Iterator[Odd]:
    values = {whole.value for whole in wholes}
    if len(values) != 1 or wholes[0].value <= part.value or gives(part, wholes[0], rate):
        return
    share = part.value * _HUNDRED / wholes[0].value
    if abs(share - rate.value) * _HUNDRED <= share * _NEAR:
        yield Odd(passage.at(rate), f"约{share.quantize(rate.step)}%", [passage.at(part)], False)
