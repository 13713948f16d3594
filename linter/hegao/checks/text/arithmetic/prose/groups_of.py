"""So many in each of so many (每组、每期), and levels of two years (年度对比), in whatever order they are told (norms FIG-16).

抽调42人组成6个组，每组7人; 分4期培训1200人，每期300人; 2025年2.7万人次，2026年3.06万人次，2026年比2025年增长13.3%.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.rates import gives
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.phrases.numbers import A_COUNT, value_of
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern

_EACH = Pattern(r"每(?:个|一)?(?P<noun>组|队|期|批|班|场|片区|点|站|校|所|村|乡镇|镇|县|区|车|座|栋|单元|标段)(?:[\u3400-\u9fff]{0,4})$")
_NO_EACH = Pattern(r"不少于|不超过|至少|最多|不低于|约|以上|以内|人均")
_NO_WHOLE = Pattern(r"每|均|比(?![例重])|较(?![好大快强为差])|其中|占|另|各|约|不少于|不超过|至少|其余|剩余|共.{0,2}次")
_MORE = Pattern(r"每[^，。；]{1,6}[^。；]*每|其余|另|不等|分别|左右|第[一二三四五]")
#: How much nearer to the whole than twice it a product is meant for it.
_APART = (Decimal("0.5"), Decimal(2))


def wrong_groups(context: Context) -> Iterator[Odd]:
    """Wholes before a number of groups that are not so many times what is in each; rates between the levels of two years."""
    for sentence in context.once(figure_sentences):
        if "每" in sentence.value:
            for index, each in enumerate(sentence.told):
                odd = _group(sentence, sentence.told[:index], each) if "每" in each.label else None
                if odd is not None:
                    yield odd
        if "年比" in sentence.value or "年较" in sentence.value:
            yield from _years(sentence)


def _group(sentence: Sentence, before: Sequence[Told], each: Told) -> Odd | None:
    """The whole is told before what each has, in one sentence with how many there are."""
    match = _EACH.search(each.label)
    if match is None or each.one.dimension in (PERCENT, POINTS) or each.one.rough or not each.one.value or _NO_EACH.search(each.label):
        return None
    words = sentence.value[sentence.start : each.one.start]
    counts = list(Pattern(rf"{A_COUNT}(?:(?:个|支|所|座|辆|栋)[^，。；、：\d]{{0,6}}?)?{match['noun']}").finditer(words))
    wholes = [told for told in before if told.one.dimension == each.one.dimension and not told.one.rough]
    wholes = [told for told in wholes if not _NO_WHOLE.search(told.label)]
    if len(counts) != 1 or len(wholes) != 1 or _MORE.search(sentence.value, sentence.start, each.one.start):
        return None
    whole, count = wholes[0], value_of(counts[0]["n"])
    at = sentence.start + counts[0].start("n")
    if at == whole.one.start or any(told.one.dimension == each.one.dimension and whole.one.end < told.one.start < each.one.start for told in before):
        return None
    right = each.one.value * count
    if right == whole.one.value or count < 2 or not _APART[0] <= whole.one.value / right <= _APART[1]:
        return None
    return Odd(sentence.at(each.one) if whole.one.start < at else sentence.at(whole.one), (each.one.say(whole.one.value / count) if whole.one.start < at and not whole.one.value % count else whole.one.say(right)), [sentence.at(whole.one)])


_COMPARED = Pattern(r"(?P<new>20\d\d)年(?:同?比|较)(?P<old>20\d\d)年[^，。；、\d]{0,6}?(?:(?P<up>增长|增加|提高|上升|增幅)|(?P<down>下降|减少|降低|降幅))(?:了|为)?$")
_YEAR = Pattern(r"(?P<year>20\d\d)年[^，。；、\d]{0,8}$")


def _years(sentence: Sentence) -> Iterator[Odd]:
    for index, rate in enumerate(sentence.told):
        start = max(sentence.start, rate.one.start - 30)
        said = _COMPARED.search(sentence.value, start, rate.one.start) if rate.one.dimension == PERCENT and not rate.one.rough else None
        if said is None:
            continue
        levels: dict[str, Told] = {}
        for told in sentence.told[:index]:
            year = _YEAR.search(sentence.value, max(sentence.start, told.one.start - 14), told.one.start)
            if year is not None and told.one.dimension not in (PERCENT, POINTS):
                levels[year["year"]] = told
        old, new = levels.get(said["old"]), levels.get(said["new"])
        if old is None or new is None or old.one.dimension != new.one.dimension or old.one.rough or new.one.rough or not old.one.value:
            continue
        change = new.one._replace(value=abs(new.one.value - old.one.value), step=max(new.one.step, old.one.step))
        right = change.value * 100 / old.one.value
        # Of two rounded levels many a rate may come; one that is the right one mistyped does not.
        mistyped = slipped(rate.one.value, round(right, places := max(0, -int(rate.one.step.as_tuple().exponent))))
        if right and (mistyped or not gives(change, old.one, rate.one)) and _APART[0] <= rate.one.value / right <= _APART[1]:
            yield Odd(sentence.at(rate.one), f"{right:.{places}f}%", [sentence.at(old.one), sentence.at(new.one)])
