"""Years of the titles that a text cites (引用标题中的年份): against the year of the number behind, against the plan that the title issues (norm DAT-11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.left_over_years import TITLE_TELLS
from hegao.checks.date.repeated_years import Repeated
from hegao.checks.shared.passages import running
from hegao.document.model import Citation, Table
from hegao.phrases.ranges import JOIN
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words

_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")
_RANGE = Pattern(r"20\d\d年?[—－～至-]|[—－～至-]20\d\d")
#: The days off of a year are told the year before.
_HOLIDAYS = Pattern(r"^(?:[\u3400-\u9fff]{2,12})?关于20\d\d年(?:部分)?节假日(?:放假)?安排")


def years_of_cited_titles(context: Context) -> Iterator[Repeated]:
    """A cited title that sets going the work of the year before that of its number; the days off of a year told in the year itself."""
    for citation in context.document.citations:
        title, number = citation.phrase.title, citation.phrase.number
        years = list(_YEAR.finditer(title))
        if number is None or number.year is None or len(years) != 1:
            continue
        year, issued = int(years[0][0]), number.year
        gone = year == issued - 1 and not TITLE_TELLS.search(title) and not _RANGE.search(title) and title.endswith(genre_words(documents=True))
        if gone or _HOLIDAYS.search(title) and issued - 1 <= year <= issued:
            at = _in_title(citation, years[0])
            yield Repeated(at, at.value, f"〔{issued}〕", citation.text)


def _in_title(citation: Citation, year: re.Match[str]) -> Text:
    return citation.text.slice(year.start() + 1, year.end() + 2)


#: 印发2026年农村公路养护计划的通知: the paper that a title issues.
_ISSUES = Pattern(lambda: rf"(?:印发|下达|发布|公布|转发)《?(?P<paper>[^《》]*20\d\d年[^《》]{{4,60}}?)》?的{one_of(genre_words(documents=True))}$")
#: Last year's paper of the same name ends.
_ENDED = Pattern(r"[^。；]{0,24}(?:废止|失效|停止执行)")


def plans_of_the_title(context: Context) -> Iterator[Repeated]:
    """The paper that the title issues, cited in the text, or announced below it, by another year."""
    document = context.document
    title = document.title.text if document.title is not None else None
    match = _ISSUES.search(re.sub(r"\s", "", title.value)) if title is not None else None
    own = _YEAR.findall(match["paper"]) if match is not None else []
    if title is None or match is None or len(own) != 1:
        return
    rest = _YEAR.sub("", match["paper"])
    found: list[tuple[Text, str]] = []
    for text, said in ((citation.text, citation.phrase.title) for citation in document.citations if not _ENDED.match(citation.block.value, citation.phrase.end)):
        found += [(text.slice(year.start() + 1, year.end() + 2), year[0]) for year in _YEAR.finditer(said) if _YEAR.sub("", said) == rest]
    for attachment in document.attachments:
        value = attachment.text.value
        found += [(attachment.text.slice(year.start(), year.end() + 1), year[0]) for year in _YEAR.finditer(value) if _YEAR.sub("", value).endswith(rest)]
    odd = [at for at, year in found if abs(int(year) - int(own[0])) == 1]
    if len(odd) == 1:
        yield Repeated(odd[0], odd[0].value, f"{own[0]}年", title)


#: 2024年覆盖率达到60%，2026年达到85%，2027年达到100%: the years of a plan, one behind the other.
_SPAN = Pattern(rf"(?P<first>20\d\d)年?{JOIN}(?P<last>20\d\d)年")
_BASE = Pattern(r"基[数期准]|现状|完成|实际|已|比(?![例重])|较(?![好大快强为差])|上年|由|从")
_STEPS = Scanner(r"(?P<first>20\d\d)年[^。；\n\d]{0,16}\d(?:(?!20\d\d年)[^。；\n]){0,16}?[，、；](?P<second>20\d\d)年[^。；\n\d]{0,16}\d(?:(?!20\d\d年)[^。；\n]){0,16}?[，、；](?P<third>20\d\d)年", sign=r"20\d\d年[^。\n]{1,40}20\d\d年[^。\n]{1,40}20\d\d年")
_THREE = 3


def years_of_plans(context: Context) -> Iterator[Repeated]:
    """The years of a plan of three, told in a row or at the head of a table, of which the first or the last is not one of its own."""
    document = context.document
    titles = [document.title, *(part.title for part in document.parts)]
    spans = {(int(match["first"]), int(match["last"])) for title in titles if title is not None for match in _SPAN.finditer(title.text.value)}
    first, last = next(iter(spans)) if len(spans) == 1 else (0, 0)
    if last - first != _THREE - 1:
        return
    for found in context.once(running).find(_STEPS, "heading", "paragraph"):
        told = [(int(found.match[name]), found.passage.slice(found.match.start(name), found.match.end(name) + 1)) for name in ("first", "second", "third")]
        if not _BASE.search(found.match[0]):
            yield from _odd_one(told, first, last)
    for table in document.of("table"):
        if isinstance(table, Table):
            yield from _odd_one(_years_of_heads(table), first, last)


def _years_of_heads(table: Table) -> list[tuple[int, Text]]:
    told = []
    for column in table.columns:
        match = _YEAR.match(column.head)
        start = table.text.value.find(column.head) if match is not None and column.head.removeprefix(match[0]) in ("年", "年目标", "年计划", "年投资", "年任务", "年度") else -1
        if match is not None and start >= 0:
            told.append((int(match[0]), table.text.slice(start, start + 5)))
    return told


def _odd_one(told: list[tuple[int, Text]], first: int, last: int) -> Iterator[Repeated]:
    """The one of three years that is not of the plan, where the other two are."""
    years = [year for year, _at in told]
    wanted = list(range(first, last + 1))
    odd = [index for index, (one, two) in enumerate(zip(years, wanted, strict=False)) if one != two]
    if len(years) == len(wanted) and len(odd) == 1:
        at = told[odd[0]][1]
        yield Repeated(at, at.value, f"{wanted[odd[0]]}年", told[odd[0] - 1][1])


#: 到2027年底，…: the goals of the years of a plan.
_GOAL = Scanner(r"(?:到|至|在)(?P<year>20\d\d)年(?:底|末|(?=，))", sign=r"[到至在]20\d\d年")


def goals_beyond_plans(context: Context) -> Iterator[Repeated]:
    """The goal of the year behind the last one of a plan, where goals of all its other years are told, or nothing is told of its last."""
    document = context.document
    titles = [document.title, *(part.title for part in document.parts)]
    spans = {(int(match["first"]), int(match["last"])) for title in titles if title is not None for match in _SPAN.finditer(title.text.value)}
    first, last = next(iter(spans)) if len(spans) == 1 else (0, 0)
    if not 0 < last - first < _LONG:
        return
    goals = list(context.once(running).find(_GOAL, "heading", "paragraph", "row"))
    beyond = [found for found in goals if int(found.match["year"]) == last + 1]
    if len(beyond) == 1 and not any(int(found.match["year"]) in (last, *range(last + 2, last + 20)) for found in goals):
        at = beyond[0].passage.slice(beyond[0].match.start("year"), beyond[0].match.end("year") + 1)
        yield Repeated(at, at.value, f"{first}—{last}年", next(title.text for title in titles if title is not None and _SPAN.search(title.text.value)))


_LONG = 6


def cited_years(context: Context) -> Iterator[Repeated]:
    """All years of cited titles and of plans that do not fit."""
    for look in (years_of_cited_titles, plans_of_the_title, years_of_plans, goals_beyond_plans):
        yield from look(context)
