"""Parts that stand apart from their whole (分项): in the next sentence, in the next paragraph, one in each numbered item (norms FIG-16).

``sums`` reads 其中 and what stands right behind a figure.  Here parts are a list by itself, and the figure that they share out is told
before: 总投资360万元。…… 由甲局承担200万元，乙局承担100万元，社会赞助80万元.  A list counts only where its sum all but reaches
a figure before it and no figure equals it: figures that have nothing to do with one another do not meet so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.text.arithmetic.apart_words import REST_UNTOLD, sets_apart
from hegao.checks.text.arithmetic.slipped_digits import slipped_sum
from hegao.checks.text.arithmetic.yardsticks import is_yardstick, made_up
from hegao.document.model import Heading, Node, Paragraph
from hegao.phrases.quantities import PERCENT, POINTS, Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.exclusive_parts import complete_set

#: Dimensions that are no amounts to be shared out.
_NO_AMOUNT = frozenset({PERCENT, POINTS, "时长", "天数", "月数", "工作日"})
#: What joins two parts: the tail of the first, a mark, the label of the second.
_JOINT = Pattern(r"(?:[（(][^（）()]{1,30}[）)])?[^、，；,;。：:\d]{0,14}[、，；,;和](?:(?:20\d\d年|\d{1,2}月)[^、，；,;。：\d（）()]{0,20}|[^、，；,;。：\d（）()]{1,20}(?:[（(][^（）()]{1,20}[）)])?)")
#: Grades with their bounds: 良好（80分以上不满90分）.
_BOUNDS = Pattern(r"[（(][^（）()]*\d[^（）()]*[）)]$")
#: Words in the label of a figure by which it is no part of another.
_NO_PART = Pattern(r"比(?![例重])|较(?![好大快强为差])|占|率|均|每|同期|增长|下降|减少|降低|提高|上升|累计|合计|共|总|超|高于|低于|不足|[升降增减]至|减|[高加降升少增低]到|原(?![则料因])|扣除|另|此外|预计|约|各|以|(?<!下)达(?!到时序|到序时|到进度|标)|其中")
#: How far the sum may be from the figure (in percent) to be meant for it; of few things, how many.
_NEAR, _FEW, _NEAR_OF_FEW = 12, 20, 3
#: Figures of so many digits do not come within one digit of a sum by chance.
_LONG = 4
#: How far before the list its whole may stand, in characters.
_FAR = 160


class Part(NamedTuple):
    """A figure with the text that it stands in."""

    text: Text
    quantity: Quantity

    @property
    def at(self) -> Text:
        """Where it stands."""
        return self.text.slice(self.quantity.start, self.quantity.end)


class Misfit(NamedTuple):
    """A whole that its parts contradict, and what they add up to."""

    whole: Part
    parts: Sequence[Part]
    found: str


def amounts(value: str, quantities: Iterable[Quantity] | None = None) -> list[Quantity]:
    """The figures of a text that may be shared out or be shares: no rates, no times."""
    found = find_quantities(value) if quantities is None else quantities
    return [one for one in found if one.dimension not in _NO_AMOUNT and value[one.end : one.end + 1] not in ("/", "／", "每")]


def lists_of(value: str, named: Sequence[Quantity]) -> list[list[Quantity]]:
    """The lists of two and more figures of one dimension that stand side by side, each behind its own short label."""
    found: list[list[Quantity]] = []
    by_dimension: dict[str, list[Quantity]] = {}
    for one in named:
        by_dimension.setdefault(one.dimension, []).append(one)
    for several in by_dimension.values():
        run = [several[0]]
        for one, other in pairwise(several):
            between = value[one.end : other.start]
            if _JOINT.fullmatch(between) and not sets_apart(_NO_PART, _BOUNDS.sub("", between)):
                run.append(other)
            else:
                found.append(run)
                run = [other]
        found.append(run)
    return [run for run in found if len(run) >= 2 and not any(one.rough for one in run) and not sets_apart(_NO_PART, _label(value, run[0]))]


def _label(value: str, one: Quantity) -> str:
    """The words before a figure, from the last mark on."""
    end = value.rfind("（", 0, one.start) if value.endswith("）", 0, one.start) else one.start
    return value[max(value.rfind(mark, 0, end) for mark in "，。；：、（(") + 1 : end]


def near(whole: Quantity, summed: Decimal) -> bool:
    """Whether a sum that differs from a figure all but reaches it, or is made of its digits."""
    off = abs(summed - whole.value)
    if off == 0:
        return False
    if turned(whole.value, summed):
        return True
    return off * 100 <= whole.value * _NEAR or whole.whole and whole.value <= _FEW and off < _NEAR_OF_FEW


def turned(one: Decimal, other: Decimal) -> bool:
    """Whether two figures differ only in the order of their digits: 21800 and 28100."""
    first, second = (f"{value.normalize():f}".replace(".", "").strip("0") for value in (one, other))
    return first != second and len(set(first)) > 1 and len(first) >= 3 and sorted(first) == sorted(second)


def contradicted(parts: Sequence[Part], wholes: Sequence[Part]) -> Misfit | None:
    """The last of the figures that the parts all but make up, if none of them is what they make up."""
    summed = sum((part.quantity.value for part in parts), Decimal(0))
    if any(whole.quantity.value == summed for whole in wholes):
        return None
    largest = max(part.quantity.value for part in parts)
    coarse = max(part.quantity.step for part in parts)
    for whole in reversed(wholes):
        exact = len(parts) <= 3 or whole.quantity.whole and all(part.quantity.whole for part in parts)
        off = abs(whole.quantity.value - summed)
        meant = whole.quantity.value > largest and near(whole.quantity, summed) or slipped_sum(whole.quantity, [part.quantity for part in parts], _LONG)
        if not whole.quantity.rough and meant and (exact or off > max(coarse, whole.quantity.step)):
            return Misfit(whole, parts, whole.quantity.say(summed))
    return None


def parts_apart(text: Text, value: str, quantities: Sequence[Quantity]) -> Iterator[Misfit]:
    """Lists, numbered steps and figures in brackets against a whole in the same passage."""
    yield from apart_in_passage(text, value, quantities)
    yield from apart_in_steps(text, value, quantities)
    yield from apart_in_brackets(text, value, quantities)


def apart_in_passage(text: Text, value: str, quantities: Sequence[Quantity]) -> Iterator[Misfit]:
    """Lists of figures against the figures named before them in their passage."""
    named = amounts(value, quantities)
    if len(named) < 3:
        return
    for run in lists_of(value, named):
        if len(run) > 2 and complete_set([_label(value, one) for one in run[1:]]):
            # 12家企业参评，优秀5家，良好4家，合格3家: a whole and all its parts in one breath.
            run = run[1:]
        before = [one for one in named if one.dimension == run[0].dimension and one.end <= run[0].start and run[0].start - one.end <= _FAR]
        wholes = [one for index, one in enumerate(before) if index == len(before) - 1 or _TOTAL.search(value, max(0, one.start - 10), one.start)]
        wholes = _spoken_of(value, before, run) or wholes
        wholes = [one for one in wholes if not _one_of_them(value, one, run) and _free(value, named, one, run) and not _among_peers(value, before, one, run)] + _differences(value, named, run)
        wholes = [one for one in wholes if not is_yardstick(value, one) and not _is_mark(value, one) and not _CHANGED_TO.match(value, one.end)]
        wholes = [one for one in wholes if one is not before[-1] or not _PEER.fullmatch(value, one.end, run[0].start)]
        found = contradicted([Part(text, one) for one in run], [Part(text, one) for one in sorted(wholes)])
        if found is not None and not REST_UNTOLD.search(value, run[-1].end) and not _told_otherwise(value, named, found) and not made_up(named, run):
            yield found


#: 由9条老线路变为7条: what was before.
_CHANGED_TO = Pattern(r"[^，。；、\d]{0,8}(?:变|调整|压减|精简|合并|增加|减少|扩大|缩减|改|并)[为成到至]")
#: What joins a figure to the next of one list, of which it is no whole: 财政3900万元、县（区）配套2100万元、自筹1500万元.
_PEER = Pattern(r"[^，。；：、]{0,16}、[^，。；：、]{0,30}")


def _is_mark(value: str, one: Quantity) -> bool:
    """Whether a figure tells where something begins or ends: 里程126.4千米至129.8千米."""
    return _ENDS.match(value, one.end) is not None or value[: one.start].endswith(tuple(f"{one.unit}{mark}" for mark in _TO))


#: What stands behind the beginning of a stretch, and between it and its end.
_ENDS, _TO = Pattern(r"[至到—～]+\d|处"), "至到—～"


def _free(value: str, named: Sequence[Quantity], whole: Quantity, run: Sequence[Quantity]) -> bool:
    """Whether no other figure of the kind stands between a whole and the list, or those that do share it out, too."""
    if _spoken_of(value, [whole], run):
        return True
    between = [one.value for one in named if one.dimension == whole.dimension and whole.end <= one.start and one.end <= run[0].start]
    return not between or sum(between) == whole.value


def _one_of_them(value: str, whole: Quantity, run: Sequence[Quantity]) -> bool:
    """Whether a figure is itself one of the parts that its sentence tells: 其中4条（…）改道，3条缩线，2条停运."""
    return _label(value, whole).startswith("其中") and "。" not in value[whole.end : run[0].start]


def _among_peers(value: str, before: Sequence[Quantity], whole: Quantity, run: Sequence[Quantity]) -> bool:
    """Whether a figure is but one of those that the list goes on with: 教育实现收入……；卫生实现收入……，体育实现收入……."""
    tail = _label(value, run[0])[-_TAIL:]
    alike = [one for one in before if len(tail) == _TAIL and _label(value, one).endswith(tail)]
    return whole in alike and alike[0] is not whole


_TAIL = 3
#: What a whole is called.
_TOTAL = Pattern(r"(?:共|总|合计|总计|总额|预算|总投资|概算|资金|全长|总数)[^，。；：、\d]{0,6}$")
_PLANNED, _DONE, _OPEN = Pattern(r"应|计划|目标|任务|需|下达|预算"), Pattern(r"实际|已|完成"), Pattern(r"尚|未|剩|余|缺口|还有")


def _spoken_of(value: str, before: Sequence[Quantity], run: Sequence[Quantity]) -> list[Quantity]:
    """The figures whose name the sentence of the list begins with: 输水管道23.6千米。……输水管道分为三段：."""
    begin = max(value.rfind(mark, 0, run[0].start) for mark in "。；") + 1
    named = ((one, _HAN_TAIL.search(_label(value, one)), value[max(begin, one.end) : run[0].start]) for one in before)
    return [one for one, name, opening in named if name and any(name[0][-size:] in opening for size in (6, 5, 4) if len(name[0]) >= size)]


#: The last Chinese characters of a label.
_HAN_TAIL = Pattern(r"[\u3400-\u9fff]{4,}$")


def _differences(value: str, named: Sequence[Quantity], run: Sequence[Quantity]) -> list[Quantity]:
    """What is left of a plan: 应拨5600万元，实际拨付3920万元, where the list tells what is still open."""
    if not all(_OPEN.search(value, one.start - 6, one.end + 6) for one in run):
        return []
    alike = [one for one in named if one.dimension == run[0].dimension and one.end <= run[0].start]
    return [
        plan._replace(value=plan.value - done.value)
        for plan, done in pairwise(alike)
        if plan.value > done.value and _PLANNED.search(_label(value, plan)) and _DONE.search(_label(value, done))
    ]


def _told_otherwise(value: str, named: Sequence[Quantity], found: Misfit) -> bool:
    """Whether the figures are a list of another thing: one more of their kind follows, or the whole has its own parts elsewhere."""
    last = found.parts[-1].quantity
    behind = value[last.end : last.end + 4]
    # 教育增加6200万元……，城乡社区减少1100万元: not all of them are added.
    if any(_TAKEN_OFF.fullmatch(value, last.end, one.start) for one in named if one.start > last.end):
        return True
    return behind.startswith(("等", "余", "多", "以上", "以下", "左右")) or "其余" in value[last.end : last.end + 12]


_TAKEN_OFF = Pattern(r"[，、；][^，。；：、\d]{0,14}(?:减少|调减|核减|压减|下降|降低)(?:了)?")


#: Parts by their numbers, whatever is told between them: 一期2.4千米……；二期1.7千米.
_STEP = Pattern(r"(?P<step>第?[一二三四五六](?:期|批|标段|阶段)|近期|远期)(?:工程)?[^，。；：、\d]{0,8}$")


_FIRST = ("一", "第一", "近期")


def apart_in_steps(text: Text, value: str, quantities: Sequence[Quantity]) -> Iterator[Misfit]:
    """The first figures of numbered steps against the whole named before them."""
    named = amounts(value, quantities)
    for dimension in dict.fromkeys(one.dimension for one in named):
        alike = [one for one in named if one.dimension == dimension]
        steps: dict[str, Quantity] = {}
        for one in alike:
            step = _STEP.search(value, max(0, one.start - 20), one.start)
            if step is not None:
                steps.setdefault(step["step"], one)
        run = list(steps.values())
        before = [one for one in alike if run and one.end <= run[0].start]
        if len(run) >= 2 and before and not any(one.rough for one in run) and next(iter(steps)).startswith(_FIRST):
            found = contradicted([Part(text, one) for one in run], [Part(text, one) for one in before])
            if found is not None:
                yield found


#: 成员单位负责人（26人），工作人员（5人），共44人: figures in brackets, each behind what it counts.
_BRACKETED = Pattern(r"[（(]\s*$")


def apart_in_brackets(text: Text, value: str, quantities: Sequence[Quantity]) -> Iterator[Misfit]:
    """Figures in brackets of their own against the sum behind them."""
    named = amounts(value, quantities)
    for index, whole in enumerate(named):
        if not _SUM_BEHIND.search(value, max(0, whole.start - 8), whole.start) or whole.rough:
            continue
        begin = max(value.rfind(mark, 0, whole.start) for mark in "。；") + 1
        parts = [one for one in named[:index] if begin <= one.start and one.dimension == whole.dimension]
        alone = [one for one in parts if _BRACKETED.search(value, 0, one.start) and value[one.end : one.end + 1] in "）)"]
        summed = sum((one.value for one in alone), Decimal(0))
        if len(alone) >= 2 and alone == parts and summed != whole.value:
            yield Misfit(Part(text, whole), [Part(text, one) for one in alone], whole.say(summed))


_SUM_BEHIND = Pattern(r"[，、；]?(?:共计?|合计|总计)$")


#: Words in the labels of parts whose whole a reader looks for before them.
_GOES_ON = Pattern(r"已|其余|剩余|余下|尚有|尚未|未|用于|分别")


def apart_across(nodes: Sequence[Node]) -> Iterator[Misfit]:
    """A list that goes on about a figure of the paragraph before: 12个项目未决算。 / 已办理8个，其余3个……"""
    for before, node in pairwise(nodes):
        texts = [one.body if isinstance(one, Heading) else one.text for one in (before, node) if isinstance(one, Heading | Paragraph)]
        if len(texts) < 2 or not _GOES_ON.search(texts[1].value):
            continue
        value = texts[1].value
        named = amounts(value)
        for run in lists_of(value, named) if len(named) >= 2 else ():
            alike = [one for one in named if one.dimension == run[0].dimension]
            start = max(0, value.rfind("。", 0, run[0].start) + 1)
            if alike[0] is not run[0] or not _GOES_ON.search(value, start, run[-1].end) or run[0].value == sum(one.value for one in run[1:]):
                continue
            wholes = [one for one in amounts(texts[0].value) if one.dimension == run[0].dimension and one.unit == run[0].unit]
            found = contradicted([Part(texts[1], one) for one in run], [Part(texts[0], one) for one in wholes])
            if found is not None and not _told_otherwise(value, named, found):
                yield found
