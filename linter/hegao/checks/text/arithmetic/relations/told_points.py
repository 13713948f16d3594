"""By how many points a rate rises (提高…个百分点), against the rates of the same name told elsewhere in text and tables (norms FIG-16).

普及率达到95.5%，比2024年提高5.3个百分点 where the document gives 91.2% for 2024.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_NAME = Pattern(r"(?P<name>[\u3400-\u9fff]{2,8}(?:率|占比|比例|比重))(?:为|达到?|提高到|提升到|由|从|是|达到了|提高至|约|升至)*$")
_THAN = Pattern(r"比(?P<year>20\d\d)年(?P<up>提高|提升|上升|增加)|比(?P<year2>20\d\d)年(?P<down>下降|降低|减少)")
_YEAR = Pattern(r"(?<![比较])(?P<year>20\d\d)年")
_NEAR = Decimal("0.4")


def told_points(context: Context) -> Iterator[Odd]:
    """Rises in points that the levels of the two years do not give."""
    sentences = context.once(figure_sentences)
    if not any(told.one.dimension == POINTS for sentence in sentences for told in sentence.told):
        return
    levels = list(_levels(context))
    for sentence in sentences:
        for level, points in zip(sentence.told, sentence.told[1:]):
            said = _THAN.search(points.label) if points.one.dimension == POINTS and level.one.dimension == PERCENT else None
            name = _NAME.search(level.label) if said is not None else None
            if said is None or name is None:
                continue
            year = said["year"] or said["year2"]
            old = level.one.value - points.one.value if said["up"] else level.one.value + points.one.value
            known = {value for other, when, value, _at in levels if when == year and (other.endswith(name["name"]) or name["name"].endswith(other))}
            if len(known) == 1 and old not in known:
                right = abs(level.one.value - next(iter(known)))
                there = next(at for other, when, value, at in levels if when == year and value in known)
                yield Odd(sentence.at(points.one), f"{right.normalize():f}个百分点", [there], False)


def _levels(context: Context) -> Iterator[tuple[str, str, Decimal, Text]]:
    """The rates of the text by name and year, the year being the last one told before."""
    for sentence in context.once(figure_sentences):
        for told in sentence.told:
            # 91.2个百分点, where 91.2% is meant, is a level all the same.
            name = _NAME.search(told.label) if told.one.dimension in (PERCENT, POINTS) else None
            years = list(_YEAR.finditer(sentence.value, 0, told.one.start)) if name is not None else []
            if name is not None and years and not _is_change(sentence, told):
                yield name["name"], years[-1]["year"], told.one.value, sentence.at(told.one)


def _is_change(sentence: Sentence, told: Told) -> bool:
    return any(word in told.label for word in ("提高了", "下降", "增长", "比"))
