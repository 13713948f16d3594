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

_IN_ALL = Pattern(r"^(?:以上|上述|合计|总计|共计|总共)[^，。；、\d]{0,14}$|^(?:[两三四五六七八]|以上|上述)[年项类期批个][^，。；、\d]{0,6}?(?:总|共)[^，。；、\d]{0,6}$|^总(?:人数|数|计|共)[^，。；、\d]{0,4}$|^[^，。；、\d]{0,10}(?:合计|总计|共计|总人数)(?:为|约)?$")
_FEWEST, _MOST, _NEAR = 2, 9, 12


def wrong_passage_sums(context: Context) -> Iterator[Odd]:
    """Sums that all that was told before them misses by a slip."""
    for group in context.once(like_passages):
        for index, whole in enumerate(group.told):
            parts = [told for told in group.plain if told.one.start < whole.one.start]
            if _IN_ALL.search(whole.label) and _FEWEST <= len(parts) <= _MOST and not whole.one.rough and not _explained(group, whole):
                summed = sum((part.one.value for part in parts), Decimal(0))
                above = all(part.one.value < whole.one.value for part in parts)
                near = abs(whole.one.value - summed) * 100 <= summed * _NEAR and len(parts) > _FEWEST
                if above and (near or off_by_a_slip(whole.one.value, summed, whole.one.step)):
                    yield Odd(group.sentence.at(whole.one), whole.one.say(summed), [group.sentence.at(part.one) for part in parts], False)
                    break


#: 总投资12860万元。已落实8360万元。……尚有缺口4500万元.
_LACKS, _WHOLE, _DONE = Pattern(r"(?:缺口|缺额|差额)[^，。；、\d]{0,2}$"), Pattern("总|概算|计划|需|预算"), Pattern("已|落实|到位|筹")


def wrong_passage_gaps(context: Context) -> Iterator[Odd]:
    """What lacks, told in a sentence of its own, against what is needed and what there is."""
    for group in context.once(like_passages):
        values = [told.one.value for told in group.told]
        for lack in group.told[2:]:
            before = [told for told in group.plain if told.one.start < lack.one.start]
            if not _LACKS.search(lack.label) or lack.one.rough or any(one - other == lack.one.value for one in values for other in values):
                continue
            wholes, done = ([told for told in before if pattern.search(told.label)] for pattern in (_WHOLE, _DONE))
            right = wholes[0].one.value - done[0].one.value if len(wholes) == len(done) == 1 else Decimal(0)
            if right > 0 and off_by_a_slip(lack.one.value, right, lack.one.step):
                yield Odd(group.sentence.at(lack.one), lack.one.say(right), [group.sentence.at(told.one) for told in (wholes[0], done[0])], False)


def _explained(group: LikeFigures, whole: Told) -> bool:
    values = [told.one.value for told in group.plain if told.one.start < whole.one.start]
    return any(sum(several) == whole.one.value for size in range(1, len(values) + 1) for several in combinations(values[-_MOST:], size))
