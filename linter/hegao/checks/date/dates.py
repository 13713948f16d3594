"""Checks on dates: whether they exist, how the document's own are written, and whether they follow one another."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hegao.checks.base import Context, Edit, Hit, check
from hegao.checks.date.own_day import earliest, latest, written
from hegao.checks.shared.passages import running
from hegao.document.model import Date, Document, Heading, Node, Paragraph
from hegao.phrases.dates import WEEKDAYS, DatePhrase, find_dates
from hegao.phrases.ranges import JOINED, RangePhrase, find_ranges, first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text


def say(phrase: DatePhrase) -> str:
    """What a date names, in the usual form, whatever the text's own."""
    year = f"{phrase.year}年" if phrase.year is not None else ""
    month = f"{phrase.month}月" if phrase.month is not None else ""
    return year + month + (f"{phrase.day}日" if phrase.day is not None else phrase.part)


@check("date-missing", {"document"})
def date_missing(node: Document, context: Context) -> Iterator[Hit]:
    """The document has a title but no date of its own (条例 9(十二))."""
    if node.date is None and node.title is not None and node.genre is not None:
        yield Hit(node.title.text)


_LUNAR = Pattern(r"(?:农历|阴历|旧历|夏历)[^，。；]{0,8}$")


@lru_cache(maxsize=1)
def ranges_of(document: Document) -> tuple[tuple[Text, RangePhrase], ...]:
    """The ranges of dates in the running text of a document, each with the passage it stands in; two rules ask for them."""
    return tuple((passage, found) for passage, text in running(document).screened((JOINED,)) for found in find_ranges(text))


@check("date-invalid", {"date", "document"}, facts=["date"])
def date_invalid(node: Node, context: Context) -> Iterator[Hit]:
    """A day that the calendar does not have: 2月30日, 13月 (DAT-12).

    Of dates with dots or strokes only the document's own count: others may be codes.  The end of a range
    (…至6月31日) is read with its range.  Lunar months are left alone.  2月29日 without its year is judged by the
    years that may be meant.
    """
    if isinstance(node, Date):
        if node.day is not None:
            return
        phrase = node.phrase
        said = _leap_day(phrase, node.block.value, node.start, context.document) if phrase.exists else phrase.written
        if not said or phrase.form == "short" and node.role == "text":
            return
        if not _LUNAR.search(node.block.value, max(0, node.start - 12), node.start):
            yield Hit(node.text, {"date": said})
        return
    for block, found in ranges_of(context.document):
        said = _leap_day(found.last, block.value, found.start, context.document) if found.last.exists else say(found.last)
        if not said or not found.first.exists or _LUNAR.search(block.value, max(0, found.start - 12), found.start):
            continue
        # What the reader of dates sees for itself is a node of its own.
        if not any(phrase.end == found.end for phrase in find_dates(block.value)):
            yield Hit(block.slice(found.start, found.end), {"date": said})


#: Where the day stands for any year.
_ANY_YEAR = Pattern("闰|每年|历年|年年")


def _leap_day(phrase: DatePhrase, text: str, start: int, document: Document) -> str:
    """The 29th of February of the likeliest year, where none of the years that may be meant has one; else nothing."""
    if phrase.year is not None or (phrase.month, phrase.day) != (2, 29) or _ANY_YEAR.search(text):
        return ""
    years = [year for year in _years_meant(phrase, text, start, document) if year is not None]
    return f"{years[0]}年2月29日" if years and not any(phrase.date(year) for year in years) else ""


@check(
    "date-form",
    {"date"},
    {"since": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "default": "2012-07-01"}},
    ["date", "normal"],
)
def date_form(node: Date, context: Context, since: str = "2012-07-01") -> Iterator[Hit]:
    """The document's own date, or the day of issue in the imprint, is not written 2024年5月1日 (GB/T 9704—2012, 7.3.5.4).

    Before the standard (``since``) dates were written in Chinese numerals.
    """
    day = node.day
    if node.role == "text" or day is None or day < datetime.date.fromisoformat(since):
        return
    normal = written(day)
    if re.sub(r"\s+", "", node.text.value) != normal and re.sub(r"\s+", "", node.phrase.written) != normal:
        yield Hit(node.text, {"date": re.sub(r"\s+", "", node.phrase.written), "normal": normal}, (), (Edit(node.text, normal, True),))


@check("date-weekday", {"date"}, facts=["date", "weekday", "right"])
def date_weekday(node: Date, context: Context) -> Iterator[Hit]:
    """The weekday written behind a date is not that of the calendar.

    Where the year is left out, the years that may be meant are tried: the one named before it in the sentence, else those
    named in the same text or the title, and the document's own and the next.
    """
    phrase = node.phrase
    if phrase.weekday is None or phrase.day is None:
        return
    years = [None] if phrase.year is not None else _years_meant(phrase, node.block.value, node.start, context.document)
    days = [day for year in years if (day := phrase.date(year)) is not None]
    if days and all(day.weekday() != phrase.weekday for day in days):
        yield Hit(node.text, {"date": written(days[0]), "weekday": WEEKDAYS[phrase.weekday], "right": WEEKDAYS[days[0].weekday()]})


def _years_meant(phrase: DatePhrase, text: str, start: int, document: Document) -> list[int | None]:
    """The years that a date without one, at ``start`` in a text, may lie in, the likeliest first."""
    month = phrase.month or 1
    begin = max(text.rfind(mark, 0, start) for mark in "。；") + 1
    before = [date for date in find_dates(text[begin:start]) if date.year]
    if before and before[-1].year:
        turn = month < (before[-1].month or 1)
        return [before[-1].year, before[-1].year + 1] if turn else [before[-1].year]
    years: list[int | None] = [document.issued.year, document.issued.year + 1] if document.issued else []
    for named in (text, document.title.text.value if document.title else ""):
        years += [date.year for date in find_dates(named) if date.year]
    return years


#: A meeting that passed the text before it was issued.
_PASSED = Pattern(r"经[^，。；]{0,8}$")
_PASSING = Pattern(r"^[^，。；]{0,40}(?:会议?|党组|党委|常委)[^，。；]{0,16}(?:通过|同意|审定)")
_DAY = datetime.timedelta(days=1)


@check("date-order", {"date", "document"}, facts=["before", "after"])
def date_order(node: Node, context: Context) -> Iterator[Hit]:
    """What must come later bears the earlier date.

    The end of a range before its begin (DAT-07); the imprint's day of issue before the document's date (IMP-03); the
    document's date before the meeting that passed its text (SIG-04), or after the gazette that prints it.
    """
    if isinstance(node, Date):
        yield from _against_own(node, context)
        return
    for block, found in ranges_of(context.document):
        if found.reversed:
            yield Hit(block.slice(found.start, found.end), {"before": say(found.first), "after": say(found.last)})


def _against_own(date: Date, context: Context) -> Iterator[Hit]:
    document = context.document
    own, issued, day = document.date, document.issued, date.day
    if own is None or issued is None or day is None or date.role == "text" and day <= issued:
        return
    first, last = earliest(document), latest(document)
    if first is None or last is None:
        return
    if date is own:
        printed = _gazette_day(context)
        # A gazette may be dated for its month; a document later than that by more than a month cannot be in it.
        if document.in_gazette and printed is not None and first - printed > 31 * _DAY:
            yield Hit(date.text, {"before": written(day), "after": written(printed)})
    elif date.role == "imprint" and day < first:
        yield Hit(date.text, {"before": written(issued), "after": written(day)}, (own.text,))
    elif date.role == "text" and day > last:
        text, end = date.block.value, date.start + len(date.text)
        if _PASSED.search(text, max(0, date.start - 12), date.start) and _PASSING.match(text[end : end + 70]):
            yield Hit(own.text, {"before": written(day), "after": written(issued)}, (date.text,))


def _gazette_day(context: Context) -> datetime.date | None:
    issue = context.file.issue
    try:
        return datetime.date.fromisoformat(issue.date) if issue and issue.date else None
    except ValueError:
        return None


_FROM = Pattern(r"(?:^|[，。；、：])(?:本[^，。；、]{1,8}|现[^，。；]{0,6}[，、]?)?(?:自|从)\s*$")
_EFFECT = Pattern(r"\s*(?:之?日)?起?\s*(?:正式)?施行")
_RETROACTIVE = Pattern(r"追溯|补|此前|之前|(?<!同时)废止|失效|停止")


@check("date-effective", {"date"}, facts=["date", "issued"])
def date_effective(node: Date, context: Context) -> Iterator[Hit]:
    """The text takes effect (施行) before the day on which it was signed (NOR-02); a word on the time between excuses it."""
    issued, day = context.document.issued, node.day
    if node.role != "text" or issued is None or day is None or day >= issued:
        return
    first = earliest(context.document)
    if first is None or day >= first:
        return
    text, end = node.block.value, node.start + len(node.text)
    begin = max(text.rfind(mark, 0, node.start) for mark in "。；") + 1
    stop = min((at for at in (text.find(mark, end) for mark in "。；") if at >= 0), default=len(text))
    if _FROM.search(text[begin : node.start]) and _EFFECT.match(text, end) and not _RETROACTIVE.search(text, begin, stop):
        yield Hit(
            node.text, {"date": written(day), "issued": written(issued)}, (context.document.date.text,) if context.document.date else ()
        )


class _Stage(NamedTuple):
    """A stage with its time: the text to point at and the range."""

    at: Text
    first: datetime.date
    last: datetime.date
    whole_months: bool


#: The time of a stage in brackets behind its name, and the name itself.
_STAGE = Pattern(
    r"阶段[^（(，。；]{0,16}[（(](?P<time>[^（）()]{2,40})[）)]|第[一二三四五六七八九十]步[^（(，。；]{0,16}[（(](?P<step>[^（）()]{2,40})[）)]"
)
_PARALLEL = Pattern(r"同步|同时|并行|交叉|贯穿|滚动|压茬")


@check("date-gap", {"document"}, facts=["first", "second"])
def date_gap(node: Document, context: Context) -> Iterator[Hit]:
    """Stages (阶段) that follow one another overlap or leave a hole (TSK-09).

    Looked at: stages whose times stand in brackets behind their names, in headings numbered together or in one
    paragraph.  Two stages may share a day or a month; days off between them are no hole.
    """
    year = node.issued.year if node.issued else 2024
    done: set[int] = set()
    for found in node.of("heading", "paragraph"):
        if isinstance(found, Heading):
            if id(found) not in done:
                group = found.group or [found]
                done.update(id(one) for one in group)
                yield from _misfits(_times_of(group) if len(group) > 1 else _stage_times(found.body), year)
        elif isinstance(found, Paragraph):
            yield from _misfits(_stage_times(found.text), year)


def _times_of(group: Sequence[Heading]) -> list[tuple[Text, RangePhrase | None]]:
    """The times of stages in headings, one a heading; None for a heading without, and where the numbers skip."""
    times: list[tuple[Text, RangePhrase | None]] = []
    number = group[0].number
    stages = [_stage_times(heading.body)[:1] for heading in group]
    timed = _all_timed(group) if len(group) >= 3 and not any(stages) else []
    for index, heading in enumerate(group):
        if heading.number != number:
            times.append((heading.text, None))
        number = heading.number + 1
        times += stages[index] or [timed[index] if timed else (heading.text, None)]
    return times if not timed or _mostly_meet(times) else []


def _all_timed(group: Sequence[Heading]) -> list[tuple[Text, RangePhrase]]:
    """The times in brackets behind the names of headings, if each has one; else none."""
    times = []
    for heading in group:
        time = _timed(heading)
        if time is None:
            return []
        times.append(time)
    return times


def _timed(heading: Heading) -> tuple[Text, RangePhrase] | None:
    """The time in brackets behind the name of a heading, if it is one range."""
    match = _TIMED.match(heading.body.value, len(heading.label))
    ranges = list(find_ranges(match["time"])) if match else []
    if match is None or _PARALLEL.search(heading.body.value) or len(ranges) != 1 or ranges[0].written != match["time"]:
        return None
    return heading.body.slice(*match.span("time")), ranges[0]


def _mostly_meet(times: Sequence[tuple[Text, RangePhrase | None]]) -> bool:
    """Whether of the boundaries between the stages no more than one misses: work done side by side has no order."""
    return sum(1 for _hit in _misfits(times, 2024)) <= 1


#: A stage that says so only by its time: （一）摸底（2026年3月10日至4月20日）.
_TIMED = Pattern(r"[^（(，。；：]{2,24}[（(](?P<time>[^（）()]{4,40})[）)](?:[。：]|$)")


def _stage_times(block: Text) -> list[tuple[Text, RangePhrase | None]]:
    """The times of the stages that a text names, with their places; None for a time that is no single range."""
    times: list[tuple[Text, RangePhrase | None]] = []
    if "阶段" not in block.value and "步" not in block.value or _PARALLEL.search(block.value):
        return times
    for match in _STAGE.finditer(block.value):
        group = "time" if match["time"] else "step"
        ranges = list(find_ranges(match[group]))
        whole = len(ranges) == 1 and len(ranges[0].written) >= len(match[group].strip("：: 时间为")) - 2
        times.append((block.slice(match.start(group), match.end(group)), ranges[0] if whole else None))
    return times


def _misfits(times: Sequence[tuple[Text, RangePhrase | None]], year: int) -> Iterator[Hit]:
    previous: _Stage | None = None
    for at, found in times:
        stage = _stage(at, found, previous, year) if found is not None and not found.reversed else None
        if previous is not None and stage is not None and not _follows(previous, stage):
            yield Hit(at, {"first": previous.at.value, "second": at.value}, (previous.at,))
        previous = stage


def _stage(at: Text, found: RangePhrase, previous: _Stage | None, year: int) -> _Stage | None:
    """The days of a stage; what it leaves out of the year is taken from the stage before it."""
    if found.first.year is None and previous is not None:
        year = previous.last.year
    first = first_day(found.first, year)
    if first is not None and previous is not None and found.first.year is None and first < previous.first:
        year += 1
        first = first_day(found.first, year)
    if first is None:
        return None
    last = found.last.last(first.year + 1 if found.next_year and found.last.year is None else first.year)
    if last is not None and last < first and found.last.year is None:
        last = found.last.last(first.year + 1)
    if last is None or last < first:
        return None
    months = found.first.day is None and found.last.day is None and not found.first.part and not found.last.part
    return _Stage(at, first, last, months)


def _follows(one: _Stage, two: _Stage) -> bool:
    """Whether the second stage begins where the first one ends."""
    if two.first <= one.last:
        if one.whole_months or two.whole_months:
            return (two.first.year, two.first.month) >= (one.last.year, one.last.month) and two.last >= one.last
        return two.first == one.last
    day = one.last + _DAY
    while day < two.first:
        if not _day_off(day):
            return False
        day += _DAY
    return True


def _day_off(day: datetime.date) -> bool:
    """Weekends and the holidays of fixed date."""
    fixed = (day.month, day.day) == (1, 1) or (day.month == 5 and day.day <= 5) or (day.month == 10 and day.day <= 7)
    return fixed or day.weekday() >= 5
