"""What is told as done (已经完成的事) on a day behind the document's own: 你局5月20日报来的…收悉, signed on 12 May (norms SIG-04, DAT-07)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.course import Reversed
from hegao.checks.date.own_day import written
from hegao.checks.shared.passages import running
from hegao.document.model import Date
from hegao.phrases.dates import DatePhrase, find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

#: A day behind this is over: 已于2026年3月2日完成.
_OVER = Pattern(r"(?:已|已经)(?:全部|陆续|分别)?[于在]\s*$")
#: 2026年5月，市水利局已组织完成普查: behind its day, in the same sentence, is what was done.
_DONE_BEHIND = Pattern(r"(?:[（(](?:星期|周).[）)])?[，,]?[^，。；\d]{0,24}?已(?![有定知故达满])")
_AHEAD = Pattern(r"[将拟]|计划|预计|力争|届时|应当?|须|确保|争取|前[，已]|截至|如|若|凡|未")
#: A day, whether it bears its year or not.
_DAY = r"(?P<day>(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末)?)"
#: 你县2026年5月20日报来的《…请示》收悉: what is answered is there.
_RECEIVED = Scanner(rf"{_DAY}(?:来函|来文|来电|报来|报送|送来|发来|上报|呈报|提交)(?:的|《)[^。；]{{0,80}}?(?:收悉|已收到|已?收阅)", sign="收[悉到阅]")
#: 截至5月31日已完成93千米: a count that is told has been taken.
_COUNTED = Scanner(
    rf"截[至止]{_DAY}(?:\d{{1,2}}[:：]\d\d|24时)?[，,]?(?:[全我][\u3400-\u9fff]|各[^，。；\d]{{1,8}})?(?:已|共|累计|共计|实际)(?:经|累计|有)?[^，。；]{{0,12}}?\d", sign="截[至止]"
)
#: So many months ahead a month without its year is of this year rather than of the last.
_NEAR_MONTHS = 4


def done_in_future(context: Context) -> Iterator[Reversed]:
    """What is told as done on a day after the document's own; minutes that nobody signs were there when they were printed."""
    own = context.document.date or next((date for date in context.document.dates if date.role == "imprint"), None)
    issued = own.day if own is not None else None
    if own is None or issued is None:
        return
    for date in context.document.dates:
        day = _first(date.phrase, issued) if date.role == "text" and date.phrase.year is not None and _told(date, issued) else None
        if day is not None and issued < day and day.year <= issued.year + 1:
            yield Reversed(date.text, date.phrase.written, written(issued), own.text)
    for found in (found for scanner in (_RECEIVED, _COUNTED) for found in context.once(running).find(scanner, "paragraph", "heading")):
        phrase = next(find_dates(found.match["day"]), None)
        day = _first(phrase, issued) if phrase is not None else None
        if day is not None and issued < day and day.year <= issued.year + 1:
            yield Reversed(found.at("day"), found.match["day"], written(issued), own.text)


def _told(date: Date, issued: datetime.date) -> bool:
    """Whether what stands beside a day says that it is over."""
    value, start, end = date.block.value, date.start, date.start + len(date.text)
    return bool(_OVER.search(value, max(0, start - 8), start)) or date.phrase.year == issued.year and _told_as_done(value, start, end)


def _told_as_done(value: str, start: int, end: int) -> bool:
    match = _DONE_BEHIND.match(value, end)
    begin = max(value.rfind(mark, 0, start) for mark in "。；") + 1
    return match is not None and not _AHEAD.search(value, begin, match.end()) and value[end : end + 1] not in "前起止至到—底"


def _first(phrase: DatePhrase, issued: datetime.date) -> datetime.date | None:
    """The first day of the period that a date names; one without its year is of the document's, where it is near."""
    if phrase.month is None or not phrase.exists or phrase.year is None and not 0 <= phrase.month - issued.month <= _NEAR_MONTHS:
        return None
    return datetime.date(phrase.year or issued.year, phrase.month, phrase.day or 1)
