"""How long something lasts (时长), against the days or the times between which it does: 4月24日至6月13日，共51天 (norms FIG-16)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from hegao.phrases.clock_times import clock_ranges
from hegao.phrases.numbers import value_of
from hegao.phrases.ranges import find_ranges, first_day
from hegao.sources.lazy_pattern import Pattern

#: Words that say how long; without one of them nothing is looked at.
SAID = ("共", "为期", "会期", "历时", "时长", "总时限")
_DAYS = Pattern(r"(?:[（(](?:星期|周).[）)])?[，,（(]?\s*(?:共计?|为期|历时|会期|期限为?|活动期)(?P<days>\d{1,3}|[一二两三四五六七八九十]{1,3})[天日](?!前|内|后)")
_HOURS = Pattern(
    r"[，,（(]?\s*(?:会期|为期|历时|共计?|总?时长|总时限|时间为?)(?P<amount>\d{1,2}|[一二两三四五六七八九十]{1,2}|半)(?:个)?(?P<unit>天|小时|分钟)(?:(?P<minutes>\d{1,2})分钟?)?"
)
#: A meeting of a day lasts longer than a morning; half a day is one.
_WHOLE_DAY, _HALF_DAY = 5 * 60, 5 * 60


#: What both have, found sooner than a range.
_LASTS = Pattern(r"[共计期时长限间]为?[\d一二两三四五六七八九十半]{1,3}个?(?:[天日]|小时|分钟)")


_OFF, _NEAR = Pattern("放假|假期|调休"), 30


class Length(NamedTuple):
    """A length said between two offsets, and what the range before it gives."""

    start: int
    end: int
    found: str


def wrong_lengths(value: str, year: int) -> Iterator[Length]:
    """The lengths in a passage that the range right before them contradicts; ``year`` stands in where none is written."""
    if not _LASTS.search(value):
        return
    for days in find_ranges(value):
        said = _DAYS.match(value, days.end)
        begin = first_day(days.first, year)
        end = days.last.last(year)
        if said is None or begin is None or end is None or days.first.day is None or days.last.day is None or end < begin:
            continue
        between = (end - begin) // datetime.timedelta(days=1)
        # Days off are counted with both ends; how long a notice hangs may be counted from the day after.
        counted = (between + 1,) if _OFF.search(value, max(0, days.start - _NEAR), days.start) else (between, between + 1)
        if value_of(said["days"]) not in counted:
            yield Length(said.start("days"), said.end(), f"{between + 1}天")
    for times in clock_ranges(value):
        said = _HOURS.match(value, times.last.end)
        minutes = times.last.minutes - times.first.minutes
        if said is None or minutes <= 0 or times.dated:
            continue
        if _differs(said["amount"], said["unit"], said["minutes"], minutes):
            hours, rest = divmod(minutes, 60)
            yield Length(said.start("amount"), said.end(), f"{hours}小时" + (f"{rest}分钟" if rest else ""))


def _differs(amount: str, unit: str, rest: str | None, minutes: int) -> bool:
    if unit == "天":
        return minutes < _WHOLE_DAY if amount in ("一", "1") else amount == "半" and minutes > _HALF_DAY
    if amount == "半":
        return unit == "小时" and minutes != 30
    said = value_of(amount) * (60 if unit == "小时" else 1) + int(rest or 0)
    return said != minutes
