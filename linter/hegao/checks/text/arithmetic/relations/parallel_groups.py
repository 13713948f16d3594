"""Groups that tell several figures each (成组分项): 现场签约12个、投资152亿元，会前签约24个、投资132亿元 (norms FIG-16).

Before 其中 stand the wholes in the same order of units.  Where one kind of figure adds up to its whole to the letter, the groups are all that
there is, and the others must add up, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_OF_WHICH = Pattern(r"其中[：，]?|包括[：，]?|分别(?:为|是)[：，]?|[：]")
#: What such a figure is told of is each of several, or a change.
_NO_PART = Pattern(r"每|均|比(?![例重选赛])|较(?![好大快强为差])|同期|上年|去年|提高|增长|增加|减少|下降|率")
#: How many figures a group holds at most, and how many groups there are at least.
_MOST, _FEWEST = 4, 2
_REACH, _NEAR = 40, 30


def odd_groups(context: Context) -> Iterator[Odd]:
    """Wholes that the groups behind them contradict, while another whole is made up."""
    for passage in context.once(figures_spoken):
        if len(passage.named) >= _FEWEST * (_FEWEST + 1):
            for opening in _OF_WHICH.finditer(passage.value):
                yield from _of(passage, opening.start(), opening.end())


def _of(passage: Figures, before: int, at: int) -> Iterator[Odd]:
    end = passage.value.find("。", at)
    behind = [one for one in passage.named if one.start >= at and (end < 0 or one.end <= end)]
    ahead = [one for one in passage.named if one.end <= before]
    for size in range(min(_MOST, len(behind) // _FEWEST, len(ahead)), 1, -1):
        wholes = ahead[-size:]
        groups = _groups(behind, wholes)
        if len(groups) < _FEWEST or not _side_by_side(passage, wholes, before) or not _plain(passage, (*wholes, *(one for group in groups for one in group))):
            continue
        summed = [sum((group[place].value for group in groups), Decimal(0)) for place in range(size)]
        odd = [place for place in range(size) if summed[place] != wholes[place].value]
        if 0 < len(odd) < size:
            for place in odd:
                if abs(summed[place] - wholes[place].value) * 100 <= wholes[place].value * _NEAR:
                    yield Odd(passage.at(wholes[place]), wholes[place].say(summed[place]), [passage.at(group[place]) for group in groups])
        if len(odd) < size:
            return


def _groups(behind: Sequence[Quantity], wholes: Sequence[Quantity]) -> list[Sequence[Quantity]]:
    """The figures in groups of the units of the wholes, as far as they go."""
    size = len(wholes)
    found: list[Sequence[Quantity]] = []
    for start in range(0, len(behind) - size + 1, size):
        group = behind[start : start + size]
        if any(one.dimension != whole.dimension for one, whole in zip(group, wholes, strict=True)):
            break
        found.append(group)
    return found


def _side_by_side(passage: Figures, wholes: Sequence[Quantity], before: int) -> bool:
    """Whether the wholes are told in one sentence right before the groups."""
    between = [passage.value[one.end : other.start] for one, other in pairwise(wholes)]
    return all("。" not in words and len(words) <= _REACH for words in between) and before - wholes[-1].end <= _REACH


def _plain(passage: Figures, several: Sequence[Quantity]) -> bool:
    labels = [passage.value[max(0, one.start - 12) : one.start] for one in several]
    return all(one.dimension not in (PERCENT, POINTS) and not one.rough for one in several) and not any(_NO_PART.search(label[max(label.rfind(mark) for mark in "，、；。：") + 1 :]) for label in labels)
