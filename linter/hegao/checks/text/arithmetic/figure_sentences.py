"""Sentences with their figures (句中数字): each figure with the words that say what it is of (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.spoken_figures import figures_spoken
from hegao.phrases.quantities import Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_STOP = Pattern(r"[。；\n]")
_MARKS = "，、；：。,;（()）"
#: How far the figures of one relation may miss it (in percent) to be meant for it; of few things, how many.
_NEAR, _FEW, _NEAR_OF_FEW = 12, 20, 3
#: Where one digit of one figure would make it right.
_NEAR_BY_A_DIGIT = 20


_OPENING_TIME = Pattern(r"[（(]?[\d一二三四五六七八九十]{0,3}[）)、.．]?[ 　]*(?P<time>20\d\d年[^。：，]{0,8}|第[一二三四]季度|[上下]半年|\d{1,2}月份?)[。：]")


class Told(NamedTuple):
    """A figure, the words before it from the last mark or figure on, and the words behind it to the next."""

    one: Quantity
    label: str
    behind: str


class Sentence(NamedTuple):
    """A stretch of a passage without 。 or ；, its offsets, and the figures in it."""

    text: Text
    value: str
    start: int
    end: int
    told: Sequence[Told]

    def at(self, one: Quantity) -> Text:
        """Where a figure stands."""
        return self.text.slice(one.start, one.end)

    def between(self, one: Quantity, other: Quantity) -> str:
        """The words between two figures."""
        return self.value[one.end : other.start]

    @property
    def opening_time(self) -> str:
        """The time that the whole passage is of, where it opens with one: （一）2026年。…."""
        match = _OPENING_TIME.match(self.value)
        return match["time"] if match is not None else ""

    def of(self, dimension: str) -> list[Told]:
        """The figures of a dimension, in order."""
        return [told for told in self.told if told.one.dimension == dimension]


def figure_sentences(context: Context) -> tuple[Sentence, ...]:
    """The sentences of the running text that hold a figure; to be asked for by ``context.once``."""
    return tuple(sentence for passage in context.once(figures_spoken) for sentence in _sentences(passage.text, passage.value, passage.named))


def _sentences(text: Text, value: str, named: Sequence[Quantity]) -> Iterator[Sentence]:
    stops = [-1, *(match.start() for match in _STOP.finditer(value)), len(value)]
    rest = list(named)
    for before, end in pairwise(stops):
        several = []
        while rest and rest[0].end <= end:
            several.append(rest.pop(0))
        if several:
            yield Sentence(text, value, before + 1, end, _told(value, before + 1, end, several))


def _told(value: str, start: int, end: int, several: Sequence[Quantity]) -> tuple[Told, ...]:
    found = []
    edges = [start, *(one.end for one in several)]
    follows = [*(one.start for one in several[1:]), end]
    for one, edge, following in zip(several, edges, follows, strict=False):
        label = value[edge : one.start]
        behind = value[one.end : following]
        found.append(Told(one, label[_last_mark(label) :], behind[: _first_mark(behind)]))
    return tuple(found)


_COUNTED = Pattern(r"^[\u3400-\u9fff]{1,4}")
_NAMED = Pattern(r"[\u3400-\u9fff]{2,8}$")


def counts_another(each: str, whole: str, behind: str) -> bool:
    """Whether two counts name things with no character in common: 每人包联1个村……共划定网格64个.

    ``each``: what follows the one, ``whole`` and ``behind``: what stands before and after the other.
    """
    noun, named = _COUNTED.match(each), _NAMED.search(whole)
    said = _COUNTED.match(behind) or named
    return noun is not None and said is not None and not set(noun[0]) & set(said[0] + whole + behind)


#: How far before a figure the words that name it may begin.
_LABEL = 60


def label_before(value: str, one: Quantity) -> str:
    """The words before a figure, from the last mark or bracket on."""
    words = value[max(0, one.start - _LABEL) : one.start]
    return words[max(words.rfind(mark) for mark in "，。；：、（(") + 1 :]


def _last_mark(words: str) -> int:
    return max(words.rfind(mark) for mark in _MARKS) + 1


def _first_mark(words: str) -> int:
    return min((at for mark in _MARKS if (at := words.find(mark)) >= 0), default=len(words))


def shown(value: Decimal) -> str:
    """A quotient with four digits at most, written out: 200, 33.33."""
    whole = len(f"{abs(value):.0f}")
    return f"{round(value, max(0, 4 - whole)).normalize():f}"


def near(right: Decimal, off: Decimal) -> bool:
    """Whether figures miss a relation by so little that they are meant for it."""
    if off == 0:
        return False
    one_digit = len(off.normalize().as_tuple().digits) == 1 and off >= 10
    return off * 100 <= right * (_NEAR_BY_A_DIGIT if one_digit else _NEAR) or right <= _FEW and off < _NEAR_OF_FEW


def rounding(several: Sequence[Told]) -> Decimal:
    """By how much a sum of figures may be off because they are rounded; whole ones are counted, few of one step are taken as they stand."""
    steps = [told.one.step for told in several]
    if all(told.one.whole for told in several) or len({*steps}) == 1 and len(several) <= 4:
        return Decimal(0)
    finest = min(steps)
    if len({told.one.unit for told in several}) == 1:
        # 8公里 beside 9.5公里 is 8.0公里.
        return finest if len(several) > 5 else Decimal(0)
    return sum((step for step in steps if step > finest), Decimal(0)) / 2 + (finest if len(several) > 3 else Decimal(0))
