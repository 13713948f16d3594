"""Times that do not go together (时间勾稽): items of an agenda, entry before the beginning (norms FIG-16, DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.agenda_items import time_of_item
from hegao.checks.shared.passages import Found, running
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.document.model import Document, Heading
from hegao.phrases.told_spans import DAY, HOUR, SOME_YEAR, time_spans
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text


class Amiss(NamedTuple):
    """A time that others contradict, what they give, one of those, and whether that is certain."""

    at: Text
    found: str
    other: Text
    sure: bool = True


_FIGURES = Pattern(r"\d+")
#: 9:00召开……请于9:15前入场.
_ENTRY = Scanner(
    r"(?P<start>\d{1,2}[:：]\d{2})(?![—－～:：\d-])(?!前)[^—～]{0,60}?(?P<enter>\d{1,2}[:：]\d{2})(?:之|以)?前(?:提前)?[^，。；]{0,6}(?:入场|到场|就座|进场|签到|到达|到会|集合)"
)


def late_entry(context: Context) -> Iterator[Amiss]:
    """A time to be there by that lies behind the beginning, within an hour."""
    for found in context.once(running).find(_ENTRY, "heading", "paragraph"):
        start, enter = _minutes(found.match["start"]), _minutes(found.match["enter"])
        if 0 < enter - start <= 60:
            yield Amiss(found.at("enter"), f"早于{found.match['start']}", found.at("start"))


def _minutes(written: str) -> int:
    hour, minute = map(int, _FIGURES.findall(written))
    return hour * 60 + minute


_TALKS = Pattern(r"(?P<n>\d{1,2})[个名位家](?P<who>[\u3400-\u9fff]{1,6})[^。；]{0,20}每[个名位家人](?P=who)?(?:发言)?(?P<each>\d{1,2})分钟")


def wrong_agenda(document: Document) -> Iterator[Amiss]:
    """Items of an agenda that last shorter than their talks."""
    seen: set[object] = set()
    for node in document.of("heading"):
        if not isinstance(node, Heading) or node.numbering in seen:
            continue
        seen.add(node.numbering)
        items = [(heading.body, time) for heading in node.numbering.headings if (time := time_of_item(heading)) is not None]
        for text, time in items:
            talks = _TALKS.search(text.value)
            lasts = time.last.minutes - time.first.minutes
            if talks and int(talks["n"]) * int(talks["each"]) > lasts > 0:
                at = text.slice(time.first.start, time.last.end)
                yield Amiss(at, f"{int(talks['n']) * int(talks['each'])}分钟", text.slice(*talks.span()))


_HANDED_OVER = Scanner(r"(?:交接?班|接班)(?:时间)?(?:为|：|于|是|在)?(?:每[日天])?(?:上午|早上?)?(?P<at>\d{1,2}[:：]\d{2})")
_GRACE = 30


def late_handover(context: Context) -> Iterator[Amiss]:
    """When one shift takes over from another, against when the shifts of the passage end: 值班时间为8:30至次日8:30，交班时间为9:30."""
    for found in context.once(running).find(_HANDED_OVER, "heading", "paragraph"):
        spans = [span for span in time_spans(found.match.string, SOME_YEAR) if span.clock is not None and span.minutes and not span.days]
        ends = {((span.clock or 0) + minutes) % DAY for span in spans for minutes in (0, span.minutes or 0)}
        told = _minutes(found.match["at"])
        if ends and all(abs(told - end) > _GRACE for end in ends):
            yield Amiss(found.at("at"), _spoken(min(ends, key=lambda end: abs(end - told))), found.passage.slice(spans[0].start, spans[0].end))


def _spoken(minutes: int) -> str:
    return f"{minutes // HOUR}:{minutes % HOUR:02d}"


#: 1小时内电话报告、2小时内书面报告: by mouth it goes sooner than on paper.
_REPORTED = Scanner(
    r"(?P<a>\d{1,2}|半)个?(?P<au>小时|分钟)(?:之|以)?内[^，。；、\d]{0,12}(?:电话|口头)[^，。；、\d]{0,12}[，、][^，。；\d]{0,24}?(?P<b>(?P<n>\d{1,2}|半)个?(?P<bu>小时|分钟))(?:之|以)?内[^，。；、\d]{0,12}书面"
)


def reports_turned(context: Context) -> Iterator[Amiss]:
    """A report on paper that is due before that by telephone."""
    for found in context.once(running).find(_REPORTED, "heading", "paragraph", "row"):
        spoken, written = ((0.5 if found.match[n] == "半" else int(found.match[n])) * (HOUR if found.match[u] == "小时" else 1) for n, u in (("a", "au"), ("n", "bu")))
        if written < spoken:
            yield Amiss(found.at("b"), f"不短于{found.match['a']}{found.match['au']}", found.at("a"))


_BEGINS = Scanner(r"(?:起跑|发枪|鸣枪|开赛|开幕|出发)(?:时间)?(?:为|：|于)?(?P<t>\d{1,2}[:：]\d{2})|(?P<u>\d{1,2}[:：]\d{2})(?:准时|同时|分别)?(?:在[^，。；]{1,20})?(?:起跑|发枪|鸣枪|开赛|出发)")
_ENDS = Scanner(r"(?:关门|结束|闭幕)时间为?(?P<end>\d{1,2}[:：]\d{2})[，,](?:总)?(?:时限|时长|历时|用时)(?:为)?(?P<said>(?P<h>\d{1,2})小时(?:(?P<m>\d{1,2})分钟?)?)")


def wrong_limit(context: Context) -> Iterator[Amiss]:
    """关门时间为13:45，总时限6小时15分钟, against the one time at which the document lets begin."""
    text = context.once(running)
    ends = list(text.find(_ENDS, "heading", "paragraph"))
    begins = list(text.find(_BEGINS, "heading", "paragraph")) if ends else []
    times = {found.match["t"] or found.match["u"] for found in begins}
    for found in ends if len(times) == 1 else ():
        lasts = _minutes(found.match["end"]) - _minutes(next(iter(times)))
        if lasts > 0 and lasts != int(found.match["h"]) * 60 + int(found.match["m"] or 0):
            yield Amiss(found.at("said"), f"{lasts // 60}小时{lasts % 60}分钟", begins[0].at())


#: 从起火到扑灭历时96分钟, within a course of events told by the minute.
_LASTED = Scanner(r"(?:历时|用时|耗时)(?P<n>\d{2,3})分钟")
_MINUTE = Pattern(r"(?<![\d:：.])(?P<h>\d{1,2})(?:[:：](?P<i>\d{2})|时(?P<j>\d{1,2})分)(?!\d)")
_MOST = 8


def wrong_courses(context: Context) -> Iterator[Amiss]:
    """Lengths of a course of events that no two of its moments lie apart."""
    for found in context.once(running).find(_LASTED, "heading", "paragraph"):
        yield from _lasted(found)


def _lasted(found: Found) -> Iterator[Amiss]:
    """A length that no two moments of the passage lie apart, while two do but for a slip of the pen."""
    value = found.match.string[: found.match.start()]
    told = list(_MINUTE.finditer(value))[-_MOST:]
    moments = [int(one["h"]) * HOUR + int(one["i"] or one["j"]) for one in told]
    said = int(found.match["n"])
    apart = [abs(other - one) for one, other in combinations(moments, 2)]
    meant = [lasts for lasts in apart if slipped(Decimal(said), Decimal(lasts)) or len(str(said)) == len(str(lasts)) and abs(said - lasts) in (10, 20, 1)]
    if said not in apart and meant:
        last = told[-1]
        yield Amiss(found.passage.slice(found.match.start("n"), found.match.end()), f"{meant[-1]}分钟", found.passage.slice(last.start(), last.end()))
