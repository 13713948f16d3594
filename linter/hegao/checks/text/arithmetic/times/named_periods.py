"""Periods by their names (试用期、服务期、过渡期), told in two places: how long in the one, from when to when in the other (norm FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.checks.text.arithmetic.times.told_lengths import exact_months, spoken_months
from hegao.phrases.told_spans import SOME_YEAR, Length, TimeSpan, lengths, time_spans
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_NAMED = Scanner(r"(?P<name>试用|服务|过渡|试点|公示|合同|聘任|任职试用|质保|缺陷责任|整治|建设|租赁|考核|有效|规划|委托|合作|展示|公告|活动|培训)期限?(?:间)?(?:均?为|：|自|从|时间为|是|共)?", sign="期")
_BOUND = Pattern(r"不少于|不超过|至少|最长|延长|可以|分别|各|届满|期满|不得")
_NEAR = 4


class _Said(NamedTuple):
    found: Found
    length: Length


def wrong_periods(context: Context) -> Iterator[Amiss]:
    """The one span of a period whose length, told once elsewhere, is another."""
    year = context.document.issued.year if context.document.issued else SOME_YEAR
    long: dict[str, list[_Said]] = {}
    when: dict[str, list[tuple[Found, TimeSpan]]] = {}
    for found in context.once(running).find(_NAMED, "heading", "paragraph", "row"):
        value, end = found.match.string, found.match.end()
        if _BOUND.search(value, found.match.start(), min(len(value), end + _NEAR)):
            continue
        length = next(lengths(value, end, end + 12), None)
        span = next((one for one in time_spans(value[end : end + 60], year) if one.start <= _NEAR), None)
        if length is not None and length.start - end <= 1 and value[length.end : length.end + 1] not in "内前后以":
            long.setdefault(found.match["name"], []).append(_Said(found, length))
        elif span is not None:
            when.setdefault(found.match["name"], []).append((found, span))
    for name, several in when.items():
        said = long.get(name, [])
        if len({one.length.amount for one in said}) == 1 and len({(span.begin, span.until) for _found, span in several}) == 1 and said[0].found.passage is not several[0][0].passage:
            yield from _against(said[0], *several[0])


def _against(said: _Said, found: Found, span: TimeSpan) -> Iterator[Amiss]:
    if span.begin is None or span.until is None or said.length.unit not in ("月", "天"):
        return
    days = (span.until - span.begin).days
    if said.length.unit == "天":
        right, shown = said.length.amount in (days, days + 1), f"{days + 1}天"
    else:
        exact = exact_months(span.begin, span.until)
        right, shown = exact is None or exact == said.length.amount, spoken_months(exact or 0)
    if not right:
        begin = found.match.end()
        at = found.passage.slice(begin + span.start, begin + span.end)
        yield Amiss(at, f"{said.found.match.string[said.length.start:said.length.end]}，此处{shown}", said.found.passage.slice(said.length.start, said.length.end))
