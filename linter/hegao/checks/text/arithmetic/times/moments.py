"""Moments of a passage (时点) and what is said to lie between them: days and hours from and to, a course of events, shifts (norms FIG-16, DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.phrases.clock_times import clock_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

#: 从起火到扑灭历时96分钟, within a course of events told by the minute.
_LASTED = Scanner(r"(?:历时|用时|耗时)(?P<n>\d{2,3})分钟")
_MINUTE = Pattern(r"(?<![\d:：.])(?P<h>\d{1,2})(?:[:：](?P<i>\d{2})|时(?P<j>\d{1,2})分)(?!\d)")
#: 白班8:30至17:30，夜班17:30至次日8:30.
_SHIFTS = Scanner(r"24小时[^。；]{0,40}。?[^。；]{0,20}(?:白|早|日)班[^。；]{4,60}", sign="白班|早班|日班")
_HOUR, _DAY, _MOST = 60, 1440, 8


def wrong_moments(context: Context) -> Iterator[Amiss]:
    """Lengths, and shifts round the clock, that the times beside them contradict."""
    text = context.once(running)
    for found in text.find(_LASTED, "heading", "paragraph"):
        yield from _lasted(found)
    for found in text.find(_SHIFTS, "heading", "paragraph"):
        yield from _shifts(found)


def _lasted(found: Found) -> Iterator[Amiss]:
    """A length that no two moments of the passage lie apart, while two do but for a slip of the pen."""
    value = found.match.string[: found.match.start()]
    told = list(_MINUTE.finditer(value))[-_MOST:]
    moments = [int(one["h"]) * _HOUR + int(one["i"] or one["j"]) for one in told]
    said = int(found.match["n"])
    apart = [abs(other - one) for one, other in combinations(moments, 2)]
    meant = [lasts for lasts in apart if slipped(Decimal(said), Decimal(lasts)) or len(str(said)) == len(str(lasts)) and abs(said - lasts) in (10, 20, 1)]
    if said not in apart and meant:
        last = told[-1]
        yield Amiss(found.passage.slice(found.match.start("n"), found.match.end()), f"{meant[-1]}分钟", found.passage.slice(last.start(), last.end()))


def _shifts(found: Found) -> Iterator[Amiss]:
    """Two shifts that are said to go round the clock and leave a gap, or overlap, at one end."""
    ranges = list(clock_ranges(found.match[0]))
    if len(ranges) != 2:
        return
    day, night = ranges
    ends = ((day.last, night.first), (night.last, day.first))
    odd = [(one, other) for one, other in ends if one.minutes % _DAY != other.minutes % _DAY]
    if len(odd) == 1:
        one, other = odd[0]
        begin = found.match.start()
        at = found.passage.slice(begin + night.first.start, begin + night.last.end)
        yield Amiss(at, f"与{one.hour}:{one.minute:02d}、{other.hour}:{other.minute:02d}相接", found.passage.slice(begin + day.first.start, begin + day.last.end))
