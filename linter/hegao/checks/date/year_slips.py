"""Years (年份) that contradict the title, the period, their siblings or the calendar of plans (norms DAT, NOR-04)."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.date.calendar import say, years_named
from hegao.checks.date.odd_years import odd_years
from hegao.checks.date.own_day import written
from hegao.checks.date.repeated_years import repeated_years
from hegao.checks.date.schedule_rows import years_out_of_row
from hegao.checks.date.year_series import years_beside
from hegao.checks.shared.parameters import percent, quantity
from hegao.checks.shared.passages import Found, Running, running
from hegao.document.model import Document, Part, Task
from hegao.phrases.dates import DatePhrase, find_dates
from hegao.phrases.numbers import value_of
from hegao.phrases.ranges import find_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Places, Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words


@check(
    "date-year",
    {"document"},
    {
        "fewest": quantity("So many tasks of a list must be due on one day for another year to be a slip.", 5),
        "share": percent("And so many in a hundred of those with a day.", 80),
    },
    facts=["written", "other"],
    faults=["year", "doubt"],
)
def date_year(node: Document, context: Context, fewest: int, share: int) -> Iterator[Hit]:
    """A year that contradicts the title, the period, its siblings or the calendar of plans; where another may be meant, the fault ``doubt``."""
    told = list(_contradicting(node, context, fewest, share))
    for hit in told:
        yield hit._replace(facts={"fault": "year", **hit.facts})
    places = Places(hit.at.span() for hit in told)
    asked: set[tuple[int, int]] = set()
    for odd, doubtful in odd_years(context):
        span = odd.at.span()
        if not places.meet(span) and (span.line, span.column) not in asked:
            asked.add((span.line, span.column))
            yield Hit(odd.at, {"written": odd.written, "other": odd.other, "fault": "doubt" if doubtful else "year"}, (odd.there,))


def _contradicting(node: Document, context: Context, fewest: int, share: int) -> Iterator[Hit]:
    """The years that contradict others for sure."""
    yield from _odd_one(node, fewest, share)
    yield from _yearly_plan(node)
    issued_for = list(_issued_for(node))
    yield from issued_for or _of_last_year(node)
    yield from _spans(context.once(running))
    for again in (*repeated_years(context), *years_beside(context), *years_out_of_row(context)):
        yield Hit(again.at, {"written": again.written, "other": again.other}, (again.there,))
    for date in node.dates:
        year = date.phrase.year
        if year is not None and 2100 <= year < 2999 and date.phrase.month is not None and node.issued and node.issued.year < 2060:
            yield Hit(date.text, {"written": f"{year}年", "other": written(node.issued)}, (node.date.text,) if node.date else ())


def _odd_one(document: Document, fewest: int, share: int) -> Iterator[Hit]:
    """In a column of deadlines that are all one day, the one that differs in nothing but a later year."""
    for task_list in document.task_lists:
        days: list[tuple[Task, DatePhrase]] = []
        for task in task_list.of("row"):
            phrases = list(find_dates(task.deadline.written)) if task.deadline else []
            if len(phrases) == 1 and phrases[0].year is not None and phrases[0].month is not None:
                days.append((task, phrases[0]))
        usual = Counter((phrase.year, phrase.month, phrase.day, phrase.part) for _task, phrase in days).most_common(1)
        if not usual or usual[0][1] < fewest or usual[0][1] * 100 < len(days) * share:
            continue
        year, *rest = usual[0][0]
        for task, phrase in days:
            if [phrase.month, phrase.day, phrase.part] == rest and phrase.year is not None and year is not None and phrase.year > year:
                first = next(one for one, other in days if other.year == year)
                yield Hit(task.due_at, {"written": say(phrase), "other": f"{year}年"}, (first.due_at,))


#: A title that plans one year's work.
_YEARLY = Pattern(
    r"(?P<year>20\d{2})年度?[^，。《》（）]{0,30}?(?:工作要点|工作计划|立法计划|重点工作|任务分工|工作安排|重点任务|为民办实事|实施计划)"
)
_NOT_A_PLAN = Pattern(r"情况|完成|通报|总结|报告|考核|评估|评价|表彰|表扬|奖|废止|调整|修改|公报|决算|结果|验收|督查|延长")


def _yearly_plan(document: Document) -> Iterator[Hit]:
    """A plan of a year's work that is issued after that year, or long before it."""
    if document.title is None or document.issued is None or document.date is None or _NOT_A_PLAN.search(document.title.text.value):
        return
    title = document.title.text
    match = _YEARLY.search(title.value)
    if match is None or len(years_named(title.value)) != 1 or _has_range(title.value):
        return
    year, issued = int(match["year"]), document.issued
    if issued.year > year or issued < datetime.date(year - 1, 9, 1):
        place = title.slice(match.start("year"), match.end("year") + 1)
        yield Hit(place, {"written": f"{year}年", "other": written(issued)}, (document.date.text,))


def _has_range(text: str) -> bool:
    """Whether any range of dates stands in ``text``."""
    return next(find_ranges(text), None) is not None


#: Last year's text of the same name is repealed by this one.
_ENDED = Pattern(r"[^。；]{0,60}(?:废止|失效|停止执行)")
_ISSUING = Pattern(r"现将|现印发|印发给你们|现予|予以印发|同意")


def _issued_for(document: Document) -> Iterator[Hit]:
    """The body calls what the title speaks of by another year: told in the title where a plan's own title has the body's year."""
    if document.title is None:
        return
    title = re.sub(r"[\s《》〈〉]+", "", document.title.text.value)
    match = re.search(rf"(?P<year>20\d{{2}})年(?P<rest>.{{6,60}}?)的{one_of(genre_words(documents=True))}$", title)
    if match is None or len(years_named(title)) != 1:
        return
    again = re.compile(rf"(20\d{{2}})年{re.escape(match['rest'])}")
    found = [(node.text, one) for node in document.of("paragraph") for one in again.finditer(node.text.value) if not _ENDED.match(node.text.value, one.end())]
    issuing = [(block, one) for block, one in found if _ISSUING.search(block.value)] or found
    if not issuing or any(one[1] == match["year"] for _block, one in found):
        return
    block, one = issuing[0]
    at, own = block.slice(one.start(), one.start() + 5), document.title.text
    place = own.value.find(f"{match['year']}年")
    titled = any(part.title is not None and again.search(part.title.text.value) for part in document.annexes)
    if titled and place >= 0 and all(one[1] != match["year"] for part in document.annexes for one in _again_in(part, again)):
        at, own = own.slice(place, place + 5), at
        yield Hit(at, {"written": f"{match['year']}年", "other": f"{one[1]}年"}, (own,))
    else:
        yield Hit(at, {"written": f"{one[1]}年", "other": f"{match['year']}年"}, (own,))


#: A period of two years that a title names, and what it is of: 2026—2027年度供热.
_SPAN = r"(?P<from>20\d{2})年?[—―－~～\-至]{1,2}(?P<to>20\d{2})年度?"
_TITLE_SPAN = Pattern(rf"{_SPAN}(?P<of>[\u3400-\u9fff]{{2,4}})")
#: What the text is for: 为确保2025年全县…，制定本方案.
_PURPOSE = Pattern(
    r"(?:为|确保|做好|抓好|推进|推动|保障|落实)(?P<year>20\d{2})年(?!底|末|\d)[^。《》]{2,70}(?:制定本|特制定|现将|现就|现印发|通知如下)"
)
_FIRST_PARAGRAPHS = 3


def _of_last_year(document: Document) -> Iterator[Hit]:
    """The first words of the body name the year, or the years, before those of the title, which the body does not name at all."""
    if document.title is None:
        return
    title = document.title.text
    bodies = [node.text for node in document.of("paragraph")]
    span = _TITLE_SPAN.search(title.value)
    if span is not None:
        again = [(body, one) for body in bodies for one in re.finditer(f"{_SPAN}{span['of']}", body.value)]
        if len(again) == 1 and int(again[0][1]["to"]) == int(span["to"]) - 1 and int(again[0][1]["from"]) == int(span["from"]) - 1:
            body, one = again[0]
            at = body.slice(one.start(), one.end("to") + 1)
            yield Hit(at, {"written": at.value, "other": f"{span['from']}—{span['to']}年"}, (title.slice(*span.span("from")),))
        return
    years = years_named(title.value)
    for body in bodies[:_FIRST_PARAGRAPHS] if len(years) == 1 else ():
        purpose = _PURPOSE.search(body.value)
        if purpose is not None and int(purpose["year"]) + 1 in years and not years & years_named(body.value):
            at = body.slice(purpose.start("year"), purpose.end("year") + 1)
            yield Hit(at, {"written": at.value, "other": f"{min(years)}年"}, (title,))


def _again_in(part: Part, again: re.Pattern[str]) -> Iterator[re.Match[str]]:
    if part.title is not None:
        yield from again.finditer(part.title.text.value)


_LENGTH = Scanner(
    r"(?P<count>[一二三四五六七八九十]|\d{1,2})年(?:行动|规划|计划|攻坚|专项)[^，。；（()]{0,12}[（(](?P<from>20\d{2})年?[—―－\-~～至]{1,2}(?P<to>20\d{2})年[）)]"
)
_FIVE = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
#: 2026年是“十五五”规划开局之年.
_FIRST_OR_LAST = Scanner(r"(?P<year>20\d{2})年(?:作为|是|系|为)[^，。；“]{0,6}“(?P<name>十[二三四五六]五)”(?:规划)?(?:的)?(?P<which>开局|起步|收官|收尾)(?:之年|年)")
_LAST_YEAR = ("收官", "收尾")
_FIVE_YEARS = Scanner(
    r"“(?P<name>十[二三四五六]五)”(?:规划)?(?:时期|期间|期)?[（(](?P<from>20\d{2})年?[—―－\-~～至]{1,2}(?P<to>20\d{2})年[）)]"
)


def _spans(text: Running) -> Iterator[Hit]:
    """Periods whose years do not fit their length or their name, as they stand side by side (NOR-04)."""
    for found in text.find(_LENGTH):
        match = found.match
        years = int(match["to"]) - int(match["from"])
        if years > 0 and value_of(match["count"]) not in (years, years + 1):
            yield Hit(_period(found), {"written": f"{match['from']}—{match['to']}年", "other": f"{match['count']}年"})
    for found in text.find(_FIRST_OR_LAST):
        match = found.match
        right = _FIVE[match["name"]] + (4 if match["which"] in _LAST_YEAR else 0)
        if int(match["year"]) != right:
            yield Hit(found.passage.slice(match.start("year"), match.end("year") + 1), {"written": f"{match['year']}年", "other": f"{right}年"})
    for found in text.find(_FIVE_YEARS):
        match = found.match
        start = _FIVE[match["name"]]
        if (int(match["from"]), int(match["to"])) != (start, start + 4):
            other = f"“{match['name']}”（{start}—{start + 4}年）"
            yield Hit(_period(found), {"written": f"{match['from']}—{match['to']}年", "other": other})


def _period(found: Found) -> Text:
    """The years from and to, with the 年 behind."""
    return found.passage.slice(found.match.start("from"), found.match.end("to") + 1)
