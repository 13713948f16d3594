"""Rises and falls (增减): two levels and the rate between them, the direction said, a part greater than its whole, so much a year (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.rates import gives
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern

_UP, _DOWN = r"增长|提高|提升|增加|上升|上涨|扩大|升|涨|增", r"下降|降低|减少|压缩|缩短|压减|回落|下调|收窄|降|减|跌"
_RATE = Pattern(rf"^(?:(?:同比|环比|比(?![例重])|较)[^，。；\d]{{0,8}})?(?:累计|平均|名义|实际)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|幅|率|幅度|比例)?(?:为|达到?)?$")
_NEW = Pattern(r"今年|本年|本月|本季|本期|现|[到至为]$|[降升增减高长加少低]至|[降升增减高长加少低]到|20\d\d年|目前|当前")
_NO_LEVEL = Pattern(r"其中|占|率|累计|新增|净增")
_FAR = 30


def wrong_rises(context: Context) -> Iterator[Odd]:
    """去年同期8.6亿千瓦时，今年9.46亿千瓦时，同比增长10%: the rate against the two levels, whichever comes first."""
    for sentence in context.once(figure_sentences):
        for one, other, rate in _triples(sentence):
            if rate.one.dimension != PERCENT or one.one.dimension != other.one.dimension or one.one.dimension in (PERCENT, POINTS):
                continue
            said = _RATE.search(rate.label)
            if not said or any(told.one.rough for told in (one, other, rate)) or _NO_LEVEL.search(one.label) or _NO_LEVEL.search(other.label):
                continue
            if other.one.start - one.one.end > _FAR or rate.one.start - other.one.end > _FAR:
                continue
            old = _old(one, other)
            if old is None or not old.one.value:
                continue
            new = other if old is one else one
            change = new.one._replace(value=abs(new.one.value - old.one.value), step=max(new.one.step, old.one.step))
            if gives(change, old.one, rate.one) or new.one.value == old.one.value:
                continue
            right = change.value * 100 / old.one.value
            if Decimal("0.4") <= rate.one.value / right <= Decimal("2.5"):
                places = max(0, -int(rate.one.step.as_tuple().exponent))
                yield Odd(sentence.at(rate.one), f"{right:.{places}f}%", [sentence.at(one.one), sentence.at(other.one)])


def _triples(sentence: Sentence) -> Iterator[tuple[Told, Told, Told]]:
    """Two levels and a rate behind them; the difference may stand between."""
    told = sentence.told
    yield from zip(told, told[1:], told[2:])
    for one, other, by, rate in zip(told, told[1:], told[2:], told[3:]):
        if by.one.dimension == one.one.dimension and by.one.value == abs(one.one.value - other.one.value):
            yield one, other, rate


def _old(one: Told, other: Told) -> Told | None:
    """The level that was before, told by the words beside the two."""
    first, second = _PAST.search(one.label), _PAST.search(other.label)
    if first and not second and _NEW.search(other.label):
        return one
    return other if second and not first and (_NEW.search(one.label) or _THAN.match(other.label)) else None


_THAN = Pattern(r"^(?:同?比|较)")
_PAST = Pattern(r"上年|去年|前年|上季|上月|同期|年初|期初|原来|原价|由|从|此前|之前")
_ROSE = Pattern(r"^[^，。；、\d]{0,8}(?:(?P<up>增加|增长|提高|提升|上升|上涨|扩大|增|升|涨)|(?P<down>下降|降低|减少|压缩|缩短|压减|缩减|精简|下调|降|减))(?:了)?(?:到|至|为)(?:每[^，。；、\d]{1,4}|现在的?|目前的?|今年的?)?$")
#: What is counted from above: the deeper, the lower.
_COUNTED_DOWN = Pattern(r"深|排名|位次|名次|排位|等级|级别")
_FROM = Pattern(r"(?:由|从)[^，。；、]{0,14}$")


def reversed_changes(context: Context) -> Iterator[Odd]:
    """由220元上涨到180元: a rise to less, a fall to more."""
    for sentence in context.once(figure_sentences):
        for one, other in zip(sentence.told, sentence.told[1:]):
            if one.one.dimension != other.one.dimension or one.one.rough or other.one.rough or not _FROM.search(one.label) or _COUNTED_DOWN.search(one.label):
                continue
            rose = _ROSE.match(sentence.between(one.one, other.one))
            if rose and (rose["up"] and other.one.value < one.one.value or rose["down"] and other.one.value > one.one.value):
                at = sentence.text.slice(one.one.start, other.one.end)
                yield Odd(at, "升降相反", [sentence.at(one.one)])


#: 超过300立方米至216立方米的部分: from the one to the other, without a word that it falls.
_TO_LESS = Pattern(r"^(?:以上|（不含）|（含）|\(含\))?(?:至|到|～|—{1,2})$")
_FALLS = Pattern(r"由|从|降|减|缩|压|跌|落|调|原(?![则料因])|深|退|负|排|比例")


def turned_ranges(context: Context) -> Iterator[Odd]:
    """超过300立方米至216立方米: a range whose first end is the greater one."""
    for sentence in context.once(figure_sentences):
        for one, other in zip(sentence.told, sentence.told[1:]):
            if one.one.unit != other.one.unit or one.one.value <= other.one.value or not _TO_LESS.match(sentence.between(one.one, other.one)):
                continue
            if not _FALLS.search(sentence.value, max(sentence.start, one.one.start - _FAR), one.one.start):
                at = sentence.text.slice(one.one.start, other.one.end)
                yield Odd(at, "由小到大", [])


_WITHIN = Pattern(r"^[，,；（(]?其中[^，。；、\d]{0,16}$")
_OTHER_THING = Pattern(r"增|减|比(?![例重])|较(?![好大快强为差])|超|余额|累计|每|均|提高|降")


def too_great_parts(context: Context) -> Iterator[Odd]:
    """共15次，其中夜间不少于16次: a part that is greater than the whole right before it."""
    for sentence in context.once(figure_sentences):
        for whole, part in zip(sentence.told, sentence.told[1:]):
            if whole.one.dimension != part.one.dimension or whole.one.dimension in (PERCENT, POINTS) or part.one.value <= whole.one.value:
                continue
            between = sentence.between(whole.one, part.one)
            if _WITHIN.match(between) and not _OTHER_THING.search(whole.label) and not _OTHER_THING.search(part.label) and _alike(whole, part):
                yield Odd(sentence.at(part.one), f"不超过{whole.one.say(whole.one.value)}", [sentence.at(whole.one)])


def _alike(one: Told, other: Told) -> bool:
    return one.one.unit == other.one.unit and one.one.rough == other.one.rough


#: 每年安排150万元，三年共安排450万元.
_EACH = Pattern(r"每(?:个)?(?P<unit>年|月|天|日|周|季度|学期|班|期|人|组|村|校|次|场|批)[^，。；、\d]{0,10}$|(?P<mean>年|月|日|周)均[^，。；、\d]{0,8}$")
_TIMES = r"(?P<n>\d{{1,3}}|[两三四五六七八九十]{{1,3}})个?{}(?:共计?|合计|总计|累计|总共|需|共需)[^，。；、\d]{{0,10}}$"
_UNITS = {"天": "[天日]", "日": "[天日]", "月": "月", "季度": "季度"}
_AT_LEAST = Pattern("至少|不少于|不低于")
_IN_A_YEAR, _ALL_YEAR = {"季度": 4, "月": 12}, Pattern(r"[，,](?:全年|一年)(?:共计?|合计|总计|累计|需)?[^，。；、\d]{0,6}$")


def wrong_years(context: Context) -> Iterator[Odd]:
    """So much each, against so many and all of it, where the count bears no unit of its own."""
    for sentence in context.once(figure_sentences):
        if "每" not in sentence.value and "均" not in sentence.value:
            continue
        for each, whole in zip(sentence.told, sentence.told[1:]):
            odd = _times(sentence, each, whole) or _in_a_year(sentence, each, whole)
            if odd is not None:
                yield odd


def _times(sentence: Sentence, each: Told, whole: Told) -> Odd | None:
    match = _EACH.search(sentence.value, max(sentence.start, each.one.start - 20), each.one.start)
    if match is None or each.one.dimension != whole.one.dimension or each.one.dimension in (PERCENT, POINTS) or each.one.rough or whole.one.rough:
        return None
    if sentence.value.count("每", sentence.start, sentence.end) > 1 and "每日" not in sentence.value[each.one.end : whole.one.start]:
        return None
    unit = match["unit"] or match["mean"]
    unit = _UNITS.get(unit, unit)
    between = sentence.between(each.one, whole.one)
    counted = Pattern(_TIMES.format(unit)).search(between)
    yearly = _IN_A_YEAR.get(unit) if _ALL_YEAR.search(between) else None
    if counted is None and yearly is None or len(between) > _FAR:
        return None
    if counted is None and _AT_LEAST.search(match[0]):
        # At least so many each month may be more in a year.
        return None
    count = value_of(counted["n"]) if counted is not None else yearly or 1
    right = each.one.value * count
    slack = whole.one.step if right % whole.one.step else Decimal(0)
    if abs(right - whole.one.value) <= slack or not Decimal("0.5") <= whole.one.value / right <= 2:
        return None
    return Odd(sentence.at(whole.one), whole.one.say(right), [sentence.at(each.one)])


_MONTHLY = Pattern(r"(?:平均每(?:个)?月|月均)[^，。；\d]{0,8}$")
_MONTHS = 12


def _in_a_year(sentence: Sentence, whole: Told, mean: Told) -> Odd | None:
    """全年巡查52次，平均每月4.3次."""
    if whole.one.dimension != mean.one.dimension or not _MONTHLY.search(mean.label) or "全年" not in sentence.value[sentence.start : whole.one.start]:
        return None
    right = whole.one.value / _MONTHS
    if whole.one.rough or mean.one.rough or abs(right - mean.one.value) <= mean.one.step or not Decimal("0.7") <= mean.one.value / right <= Decimal("1.4"):
        return None
    return Odd(sentence.at(mean.one), f"{right:.3g}{mean.one.unit}", [sentence.at(whole.one)])
