"""So many, so many in each, and so many in each of these (逐级相乘): 5栋，每栋2个单元，每个单元12户，共120套 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

#: 每栋, 每个单元: what stands before the figure that each has.
_EACH = Pattern(r"每(?P<of>[\u3400-\u9fff]{1,6}?)(?:设有?|有|配备?|安排|[^，。；、\d]{0,4})$")
_IN_ALL = Pattern(r"(?:[共总]计?|合计|可[\u3400-\u9fff]{1,6}|需[\u3400-\u9fff]{0,6}|能[\u3400-\u9fff]{1,4})[^，。；、\d]{0,8}$")
_NO_WHOLE = Pattern(r"每|均|其中|另|约|分别|各")
#: So many steps make a chain: of one the readings of products tell.
_STEPS, _FAR = 2, 30


def chained_each(context: Context) -> Iterator[Odd]:
    """Figures of all that the chain before them does not give."""
    for passage in context.once(figures_spoken):
        if passage.value.count("每") >= _STEPS and len(passage.named) > _STEPS + 1:
            for chain in _chains(passage):
                yield from _odd(passage, chain)


def _chains(passage: Figures) -> Iterator[Sequence[Quantity]]:
    """The figures that each tell how many there are in each of what the one before counts, and the first behind them."""
    chain: list[Quantity] = []
    for one, other in pairwise(passage.named):
        chain = chain or [one]
        between = passage.value[one.end : other.start]
        each = _EACH.search(between) if len(between) <= _FAR and "。" not in between else None
        if each is not None and _counts(passage, one, each["of"]) and not other.rough:
            chain.append(other)
            continue
        if len(chain) > _STEPS and len(between) <= _FAR and "。" not in between and _IN_ALL.search(between) and not _NO_WHOLE.search(between):
            yield (*chain, other)
        chain = []


def _counts(passage: Figures, one: Quantity, each: str) -> bool:
    """Whether a figure counts what 每 is said of: 5栋, 每栋; 2个单元, 每个单元, 每单元."""
    behind = one.unit + passage.value[one.end : one.end + 8]
    return one.whole and not one.rough and one.dimension not in (*MEASURED, PERCENT, POINTS) and (each[:1] == one.unit[:1] or each.removeprefix("个")[:2] in behind)


def _odd(passage: Figures, chain: Sequence[Quantity]) -> Iterator[Odd]:
    *factors, whole = chain
    made = Decimal(1)
    for factor in factors:
        made *= factor.value
    off = abs(whole.value - made)
    if not whole.rough and off > whole.step / 2 and (near(made, off) or slipped(whole.value / whole.step, made / whole.step)):
        yield Odd(passage.at(whole), whole.say(made), [passage.at(one) for one in factors])
