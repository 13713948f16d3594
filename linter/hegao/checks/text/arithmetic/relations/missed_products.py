"""So many times what each has (每…、…均), read by the noun that both name, in whatever order they are told (norms FIG-16).

分4班，每班12人 beside 40人; 案件80件，罚款240万元，案均4万元.  None of it is certain: the findings say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences, shown
from hegao.checks.text.arithmetic.prose.nearly_so import whole_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern

#: 每班, 平均每件, 每个乡镇; 户均, 案均: of what each has, right before its figure.
_EACH = Pattern(r"(?P<mean>平均)?每(?:一|个)?(?P<noun>[\u3400-\u9fff]{1,4}?(?:（[^（）\d]{1,6}）)?)(?:不超过|不少于|至少|约|补助|安排|培训|配备|设|为|投资|奖励|[^，。；、\d每]{0,10})$|(?P<mean2>(?P<noun2>[户人亩件案校村镇县])均)[^，。；、\d]{0,6}$")
#: Periods, and what makes other factors.
_NO_EACH = Pattern(r"^(?:年|月|日|天|周|季|小时|次|晚|平方|立方|人每|间隔|逢)")
_MORE = Pattern(r"每[^，。；]{1,8}每|不等|分别|[年月周日]均|各(?![类项级种界自有])|昼夜|封顶|上限|另|其余|[，、]加(?![装强快大固])|第[一二三四五]|减少|增加|提高|降")
_SAME = {"人次": "人", "名": "人", "案": "件"}
_APART = (Decimal("0.4"), Decimal("2.5"))
_NEAR = 25
_NAMED, _CLOSE = 8, 12


def missed_products(context: Context) -> Iterator[Odd]:
    """Figures of each and of all that no count of the sentence brings together."""
    for sentence in whole_sentences(context.once(figure_sentences)):
        words = sentence.value[sentence.start : sentence.end]
        if ("每" in words or "均" in words) and len(sentence.told) > 1 and not _MORE.search(words):
            kinds = [_kind(told) for told in sentence.told if _each_too(sentence, told)]
            wholes = [_kind(told) for told in sentence.told if not _each_too(sentence, told)]
            for each in sentence.told:
                # 单选40题每题1分、多选20题每题2分: what several have is summed.
                odd = _odd(sentence, each) if kinds.count(_kind(each)) <= max(1, wholes.count(_kind(each))) else None
                if odd is not None:
                    yield odd
                    break


def _odd(sentence: Sentence, each: Told) -> Odd | None:
    match = _EACH.search(sentence.value, sentence.start, each.one.start)
    if match is None or each.one.dimension in (PERCENT, POINTS) or not each.one.value or each.one.rough and "每" not in sentence.value[each.one.start - _NAMED : each.one.start]:
        return None
    noun = match["noun"] or match["noun2"]
    found = _counts(sentence, _SAME.get(noun[0], noun[0]), each)
    counted = {start for start, _count in found}
    alike = [told for told in sentence.told if told is not each and _kind(told) == _kind(each) and told.one.start not in counted]
    if _NO_EACH.match(noun) or not alike:
        return None
    each, alike = _with_others(sentence, each, alike)
    counts = [count for _start, count in found] or _only_count(sentence, each, match)
    near = [told for told in alike if told.one.value > each.one.value and not _each_too(sentence, told)]
    mean = bool(match["mean"] or match["mean2"] or each.one.rough)
    if not counts or any(_goes(whole, each, count, mean) for whole in near for count in (*counts, sum(counts, Decimal(0)))):
        return None
    whole = next((told for told in near if told.one.start > each.one.start), near[-1] if near else None)
    if whole is None or len(near) > 1 and whole.one.start - each.one.end > _CLOSE:
        return None
    count = _nearest(found, each, whole) or counts[-1]
    right = each.one.value * count
    if count < 2 or not _APART[0] <= whole.one.value / right <= _APART[1]:
        return None
    # 每个县3人，8个县25人: what is told of each is told out; only averages are rounded.
    even = whole.one.value % count == 0 or whole.one.value % each.one.value == 0
    if mean and not even and not (abs(right - whole.one.value) * 100 <= right * _NEAR or off_by_a_slip(whole.one.value, right, whole.one.step)):
        return None
    told_last = max((each, whole), key=lambda told: told.one.start)
    right_one = each.one.say(Decimal(shown(whole.one.value / count))) if told_last is each else whole.one.say(right)
    return Odd(sentence.at(told_last.one), right_one, [sentence.at(told.one) for told in (each, whole) if told is not told_last], False)


def _nearest(found: Sequence[tuple[int, Decimal]], each: Told, whole: Told) -> Decimal | None:
    """The count between what each has and the sum, else the last one before."""
    first, last = sorted((each.one.start, whole.one.start))
    between = [count for start, count in found if first < start < last]
    before = [count for start, count in found if start < first]
    return between[0] if between else before[-1] if before else None


def _with_others(sentence: Sentence, each: Told, alike: Sequence[Told]) -> tuple[Told, list[Told]]:
    """每个网格配备专职网格员1名、兼职网格员2名: what each has is all of the list."""
    rest = list(alike)
    end = each.one.end
    value = each.one.value
    for told in alike:
        if told.one.start > end and sentence.value.startswith("、", end) and not _IN_ALL.search(told.label) and "，" not in sentence.value[end : told.one.start]:
            value, end = value + told.one.value, told.one.end
            rest.remove(told)
    return each._replace(one=each.one._replace(value=value)), rest


_IN_ALL = Pattern("共|合计|总")


def _only_count(sentence: Sentence, each: Told, match: re.Match[str]) -> list[Decimal]:
    """决定书95份，……平均每件: of an average, the one count beside it, by whatever counter."""
    others = [told for told in sentence.told if _kind(told) != _kind(each) and told.one.dimension not in (PERCENT, POINTS)]
    return [others[0].one.value] if (match["mean"] or match["mean2"]) and len(others) == 1 and others[0].one.whole else []


def _kind(told: Told) -> str:
    return _SAME.get(told.one.unit, told.one.dimension)


def _each_too(sentence: Sentence, told: Told) -> bool:
    match = _EACH.search(sentence.value, sentence.start, told.one.start)
    return match is not None and not _NO_EACH.match(match["noun"] or match["noun2"])


def _goes(whole: Told, each: Told, count: Decimal, mean: bool) -> bool:
    """Whether so many times each is the whole, as exactly as it is told; ``mean``: whether each may be rounded."""
    if not count:
        return False
    rounded = mean or not each.one.whole
    return rounded and abs(whole.one.value / count - each.one.value) < each.one.step and whole.one.value % count != 0 or each.one.value * count == whole.one.value


def _counts(sentence: Sentence, noun: str, each: Told) -> list[tuple[int, Decimal]]:
    """How many the sentence says there are of what bears the noun, before it or behind: 14个乡镇, 乡镇8个."""
    before = Pattern(rf"(?<![第每各])(?P<n>(?<![\d.])\d{{1,6}}(?:\.\d+)?|[两二三四五六七八九十]{{1,3}})(?:个|支|所|座|家)?(?:[^，。；、：\d每]{{0,4}}?){noun}")
    behind = Pattern(rf"{noun}[\u3400-\u9fff]{{0,2}}(?P<n>\d{{1,5}})(?:个|支|所|座|家)")
    found = {match.start("n"): match["n"] for match in behind.finditer(sentence.value, sentence.start, each.one.start)} if noun not in _COUNTERS else {}
    found |= {match.start("n"): match["n"] for match in before.finditer(sentence.value, sentence.start, sentence.end)}
    # 1.2万人 is so many persons.
    measured = {told.one.start: told.one.value for told in sentence.told if told.one.dimension not in MEASURED}
    return [(start, measured.get(start, Decimal(said) if said[0].isdigit() else Decimal(value_of(said)))) for start, said in sorted(found.items()) if start != each.one.start]


#: Words that only count.
_COUNTERS = "个支所座家件项条名"
