"""Sums in running text (合计与分项): a figure, and behind 其中, 包括, 分别 the parts that make it up (norms FIG-16).

其中 may name some parts only.  So a sum below the whole counts only where what is named all but makes it up, and one above it
only where the parts cannot overlap or miss it by little: of thirty people twenty may be women and fifteen members.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from hegao.checks.text.arithmetic.apart_words import sets_apart
from hegao.checks.text.arithmetic.slipped_digits import slipped_sum
from hegao.checks.text.arithmetic.yardsticks import begins_anew, is_aside, is_yardstick
from hegao.phrases.quantities import MEASURED, Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

#: Words behind which the parts of a figure stand.
OPENINGS = ("其中", "包括", "分别", "分为", "构成", "渠道", "个中，", "家中，", "件中，", "项中，", "项目中，", "任务中，", "问题中，", "按月拨付", "合计", "共", "总计", "累计", "已", "，设", "第一批", "近期", "保留")
_OPENING = Pattern(
    r"其中[：:，,]?|(?:包括|包含|分为|构成为|组成为)[：:]?|(?:按照|按)[^，。；]{0,8}渠道[^，。；：]{0,6}[：:]|(?<=[个家件项户名宗])[^，。；、：\d]{0,8}中，|分别(?:为|是)[：:]?|按(?:年|月|季度?)(?:拨付|下达)[：:]|(?<=每[组班队车台]\d人)，设(?=[^，。；、\d]{1,8}\d)"
)
#: Parts that share out a whole by themselves, without 其中: years, batches, near and far, done and not yet done.
_SHARING = Pattern(
    r"(?:第[一二三四五六]批|20\d\d年|\d{1,2}月|近期|远期|中央|省级|市级|县级|区级|已|正在|尚未|未|剩余|其余|保留|修改|废止|继续有效|宣布失效|关停|整合|"
    r"立行立改|限期整改|长期整改|达到时序|进度滞后|(?:完成|办结|整改|通过|合格|不合格|城镇|农村|城区|新建|改造|续建|上级|本级|在建|拟建|存量|新增))"
)
#: What comes before a part that is none: comparisons, rates, running totals.
_NO_PART = Pattern(r"比(?![例重])|较(?![好大快强为差])|(?<![挤侵强抢])占(?![用地道])|率|均|每|同期|增长|增加|下降|减少|降低|提高|上升|累计|达|[合小]计|(?<!公)共(?!同)|总|超|高于|低于|不足|至|减|到|人口|原(?![则料因])|扣除|另|此外|还|预计")
#: Words that say that the parts named are not all, or that parts overlap.
_NOT_ALL = Pattern(r"^(?:等|，其余|、其余|，其他|余)")
_OVERLAP = Pattern(r"党员|女|男|同志|少数民族|兼|同时|以上|及以上|学历|职称|上市|高新|规模以上|规上|龙头|省级以上|国家级")
#: Bands of age lie side by side.
_AGES = Pattern(r"\d+周?岁[（(]?(?:及?以[上下]|含|不含)")
_SEPARATORS = "、，,；;和"
_LABEL = 30
_BEFORE = 60
#: More parts than any sum in a text has; the rest of a list that is longer is left.
_MOST_PARTS = 200
_CLOSED_IN = 24
#: Of so many rounded parts the sum may be off by more than their last digit.
_MANY = 6


class Sum(NamedTuple):
    """A figure and the parts that make it up; ``found`` is what they add up to, written in its unit."""

    whole: Quantity
    parts: Sequence[Quantity]
    found: str


class Limits(NamedTuple):
    """What of the whole the parts must reach (in percent) before a sum below it counts, and how far above it a sum may be."""

    least: int
    most: int


def wrong_sums(value: str, quantities: Sequence[Quantity], limits: Limits) -> Iterator[Sum]:
    """The figures in a passage that their parts contradict; ``quantities``: all that stand in it."""
    if len(quantities) < 3:
        return
    openings = list(_OPENING.finditer(value))
    opened = [opening.start() for opening in openings]
    told: set[int] = set()
    for opening in openings:
        for found in _behind(value, quantities, opening.start(), opening.end(), limits):
            if found.whole.start not in told:
                told.add(found.whole.start)
                yield found
    for index, whole in enumerate(quantities):
        if whole.start in told or _opened_soon(value, opened, whole.end):
            continue
        at = _plain_start(value, whole, quantities[index + 1]) if index + 1 < len(quantities) else None
        if at is not None:
            for found in _behind(value, quantities, at, at, limits, whole.dimension):
                if found.whole.start == whole.start:
                    told.add(whole.start)
                    yield found
    yield from (found for found in _sums_behind(value, quantities) if found.whole.start not in told)


def _opened_soon(value: str, opened: Sequence[int], end: int) -> bool:
    """Whether the next word behind which parts stand, of those that begin at ``opened``, is near, in the same sentence."""
    index = bisect_left(opened, end)
    return index < len(opened) and opened[index] - end <= _BEFORE and "。" not in value[end : opened[index]]


def _plain_start(value: str, whole: Quantity, following: Quantity) -> int | None:
    """Where parts begin that share out ``whole`` by themselves: 共19项，已办结15项，正在办理3项."""
    if whole.rough or following.start - whole.end > _BEFORE or "。" in value[whole.end : following.start]:
        return None
    begin = max(value.rfind(mark, whole.end, following.start) for mark in "，：:,；") + 1
    return begin if begin > 0 and _SHARING.match(value, begin) else None


def _sums_behind(value: str, quantities: Sequence[Quantity]) -> Iterator[Sum]:
    """甲12公里、乙9公里，合计21公里: parts against the sum that follows them."""
    for index, whole in enumerate(quantities):
        said = _SUMMED.search(value, max(0, whole.start - 16), whole.start)
        if said is None or index < 2 or whole.rough:
            continue
        parts: list[Quantity] = []
        end = said.start()
        for part in (quantities[at] for at in range(index - 1, max(-1, index - 1 - _MOST_PARTS), -1)):
            between = value[part.end : end]
            if part.dimension != whole.dimension or part.rough or not _JOINT.fullmatch(between) or part.value >= whole.value:
                break
            parts.append(part)
            end = part.start
            if _ANEW.match(value, _behind_mark(value, "，。；：、", part.start)):
                break
        parts.reverse()
        if len(parts) < 2 or not (said["sure"] or all(_shares(value, part) for part in parts) or "、" in value[parts[0].end : parts[1].start]):
            continue
        head = value[max(1, _behind_mark(value, "，。；：、", parts[0].start)) : parts[-1].end]
        summed = sum((part.value for part in parts), Decimal(0))
        coarse = max(whole.step, *(part.step for part in parts))
        exact = all(one.whole for one in (whole, *parts)) or len(parts) <= 3
        far = not said["sure"] and abs(summed - whole.value) * 100 > whole.value * 20
        if summed != whole.value and (exact or abs(summed - whole.value) > coarse) and not far and not sets_apart(_NO_PART_BEHIND, head) and not _begun_before(quantities, whole, parts):
            yield Sum(whole, parts, whole.say(summed))


def _is_balance(value: str, parts: Sequence[Quantity]) -> bool:
    """Whether the last of three figures is by what the two before differ: 出口84.6亿元，进口51.3亿元，顺差33.3亿元."""
    if len(parts) != _BALANCED or parts[2].value != abs(parts[0].value - parts[1].value):
        return False
    return _BALANCE.search(value, _behind_mark(value, "，、；：,。", parts[2].start), parts[2].start) is not None


_BALANCED, _BALANCE = 3, Pattern("差|净|余|盈|亏")


def _begun_before(quantities: Sequence[Quantity], whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the list of the parts begins elsewhere: the last ones make up the whole, or with some more figures before them they do."""
    summed = Decimal(0)
    for part in reversed(parts):
        summed += part.value
        if summed == whole.value and part is not parts[-1]:
            return True
    for one in reversed([one for one in quantities if one.dimension == whole.dimension and one.end <= parts[0].start]):
        summed += one.value
        if summed >= whole.value:
            break
    return summed == whole.value


def _behind(
    value: str, quantities: Sequence[Quantity], before: int, at: int, limits: Limits, only: str | None = None
) -> Iterator[Sum]:
    """The sums of the list that begins at ``at``, against the figures named last before it."""
    groups = _list(value, quantities, at)
    dimensions = dict.fromkeys(quantity.dimension for group in groups for quantity in group)
    for dimension in dimensions:
        parts = [quantity for group in groups for quantity in group if quantity.dimension == dimension]
        whole = _whole(value, quantities, before, dimension)
        if whole is None or len(parts) < 2 or only not in (None, dimension):
            continue
        if _is_balance(value, parts):
            parts.pop()
        if only is not None and not all(_shares(value, part) for part in parts):
            continue
        # Where the groups make up another figure to the letter, they are all that there is.
        if _complete(value, quantities, before, groups, dimension) and len(parts) == len(groups):
            summed = sum((part.value for part in parts), Decimal(0))
            found = Sum(whole, parts, whole.say(summed)) if summed != whole.value and all(one.whole for one in (whole, *parts)) else None
        else:
            found = _judge(value, whole, parts, limits, spoken=only is None)
        if found is not None and not _told_behind(value, quantities, found):
            yield found


def _told_behind(value: str, quantities: Sequence[Quantity], found: Sum) -> bool:
    """Whether the sum of the parts is told right behind them, and more follows: 其中甲30万元、乙20万元，两项小计50万元；另有丙5万元."""
    end = found.parts[-1].end
    return any(one.unit == found.whole.unit and one.say(one.value) == found.found and _SMALL_SUM.search(value, end, one.start) for one in quantities if end <= one.start <= end + _CLOSED_IN)


_SMALL_SUM = Pattern("小计[^，。；、]{0,4}$")


def _complete(value: str, quantities: Sequence[Quantity], before: int, groups: Sequence[Sequence[Quantity]], apart: str) -> bool:
    for dimension in dict.fromkeys(one.dimension for one in groups[0] if one.dimension != apart) if len(groups) > 2 else ():
        parts = [one for group in groups for one in group if one.dimension == dimension]
        whole = _whole(value, quantities, before, dimension)
        if whole is not None and len(parts) == len(groups) and sum((part.value for part in parts), Decimal(0)) == whole.value:
            return True
    return False


_SUMMED = Pattern(r"[，,；（(、]?(?:[一两二三四五六七八九十]+(?:年|项|者|方面|部分|地|级|类)|以上)?(?:(?P<sure>合计|共计|总计|总共|累计(?!结余|结存|余额|存量))|共)[^，。；：、\d]{0,8}$")
#: What joins two parts of a list: a mark and a short name.
_JOINT = Pattern(r"(?:[（(][^（）()]{1,16}[）)])?[、，,；;和](?![^，。；、]*(?:比|较(?![好大快强为差])|占|率|均|每|同期|增|减|降))[^，。；：、]{0,24}|(?:[（(][^（）()]{1,16}[）)])?")
#: 各差额1名，即主任候选人2名、副主任候选人2名，共4名: what begins a list behind other figures.
_ANEW = Pattern("即|具体[为是]|分别[为是]")
_NO_PART_BEHIND = Pattern(r"其中|比(?![例重])|较(?![好大快强为差])|增|减|原(?![则料因])|每|均|至|到|上年|同期|达|从|同比")


def _shares(value: str, part: Quantity) -> bool:
    return _SHARING.match(value, _behind_mark(value, "，、；：,。", part.start)) is not None


def _behind_mark(value: str, marks: str, end: int) -> int:
    """The offset behind the last of the marks before ``end``, 0 where there is none; one that is near is found at once."""
    reach = _BEFORE
    while True:
        start = max(0, end - reach)
        found = max(value.rfind(mark, start, end) for mark in marks)
        if found >= 0 or start == 0:
            return found + 1
        reach *= 4


def _whole(value: str, quantities: Sequence[Quantity], before: int, dimension: str) -> Quantity | None:
    """The figure that the list shares out: the last one of that dimension, in the sentence or the one before."""
    index = bisect_left(quantities, before, key=_end)
    if index == len(quantities) or quantities[index].end > before:
        index -= 1
    while index >= 0 and before - quantities[index].end <= _BEFORE:
        whole = quantities[index]
        sentence = value.rfind("。", max(0, whole.start - 10), max(0, before - 1)) + 1
        if whole.dimension == dimension and not is_yardstick(value, whole) and not is_aside(value, whole, before):
            head = value[max(sentence, whole.start - 10, 0) : whole.start]
            if whole.rough or sentence > whole.start:
                return None
            if not sets_apart(_NO_WHOLE, head):
                return whole
            return None
        # 达到5.4万户，比上年增加0.6万户，其中: what it rose by is not shared out, the level is; nor what it is compared with.
        index -= 1
    return None


_NO_WHOLE = Pattern("比(?![例重])|较(?![好大快强为差])|占|每")


def _start(quantity: Quantity) -> int:
    return quantity.start


def _end(quantity: Quantity) -> int:
    return quantity.end


def _list(value: str, quantities: Sequence[Quantity], at: int) -> list[list[Quantity]]:
    """The parts of a list as they stand between its separators; the separator behind the first part holds for all.

    In 甲4处、长2.1千米，乙3处、长1.1千米 each group has a figure of each dimension.
    """
    first = bisect_left(quantities, at, key=_start)
    groups: list[list[Quantity]] = []
    separator = ""
    end = read = at
    for quantity in islice(quantities, first, first + _MOST_PARTS):
        if quantity.start < end:
            # In brackets behind a part: 农用地13.2公顷（含耕地9.8公顷）.
            continue
        label = value[end : quantity.start]
        if any(mark in value[read : quantity.end] for mark in "。\n"):
            break
        read = quantity.end
        mark = label.lstrip()[:1] if groups else ""
        if groups and (mark not in _SEPARATORS or begins_anew(value, groups[0][0], quantity, mark)):
            break
        label = label.lstrip(_SEPARATORS)
        if len(label) > _LABEL or any(c in label for c in "，。；：") or sets_apart(_NO_PART, label) or quantity.rough:
            if not groups:
                return []
            break
        same = [one for one in groups[-1] if one.dimension == quantity.dimension] if groups else []
        if groups and not same and quantity.dimension != groups[0][0].dimension and mark in "、，":
            groups[-1].append(quantity)
        elif groups and quantity.dimension != groups[0][0].dimension:
            break
        elif not groups or not separator or mark == separator or (mark == "和" and separator == "、"):
            if groups and not separator and mark != "和":
                separator = mark
            groups.append([quantity])
        else:
            break
        end = quantity.end
        if value.startswith(("（", "("), end):
            close = min((found for mark in "）)" if (found := value.find(mark, end, end + _CLOSED_IN + 1)) >= 0), default=-1)
            end = close + 1 if close >= 0 else end
    shape = len(groups[0]) if groups else 0
    return [group[:shape] if len(group) > shape else group for group in groups]


def _judge(value: str, whole: Quantity, parts: Sequence[Quantity], limits: Limits, *, spoken: bool) -> Sum | None:
    """The sum, where it differs from the whole for sure; ``spoken``: whether a word says that the parts are of it."""
    summed = sum((part.value for part in parts), Decimal(0))
    off = summed - whole.value
    # 36万亩 beside 14.5万亩 is 36.0万亩, where few are added.
    one_unit = len(parts) < _MANY and len({one.unit for one in (whole, *parts)}) == 1
    coarse = (min if one_unit else max)(whole.step, *(part.step for part in parts))
    exact = all(one.whole for one in (whole, *parts)) or len(parts) <= 3 or len(parts) == 4 and len({one.step for one in (whole, *parts)}) == 1
    if off == 0 or (not exact and abs(off) <= coarse):
        return None
    tail = value[parts[-1].end :]
    if off < 0 and _ASIDE_WITHIN.match(tail):
        # 准备1个月；主体14个月，其中……；收尾1个月: the list goes on behind what is said of a part.
        return None
    labels = value[whole.end : parts[-1].end]
    if spoken and off > 0 and all(_PLACE.search(label) for label in _labels(value, parts)):
        # Places lie side by side: together they have no more than the whole.
        return Sum(whole, parts, whole.say(summed))
    if spoken and slipped_sum(whole, parts) and not _OVERLAP.search(_AGES.sub("", labels)) and not (off < 0 and (_NOT_ALL.match(tail) or "其余" in tail[:12])):
        return Sum(whole, parts, whole.say(summed))
    if off > 0:
        near = summed * 100 <= whole.value * limits.most or (whole.whole and off == 1)
        certain = whole.dimension in MEASURED or near
        if any(part.value >= whole.value for part in parts) or not certain or (not whole.dimension in MEASURED and _OVERLAP.search(_AGES.sub("", labels))):
            return None
    else:
        near = summed * 100 > whole.value * limits.least or (whole.whole and off == -1 and len(parts) >= 2 and whole.value <= 12)
        if not near or _NOT_ALL.match(tail) or "其余" in tail[:12]:
            return None
    return Sum(whole, parts, whole.say(summed))


_ASIDE_WITHIN = Pattern(r"(?:[（(][^（）()]{1,40}[）)])?，其中[^。；]{2,80}；[^。；]{0,30}\d")
_PLACE = Pattern(lambda: rf"^[\u3400-\u9fff]{{1,6}}{one_of(level_names('place'))}$")


def _labels(value: str, parts: Sequence[Quantity]) -> list[str]:
    """The words before each part, from the last mark on."""
    return [value[_behind_mark(value, "，、；：。（(", part.start) : part.start].removeprefix("其中") for part in parts]


def texts_of(text: Text, found: Sum) -> tuple[Text, tuple[Text, ...]]:
    """Where the whole stands, and the parts."""
    return text.slice(found.whole.start, found.whole.end), tuple(text.slice(part.start, part.end) for part in found.parts)
