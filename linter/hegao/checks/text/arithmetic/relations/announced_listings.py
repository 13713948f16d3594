"""Counts that announce a listing (标题、引导句中的数), against the rows or the items right below or above them (norms FIG-16).

一、主要目标（5项） over a table; （二）资金使用方面（3个问题） over numbered items; 下设6个工作组，职责见下表; 以上20项任务 below the tables.  Rows and items are
counted as they stand: a serial that is wrong besides is no matter here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import plain_rows
from hegao.document.model import Heading, Node, Paragraph, Part, Row, Table
from hegao.phrases.numbers import A_COUNT, value_of
from hegao.phrases.quantities import find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_UNIT = r"(?P<unit>[项件个条点种类家户名人份处所座组])"
#: （5项）, （3个问题） at the end of a heading.
_IN_HEADING = Pattern(rf"[（(]共?{A_COUNT}{_UNIT}[\u3400-\u9fff]{{0,6}}[）)][：:]?$")
#: 下设6个工作组，职责见下表; 成立5个小组，分工如下.
_LEADS = Pattern(rf"(?<![第前后其各每\d.]){A_COUNT}个?(?P<noun>[\u3400-\u9fff]{{2,8}})(?:[，,][^。；\d]{{0,16}}?)?(?:见下表|如下表?|见表\d?|如下)[：:。]?$")
#: 以上20项任务, 上述4个项目.
_ABOVE = Pattern(rf"^(?:注[：:])?(?:\d[.．、]|[（(][一二三四五六七八九\d][）)])?(?:以上|上述)(?:所列|表中|表列)?{A_COUNT}{_UNIT}(?P<noun>[\u3400-\u9fff]{{0,8}})")
_FEWEST, _MOST_OFF, _BACK = 2, 2, 6


def announced_listings(context: Context) -> Iterator[Odd]:
    """Counts that what is listed beside them contradicts."""
    for part in context.document.parts:
        for index, node in enumerate(part.nodes):
            following = part.nodes[index + 1] if index + 1 < len(part.nodes) else None
            if isinstance(node, Heading):
                yield from _in_heading(node, following)
            if isinstance(node, Heading | Paragraph):
                text = node.body if isinstance(node, Heading) else node.text
                if isinstance(following, Table):
                    yield from _leading(text, following)
                yield from _behind_tables(part, index, text)


def _one_line_each(rows: Sequence[Row]) -> bool:
    return len({row.line for row in rows}) == len(rows) and all(row.serial is not None for row in rows)


def _named_each(rows: Sequence[Row]) -> bool:
    """Whether each row begins with a name of its own."""
    names = [row.cells[0].value.strip() for row in rows if row.cells]
    return len(names) == len(rows) == len(set(names)) and all(names)


def _in_heading(heading: Heading, following: Node | None) -> Iterator[Odd]:
    match = _IN_HEADING.search(heading.text.value)
    if match is None:
        return
    stated = value_of(match["n"])
    at = heading.text.slice(*match.span())
    if isinstance(following, Table) and not heading.children:
        rows = plain_rows(following)
        if rows and _one_line_each(rows):
            last, through = rows[-1].serial or 0, (rows[-1].serial or 0) - (rows[0].serial or 0) + 1
            # Where rows are left out on purpose, their numbers tell it.
            if through == len(rows) or last == stated:
                yield from _odd(at, stated, len(rows), rows[-1].text, through == len(rows))
        return
    items = [child for child in heading.children if isinstance(child, Heading)]
    numbers = [item.number for item in items]
    # Items that bear counts of their own are groups of what is counted.
    # Two of one number are two.
    through = numbers == sorted(numbers) and (len(set(numbers)) == len(numbers) or numbers[-1] - numbers[0] + 1 == len(numbers))
    if len(items) >= _FEWEST and through and not any(_counts_itself(item, match["unit"]) for item in items):
        yield from _odd(at, stated, len(items), items[-1].text, numbers[-1] - numbers[0] + 1 == len(numbers))


def _counts_itself(item: Heading, unit: str) -> bool:
    """Whether an item says in its first sentence how many of what is counted it has: 设施不完善问题2个."""
    first = item.body.value.partition("。")[0]
    return _IN_HEADING.search(item.text.value) is not None or any(one.unit == unit for one in find_quantities(first))


def _odd(at: Text, stated: int, found: int, there: Text, sure: bool) -> Iterator[Odd]:
    if stated != found and abs(stated - found) <= _MOST_OFF and found >= _FEWEST:
        yield Odd(at, f"列了{found}", [there], sure)


def _leading(text: Text, table: Table) -> Iterator[Odd]:
    """A sentence that leads into a table, and says how many of what its rows are there are."""
    match = _LEADS.search(text.value)
    if match is not None and "每" in text.value[text.value.rfind("。", 0, match.start()) + 1 : match.start()]:
        # 每天安排1名带班领导、2名值班人员，安排如下: so many in each row.
        return
    rows = plain_rows(table) if match is not None else []
    if match is None or len(rows) < _FEWEST or not (_one_line_each(rows) or _named_each(rows)):
        return
    tail = match["noun"][-1]
    columns = range(min(3, len(table.columns)))
    named = any(table.columns[column].head.endswith(match["noun"][-2:]) and _each_its_own(rows, column) or all(column < len(row.cells) and row.cells[column].value.strip().endswith(tail) for row in rows) for column in columns)
    if named:
        yield from _odd(text.slice(*match.span("n")), value_of(match["n"]), len(rows), rows[-1].text, True)


def _each_its_own(rows: Sequence[Row], column: int) -> bool:
    """Whether no two rows say the same in a column: grades are shared by many."""
    said = [row.cells[column].value for row in rows if column < len(row.cells)]
    return len(set(said)) == len(said)


def _behind_tables(part: Part, index: int, text: Text) -> Iterator[Odd]:
    """以上20项任务, against the rows of the table right before, or of all tables before."""
    match = _ABOVE.match(text.value)
    before = part.nodes[max(0, index - _BACK) : index] if match is not None else []
    if match is None or not any(isinstance(node, Table) for node in before):
        return
    tables = [node for node in part.nodes[:index] if isinstance(node, Table)]
    counts = [len(plain_rows(table)) for table in tables]
    rows = plain_rows(tables[-1])
    if not all(_one_line_each(plain_rows(table)) for table in tables):
        return
    through = rows[-1].serial or 0
    headings = sum(isinstance(node, Heading) for node in part.nodes[:index])
    stated = value_of(match["n"])
    if stated not in (*counts, sum(counts), through, headings):
        yield from _odd(text.slice(*match.span("n")), stated, sum(counts) if through == sum(counts) else counts[-1], rows[-1].text, through in (sum(counts), counts[-1]))
