"""Bounds (不超过、不少于) that are added up: 甲厅不超过800人，乙厅不超过600人，合计不超过1400人 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import figure_sentences, near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.sources.lazy_pattern import Pattern

_BOUND = Pattern(r"(?P<bound>不超过|不少于|不低于|不高于|不多于|至少|最多)$")
_IN_ALL = Pattern(r"合计|共计?|总计|总数")


def wrong_bounds(context: Context) -> Iterator[Odd]:
    """甲厅不超过800人，乙厅不超过600人，合计不超过1500人: bounds are added up, too."""
    for sentence in context.once(figure_sentences):
        if len(sentence.told) < 3 or "合计" not in sentence.value and "共" not in sentence.value and "总" not in sentence.value:
            continue
        bounds = [(match["bound"], told) for told in sentence.told if (match := _BOUND.search(told.label)) is not None]
        if len(bounds) < 3:
            continue
        *parts, whole = [told for _bound, told in bounds]
        if len({bound for bound, _told in bounds}) > 1 or len({told.one.dimension for _bound, told in bounds}) > 1:
            continue
        summed = sum((told.one.value for told in parts), Decimal(0))
        off = abs(summed - whole.one.value)
        alone = not any(_IN_ALL.search(told.label) or "每" in told.label for told in parts)
        if _IN_ALL.search(whole.label) and alone and (near(summed, off) or off and slipped(whole.one.value, summed)):
            yield Odd(sentence.at(whole.one), whole.one.say(summed), [sentence.at(told.one) for told in parts])
