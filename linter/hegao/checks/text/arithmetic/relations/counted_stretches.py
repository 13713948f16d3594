"""Stretches by their ends (首尾编号、起止桩号), against how many or how long they are said to be (norms FIG-16).

编号自LH-001起至LH-036止，共36块; K3+200至K8+700（全长5.5千米）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import Quantity
from hegao.sources.lazy_pattern import Pattern

#: One letter or more before a number, or noughts at its head, tell a number that is one of a series.
_NUMBERED = Pattern(
    r"(?P<stem>(?:[A-Za-z]+[-－—]?\d{0,4}[-－—])*[A-Za-z]*-?)(?P<first>\d{2,12})号?(?:（含）)?(?:起)?(?:至|到|[—～~－-]{1,2})(?P<again>(?P=stem))?(?P<last>\d{2,12})号?(?:（含）)?(?:止)?(?![\d.年月日时:：])"
)
_OF_NUMBERS = Pattern(r"(?:编号|号码|证号|票号|字号|序列号|流水号|档号|学号|座位号|考号|牌号|号牌|编码)[^，。；]{0,8}$")
_CHAINAGE = Pattern(r"[A-Z]{0,3}K(?P<km>\d{1,4})[+＋](?P<m>\d{1,3}(?:\.\d+)?)")
_BETWEEN = Pattern(r"[^，。；]{0,4}(?:至|到|[—～~－-]{1,2}|[（）()]?[，、]?[^，。；、]{0,6}(?:终点|止点|讫点|止于|终于|[至到])[^，。；]{0,16})[^，。；]{0,6}")
_LONG = Pattern(r"(?:全长|总长|长度?|里程|全程|共计?|合计|路段|段)[^，。；\d]{0,6}$")
_IN_ALL = Pattern(r"(?:共|共计|合计|总计|计)[^，。；、\d]{0,6}$")
_FAR, _MOST = 24, Decimal(100_000)
_LENGTH, _KILOMETRE, _NEAR = "长度", 1000, Decimal(1)


def counted_stretches(context: Context) -> Iterator[Odd]:
    """Counts and lengths that are not what the ends of their stretch tell."""
    for passage in context.once(figures_spoken):
        if "+" in passage.value or "＋" in passage.value:
            yield from _long(passage)
        for match in _NUMBERED.finditer(passage.value):
            yield from _many(passage, match)


def _many(passage: Figures, match: re.Match[str]) -> Iterator[Odd]:
    first, last = int(match["first"]), int(match["last"])
    series = match["stem"] or match["first"][0] == "0" or _OF_NUMBERS.search(passage.value, 0, match.start("first"))
    whole = _behind(passage, match.end())
    if not series or whole is None or last <= first or last - first >= _MOST or len(match["first"]) != len(match["last"]) or bool(match["stem"]) and match["again"] is None:
        return
    many = Decimal(last - first + 1)
    if whole.whole and whole.dimension != _LENGTH and whole.value != many and abs(whole.value - many) <= many * _NEAR and _IN_ALL.search(passage.value, match.end(), whole.start):
        yield Odd(passage.at(whole), whole.say(many), [passage.text.slice(*match.span())])


def _long(passage: Figures) -> Iterator[Odd]:
    ends = list(_CHAINAGE.finditer(passage.value))
    for index, (one, other) in enumerate(pairwise(ends)):
        if not _BETWEEN.fullmatch(passage.value, one.end(), other.start()):
            continue
        length = _behind(passage, other.end())
        beyond = ends[index + 2].start() if index + 2 < len(ends) else len(passage.value)
        if length is None or length.dimension != _LENGTH or length.rough or length.start > beyond or not _LONG.search(passage.value, other.end(), length.start):
            continue
        right = abs(_metres(other) - _metres(one))
        if right and abs(length.value - right) >= length.step and abs(length.value - right) <= right * _NEAR:
            yield Odd(passage.at(length), length.say(right), [passage.text.slice(one.start(), other.end())])


def _metres(match: re.Match[str]) -> Decimal:
    return Decimal(match["km"]) * _KILOMETRE + Decimal(match["m"])


def _behind(passage: Figures, end: int) -> Quantity | None:
    """The next figure, if it is near and in the same sentence."""
    found = next((one for one in passage.named if one.start >= end), None)
    return found if found is not None and found.start - end <= _FAR and "。" not in passage.value[end : found.start] else None
