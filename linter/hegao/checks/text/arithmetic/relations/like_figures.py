"""Figures of one unit in one sentence (同量纲数字组), read once for all relations between them (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.prose.nearly_so import whole_sentences
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.yardsticks import is_yardstick
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern

#: What such a figure is told of is each of several, another time, or a share.
_OF_ANOTHER = Pattern(r"每|均|按$|各(?![类项级种界])|占|率|比(?![例重选赛])|较(?![好大快强为差])|同期|上年|去年|其余各")
#: In longer groups any sum is met by chance.
_MOST = 9
_REACH = 16
_MONEY = "金额"
#: So many digits do not come in another order by chance.
_DIGITS = 3
#: A slip of one digit is at most so much of the figure, in hundredths.
_NEAR = 25


class LikeFigures:
    """The figures of one unit in a sentence up to its full stop, in order."""

    def __init__(self, sentence: Sentence, told: Sequence[Told]) -> None:
        """Take the sentence and its figures of one unit."""
        self.sentence = sentence
        self.told = told

    @cached_property
    def plain(self) -> Sequence[Told]:
        """Those that may be added up: exact, of all and not of each, of now and of the thing itself."""
        value = self.sentence.value
        return [told for told in self.told if not told.one.rough and not _OF_ANOTHER.search(_clause(value, told)) and not is_yardstick(value, told.one)]

    @cached_property
    def hangs_together(self) -> bool:
        """Whether some of them add up to another: then what the others are is not told by their values."""
        values = [told.one.value for told in self.told]
        return len(values) > _MOST or any(sum(several) in values for size in range(2, len(values)) for several in combinations(values, size))


def _clause(value: str, told: Told) -> str:
    """The words before a figure to the last mark that is no bracket: 每个县（市、区）参会3人."""
    start = told.one.start - len(told.label)
    if value[start - 1 : start] not in ("）", ")", "、"):
        return told.label
    return value[max(value.rfind(mark, 0, start) for mark in "，；。：") + 1 : told.one.start] if "每" in value[max(0, start - _REACH) : start] else told.label


def like_figures(context: Context) -> tuple[LikeFigures, ...]:
    """The groups of two and more figures of one unit in each sentence; to be asked for by ``context.once``."""
    return tuple(_groups(context))


def _groups(context: Context) -> Iterator[LikeFigures]:
    for sentence in _with_parts(whole_sentences(context.once(figure_sentences))):
        yield from (LikeFigures(sentence, several) for several in by_unit(sentence.told) if len(several) > 1)


def _with_parts(sentences: Iterator[Sentence]) -> Iterator[Sentence]:
    """Sentences, each with the one behind it that begins with 其中."""
    before: Sentence | None = None
    for sentence in sentences:
        if before is not None and sentence.text is before.text and sentence.value.startswith("其中", sentence.start):
            before = before._replace(end=sentence.end, told=(*before.told, *sentence.told))
            continue
        if before is not None:
            yield before
        before = sentence
    if before is not None:
        yield before


def like_passages(context: Context) -> tuple[LikeFigures, ...]:
    """The same of whole passages of more than one sentence; to be asked for by ``context.once``."""
    passages: dict[tuple[int, str], list[Sentence]] = {}
    for sentence in context.once(figure_sentences):
        passages.setdefault((sentence.text.line, sentence.value), []).append(sentence)
    found = []
    for several in passages.values():
        if len(several) > 1:
            joined = several[0]._replace(end=several[-1].end, told=tuple(told for one in several for told in one.told))
            found += [LikeFigures(joined, told) for told in by_unit(joined.told) if len(told) > 1]
    return tuple(found)


def by_unit(several: Sequence[Told]) -> list[list[Told]]:
    """Figures but for rates, by their units; money in whatever unit."""
    units: dict[str, list[Told]] = {}
    for told in several:
        if told.one.dimension not in (PERCENT, POINTS):
            units.setdefault(told.one.dimension if told.one.dimension == _MONEY else told.one.unit, []).append(told)
    return list(units.values())


def off_by_a_slip(stated: Decimal, right: Decimal, step: Decimal) -> bool:
    """Whether a figure is another but for one slip: a digit greater or less, two digits turned, a nought more or less.

    ``step``: one of the last digit of the figure.
    """
    if right <= 0 or stated <= 0 or stated == right:
        return False
    off = abs(stated - right)
    one_digit = len((off / step).normalize().as_tuple().digits) == 1
    if off * 100 <= max(stated, right) * _NEAR and (one_digit or slipped(stated / step, right / step)):
        return True
    first, second = (f"{(value / step).normalize():f}" for value in (stated, right))
    return right in (stated * 10, stated / 10) or len(first) >= _DIGITS and sorted(first) == sorted(second)


def other_digit(stated: Decimal, right: Decimal, step: Decimal) -> bool:
    """Whether two figures of two and more digits differ in one of them alone."""
    first, second = (f"{(value / step).normalize():f}" for value in (stated, right))
    return len(first) == len(second) > 1 and sum(one != other for one, other in zip(first, second, strict=True)) == 1
