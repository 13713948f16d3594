"""Sums over things with counters of their own (量词不同的合计): 46家单位，其中党群部门8个、政府部门32个; 先进集体10个、先进个人25名，合计35个名额 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.prose.near_sums import OVERLAPS
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip
from hegao.sources.lazy_pattern import Pattern

_COUNTERS = frozenset(["个", "家", "所", "名", "人", "位", "处", "座", "项", "件", "户", "支", "条"])
_OPENED = Pattern(r"[^。；\d]{0,30}(?:其中|包括|分别为)[：:]?[^，。；、\d]{0,16}")
_SUMMED = Pattern(r"^(?:合计|共计|总计|一共|总共)[^，。；、\d]{0,4}$")
_NO_PART = Pattern(r"每|均|各|比(?![例重])|较(?![好大快强为差])|率|新增|累计|同比|至少|涉及")
_MOST, _NEARLY_ALL = 8, 90


def wrong_mixed_sums(context: Context) -> Iterator[Odd]:
    """Wholes told with another counter than their parts, that these miss by a slip."""
    for sentence in context.once(figure_sentences):
        counted = [told for told in sentence.told if told.one.unit in _COUNTERS]
        if len(counted) < _FEWEST or len({told.one.unit for told in counted}) < 2:
            continue
        odd = _opened(sentence, counted) or _summed(sentence, counted)
        if odd is not None:
            yield odd


_FEWEST = 3


def _opened(sentence: Sentence, counted: Sequence[Told]) -> Odd | None:
    """The whole stands before 其中, its parts in a list behind, not all of them with its counter."""
    for index, whole in enumerate(counted[:-2]):
        parts = _list(sentence, counted[index + 1 :])
        if len(parts) < _FEWEST - 1 or not _OPENED.fullmatch(sentence.between(whole.one, parts[0].one)):
            continue
        if all(part.one.unit == whole.one.unit for part in parts) or len(parts) > _MOST:
            continue
        summed = sum((part.one.value for part in parts), Decimal(0))
        # 其中 may name some parts only.
        return _odd(sentence, whole, parts) if summed * 100 >= whole.one.value * _NEARLY_ALL else None
    return None


def _list(sentence: Sentence, several: Sequence[Told]) -> Sequence[Told]:
    """The figures from the first on that stand in one list."""
    size = next((at + 1 for at, (one, other) in enumerate(pairwise(several)) if not sentence.between(one.one, other.one).startswith("、")), len(several))
    return several[:size]


def _summed(sentence: Sentence, counted: Sequence[Told]) -> Odd | None:
    """The sum stands last, behind 合计; all that was counted before it in the sentence is part of it."""
    whole, parts = counted[-1], counted[:-1]
    # 合计35个名额: the sum is of something that both are.
    if not _SUMMED.search(whole.label) or whole.one.unit in {told.one.unit for told in parts} and not whole.behind:
        return None
    return _odd(sentence, whole, parts) if len(parts) == 2 else None


def _odd(sentence: Sentence, whole: Told, parts: Sequence[Told]) -> Odd | None:
    labels = "".join(part.label for part in parts)
    values = [part.one.value for part in parts]
    summed = sum(values, Decimal(0))
    if _NO_PART.search(labels) or OVERLAPS.search(labels) or any(told.one.rough for told in (whole, *parts)) or max(values) >= whole.one.value:
        return None
    if not off_by_a_slip(whole.one.value, summed, whole.one.step):
        return None
    return Odd(sentence.at(whole.one), whole.one.say(summed), [sentence.at(part.one) for part in parts], False)
