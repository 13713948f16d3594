"""Rates that are nearly what a part and its whole give (整改率、合格率、占比): told by the arithmetic, whatever counts the things (norms FIG-16).

检测点600处，合格540处，合格率为92%: two figures of one unit before a rate, which no two figures of the sentence give, and which is
nearly what these two give.  The whole may be told by what is left, too: 已整改487条，整改率为94.2%，其余41条正在整改.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

#: 整改率为94.2%, 仅占35%, 占比90%, 完成进度达85%.
_RATE = Scanner(
    r"(?:(?P<stem>[\u3400-\u9fff]{2,8}?)(?:率|进度|比[例重])|(?P<share>占比?)(?P<of>[^，。；：、（）()\d]{0,10}?)(?:的?比[例重])?)(?:约?为|达到?|是|仅?为|有)?(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％](?![～~—-]|以[上下]|左右)",
    sign=r"(?:率|进度|比[例重]|占)[^，。；：、（）()\d]{0,14}\d{1,3}(?:\.\d{1,2})?[%％]",
)
#: A figure and what counts it.
_FIGURE = Pattern(r"(?<![\d.第〔:：/—～~-])(?P<n>\d{1,9}(?:\.\d+)?)(?P<scale>万|亿)?(?P<unit>[\u3400-\u9fff]{1,3})")
_SCALE = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_NO_UNIT = Pattern(r"[年月日时分岁周号路级期届倍度万亿]|以|至|多|余|左右")
_NO_RATE = Pattern(r"比(?![例重])|较(?![好大快强为差])|同比|增|减(?![排])|提高|上升|下降|降|低于|高于|超|力争|确保|不低于|要求|约|近|平均|各|分别|年均|(?<!完成)目标|不少于|不超过|其他|其余")
_NO_PART = Pattern(r"比(?![例重])|较(?![好大快强为差])|同比|(?<!新)增|减|降|均|每|上年|去年|同期|原(?![则料因])|超|约|近|不少于|不低于|各")
_LEFT = Pattern(lambda: rf"其余|剩余|{one_of(figure_words('left'))}")
_DONE = Pattern("^(?:[^，。；]{0,6}(?:已|实际|完成))")
_TARGET = Pattern(r"目标|计划|任务|应|预算|指标")
#: How far from a rate its part may stand, and its whole from the part; so far off, at most, is nearly what they give.
_NEAR, _FAR, _APART = 26, 40, Decimal("0.13")
_TRIED = 8


class _Counted(NamedTuple):
    start: int
    end: int
    value: Decimal
    step: Decimal
    unit: str
    label: str

    @property
    def slack(self) -> Decimal:
        """What rounding may hide; what is counted out hides nothing."""
        return Decimal(0) if self.step == 1 else self.step / 2


def near_rates(context: Context) -> Iterator[Odd]:
    """Rates that no two figures of their sentence give, and that the two before them nearly give."""
    text = context.once(running_without_names)
    for found in text.find(_RATE, "heading", "paragraph"):
        odd = _odd(found.passage, found.match)
        if odd is not None:
            yield odd


def _odd(passage: Text, match: re.Match[str]) -> Odd | None:
    value = match.string
    begin = max(value.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
    end = min((at for mark in "。；\n" if (at := value.find(mark, match.end())) >= 0), default=len(value))
    if not any(_counted(value, begin, match.start())):
        # 其余8座……；改造完成率为93.7%: what the rate is of stands before the ；.
        begin = value.rfind("。", 0, match.start()) + 1
    clause = value[max(begin, *(value.rfind(mark, 0, match.start()) + 1 for mark in "，；")) : match.start("rate")]
    if _NO_RATE.search(clause.replace("占比", "占")):
        return None
    # 安排5880万元（含债券3000万元），占50%: what stands in brackets is beside the matter.
    before = [one for one in _counted(value, begin, match.start()) if not _aside(value, one, match.start())][-_TRIED:]
    behind = [one for one in _counted(value, match.end(), end) if _LEFT.search(one.label) is not None][:1]
    pair = _pair(match, before, behind)
    if pair is None:
        return None
    rate, step = Decimal(match["rate"]), Decimal(1).scaleb(-len(match["rate"].partition(".")[2]))
    part, whole = pair
    units = [one for one in (*before, *behind) if one.unit == part.unit]
    told = (one for one in _counted(value, 0, begin) if one.unit == part.unit)
    # 任务15万亩。已开工14.5万亩、开工率96.7%，已完工9.25万亩、完工率61.7%: the whole of both stands before.
    if not whole.value or _explained(units, rate, step) or any(_gives(part, one, rate, step) for one in told):
        return None
    right = part.value * 100 / whole.value
    shown = right.quantize(step)
    if not _meant(match, rate, shown, part, whole) and not _by_slip(rate, step, part, whole):
        return None
    others = [passage.slice(one.start, one.end) for one in (part, whole) if one.end > one.start]
    return Odd(passage.slice(match.start("rate"), match.end()), f"{shown}%", others)


def _aside(value: str, one: _Counted, end: int) -> bool:
    """Whether a figure stands in brackets that are closed before ``end``."""
    opened = value.rfind("（", 0, one.start)
    return opened > value.rfind("）", 0, one.start) and value.find("）", one.end, end) >= 0


def _counted(value: str, begin: int, end: int) -> Iterator[_Counted]:
    last = begin
    for match in _FIGURE.finditer(value, begin, end):
        unit = match["unit"]
        if not _NO_UNIT.match(unit):
            scale = _SCALE.get(match["scale"] or "", Decimal(1))
            step = scale.scaleb(-len(match["n"].partition(".")[2]))
            label = value[max(last, value.rfind("，", last, match.start()) + 1, value.rfind("、", last, match.start()) + 1) : match.start()]
            kind = "元" if unit.startswith("元") else unit[0]
            yield _Counted(match.start(), match.end("unit"), Decimal(match["n"]) * scale, step, kind, label)
        last = match.end()


def _pair(match: re.Match[str], before: Sequence[_Counted], behind: Sequence[_Counted]) -> tuple[_Counted, _Counted] | None:
    """The part and the whole that stand right before a rate."""
    if not before:
        return None
    part = _part(match, before)
    if part is None or _NO_PART.search(part.label) or match.start() - part.end > _NEAR + (20 if part is not before[-1] else 0):
        return None
    earlier = [one for one in before if one.start < part.start and one.unit == part.unit]
    later = [one for one in before if one.start > part.start and one.unit == part.unit]
    if not earlier and later and not _TARGET.search(later[-1].label) and not _LEFT.search(later[-1].label):
        # 参加选举…人，参加投票…人，参选率: the words fit both, and the whole stands first.
        earlier, part = [part], later[-1]
    if earlier:
        whole = earlier[-1]
    elif later and _TARGET.search(later[-1].label):
        whole = later[-1]
    elif behind and behind[0].unit == part.unit:
        left = behind[0]
        return part, left._replace(value=left.value + part.value, label="")
    else:
        return None
    if _NO_PART.search(whole.label) or part.start - whole.end > _FAR:
        return None
    return part, whole


def _part(match: re.Match[str], before: Sequence[_Counted]) -> _Counted | None:
    """The figure that a rate is of: the one named as it is (合格540处，合格率), else the last before it."""
    stem = match["stem"]
    if stem:
        named = [one for one in before if all(mark in one.label for mark in stem[-2:]) and not any(f"{no}{stem[-2:]}" in one.label for no in "未不")]
        return named[-1] if named else next((one for one in reversed(before) if not _TARGET.search(one.label)), before[-1])
    return before[-1]


def _named(match: re.Match[str], part: _Counted) -> bool:
    return match["stem"] is not None and all(mark in part.label for mark in match["stem"][-2:])


#: 其中专职1356名，占: nothing but a mark, and what ends the words of the part.
_AT_ONCE = Pattern(r"[^，。；、：\d]{0,14}[，、（(](?:仅|只|约)?")


def _shares(match: re.Match[str], part: _Counted) -> bool:
    return match["share"] is not None and _AT_ONCE.fullmatch(match.string, part.end, match.start()) is not None


def _explained(several: Sequence[_Counted], rate: Decimal, step: Decimal) -> bool:
    """Whether any two figures give the rate, or two of them together in another."""
    together = [one._replace(value=one.value + other.value, step=max(one.step, other.step)) for one, other in combinations(several, 2)]
    if any(_gives(part, whole, rate, step) for part, whole in permutations(several, 2)):
        return True
    return any(_gives(part, whole, rate, step) or _gives(whole, part, rate, step) for part in several for whole in together)


def _gives(part: _Counted, whole: _Counted, rate: Decimal, step: Decimal) -> bool:
    """Whether a part of a whole is that rate, rounded or cut off."""
    if whole.value <= whole.slack:
        return True
    low, high = (part.value - part.slack) * 100 / (whole.value + whole.slack), (part.value + part.slack) * 100 / (whole.value - whole.slack)
    return low - step < rate <= high + step / 2


def _meant(match: re.Match[str], rate: Decimal, right: Decimal, part: _Counted, whole: _Counted) -> bool:
    """Whether a rate is meant for the two figures: it misses them by little, or by a slip of the pen where nothing names it."""
    off = abs(rate - right)
    if not right or right > 100 >= rate and _TARGET.search(whole.label) is None:
        return False
    if _named(match, part) or match["stem"] and (_DONE.search(part.label) or _TARGET.search(whole.label)) or _shares(match, part):
        return off <= right * _APART or slipped(rate, right)
    return slipped(rate, right) and len(str(right).replace(".", "")) >= 3


def _by_slip(rate: Decimal, step: Decimal, part: _Counted, whole: _Counted) -> bool:
    """Whether one slip of the pen in the part or in the whole, both counted out, makes the rate right."""
    if not rate or part.slack or whole.slack or whole.end == whole.start:
        return False
    for one, low, high in (
        (part, whole.value * (rate - step / 2) / 100, whole.value * (rate + step / 2) / 100),
        (whole, part.value * 100 / (rate + step / 2), part.value * 100 / (rate - step / 2)),
    ):
        several = range(int(low) + 1, min(int(high), int(low) + _TRIED) + 1)
        if any(slipped(one.value, Decimal(right)) and sorted(str(right)) == sorted(str(int(one.value))) for right in several):
            return True
    return False
