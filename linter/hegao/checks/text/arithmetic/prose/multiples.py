"""So many times as much (倍、翻番), against the two figures (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Told, figure_sentences, shown
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern

#: 是2020年93亿元的3倍; 由40亿元增至80亿元，翻两番.
_MULTIPLE = Pattern(r"^的(?P<n>\d+(?:\.\d+)?|[两三四五六七八九十])倍(?!以上|多|左右)")
_DOUBLED = Pattern(r"翻(?:了)?(?P<n>[一两三])番")
_RISES = Pattern(r"[到至为](?:20\d\d年的)?$")


#: 4.8公顷，合72亩; 28.5亩（1.9公顷）.
_ALSO = Pattern(r"[，,（(](?:约?(?:合|折合|计)|即|约)?")
_ACRE = Decimal(10_000) / 15
_SLACK = Decimal("0.006")


def wrong_conversions(context: Context) -> Iterator[Odd]:
    """An area in two units, the one behind the other."""
    for sentence in context.once(figure_sentences):
        for one, other in zip(sentence.told, sentence.told[1:]):
            if {one.one.dimension, other.one.dimension} != {"面积", "面积亩"} or not _ALSO.fullmatch(sentence.between(one.one, other.one)):
                continue
            first, second = (told.one.value * (_ACRE if told.one.dimension == "面积亩" else 1) for told in (one, other))
            steps = sum((told.one.step * (_ACRE if told.one.dimension == "面积亩" else 1) for told in (one, other)), Decimal(0))
            if second and abs(first - second) > max(steps, first * _SLACK) and Decimal("0.3") <= first / second <= 3:
                right = f"{shown(first / second * other.one.value / _factor(other))}{other.one.unit}"
                yield Odd(sentence.at(other.one), right, [sentence.at(one.one)])


def _factor(told: Told) -> Decimal:
    return told.one.value / Decimal(told.one.say(told.one.value).removesuffix(told.one.unit))


#: 指标1200人，实际完成1320人，超额完成10%.
_OVER = Pattern(r"^(?:超额|超)(?:完成)?(?:任务|计划|目标|指标)?(?:的)?$|超额完成[^，。；\d]{0,6}[（(][^（）()]*[）)]的$")
_TARGET = Pattern(r"任务|计划|目标|指标|预算|应|下达")


def wrong_surplus(context: Context) -> Iterator[Odd]:
    """By what rate a target was surpassed."""
    for sentence in context.once(figure_sentences):
        for one, other, rate in zip(sentence.told, sentence.told[1:], sentence.told[2:]):
            head = sentence.value[sentence.start : rate.one.start]
            if rate.one.dimension != PERCENT or one.one.dimension != other.one.dimension or any(told.one.rough for told in (one, other, rate)):
                continue
            if not (_OVER.search(rate.label) or _OVER.search(head[-40:])) or one.one.dimension in (PERCENT, POINTS):
                continue
            targets = [told for told in (one, other) if _TARGET.search(told.label) or sentence.value[told.one.start - 1] in "（("]
            if len(targets) != 1:
                continue
            target = targets[0]
            done = other if target is one else one
            right = (done.one.value - target.one.value) * 100 / target.one.value if target.one.value else Decimal(0)
            if right > 0 and abs(right - rate.one.value) > rate.one.step and abs(right + 100 - rate.one.value) > rate.one.step and Decimal("0.2") <= rate.one.value / right <= 5:
                yield Odd(sentence.at(rate.one), f"{right:.3g}%", [sentence.at(one.one), sentence.at(other.one)])


def wrong_multiples(context: Context) -> Iterator[Odd]:
    """So many times as much, against the two figures."""
    for sentence in context.once(figure_sentences):
        for one, other in zip(sentence.told, sentence.told[1:]):
            if one.one.dimension != other.one.dimension or one.one.rough or other.one.rough or not one.one.value or not other.one.value:
                continue
            between = sentence.between(one.one, other.one)
            match = _MULTIPLE.match(other.behind)
            if match and ("是" in between or "为" in between or "相当于" in between) and len(between) <= 24:
                stated = Decimal(match["n"]) if match["n"][0].isdigit() else Decimal(value_of(match["n"]))
                times = one.one.value / other.one.value
                slack = Decimal(10) ** int(stated.as_tuple().exponent) if stated.as_tuple().exponent else Decimal("0.5")
                if abs(times - stated) > slack:
                    at = sentence.text.slice(other.one.end + match.start("n"), other.one.end + match.end())
                    yield Odd(at, f"{times:.3g}倍", [sentence.at(one.one), sentence.at(other.one)])
            doubled = _DOUBLED.search(sentence.value, other.one.end, min(sentence.end, other.one.end + 16))
            if doubled and _RISES.search(other.label) and len(between) <= 16:
                times, right = other.one.value / one.one.value, 2 ** value_of(doubled["n"])
                if times < 1 or not Decimal("0.8") <= times / right <= Decimal("1.25"):
                    at = sentence.text.slice(*doubled.span())
                    yield Odd(at, f"{times:.3g}倍", [sentence.at(one.one), sentence.at(other.one)])


#: 由8600万元调整为9890万元，增加1290万元，增长0.15倍.
_BY_TIMES = Pattern(r"(?:增长|增加|提高|扩大|上升|增幅|涨幅)(?:了|为|达)?(?P<n>\d+(?:\.\d+)?)倍(?!以上|多|左右)")
#: 由2020年的1.5亿元增长到2025年的3.6亿元，是2020年的2.4倍.
_SO_MANY_TIMES = Pattern(r"，(?P<at>(?:约?[是为])(?:20\d\d年|上年|年初|期初|原来|当年|\d年前)的(?P<n>\d+(?:\.\d+)?)倍)(?!以上|多|左右)")
_FROM = Pattern(r"(?:由|从)[^，。；]{0,16}$")
_BEYOND = 40


def wrong_risings(context: Context) -> Iterator[Odd]:
    """By how many times a level rose, against the level before and after."""
    for sentence in context.once(figure_sentences):
        for one, other in zip(sentence.told, sentence.told[1:]):
            plain = one.one.dimension == other.one.dimension and not (one.one.rough or other.one.rough) and 0 < one.one.value < other.one.value
            if not plain or not _FROM.search(sentence.value, sentence.start, one.one.start) or not _RISES.search(other.label):
                continue
            match = _BY_TIMES.search(sentence.value, other.one.end, min(sentence.end, other.one.end + _BEYOND))
            times = _SO_MANY_TIMES.match(sentence.value, other.one.end, min(sentence.end, other.one.end + _BEYOND)) if match is None else None
            if times is not None:
                said = Decimal(times["n"])
                if abs(said - other.one.value / one.one.value) >= Decimal(10) ** min(0, int(said.as_tuple().exponent)):
                    yield Odd(sentence.text.slice(*times.span("at")), f"{shown(other.one.value / one.one.value)}倍", [sentence.at(one.one), sentence.at(other.one)])
            if match is None:
                continue
            stated, right = Decimal(match["n"]), (other.one.value - one.one.value) / one.one.value
            if abs(stated - right) > Decimal(10) ** min(0, int(stated.as_tuple().exponent)):
                yield Odd(sentence.text.slice(*match.span()), f"{shown(right)}倍（{shown(right * 100)}%）", [sentence.at(one.one), sentence.at(other.one)])
