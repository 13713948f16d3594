"""So much each and so much in all (单价与总价), over the sentences of a passage and the whole document (norms FIG-16).

参训80人，培训5天，每人每天补助100元，共计4万元: whatever counts the passage tells may be factors.  Where it tells none of what each is told of
(每户补助1200元), the document may tell one.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from math import prod

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import shown
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.checks.text.arithmetic.yardsticks import clause_before
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_EACH = Pattern(r"(?P<each>每[^每，。；、\d]{1,12}|单价|[户人生亩校村件案月]均|均价)[^每均，。；、\d]{0,6}$")
_IN_ALL = Pattern(r"共(?!同)|总|合计|金额|需|计$|即|投入|累计")
_FREE = Pattern(r"不超过|不少于|至少|不低于|不高于|上限|封顶|其余|另|不等|左右|分别|起步|[以上下]限|浮动|第[一二三四五]|加(?![装强快大固])|扣|减|增")
_SPOKEN = Pattern(r"(?<![第十\d])(?P<n>[两二三四五六七八九十]|十[一二三四五六七八九])(?:个|支|家|名|座|所|期|场|次|批|年|天|种)")
#: 每月, 月均 over 上半年, 全年.
_PERIODS = (("上半年", 6), ("下半年", 6), ("全年", 12), ("季度", 3), ("每年", 12), ("一年", 12))
_NO_COUNT = frozenset({PERCENT, POINTS, "分值", "时长", *MEASURED})
_COUNTER = Pattern(r"每(?:一|个)?(?P<noun>[户人亩座辆台套部所件家栋盏株村])")
_MOST, _NEAR, _FEWEST = 5, 12, 2
#: Of several factors many products come near; by one alone figures may be further off.
_APART, _APART_BY_ONE = (Decimal("0.75"), Decimal("1.34")), (Decimal("0.4"), Decimal("2.5"))


def passage_products(context: Context) -> Iterator[Odd]:
    """Wholes that no counts make of what each has."""
    passages = context.once(figures_spoken)
    for passage in passages:
        if "每" in passage.value or "均" in passage.value or "单价" in passage.value:
            odd = _odd(passages, passage)
            if odd is not None:
                yield odd


def _odd(passages: Sequence[Figures], passage: Figures) -> Odd | None:
    told = [one for one in passage.named if one.dimension not in (PERCENT, POINTS) and not one.rough or "每" in _clause(passage, one)]
    each = [one for one in told if _EACH.search(_clause(passage, one))]
    if len(each) != 1 or each[0].value == 0 or any(other.dimension == each[0].dimension and passage.value[each[0].end : other.start].startswith("、") for other in told):
        # 每个路口民警2人、辅警3人: the two are what each has.
        return None
    one = each[0]
    alike = [whole for whole in told if whole.dimension == one.dimension and whole is not one]
    only = len(alike) == 1 and alike[0].start < one.start and "均" in _clause(passage, one)
    wholes = [whole for whole in alike if whole.value > one.value and (only or _IN_ALL.search(_clause(passage, whole)))]
    if len(wholes) != 1 or wholes[0].rough:
        return None
    whole = wholes[0]
    begin = passage.value.rfind("。", 0, min(one.start, whole.start)) + 1
    if "各" in _clause(passage, one) or _FREE.search(passage.value, begin, max(one.end, whole.end)):
        return None
    counts = _counts(passage, one, max(one.start, whole.start))
    if len(counts) > _MOST:
        return None
    if counts:
        products = [one.value * prod(several) for size in range(1, len(counts) + 1) for several in combinations(counts, size)]
        products += [one.value * together for together in _together(passage, one, max(one.start, whole.start))]
        least, most = _APART if len(counts) > 1 else _APART_BY_ONE
        within = [right for right in products if least <= whole.value / right <= most]
    else:
        products = [one.value * count for count in _elsewhere(passages, _clause(passage, one))]
        within = [right for right in products if off_by_a_slip(whole.value, right, whole.step) or abs(right - whole.value) * 100 <= right * _NEAR]
        within = within if len(within) == 1 else []
    if not within or any(_is(whole, one, right) for right in products) or any(first + second == whole.value for first, second in combinations(products, 2)):
        return None
    right = min(within, key=lambda value: abs(value - whole.value))
    if one.start > whole.start:
        return Odd(passage.at(one), one.say(Decimal(shown(whole.value * one.value / right))), [passage.at(whole)], False)
    return Odd(passage.at(whole), whole.say(right), [passage.at(one)], False)


def _clause(passage: Figures, one: Quantity) -> str:
    return clause_before(passage.value, one.start)


def _counts(passage: Figures, each: Quantity, end: int) -> list[Decimal]:
    """What the passage counts up to a place, and the months of the period that it tells."""
    found = [one.value for one in passage.named if one.end <= end and one.dimension not in _NO_COUNT and one.whole and one.dimension != each.dimension and one.value >= _FEWEST]
    found += [Decimal(value_of(match["n"])) for match in _SPOKEN.finditer(passage.value, 0, end)]
    monthly = "月" in _clause(passage, each)[-8:]
    return [*found, *(Decimal(months) for word, months in _PERIODS if monthly and word in passage.value[:end])]


def _together(passage: Figures, each: Quantity, end: int) -> list[Decimal]:
    """What counts of one unit that stand in one list come to: 水样60份、土样40份，每份350元."""
    counted = [one for one in passage.named if one.end <= end and one.dimension not in _NO_COUNT and one.whole and not one.rough and one.dimension != each.dimension]
    sums: list[Decimal] = []
    for one, other in pairwise(counted):
        if one.unit == other.unit and _JOINT.fullmatch(passage.value, one.end, other.start):
            sums.append((sums.pop() if sums else one.value) + other.value)
    return sums


_JOINT = Pattern(r"、[^，。；：\d]{1,10}")


def _elsewhere(passages: Sequence[Figures], clause: str) -> list[Decimal]:
    """How many the document tells there are of what each is told of."""
    noun = _COUNTER.search(clause)
    if noun is None:
        return []
    return sorted({one.value for passage in passages for one in passage.named if one.unit == noun["noun"] and one.whole and not one.rough and one.value >= _FEWEST})


def _is(whole: Quantity, each: Quantity, right: Decimal) -> bool:
    """Whether a product is the whole, as exactly as both are written."""
    slack = whole.step / 2 if right % whole.step else Decimal(0)
    times = right / each.value
    rounded = each.step * times if whole.value % (each.step * times) else Decimal(0)
    return abs(right - whole.value) < max(slack, rounded) or right == whole.value
