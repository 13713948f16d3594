"""Shares told as figures (比例与数额): 2400个小区……覆盖率达到75%，即覆盖1600个; 1∶1配套; 增长3倍; 合格率 beside what failed (norms FIG-16).

What a rate of a whole comes to is told right behind it by 即, 为, 共; the whole is the one figure of its unit before.  None of it is certain:
the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import shown
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.checks.text.arithmetic.yardsticks import clause_before
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

#: 75%，即; 三分之一，即不少于; 60%（.
_THAT_IS = Pattern(r"(?:以上)?(?:的比例)?[，、（(]?(?:即|也就是|约合|折合)[^，。；：、\d]{0,12}")
_THAT_IS_TOLD = Pattern(r"[%％][^。；\d]{0,8}(?:即|也就是|约合|折合)[^，。；：、\d]{0,12}$")
_FRACTION = Pattern(r"(?P<of>[二两三四五六七八十])分之(?P<n>[一二三四五六七八九])(?:以上)?[，（(]?(?:即|也就是)[^，。；：、\d]{0,12}$")
#: 按1∶1比例配套350万元.
_ONE_TO_ONE = Pattern(r"1[:：∶]1(?:的?比例)?[^，。；：、\d]{0,10}$")
#: 比2022年的15万吨增长3倍.
_TIMES = Pattern(r"(?:增长|增加|提高|扩大)了?(?P<n>\d+(?:\.\d+)?|[一两二三四五六七八九])倍")
#: 合格率, 不合格率.
_RATE = Pattern(r"(?P<no>[不未]?)(?P<stem>[\u3400-\u9fff]{2})率(?:为|达到?|是)?$")
_BEHIND = Pattern(r"[\u3400-\u9fff]{0,4}")
_SLACK = Decimal("0.5")
_FEWEST, _FAR = 2, 24


def taken_of(context: Context) -> Iterator[Odd]:
    """Figures that a rate, a fraction or a multiple beside them does not give of their whole."""
    for passage in context.once(figures_spoken):
        for index, one in enumerate(passage.named):
            odd = _share(passage, index, one) or _complement(passage, index, one) or _times(passage, index, one)
            if odd is not None:
                yield odd


def _before(passage: Figures, index: int, one: Quantity) -> list[Quantity]:
    return [other for other in passage.named[:index] if other.unit == one.unit and not other.rough and other is not one]


def _share(passage: Figures, index: int, one: Quantity) -> Odd | None:
    """So much is told behind a rate to be that rate of a whole."""
    if one.dimension in (PERCENT, POINTS) or not index:
        return None
    rate = passage.named[index - 1]
    head = passage.value[max(0, one.start - _FAR) : one.start]
    fraction = _FRACTION.search(head)
    if rate.dimension == PERCENT and _THAT_IS.fullmatch(passage.value, rate.end, one.start):
        times = rate.value / 100
    elif fraction is not None and value_of(fraction["n"]) < value_of(fraction["of"]):
        times = Decimal(value_of(fraction["n"])) / value_of(fraction["of"])
    elif _ONE_TO_ONE.search(head):
        times = Decimal(1)
    else:
        return None
    # What is itself told as a share is the whole of no other.
    before = [other for other in passage.named[:index] if other.dimension == one.dimension and not other.rough and not _THAT_IS_TOLD.search(passage.value, 0, other.start)]
    wholes = list(dict.fromkeys(other.value for other in before))
    if not before or any(_rounded(whole * times, one) for whole in wholes) or _rounded(sum(wholes, Decimal(0)) * times, one):
        return None
    whole = max(before, key=lambda other: other.value) if times < 1 else before[-1]
    right = whole.value * times
    if not right or not Decimal("0.5") <= one.value / right <= 2:
        return None
    return Odd(passage.at(one), one.say(right.quantize(one.step)), [passage.at(whole)], False)


def _rounded(right: Decimal, one: Quantity) -> bool:
    """Whether a figure is another, rounded to its last digit in whatever way."""
    scaled = right / one.step
    return one.value / one.step in (scaled.to_integral_value(ROUND_FLOOR), scaled.to_integral_value(ROUND_CEILING))


def _complement(passage: Figures, index: int, rate: Quantity) -> Odd | None:
    """抽检800批次，不合格16批次，合格率97%: the two figures right before a rate that names what the second denies."""
    said = _RATE.search(passage.value, max(0, rate.start - _FAR), rate.start) if rate.dimension == PERCENT and not rate.rough else None
    if said is None or index < _FEWEST:
        return None
    begin = max(passage.value.rfind(mark, 0, rate.start) for mark in "。；") + 1
    several = [one for one in passage.named[:index] if one.start >= begin and one.dimension not in (PERCENT, POINTS)]
    if len(several) != _FEWEST or several[0].unit != several[1].unit or any(one.rough for one in several) or several[0].value <= several[1].value:
        return None
    whole, part = several
    clause = clause_before(passage.value, part.start) + _BEHIND.match(passage.value, part.end)[0]  # type: ignore[index]
    denied = any(no + said["stem"] in clause for no in "不未")
    if said["stem"] not in clause or any(no + said["stem"] in clause_before(passage.value, whole.start) for no in "不未"):
        return None
    share = part.value * 100 / whole.value
    right = share if denied == bool(said["no"]) else 100 - share
    earlier = (part.value * 100 / one.value for one in passage.named[:index] if one.unit == part.unit and one.value)
    given = (*earlier, share, 100 - share, part.value * 100 / (whole.value + part.value), whole.value * 100 / (whole.value + part.value))
    if any(abs(value - rate.value) < rate.step for value in given):
        return None
    return Odd(passage.at(rate), f"约{shown(round(right, 2))}%", [passage.at(whole), passage.at(part)], False)


def _times(passage: Figures, index: int, one: Quantity) -> Odd | None:
    """45万吨，比2022年的15万吨增长3倍: so many times more, behind the two levels."""
    said = _TIMES.match(passage.value, one.end)
    before = _before(passage, index, one)
    if said is None or not before or not one.value or "比" not in clause_before(passage.value, one.start):
        return None
    stated = Decimal(said["n"]) if said["n"][0].isdigit() else Decimal(value_of(said["n"]))
    right = before[-1].value / one.value - 1
    if right <= 0 or abs(right - stated) <= (_SLACK if stated == int(stated) and right != int(right) else Decimal("0.05")):
        return None
    return Odd(passage.text.slice(*said.span("n")), f"{shown(right)}倍", [passage.at(before[-1]), passage.at(one)], False)
