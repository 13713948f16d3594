"""So much of so much (按比例折算): 860万元的5%，即43万元; 打八折即24元; 优良天数312天，优良率85.5% (norms FIG-16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

#: What says that a figure is reckoned from those before it.
_THAT_IS = Pattern(r"(?:即|也就是|(?<!合)计(?:列|取|提|算)?[，,]?|提取[，,]?|合计|折合|约合|折算为?|相当于|应为|实付|实收)(?:为|是)?(?:每[\u3400-\u9fff\d]{1,6})?(?:不少于|不低于|不超过|应当|应)?$")
#: What is always so much of something.
_OF_SUCH = Pattern(r"(?:利息|税额|预备费|管理费|监理费|保证金|定金|违约金|履约金|质保金|佣金|提成)(?:约?为|共|计)?$")
_DISCOUNT = Pattern(r"(?P<n>\d(?:\.\d)?|[一二三四五六七八九])折")
_BY_TENS = Decimal(10)
#: How far a product may be missed, in percent, to be meant.
_NEAR = 60
_YEAR_DAYS = (Decimal(365), Decimal(366))
_DAYS, _DAYS_RATE = Pattern(r"(?:优良|达标|有效|良好)天数"), Pattern(r"(?:优良|达标|良好)(?:天数)?(?:比例|率|占比)")
_OVER_A_YEAR = Pattern(r"[上下]半年|季度|\d月|截至|累计")
_LEAST_DAYS = 200


def wrong_rates_of(context: Context) -> Iterator[Odd]:
    """Figures that the rate and the whole before them do not give."""
    for sentence in context.once(figure_sentences):
        yield from _reckoned(sentence)
        yield from _days_of_a_year(sentence)
        yield from _complements(sentence)


def _reckoned(sentence: Sentence) -> Iterator[Odd]:
    for index, told in enumerate(sentence.told):
        start = max(sentence.start, *(sentence.value.rfind(mark, 0, told.one.start) + 1 for mark in "，（("))
        # 即每100户不少于18个: what stands behind 即 is no rate of it.
        before = [one for one in sentence.told[:index] if one.one.end <= start] or sentence.told[:index]
        start = max(start, before[-1].one.end) if before else start
        if told.one.dimension in (PERCENT, POINTS) or not (_THAT_IS.search(sentence.value, start, told.one.start) or _OF_SUCH.search(sentence.value, start, told.one.start)):
            continue
        rate = _rate(sentence, before, start, told.one.start)
        wholes = [one.one for one in before if one.one.dimension == told.one.dimension and one.one.dimension != PERCENT and one.one.value > 0]
        if rate is None or not wholes or not 0 < rate < 1:
            continue
        if any(_comes_to(whole.value * rate, told.one) for whole in wholes):
            continue
        nearest = wholes[-1]
        right = nearest.value * rate
        if _meant(told.one, right):
            yield Odd(sentence.at(told.one), told.one.say(right), [sentence.at(nearest)])


def _comes_to(right: Decimal, one: Quantity) -> bool:
    return abs(right - one.value) < one.step


def _meant(one: Quantity, right: Decimal) -> bool:
    return abs(right - one.value) * 100 <= right * _NEAR or slipped(one.value / one.step, right / one.step)


def _rate(sentence: Sentence, before: Sequence[Told], start: int, end: int) -> Decimal | None:
    """The one rate that stands right before a figure: a share of a hundred, or a discount (八折)."""
    discount = _DISCOUNT.search(sentence.value, start, end)
    if discount is not None:
        written = discount["n"]
        return (Decimal(written) if written[0].isdigit() else Decimal(value_of(written))) / _BY_TENS
    if before and before[-1].one.dimension == PERCENT and sum(told.one.dimension == PERCENT for told in before) == 1:
        return before[-1].one.value / 100
    return None


def _days_of_a_year(sentence: Sentence) -> Iterator[Odd]:
    days = [told for told in sentence.told if _DAYS.search(told.label) and _LEAST_DAYS <= told.one.value <= max(_YEAR_DAYS)]
    rates = [told for told in sentence.told if told.one.dimension == PERCENT and _DAYS_RATE.search(told.label)]
    if len(days) != 1 or len(rates) != 1 or _OVER_A_YEAR.search(sentence.value, sentence.start, sentence.end):
        return
    share = [abs(days[0].one.value * 100 / year - rates[0].one.value) for year in _YEAR_DAYS]
    # A few days may be without a reading.
    if min(share) > 2:
        yield Odd(sentence.at(days[0].one), f"约{round(rates[0].one.value * _YEAR_DAYS[0] / 100)}天", [sentence.at(rates[0].one)])


_RATE_NAME = re.compile(r"(?P<stem>[\u3400-\u9fff]{2,6})率(?:为|达到?|是)?$")
#: Rates that leave nothing between them.
_DENIED = re.compile(r"^(?:不|未|非|超期|逾期)")
_KEPT = Pattern(r"按[时期]|限期|及时")


def _complements(sentence: Sentence) -> Iterator[Odd]:
    """按时办结率98%，超期率3%: what is and what is not make up a hundred."""
    rates = [(told, match["stem"]) for told in sentence.told if told.one.dimension == PERCENT and (match := _RATE_NAME.search(told.label))]
    for (one, name), (other, denied) in pairwise(rates):
        stem = _DENIED.sub("", denied)
        opposed = _DENIED.match(denied) is not None and (denied[0] in "不未非" and stem and name.endswith(stem) or denied[0] in "超逾" and _KEPT.search(name) is not None)
        summed = one.one.value + other.one.value
        if opposed and summed != 100 and abs(summed - 100) <= 5 and not (one.one.rough or other.one.rough):
            yield Odd(sentence.at(other.one), f"{(100 - one.one.value).normalize():f}%", [sentence.at(one.one)])
