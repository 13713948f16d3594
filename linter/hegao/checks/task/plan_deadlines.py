"""Deadlines against the rest of the text: beyond the years of the plan, one request with two days, a form with a day of its own (norms TSK-08, TSK-11)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.document.model import Document, Heading, Paragraph, Part, Task
from hegao.phrases.dates import find_dates
from hegao.phrases.ranges import find_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text


class Clash(NamedTuple):
    """A deadline that something else contradicts: which way, where and what it is, what the other says and where."""

    fault: str
    measure: str
    at: Text
    written: str
    other: str
    there: Text


#: So many tasks must be due within the plan; and so long behind its end it may be summed up.
_WITHIN = 2
_GRACE = datetime.timedelta(days=100)


def beyond_plan(document: Document) -> Iterator[Clash]:
    """The one task that is due long after the years of the title, where the others are due within them."""
    titles = [document.title.text] if document.title is not None else []
    titles += [part.title.text for part in document.parts if part.title is not None]
    spans = [(title, found) for title in titles for found in find_ranges(title.value) if found.last.year is not None and found.last.month is None]
    if len({found.last.year for _title, found in spans}) > 1:
        return
    title, start, stop, year = (spans[0][0], spans[0][1].start, spans[0][1].end, spans[0][1].last.year) if spans else _one_year(titles)
    end = datetime.date(year, 12, 31) if year is not None else None
    due = [one for task in document.tasks if task.form != "sentence" or task.handed_out for one in _bounds(task)]
    late = [one for one in due if end is not None and one.last > end + _GRACE]
    if len(late) == 1 and len(due) - 1 >= _WITHIN and not AFTERWARDS.search(late[0].task.measure.value):
        one = late[0]
        yield Clash("beyond", one.task.measure.value, one.at, one.at.value, title.value[start:stop], title.slice(start, stop))


class _Bound(NamedTuple):
    """A day by which a task, or a part of it, is due."""

    task: Task
    at: Text
    last: datetime.date


def _bounds(task: Task) -> Iterator[_Bound]:
    """The deadline of a task; the days that its measure sets, where these are several."""
    if task.deadline is not None:
        if task.deadline.kind == "date" and task.deadline.last is not None:
            yield _Bound(task, task.due_at, task.deadline.last)
        return
    for phrase in find_dates(task.measure.value) if task.form == "clause" and "前" in task.measure.value else ():
        last = phrase.last(None) if phrase.after == "前" else None
        if last is not None:
            yield _Bound(task, task.measure.slice(phrase.start, phrase.end), last)


def beyond_named_plan(document: Document) -> Iterator[Clash]:
    """The deadline in a paragraph long after the years of the one plan that the paragraph names: 行动方案（2025—2027年）… 2028年11月30日前."""
    for part in document.parts:
        for node in part.nodes:
            text = node.body if isinstance(node, Heading | Paragraph) else None
            if text is None or not _YEARS_NAMED.search(text.value):
                continue
            spans = [found for found in find_ranges(text.value) if found.last.year is not None and found.last.month is None]
            if len({(found.first.year, found.last.year) for found in spans}) != 1 or not _PLAN.search(text.value, max(0, spans[0].start - _NAMED), spans[0].end + _NAMED):
                continue
            start, stop, year = spans[0].start, spans[0].end, spans[0].last.year
            for phrase in find_dates(text.value):
                late = phrase.last(None) if phrase.start > stop and phrase.after == "前" and year is not None else None
                if late is not None and late > datetime.date(year or late.year, 12, 31) + _GRACE and not AFTERWARDS.search(text.value, phrase.end, phrase.end + _NAMED):
                    at = text.slice(phrase.start, phrase.end)
                    yield Clash("perhaps", text.value, at, at.value, text.value[start:stop], text.slice(start, stop))


#: Years of a plan and a bound behind them, seen faster than ranges are read.
_YEARS_NAMED = Pattern(r"20\d\d年?[—–～至-]20\d\d年.*20\d\d年\d{1,2}月[^，。；]{0,4}前")
#: What names a plan, so near its years.
_PLAN, _NAMED = Pattern("行动|方案|计划|规划|攻坚|工程|整治"), 24
#: What a plan did is looked at when it is over.
AFTERWARDS = Pattern(r"验收|决算|审计|后评价|绩效评价|复核|评估|总结|回头看")
#: 2026年重点工作任务分解表: a year of work.
_YEAR_OF_WORK = Pattern(r"(?<![\d—～-])(?P<year>20\d\d)年(?:度)?(?![\d—～至-])[^《》]{0,24}?(?:《[^《》]{2,20}》[^《》]{0,8}?)?(?:任务|要点|重点工作|安排|计划|实事|清单|行动方案)")


def year_of_work(title: str) -> re.Match[str] | None:
    """The year of work that a title names: 2026年重点任务清单."""
    return _YEAR_OF_WORK.search(title)


def _one_year(titles: Sequence[Text]) -> tuple[Text, int, int, int | None]:
    """The one year that the titles give a plan: its title, where it stands there, which it is; None where there is none or several."""
    told = [(title, match) for title in titles if (match := year_of_work(title.value)) is not None]
    if not told or len({match["year"] for _title, match in told}) != 1:
        return Text.of_line("", 1), 0, 0, None
    title, match = told[0]
    return title, match.start("year"), match.end("year") + 1, int(match["year"])


_DAY = r"(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[（(](?:星期|周).[）)])?(?:(?:上午|下午)?\d{1,2}[:：]\d\d)?"
#: Who, until when, what: 请各县于4月10日前将自查报告报送市水利局.
_ASKED = Pattern(rf"(?:^|[，。；：])(?P<who>[^，。；：\d]{{0,24}}?)(?:于|在)?(?P<day>{_DAY})(?:之|以)?前(?P<what>[^，。；]{{8,60}})")
#: Work that is done again, or part by part.
_AGAIN = Pattern(r"每|首[次批]|第[一二三四五六\d]|上半年|下半年|季度|分别|再次|次年|全部|累计")


def asked_twice(document: Document) -> Iterator[Clash]:
    """One request to the same bodies, told twice in the same words with two days."""
    asked: dict[str, list[tuple[str, str, Text]]] = {}
    for text in _texts(document.parts[0]) if document.parts else ():
        for match in _ASKED.finditer(text.value) if "前" in text.value else ():
            if not _AGAIN.search(match[0]):
                asked.setdefault(match["what"], []).append((match["who"], match["day"], text.slice(*match.span("day"))))
    for what, several in asked.items():
        if len(several) == 2 and several[0][0] == several[1][0] and _plain(several[0][1]) != _plain(several[1][1]):
            (_who, first, there), (_other, second, at) = several
            yield Clash("twice", what, at, second, first, there)


def _texts(part: Part) -> Iterator[Text]:
    for node in part.nodes:
        if isinstance(node, Heading | Paragraph):
            yield node.body.slice(len(node.label)) if isinstance(node, Heading) else node.body


def _plain(day: str) -> tuple[int | None, int | None]:
    """Month and day; the year may be left out once."""
    phrase = next(find_dates(day))
    return phrase.month, phrase.day
