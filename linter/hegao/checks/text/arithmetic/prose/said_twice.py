"""A figure said twice (前后一致): in the text and in a table, in the text and once more (norms FIG-16).

What is counted must be the same for certain: the very words round the figure stand in both places, or the head, the label or the
title of a table names it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running, running_without_names
from hegao.checks.text.arithmetic.spoken_figures import figures_spoken
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, is_total
from hegao.checks.text.arithmetic.tables.table_sums import wrong_cells
from hegao.checks.text.arithmetic.tables.told_in_tables import of_other_years, years_over
from hegao.document.model import Document, Part, Row, Table
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, Quantity, find_quantities
from hegao.phrases.units import looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genres


class Twice(NamedTuple):
    """A figure, what is said elsewhere of the same thing, and where."""

    at: Text
    other: str
    there: Text


#: A clause: what stands between marks.
_CLAUSE = Pattern(r"[^，。；：、！？,;（）()“”\s]{6,60}")
_ANY_DIGIT = Scanner(r"\d")
#: A figure within a clause; what opens it may be the number of a heading.
_FIGURE = Pattern(r"(?<!^)(?<![\d.])\d+(?:\.\d+)?(?![\d.]|年|月|日)")
_DIGIT = Pattern(r"\d+(?:\.\d+)?")
_HAN = Pattern(r"[\u3400-\u9fff]")
#: So many Chinese characters round a figure make a clause that is not said twice of different things.
_WORDS = 8


def said_otherwise(context: Context) -> Iterator[Twice]:
    """Clauses with one figure that stand in a table and once in the text, word for word but for the figure."""
    spoken: dict[str, list[tuple[Text, str, str]]] = defaultdict(list)
    listed: dict[str, list[tuple[Text, str, str]]] = defaultdict(list)
    if not any(True for _part, _table in _tables(context.document)):
        return
    for places, kinds in ((spoken, ("heading", "paragraph")), (listed, ("row",))):
        for passage, line in context.once(running).bearing(_ANY_DIGIT, *kinds):
            for match in _CLAUSE.finditer(line):
                clause, start = match[0], match.start()
                figure = _FIGURE.search(clause)
                if figure and len(_DIGIT.findall(clause)) == 1 and len(_HAN.findall(clause)) >= _WORDS:
                    at = passage.slice(start + figure.start(), start + figure.end())
                    places[clause[: figure.start()] + "\0" + clause[figure.end() :]].append((at, figure[0], line[:start]))
    for key, rows in listed.items():
        texts = spoken.get(key, [])
        if len(rows) == 1 and len(texts) == 1 and rows[0][1] != texts[0][1] and not _of_another(context.document, rows[0][0], texts[0][2]) and not _of_later(context.document, rows[0][0], texts[0][0]):
            yield Twice(rows[0][0], texts[0][1], texts[0][0])


def _of_another(document: Document, cell: Text, before: str) -> bool:
    """Whether a cell stands behind the name of a body of which the sentence says nothing: what that body did is its own."""
    row = next((row for _part, table in _tables(document) for row in table.rows if row.line == cell.line), None)
    column = cell.span().column
    return row is not None and any(looks_like_body(one.value) and one.value not in before and one.span().end_column <= column for one in row.cells if one.value)


def _of_later(document: Document, cell: Text, told: Text) -> bool:
    """Whether a row is due in a later year than the section of the text is about: 2024年工作完成情况."""
    row = next((row for _part, table in _tables(document) for row in table.rows if row.line == cell.line), None)
    due = [int(year) for one in (row.cells if row is not None else ()) for year in _YEAR_HEAD.findall(one.value)]
    about = [years[-1] for heading in document.of("heading") if heading.line <= told.line and (years := _YEAR_HEAD.findall(heading.text.value))]
    return bool(due and about) and int(about[-1]) < max(due)


#: 年度计划投资（亿元）: the unit in the head of a column or in the label of a row.
_IN_UNIT = Pattern(r"^(?P<name>[^（(]{2,20})[（(](?P<unit>[^（）()]{1,6})[）)]$")
_YEAR_HEAD = Pattern(r"(?P<year>20\d{2})年?")
_SHORTEST = 3
#: Further off, in percent, one figure is not another one mistyped.
_NEAR = 25


class _Named(NamedTuple):
    """A figure of a table under a name, as a quantity, with the year that its column is of."""

    name: str
    quantity: Quantity
    at: Text
    year: str = ""


def _quantity(figure: Decimal, unit: str) -> Quantity | None:
    written = f"{figure:f}{unit}"
    return next((one for one in find_quantities(written) if one.end == len(written)), None)


def _tables(document: Document) -> Iterator[tuple[Part, Table]]:
    for part in document.parts:
        for node in part.nodes:
            if isinstance(node, Table):
                yield part, node


def _totals(table: Table) -> Iterator[_Named]:
    """The sums of a table under the names of their columns."""
    totals = [row for row in table.rows if is_total(row)]
    if len(totals) != 1:
        return
    wrong = {(found.cell.line, found.cell.value) for found in wrong_cells(table)}
    for column, cell in zip(table.columns, totals[0].cells, strict=False):
        head = _IN_UNIT.match(column.head)
        figure = figure_in(cell)
        # What the table itself shows to be wrong is told there.
        if head and figure is not None and len(head["name"]) >= _SHORTEST and (cell.line, figure.text.value) not in wrong:
            quantity = _quantity(figure.value, head["unit"])
            if quantity is not None and quantity.dimension != PERCENT:
                yield _Named(head["name"], quantity, figure.text)


def _indicators(table: Table) -> Iterator[_Named]:
    """The figures of a table of indicators (指标) by year: 污水处理率（%） 2027年 97."""
    years = {index: match["year"] for index, column in enumerate(table.columns) if (match := _YEAR_HEAD.match(column.head))}
    if len(years) < 2:
        return
    for row in table.rows:
        label = next((match for cell in row.cells[:3] if (match := _IN_UNIT.match(cell.value))), None)
        name, unit = (label["name"], label["unit"]) if label else _by_unit_column(table, row)
        for index, year in years.items() if name else ():
            figure = figure_in(row.cells[index]) if index < len(row.cells) else None
            quantity = _quantity(figure.value, unit) if figure is not None else None
            if figure is not None and quantity is not None:
                yield _Named(name, quantity, figure.text, year)


def _by_unit_column(table: Table, row: Row) -> tuple[str, str]:
    """The name of an indicator and its unit, where a column is kept for the units; empty where there is none."""
    index = next((index for index, column in enumerate(table.columns) if column.head in ("单位", "计量单位")), 0)
    if not 0 < index < len(row.cells):
        return "", ""
    name = row.cells[index - 1].value.strip()
    return (name, row.cells[index].value.strip()) if len(name) >= _SHORTEST else ("", "")


#: What may stand between a name and its figure.
_IS = Pattern(r"(?:总额|合计|共计?|约?为|达到?|累计|提高到|提升到|提升至|提高至|下降到|降至|控制在|稳定在|[：:])*$")
_SINCE = Pattern(r"(?:由|从)?20\d\d年(?:底|末)?的?$")
_SHARE = Pattern(r"其中|每|新增|尚|已|平均|第[一二三四五]|占")


def against_tables(context: Context) -> Iterator[Twice]:
    """Figures in the text under the name of a column, or of an indicator in its year, whose table says another."""
    told = [(one, years_over(table, context.document)) for _part, table in _tables(context.document) for one in (*_totals(table), *_indicators(table))]
    times = Counter((one.name, one.year) for one, _years in told)
    named = [(one, years) for one, years in told if times[one.name, one.year] == 1]
    if not named:
        return
    spoken = [(text, value, one) for text, value, figures in context.once(figures_spoken) for one in figures if not one.rough]
    for cell, years in named:
        alike = [(text, value, one) for text, value, one in spoken if one.dimension == cell.quantity.dimension and _speaks_of(cell, value, one)]
        found = [(text, one) for text, value, one in alike if cell.year or not of_other_years(years, value)]
        if any(one.value == cell.quantity.value for _text, one in found):
            continue
        for text, one in found[:1]:
            off = abs(one.value - cell.quantity.value)
            if off * 100 <= cell.quantity.value * _NEAR:
                yield Twice(text.slice(one.start, one.end), one.say(cell.quantity.value), cell.at)


def _speaks_of(cell: _Named, value: str, one: Quantity) -> bool:
    begin = max(value.rfind(mark, 0, one.start) for mark in "。；") + 1
    head = value[begin : one.start]
    head = head[: len(head) - len(match[0])] if (match := _IS.search(head)) else head
    if cell.year:
        # 合格率由2024年的68%提高到80%
        head, dated = _SINCE.sub("", head), head
    else:
        dated = head
    if not (head.endswith(cell.name) or len(cell.name) >= 4 and re.search(f"{re.escape(cell.name[:2])}.{{0,3}}{re.escape(cell.name[2:])}$", head)):
        return False
    clause = head[max(head.rfind(mark) for mark in "，、") + 1 :]
    if _SHARE.search(clause):
        return False
    if not cell.year:
        return not _YEAR_HEAD.search(clause)
    years = _YEAR_HEAD.findall(dated)
    return bool(years) and years[-1] == cell.year


#: 9个攻坚项目, 共8个问题; 废止行政规范性文件7件: how many of what.
_COUNTER = "[个项件家处所座条名户]"
_NUMBER = r"(?P<n>\d{1,4}|[一二两三四五六七八九十]{1,3})"
_COUNTED_BEFORE = Scanner(rf"(?<![第\d.每各]){_NUMBER}{_COUNTER}(?P<noun>[\u3400-\u9fff]{{3,14}}?)(?=的|，|。|、|；|（|见|详见|进行|分|由|$)")
_COUNTED_BEHIND = Scanner(
    rf"(?P<noun>[\u3400-\u9fff]{{4,18}}?)(?:共|共计|合计)?{_NUMBER}{_COUNTER}(?=，|。|；|（|：|、|$)",
    sign=rf"[\d一二两三四五六七八九十]{_COUNTER}(?:[，。；（：、]|$)",
)
_LIST_TITLE = Pattern(rf"{one_of(form for genre in genres() if genre.kind == '名册' for form in genre.forms)}(?:（[^（）]*）)?$")
_LITTLE = Pattern(r"[的了和与及《》“”]|^(?:关于)?20\d\d年度?")


def against_lists(context: Context) -> Iterator[Twice]:
    """Counts in the text of what the title or a column of a table names, against the table.

    废止行政规范性文件7件 / 废止的行政规范性文件目录 with eight rows; 8个重点项目 / 项目数（个） 9.
    """
    lists = [found for part, table in _tables(context.document) if (found := _list_of(part, table)) is not None]
    if not lists:
        return
    spoken = context.once(running_without_names)
    counts = [
        (found.at("n"), value_of(found.match["n"]), found.match["noun"], found.passage.value)
        for pattern in (_COUNTED_BEFORE, _COUNTED_BEHIND)
        for found in spoken.find(pattern, "heading", "paragraph")
    ]
    for name, counted, at, sums in lists:
        # Two lists of like things: each count belongs to the list that has so many.
        others = [(other, many) for other, many, _at, _sums in lists if other != name]
        meant = [
            (place, number)
            for place, number, noun, said in counts
            if _names(name, noun, said) and not any(many == number and _names(other, noun, said) for other, many in others)
        ]
        if any(number == counted for _place, number in meant) and len(meant) < 2 or not meant:
            continue
        for place, number in meant:
            # A row may stand for several of them; then it is the sums that say how many.
            if number != counted and number not in sums and abs(number - counted) <= max(2, counted // 5):
                yield Twice(place, str(counted), at)
                break


class _Counted(NamedTuple):
    """The title of a table without what lists are called, how many things it lists, where that is seen, and the sums of its columns."""

    name: str
    counted: int
    at: Text
    sums: frozenset[Decimal] = frozenset()


def _list_of(part: Part, table: Table) -> _Counted | None:
    title = table.caption or (part.title.text if part.title is not None and len([one for one in part.nodes if isinstance(one, Table)]) == 1 else None)
    if title is None or not _LIST_TITLE.search(title.value):
        return None
    name = _LITTLE.sub("", _LIST_TITLE.sub("", title.value))
    sums = [row for row in table.rows if is_total(row)]
    for column, cell in zip(table.columns, sums[0].cells if len(sums) == 1 else (), strict=False):
        figure = figure_in(cell)
        if figure is not None and _COUNT_HEAD.match(column.head):
            return _Counted(name, int(figure.value), figure.text)
    rows = [row for row in table.rows if not is_total(row)]
    serials = [row.serial for row in rows]
    if len(rows) >= 3 and all(serial is not None for serial in serials) and serials[0] == 1:
        found = [figure.value for row in sums for cell in row.cells if (figure := figure_in(cell)) is not None]
        return _Counted(name, len(rows), rows[-1].text, frozenset(found))
    return None


_COUNT_HEAD = Pattern(r"(?:项目|问题|任务|企业|隐患|点位)数[（(][^（）()]{1,3}[）)]$")


def _names(title: str, noun: str, said: str) -> bool:
    """Whether a title names what is counted: all of the noun stands in it, and it is no word that fits anything.

    Of what the title says before the noun (宣布失效的…) something is ``said`` of the count, too: others are modified, not repealed.
    """
    noun = _LITTLE.sub("", noun)
    before, found, _behind = title.partition(noun)
    return len(noun) >= 4 and bool(found) and (len(before) < 2 or any(before[at : at + 2] in said for at in range(len(before) - 1)))

