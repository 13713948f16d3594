"""So many at so much, and so many at so much (分档金额相加): 一等奖3名，每名5000元；二等奖6名，每名3000元……共4.3万元 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_EACH = Pattern(r"[，,、（(]?(?:按)?(?:每[\u3400-\u9fff]{1,3}|各|人均|单价)[^，。；、\d]{0,8}$")
_ALL = Pattern(r"(?:共|合计|总计|总额|总数|总金额|总经费|需)[^，。；、\d]{0,8}$")
_OPEN = Pattern(r"不超过|不少于|最高|最低|约|左右|以内|以上")
_STEP_BETWEEN = 40
_FEWEST = 2
_MONEY = "金额"


def wrong_prizes(context: Context) -> Iterator[Odd]:
    """The sums behind pairs of a count and a price that these do not make up."""
    for passage in context.once(figures_spoken):
        if "每" in passage.value or "各" in passage.value:
            yield from _odd(passage)
        if "分别" in passage.value:
            yield from _in_turn(passage)


def _odd(passage: Figures) -> Iterator[Odd]:
    pairs: list[tuple[Quantity, Quantity]] = []
    named = passage.named
    index = 0
    while index < len(named) - 1:
        count, price = named[index], named[index + 1]
        between = passage.value[count.end : price.start]
        if _is_count(count) and price.dimension == "金额" and _EACH.search(between) and "。" not in between and not price.rough:
            if pairs and count.start - pairs[-1][1].end > _STEP_BETWEEN:
                pairs = []
            pairs.append((count, price))
            index += 2
            continue
        if len(pairs) >= _FEWEST and count.dimension == "金额" and count.start - pairs[-1][1].end <= _STEP_BETWEEN and _ALL.search(passage.value, pairs[-1][1].end, count.start):
            yield from _against(passage, pairs, count)
        pairs = []
        index += 1
    if len(pairs) >= _FEWEST and index == len(named) - 1 and named[-1].dimension == "金额" and named[-1].start - pairs[-1][1].end <= _STEP_BETWEEN and _ALL.search(passage.value, pairs[-1][1].end, named[-1].start):
        yield from _against(passage, pairs, named[-1])


#: 每名分别奖励: what the amounts behind are paid for, one for each of the counts before.
_IN_TURN = Pattern(r"[，,；;](?:[^。；\d]{0,12}[，,])?[^。；，\d]{0,12}分别[^，。；、\d]{0,10}")
_BESIDE = Pattern(r"[、和及][^，。；、\d]{0,8}")
_EACH_OF = Pattern(r"每|各|分别(?:给予|奖励|发放|补助|颁发|按)")


def _in_turn(passage: Figures) -> Iterator[Odd]:
    """一等奖1名、二等奖3名，每名分别奖励5万元、3万元，奖金共计14万元."""
    counts: list[Quantity] = []
    prices: list[Quantity] = []
    for one, other in pairwise((*passage.named, None)):
        if one is None:
            break
        (prices if one.dimension == _MONEY else counts).append(one)
        between = passage.value[one.end : other.start] if other is not None else "。"
        if other is not None and other.dimension == one.dimension and _BESIDE.fullmatch(between):
            continue
        if other is not None and other.dimension == _MONEY and not prices and len(counts) >= _FEWEST and _IN_TURN.fullmatch(between) and _EACH_OF.search(between):
            continue
        if other is not None and other.dimension == _MONEY and len(prices) == len(counts) >= _FEWEST and all(map(_is_count, counts)) and _ALL.search(between) and "。" not in between and len(between) <= _STEP_BETWEEN:
            yield from _against(passage, list(zip(counts, prices, strict=True)), other)
        counts, prices = [], []


def _is_count(one: Quantity) -> bool:
    return one.whole and one.dimension not in MEASURED and one.dimension not in (PERCENT, POINTS)


def _against(passage: Figures, pairs: list[tuple[Quantity, Quantity]], whole: Quantity) -> Iterator[Odd]:
    summed = sum((count.value * price.value for count, price in pairs), Decimal(0))
    off = abs(summed - whole.value)
    if off < whole.step or whole.rough or _OPEN.search(passage.value, pairs[0][0].start, whole.end):
        return
    if near(summed, off) or slipped(whole.value / whole.step, summed / whole.step) or off * 4 <= summed:
        yield Odd(passage.at(whole), whole.say(summed), [passage.at(price) for _count, price in pairs])
