"""Clock times that no clock shows, and ranges that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.phrases.clock_times import ClockRange, clock_ranges, clock_times
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

#: What every clock time has: a colon between digits, or 时 or 点 behind one.
_SIGNS = Scanner(r"\d(?:[:：]\d\d|时|点(?!\d))", sign=r"[:：时点](?<=\d.)")
#: What stands before two figures that are no times: scores, rates, scales.
_RATE = Pattern(r"(?:比例|比分|比为|配比|按|坡比|比率)[^，。；]{0,4}$")


def timed_passages(context: Context) -> tuple[tuple[Text, str, tuple[ClockRange, ...]], ...]:
    """The passages of the running text that tell clock times, as texts and as strings, with the ranges of times in them."""
    return tuple((text, value, tuple(clock_ranges(value))) for text, value in context.once(running).bearing(_SIGNS))


def impossible_times(context: Context) -> Iterator[Text]:
    """The times of day in the running text that do not exist: 25:00, 14:60, 次日26:00."""
    for text, value, ranges in context.once(timed_passages):
        told: set[int] = set()
        several = [time for found in ranges for time in (found.first, found.last)]
        for time in (*several, *clock_times(value)):
            at = next((index for index in range(time.start, time.end) if value[index].isdigit()), time.start)
            if not time.exists and time.hour <= 60 and at not in told and not _RATE.search(value[: time.start]):
                told.add(at)
                yield text.slice(time.start, max(time.end, at + 1))


def reversed_ranges(context: Context) -> Iterator[tuple[Text, ClockRange]]:
    """The ranges of clock times in the running text that end before they begin."""
    for text, value, ranges in context.once(timed_passages):
        for found in ranges:
            if found.reversed and not _RATE.search(value[: found.first.start]):
                yield text.slice(found.first.start, found.last.end), found


def say_time(found: ClockRange, last: bool) -> str:
    """One end of a range in the usual form."""
    time = found.last if last else found.first
    return f"{time.hour}:{time.minute:02d}"
