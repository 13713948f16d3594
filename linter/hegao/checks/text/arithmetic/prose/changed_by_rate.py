"""A change and its rate told side by side (增加46.9万元，增长18.6%), against the level before, wherever it is told (norms FIG-16).

The change is that rate of the level before; the level may also be told after the change.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, figure_sentences
from hegao.checks.text.arithmetic.rates import gives
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip
from hegao.checks.text.arithmetic.spoken_figures import figures_spoken
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_UP, _DOWN = "增加|新增|净增|多支出?|多|增支|增收", "减少|下降|降低|少|压减|压缩|节约|节省|减支|减收|核减"
#: Of what is named otherwise the level is another: 其中土地收入减少31000万元、下降18.0%.
_CHANGE = Pattern(rf"^(?:[^，。；、\d]{{0,12}}(?:[同环]?比|较)[^，。；、\d]{{0,10}}?)?(?:{_UP}|{_DOWN})(?:了|约)?$")
_RATE = Pattern(r"^[，,、（(]?(?:同比|环比)?(?:增长|增幅|上升|提高|下降|降低|降幅|减少|压减|增加)(?:率|幅度)?(?:了|为|达到?)?$")
_FALLS = Pattern(rf"(?:{_DOWN})(?:了|约)?$")


def changed_by_rate(context: Context) -> Iterator[Odd]:
    """Changes that are their rate of no level told in the document, and nearly of that told in their sentences."""
    told = {(one.unit, one.value): one for passage in context.once(figures_spoken) for one in passage.named}
    before: Sentence | None = None
    for sentence in context.once(figure_sentences):
        for change, rate in pairwise(sentence.told):
            if change.one.dimension in (PERCENT, POINTS) or rate.one.dimension != PERCENT or change.one.rough or rate.one.rough or not rate.one.value:
                continue
            if not _CHANGE.search(change.label) or not _RATE.match(sentence.between(change.one, rate.one)):
                continue
            falls = _FALLS.search(change.label) is not None
            if any(_explains(change.one, level, rate.one, falls) for (unit, _value), level in told.items() if unit == change.one.unit):
                continue
            near = [(where, one.one) for where in (sentence, before) if where is not None and where.text is sentence.text for one in where.told if one.one.unit == change.one.unit and one is not change and one.one.start < change.one.start]
            yield from _slipped(sentence, change.one, rate.one, near, falls)
        before = sentence


def _before(level: Quantity, change: Quantity, falls: bool) -> Quantity:
    """The level before a change that ends at a level."""
    return level._replace(value=level.value + change.value if falls else level.value - change.value)


def _explains(change: Quantity, level: Quantity, rate: Quantity, falls: bool) -> bool:
    return any(one.value > 0 and gives(change, one, rate) for one in (level, _before(level, change, falls)))


def _slipped(sentence: Sentence, change: Quantity, rate: Quantity, near: list[tuple[Sentence, Quantity]], falls: bool) -> Iterator[Odd]:
    for where, level in reversed(near):
        right = (level.value * rate.value / 100 / change.step).to_integral_value() * change.step
        if off_by_a_slip(change.value, right, change.step) and abs(right - change.value) > level.value * rate.step / 200 + change.step:
            yield Odd(sentence.at(change), f"约{change.say(right)}", [where.at(level), sentence.at(rate)], False)
            return
        ended = _before(level, change, falls)
        share = change.value * 100 / ended.value if ended.value > 0 else Decimal(0)
        if share and off_by_a_slip(rate.value, share.quantize(rate.step), rate.step):
            yield Odd(sentence.at(rate), f"约{share.quantize(rate.step)}%", [where.at(level), sentence.at(change)], False)
            return
