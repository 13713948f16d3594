"""What is said of a level beside another (增幅、差数、完成比例), by what each figure is: now, before, planned, changed (norms FIG-16).

货物吞吐量1260万吨（上年同期为1050万吨），同比增长16.7%; 计划新建2000个，实际建成2240个，完成年度计划的120%.  Which figure is which is told by the words
before it, wherever it stands in the sentence; the level before may be told earlier in the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences, shown
from hegao.checks.text.arithmetic.rates import gives
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_CHANGE = r"增长|增加|增收|净增|提高|提升|上升|上涨|回升|扩大|下降|降低|减少|减收|回落|下滑|下跌|压减|压缩|缩短|高出|高于|低于|多出?|少|增|减|升|降"
_CHANGED = Pattern(rf"(?:{_CHANGE}|[增减][\u3400-\u9fff])(?:了|约|近|幅|幅度)?(?:为|达到?)?$")
#: 同比增长（可比价）, 年均增长: not by the two levels alone.
_NOT_PLAIN = Pattern(r"可比|不变价|剔除|扣除|口径|名义|实际增|年均|平均|两年|[三四五]年|累计|生产总值|增加值|环比|每")
_PAST = Pattern(r"上年|去年|前年|上期|同期|上月|上季|年初|期初|年前|原(?!料|材|则)|由|从|基期|改造前|以前|之前|此前")
_PLANNED = Pattern(r"计划|任务|目标|预算|指标|应|下达|核定|预期")
#: 完成年度计划的, 占全年任务的, 为预算的.
_OF_PLAN = Pattern(r"(?:占|完成|达到?|为|实现)了?[^，。；、\d]{0,8}(?:计划|任务|目标|预算|指标)(?:任务|目标|总量|总数|数|量)?的?(?:比例)?(?:为)?$")
_ABOVE = Pattern("高于|低于|超|多于|少于|优于|快于")
_BESIDE = Pattern(r"比(?![例重])|较(?![好大快强为差])|高于|低于|超|由|从|上年|去年|同期|目标|要求|原")
_YEAR = Pattern(r"(20\d\d)年")
_BRACKETS = Pattern(r"[（(][^（）()]*[）)]")
_NOT_NAMED = Pattern(r"20\d\d年|[今去前本上全]年|[全本][\u3400-\u9fff](?=[\u3400-\u9fff]{2})|同期|为|达到?|共|约|完成|实现|[上下]半年|\d|[月日至的]")
_FAR, _NAMED_ALIKE = 40, 50


class _Place(NamedTuple):
    sentence: Sentence
    told: Told

    @property
    def label(self) -> str:
        return self.told.label


def levels_compared(context: Context) -> Iterator[Odd]:
    """Growths, differences and shares of a plan that the levels they are told of do not give."""
    passage: list[Sentence] = []
    for sentence in context.once(figure_sentences):
        passage = [one for one in passage if one.text is sentence.text]
        passage.append(sentence)
        for index, told in enumerate(sentence.told):
            odd = _odd(passage, sentence, index, told)
            if odd is not None:
                yield odd


def _odd(passage: Sequence[Sentence], sentence: Sentence, index: int, told: Told) -> Odd | None:
    if told.one.rough or not told.one.value:
        return None
    if told.one.dimension == PERCENT and _OF_PLAN.search(told.label):
        return _share_of_plan(passage, sentence, index, told)
    above = index and not told.label and sentence.told[index - 1].one.end == told.one.start and _ABOVE.search(sentence.told[index - 1].label)
    if not above and not _CHANGED.search(told.label):
        return None
    if told.one.dimension == PERCENT:
        return _growth(passage, sentence, index, told) if not _NOT_PLAIN.search(sentence.value, sentence.start, told.one.end) else None
    return _difference(sentence, index, told)


def _is_level(told: Told) -> bool:
    return not told.one.rough and not _CHANGED.search(told.label) and told.one.dimension not in (PERCENT, POINTS)


def _growth(passage: Sequence[Sentence], sentence: Sentence, index: int, rate: Told) -> Odd | None:
    levels = [one for one in sentence.told[:index] if _is_level(one)]
    if not levels or rate.one.start - levels[-1].one.end > _FAR:
        return None
    new = next((one for one in reversed(levels) if not _is_past(sentence, one, levels)), None)
    if new is None or new is not levels[-1] and levels[-1].one.dimension != new.one.dimension:
        return None
    old = _old(passage, sentence, index, new)
    if old is None or not old.told.one.value or old.told.one.value == new.one.value:
        return None
    near = [one for where in passage for one in where.told if one.one.dimension == new.one.dimension and one is not new and one.one.value]
    if any(gives(_by(new, one), one.one, rate.one) for one in near) or any(gives(_by(one, old.told), old.told.one, rate.one) for one in near):
        return None
    right = abs(new.one.value - old.told.one.value) * 100 / old.told.one.value
    return Odd(sentence.at(rate.one), f"约{shown(round(right, 1))}%", [sentence.at(new.one), old.sentence.at(old.told.one)], False)


def _by(new: Told, old: Told) -> Quantity:
    return new.one._replace(value=abs(new.one.value - old.one.value), step=max(new.one.step, old.one.step))


def _is_past(sentence: Sentence, told: Told, levels: Sequence[Told]) -> bool:
    """Whether a level is of before: by a word, or by a year before that of another."""
    if _PLANNED.search(told.label):
        return False
    if _PAST.search(told.label):
        return True
    own = _year(told.label)
    return own is not None and any((year := _year_of(sentence, one)) is not None and year > own for one in levels)


def _year(words: str) -> int | None:
    years = _YEAR.findall(words)
    return int(years[-1]) if years else None


def _year_of(sentence: Sentence, told: Told) -> int | None:
    """The year named last before a figure in its passage, but for what brackets hold."""
    return _year(_BRACKETS.sub("", sentence.value[: told.one.start]))


def _old(passage: Sequence[Sentence], sentence: Sentence, index: int, new: Told) -> _Place | None:
    """The level before: in the sentence, in the bracket behind the rate, or under the same words earlier in the passage."""
    levels = [one for one in sentence.told if _is_level(one)]
    alike = [one for one in levels if one.one.unit == new.one.unit and one is not new]
    behind = sentence.told[index + 1 : index + 2]
    found = [one for one in alike if _is_past(sentence, one, levels) and (one.one.start < sentence.told[index].one.start or one in behind)]
    if found:
        return _Place(sentence, found[-1]) if len(found) == 1 or found[-1] in behind else None
    own = _year_of(sentence, new)
    for where in reversed(passage[:-1]):
        for one in reversed(where.told):
            if one.one.unit != new.one.unit or not _is_level(one) or not _named_alike(one.label, new.label):
                continue
            year = _year_of(where, one)
            if _PAST.search(one.label) or year is not None and own is not None and year < own:
                return _Place(where, one)
    return None


def _named_alike(one: str, other: str) -> bool:
    """Whether most of the shorter of two labels, but for when it was, stands in the other."""
    first, second = sorted((_NOT_NAMED.sub("", one), _NOT_NAMED.sub("", other)), key=len)
    pairs = [first[at : at + 2] for at in range(len(first) - 1)]
    return len(pairs) > 1 and sum(pair in second for pair in pairs) * 100 >= len(pairs) * _NAMED_ALIKE


def _difference(sentence: Sentence, index: int, by: Told) -> Odd | None:
    """85.4分，比上年的83.2分提高3.2分; 88.6%，高于年度目标86%3.6个百分点."""
    dimension = PERCENT if by.one.dimension == POINTS else by.one.dimension
    unit = by.one.unit if by.one.dimension != POINTS else None
    levels = [one for one in sentence.told if one.one.dimension == dimension and (unit is None or one.one.unit == unit) and one is not by]
    before = [one for one in levels if one.one.start < by.one.start]
    if len(before) < 2 or any(one.one.rough for one in before[-2:]) or any(_CHANGED.search(one.label) and dimension != PERCENT for one in before[-2:]):
        return None
    level, beside = before[-2:]
    joined = sentence.value[level.one.start : by.one.start]
    if len(joined) > _FAR * 2 or not _BESIDE.search(beside.label) and not _FROM.search(level.label) or "其中" in joined:
        return None
    if sentence.told[index - 1] is not beside or any(abs(one.one.value - other.one.value) == by.one.value for one in levels for other in levels):
        return None
    right = abs(level.one.value - beside.one.value)
    if right == 0 or max(level.one.step, beside.one.step) > by.one.step and abs(right - by.one.value) < max(level.one.step, beside.one.step):
        return None
    said = f"{right.normalize():f}个百分点" if by.one.dimension == POINTS else by.one.say(right)
    return Odd(sentence.at(by.one), said, [sentence.at(level.one), sentence.at(beside.one)], False)


_FROM = Pattern("由|从|原")


def _share_of_plan(passage: Sequence[Sentence], sentence: Sentence, index: int, rate: Told) -> Odd | None:
    """计划新建2000个，实际建成2240个，完成年度计划的120%."""
    done = next((one for one in reversed(sentence.told[:index]) if _is_level(one)), None)
    if done is None or _PLANNED.search(done.label) or rate.one.start - done.one.end > _FAR:
        return None
    alike = [_Place(where, one) for where in passage for one in where.told if one.one.unit == done.one.unit and one is not done]
    plans = [one for one in alike if _PLANNED.search(one.label) and one.told.one.value and one.told.one.start < rate.one.start]
    values = {one.told.one.value for one in plans}
    if len(values) != 1 or any(gives(done.one, one.told.one, rate.one) for one in alike):
        return None
    right = done.one.value * 100 / plans[-1].told.one.value
    if not Decimal("0.2") <= right / rate.one.value <= 5:
        return None
    return Odd(sentence.at(rate.one), f"约{shown(round(right, 1))}%", [sentence.at(done.one), plans[-1].sentence.at(plans[-1].told.one)], False)
