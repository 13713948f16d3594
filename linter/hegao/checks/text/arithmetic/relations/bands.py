"""Bands (区间、分档): from where to where grades go, and that they lie side by side, in a sentence, a column or a list (norms FIG-16).

60公顷以上100公顷以下 after 10公顷以上50公顷以下 leaves a gap; 12小时以上、6小时以下 is turned round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running, running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.document.model import Heading, Table
from hegao.phrases.quantities import unit_measure, unit_words
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of

_N = r"\d{1,7}(?:\.\d+)?"
_WITH = r"(?:[（(]不?含[^（）()]{0,6}[）)])?"
_ABOVE, _BELOW = rf"{_WITH}(?:及以上|及其?以上|以上)", rf"{_WITH}(?:及以下|及其?以下|以下|以内)"
_MORE, _LESS = "超过|大于|高于|多于|不低于|不少于|≥|＞|>", "不足|不满|未满|未达到?|低于|小于|少于|不超过|≤|＜|<"


def _unit(name: str) -> str:
    return rf"(?P<{name}>[百千万亿]{{0,2}}(?:{one_of((*unit_words(), '岁', '级', '℃', '起', '年'))})(?!钟))?"


def _band() -> str:
    first = rf"(?P<more>{_MORE})?(?P<a>{_N}){_unit('u1')}(?P<above>{_ABOVE})?"
    second = rf"(?P<less>{_LESS})?(?P<b>{_N}){_unit('u2')}(?P<below>{_BELOW})?"
    return rf"(?<![\d.]){first}(?P<joint>[、，,]?(?:至|到|且|但|[—～~－-]{{1,2}})?){second}"


def _open() -> str:
    return rf"(?<![\d.])(?P<less1>{_LESS})?(?P<more1>{_MORE})?(?P<c>{_N}){_unit('u3')}(?:(?P<above1>{_ABOVE})|(?P<below1>{_BELOW}))?"


_TWO = Pattern(_band)
_ONE = Pattern(_open)
_BOUNDED = Scanner(r"\d[\u3400-\u9fff%％（）()]{0,8}?(?:以上|以下|以内|不足|不满|未满)|(?:超过|大于|不足|不满|低于|小于)\d")
_FEWEST = 3
#: Of whole figures one band ends at 89 and the next begins at 90.
_NEXT = Decimal(1)


#: What is joined by a dash alone may fall: 由80分至60分.
_WORDS = Pattern("上|下|足|满|[高多大小少低]于|超过")


class Band(NamedTuple):
    """From where to where it goes, in the base unit of its kind; None where it is open."""

    low: Decimal | None
    high: Decimal | None
    kind: str
    at: Text


def wrong_bands(context: Context) -> Iterator[Odd]:
    """Bands whose lower bound is above the upper one, and those that do not lie side by side with the others of their kind."""
    spoken = list(context.once(running_without_names).bearing(_BOUNDED, "heading", "paragraph"))
    seen: set[object] = set()
    for text, value in spoken:
        for begin, end in _sentences(value):
            yield from _chain([band for band in bands_in(text, value, begin, end)], False)
    for text, value in context.once(running).bearing(_BOUNDED, "heading", "paragraph", "row"):
        for band in bands_in(text, value, 0, len(value)):
            if band.low is not None and band.high is not None and band.low >= band.high and _WORDS.search(band.at.value):
                yield Odd(band.at, "上限应大于下限", [])
    for node in context.document.of("table"):
        if isinstance(node, Table) and len(node.rows) >= _FEWEST:
            for column in range(len(node.columns)):
                yield from _chain(list(_of_column(node, column)), True)
    for heading in context.document.of("heading"):
        if isinstance(heading, Heading) and heading.numbering not in seen and len(heading.numbering.headings) >= _FEWEST:
            seen.add(heading.numbering)
            yield from _chain(list(_of_items(heading.numbering.headings)), True)


def _sentences(value: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (end := value.find("。", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(value)


def _of_column(table: Table, column: int) -> Iterator[Band]:
    for row in table.rows:
        cell = row.cells[column] if column < len(row.cells) else None
        yield from _only(cell) if cell is not None else ()


def _of_items(headings: Sequence[Heading]) -> Iterator[Band]:
    for heading in headings:
        yield from _only(heading.body)


def _only(text: Text) -> list[Band]:
    """The one band of a cell or an item."""
    found = list(bands_in(text, text.value, 0, len(text.value)))
    return found if len(found) == 1 else []


def bands_in(text: Text, value: str, begin: int, end: int) -> Iterator[Band]:
    """The bands that a stretch tells by words: X以上Y以下, 不足Y, X以上."""
    at = begin
    while at < end:
        two, one = _TWO.search(value, at, end), _ONE.search(value, at, end)
        if two is not None and one is not None and two.start() <= one.start() and _is_band(two):
            kinds = [_measure(two["u1"] or two["u2"]), _measure(two["u2"] or two["u1"])]
            if kinds[0] is not None and kinds[1] is not None and kinds[0][0] == kinds[1][0]:
                yield Band(Decimal(two["a"]) * kinds[0][1], Decimal(two["b"]) * kinds[1][1], kinds[0][0], text.slice(*two.span()))
                at = two.end()
                continue
        if one is None:
            return
        at = one.end()
        measure = _measure(one["u3"])
        if measure is None:
            continue
        value_of_it = Decimal(one["c"]) * measure[1]
        if one["above1"] or one["more1"] and not one["below1"]:
            yield Band(value_of_it, None, measure[0], text.slice(*one.span()))
        elif one["below1"] or one["less1"]:
            yield Band(None, value_of_it, measure[0], text.slice(*one.span()))


def _is_band(two: re.Match[str]) -> bool:
    """Whether words say where it begins and where it ends, or a dash joins both ends; years joined so are a term."""
    return bool((two["more"] or two["above"]) and (two["less"] or two["below"])) or two["u2"] != "年" and _DASH.fullmatch(two["joint"]) is not None


_DASH = Pattern(r"至|到|[—～~－-]{1,2}")


def _measure(unit: str | None) -> tuple[str, Decimal] | None:
    if not unit:
        return None
    known = unit_measure(unit)
    bare = unit.lstrip("百千万亿")
    return known if known is not None else (bare, Decimal(1)) if bare == unit else None


def _chain(bands: Sequence[Band], apart: bool) -> Iterator[Odd]:
    """The one joint of bands that does not fit, where the others do; ``apart``: whether each stands in a line of its own."""
    kinds = {band.kind for band in bands}
    if len(bands) < _FEWEST or len(kinds) != 1 or any(band.low is not None and band.high is not None and band.low >= band.high for band in bands):
        return
    if sum(band.low is None for band in bands) > 1 or sum(band.high is None for band in bands) > 1:
        return
    falls = bands[0].high is None or bands[-1].low is None
    ordered = bands[::-1] if falls else bands
    if any(band.high is None for band in ordered[:-1]) or any(band.low is None for band in ordered[1:]):
        return
    lows = [band.low for band in ordered if band.low is not None]
    if lows != sorted(lows) or len(set(lows)) < len(lows) or not apart and all(band.low is not None and band.high is not None for band in bands):
        return
    joints = [(one, other, other.low - one.high) for one, other in pairwise(ordered) if one.high is not None and other.low is not None]
    odd = [(one, other) for one, other, gap in joints if not 0 <= gap <= _NEXT]
    if 0 < len(odd) < len(joints):
        one, other = odd[0]
        blamed = other if other.high is not None and other is not ordered[-1] else one
        yield Odd(blamed.at, "上下档首尾相接", [(one if blamed is other else other).at], len(odd) == 1)
