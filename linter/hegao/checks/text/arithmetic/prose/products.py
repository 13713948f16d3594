"""Products and quotients (乘除): so much each, how many, and all together; a part, its whole and the rate (norms FIG-16).

Each relation is read within one sentence, and only where its figures can be meant for one another alone: one price, one count of what
it is the price of, one sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences, shown
from hegao.checks.text.arithmetic.rates import based_elsewhere, gives, half_step
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS, Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern

_MEAN = Pattern(r"(?:平均)?每(?P<each>(?:(?!每)[\u3400-\u9fff]){1,3})|(?P<mean>[户人亩村校镇乡县班栋台件场次])均")
_PER = Pattern(r"^(?:/|／|每)(?P<unit>[\u3400-\u9fff]{1,3})")
#: Further factors, bounds and other things by which the product is not of these alone.
_MORE_FACTORS = Pattern(r"每[年月日天季周次]|/[年月日天次]|／[年月日天次]|[年月]均|日均|连续|不超过|不高于|不低于|不少于|最高|最低|以上|以下|上限|封顶|不等|分别|\d[^，。；]{0,6}[起至]|[～~—]|约|左右|第|折|%|％|其余|另")
_SUM = Pattern(r"共|合计|总|需|累计|计|为$|发放|资金|投入|金额|贷款|补[助贴]|奖|支付|拨付|下达|筹|费|收入|产值|容纳|可")
_NO_SUM = Pattern(r"人均|户均|均|每|单价|比(?![例重])|较(?![好大快强为差])|增|减|其中|占|自筹|配套|已|剩余|尚")
_PERIOD = Pattern("每[年月天日]")
_YEARLY = Pattern(r"全年|年度|一年")
_YEARS = Pattern(r"[\d两三四五六七八九十]年|个月|年底|至20\d\d|\d天|届")
_MONTHS = 12
_PERIODS = ("年", "月", "天", "日", "周", "季")
#: Units that the counted thing is written with.
_MEASURES = {"生": "人", "村": "个", "镇": "个", "乡": "个", "县": "个", "校": "所", "班": "个", "组": "个", "车": "辆"}
_APART_BY = (Decimal("0.4"), Decimal("2.5"))


def wrong_products(context: Context) -> Iterator[Odd]:
    """Figures that a product of others contradicts."""
    for sentence in context.once(figure_sentences):
        if 3 <= len(sentence.told) <= 6 and ("每" in sentence.value or "均" in sentence.value or "/" in sentence.value or "单价" in sentence.value or "乘" in sentence.value):
            odd = _product(sentence)
            if odd is not None:
                yield odd


def _unit_of(told: Told) -> str:
    """What one of a figure is said for; empty where it is no such figure."""
    per = _PER.match(told.behind)
    if per:
        return per["unit"]
    label = told.label
    mean = _MEAN.search(label)
    if mean:
        unit = mean["each"] or mean["mean"]
        # 两级每台各补1.5万元: so much from each of several.
        if "各" in label[mean.start() :]:
            return ""
        return "" if unit.startswith(_PERIODS) else unit
    return "*" if label.endswith(("单价", "单价为")) else ""


def _dimension_of(unit: str) -> tuple[str, str]:
    """The dimension of what a unit word begins with, and that unit."""
    for size in range(len(unit), 0, -1):
        found = find_quantities(f"1{_MEASURES.get(unit[:size], unit[:size])}")
        if found and found[0].end == 1 + len(_MEASURES.get(unit[:size], unit[:size])):
            return found[0].dimension, found[0].unit
    return "", ""


def _product(sentence: Sentence) -> Odd | None:
    whole_text = sentence.value[sentence.start : sentence.end]
    rated = [(told, unit) for told in sentence.told if told.one.dimension not in (PERCENT, POINTS) and (unit := _unit_of(told))]
    if len(rated) != 1 or any(told.one.dimension in (PERCENT, POINTS) for told in sentence.told):
        return None
    each, unit = rated[0]
    whole_text = whole_text.replace(f"每{unit}", "")
    for period in ("每月", "每年", "每天", "每日"):
        # So much a month each makes so much a month for all.
        if whole_text.count(period) == 2:
            whole_text = whole_text.replace(period, "")
    if "每年" in whole_text and (_YEARLY.search(whole_text) or not _YEARS.search(whole_text)):
        whole_text = whole_text.replace("每年", "")
    elif "每月" in whole_text and _YEARLY.search(whole_text):
        # So much a month makes twelve times as much in a year.
        whole_text = whole_text.replace("每月", "")
        each = each._replace(one=each.one._replace(value=each.one.value * _MONTHS, step=each.one.step * _MONTHS))
    if _MORE_FACTORS.search(whole_text):
        return None
    others = [told for told in sentence.told if told is not each]
    sums = [told for told in others if told.one.dimension == each.one.dimension]
    if unit == "*":
        counts = [told for told in others if told.one.dimension != each.one.dimension]
    else:
        dimension, written = _dimension_of(unit)
        counts = [told for told in others if told.one.dimension == dimension and told.one.dimension != each.one.dimension]
        if counts and counts[0].one.dimension in MEASURED:
            # 元/吨 of something measured: the units must be the same.
            each = each._replace(one=each.one._replace(value=each.one.value / _base(written), step=each.one.step / _base(written)))
        counts = counts or _counted(others, unit, each)
    if len(counts) != 1 or len(sums) != 1 or counts[0].one.rough or sums[0].one.rough or each.one.rough:
        return None
    count, total = counts[0], sums[0]
    if _EACH_HAS.search(count.label):
        return None
    if _NO_SUM.search(_PERIOD.sub("", total.label)) or not (_SUM.search(total.label) or _SUM.search(total.behind) or total.label == ""):
        return None
    product = count.one.value * each.one.value
    mean = Decimal(0) if "均" not in each.label else each.one.step
    counted = half_step(count.one)
    low, high = (count.one.value - counted) * (each.one.value - mean), (count.one.value + counted) * (each.one.value + mean)
    # A round product is written as it is; another one is rounded or cut off.
    slack = total.one.step if mean or counted or product % total.one.step else Decimal(0)
    if low - slack <= total.one.value <= high + slack:
        return None
    if not product or not _APART_BY[0] <= total.one.value / product <= _APART_BY[1]:
        return None
    if "均" in each.label and not sentence.value[total.one.end : each.one.start].count("。"):
        right = f"{shown(total.one.value / count.one.value / _factor(each.one))}{each.one.unit}"
        return Odd(sentence.at(each.one), right, [sentence.at(count.one), sentence.at(total.one)])
    return Odd(sentence.at(total.one), total.one.say(product), [sentence.at(count.one), sentence.at(each.one)])


#: 两县各建设1个: how many that makes is told by the two.
_EACH_HAS = Pattern(r"各(?![类项级种界])[\u3400-\u9fff]{0,4}$")


def _counted(others: Sequence[Told], unit: str, each: Told) -> list[Told]:
    """The figures that count what the unit names: 286名干部, 平均每名干部; 考场286个, 每考场."""
    if unit.startswith("人"):
        return [told for told in others if told.one.dimension == "人次"]
    noun = unit.lstrip("个名家所座处支辆台间条户位").removesuffix("结")[:2]
    alike = [told for told in others if told.one.dimension != each.one.dimension]
    return [told for told in alike if len(noun) == 2 and (told.behind.startswith(noun) or told.label.endswith(noun))]


def _base(unit: str) -> Decimal:
    found = find_quantities(f"1{unit}")
    return found[0].value if found else Decimal(1)


def _factor(one: Quantity) -> Decimal:
    found = find_quantities(f"1{one.unit}")
    return found[0].value if found else Decimal(1)


#: 按工资总额的2%计提，工资总额1450万元，应计提29万元.
_BY_RATE = Pattern(r"按[^，。；]{0,20}$")
_TAKEN = Pattern(r"^(?:的?(?:标准|比例))?(?:计提|提取|缴纳|收取|预留|安排|给予|补助|配套|储备|计算|奖励|分成)")
_DUE = Pattern(r"应|需|共|合计|可|计|约定|预留|提取|缴纳|安排|补助|奖励")


def wrong_parts_by_rate(context: Context) -> Iterator[Odd]:
    """What is taken of a sum at a rate."""
    for sentence in context.once(figure_sentences):
        if len(sentence.told) != 3:
            continue
        rates = [told for told in sentence.told if told.one.dimension == PERCENT]
        others = [told for told in sentence.told if told.one.dimension != PERCENT]
        if len(rates) != 1 or len(others) != 2 or others[0].one.dimension != others[1].one.dimension or any(told.one.rough for told in sentence.told):
            continue
        rate, base, part = rates[0], *others
        if not _BY_RATE.search(rate.label) or not _TAKEN.match(rate.behind) or not _DUE.search(part.label) or _NO_PART.search(base.label):
            continue
        right = base.one.value * rate.one.value / 100
        if right and abs(right - part.one.value) > part.one.step and Decimal("0.6") <= part.one.value / right <= Decimal("1.7"):
            yield Odd(sentence.at(part.one), part.one.say(right), [sentence.at(base.one), sentence.at(rate.one)])


#: 教学班36个，学生1800人，平均班额50人.
_AVERAGE = Pattern(r"^平均[\u3400-\u9fff]{1,6}$")


#: Counters of persons stand for one another.
_PEOPLE = "人名位"


def wrong_averages(context: Context) -> Iterator[Odd]:
    """An average, where its sentence says of what and of how many."""
    for sentence in context.once(figure_sentences):
        if len(sentence.told) != 3 or not _AVERAGE.match(sentence.told[2].label):
            continue
        several = [told.one for told in sentence.told]
        mean = several[2]
        wholes = [one for one in several[:2] if one.dimension == mean.dimension]
        if len(wholes) != 1 or any(one.rough for one in several) or any(_NO_SUM.search(told.label) for told in sentence.told[:2]):
            continue
        count = next(one for one in several[:2] if one is not wholes[0])
        by = sentence.told[2].label.partition("每")[2]
        if by and count.unit not in (_PEOPLE if by[0] in _PEOPLE else by):
            # 受援3468人，挽回损失4725万元，平均每件: of something else.
            continue
        right = wholes[0].value / count.value if count.value else Decimal(0)
        if right and abs(right - mean.value) > mean.step and Decimal("0.7") <= mean.value / right <= Decimal("1.4"):
            yield Odd(sentence.at(mean), f"{shown(right / _factor(mean))}{mean.unit}", [sentence.at(one) for one in several[:2]])


#: A rate by its name: 办结率为98%, 支出进度85%; 占75.4%; 完成年度目标的125%.
_NAMED_RATE = Pattern(r"(?P<stem>[\u3400-\u9fff]{2,6}?)(?:率|进度|度|比例|比重|面)(?:为|达到?|是|仅|仅为|只有)?$")
_SHARE = Pattern(r"占(?:比|总数|总量|总额|全部|全[\u3400-\u9fff])?[^，。；、\d]{0,8}?的?(?:比例|比重)?(?:为|达)?$")
_NO_RATE = Pattern(r"比(?![例重])|较(?![好大快强为差])|同比|(?<!新)增|减|提高|上升|下降|降|低于|高于|超|目标|力争|确保|不低于|要求|应|计划|约|近|平均|各|分别")


def wrong_rates(context: Context) -> Iterator[Odd]:
    """Rates that the part and the whole beside them contradict."""
    sentences = context.once(figure_sentences)
    for before, sentence in pairwise((None, *sentences)):
        if sentence is not None and before is not None and before.text is sentence.text:
            odd = _rate_of_sentence(context, before, sentence)
            if odd is not None:
                yield odd
    for sentence in sentences:
        if len(sentence.told) >= 3:
            bracketed = _rate_in_brackets(sentence)
            if bracketed is not None:
                yield bracketed
            for index, told in enumerate(sentence.told):
                if told.one.dimension == PERCENT and not told.one.rough and index >= 2:
                    odd = _rate(sentence, sentence.told[:index], told)
                    if odd is not None and not based_elsewhere(context, sentence.text, sentence.told[index - 1].one, told.one):
                        yield odd


def _rate_of_sentence(context: Context, before: Sentence, sentence: Sentence) -> Odd | None:
    """全年改造小区86个。已完工79个，完工率91.9%: the whole stands in the sentence before."""
    for part, rate in pairwise(sentence.told):
        named = _NAMED_RATE.search(rate.label) if rate.one.dimension == PERCENT else None
        if named is None or part.one.dimension in (PERCENT, POINTS) or _NO_RATE.search(rate.label) or part is not sentence.told[0] or part.one.rough or rate.one.rough or not _does(named["stem"], part):
            continue
        wholes = {told.one.value: told for told in before.told if told.one.unit == part.one.unit and told.one.value >= part.one.value and not told.one.rough}
        if len(wholes) != 1 or rate.one.start - part.one.end > 16:
            continue
        whole = next(iter(wholes.values()))
        right = part.one.value * 100 / whole.one.value if whole.one.value else Decimal(0)
        if any(gives(part.one, whole.one._replace(value=whole.one.value - told.one.value), rate.one) for told in before.told if told.one.unit == part.one.unit and told.one.value < whole.one.value):
            # 隐患126处，其中重大6处。一般隐患整改118处，整改率98.3%: the part is of what the others leave.
            continue
        if right and not gives(part.one, whole.one, rate.one) and not based_elsewhere(context, sentence.text, part.one, rate.one) and Decimal("0.85") <= rate.one.value / right <= Decimal("1.2"):
            places = max(0, -int(rate.one.step.as_tuple().exponent))
            return Odd(sentence.at(rate.one), f"{right:.{places}f}%", [sentence.at(part.one), before.at(whole.one)])
    return None


def _rate(sentence: Sentence, before: Sequence[Told], rate: Told) -> Odd | None:
    if rate.label == "的":
        return _of_target(sentence, before, rate)
    named = _NAMED_RATE.search(rate.label)
    share = "占" in rate.label and _SHARE.search(rate.label)
    if share and _TARGETED.search(rate.label) and "完成" in before[-1].label:
        return _of_target(sentence, (*before[:-2], before[-1], before[-2]._replace(label="完成任务")), rate) if before[-2].one.start < before[-1].one.start else None
    if not named and not share or _NO_RATE.search(rate.label.replace("占比", "占").replace("比例", "").replace("比重", "")):
        return None
    part, whole = before[-1], before[-2]
    if part.one.dimension != whole.one.dimension or part.one.dimension in (PERCENT, POINTS) or part.one.rough or whole.one.rough:
        return None
    if rate.one.start - part.one.end > 24 or part.one.start - whole.one.end > 30 or _NO_PART.search(part.label) or _NO_PART.search(whole.label):
        return None
    owed = _OWED.search(whole.label) is not None and ("实" in part.label or "已" in part.label)
    if named and not owed and not _does(named["stem"], part):
        if not _does(named["stem"], whole) or len(before) > 2:
            return None
        # 已整改316处，发现318处: the part may stand first.
        part, whole = whole, part
    if share and not ("其中" in part.label or "有" in part.label or "已" in part.label):
        return None
    if part.one.value > whole.one.value * 2 or not whole.one.value or _rate_explained(before, rate.one):
        return None
    right = part.one.value * 100 / whole.one.value
    if not Decimal("0.5") <= rate.one.value / right <= Decimal("1.6") if right else True:
        return None
    places = max(0, -int(rate.one.step.as_tuple().exponent))
    return Odd(sentence.at(rate.one), f"{right:.{places}f}%", [sentence.at(whole.one), sentence.at(part.one)])


def _rate_in_brackets(sentence: Sentence) -> Odd | None:
    """完成进度为76%（目标2.5万个，完成1.9万个）: one rate and the two figures that it is of, some of them in brackets."""
    if len(sentence.told) != 3 or not (_BRACKETS.search(sentence.value, sentence.start, sentence.end) or "应" in sentence.told[2].label):
        return None
    rates = [told for told in sentence.told if told.one.dimension == PERCENT]
    others = [told for told in sentence.told if told.one.dimension != PERCENT]
    if len(rates) != 1 or others[0].one.dimension != others[1].one.dimension or any(told.one.rough or _NO_PART.search(told.label) for told in sentence.told):
        return None
    rate = rates[0]
    if not (_NAMED_RATE.search(rate.label) or "占" in rate.label) or _NO_RATE.search(rate.label) or sentence.told[2] is rate:
        return None
    part, whole = sorted(others, key=lambda told: told.one.value)
    right = part.one.value * 100 / whole.one.value if whole.one.value else Decimal(0)
    if not right or gives(part.one, whole.one, rate.one) or not Decimal("0.7") <= rate.one.value / right <= Decimal("1.4"):
        return None
    return Odd(sentence.at(rate.one), f"{right:.1f}%", [sentence.at(told.one) for told in others])


_TARGETED = Pattern(r"占(?:年度)?(?:目标|任务|计划)[^，。；]{0,6}$")
_OWED = Pattern(r"应|预算|计划|任务|设计|核定")
_BRACKETS = Pattern(r"[（(][^（）()]*\d[^（）()]*[）)]")


def _of_target(sentence: Sentence, before: Sequence[Told], rate: Told) -> Odd | None:
    """完成年度目标任务4万人的115%: a target is told to the last."""
    part, whole = before[-2:]
    if part.one.dimension != whole.one.dimension or part.one.rough or whole.one.rough or not _TARGET.search(whole.label) or _NO_PART.search(part.label):
        return None
    if whole.one.start - part.one.end > 24 or _NO_PART.search(whole.label) or gives(part.one, whole.one._replace(step=Decimal(1)), rate.one):
        return None
    right = part.one.value * 100 / whole.one.value
    if len(before) > 2 and _rate_explained(before, rate.one) or not Decimal("0.6") <= rate.one.value / right <= Decimal("1.6"):
        return None
    places = max(0, -int(rate.one.step.as_tuple().exponent))
    return Odd(sentence.at(rate.one), f"{right:.{places}f}%", [sentence.at(whole.one), sentence.at(part.one)])


_TARGET = Pattern(r"完成[^，。；]{0,8}(?:目标|任务|计划)|占[^，。；]{0,10}(?:总|全|数|计划|任务|预算|目标)")
_NO_PART = Pattern(r"比(?![例重])|较(?![好大快强为差])|同比|(?<!新)增|减|降|均|每|上年|去年|同期|原(?![则料因])|超")


def _does(stem: str, told: Told) -> bool:
    """Whether a figure is what a rate is named after: 收回有效问卷582份, 回收率; 已支出960万元, 支出进度."""
    words = told.label + told.behind
    return all(mark in words for mark in stem[-2:]) and f"未{stem[-2:]}" not in words and f"不{stem[-2:]}" not in words


def _rate_explained(before: Sequence[Told], rate: Quantity) -> bool:
    """Whether any two figures before a rate give it, or two together in a third."""
    alike = [told.one for told in before if told.one.dimension == before[-1].one.dimension][-8:]
    wholes = [*alike, *([_together(alike)] if len(alike) > 1 else [])]
    return any(
        gives(part, whole, rate)
        for part in (*alike, *(_together(pair) for pair in combinations(alike, 2)))
        for whole in wholes
        if part is not whole
    )


def _together(several: Sequence[Quantity]) -> Quantity:
    return several[0]._replace(value=sum((one.value for one in several), Decimal(0)), step=max(one.step for one in several))
