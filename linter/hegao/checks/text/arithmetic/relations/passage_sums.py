"""Sums told in a sentence of their own (以上共计、总人数), against what the sentences before them in the paragraph tell (norms FIG-16).

每个县参会3人，共8个县24人；市教育局16人。以上参会人员共40人: each share of one is told as 每; all else of that unit is added up.  And what is
left (剩余、缺口), told in a paragraph of its own, against the two figures that it is the difference of.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Told
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import LikeFigures, like_passages, off_by_a_slip
from hegao.sources.lazy_pattern import Pattern

_IN_ALL = Pattern(r"^(?:以上|上述|合计|总计|共计|总共)[^，。；、\d]{0,14}$|^总(?:人数|数|计|共)[^，。；、\d]{0,4}$|^[^，。；、\d]{0,10}(?:合计|总计|共计|总人数)(?:为|约)?$")
_FEWEST, _MOST = 2, 9


def wrong_passage_sums(context: Context) -> Iterator[Odd]:
    """Sums that all that was told before them misses by a slip."""
    for group in context.once(like_passages):
        for index, whole in enumerate(group.told):
            parts = [told for told in group.plain if told.one.start < whole.one.start]
            if _IN_ALL.search(whole.label) and _FEWEST <= len(parts) <= _MOST and not whole.one.rough and not _explained(group, whole):
                summed = sum((part.one.value for part in parts), Decimal(0))
                above = all(part.one.value < whole.one.value for part in parts)
                if above and off_by_a_slip(whole.one.value, summed, whole.one.step):
                    yield Odd(group.sentence.at(whole.one), whole.one.say(summed), [group.sentence.at(part.one) for part in parts], False)
                    break


def _explained(group: LikeFigures, whole: Told) -> bool:
    values = [told.one.value for told in group.plain if told.one.start < whole.one.start]
    return any(sum(several) == whole.one.value for size in range(1, len(values) + 1) for several in combinations(values[-_MOST:], size))
