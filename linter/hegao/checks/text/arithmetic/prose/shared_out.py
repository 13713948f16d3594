"""Wholes and their parts (总数与分项), read in one way whatever words join them (norms FIG-16).

A sentence tells a whole, then what opens its parts (其中, 分为, a colon, a bracket), or the parts and then what sums them up (共, 合计,
三项合计, 总长).  The parts are the figures of its kind that follow one another under the same marks; what stands in brackets, what is
compared with or measured by, what counts another thing is none.  What was meant to add up is shown by the names of the parts, which are
alike or shut one another out, and by how little the sum is missed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.apart_words import sets_apart
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped_sum
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.checks.text.arithmetic.yardsticks import begins_anew, clause_before, is_aside, is_yardstick, made_up
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.words.exclusive_parts import complete_set

_NO_AMOUNT = frozenset({PERCENT, POINTS, "时长", "天数", "月数", "工作日", "浓度"})
#: What opens the parts of a figure that stands before.
_OPENING = Pattern(r"其中[：:，,]?|(?<=[个件家项户名宗辆处座份人条所起亩里米吨元])[^，。；、：\d（）]{0,14}中，|分(?:为|成|别为|别是)[：:]?|包括[：:]?|包含|构成为?[：:]?|组成[：:，]|(?=\d{1,3}(?:\.\d)?[分%岁年][^，。；\d]{0,2}以上的\d)")
#: What sums up the figures that stand before.
_CLOSING = Pattern(
    r"(?:^|[，；（])(?:以上)?(?:(?P<many>[两二三四五六七八九])(?:项|者|年|期|批|地|类|部分|方面|渠道|级|处|家|次|段|个[\u3400-\u9fff]{1,4}))?[\u3400-\u9fff]{0,8}?(?:合计|共计|总计|总共|一共|共(?![同享建性产])|总(?:规模|长度?|面积|投资|量|数|额|人数|里程|库容|价|造价|产值|收入|支出|需求|成本))[^，。；：、\d（）]{0,10}$"
)
#: What says that a figure is no part: totals, bounds, rates, what is left over beside.
_NO_PART = Pattern(r"比(?![例重])|较(?![好大快强为差])|率|均|每|同期|增长|(?<!新)增加|增收|下降|减少|降低|提高|上升|累计|合计|共(?!同)|总|超|高于|低于|不足|[到至]$|人口|原(?![则料因])|扣除|另|此外|还|预计|其中")
_NO_WHOLE = Pattern(r"率|均|占|第|其余|剩余|[到至]\d")
_OVERLAP = Pattern(r"党员|女|男|少数民族|兼|同时|以上|学历|职称|上市|高新|规上|规模以上|龙头|国家级|涉及|重复|重点|骨干|示范|优秀|先进|本科|硕士|博士|研究生|残疾|贫困|困难|老")
_MORE = Pattern(r"[^，。；、）]{0,6}(?:等|，其余|、其余|，其他|、其他|余)")
_BOUND = ("不少于", "不低于", "至少", "不超过", "不多于")
_MARKS = "，、；"
#: How far a whole may stand from its parts, how long a list and a figure may be, in characters.
_FAR, _LIST, _LONGEST = 90, 500, 16
_MOST, _NEAR_ABOVE, _NEAR_BELOW, _FEW = 12, 30, 10, 20
#: Units that count anything.
_ANYTHING = frozenset({"个", "处", "项", "家", "件"})


class _Shared(NamedTuple):
    """A whole, its parts in order, the words that name each, whether a word sums them up, whether a bracket holds them and nothing else."""

    whole: Quantity
    parts: Sequence[Quantity]
    labels: Sequence[str]
    summed_up: bool
    enclosed: bool = False


def shared_out(context: Context) -> Iterator[Odd]:
    """Wholes that their parts miss by a slip."""
    for passage in context.once(figures_spoken):
        for shared in (*_opened(passage), *_summed_up(passage)):
            if _missed(passage, shared):
                summed = _sum(shared.parts)
                yield Odd(passage.at(shared.whole), shared.whole.say(summed), [passage.at(part) for part in shared.parts])
        yield from _too_great(passage)


_LEAST = 2


def _within(passage: Figures, start: int, end: int) -> Sequence[Quantity]:
    """The figures of a passage that begin between two offsets."""
    return passage.named[bisect_left(passage.named, start, key=_start) : bisect_left(passage.named, end, key=_start)]


def _start(one: Quantity) -> int:
    return one.start


def _sum(parts: Sequence[Quantity]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _opened(passage: Figures) -> Iterator[_Shared]:
    """A whole, and the list behind a word, a colon or a bracket."""
    value = passage.value
    starts = [(match.start(), match.end()) for match in _OPENING.finditer(value)]
    starts += [(one.end, found.end()) for one in passage.named if (found := _AT_ONCE.match(value, one.end)) is not None]
    for before, at in sorted(starts):
        for dimension in dict.fromkeys(one.dimension for one in _within(passage, at, at + _FAR)):
            whole = _whole_before(passage, before, dimension)
            if whole is not None and dimension not in _NO_AMOUNT:
                parts, labels = _listed(passage, at, dimension)
                if len(parts) >= _LEAST:
                    yield _Shared(whole, parts, labels, False, passage.value[at - 1] == "（" and passage.value.startswith("）", parts[-1].end))


_AT_ONCE = Pattern(r"[^，。；：、（）\d]{0,8}[：（]")


def _too_great(passage: Figures) -> Iterator[Odd]:
    """吞吐量1.86亿吨，同比增长6.9%，其中外贸1.92亿吨: a part that is greater than its whole."""
    for match in _AMONG.finditer(passage.value):
        part = next(iter(_within(passage, match.end(), match.end() + _FAR)), None)
        whole = _whole_before(passage, match.start(), part.dimension) if part is not None and part.dimension not in _NO_AMOUNT else None
        if part is None or whole is None or whole.rough or part.rough or part.unit != whole.unit or part.value <= whole.value:
            continue
        if any(one.dimension == part.dimension and one.value >= part.value and one.end <= match.start() for one in _within(passage, match.start() - _LIST, match.start())):
            continue
        if any(passage.value[one.end : one.end + 1] in ("/", "／") for one in (part, whole)) or _MOSTLY.search(clause_before(passage.value, whole.start)):
            continue
        if any(one.dimension not in _NO_AMOUNT for one in _within(passage, whole.end, match.start())):
            continue
        words = passage.value[match.end() : part.start]
        if not any(mark in words for mark in "，。；：（") and not sets_apart(_NO_PART, words) and not is_yardstick(passage.value, part):
            yield Odd(passage.at(part), f"不超过{whole.say(whole.value)}", [passage.at(whole)])


#: Standards and averages: some are above them.
_MOSTLY = Pattern("标准|平均|均|每|一般|原则")
_AMONG = Pattern("[，；。（]其中[：，]?")


def _whole_before(passage: Figures, before: int, dimension: str) -> Quantity | None:
    """The level told last before an opening, in its sentence or, where it opens one, in the sentence before."""
    begins = passage.value.find("。", max(0, before - _LEADING), before) >= 0
    for one in reversed(_within(passage, before - _FAR - _LONGEST, before)):
        if before - one.end > _FAR or "；" in passage.value[one.end : before - 1] or passage.value.count("。", one.end, before) > begins:
            return None
        if one.dimension == dimension and not is_aside(passage.value, one, before) and not is_yardstick(passage.value, one) and not _changed_by(passage, one):
            return None if sets_apart(_NO_WHOLE, clause_before(passage.value, one.start)) else one
    return None


#: So many characters may stand before what opens a sentence: 得90分以上的.
_LEADING = 3


def _changed_by(passage: Figures, one: Quantity) -> bool:
    """收入277.5亿元，增收23.3亿元: a change told behind its level."""
    if _CHANGED.match(clause_before(passage.value, one.start)) is None:
        return False
    begin = max(passage.value.rfind(mark, max(0, one.start - _LIST), one.start) for mark in "。；\n") + 1
    return any(other.dimension == one.dimension for other in _within(passage, begin, one.start))


_CHANGED = Pattern("(?:同比|环比|净)?(?:增收|增加|增长|减收|减少|下降|净增|净减|多|少)")


def _listed(passage: Figures, at: int, dimension: str) -> tuple[list[Quantity], list[str]]:
    """The figures of a dimension from an offset on that stand under the same marks, and their names."""
    parts: list[Quantity] = []
    labels: list[str] = []
    end, marks = at, ""
    for one in _within(passage, at, at + _LIST):
        if one.dimension != dimension:
            continue
        between = _flat(passage.value[end : one.start])
        if between is None or "。" in between or len(parts) == _MOST:
            break
        if between == _WITHIN:
            continue
        here = "".join(mark for mark in between if mark in _MARKS)
        label = _named(between)
        if parts and begins_anew(passage.value, parts[0], one, here):
            break
        if parts and (here != marks if marks else not here) and not (here == "" and _AND.match(between)):
            break
        if one.rough or sets_apart(_NO_PART, label) or is_yardstick(passage.value, one) or passage.value[one.end : one.end + 1] in ("/", "／"):
            break
        marks = here if parts and not marks else marks
        parts.append(one)
        labels.append(label)
        end = one.end
    return parts, labels


#: Stands for words that leave a bracket open: what follows is an aside.
_WITHIN = "（"
_BRACKETS = Pattern(r"[（(][^（）()]*[）)]")
_AND = Pattern(r"[^，。；、\d]{0,6}(?:和|及|以及|与)")


def _flat(words: str) -> str | None:
    """Words without what stands in brackets; ``_WITHIN`` within an open one, None behind one that closes from before."""
    words = _BRACKETS.sub("", words)
    if "）" in words or ")" in words:
        return None
    return _WITHIN if "（" in words or "(" in words else words


def _named(between: str) -> str:
    """What names the part that follows: the words from the last mark on, or behind 和."""
    words = between[max(between.rfind(mark) for mark in "，。；：、") + 1 :]
    return words.removeprefix("其中")


def _summed_up(passage: Figures) -> Iterator[_Shared]:
    """A list, and the sum behind it."""
    value = passage.value
    for index, whole in enumerate(passage.named):
        begin = max(0, whole.start - _LIST, *(value.rfind(mark, max(0, whole.start - _LIST), whole.start) + 1 for mark in "。\n"))
        # 合计6艘、5400辆次 sums up two lists.
        before_it = passage.named[index - 1] if index else whole
        told_at = before_it.start if _BESIDE.fullmatch(value, before_it.end, whole.start) else whole.start
        closing = _CLOSING.search(value[begin:told_at]) if index >= _LEAST and whole.dimension not in (PERCENT, POINTS) else None
        if closing is None or whole.dimension in _NO_AMOUNT and not closing["many"]:
            continue
        if closing["many"] and closing.start() == 0:
            # …；县级自筹2050万元。三项合计8200万元: the list is the sentence before.
            begin = max(value.rfind(mark, max(0, begin - _LIST), max(0, begin - 1)) for mark in "。\n") + 1
        before = [one for one in _within(passage, begin, whole.start) if not is_aside(value, one, whole.start) and not value.endswith("第", 0, one.start)]
        alike = [one for one in before if one.dimension == whole.dimension]
        if whole.dimension in _ANYTHING and len(alike) < len(before) and len(before) > _LEAST and all(_counts(one) for one in before):
            alike = before
        yield from _before(passage, whole, alike, closing["many"])


_BESIDE = Pattern("、[\u3400-\u9fff]{0,6}")


def _counts(one: Quantity) -> bool:
    return one.whole and one.dimension not in _NO_AMOUNT and one.dimension not in MEASURED and not one.dimension.startswith("人")


def _before(passage: Figures, whole: Quantity, alike: Sequence[Quantity], many: str | None) -> Iterator[_Shared]:
    parts: list[Quantity] = []
    labels: list[str] = []
    marks = ""
    for one in reversed(alike):
        if parts:
            between = _flat(passage.value[one.end : parts[0].start])
            here = "".join(mark for mark in between if mark in _MARKS) if between is not None else "。"
            if not here or marks and here != marks:
                break
            marks = here
        label = clause_before(passage.value, one.start)
        first = label.startswith("其中")
        label = label.removeprefix("其中")
        if is_yardstick(passage.value, one) or sets_apart(_NO_PART, label.removeprefix("共") if many else label) or len(parts) == _MOST:
            break
        parts.insert(0, one)
        labels.insert(0, label)
        if first:
            break
    counted = "两二三四五六七八九".index(many) if many else 0
    wanted = max(counted, 1) + 1 if many else 0
    if many and len(parts) >= wanted:
        parts, labels = parts[-wanted:], labels[-wanted:]
    sums = {_sum(parts[first:]) for first in range(len(parts) - 1)}
    if len(parts) >= max(_LEAST, wanted) and whole.value not in sums:
        yield _Shared(whole, parts, labels, True)


def _missed(passage: Figures, shared: _Shared) -> bool:
    whole, parts = shared.whole, shared.parts
    summed = _sum(parts)
    off = summed - whole.value
    if not off or len({one.unit for one in (whole, *parts)}) > 1 and whole.dimension == parts[0].dimension or _rounded(whole, parts, off):
        return False
    apart = shared.enclosed or _shut_out(shared.labels)
    if not apart and any(part.value >= whole.value for part in parts) or _explained(passage, shared, summed, apart):
        return False
    slip = slipped_sum(whole, parts)
    if shared.summed_up:
        return slip or abs(off) * 100 <= whole.value * (_NEAR_ABOVE if apart else _NEAR_BELOW) or whole.value <= _FEW and abs(off) <= _LEAST
    if _MORE.match(passage.value, parts[-1].end) or not apart and _OVERLAP.search("".join(shared.labels)):
        return False
    bound = passage.value.endswith(_BOUND, 0, whole.start)
    if whole.rough:
        return bound and apart and (slip or off * 100 <= whole.value * _NEAR_ABOVE)
    if off > 0:
        return slip or off * 100 <= whole.value * _NEAR_ABOVE
    if not apart and len(parts) > _LEAST:
        return whole.whole and -off * 100 <= whole.value * _NEAR_BELOW
    return apart and (slip or -off * 100 <= whole.value * _NEAR_BELOW or whole.value <= _FEW and off == -1)


def _rounded(whole: Quantity, parts: Sequence[Quantity], off: Decimal) -> bool:
    """Whether rounding may hide so much; what is counted out, or written with one and the same step, hides nothing."""
    steps = [whole.step, *(part.step for part in parts)]
    if len(set(steps)) == 1 and (whole.say(whole.step) == f"1{whole.unit}" or len(parts) == _LEAST):
        return False
    if len({one.unit for one in (whole, *parts)}) == 1:
        # 2万元 beside 3.5万元 is 2.0万元.
        return abs(off) <= (whole.step + min(steps) * len(parts)) / 2
    return abs(off) <= max(steps) * len(parts) / 2


def _shut_out(labels: Sequence[str]) -> bool:
    """Whether the names of the parts shut one another out and leave nothing: alike but for a word, or a set that is known."""
    if complete_set(labels) or labels[-1].startswith(("其他", "其它", "其余")):
        return True
    if len({*labels}) != len(labels):
        return not any(labels)
    first = labels[0]
    if _ABOVE.search(first) and _BELOW.search(labels[-1]) or len(labels) > _LEAST and len({len(label) for label in labels}) == 1 and first:
        return True
    ending = next((size for size in range(min(map(len, labels)), 0, -1) if all(label.endswith(first[-size:]) for label in labels)), 0)
    opening = first[:1] and all(label.startswith(first[:1]) and len(label) == len(first) for label in labels)
    return ending > 0 or bool(opening)


#: Bands lie side by side: 90分以上的, 80分以下的.
_ABOVE, _BELOW = Pattern("以上"), Pattern("以下|不足|不满")


def _explained(passage: Figures, shared: _Shared, summed: Decimal, apart: bool) -> bool:
    """Whether other figures of the passage make it right: the parts make up another one, some of them the whole, or with the next one."""
    whole, parts = shared.whole, shared.parts
    if made_up([one for one in _within(passage, parts[0].start - _LIST, parts[0].start) if one is not whole], parts):
        return True
    behind = [one for one in _within(passage, parts[-1].end, parts[-1].end + _LIST) if one.dimension == whole.dimension][:_LEAST]
    if behind and not shared.summed_up and any(summed + _sum(behind[:many]) == whole.value for many in (1, _LEAST)):
        return True
    if shared.summed_up:
        # 嘉宾320人，其中……媒体20人；市内人员180人，总规模500人: the first parts are of a whole of their own.
        before = [one for one in _within(passage, parts[0].start - _LIST, parts[0].start) if one.dimension == whole.dimension]
        if any(one.value + _sum(parts[first:]) == whole.value for one in before for first in range(1, len(parts))):
            return True
    if any(_sum(parts[:many]) == whole.value for many in range(_LEAST, len(parts))):
        return True
    if not apart and any(summed - part.value == whole.value for part in parts):
        return True
    return any(_sum(parts[index + 1 :]) == part.value for index, part in enumerate(parts[:-2]))
