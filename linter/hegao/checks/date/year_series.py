"""Years beside years (年份前后对照): a series of goals that tells one year twice, a plan that rests on a budget gone by, stages of another year than the rest (norm DAT-11)."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.date.repeated_years import Repeated
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.checks.shared.passages import running
from hegao.document.model import Heading, Numbering, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_PIECE = Pattern(r"[^；。]+")
#: 到2026年底，种植面积达到6万亩: the goal of a year.
_GOAL = Pattern(r"[^，\d]{0,12}?(?:到|至)(?P<year>20\d\d)年(?:底|末)?，?(?P<head>[\u3400-\u9fff]{2,12}?)(?:分别|累计)?(?:达到|达|增至|增加到|提高到|降至|为|超过|突破)\D{0,2}(?P<figure>\d[\d.]*)")


def goals_of_one_year(context: Context) -> Iterator[Repeated]:
    """The later of two goals of one thing that are told for one year by two figures, where other years are told, too."""
    for passage, value in context.once(running).bearing(_TOLD_TWICE, "heading", "paragraph"):
        told: dict[tuple[str, str], tuple[int, str]] = {}
        goals = [(piece.start(), match) for piece in _PIECE.finditer(value) if (match := _GOAL.match(piece[0])) is not None]
        years = {match["year"] for _start, match in goals}
        for start, match in goals:
            key = match["year"], match["head"]
            at, figure = told.setdefault(key, (start + match.start("year"), match["figure"]))
            if figure != match["figure"] and len(years) > 1:
                there = passage.slice(at, at + 5)
                yield Repeated(passage.slice(start + match.start("year"), start + match.end("year") + 1), f"{match['year']}年", f"前一项{match['year']}年", there)


_TOLD_TWICE = Scanner(r"[到至]20\d\d年[^。]{4,80}[；。][^。]{0,12}[到至]20\d\d年")

#: 列入2025年市级部门预算: the budget that pays for the work.
_BUDGET = Scanner(r"(?:列入|纳入|安排进?)(?:了)?(?:[我贵本][\u3400-\u9fff]{1,2})?(?P<year>20\d\d)年(?:度)?(?:[\u3400-\u9fff]{0,10}(?:预算|投资计划|采购计划))", sign=r"[入进排](?:[我贵本].{1,2})?20\d\d年")
#: What is asked for, or to come.
_ASKED = Pattern(r"请|拟|建议|同意")
_TOLD = Pattern(r"已|曾|原(?![则料因])|上年|结转")
_YEAR_IN_TITLE = Pattern(r"(?<![〔\[（(\d])(20\d\d)年")


def budgets_gone(context: Context) -> Iterator[Repeated]:
    """A budget of a year before the one for which the title plans, or in which it is asked for, that is over when the document is issued."""
    document = context.document
    title = document.title.text if document.title is not None else None
    years = set(_YEAR_IN_TITLE.findall(title.value)) if title is not None else set()
    unsaid = not years and title is not None and document.issued is not None
    year = int(next(iter(years))) if len(years) == 1 else document.issued.year if unsaid and document.issued is not None else 0
    for found in context.once(running).find(_BUDGET, "heading", "paragraph") if year else ():
        begin = found.passage.value.rfind("。", 0, found.match.start()) + 1
        told = int(found.match["year"])
        if unsaid and not _ASKED.search(found.passage.value, begin, found.match.start()):
            continue
        if title is not None and told < year and (document.issued is None or told < document.issued.year) and not _TOLD.search(found.passage.value, begin, found.match.start()):
            yield Repeated(found.passage.slice(found.match.start("year"), found.match.end("year") + 1), f"{told}年", f"{year}年", title)


#: So many others are of one year.
_OTHERS = 2


def stages_of_another_year(context: Context) -> Iterator[Repeated]:
    """The one heading of a list of stages whose time lies a year before that of all others, and before the day of the document."""
    issued = context.document.issued
    lists: dict[Numbering, list[tuple[Passage, Timed]]] = {}
    for passage in context.once(timed_passages) if issued is not None else ():
        node = passage.node
        if isinstance(node, Heading) and passage.things and _STAGE.search(passage.text.value[len(node.label) : passage.things[0].start]):
            lists.setdefault(node.numbering, []).append((passage, passage.things[0]))
    for stages in lists.values():
        if len(stages) <= _OTHERS or issued is None:
            continue
        year, count = Counter(thing.first.year for _passage, thing in stages).most_common(1)[0]
        odd = [thing for _passage, thing in stages if thing.last.year != year and thing.at.value.startswith("20")]
        usual = next(thing for _passage, thing in stages if thing.first.year == year)
        if len(odd) == 1 and count == len(stages) - 1 and _slipped(odd[0], [thing for _passage, thing in stages], issued):
            at = odd[0].at.slice(0, 5)
            yield Repeated(at, at.value, f"{year}年", usual.at)


_STAGE = Pattern(r"^[^（(，。；：]{2,24}(?:[（(：:]|阶段。)$")


def _slipped(odd: Timed, stages: list[Timed], issued: datetime.date) -> bool:
    """Whether the odd one breaks the order of the stages, or lies before the day of the document, while all others lie ahead."""
    place = next(index for index, thing in enumerate(stages) if thing is odd)
    others = [thing for thing in stages if thing is not odd]
    if any(thing.first.year != thing.last.year for thing in others):
        return False
    before, behind = stages[place - 1] if place else None, stages[place + 1] if place + 1 < len(stages) else None
    turned = before is not None and odd.first < before.first or behind is not None and odd.first > behind.last
    gone = odd.last < issued and all(thing.last >= issued for thing in others)
    return turned or gone


#: 2025年4000万元，2026年16000万元，2028年8800万元: the figures of years on end.
_ON_END = Scanner(r"(?:20\d\d年度?(?!\d{1,2}月)[^，。；、\d]{0,10}\d[\d.,]*[^，。；、\d]{0,10}[，、；]){2,}20\d\d年度?(?!\d{1,2}月)[^，。；、\d]{0,10}\d[\d.]*", sign=r"20\d\d年")
_YEAR = Pattern(r"20\d\d(?=年)")
_HEAD_OF_YEAR = Pattern(r"^(?P<year>20\d\d)年度?(?P<of>.*)$")
#: Columns that need the years beside them to be all there.
_OVER_YEARS = Pattern(r"合计|小计|总计|增减|增长|同比|增幅|增加")


def gaps_in_series(context: Context) -> Iterator[Repeated]:
    """A year of a row of figures that leaves out the one in front of it: in a sentence, in the heads of a table, in its first column."""
    for found in context.once(running).find(_ON_END, "heading", "paragraph"):
        years = [(int(one[0]), found.passage.slice(found.match.start() + one.start(), found.match.start() + one.end() + 1)) for one in _YEAR.finditer(found.match[0])]
        yield from _gap(years, _FEWEST)
    for table in (node for node in context.document.of("table") if isinstance(node, Table)):
        heads = [(match, column.head) for column in table.columns if (match := _HEAD_OF_YEAR.match(column.head.strip())) is not None]
        summed = any(_OVER_YEARS.search(column.head) for column in table.columns)
        if len({match["of"] for match, _head in heads}) == 1:
            places = [(int(match["year"]), table.text.value.find(head)) for match, head in heads]
            yield from _gap([(year, table.text.slice(start, start + 5)) for year, start in places if start >= 0], _FEWEST - summed)
        cells = [(match, row.cells[0]) for row in table.rows if row.cells and (match := _HEAD_OF_YEAR.match(row.cells[0].value.strip())) is not None and not match["of"]]
        yield from _gap([(int(match["year"]), cell) for match, cell in cells], _FEWEST)


_FEWEST = 3
#: 其中2026年882万元、2027年588万元: what is shared out to years.
_SHARED_OUT = Scanner(r"20\d\d年度?(?!\d{1,2}月)[^，。；、\d]{0,8}\d[\d.,]*[^，。；、\d]{0,8}(?:[，、；和]20\d\d年度?(?!\d{1,2}月)[^，。；、\d]{0,8}\d[\d.,]*[^，。；、\d]{0,8})+", sign=r"20\d\d年")


def shared_out_otherwise(context: Context) -> Iterator[Repeated]:
    """The one row of years in which one is another than in all the others of the text: 2025年、2027年 among 2026年、2027年."""
    rows = [[(one[0], found.passage.slice(found.match.start() + one.start(), found.match.start() + one.end() + 1)) for one in _YEAR.finditer(found.match[0])] for found in context.once(running).find(_SHARED_OUT, "heading", "paragraph")]
    told = Counter(tuple(year for year, _at in row) for row in rows)
    usual, often = told.most_common(1)[0] if told else ((), 0)
    for row in rows if often >= _OTHERS else ():
        years = tuple(year for year, _at in row)
        odd = [index for index, (one, other) in enumerate(zip(years, usual, strict=False)) if one != other]
        if len(years) == len(usual) and told[years] == 1 and len(odd) == 1:
            there = next(other[odd[0]][1] for other in rows if tuple(year for year, _at in other) == usual)
            yield Repeated(row[odd[0]][1], f"{years[odd[0]]}年", f"{usual[odd[0]]}年", there)


def _gap(years: list[tuple[int, Text]], fewest: int) -> Iterator[Repeated]:
    """The one year that does not follow the one in front of it by one, where it is one of so many and comes two years behind."""
    steps = [two - one for (one, _at), (two, _there) in pairwise(years)]
    odd = [index for index, step in enumerate(steps) if step != 1]
    if len(years) >= fewest and len(odd) == 1 and steps[odd[0]] == 2 and (len(steps) == 1 or odd[0] in (0, len(steps) - 1)):
        index = odd[0] + 1 if odd[0] else 0 if len(steps) > 1 else 1
        (year, at), (_other, there) = years[index], years[index - 1 if index else 1]
        right = years[index - 1][0] + 1 if index else years[1][0] - 1
        yield Repeated(at, f"{year}年", f"{right}年", there)


def years_beside(context: Context) -> Iterator[Repeated]:
    """All years that do not fit those beside them."""
    yield from goals_of_one_year(context)
    yield from budgets_gone(context)
    yield from stages_of_another_year(context)
