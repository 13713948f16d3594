"""One amount told twice by its name (同名数额前后不一): 总投资4.8亿元 and 4.6亿元 of one project; 县级配套527万元, and 572万元 asked for (norms FIG-16).

The name is what stands right before the figure; what is told of a year, of each or of a part goes by no name alone.  None of it is certain:
the findings say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip
from hegao.checks.text.arithmetic.yardsticks import is_yardstick
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern

_NAME = Pattern(r"[\u3400-\u9fff]{4,}$")
#: What may stand between a name and its figure, or at its end.
_JOINT = Pattern(r"(?:资金|经费|额度?|共计?|合计|总计|约?为|达到?|是|需要?|约)+$")
_NO_NAME = Pattern(r"比(?![例重])|较(?![好大快强为差])|每|均|其中|上年|去年|同期|累计|新增|增加|减少|增长|提高|下降|已|剩余|其余|尚|另|分别|各|最[高低多少]|不[少超低高]|标准|第[一二三四五]|[一二三四五六]期|[上下]半年|季度|月|20\d\d|不超过|占|[到至]$")
_TIMED = Pattern(r"20\d\d年|[上下]半年|第?[一二三四]季度|\d{1,2}月(?!(?:\d{1,2}日)?[底中]?前)|[一二三四五六]期|第[一二三四五六][期批标]|[今去本上前明]年")
#: What the money is for: 重点支持云岭县竹园, 用于水毁道路修复.
_FOR = Pattern(r"[，,]?(?:主要|重点|全部)?(?:支持|用于|补助|扶持|奖励)(?P<what>[^，。；]{2,12})")
_LONG, _SHORT, _MOST = 8, 4, 4
_OWN = frozenset({PERCENT, POINTS, "时长", "天数", "月数", "工作日", "次", "分值", "学时"})


class _Place(NamedTuple):
    sentence: Sentence
    told: Told
    name: str


def amounts_retold(context: Context) -> Iterator[Odd]:
    """Amounts of one name of which a document tells two."""
    named: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for sentence in context.once(figure_sentences):
        for told in sentence.told:
            name = _name(sentence, told)
            if name:
                named[told.one.dimension, name[-_SHORT:]].append(_Place(sentence, told, name))
    for several in named.values():
        yield from _two(several)


def _name(sentence: Sentence, told: Told) -> str:
    """What a figure is called; empty where its words leave open what it is of."""
    if told.one.rough or told.one.dimension in _OWN or _NO_NAME.search(told.label) or is_yardstick(sentence.value, told.one):
        return ""
    name = _NAME.search(_JOINT.sub("", told.label))
    return name[0] if name is not None else ""


def _two(several: Sequence[_Place]) -> Iterator[Odd]:
    values = list(dict.fromkeys(place.told.one.value for place in several))
    if len(values) != 2 or len(several) > _MOST:
        return
    first = next(place for place in several if place.told.one.value == values[0])
    for other in several:
        if other.told.one.value == first.told.one.value or other.sentence.text is first.sentence.text or _when(first) != _when(other):
            continue
        if _same(first, other) and not _apart(first, other):
            at, there = (other, first) if [place.told.one.value for place in several].count(values[1]) <= 1 else (first, other)
            yield Odd(at.sentence.at(at.told.one), f"别处为{there.sentence.at(there.told.one).value}", [there.sentence.at(there.told.one)], False)
            return


def _apart(one: _Place, other: _Place) -> bool:
    """Whether two amounts are for two purposes."""
    purposes = [_FOR.match(place.sentence.value, place.told.one.end, place.sentence.end) for place in (one, other)]
    return all(purposes) and len({match["what"] for match in purposes if match}) > 1


def _when(place: _Place) -> list[str]:
    """The times of which a sentence speaks."""
    return sorted({place.sentence.opening_time, *_TIMED.findall(place.sentence.value[place.sentence.start : place.sentence.end])})


def _same(one: _Place, other: _Place) -> bool:
    """Whether two figures are of one thing: their long names are one, or one figure is the other but for a slip."""
    long = one.name[-_LONG:] == other.name[-_LONG:] and len(one.name) >= _LONG
    measured = one.told.one.dimension in MEASURED
    first, second = one.told.one, other.told.one
    slip = off_by_a_slip(first.value, second.value, min(first.step, second.step)) and len(f"{first.value / first.step:f}") >= 2
    ratio = first.value / second.value if second.value else Decimal(0)
    return measured and (slip or long and Decimal("0.5") <= ratio <= 2) or long and slip
