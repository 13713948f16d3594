"""The document's own date (成文日期) and what must come before or behind it (norms SIG-04, IMP-03, NOR-02, DAT-07)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from hegao.checks.base import Context, Edit, Hit, check
from hegao.checks.date.after_end import late_followers
from hegao.checks.date.amended import amended_before_issued
from hegao.checks.date.calendar import date_ranges, say
from hegao.checks.date.cell_days import odd_in_column, turned_cells
from hegao.checks.date.clock import reversed_ranges, say_time, steps_back, turned_by_day
from hegao.checks.date.course import (
    event_days,
    reversed_columns,
    reversed_periods,
    reversed_seasons,
    reversed_works,
    told_before_held,
)
from hegao.checks.date.doubtful_order import doubtful_order
from hegao.checks.date.narration import told_in_turn
from hegao.checks.date.own_day import about, earliest, written
from hegao.checks.date.schedule_rows import turned_clocks, turned_rows
from hegao.checks.date.step_order import late_steps
from hegao.checks.date.timed_things import Late
from hegao.checks.date.told_as_done import done_in_future
from hegao.checks.date.told_order import told_order
from hegao.checks.shared.closing import place_of_date
from hegao.checks.shared.parameters import quantity
from hegao.checks.structure.missing_elements import goes_out
from hegao.document.model import Date, Document, Node
from hegao.phrases.dates import WEEKDAY
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.vocabulary import genres

_MINUTES = "纪要"
_RULES = frozenset(genre.name for genre in genres() if genre.kind == "法规")


@check("date-missing", {"document"})
def date_missing(node: Document, context: Context) -> Iterator[Hit]:
    """The document has a title but no date of its own (条例 9(十二)); minutes that nobody signs are dated by the meeting that they tell of."""
    if node.genre == _MINUTES and not node.signatures and any(date.day is not None for date in node.dates):
        return
    # Rules that stand alone are dated by what issues them.
    if node.genre in _RULES and not goes_out(node):
        return
    if node.date is None and node.title is not None and (node.genre is not None or node.signatures):
        yield Hit(place_of_date(node))


_WEEKDAY_ALONE = Pattern(WEEKDAY)


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
    if node.role == "issue" and day is None and node.phrase.day is None and node.phrase.month is not None:
        yield Hit(node.text, {"date": node.text.value, "normal": f"{node.text.value}×日"})
    if node.role == "text" or day is None or day < datetime.date.fromisoformat(since):
        return
    normal = written(day)
    if node.phrase.weekday is not None and _WEEKDAY_ALONE.fullmatch(node.block.value, node.start + len(node.text)):
        # The weekday is none of the date's; what is wrong with it is told first.
        whole = node.block.slice(node.start)
        yield Hit(whole, {"date": whole.value, "normal": normal}, (), (Edit(whole, normal, True),))
    elif re.sub(r"\s+", "", node.text.value) != normal and re.sub(r"\s+", "", node.phrase.written) != normal:
        yield Hit(node.text, {"date": re.sub(r"\s+", "", node.phrase.written), "normal": normal}, (), (Edit(node.text, normal, True),))


#: A meeting that passed the text before it was issued.
_PASSED = Pattern(r"经[^，。；]{0,8}$")
_PASSING = Pattern(r"^[^，。；]{0,40}(?:会议?|党组|党委|常委)[^，。；]{0,16}(?:通过|同意|审定|审议|研究|讨论|批准)")
#: A meeting held already, on which the text builds: 根据3月14日召开的全市…会议部署.
_BUILDS = Pattern(r"(?:根据|按照|依据|落实|传达|贯彻|经)[^，。；]{0,6}$")
_HELD = Pattern(r"^(?:日)?(?:上午|下午|晚)?[^，。；]{0,12}(?:召开|举行)的[^，。；]{2,40}?会议?")
_DAY = datetime.timedelta(days=1)


@check(
    "date-order",
    {"date", "document"},
    {"days": quantity("Days by which a document may be later than the gazette that prints it, which is dated for its month.", 31, least=0)},
    facts=["before", "after", "fault"],
    faults=["order", "row", "doubt"],
)
def date_order(node: Node, context: Context, days: int) -> Iterator[Hit]:
    """What must come later bears the earlier date.

    The end of a range before its begin (DAT-07); the imprint's day of issue before the document's date (IMP-03); the
    document's date before the meeting that passed its text (SIG-04), or after the gazette that prints it; a step of a schedule
    before the one above it.
    """
    told: set[int] = set()
    begins: set[tuple[int, int]] = set()
    for hit in _out_of_order(node, context, days):
        told.add(hit.at.line)
        begins.add(_begin(hit.at))
        yield hit._replace(facts={**hit.facts, "fault": "order"})
    pairs: set[frozenset[tuple[int, int]]] = set()
    for late in _turned(context) if isinstance(node, Document) else ():
        pair = frozenset((_begin(late.at), _begin(late.there)))
        if _begin(late.at) in begins or pair in pairs:
            continue
        pairs.add(pair)
        told.add(late.at.line)
        begins.add(_begin(late.at))
        yield Hit(late.at, {"before": late.other, "after": late.written, "fault": "row"}, (late.there,))
    for step in steps_back(context) if isinstance(node, Document) else ():
        told.add(step.at.line)
        yield Hit(step.at, {"before": step.before.value, "after": step.at.value, "fault": "row" if step.sure else "doubt"}, (step.before,))
    for late, sure in (*turned_cells(context), *odd_in_column(context)) if isinstance(node, Document) else ():
        if late.at.line not in told:
            told.add(late.at.line)
            yield Hit(late.at, {"before": late.other, "after": late.written, "fault": "row" if sure else "doubt"}, (late.there,))
    for doubt in doubtful_order(context) if isinstance(node, Document) else ():
        if _begin(doubt.at) not in begins:
            yield Hit(doubt.at, {"before": doubt.before, "after": doubt.after, "fault": "doubt"}, (doubt.other,))


def _turned(context: Context) -> Iterator[Late]:
    """Steps before those that they follow, in rows and in what is said."""
    yield from turned_rows(context)
    yield from turned_clocks(context)
    yield from (late for late in context.once(late_steps) if not late.overlaps)
    yield from late_followers(context)


def _begin(at: Text) -> tuple[int, int]:
    """Line and column at which a place begins."""
    span = at.span()
    return span.line, span.column


def _out_of_order(node: Node, context: Context, days: int) -> Iterator[Hit]:
    if isinstance(node, Date):
        yield from _against_own(node, context, days)
        return
    for at, times in (*reversed_ranges(context), *turned_by_day(context)):
        yield Hit(at, {"before": say_time(times, last=False), "after": say_time(times, last=True)})
    for block, found in context.once(date_ranges):
        if found.reversed:
            yield Hit(block.slice(found.start, found.end), {"before": say(found.first), "after": say(found.last)})
    courses = (reversed_works, reversed_periods, reversed_seasons, reversed_columns, amended_before_issued)
    for wrong in (*(wrong for course in courses for wrong in course(context)), *event_days(context.document), *told_order(context)):
        yield Hit(wrong.at, {"before": wrong.before, "after": wrong.after}, (wrong.other,))
    for wrong in (*done_in_future(context), *told_before_held(context.document), *told_in_turn(context)):
        yield Hit(wrong.at, {"before": wrong.before, "after": wrong.after}, (wrong.other,), about=_uncertain(wrong.at, context.document))


def _uncertain(at: Text, document: Document) -> tuple[Text, ...]:
    """What a hit against the document's own day is about: the number, too, where its year leaves the day in doubt."""
    first = earliest(document)
    return (at,) if document.number is None or first == document.issued else (at, document.number.text)


def _against_own(date: Date, context: Context, days: int) -> Iterator[Hit]:
    document = context.document
    own, issued, day = document.date, document.issued, date.day or _in_year_of(date, document)
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
        passed = _PASSED.search(text, max(0, date.start - 12), date.start) and _PASSING.match(text[end : end + 70])
        if passed or _BUILDS.search(text, max(0, date.start - 12), date.start) and _HELD.match(text[end : end + 70]):
            places = about(own.text, document, lambda own_day: own_day < day)
            yield Hit(date.text, {"before": written(day), "after": written(issued)}, (own.text,), about=places)


def _in_year_of(date: Date, document: Document) -> datetime.date | None:
    """A day without its year in the year of the document: 经3月23日局长办公会研究同意."""
    phrase = date.phrase
    if date.role != "text" or document.issued is None or phrase.year is not None or phrase.month is None or phrase.day is None:
        return None
    try:
        return datetime.date(document.issued.year, phrase.month, phrase.day)
    except ValueError:
        return None


def _gazette_day(context: Context) -> datetime.date | None:
    issue = context.file.issue
    try:
        return datetime.date.fromisoformat(issue.date) if issue and issue.date else None
    except ValueError:
        return None
