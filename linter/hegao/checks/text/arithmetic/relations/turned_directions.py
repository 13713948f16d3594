"""Rises that fall and falls that rise (升降相反): 收入7.84亿元，同比增长6.0%（上年为8.34亿元） (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.prose.nearly_so import whole_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern

_UP, _DOWN = r"增长|提高|提升|增加|上升|上涨|扩大|增收|多|增|升", r"下降|降低|减少|压减|缩短|回落|下滑|减收|少|降|减"
_CHANGE = Pattern(rf"(?<!净)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:约)?$")
#: The level before: 上年为, 2025年为, 同期.
_BEFORE = Pattern(r"^(?:其中)?(?:比|较(?![好大快强为差])|而)?(?:上年|去年|前年|上月|上季|上期|同期|年初|原来?|此前|[\u3400-\u9fff]{0,4}同期)")
_YEAR = Pattern(r"^(?:比|较)?(?P<year>20\d\d)年")
#: 由40亿元, 从90个: so do others, who look at what it is changed to.
_FROM = Pattern(r"由|从|[到至]$|其中|目标|计划|均|每|累计|率")
_FAR, _SLACK = 40, 2


def turned_directions(context: Context) -> Iterator[Odd]:
    """Changes whose word is against the two levels beside them, by just as much as they say."""
    for sentence in whole_sentences(context.once(figure_sentences)):
        told = sentence.told
        for index in range(1, len(told)):
            word = _CHANGE.search(told[index].label) if index else None
            if word is not None:
                odd = _odd(sentence, index, bool(word["up"]))
                if odd is not None:
                    yield odd


def _odd(sentence: Sentence, index: int, up: bool) -> Odd | None:
    change = sentence.told[index]
    around = [told for told in (*sentence.told[max(0, index - 2) : index], *sentence.told[index + 1 : index + 2]) if told.one.dimension not in (PERCENT, POINTS)]
    old = _old(around)
    news = [told for told in around if told is not old and old is not None and told.one.unit == old.one.unit and told.one.start < change.one.start and not _BEFORE.match(told.label)]
    if old is None or len(news) != 1 or _FROM.search(news[0].label + old.label) or abs(old.one.start - change.one.start) > _FAR or not old.one.value:
        return None
    new = news[0]
    off = new.one.value - old.one.value
    if off == 0 or (off > 0) == up or any(told.one.rough for told in (old, new, change)):
        return None
    rate = abs(off) * 100 / old.one.value
    as_much = abs(off) == change.one.value if change.one.unit == old.one.unit else change.one.dimension == PERCENT and abs(rate - change.one.value) <= max(Decimal(_SLACK) * change.one.step, change.one.value / 10)
    if not as_much:
        return None
    return Odd(sentence.at(change.one), "应为" + ("减少" if up else "增加"), [sentence.at(new.one), sentence.at(old.one)])


def _old(around: Sequence[Told]) -> Told | None:
    """The level that was before: by a word, or as the earlier of two years or the only one of a year."""
    said = [told for told in around if _BEFORE.match(told.label)]
    dated = [(match["year"], told) for told in around if (match := _YEAR.match(told.label)) is not None]
    if said:
        return said[-1]
    first = min(dated, key=lambda one: one[0], default=None)
    return first[1] if first is not None and (len(dated) == 1 or first[0] != max(year for year, _told in dated)) else None
