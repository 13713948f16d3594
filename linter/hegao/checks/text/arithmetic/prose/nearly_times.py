"""Products that the figures of a sentence nearly give (乘积疑误): 人均补助80元，共补助1500人，补助资金13万元 (norms FIG-16).

One figure is told of each (每、均、单价、宽), another says how many, a third what comes of it; a rate and a whole do as well.  If no two
figures of the sentence give the third and these nearly do, a checker would ask.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern

_EACH = Pattern(r"每|均|单价|宽|标准")
_OF_ALL = Pattern(r"共|合计|总|需|计|约|发放|资金|补助|占地|面积")
_APART = Pattern(r"比(?![例重])|较(?![好大快强为差])|超|不|其中|其余|剩余|另|增|减|至少|最|第|以上|以下|左右|提高|降|每[\u3400-\u9fff]{1,6}每")
_FEWEST, _MOST, _FAR, _NEAR = 3, 4, 50, 25


def nearly_times(context: Context) -> Iterator[Odd]:
    """Figures that two others of their sentence, multiplied, nearly give."""
    for sentence in context.once(figure_sentences):
        if _FEWEST <= len(sentence.told) <= _MOST and not _APART.search(sentence.value, sentence.start, sentence.end):
            odd = _odd(sentence, sentence.told)
            if odd is not None:
                yield odd


def _odd(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    pairs = [(one, other, whole) for whole in several for one in several for other in several if one is not other and whole not in (one, other) and whole.one.dimension == one.one.dimension]
    if any(_comes_to(one, other, whole) for one, other, whole in pairs) or any(told.one.dimension == POINTS or not told.one.value for told in several):
        return None
    meant = [(one, other, whole) for one, other, whole in pairs if whole is several[-1] and _is_product(one, other, whole)]
    if len(meant) != 1:
        return None
    one, other, whole = meant[0]
    right = _product(one, other)
    off = abs(right - whole.one.value)
    if off < whole.one.step or not (off * 100 <= right * _NEAR or slipped(whole.one.value / whole.one.step, right / whole.one.step)):
        return None
    return Odd(sentence.at(whole.one), f"相乘约为{whole.one.say(round(right, 2))}", [sentence.at(one.one), sentence.at(other.one)], False)


def _is_product(one: Told, other: Told, whole: Told) -> bool:
    if other.one.dimension in (one.one.dimension, POINTS) or whole.one.start - min(one.one.start, other.one.start) > _FAR * 2:
        return False
    if other.one.dimension == PERCENT:
        return "占" in other.label and one.one.value > whole.one.value and one.one.dimension == whole.one.dimension
    return other.one.value > 1 and _EACH.search(one.label) is not None and _EACH.search(whole.label) is None and _OF_ALL.search(whole.label) is not None


def _product(one: Told, other: Told) -> Decimal:
    return one.one.value * other.one.value / (100 if other.one.dimension == PERCENT else 1)


def _comes_to(one: Told, other: Told, whole: Told) -> bool:
    """Whether two figures give a third: as a product, or together."""
    if one.one.dimension == other.one.dimension == whole.one.dimension and one.one.value + other.one.value == whole.one.value:
        return True
    return abs(_product(one, other) - whole.one.value) < whole.one.step
