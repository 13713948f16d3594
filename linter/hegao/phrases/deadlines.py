"""Deadlines (完成时限): what day a task is due by the words of the text."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from hegao.phrases.dates import DatePhrase, find_dates
from hegao.phrases.ranges import find_ranges

OPEN = re.compile(r"长期|持续|常态|贯穿|全程|一贯|不间断|分年度|逐年|按[^，。；]{0,12}部署推进")
VAGUE = re.compile(r"尽快|尽早|适时|近期|择机|早日|抓紧|一段时间内|条件成熟时|合适时机")
#: Words that set the time by events or duty; they are no vague deadlines.
PROMPT = re.compile(r"立即|即时|及时|第一时间|即日起|立行立改|随时")
_RECURRING = re.compile(r"每(?:年|半年|季度?|月|周|旬|日|天)")
_COUNT = re.compile(
    r"(?P<from>[^，。；：]{0,24}?)(?:之日起|之日后|后|起)?(?P<days>[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*个?(?P<unit>工作日|自然日|日|天|周|个月|月)\s*(?:之|以)?内"
)
_OWN_ISSUE = re.compile(r"(?:本[^，。；]{1,6}|自)?(?:印发|下达|发布|公布|下发|施行)(?:之日)?(?:后|起|之日起)?$")


@dataclass(slots=True, frozen=True)
class Deadline:
    """A deadline as written, its kind and the day it falls on.

    ``kind`` is date, open, relative, recurring, vague, prompt or unclear; ``due`` is YYYY-MM-DD, YYYY-MM,
    ``open-ended`` or None, ``last`` the last day of the period, for comparison.
    """

    written: str
    kind: str
    due: str | None = None
    last: datetime.date | None = None


def due_of(phrase: DatePhrase, year: int | None) -> str | None:
    """The due day of a date phrase; ``year`` stands in where the text names none."""
    last = phrase.last(year)
    if last is None:
        return None
    if phrase.day is not None or phrase.month is None or phrase.part in ("底", "末"):
        return last.isoformat()
    if phrase.after == "前" and not phrase.part and phrase.month is not None:
        return f"{last.year:04d}-{last.month:02d}"
    return f"{last.year:04d}-{last.month:02d}"


def read_deadline(text: str, year: int | None = None, issued: datetime.date | None = None) -> Deadline | None:
    """The deadline that ``text`` (a clause, a table cell) sets; None where it sets none.

    ``year`` is the year that a bare 12月底前 means, ``issued`` the document's own date, from which
    periods are counted that start with its issue.
    """
    written = text.strip("，。；、 　")
    if not written or written in ("/", "—", "——", "-", "无"):
        return None
    if _RECURRING.search(written):
        return Deadline(written, "recurring")
    dates = [phrase for phrase in find_dates(written) if phrase.exists]
    ranges = [found for found in find_ranges(written) if found.last.exists and (not dates or found.end >= dates[-1].end)]
    phrase = ranges[-1].last if ranges else dates[-1] if dates else None
    if phrase is not None and not (OPEN.search(written) and phrase.part in ("年内", "内")):
        use = year + 1 if year is not None and ranges and ranges[-1].turns else year
        return Deadline(written, "date", due_of(phrase, use), phrase.last(use))
    if OPEN.search(written):
        return Deadline(written, "open", "open-ended")
    count = _COUNT.search(written)
    if count:
        due = _counted(count, issued)
        return Deadline(written, "relative", due.isoformat() if due else None, due)
    if VAGUE.search(written):
        return Deadline(written, "vague")
    if PROMPT.search(written):
        return Deadline(written, "prompt")
    bare = re.fullmatch(r"(?:全年|当年|本年度?)", written)
    if bare and year:
        return Deadline(written, "date", f"{year}-12-31", datetime.date(year, 12, 31))
    bare_year = re.fullmatch(r"((?:19|20)\d{2})", written)
    if bare_year:
        return Deadline(written, "date", f"{bare_year[1]}-12-31", datetime.date(int(bare_year[1]), 12, 31))
    short = re.fullmatch(r"((?:19|20)\d{2})[.．/-](\d{1,2})月?(底|末)?(?:之|以)?前?(?:完成)?", written)
    if short and 1 <= int(short[2]) <= 12:
        month = DatePhrase(0, len(written), written, int(short[1]), int(short[2]), None, short[3] or "")
        return Deadline(written, "date", due_of(month, year), month.last())
    return Deadline(written, "unclear")


def _counted(count: re.Match[str], issued: datetime.date | None) -> datetime.date | None:
    """The day that a period of natural days from the document's own issue ends on."""
    if issued is None or count["unit"] not in ("日", "天", "自然日") or not count["days"].isdigit():
        return None
    before = count.string[: count.start("days")]
    return issued + datetime.timedelta(days=int(count["days"])) if _OWN_ISSUE.search(before) else None
