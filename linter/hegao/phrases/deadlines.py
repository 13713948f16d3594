"""Deadlines (完成时限): what day a task is due by the words of the text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from hegao.phrases.dates import DatePhrase, find_dates, month_days
from hegao.phrases.numbers import chinese, value_of
from hegao.phrases.ranges import find_ranges
from hegao.sources.lazy_pattern import Pattern, matches_at
from hegao.words.patterns import one_of
from hegao.words.vocabulary import deadline_words, issuing_words

_GOES_ON = one_of(deadline_words("goes-on"))
OPEN = Pattern(rf"(?:全年|年内|本年度?){_GOES_ON}|{one_of(deadline_words('open'))}|按[^，。；]{{0,12}}部署推进")
VAGUE = Pattern(one_of(deadline_words("vague")))
#: Words that set the time by events or duty; they are no vague deadlines.
PROMPT = Pattern(one_of(deadline_words("prompt")))
#: Work that comes again by the calendar.
RECURRING = Pattern(r"每(?:年|半年|个?季度?|个?月|两个?月|周|旬|日|天|学期)|(?:按|逐)(?:年度?|季度?|月)(?!内|底)|(?:年度|季度|半年)(?:一次|1次)")
_COUNT = Pattern(
    r"(?P<from>[^，。；：]{0,24}?)(?:之日起|之日后|后|起)?(?P<days>[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*个?(?P<unit>工作日|自然日|日|天|周|个月|月)\s*(?:之|以)?内"
)
_OWN_ISSUE = Pattern(rf"(?:本[^，。；]{{1,6}}|自)?(?:{one_of(issuing_words())}|下达|施行)(?:之日)?(?:后|起|之日起)?$")
#: What only a deadline writes without its year: 6月, 3月前, 第二季度, 上半年; also 2026.6 and the end of a five-year plan.
_SHORT = Pattern(
    r"""
    (?P<dotted>(?:19|20)\d{2})\s*[.．/-]\s*(?P<dotted_month>1[0-2]|0?[1-9])(?![\d.．/-]*\d)
  | (?P<next>明年|次年|翌年|来年)?(?:
        (?<![\d年月])(?P<month>1[0-2]|0?[1-9])\s*月(?:份)?(?!\s*(?:\d{1,2}\s*日|[上中下]旬|底|末|初))
      | (?<![年\d])第?(?P<quarter>[一二三四1-4])季度
      | (?<!年)(?P<half>[上下])半年
    )
  | [“"]?十(?P<plan>[三四五六七])五[”"]?(?:期间|末|规划期末|时期)
    """,
    re.VERBOSE,
)
_SHORT_SPOT = Pattern(r"[\d明次翌来第一二三四上下十“\"]")
_FROM_THEN = ("起", "后")


class Deadline(NamedTuple):
    """A deadline as written, its kind and the day it falls on.

    ``kind`` is date, open, relative, recurring, vague, prompt or unclear; ``due`` is YYYY-MM-DD, YYYY-MM,
    ``open-ended`` or None, ``last`` the last day of the period, for comparison.
    """

    written: str
    kind: str
    due: str | None = None
    last: datetime.date | None = None


class _Bound(NamedTuple):
    """A day that a deadline names: what is due, the last day of the period, whether it names a month and a year of its own."""

    due: str | None
    last: datetime.date | None
    month: bool
    start: int
    year: bool = False


def due_of(phrase: DatePhrase, year: int | None) -> str | None:
    """The due day of a date phrase; ``year`` stands in where the text names none."""
    last = phrase.last(year)
    if last is None:
        return None
    if phrase.day is not None or phrase.month is None or phrase.part in ("底", "末"):
        return last.isoformat()
    return f"{last.year:04d}-{last.month:02d}"


@lru_cache(maxsize=2048)
def read_deadline(text: str, year: int | None = None, issued: datetime.date | None = None) -> Deadline | None:
    """The deadline that ``text`` (a clause, a table cell) sets; None where it sets none.

    ``year`` is the year that a bare 12月底前 means, ``issued`` the document's own date, from which
    periods are counted that start with its issue. Of several days, of stages perhaps, the last one counts.
    """
    written = text.strip("，。；、 　")
    if not written or not written.strip("/\\—－-–无 "):
        return None
    bounds = list(_bounds(written, year))
    if RECURRING.search(written) and not any(bound.month and (bound.year or "每" not in written) for bound in bounds):
        return Deadline(written, "recurring")
    lasting = OPEN.search(written) is not None
    if bounds and not (lasting and not any(bound.month for bound in bounds)):
        latest = max(bounds, key=lambda bound: (bound.last or datetime.date.min, bound.start))
        return Deadline(written, "date", latest.due, latest.last)
    if lasting:
        return Deadline(written, "open", "open-ended")
    count = _COUNT.search(written)
    if count:
        due = _end_of_period(count, issued)
        return Deadline(written, "relative", due.isoformat() if due else None, due)
    if VAGUE.search(written):
        return Deadline(written, "vague")
    if PROMPT.search(written):
        return Deadline(written, "prompt")
    whole = re.fullmatch(r"(?P<year>(?:19|20)\d{2})(?:年度?)?|全年|当年|今年|本年度?", written)
    if whole:
        use = int(whole["year"]) if whole["year"] else year
        if use is not None:
            return Deadline(written, "date", f"{use}-12-31", datetime.date(use, 12, 31))
    return Deadline(written, "unclear")


def _bounds(text: str, year: int | None) -> Iterator[_Bound]:
    """The days that a deadline names; of a range its end, no day from which something begins."""
    ranges = list(find_ranges(text))
    for span in ranges:
        if span.last.exists:
            use = year + 1 if year is not None and span.next_year else year
            yield _Bound(due_of(span.last, use), span.last.last(use), span.last.month is not None, span.start, span.last.year is not None)
    taken = {offset for span in ranges for offset in range(span.start, span.end)}
    for phrase in find_dates(text):
        if phrase.start in taken:
            continue
        taken.update(range(phrase.start, phrase.end))
        if phrase.exists and phrase.after not in _FROM_THEN:
            ends = phrase.month is not None or phrase.part not in ("", "内", "年内")
            yield _Bound(due_of(phrase, year), phrase.last(year), ends, phrase.start, phrase.year is not None)
    for match in matches_at(_SHORT_SPOT, _SHORT, text):
        if match.start() in taken or text[match.end() : match.end() + 1] in _FROM_THEN:
            continue
        bound = _short(match, year)
        if bound is not None:
            yield bound


def _short(match: re.Match[str], year: int | None) -> _Bound | None:
    """A day written as only deadlines write it."""
    if match["plan"]:
        end = 2005 + 5 * chinese(match["plan"])
        return _Bound(f"{end}-12-31", datetime.date(end, 12, 31), True, match.start())
    use = int(match["dotted"]) if match["dotted"] else year
    if use is None:
        return _Bound(None, None, True, match.start())
    use += 1 if match["next"] else 0
    if match["quarter"]:
        month = ("一二三四".find(match["quarter"]) + 1 or int(match["quarter"])) * 3
    elif match["half"]:
        month = 6 if match["half"] == "上" else 12
    else:
        month = int(match["dotted_month"] or match["month"])
    last = datetime.date(use, month, month_days(use, month))
    exact = match["quarter"] or match["half"]
    return _Bound(last.isoformat() if exact else f"{use:04d}-{month:02d}", last, True, match.start())


def _end_of_period(count: re.Match[str], issued: datetime.date | None) -> datetime.date | None:
    """The day that a period of natural days or months from the document's own issue ends on."""
    if issued is None or not _OWN_ISSUE.search(count.string[: count.start("days")]):
        return None
    number = value_of(count["days"])
    if count["unit"] in ("日", "天", "自然日"):
        return issued + datetime.timedelta(days=number)
    if count["unit"] in ("个月", "月"):
        year, month = divmod(issued.year * 12 + issued.month - 1 + number, 12)
        return datetime.date(year, month + 1, min(issued.day, month_days(year, month + 1)))
    return issued + datetime.timedelta(weeks=number) if count["unit"] == "周" else None
