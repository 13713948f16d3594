"""Deadlines (时限) that lay before the document's own date (norms TSK-07)."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from hegao.checks.base import Context, Hit, check
from hegao.checks.date.calendar import years_named
from hegao.checks.date.document_parts import HANDED_ON, DocumentParts
from hegao.checks.date.doubtful_bounds import closed_already, doubtful_bounds
from hegao.checks.date.gone_cells import gone_cells
from hegao.checks.date.gone_plans import WORK_OF, gone_goals, gone_plans
from hegao.checks.date.own_day import earliest, written
from hegao.checks.date.set_bounds import BEFORE, bound_ahead, only_mentioned
from hegao.checks.date.told_done import row_done
from hegao.checks.shared.parameters import quantity
from hegao.document.model import Date, Document, Task
from hegao.phrases.dates import DatePhrase, find_dates
from hegao.phrases.ranges import RangePhrase, find_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Places, Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import duty_words, genre_names, genre_words, task_verbs

#: Where the past is told, a day gone by is no slip.
_HISTORY = Pattern(
    r"已|曾|原定|原计划|原要求|此前|以来|截至|截止|回顾|至今|期间(?:完成|实现)|[完建达实到形推取]\w?[成到现]?了|印发的|出台的|上年|去年|往年|同期"
)
#: What others asked for, told again.
_TOLD = Pattern(
    rf"(?:国务院|国家|中央|自治区|省委|省政府|上级|部署|文件|会议|{one_of(genre_words(use='asks'))}|来[函文电]|函告?|合同|协议)[^，。；]{{0,20}}(?:要求|约定|提出|明确|规定|确定)"
)
#: Words that make a sentence an order or a plan.
_ORDERS = Pattern(r"应|须|务必|必需|需(?!求)|(?<![主重次])要(?![求素点件闻])|请|确保|力争|限|务求|争取")
#: What stands behind words by which others are asked is to be done, whatever its verb.
_ASKS = Pattern(r"(?:^|[，；：）、.．])(?:现|特|故|烦|敬)?(?:商请|恳请|提请|拟请|请)(?!示)")
#: 首次报送时间为2026年4月25日前: a day by itself.
_FIRST_TIME = Pattern(rf"(?:首次|{one_of(task_verbs('dated'))})[^，。；]{{0,6}}{one_of(duty_words('term', 'point'))}(?:为|是|：)$")
_DOING = Pattern(rf"(?:[全基大率按如及依予]\w{{0,3}})?(?:将|把|对|向|由|到|在)?[^，。；]{{0,24}}?{one_of(task_verbs())}")
#: What may stand in a sentence of a plan before a date that opens an order: nothing, a label, or anything with 于.
_OPENS = Pattern(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?\s*|.*[于在]", re.DOTALL)
#: Texts that hold year after year.
_STANDING = Pattern(one_of(genre_words(use="standing")))
_PLAN = Pattern(one_of((*genre_words(use="plan"), "分工", "部署", "任务", "行动")))
_EVERY = Pattern("每")
_RECURS = Pattern(r"次年|翌年|当年度?的|下一?年|届时|年度终了")
#: A text of others may speak of days gone by; so many ahead for one of them show that it does not.
_MANY = 3
_SENTENCE_END = "。；！？;"
_BEGIN = 6  # so many lines of minutes tell when the meeting was
_FAR = 600  # how far round a date its sentence is looked at: hardly any is longer
_LASTING = Pattern("已|今|每|^[^，；]*(?:持续|长期)")  # by which a deadline is none that can be over


@check(
    "date-past",
    {"document"},
    {"several": quantity("Of more tasks than this, if they are most of all, the first alone is told with the others beside it.", 4)},
    facts=["deadline", "issued"],
    faults=["past", "doubt"],
)
def date_past(node: Document, context: Context, several: int) -> Iterator[Hit]:
    """A deadline that lay before the document's own date; where the text but hints at one, the fault ``doubt``."""
    told = list(_past(node, context, several))
    for hit in told:
        yield hit._replace(facts={"fault": "past", **hit.facts})
    first = earliest(node) or _month_of(node)
    if first is None or len(told) > several:
        return
    places = Places(hit.at.span() for hit in told)
    for date in (*doubtful_bounds(node, first, DocumentParts(node)), *closed_already(node, first, DocumentParts(node)), *gone_plans(node, first, telling=True)):
        if not places.meet(date.text.span()):
            yield Hit(date.text, {**_facts(date.text, first), "fault": "doubt"}, (node.date.text,) if node.date else ())
    for goal in gone_goals(context, first):
        if not places.meet(goal.span()):
            yield Hit(goal, {**_facts(goal, first), "fault": "doubt"}, (node.date.text,) if node.date else ())


def _past(node: Document, context: Context, several: int) -> Iterator[Hit]:
    """A deadline that lay before the document's own date (TSK-07): of a task, or of a duty in running text.

    Judged against ``--as-of`` where the document bears no date.  What is told of the past, asked of others, quoted, or
    handed on from an older text is none; neither are the days that count buildings, pupils or firms of a past year.
    """
    issued = node.issued or _month_of(node) or context.as_of
    if issued is None:
        return
    first = earliest(node) or issued
    certain = list(_gone_by(first, node, several))
    yield from certain
    if first < issued and node.number is not None:
        # By the year of its number the deadline lies ahead: the hit is about the number, too.
        told = {hit.at.span() for hit in certain}
        for hit in _gone_by(issued, node, several):
            if hit.at.span() not in told:
                yield hit._replace(about=(*(hit.about or (hit.at,)), node.number.text))


def _month_of(document: Document) -> datetime.date | None:
    """The first day of the month that the document bears, where its day is missing; else the day of its imprint, or of its meeting."""
    phrase = document.date.phrase if document.date is not None else None
    if phrase is not None and phrase.year is not None and phrase.month is not None and phrase.exists:
        return datetime.date(phrase.year, phrase.month, 1)
    printed = next((date.day for date in document.dates if date.role == "imprint"), None)
    return printed or (_meeting_day(document) if document.genre == "纪要" else None)


def _meeting_day(document: Document) -> datetime.date | None:
    """The day of the meeting that minutes begin with."""
    lines = {node.line for node in document.parts[0].nodes[:_BEGIN]} if document.parts else set()
    return next((date.day for date in document.dates if date.day is not None and date.phrase.year is not None and date.text.line in lines), None)


def _gone_by(issued: datetime.date, node: Document, several: int) -> Iterator[Hit]:
    """The deadlines that lay before a day on which the document may have been issued; of more than ``several`` the first alone."""
    parts = DocumentParts(node)
    tasks = [task for task in node.tasks if parts.binding(task.text) and not (task.form == "sentence" and not task.handed_out and parts.telling(task.text))]
    related = (node.date.text,) if node.date else ()
    places = [task.due_at for task in tasks if (day := _task_day(task, parts, issued)) is not None and day < issued]
    dated = sum(1 for task in tasks if task.deadline is not None and task.deadline.kind == "date")
    if len(places) > several and len(places) * 2 > dated:
        # Most of the tasks: one slip (the document's date, an old table), not one a task; or a list of work done.
        if _PLAN.search(parts.titles(places[0])):
            yield Hit(places[0], _facts(places[0], issued), (*related, *places[1:]), about=tuple(places))
    else:
        for place in places:
            yield Hit(place, _facts(place, issued), related)
    for task in _left_behind(node, parts, issued):
        yield Hit(task.due_at, _facts(task.due_at, issued), related)
    judged = Places(text.span() for text in (*places, *(task.deadline_text for task in tasks if task.deadline_text is not None)))
    handed = Places(task.text.span() for task in tasks if task.handed_out)
    planned = set(gone_plans(node, issued))
    found = Places(text.span() for text in places)
    for cell in gone_cells(node, issued):
        if parts.binding(cell) and not found.meet(cell.span()):
            yield Hit(cell, _facts(cell, issued), related)
    for date in node.dates:
        at = date.text.slice(0, 1).span()
        if found.meet(at):
            continue
        ahead = parts.sections.ahead(date.text.line)
        telling = parts.told(date.text) or parts.telling(date.text) and not ahead
        spoken = date in planned and not only_mentioned(date.block.value, date.start) or bound_ahead(date, issued, telling, ahead)
        if spoken and parts.binding(date.text) or not judged.meet(at) and (_bound_gone(date, parts, issued) or handed.meet(at) and _order_gone(date, parts, issued)):
            yield Hit(date.text, _facts(date.text, issued), related)


def _left_behind(node: Document, parts: DocumentParts, issued: datetime.date) -> list[Task]:
    """The tasks of a text handed on (转发) whose day is over while nearly all others lie ahead."""
    days = {task: _task_day(task, parts, issued) for task in node.tasks if node.action in HANDED_ON and task.form != "sentence"}
    gone = [task for task, day in days.items() if day is not None and day < issued and not parts.binding(task.text)]
    ahead = sum(1 for task in days if task.deadline is not None and task.deadline.last is not None and task.deadline.last >= issued)
    return gone if ahead >= _MANY * len(gone) else []


def _facts(place: Text, issued: datetime.date) -> dict[str, str | int]:
    return {"deadline": re.sub(r"\s+", "", place.value), "issued": written(issued)}


def _task_day(task: Task, parts: DocumentParts, issued: datetime.date) -> datetime.date | None:
    """The last day of a task's deadline, where it is sure; None for what is no bound, is told of the past, or lies ahead."""
    deadline = task.deadline
    if deadline is None or deadline.kind != "date" or _LASTING.search(deadline.written):
        return None
    ranges, dates = _ranges_and_dates(deadline.written)
    if ranges and (not dates or ranges[-1].start <= dates[-1].start < ranges[-1].end):
        phrase = ranges[-1].last
        if ranges[-1].turns:
            return None
    elif dates:
        phrase = dates[-1]
        if phrase.after in ("起", "后"):
            return None
    else:
        return deadline.last
    # No year before the document's own is ever meant; most deadlines lie ahead.
    soonest = phrase.last(issued.year)
    if soonest is not None and soonest >= issued or row_done(task.row):
        return None
    block, start = _around(task)
    if task.handed_out:
        # An order by itself; only what is told before it may be past.
        if _DONE.search(block, max(0, start - 12), start):
            return None
    elif task.form == "sentence":
        sentence = _sentence(block, start)
        if _HISTORY.search(sentence) or _TOLD.search(sentence) or only_mentioned(block, start) or parts.told(task.text):
            return None
        before = block[max(_sentence_start(block, start), start - 8) : start]
        # The date may only tell which things are meant: 2025年12月31日前竣工的项目.
        if _COUNTS.match(block, start + len(phrase.written)):
            return None
        if not (
            _is_bound(phrase)
            or BEFORE.match(block, start + len(phrase.written))
            or _ORDERS.search(before)
            or _PLAN.search(parts.titles(task.text))
        ):
            return None
    titles = parts.titles(task.text)
    year = phrase.year if phrase.year is not None else _year_meant(phrase, block, start, parts, titles, issued)
    last = phrase.last(year) if year is not None else None
    return None if last is None or _stage_gone(last, titles, issued) else last


_DONE = Pattern(r"(?:已|曾|截至|截止|原定)[^，。；]{0,6}$")  # a day behind it is told, not set


@lru_cache(maxsize=1024)
def _ranges_and_dates(written: str) -> tuple[list[RangePhrase], list[DatePhrase]]:
    """The ranges and the dates that exist; a table has the same few deadlines again and again."""
    return list(find_ranges(written)), [phrase for phrase in find_dates(written) if phrase.exists]


def _stage_gone(last: datetime.date, titles: str, issued: datetime.date) -> bool:
    """Whether the day lies in a year of the plan's own period that was over when the plan was issued."""
    return any(
        found.first.year is not None and found.first.year <= last.year < issued.year
        for found in _ranges_and_dates(titles)[0]
        if found.last.year is not None and found.last.year >= issued.year
    )


def _around(task: Task) -> tuple[str, int]:
    """The text that a task's deadline stands in, and where."""
    if task.form != "sentence":
        return task.text.value if task.form == "clause" else "", 0
    place = task.deadline_text
    text = task.measure.value
    return text, max(0, text.find(place.value)) if place is not None else 0


_COUNTS = Pattern(lambda: rf"(?:之|以)?前?[^，。；：]{{0,16}}的(?!《|{one_of(task_verbs())}(?:[，。；]|$))")


def _is_bound(phrase: DatePhrase) -> bool:
    return phrase.after in ("前", "止") or phrase.part in ("底", "末", "年底", "年末", "年内", "内")


def _order_gone(date: Date, parts: DocumentParts, issued: datetime.date) -> bool:
    """Whether a date in a sentence that hands work out is a bound and lies before ``issued``."""
    phrase, block = date.phrase, date.block.value
    if BEFORE.match(block, date.start + len(phrase.written)) is None or not phrase.exists or _DONE.search(block, max(0, date.start - 12), date.start):
        return False
    year = phrase.year if phrase.year is not None else _year_meant(phrase, block, date.start, parts, parts.titles(date.text), issued)
    last = phrase.last(year) if year is not None else None
    return last is not None and last < issued and (issued.year - 1 <= last.year or "的" not in _behind(block, date.start))


def _bound_gone(date: Date, parts: DocumentParts, issued: datetime.date) -> bool:
    """Whether a date in running text is the bound of a duty and lies before ``issued``."""
    phrase, block = date.phrase, date.block.value
    bound = BEFORE.match(block, date.start + len(phrase.written))
    before = block[_sentence_start(block, date.start) : date.start]
    if date.role != "text" or bound is None and not _FIRST_TIME.search(before) or not phrase.exists or not parts.binding(date.text):
        return False
    asked = _ASKS.search(before) is not None
    if not asked and parts.telling(date.text):
        return False
    titles = parts.titles(date.text)
    year = phrase.year if phrase.year is not None else _year_meant(phrase, block, date.start, parts, titles, issued)
    last = phrase.last(year) if year is not None else None
    if last is None or not (issued.year - 1 <= last.year and last < issued) or _stage_gone(last, titles, issued):
        return False
    sentence = _sentence(block, date.start)
    told = not asked and not _ORDERS.search(before) and parts.told(date.text)
    if told or _HISTORY.search(sentence) or _TOLD.search(sentence) or only_mentioned(block, date.start):
        return False
    if bound is None or _FIRST_TIME.search(before):
        return True
    behind = _behind(block, bound.end())
    if not behind or "的" in WORK_OF.sub("", behind) or not asked and not _DOING.match(behind):
        return False
    planned = _PLAN.search(titles) or parts.document.genre in genre_names("carries") and last.year == issued.year
    return bool(_ORDERS.search(before) or _ORDERS.match(behind) or (_OPENS.fullmatch(before) and planned))


def _behind(block: str, begin: int) -> str:
    """The clause behind a bound; the next one where a comma stands directly behind it."""
    if block[begin : begin + 1] in ("，", ","):
        begin += 1
    end = next((at for at in range(begin, min(len(block), begin + _FAR)) if block[at] in "，。；：、！？,;:"), begin + _FAR)
    return block[begin:end].strip()


def _sentence_start(block: str, at: int) -> int:
    far = max(0, at - _FAR)
    return max(far, max(block.rfind(mark, far, at) for mark in _SENTENCE_END) + 1)


def _sentence(block: str, at: int) -> str:
    end = min((found for mark in _SENTENCE_END if (found := block.find(mark, at, at + _FAR)) >= 0), default=at + _FAR)
    return block[_sentence_start(block, at) : end]


def _clause(block: str, at: int) -> str:
    """What stands between the marks round a place."""
    begin = max(block.rfind(mark, 0, at) for mark in "，、：。；") + 1
    return block[begin:at] + _behind(block, at)


def _year_meant(phrase: DatePhrase, block: str, start: int, parts: DocumentParts, titles: str, issued: datetime.date) -> int | None:
    """The year of a date that names none, where it is sure.

    The year of the date named before it in the same text, else that of the titles, if it is not over: a notice of January
    on the review of the year before (2025年度考核) asks for this January.  Without any it is the document's own, if only a
    few months lie between: in a winter notice, and in a text that holds year after year, 3月底 is next year's.
    """
    if _RECURS.search(_sentence(block, start)) or _EVERY.search(_clause(block, start)) or phrase.month is None:
        return None
    starts, months = parts.months_named(block, issued.year)
    before = bisect_left(starts, start)
    if before:
        year, month = months[before - 1]
        return year if phrase.month >= month else None
    years = years_named(titles)
    if len(ahead := {year for year in years if year >= issued.year}) == 1:
        return ahead.pop()
    if len(years) > 1 or _STANDING.search(titles):
        return None
    return issued.year if issued.month - phrase.month <= (3 if issued.month <= 9 else 2) else None
