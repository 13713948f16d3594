"""How long a time of day lasts (时长): 15:00至16:30, 考试时长均为120分钟, against the times from and to of the sentence (norms DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.phrases.clock_times import clock_ranges
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_LONG = Scanner(
    r"(?:时长|时间|用时|历时|共计?|合计|为时|持续|限时|每[场期次节]|各|均)(?:均|各|共)?(?:为|是)?(?P<said>(?P<n>\d{1,3}(?:\.\d)?|[一二两三四五六七八])(?P<half>个半)?(?P<unit>分钟|个?小时)(?P<half2>半)?(?:(?P<minutes>\d{1,2})分钟?)?)(?![以内前])",
    sign="分钟|小时",
)
_MORE = Pattern("每[天日周月]|提前|不少于|不超过|至少|以内|间隔|休息|内")
_HOUR = 60


def wrong_clock_lengths(context: Context) -> Iterator[Amiss]:
    """Lengths in minutes or hours that no time from and to of their sentence has, where all of these last equally long."""
    for found in context.once(running).find(_LONG, "heading", "paragraph"):
        value, match = found.match.string, found.match
        begin = max(value.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
        words = value[begin : match.start()]
        ranges = [one for one in clock_ranges(words) if one.last.minutes > one.first.minutes and not one.dated]
        lengths = {one.last.minutes - one.first.minutes for one in ranges}
        if len(lengths) != 1 or _MORE.search(value, begin + ranges[-1].last.end, match.end()):
            continue
        amount = float(match["n"]) if match["n"][0].isdigit() else float(value_of(match["n"]))
        said = round((amount + (0.5 if match["half"] or match["half2"] else 0)) * (1 if match["unit"] == "分钟" else _HOUR)) + int(match["minutes"] or 0)
        lasts = next(iter(lengths))
        if said not in (lasts, lasts * len(ranges)) and lasts <= said * 3 and said <= lasts * 3:
            shown = f"{lasts}分钟" if match["unit"] == "分钟" else f"{lasts / _HOUR:g}小时"
            yield Amiss(found.at("said"), shown, found.passage.slice(begin + ranges[-1].first.start, begin + ranges[-1].last.end))
