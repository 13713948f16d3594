"""A whole that comes in so many parts (分两次拨付、分三年安排), with each of them told: 800万元，分两次拨付：4月500万元，9月350万元 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_IN_PARTS = Pattern(r"分(?P<n>[两二三四五2-5])(?:次|批|期|年|笔|年度|个年度)[\u3400-\u9fff]{0,8}(?=[：:，,；])")


def paid_in_parts(context: Context) -> Iterator[Odd]:
    """The last of the parts, where together they are none of the figures told before them."""
    for passage in context.once(figures_spoken):
        for match in _IN_PARTS.finditer(passage.value):
            end = passage.value.find("。", match.end())
            told = [one for one in passage.named if match.end() <= one.start < (end if end >= 0 else len(passage.value)) and not one.rough]
            for dimension in sorted({one.dimension for one in told} - {PERCENT, POINTS}):
                parts = [one for one in told if one.dimension == dimension]
                if len(parts) == value_of(match["n"]):
                    yield from _odd(passage, match.start(), parts)


def _odd(passage: Figures, start: int, parts: list[Quantity]) -> Iterator[Odd]:
    most = max(one.value for one in parts)
    wholes = [one for one in passage.named if one.start < start and one.dimension == parts[0].dimension and one.value > most]
    made = sum(one.value for one in parts)
    if wholes and all(one.value != made for one in wholes):
        yield Odd(passage.at(parts[-1]), parts[-1].say(wholes[-1].value - made + parts[-1].value), [passage.at(wholes[-1]), *(passage.at(one) for one in parts[:-1])], False)
