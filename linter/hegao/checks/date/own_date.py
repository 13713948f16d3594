"""The document's own date (成文日期) and what must come before or behind it (norms SIG-04, IMP-03, NOR-02, DAT-07)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from hegao.checks.base import Context, Edit, Hit, check
from hegao.checks.date.calendar import date_ranges, say
from hegao.checks.date.own_day import about, written
from hegao.checks.shared.parameters import quantity
from hegao.document.model import Date, Document, Node
from hegao.sources.lazy_pattern import Pattern


@check("date-missing", {"document"})
def date_missing(node: Document, context: Context) -> Iterator[Hit]:
    """The document has a title but no date of its own (条例 9(十二))."""
    if node.date is None and node.title is not None and node.genre is not None:
        yield Hit(node.title.text)


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


#: A meeting that passed the text before it was issued.
_PASSED = Pattern(r"经[^，。；]{0,8}$")
_PASSING = Pattern(r"^[^，。；]{0,40}(?:会议?|党组|党委|常委)[^，。；]{0,16}(?:通过|同意|审定)")
_DAY = datetime.timedelta(days=1)


@check(
    "date-order",
    {"date", "document"},
    {"days": quantity("Days by which a document may be later than the gazette that prints it, which is dated for its month.", 31, least=0)},
    facts=["before", "after"],
)
def date_order(node: Node, context: Context, days: int) -> Iterator[Hit]:
    """What must come later bears the earlier date.

    The end of a range before its begin (DAT-07); the imprint's day of issue before the document's date (IMP-03); the
    document's date before the meeting that passed its text (SIG-04), or after the gazette that prints it.
    """
    if isinstance(node, Date):
        yield from _against_own(node, context, days)
        return
    for block, found in context.once(date_ranges):
        if found.reversed:
            yield Hit(block.slice(found.start, found.end), {"before": say(found.first), "after": say(found.last)})


def _against_own(date: Date, context: Context, days: int) -> Iterator[Hit]:
    document = context.document
    own, issued, day = document.date, document.issued, date.day
    if own is None or issued is None or day is None or date.role == "text" and day <= issued:
        return
    if date is own:
        printed = _gazette_day(context)
        late = days * _DAY
        if document.in_gazette and printed is not None and issued - printed > late:
            places = about(date.text, document, lambda own_day: own_day - printed > late)
            yield Hit(date.text, {"before": written(day), "after": written(printed)}, about=places)
    elif date.role == "imprint" and day < issued:
        places = about(date.text, document, lambda own_day: day < own_day)
        yield Hit(date.text, {"before": written(issued), "after": written(day)}, (own.text,), about=places)
    elif date.role == "text":
        text, end = date.block.value, date.start + len(date.text)
        if _PASSED.search(text, max(0, date.start - 12), date.start) and _PASSING.match(text[end : end + 70]):
            places = about(own.text, document, lambda own_day: own_day < day)
            yield Hit(own.text, {"before": written(day), "after": written(issued)}, (date.text,), about=places)


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
    text, end = node.block.value, node.start + len(node.text)
    begin = max(text.rfind(mark, 0, node.start) for mark in "。；") + 1
    stop = min((at for at in (text.find(mark, end) for mark in "。；") if at >= 0), default=len(text))
    if _FROM.search(text[begin : node.start]) and _EFFECT.match(text, end) and not _RETROACTIVE.search(text, begin, stop):
        related = (context.document.date.text,) if context.document.date else ()
        places = about(node.text, context.document, lambda own_day: day < own_day)
        yield Hit(node.text, {"date": written(day), "issued": written(issued)}, related, about=places)
