"""Years that stand out (年份沿用上年): last year's among days of this one, in a row of months, in a meeting's number, of what was done before it could be (norm DAT-11).

What is compared are roles, not figures: one day told twice, the years of a series, the day of a meeting and the year of its number, a check and
the quarter that it was of.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.cited_years import cited_years
from hegao.checks.date.left_over_years import left_over_years
from hegao.checks.date.lonely_years import lonely_years, sentence_of
from hegao.checks.date.repeated_years import Repeated
from hegao.checks.date.schedule_rows import years_in_turn
from hegao.checks.date.year_series import gaps_in_series, shared_out_otherwise
from hegao.checks.date.years_of_phrases import years_of_phrases
from hegao.checks.date.years_of_titles import years_of_titles
from hegao.checks.shared.passages import Found, running
from hegao.document.model import Date, Heading, Numbering
from hegao.phrases.dates import find_dates
from hegao.phrases.numbers import value_of
from hegao.phrases.ranges import first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import issuing_words


class OddYear(NamedTuple):
    """A year that does not fit, with what it is compared with; ``doubtful`` where another one may be meant."""

    year: Repeated
    doubtful: bool = True


#: 2026年7月、10月和2026年1月: months in turn, of which the last stands a year too early.
_MONTHS = Scanner(
    r"(?P<first>20\d\d)年(?P<from>\d{1,2})月(?:底|初|\d{1,2}日)?(?P<more>(?:[、和及]\d{1,2}月(?:底|初|\d{1,2}日)?){0,6})(?:[、和及]|以及)(?P<year>20\d\d)年(?P<month>\d{1,2})月",
    sign=r"月(?:底|初|\d{1,2}日)?(?:[、和及]|以及)20\d\d年",
)
_MONTH = Pattern(r"(\d{1,2})月")


def months_in_turn(context: Context) -> Iterator[OddYear]:
    """Months told in a row that go back in time."""
    for found in context.once(running).find(_MONTHS, "heading", "paragraph", "row"):
        match = found.match
        last = int((_MONTH.findall(match["more"]) or [match["from"]])[-1])
        if (int(match["year"]), int(match["month"])) < (int(match["first"]), last):
            at = found.passage.slice(match.start("year"), match.end("month") + 1)
            yield OddYear(Repeated(at, at.value, f"{match['first']}年{last}月", found.passage.slice(match.start("first"), match.end("from") + 1)))


#: 第三年（2028年）: the years of a plan, counted.
_COUNTED = Scanner(r"(?:第(?P<count>[一二三四五六]|[1-6])|首)年(?:度)?[（(：:，、]?(?:即|为)?(?P<year>20\d\d)年?", sign=r"(?:第[一二三四五六1-6]|首)年")
_SERIES = 3


def counted_years(context: Context) -> Iterator[OddYear]:
    """The one year of a plan that is not so many years after the first as it is counted."""
    told = [(found, value_of(found.match["count"] or "一")) for found in context.once(running).find(_COUNTED)]
    starts = Counter(int(found.match["year"]) - count for found, count in told)
    for start, times in starts.most_common(1) if len(told) >= _SERIES else ():
        odd = [(found, count) for found, count in told if int(found.match["year"]) - count != start]
        usual = next(found for found, count in told if int(found.match["year"]) - count == start)
        if len(odd) == 1 and times > 1:
            found, count = odd[0]
            yield OddYear(Repeated(_year_at(found), f"{found.match['year']}年", f"{start + count}年", _year_at(usual)), False)


def _year_at(found: Found) -> Text:
    return found.passage.slice(found.match.start("year"), found.match.end("year"))


#: 2026年4月10日，…召开2025年第6次…: a meeting is numbered in the year in which it is held.
_NUMBERED = Scanner(
    r"(?P<held>20\d\d)年(?P<month>\d{1,2})月\d{1,2}日[^。；]{0,50}?(?:召开|主持|举行|组织)[^。；]{0,30}?(?P<year>20\d\d)年(?:度)?第(?:\d{1,3}|[一二三四五六七八九十]{1,4})次", sign=r"年(?:度)?第(?:\d{1,3}|[一二三四五六七八九十]{1,4})次"
)


def meetings_of_another_year(context: Context) -> Iterator[OddYear]:
    """Meetings numbered in another year than that in which they were held; in January the count of last year may go on."""
    for found in context.once(running).find(_NUMBERED, "heading", "paragraph"):
        match = found.match
        if match["held"] != match["year"] and not (match["month"] == "1" and int(match["year"]) == int(match["held"]) - 1):
            yield OddYear(Repeated(found.passage.slice(match.start("year"), match.end("year") + 1), f"{match['year']}年", f"{match['held']}年", found.at("held")), False)


#: 对…2026年第一季度…进行了检查: what was done about a period, and the day on which it was.
_DONE_ABOUT = Scanner(
    r"(?P<day>20\d\d年\d{1,2}月\d{1,2}日)(?!前)[^。；，]{0,20}(?<![相反面针比校核])对(?![象照应外口策比])[^。；]{0,40}?(?P<period>20\d\d年(?:第?[一二三四]季度|上半年|下半年|\d{1,2}月(?!\d)份?|度))[^。；]{0,40}?(?:进行|开展|组织|实施|作出|完成)了",
    sign=r"对[^。；]*20\d\d年",
)


def done_before_its_time(context: Context) -> Iterator[OddYear]:
    """What was examined before the period that it was of began."""
    for found in context.once(running).find(_DONE_ABOUT, "heading", "paragraph"):
        day = next(find_dates(found.match["day"])).date()
        year, begin = int(found.match["period"][:4]), found.match["period"][5:]
        period = next(find_dates(found.match["period"].removesuffix("份")), None)
        start = first_day(period, year) if period is not None and begin != "度" else datetime.date(year, 1, 1)
        if day is not None and start is not None and day < start:
            at = found.at("day")
            yield OddYear(Repeated(at.slice(0, 5), at.value, found.match["period"], found.at("period")), False)


#: What is told of another year on purpose.
_COMPARED = Pattern(
    lambda: rf"{one_of(issuing_words())}|同比|上年|去年|往年|上一年|较(?![好大快强为差])|比(?![例重])|周年|原(?![则料因])|此前|曾|有效期|届满|失效|废止|施行|修[订正]|签[订署]|出生|以来|截至|截止|期限|任期|合同|聘期|租期|起至|自20"
)
_FIRST_OR_LAST = frozenset({1, 28, 29, 30, 31})


def same_day_of_another_year(context: Context) -> Iterator[OddYear]:
    """The one day that is told with the year before, or behind, where the same day stands with the document's own year."""
    document = context.document
    issued = document.issued
    days: dict[tuple[int, int], list[Date]] = {}
    for date in document.dates if issued is not None else ():
        phrase = date.phrase
        if date.role == "text" and phrase.year is not None and phrase.month is not None and phrase.day is not None and phrase.day not in _FIRST_OR_LAST:
            days.setdefault((phrase.month, phrase.day), []).append(date)
    for told in days.values():
        years = {date.phrase.year or 0 for date in told}
        own = [date for date in told if issued is not None and date.phrase.year == max(years) and date.phrase.year in (issued.year, issued.year + 1)]
        odd = [date for date in told if date.phrase.year == max(years) - 1]
        if own and len(odd) == 1 and len(own) + 1 == len(told) and not any(_COMPARED.search(sentence_of(date)) for date in told):
            yield OddYear(Repeated(odd[0].text.slice(0, 5), odd[0].phrase.written, own[0].phrase.written, own[0].text))


#: 一、2026年底前，…: items that each begin with their year.
_LEADING = Pattern(r"^(?:到|至|在)?(?P<year>20\d\d)年(?:底|末)?(?:之?前)?(?=[，：:、。（(]|完成|实现|建成|$)")


def items_of_one_year(context: Context) -> Iterator[OddYear]:
    """The one item of a list of years that says the year of the item before it once more, where the others go on by one."""
    groups: dict[Numbering, list[tuple[Text, int, int]]] = {}
    for node in context.document.of("heading"):
        if isinstance(node, Heading):
            match = _LEADING.match(node.body.value[len(node.label) :])
            if match is not None:
                groups.setdefault(node.numbering, []).append((node.body, len(node.label) + match.start("year"), int(match["year"])))
    for items in groups.values():
        again = [(one, two) for one, two in pairwise(items) if two[2] == one[2]]
        if len(items) >= _SERIES and len(again) == 1 and all(two[2] == one[2] + 1 for one, two in pairwise(items) if (one, two) != again[0]):
            (first, begin, year), (text, at, _same) = again[0]
            yield OddYear(Repeated(text.slice(at, at + 5), f"{year}年", f"前一项{year}年", first.slice(begin, begin + 5)))


#: 总结2026年工作，部署2027年任务: of whole years; half a year is summed up while the other half is to come.
_SUMMED_UP = Scanner(
    r"总结(?P<year>20\d\d)年度?(?![上前第秋春夏冬以\d一二三四])[^。；\d]{0,24}(?:部署|安排|谋划)(?P<next>20\d\d)年度?(?![下后第秋春夏冬\d一二三四])(?=[^。；，]{0,12}(?:工作|任务))",
    sign=r"总结20\d\d年",
)


def summed_up_and_planned(context: Context) -> Iterator[OddYear]:
    """The year that is summed up and planned for in one breath."""
    for found in context.once(running).find(_SUMMED_UP, "heading", "paragraph"):
        if found.match["year"] == found.match["next"]:
            at, there = (found.passage.slice(found.match.start(name), found.match.end(name) + 1) for name in ("year", "next"))
            yield OddYear(Repeated(at, at.value, f"部署{there.value}", there))


_A_YEAR = re.compile(r"20\d\d(?=年)")
_GONE = Pattern(r"废止|失效|停止执行|上年|去年|原")


def titles_of_another_year(context: Context) -> Iterator[OddYear]:
    """A cited title that is that of an attachment but for its year."""
    document = context.document
    titles = {_A_YEAR.sub("", part.title.text.value): part.title.text for part in document.annexes if part.title is not None and len(_A_YEAR.findall(part.title.text.value)) == 1}
    for citation in document.citations if titles else ():
        years = list(_A_YEAR.finditer(citation.phrase.title))
        own = titles.get(_A_YEAR.sub("", citation.phrase.title)) if len(years) == 1 else None
        right = _A_YEAR.search(own.value) if own is not None else None
        if own is None or right is None or right[0] == years[0][0] or _GONE.search(citation.block.value[max(0, citation.phrase.start - 12) : citation.phrase.end + 30]):
            continue
        at = citation.text.slice(years[0].start() + 1, years[0].end() + 2)
        yield OddYear(Repeated(at, at.value, f"{right[0]}年", own))


def odd_years(context: Context) -> Iterator[OddYear]:
    """All years of a document that stand out."""
    for look in (months_in_turn, counted_years, meetings_of_another_year, done_before_its_time, same_day_of_another_year, items_of_one_year, summed_up_and_planned, titles_of_another_year):
        yield from look(context)
    for lonely in (*lonely_years(context), *years_of_phrases(context), *years_in_turn(context), *years_of_titles(context), *left_over_years(context), *cited_years(context), *gaps_in_series(context), *shared_out_otherwise(context)):
        yield OddYear(lonely)
