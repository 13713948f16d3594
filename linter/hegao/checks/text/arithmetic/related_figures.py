"""Figures that hang together (勾稽关系): shares of one whole, so many each, a level and how far it lies above another (norms FIG-16)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import counts_another, shown
from hegao.checks.text.arithmetic.prose.partitions import turned
from hegao.checks.text.arithmetic.rates import gives
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text


class Odd(NamedTuple):
    """A figure that others contradict, what they give, those, and whether that is certain."""

    at: Text
    found: str
    others: Sequence[Text]
    sure: bool = True


def odd_figures(context: Context) -> Iterator[Odd]:
    """The figures of the running text that do not hang together."""
    several = context.once(figures_spoken)
    labelled = _labelled(several)
    for passage in several:
        yield from _odd_shares(passage)
        yield from _shares_found(passage)
        yield from _shares_of_label(passage, labelled)
        yield from _changes_per(passage)
        if "每" in passage.value:
            yield from _each(passage)
            yield from _averages(passage)
    yield from _turned_figures(labelled)
    yield from _above(several)


#: What joins a part with its share.
_SHARE = Pattern(r"[^，。；、）\d]{0,6}[，、（(]?占(?:比|总数|总量|全部|全市|总额)?的?(?:为|约)?")


def _odd_shares(passage: Figures) -> Iterator[Odd]:
    """甲类16200件，占27.0%；乙类9600件，占18.0%……: the share that is of another whole than all the others."""
    pairs = [
        (part, rate)
        for part, rate in pairwise(passage.named)
        if rate.dimension == PERCENT and part.dimension not in (PERCENT, POINTS) and rate.value and _SHARE.fullmatch(passage.value, part.end, rate.start)
    ]
    pairs = [pair for pair in pairs if pair[0].dimension == pairs[0][0].dimension and not (pair[0].rough or pair[1].rough)]
    if len(pairs) < 3:
        return
    best: list[tuple[Quantity, Quantity]] = []
    whole = Decimal(0)
    for part, rate in pairs:
        total = part.value * 100 / rate.value
        fits = [pair for pair in pairs if abs(pair[0].value * 100 / total - pair[1].value) <= pair[1].step]
        if len(fits) > len(best):
            best, whole = fits, total
    if len(best) == len(pairs) - 1 and len(best) >= 2:
        part, rate = next(pair for pair in pairs if pair not in best)
        yield Odd(passage.at(rate), _percent(part.value * 100 / whole, rate), [passage.at(one) for one, _rate in best])


def _percent(value: Decimal, like: Quantity) -> str:
    return f"{value:.{max(0, -int(like.step.as_tuple().exponent))}f}%"


def _fits(part: Quantity, whole: Quantity, rate: Quantity) -> bool:
    return gives(part, whole, rate) or part.whole and whole.whole and abs(part.value * 100 / whole.value - rate.value) <= rate.step


#: 抽查600件，发现……问题42件，占7.0%.
_FOUND = Pattern(r"[^。；\d]{0,12}[，,](?:共|其中)?(?:发现|查出|检出|查实|核实|有|存在)[^。；，\d]{0,30}")
_RATE = Pattern(r"[^，。；、）\d]{0,4}[，、（(]占(?:比|总数|抽查总数|抽查数|全部)?的?(?:为)?")


def _shares_found(passage: Figures) -> Iterator[Odd]:
    for whole, part, rate in zip(passage.named, passage.named[1:], passage.named[2:]):
        if rate.dimension != PERCENT or whole.dimension != part.dimension or whole.rough or part.rough or rate.rough or _fits(part, whole, rate):
            continue
        if _FOUND.fullmatch(passage.value, whole.end, part.start) and _RATE.fullmatch(passage.value, part.end, rate.start):
            yield Odd(passage.at(rate), _percent(part.value * 100 / whole.value, rate), [passage.at(whole), passage.at(part)])


class _Labelled(NamedTuple):
    one: Quantity
    passage: Figures

    @property
    def at(self) -> Text:
        return self.passage.at(self.one)


_LABEL = Pattern(r"[\u3400-\u9fff]{4,12}$")


def _labelled(several: Sequence[Figures]) -> Mapping[str, list[_Labelled]]:
    """The figures of measure by the words right before them."""
    found: dict[str, list[_Labelled]] = defaultdict(list)
    for passage in several:
        for one in passage.named:
            if not one.rough and one.dimension not in (PERCENT, POINTS):
                label = _LABEL.search(passage.value, max(0, one.start - 12), one.start)
                if label:
                    found[label[0]].append(_Labelled(one, passage))
    return found


_SHARE_OF_LABEL = Pattern(r"[，,]?(?:仅|只)?占(?P<label>[\u3400-\u9fff]{3,10}?)的?(?:比例为|比重为)?")


def _shares_of_label(passage: Figures, labelled: Mapping[str, Sequence[_Labelled]]) -> Iterator[Odd]:
    """累计完成投资9156万元，占总投资的52%, where the total stands in another paragraph."""
    for part, rate in pairwise(passage.named):
        match = _SHARE_OF_LABEL.fullmatch(passage.value, part.end, rate.start) if rate.dimension == PERCENT else None
        if match is None or part.dimension in (PERCENT, POINTS) or part.rough or rate.rough:
            continue
        wholes = [one for label, several in labelled.items() if label.endswith(match["label"]) for one in several if one.one.dimension == part.dimension]
        few = 0 < len({one.one.value for one in wholes}) <= 2
        if few and any(_fits(part, part._replace(value=part.value + other.value), rate) for other in passage.named if other.dimension == part.dimension and other is not part):
            # 税收24860万元，占收入的68.1%；非税11640万元，占31.9%: the two are all of it.
            continue
        if few and wholes[0].one.value >= part.value and not any(_fits(part, one.one, rate) for one in wholes):
            yield Odd(passage.at(rate), _percent(part.value * 100 / wholes[0].one.value, rate), [passage.at(part), wholes[0].at])


def _turned_figures(labelled: Mapping[str, Sequence[_Labelled]]) -> Iterator[Odd]:
    """One thing by the same name with two figures that differ in the order of their digits: 21800万元, 28100万元."""
    by_tail: dict[str, list[_Labelled]] = defaultdict(list)
    for label, several in labelled.items():
        if len(label) >= _TAIL and not _TIMED.search(label):
            by_tail[label[-_TAIL:]] += several
    for several in by_tail.values():
        first = several[0]
        for other in several[1:]:
            if other.one.dimension == first.one.dimension and turned(other.one.value, first.one.value):
                yield Odd(other.at, first.at.value, [first.at])


#: A name that says when is one of several: 上年完成投资.
_TIMED = Pattern(r"[年月日]|同期|本期|上期")
#: So many characters at the end of a name tell what is meant: 概算总投资.
_TAIL = 5
_UP_DOWN = "提高|提升|增加|增长|上升|扩大|减少|下降|降低|缩短|压缩|扩建|新增|净增|升级"
_PER = r"(?:每[日天年月时]|日均|年均)"
_FROM_PER = Pattern(rf"(?:由|从)(?:原来|现在|目前)?(?:的)?{_PER}$")
_TO_PER = Pattern(rf"[^，。；\d]{{0,8}}(?:{_UP_DOWN})[到至为]{_PER}")
_BY_PER = Pattern(rf"[，,][^，。；\d]{{0,6}}(?:{_UP_DOWN})了?[^，。；\d]{{0,8}}{_PER}?")


def _changes_per(passage: Figures) -> Iterator[Odd]:
    """由每日3.5万立方米提高到每日6.0万立方米，新增每日2.8万立方米."""
    for old, new, by in zip(passage.named, passage.named[1:], passage.named[2:]):
        if not old.dimension == new.dimension == by.dimension or by.rough:
            continue
        value = passage.value
        if _FROM_PER.search(value, 0, old.start) and _TO_PER.fullmatch(value, old.end, new.start) and _BY_PER.fullmatch(value, new.end, by.start):
            change = abs(new.value - old.value)
            if change != by.value:
                yield Odd(passage.at(by), by.say(change), [passage.at(old), passage.at(new)])


#: 每组5人，共30人; 9个组别……每个组别设一等奖1名、二等奖2名、三等奖3名，共设奖54名.
_EACH = Pattern(r"每(?:个|支|家|名|位|所|座|处|项|村|县)?(?P<noun>[\u3400-\u9fff]{1,6}?)(?:设|配备?|安排|不少于|发放|补助|奖励|评选)?[^，。；：\d]{0,6}$")
_NAME = 4
_ONE_MORE = Pattern(r"、[^，。；：、\d]{1,8}")
_ALL = Pattern(r"[，,、](?:全部|所有|各)?[^，。；：\d]{0,8}(?:共计?|合计|总计)[^，。；：\d]{0,6}$")


def _each(passage: Figures) -> Iterator[Odd]:
    """So many of each, against all of them."""
    value = passage.value
    named = [one for one in passage.named if one.dimension not in (PERCENT, POINTS)]
    for index, first in enumerate(named):
        each = _EACH.search(value, max(0, first.start - 16), first.start)
        if each is None or first.rough:
            continue
        parts, rest = [first], named[index + 1 :]
        while rest and rest[0].dimension == first.dimension and _ONE_MORE.fullmatch(value, parts[-1].end, rest[0].start):
            parts.append(rest.pop(0))
        if not rest or rest[0].dimension != first.dimension or not _ALL.search(value, parts[-1].end, rest[0].start) or rest[0].start - parts[-1].end > 16:
            continue
        count = _count_of(value[: first.start], each["noun"])
        whole = rest[0]
        summed = sum((part.value for part in parts), Decimal(0))
        another = first.unit == "个" and counts_another(value[first.end :], value[max(0, whole.start - _NAME) : whole.start], value[whole.end : whole.end + _NAME])
        if count is not None and not another and not whole.rough and count * summed != whole.value:
            yield Odd(passage.at(whole), whole.say(count * summed), [passage.at(part) for part in parts])


def _count_of(before: str, noun: str) -> int | None:
    """How many of a noun a text last said there are."""
    counts = list(re.finditer(rf"(\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})[个支家名位所座处项][^，。；、\d]{{0,6}}{noun}", before))
    # 每个大队下设4个分队: how many there are in each of something else.
    return value_of(counts[-1][1]) if counts and "每" not in before[max(before.rfind(mark, 0, counts[-1].start()) for mark in "，。；") + 1 : counts[-1].start()] else None


#: 抽检样品360批次，平均每组60批次.
_AVERAGE = Pattern(r"[^，。；\d]{0,10}[，,（(](?:平均|人均|户均)?每[^，。；\d]{1,6}(?:约)?")
_MOST_GROUPS = 60


def _averages(passage: Figures) -> Iterator[Odd]:
    """An average that no number of groups gives."""
    for whole, mean in pairwise(passage.named):
        between = passage.value[whole.end : mean.start]
        if "平均" not in between or whole.dimension != mean.dimension or whole.rough or mean.rough or not (whole.whole and mean.value):
            continue
        if not _AVERAGE.fullmatch(between) or whole.value / mean.value > _MOST_GROUPS:
            continue
        low, high = whole.value / (mean.value + mean.step), whole.value / max(mean.value - mean.step, mean.step)
        if int(high) == int(low) and low != int(low):
            groups = round(whole.value / mean.value)
            yield Odd(passage.at(mean), f"{shown(whole.value / groups)}（按{groups}份）", [passage.at(whole)])


#: 低于全市平均水平11.9个百分点; 超警戒水位1.36米.
_THAN = Pattern(r"[，,]?(?:(?P<more>高于|高出|超过|超出|超|高)|(?P<less>低于|低))(?P<name>[\u3400-\u9fff]{3,14}?)")


def _above(several: Sequence[Figures]) -> Iterator[Odd]:
    """How far figures lie above or below one level, against that level, or against one another."""
    told: dict[str, list[tuple[Decimal, Quantity, Text, Quantity]]] = defaultdict(list)
    for passage in several:
        for one, by in pairwise(passage.named):
            match = _THAN.fullmatch(passage.value, one.end, by.start)
            alike = one.dimension == by.dimension or (one.dimension, by.dimension) == (PERCENT, POINTS)
            if match and alike and not one.rough:
                level = one.value - by.value if match["more"] else one.value + by.value
                told[match["name"]].append((level, by, passage.at(by), one))
    for name, levels in told.items():
        level_before = re.compile(rf"(?<![超高低于过出比]){name}[^，。；：\d]{{0,4}}$")
        known = [
            (one, passage.at(one))
            for passage in several
            for one in passage.named
            if level_before.search(passage.value, max(0, one.start - 20), one.start)
        ]
        if known:
            right = known[0][0].value
        else:
            counts = Counter(level for level, *_rest in levels).most_common(2)
            values = {one.value for passage in several for one in passage.named}
            sure = [level for level, _n in counts if level in values]
            if len(counts) != 2 or len(sure) != 1:
                continue
            right = sure[0]
        for level, by, at, one in levels:
            if level != right and by.value != abs(one.value - right) and abs(level - right) <= max(right / 4, Decimal(1)):
                yield Odd(at, by.say(abs(one.value - right)), [at for _one, at in known])
