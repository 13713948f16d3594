"""Clock times (时刻) and their ranges: 9:00—11:30, 22时至次日6时 (norms DAT-11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hegao.sources.lazy_pattern import Pattern

_HOUR = r"(?P<next{0}>次日|翌日|第二天|次晨)?(?P<half{0}>上午|下午|中午|晚上?|凌晨|清晨|夜间)?(?P<hour{0}>\d{{1,2}})(?:[:：](?P<minute{0}>\d{{2}})|[时点](?:(?P<spoken{0}>\d{{1,2}})分|(?P<thirty{0}>半)|整)?)"
_BETWEEN_TIMES = r"\s*(?:[—―－\-~～〜]{1,2}|至|到)\s*"
_TIME_RANGE = Pattern(rf"(?<![\d.])(?<!\d[:：]){_HOUR.format(1)}{_BETWEEN_TIMES}(?P<day>(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日)?{_HOUR.format(2)}(?![\d:：])")
#: A time by itself: behind a day, a weekday or a half of the day, or before a word of time; 1:50 may be a rate.
_SINGLE = Pattern(
    rf"(?:(?<=日)|(?<=[）)])|(?<=[午晚晨])|(?<=次日)|(?<=至)){_HOUR.format(1)}(?![\d:：])|(?<![\d.])(?<!\d[:：]){_HOUR.format(2)}(?=前|起|止|以前|召开|开始|结束|在|到|报到|集合|出发|(?<=分)(?!钟|之|比(?![例重])))"
)


class ClockTime(NamedTuple):
    """A time of day as written: hour and minute, whether of the next day, and the half of the day that stands before it."""

    start: int
    end: int
    hour: int
    minute: int
    next_day: bool = False
    half: str = ""

    @property
    def exists(self) -> bool:
        """Whether a clock shows it; 24:00 ends a day."""
        return self.minute < 60 and (self.hour < 24 or self.hour == 24 and self.minute == 0 and not self.next_day)

    @property
    def minutes(self) -> int:
        """Minutes since the day began; 下午3时 is 15:00."""
        afternoon = self.half in ("下午", "晚", "晚上") and self.hour < 12
        return (self.hour + 12 * afternoon) * 60 + self.minute + _DAY_LONG * self.next_day


_DAY_LONG = 24 * 60
#: Without this no time is told; most texts tell none.
_TIME = Pattern(r"\d\s*(?:[:：]\d|[时点])")


class ClockRange(NamedTuple):
    """Two times joined; ``dated`` where the second has a day of its own."""

    first: ClockTime
    last: ClockTime
    dated: bool = False

    @property
    def reversed(self) -> bool:
        """Whether it surely ends before it begins: a night (22:00—6:00) runs into the next day without a word."""
        return self.backward and not (self.first.minutes >= 17 * 60 and self.last.minutes <= 12 * 60)

    @property
    def backward(self) -> bool:
        """Whether it ends before it begins, be it of a night or not."""
        if self.dated or not (self.first.exists and self.last.exists):
            return False
        begin, end = self.first.minutes, self.last.minutes
        if self.first.next_day and not self.last.next_day:
            # 第二天8:00—20:00: the day holds for both.
            begin -= _DAY_LONG
        return end < begin


def clock_ranges(text: str) -> Iterator[ClockRange]:
    """The ranges of clock times in ``text``, in order."""
    for match in _TIME_RANGE.finditer(text) if _TIME.search(text) else ():
        first, last = _time(match, "1", match.start(), match.end("hour1")), _time(match, "2", match.start("hour2"), match.end())
        if last.half == "" and first.half in ("下午", "晚", "晚上") and last.hour < 12:
            last = last._replace(half=first.half)
        if first.next_day and not last.next_day:
            # 次日8:00—20:00: the day named once is that of both.
            last = last._replace(next_day=True)
        yield ClockRange(first, last, match["day"] is not None)


def clock_times(text: str) -> Iterator[ClockTime]:
    """The times by themselves in ``text`` that are surely meant as such, in order."""
    for match in _SINGLE.finditer(text) if _TIME.search(text) else ():
        suffix = "1" if match["hour1"] else "2"
        yield _time(match, suffix, match.start(), match.end())


def _time(match: re.Match[str], suffix: str, start: int, end: int) -> ClockTime:
    minute = match[f"minute{suffix}"] or match[f"spoken{suffix}"] or ("30" if match[f"thirty{suffix}"] else "0")
    return ClockTime(start, end, int(match[f"hour{suffix}"]), int(minute), bool(match[f"next{suffix}"]), match[f"half{suffix}"] or "")
