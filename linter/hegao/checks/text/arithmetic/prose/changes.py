"""Differences and shares in running text (增减与占比): 由45个降到33个，减少12个; 86件比100件减少14件，下降14%; 占…的45% (norms FIG-16)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, groupby
from typing import NamedTuple

from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_UP = "提高|提升|增加|增长|上升|扩大|增至|升|多|新增|延长|加长|提前|推后|上调|上涨"
_DOWN = "下降|降低|减少|压缩|缩短|压减|精简|降|优惠|少|减|节约|节省|回落|收窄|下调"
_FROM = Pattern(r"(?:由|从|原来?|原价)[^，。；：、]{0,16}$")
_TO = Pattern(rf"[^，。；：\d]{{0,8}}(?:{_UP}|{_DOWN}|调整)[^，。；：\d]{{0,4}}[到至为][^，。；：\d]{{0,8}}")
#: What joins the figure reached with the difference.
_BY = Pattern(rf"[，,（(、]?(?:共|净|累计|同比|合计|总计|平均|每[年件人户]|[^，。；：\d]{{0,6}}率?)?(?:{_UP}|{_DOWN})了?(?:幅度)?(?:为|达|近)?")
_THAN = Pattern(rf"[，,（(]?(?:同?比|较)(?:20\d\d年|\d{{1,2}}月份?)?(?:(?!增|减|{_UP}|{_DOWN})[^，。；：\d]){{1,14}}")
#: 比上年增加: what follows is the difference itself.
_MORE = Pattern(rf"[，,（(]?(?:同?比|较)(?:20\d\d年|\d{{1,2}}月份?)?[^，。；：\d]{{0,12}}?(?P<verb>增|减|{_UP}|{_DOWN})[^，。；：\d]{{0,4}}")
_RATE = Pattern(
    r"[，,、（(]?(?:[^，。；：、\d]{0,10})?(?:占比|占总数|占|率|比例|比重)(?:[^，。；：、\d]{0,14}的)?(?:为|达到?|是|约)?"
)
_SHARE_OF = Pattern(r"[，,、（(]?(?:仅|只|约)?(?:占|达到?|为|完成了?)[^，。；：、\d]{0,14}(?:20\d\d年)?[^，。；：、\d]{0,10}")
#: How far two figures may stand apart that are spoken of together.
_FAR = 40
#: More characters than the patterns need that end before a figure.
_AHEAD = 24
#: So many figures before a rate are tried two by two and three by three.
_MOST_NAMED = 30
_BOUND = Pattern(r"^(?:以上|以下|以内|左右)")
_STOP = Pattern(r"[。；\n]")
_PLANNED = Pattern(r"(?:概算|预算|计划|定额|核定|批复|限额)[^，。；：]{0,8}$")
_OVER = Pattern(r"[，,]?超(?:出)?(?:概算|预算|计划|定额|限额)")
_OF_LABEL = Pattern(r"占(?P<label>[^，。；：、\d]{2,10}?)(?:的|比例为)?$")
_PAID = Pattern(r"(?:拨付|支付|付|预付|兑付|核拨)(?:至|到)?$")


class Mismatch(NamedTuple):
    """A figure that others contradict: ``stated``, what follows from the ``others``, and those."""

    stated: Quantity
    found: str
    others: Sequence[Quantity]


def wrong_changes(value: str, quantities: Sequence[Quantity]) -> Iterator[Mismatch]:
    """The differences, rates and shares in a passage that the figures beside them contradict; ``quantities``: all that stand in it."""
    told: set[int] = set()
    stops = [match.start() for match in _STOP.finditer(value)] if len(quantities) >= 3 else []
    for _sentence, several in groupby(quantities, lambda one: bisect_left(stops, one.start)):
        named = list(several)
        for found in _within(value, named) if len(named) >= 3 else ():
            told.add(found.stated.start)
            if not _given_before(found, quantities):
                yield found
    yield from (one for one in _labelled_shares(value, quantities) if one.stated.start not in told)


def _given_before(found: Mismatch, quantities: Sequence[Quantity]) -> bool:
    """Whether a rate is the share of a whole told before: 申请340万元。核定300万元，核减40万元，核减率为11.8%."""
    rate, others = found.stated, found.others
    if rate.dimension != PERCENT or not others:
        return False
    wholes = [one.value for one in quantities if one.dimension == others[0].dimension and one.end < others[0].start and one.value]
    return any(abs(others[0].value * 100 / whole - rate.value) <= rate.step / 2 for whole in wholes)


def _ahead(text: str, end: int) -> str:
    """What stands close before a figure."""
    return text[max(0, end - _AHEAD) : end]


def _within(text: str, named: Sequence[Quantity]) -> Iterator[Mismatch]:
    told: set[int] = set()
    for index in range(len(named) - 2):
        first, second, third = named[index : index + 3]
        if first.rough or second.rough != third.rough or second.rough and third.dimension != POINTS:
            continue
        between, behind = text[first.end : second.start], text[second.end : third.start]
        if second.rough:
            # 提高到98%以上，提高4.4个百分点以上
            behind = _BOUND.sub("", behind)
        found: Mismatch | None = None
        if first.dimension == second.dimension and _FROM.search(_ahead(text, first.start)) and _TO.fullmatch(between) and _BY.fullmatch(behind):
            found = _difference(first, second, third)
        elif first.dimension == second.dimension and _THAN.fullmatch(between) and _BY.fullmatch(behind):
            found = _difference(second, first, third)
            listed = [one for one in named[:index] if one.dimension == first.dimension and "其中" in text[one.end : first.start]]
            if found is not None and any(_difference(second, one, third) is None for one in listed):
                # 计划218万亩，其中……绿肥22万亩，比上年的211.5万亩增加6.5万亩: it goes on with the whole.
                found = None
            elif found is None and index + 3 < len(named) and named[index + 3].dimension == PERCENT and _BY.fullmatch(text[third.end : named[index + 3].start]):
                found = _difference(second, first, named[index + 3])
        elif first.dimension == second.dimension != PERCENT and third.dimension == PERCENT and (more := _MORE.fullmatch(between)):
            if _BY.fullmatch(behind):
                found = _growth(first, second, third, more["verb"])
        elif first.dimension == second.dimension != PERCENT and third.dimension == PERCENT:
            found = _share(text, named[: index + 3], between, behind)
        if found is not None and found.stated.start not in told:
            told.add(found.stated.start)
            yield found
    yield from _payments(text, named)


def _difference(old: Quantity, new: Quantity, by: Quantity) -> Mismatch | None:
    """The change from ``old`` to ``new`` against what is said of it."""
    change = abs(new.value - old.value)
    if old.dimension == PERCENT:
        if by.dimension != POINTS or change == by.value:
            # 提高9% behind two rates is another slip: percent for points.
            return None
        return Mismatch(by, f"{change.normalize():f}个百分点", (old, new))
    if by.dimension == PERCENT:
        changed = new._replace(value=change, step=max(old.step, new.step))
        if not old.value or _gives(changed, old, by):
            return None
        return Mismatch(by, _percent(change * 100 / old.value, by), (old, new))
    if by.dimension != old.dimension or change == by.value:
        return None
    coarse = max(old.step, new.step, by.step)
    if not (old.whole and new.whole and by.whole) and change != by.value and abs(change - by.value) <= coarse and (old.step, new.step) != (by.step, by.step):
        return None
    return Mismatch(by, by.say(change), (old, new))


def _growth(level: Quantity, change: Quantity, rate: Quantity, verb: str) -> Mismatch | None:
    """比上年增加14件，增长12%: the rate against level and difference."""
    sign = -1 if verb in _DOWN.split("|") or verb == "减" else 1
    before = level._replace(value=level.value - sign * change.value, step=max(level.step, change.step))
    if before.value <= 0 or _gives(change, before, rate):
        return None
    return Mismatch(rate, _percent(change.value * 100 / before.value, rate), (level, change))


def _gives(part: Quantity, whole: Quantity, rate: Quantity) -> bool:
    """Whether a part of a whole is the rate stated, all three perhaps rounded or cut off."""
    slack_part, slack_whole = ((0 if one.whole else one.step / 2) for one in (part, whole))
    if whole.value <= slack_whole:
        return True
    low = (part.value - slack_part) * 100 / (whole.value + slack_whole)
    high = (part.value + slack_part) * 100 / (whole.value - slack_whole)
    return low - rate.step < rate.value < high + rate.step


def _percent(value: Decimal, like: Quantity) -> str:
    places = max(0, -int(like.step.as_tuple().exponent))
    return f"{value:.{places}f}%"


def _share(text: str, named: Sequence[Quantity], between: str, behind: str) -> Mismatch | None:
    """A share against the part and the whole that stand right before it."""
    first, second, rate = named[-3:]
    if len(between) > _FAR or len(behind) > _FAR:
        return None
    if _SHARE_OF.fullmatch(between) and behind.strip() in ("的", "的比例为", "的比重为"):
        part, whole = first, second
    elif _RATE.fullmatch(behind) and second.value <= first.value and _linked(text, first, second, behind):
        part, whole = second, first
    elif _RATE.fullmatch(behind) and _denied(text, first, second, behind):
        # 合格108家，不合格12家，合格率90%: the two make up the whole.
        part, whole = first, first._replace(value=first.value + second.value, step=max(first.step, second.step))
    else:
        return None
    if not whole.value or _gives(part, whole, rate) or part.value > whole.value * 3 or _explained(named, rate):
        return None
    return Mismatch(rate, _percent(part.value * 100 / whole.value, rate), (part, whole))


def _linked(text: str, whole: Quantity, part: Quantity, behind: str) -> bool:
    """Whether the rate is the one of these two: 已开工36个，开工率; 其中护理型11160张，占比."""
    label = text[whole.end : part.start]
    word = behind.strip("，,、（(为达到是约")
    if "占比" in word or word.startswith("占"):
        return "其中" in label or "已" in label
    stem = word.split("率")[0][-2:]
    return len(stem) == 2 and stem in label and f"未{stem}" not in label and f"不{stem}" not in label


def _denied(text: str, part: Quantity, rest: Quantity, behind: str) -> bool:
    stem = behind.strip("，,、（(为达到是约").split("率")[0][-2:]
    label = text[part.end : rest.start]
    return len(stem) == 2 and (f"未{stem}" in label or f"不{stem}" in label) and stem in text[max(0, part.start - len(stem) - 6) : part.start]


def _explained(named: Sequence[Quantity], rate: Quantity) -> bool:
    """Whether any two figures named before give the rate, or any two together in a third."""
    before = [one for one in named if one.end <= rate.start and one.dimension not in (PERCENT, POINTS) and one.value][-_MOST_NAMED:]
    for part in before:
        for whole in before:
            if part.dimension == whole.dimension and part is not whole and _gives(part, whole, rate):
                return True
    for one, other in combinations(before, 2):
        for whole in before:
            if one.dimension == other.dimension == whole.dimension and whole not in (one, other) and _gives(one._replace(value=one.value + other.value), whole, rate):
                return True
    return False


def _labelled_shares(text: str, named: Sequence[Quantity]) -> Iterator[Mismatch]:
    """概算总投资3.85亿元……完成投资1.54亿元，占概算总投资的45%; 批复概算6000万元，实际完成6480万元，超概算8%."""
    for index, rate in enumerate(named):
        if rate.dimension != PERCENT or rate.rough or index == 0:
            continue
        part = named[index - 1]
        between = text[part.end : rate.start]
        if part.dimension in (PERCENT, POINTS) or len(between) > _FAR:
            continue
        label = _OF_LABEL.search(between)
        if label:
            whole = next((one for one in named[: index - 1] if one.dimension == part.dimension and text.endswith(label["label"], 0, one.start)), None)
            if whole is not None and whole.value and not _explained(named[: index + 1], rate):
                yield Mismatch(rate, _percent(part.value * 100 / whole.value, rate), (part, whole))
        elif _OVER.fullmatch(between):
            planned = next((one for one in named[: index - 1] if one.dimension == part.dimension and _PLANNED.search(_ahead(text, one.start))), None)
            if planned is not None and planned.value and not _gives(part._replace(value=part.value - planned.value), planned, rate):
                yield Mismatch(rate, _percent((part.value - planned.value) * 100 / planned.value, rate), (part, planned))


def _payments(text: str, named: Sequence[Quantity]) -> Iterator[Mismatch]:
    """合同签订后拨付30%，验收后拨付70%: instalments of one sum that make up more than all of it.

    Where one of them is the whole, each is of a sum of its own (优秀的支付100%，良好的支付95%).
    """
    paid = [one for one in named if one.dimension == PERCENT and _PAID.search(_ahead(text, one.start))]
    summed = sum((one.value for one in paid), Decimal(0))
    if len(paid) >= 2 and summed > 100 > max(one.value for one in paid) and not any("付至" in text[one.start - 2 : one.start] or "付到" in text[one.start - 2 : one.start] for one in paid):
        yield Mismatch(paid[-1], f"{summed.normalize():f}%", paid[:-1])
