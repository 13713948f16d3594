"""Rates that the figure right before them nearly gives with another of the passage (占比、增幅疑误): 24所中……的21所，占86.5% (norms FIG-16).

Which whole is meant no word need say: if no two figures of the passage give the rate, and the last one and another nearly give it, a
checker would ask.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import label_before
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import other_digit
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_SHARE = Pattern(r"(?:占[^，。；、\d]{0,12}|[\u3400-\u9fff]{1,6}率(?:为|达到?|是)?|占比(?:为|达到?)?|比[例重](?:为|达到?)?)$")
_GROWTH = Pattern(r"(?:增长|上升|增|提高|下降|减少|降低|上涨|下跌|增幅|降幅)(?:了|为|约)?$")
_ANOTHER = Pattern(r"高于|低于|目标|要求|计划|不低于|不少于|达到$|超过|超$|以上|以内|控制")
#: How far before the rate its figures may stand, how far off it may be (in points, and in hundredths of it) to be meant.
_FAR, _CLOSE, _OFF, _OFF_OF = 160, 30, 5, 20
_TRIED = 12


def nearly_rated(context: Context) -> Iterator[Odd]:
    """The rates that no two figures of their passage give and two nearly give."""
    for passage in context.once(figures_spoken):
        amounts = [one for one in passage.named if one.dimension not in (PERCENT, POINTS)]
        if len(amounts) < 2:
            continue
        for rate in passage.named:
            if rate.dimension == PERCENT and not rate.rough and rate.value:
                odd = _odd(passage, amounts, rate) or _of_the_next(passage, amounts, rate)
                if odd is not None:
                    yield odd


def _odd(passage: Figures, amounts: Sequence[Quantity], rate: Quantity) -> Odd | None:
    label = label_before(passage.value, rate)
    share, growth = _SHARE.search(label) is not None, _GROWTH.search(label) is not None
    before = [one for one in amounts if one.end <= rate.start and rate.start - one.end <= _FAR][-_TRIED:]
    of_it = before and passage.value[before[-1].end : rate.start] in ("的", "的约")
    if not before or not (share or growth or of_it) or _ANOTHER.search(label) or rate.start - before[-1].end > _CLOSE or "。" in passage.value[before[-1].end : rate.start]:
        return None
    if any(_gives(one, other, rate, growth) for one in amounts for other in amounts if one is not other and one.dimension == other.dimension):
        return None
    if any(_gives(one._replace(value=one.value + other.value), whole, rate, False) for one, other in combinations(before, 2) if one.unit == other.unit for whole in before if whole.unit == one.unit):
        # 好的5个、较好的9个: both together are the part.
        return None
    last = before[-1]
    if any(last.end <= other.start < rate.start for other in passage.named if other.dimension == PERCENT):
        # 办结85289件，办结率98.6%；满意率99.2%: the rate of the two is told first.
        return None
    if passage.value[last.end : rate.start] in ("的", "的约"):
        # 完成12.6亿元，为预算12亿元的105%: the whole stands last.
        return _against(passage, before[:-1], last, rate)
    behind = next((one for one in amounts if one.start >= rate.end), None) if growth else None
    if behind is not None and behind.start - rate.end <= _CLOSE and _EARLIER.search(label_before(passage.value, behind)):
        return _against(passage, before[-1:], behind, rate, True)
    after = [one for one in amounts if rate.end <= one.start <= rate.end + _CLOSE and share]
    for whole in (*reversed(before[:-1]), *after):
        if _kind(whole) != _kind(last) or not whole.value or last.rough or whole.rough:
            continue
        right = _rate(last, whole, growth)
        off = abs(right - rate.value)
        meant = rate.step < off <= _OFF and off * 100 <= rate.value * _OFF_OF or _mistyped(rate, right) and _SHARED.match(passage.value, whole.end) is None
        if meant and (growth or last.value < whole.value):
            return Odd(passage.at(rate), f"按前面的数约为{round(right, 1).normalize():f}%", [passage.at(last), passage.at(whole)], False)
    return None


def _of_the_next(passage: Figures, amounts: Sequence[Quantity], rate: Quantity) -> Odd | None:
    """上线率97.5%，其中1200项中已上线1190项: the whole and the part are told behind the rate."""
    if not _SHARE.search(label_before(passage.value, rate)) or any(one.end <= rate.start and "。" not in passage.value[one.end : rate.start] for one in amounts):
        return None
    behind = [one for one in amounts if rate.end <= one.start <= rate.end + _CLOSE * 2 and "。" not in passage.value[rate.end : one.start]]
    if len(behind) != 2 or _kind(behind[0]) != _kind(behind[1]) or behind[1].value > behind[0].value or any(one.rough for one in behind) or not behind[0].value:
        return None
    whole, part = behind
    right = _rate(part, whole, False)
    off = abs(right - rate.value)
    if "其中" not in passage.value[rate.end : part.start] or off < rate.step or off > _OFF:
        return None
    return Odd(passage.at(rate), f"按后面的数约为{round(right, 1).normalize():f}%", [passage.at(part), passage.at(whole)], False)


def _kind(one: Quantity) -> str:
    """The unit, persons and visits being one."""
    return one.unit.removesuffix("次") if one.unit.endswith("人次") else one.unit


def _mistyped(rate: Quantity, right: Decimal) -> bool:
    """Whether a rate is the right one with its digits turned, or with a nought more or less."""
    stated, meant = f"{rate.value / rate.step:.0f}", f"{right / rate.step:.0f}"
    same = len(stated) == len(meant) == _TURNED and sorted(stated) == sorted(meant)
    # What comes out even is no rate by chance.
    even = abs(right - round(right / rate.step) * rate.step) * _EVEN <= rate.step and other_digit(rate.value, round(right / rate.step) * rate.step, rate.step)
    return same and stated != meant or even or meant.strip("0") == stated.strip("0") and len(meant) != len(stated)


#: 4716万元，占60%；2358万元，占30%: none of them is the whole of another.
_SHARED = Pattern("[，,（(]?占")
_TURNED, _EVEN = 2, 50
_EARLIER = Pattern(r"^(?:而)?(?:上年|去年|同期|上期)")


def _against(passage: Figures, parts: Sequence[Quantity], whole: Quantity, rate: Quantity, growth: bool = False) -> Odd | None:
    """The rate of the part told last in a whole that is told beside the rate."""
    part = next((one for one in reversed(parts) if one.unit == whole.unit), None)
    if part is None or part.rough or whole.rough or not whole.value:
        return None
    right = _rate(part, whole, growth)
    off = abs(right - rate.value)
    if not rate.step < off + rate.step / 2 or off <= rate.step / 2 or off > _OFF or off * 100 > rate.value * _OFF_OF * 2:
        return None
    return Odd(passage.at(rate), f"按前后的数约为{round(right, 1).normalize():f}%", [passage.at(part), passage.at(whole)], False)


def _rate(part: Quantity, whole: Quantity, growth: bool) -> Decimal:
    return abs(part.value - whole.value) * 100 / whole.value if growth else part.value * 100 / whole.value


def _gives(part: Quantity, whole: Quantity, rate: Quantity, growth: bool) -> bool:
    """Whether two figures give the rate, be it a share or a growth, rounded or cut off."""
    if not whole.value:
        return False
    return any(abs(_rate(part, whole, kind) - rate.value) < rate.step * (Decimal(2) if kind else 1) for kind in {growth, False})
