"""Days that the calendar does not have, and weekdays that are not theirs (norms DAT-12)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.date.clock import impossible_counts, impossible_quarters, impossible_times
from hegao.checks.date.malformed_days import is_short_day, malformed_days
from hegao.checks.date.own_day import written
from hegao.checks.date.weekdays import Wrong, corrected_cells, wrong_beside, wrong_in_tables
from hegao.checks.date.weekly_days import weekdays_behind, weekly_days
from hegao.checks.shared.passages import running
from hegao.document.model import Date, Document, Node
from hegao.phrases.dates import WEEKDAYS, DatePhrase, find_dates
from hegao.phrases.ranges import JOINED, RangePhrase, find_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text


def say(phrase: DatePhrase) -> str:
    """What a date names, in the usual form, whatever the text's own."""
    year = f"{phrase.year}年" if phrase.year is not None else ""
    month = f"{phrase.month}月" if phrase.month is not None else ""
    return year + month + (f"{phrase.day}日" if phrase.day is not None else phrase.part)


_YEAR = Pattern(r"(?<!\d)((?:19|20)\d{2})\s*年")


def years_named(text: str) -> set[int]:
    """The years that a text names, such as a title: 2026年."""
    return {int(year) for year in _YEAR.findall(text)}


_LUNAR = Pattern(r"(?:农历|阴历|旧历|夏历)[^，。；]{0,8}$")


_JOINED = Scanner(JOINED.text)
#: A day of every year, which is no date: 每年6月30日.
_YEARLY = Scanner(r"(?<=[每历同该]年)(?P<month>\d{1,2})月(?P<day>\d{1,2})日", sign=r"[每历同该]年\d")


def date_ranges(context: Context) -> tuple[tuple[Text, RangePhrase], ...]:
    """The ranges of dates in the running text of a document, each with the passage it stands in."""
    return tuple((passage, found) for passage, text in context.once(running).bearing(_JOINED) for found in find_ranges(text))


@check("date-invalid", {"date", "document"}, facts=["date"])
def date_invalid(node: Node, context: Context) -> Iterator[Hit]:
    """A day that the calendar does not have, or a time that no clock shows: 2月30日, 13月, 25:00 (DAT-12).

    Of dates with dots or strokes in the text those count whose month and day are such for sure: others may be codes.  The end of a range
    (…至6月31日) is read with its range.  Lunar months are left alone.  2月29日 without its year is judged by the
    years that may be meant.
    """
    if isinstance(node, Date):
        if node.day is not None:
            return
        phrase = node.phrase
        said = _leap_day(phrase, node.block.value, node.start, context.document) if phrase.exists else phrase.written
        if not said or phrase.form == "short" and node.role == "text" and not is_short_day(node):
            return
        if not _LUNAR.search(node.block.value, max(0, node.start - 12), node.start):
            yield Hit(node.text, {"date": said})
        return
    for at in (*impossible_times(context), *impossible_quarters(context), *impossible_counts(context), *malformed_days(context)):
        yield Hit(at, {"date": at.value})
    for yearly in context.once(running).find(_YEARLY):
        day = DatePhrase(0, 0, yearly.match[0], None, int(yearly.match["month"]), int(yearly.match["day"]))
        if not day.exists:
            yield Hit(yearly.at(), {"date": say(day)})
    for block, found in context.once(date_ranges):
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


@check("date-weekday", {"date", "document"}, facts=["date", "weekday", "right"])
def date_weekday(node: Node, context: Context) -> Iterator[Hit]:
    """The weekday written behind a date, or beside it in a table, is not that of the calendar.

    Where the year is left out, the years that may be meant are tried: the one named before it in the sentence, else those
    named in the same text or the title, and the document's own and the next; days of one sentence share theirs.
    """
    if isinstance(node, Document):
        for wrong in (*wrong_in_tables(node), *_beside_one_another(node), *weekly_days(context), *weekdays_behind(context)):
            yield Hit(wrong.at, {"date": written(wrong.day), "weekday": WEEKDAYS[wrong.told], "right": WEEKDAYS[wrong.day.weekday()]})
        return
    if not isinstance(node, Date):
        return
    phrase = node.phrase
    if phrase.weekday is None or phrase.day is None or context.once(corrected_cells).meet(node.text.span()):
        return
    years = [None] if phrase.year is not None else _years_meant(phrase, node.block.value, node.start, context.document)
    days = [day for year in years if (day := phrase.date(year)) is not None]
    if days and all(day.weekday() != phrase.weekday for day in days):
        yield Hit(node.text, {"date": written(days[0]), "weekday": WEEKDAYS[phrase.weekday], "right": WEEKDAYS[days[0].weekday()]})


def _beside_one_another(document: Document) -> Iterator[Wrong]:
    """The days of a sentence that cannot lie in one year by their weekdays, though each could by itself."""
    sentences: dict[tuple[Text, int], list[Date]] = {}
    for date in document.dates:
        if date.phrase.weekday is not None and date.phrase.year is None and date.phrase.day is not None:
            sentence = date.block.value.count("。", 0, date.start)
            sentences.setdefault((date.block, sentence), []).append(date)
    for dates in sentences.values():
        meant = [[year for year in _years_meant(date.phrase, date.block.value, date.start, document) if year is not None] for date in dates]
        fit = all(any((day := date.phrase.date(year)) is not None and day.weekday() == date.phrase.weekday for year in years) for date, years in zip(dates, meant, strict=True))
        if fit and len(dates) > 1:
            # Told after it was done: the year that the title names.
            named = sorted({year for years in meant for year in years}, key=lambda year: year not in years_named(document.name or ""))
            yield from wrong_beside(dates, named)


def _years_meant(phrase: DatePhrase, text: str, start: int, document: Document) -> list[int | None]:
    """The years that a date without one, at ``start`` in a text, may lie in, the likeliest first."""
    month = phrase.month or 1
    begin = max(text.rfind(mark, 0, start) for mark in "。；") + 1
    before = [date for date in find_dates(text[begin:start]) if date.year]
    if before and before[-1].year:
        turn = month < (before[-1].month or 1)
        return [before[-1].year, before[-1].year + 1] if turn else [before[-1].year]
    issued = document.issued
    years: list[int | None] = [issued.year] if issued else []
    if issued and month < issued.month:
        # A month that was over when the text was signed may be next year's.
        years.append(issued.year + 1)
    for named in (text, document.title.text.value if document.title else ""):
        years += [date.year for date in find_dates(named) if date.year]
    return years
