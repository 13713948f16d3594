"""Levels reached year by year (累计目标), against what each year adds, told elsewhere as a list (norms FIG-16).

到2025年底完成12处，到2026年底累计完成21处，到2027年底27处全部消除 goes with 第一批12处、第二批9处、第三批6处.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import LikeFigures, like_figures
from hegao.sources.lazy_pattern import Pattern

_UP_TO = Pattern("累计|全部|达到|总数|到20\\d\\d年")
_FEWEST = 3


def wrong_levels(context: Context) -> Iterator[Odd]:
    """The one level of three and more that is not the sum so far of another list, and levels that fall though they are told up to each year."""
    groups = [group for group in context.once(like_figures) if len(group.told) >= _FEWEST and not any(told.one.rough for told in group.told)]
    for group in groups:
        if "累计" not in group.sentence.value[group.sentence.start : group.sentence.end]:
            continue
        yield from _falling(group)
        values = [told.one.value for told in group.told]
        for other in groups:
            sums = list(accumulate(told.one.value for told in other.told))
            if other is group or other.told[0].one.unit != group.told[0].one.unit or len(sums) != len(values):
                continue
            odd = [index for index, (one, right) in enumerate(zip(values, sums, strict=True)) if one != right]
            if len(odd) == 1:
                told, right = group.told[odd[0]], sums[odd[0]]
                yield Odd(group.sentence.at(told.one), told.one.say(right), [other.sentence.at(one.one) for one in other.told], odd[0] < len(sums) - 1)


def _falling(group: LikeFigures) -> Iterator[Odd]:
    """2025年建成12个、2026年累计建成10个: what adds up never falls."""
    for one, other in pairwise(group.told):
        if "累计" in other.label and "年" in other.label and ("累计" in one.label or "年" in one.label) and other.one.value < one.one.value and "其中" not in other.label:
            yield Odd(group.sentence.at(other.one), f"不少于{group.sentence.at(one.one).value}", [group.sentence.at(one.one)], False)
