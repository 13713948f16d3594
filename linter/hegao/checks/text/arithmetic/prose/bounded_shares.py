"""Bounds and the share that they are (限额与占比): 不超过20名，其中一线职工不少于14名，占比不低于70% (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.sources.scanner import Scanner

_UNIT = "(?:万元|元|[个名人家户件项处所座辆台])"
_AT_LEAST = "(?:不少于|不低于|至少)"
_BOUND = Scanner(
    rf"(?:不超过|不多于|不高于|最多|共|总数为?)(?P<n>\d{{1,5}}(?:\.\d+)?)(?P<unit>{_UNIT})[^。；\d]{{0,30}}?(?:其中|含)[^，。；\d]{{0,20}}?{_AT_LEAST}(?P<m>\d{{1,5}}(?:\.\d+)?)(?P=unit)"
    rf"[，、（(]?(?:占比|比例|占[^，。；\d]{{0,10}}?)(?:应|要|须)?{_AT_LEAST}?(?:为|达到)?(?P<p>\d{{1,2}}(?:\.\d+)?)[%％]",
    sign=rf"{_AT_LEAST}\d[^。；]{{0,24}}\d[%％]",
)
_LEAST, _MOST = Decimal("0.5"), Decimal(2)


def wrong_bounded_shares(context: Context) -> Iterator[Odd]:
    """Least numbers that are not the least share of the most there may be."""
    for found in context.once(running_without_names).find(_BOUND, "heading", "paragraph"):
        part, whole, share = (Decimal(found.match[name]) for name in "mnp")
        exact = whole * share / 100
        right = {exact, exact.to_integral_value(ROUND_CEILING)}
        if exact and part not in right and _LEAST <= part / exact <= _MOST:
            yield Odd(found.at("m"), f"{max(right):f}".rstrip("0").rstrip(".") if "." in f"{max(right):f}" else f"{max(right):f}", [found.at("n"), found.at("p")])
