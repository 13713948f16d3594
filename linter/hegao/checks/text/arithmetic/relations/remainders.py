"""What is left or lacks (剩余、缺口), against two figures elsewhere that it is the difference of (norms FIG-16).

任务3200户，完成1920户 in one paragraph, 完成剩余1380户 in another; 学位960个，适龄幼儿1320人，学位缺口306个, each told by its own counter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.prose.nearly_so import whole_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

_LEFT = Pattern(r"(?:剩余|余下|剩下|其余|尚未完成|未完成)的?[^，。；、\d]{0,6}$")
_LACKS = Pattern(r"(?:缺口|缺额|差额|相差|缺少|短缺|富余|结余)[^，。；、\d]{0,4}$")
_DONE = Pattern(lambda: one_of(figure_words("done")))
_TIMES = frozenset({PERCENT, POINTS, "时长", "天数", "月数", "工作日"})
_LEAST = 20


def wrong_remainders(context: Context) -> Iterator[Odd]:
    """Remainders that no two figures of the document give, and two that are told together give but for a slip."""
    sentences = list(whole_sentences(context.once(figure_sentences)))
    pairs: dict[str, list[tuple[Sentence, Told, Told]]] | None = None
    for sentence in sentences:
        for told in sentence.told:
            if told.one.dimension in _TIMES or told.one.rough:
                continue
            if _LACKS.search(told.label):
                yield from _lacking(sentence, told)
            elif _LEFT.search(told.label) and not _beside(sentence, told):
                pairs = _pairs(sentences) if pairs is None else pairs
                yield from _left(sentence, told, pairs.get(told.one.unit, []))


def _beside(sentence: Sentence, left: Told) -> bool:
    """Whether the sentence itself tells two more figures of the unit."""
    return sum(told.one.unit == left.one.unit for told in sentence.told) > 2


def _pairs(sentences: Sequence[Sentence]) -> dict[str, list[tuple[Sentence, Told, Told]]]:
    """Figures of one unit that follow one another in a sentence, the second done of the first."""
    found: dict[str, list[tuple[Sentence, Told, Told]]] = {}
    for sentence in sentences:
        by_unit: dict[str, list[Told]] = {}
        for told in sentence.told:
            by_unit.setdefault(told.one.unit, []).append(told)
        for unit, several in by_unit.items():
            found.setdefault(unit, []).extend((sentence, one, other) for one, other in pairwise(several))
    return found


def _left(sentence: Sentence, left: Told, pairs: Sequence[tuple[Sentence, Told, Told]]) -> Iterator[Odd]:
    if left.one.value < left.one.step * _LEAST or any(abs(one.one.value - other.one.value) == left.one.value for _where, one, other in pairs):
        return
    for where, one, other in pairs:
        right = one.one.value - other.one.value
        if left in (one, other) or not _DONE.search(other.label) or one.one.rough or other.one.rough or right <= 0:
            continue
        if off_by_a_slip(left.one.value, right, left.one.step):
            yield Odd(sentence.at(left.one), left.one.say(right), [where.at(one.one), where.at(other.one)], False)
            return


def _lacking(sentence: Sentence, lack: Told) -> Iterator[Odd]:
    """The two figures told last before it, of whatever counters."""
    before = [told for told in sentence.told if told.one.start < lack.one.start and told.one.dimension not in _TIMES and told.one.whole and told.one.dimension not in MEASURED]
    if len(before) < 2 or not lack.one.whole or lack.one.dimension in MEASURED or before[-1].one.rough or before[-2].one.rough:
        return
    if len({told.one.unit for told in (*before[-2:], lack)}) < 2 or any(abs(one.one.value - other.one.value) == lack.one.value for one in before for other in before):
        return
    one, other = before[-2:]
    right = abs(one.one.value - other.one.value)
    if right >= _LEAST and off_by_a_slip(lack.one.value, right, Decimal(1)):
        yield Odd(sentence.at(lack.one), lack.one.say(right), [sentence.at(one.one), sentence.at(other.one)], False)
