"""Figures of the text against the table that they are taken from (文表一致): known by the others of their sentence (norms FIG-16).

牛3600头、羊16100只、家禽15000羽 under a table whose sums are 3600, 16100 and 150000: figures that stand in one sentence are taken from
one table.  So a figure is held against a column, or a row, whose neighbours the sentence repeats to the letter; or by itself, where the
passage names the table and the figure is that of the table mistyped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.prose.partitions import turned
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import NO_SUM, Figure, figure_in, is_total
from hegao.checks.text.arithmetic.tables.table_products import COUNT, PRICE
from hegao.checks.text.arithmetic.tables.table_sums import wrong_cells
from hegao.checks.text.table_units import units_noted
from hegao.document.model import Document, Row, Table
from hegao.phrases.quantities import PERCENT, POINTS, Quantity, find_quantities, unit_measure
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.column_heads import heads_of
from hegao.words.sum_labels import OF_WHICH

_IN_UNIT = Pattern(r"^(?P<name>[^（(]{1,20})[（(](?P<unit>[^（）()]{1,6})[）)]$")
_NO_MEASURE, _NO_PART = Pattern(heads_of("serial", "no-figure")), Pattern(OF_WHICH)
#: A passage that names a table or an attachment.
_POINTS_THERE = Pattern(r"附[件表]|[见详如]表|下表|如下|表\d|明细表|一览表|分配表|清单|目录")
#: Words by which a figure is of another time or another thing than the table.
_OTHERWISE = Pattern(r"比(?![例重])|上年|去年|同期|其中|累计|每|均|新增|增加|减少|约|余|多|剩|已|未")
_ANOTHER_TIME = Pattern(r"已|截至|实际|累计|目前|尚|上年|去年|同期")
#: Smaller figures meet by chance.
_LEAST = 10
_NEAR = 25
_LONG = 10_000
_FEWEST = 2


class _Sum(NamedTuple):
    """The sum of a column by its name, and whether the table tells it."""

    name: str
    quantity: Quantity
    at: Text
    told: bool = True


def against_tables_by_sentence(context: Context) -> Iterator[Odd]:
    """The figures of sentences that are not those of the table."""
    tables = [node for part in context.document.parts for node in part.nodes if isinstance(node, Table) and len(node.rows) > _FEWEST]
    sentences = context.once(figure_sentences) if tables else ()
    if not sentences:
        return
    told = {told.one.value for sentence in sentences for told in sentence.told}
    units = context.once(units_noted)
    for table in tables:
        sums = list(_sums(table, units.get(table, ""))) or list(_reckoned(table, units.get(table, "")))
        groups = _groups(table, units.get(table, ""))
        # Sums under heads without a unit.
        beside = {cell.value.strip() for row in table.rows if is_total(row) for cell in row.cells}
        years = years_over(table, context.document)
        for sentence in sentences:
            if of_other_years(years, sentence.value):
                continue
            odd = (_by_sums(sentence, sums, told, beside) if sums else None) or (_by_rows(sentence, groups) if groups else None)
            if odd is not None:
                yield odd


def years_over(table: Table, document: Document) -> frozenset[str]:
    """The years that the caption of a table names, or the title of its part."""
    over = table.caption or next((part.title.text for part in document.parts if part.title is not None and table in part.nodes), None)
    return frozenset(_YEAR.findall(over.value)) if over is not None else frozenset()


def of_other_years(years: frozenset[str], sentence: str) -> bool:
    """Whether a table of these years and a sentence speak of other years: what was reached in 2025, the aims of 2026."""
    told = {*_YEAR.findall(sentence)}
    return bool(years and told) and years.isdisjoint(told)


_YEAR = Pattern(r"20\d\d(?=年)")


def _quantity(written: str, unit: str) -> Quantity | None:
    found = find_quantities(f"{written}{unit}")
    return found[0] if found and found[0].end == len(written) + len(unit) else None


def _sums(table: Table, noted: str) -> Iterator[_Sum]:
    """The sums of the row 合计; ``noted``: the unit that stands over the table."""
    totals = [row for row in table.rows if is_total(row)]
    if len(totals) != 1:
        return
    wrong = {(found.cell.line, found.cell.value) for found in wrong_cells(table)}
    for column, cell in zip(table.columns, totals[0].cells, strict=False):
        name, unit = _named(column.head, noted)
        figure = figure_in(cell)
        # What the table itself shows to be wrong is told there.
        if not unit or figure is None or (cell.line, figure.text.value) in wrong:
            continue
        quantity = _quantity(figure.text.value.replace(",", ""), unit)
        if quantity is not None and quantity.dimension != PERCENT and figure.value >= _LEAST:
            yield _Sum(name, quantity, figure.text)


def _named(head: str, noted: str) -> tuple[str, str]:
    """What a head says is counted, and in what unit; that over the table is of all columns without one."""
    match = _IN_UNIT.match(head)
    if match is not None and unit_measure(match["unit"]) is not None:
        return match["name"], match["unit"]
    # 学时 over a column of hours.
    return head, head if unit_measure(head) is not None else noted


def _reckoned(table: Table, noted: str) -> Iterator[_Sum]:
    """What columns come to in a table without sums, and prices with how many there are of each."""
    if any(is_total(row) or _NO_PART.match(cell.value) for row in table.rows for cell in row.cells[:_FEWEST]):
        return
    columns: dict[int, list[Figure]] = {}
    for place, column in enumerate(table.columns):
        cells = [figure for row in table.rows if place < len(row.cells) and (figure := figure_in(row.cells[place])) is not None and not figure.percent]
        if len(cells) == len(table.rows) and not _NO_MEASURE.search(column.head):
            columns[place] = cells
    prices = [place for place in columns if PRICE.search(table.columns[place].head) or "每" in table.columns[place].head]
    counts = [place for place in columns if COUNT.search(table.columns[place].head) and place not in prices]
    for place, cells in columns.items():
        name, unit = _named(table.columns[place].head, noted)
        several = [figure.value for figure in cells]
        if place in prices and len(counts) == 1:
            name, several = "总额", [one.value * other.value for one, other in zip(cells, columns[counts[0]], strict=True)]
        elif place in prices or NO_SUM.search(table.columns[place].head):
            continue
        quantity = _quantity(f"{sum(several, Decimal(0)):f}", unit) if unit else None
        if quantity is not None and quantity.dimension != PERCENT and sum(several, Decimal(0)) >= _LEAST:
            yield _Sum(name, quantity, cells[-1].text, False)


def mistyped(one: Decimal, other: Decimal) -> bool:
    """Whether one figure is the other with a nought more or less, two digits turned, or one of at least four other."""
    if one == other or not one or not other:
        return False
    first, second = f"{one.normalize():f}", f"{other.normalize():f}"
    digits = len(first) == len(second) >= 4 and sum(a != b for a, b in zip(first, second, strict=True)) == 1
    return turned(one, other) or digits or len(first) == len(second) and sorted(first) == sorted(second) or one in (other * 10, other / 10)


def _by_sums(sentence: Sentence, sums: Sequence[_Sum], told: set[Decimal], beside: Collection[str]) -> Odd | None:
    alike = {one.quantity.dimension for one in sums}
    figures = [one for one in sentence.told if one.one.dimension in alike and not one.one.rough]
    met = [one for one in sums if any(_equal(figure.one, one.quantity) for figure in figures)]
    pointed = _POINTS_THERE.search(sentence.value) is not None
    if not figures or not met and not pointed:
        return None
    for one in sums:
        if one.quantity.value in told:
            continue
        for figure in figures:
            if figure.one.dimension != one.quantity.dimension or figure.one.say(figure.one.value).removesuffix(figure.one.unit) in beside or any(_equal(figure.one, other.quantity) for other in sums) or _OTHERWISE.search(figure.label):
                continue
            named = figure.label.endswith(one.name) or len(one.name) >= 2 and one.name in figure.label
            only = sum(other.quantity.dimension == one.quantity.dimension for other in sums) == 1
            near = mistyped(figure.one.value, one.quantity.value) or figure.one.say(one.quantity.value) != figure.one.say(figure.one.value) and _same_digits(figure.one, one.quantity)
            same = _tail(figure.label) in one.name or one.name == figure.one.unit and _SUMMED.search(figure.label) is not None
            close = abs(figure.one.value - one.quantity.value) * 100 <= one.quantity.value * _NEAR
            meant = pointed and only and (same and close or one.name in _ANY_SUM and near)
            # Of a long figure one digit alone is never another thing of the same name.
            long = near and figure.one.value >= _LONG and one.name[:2] in figure.label
            if meant or long or near and (named or only and (len(met) >= 1 or turned(figure.one.value, one.quantity.value))):
                return Odd(sentence.at(figure.one), figure.one.say(one.quantity.value), [one.at], one.told)
    return None


#: Heads under which any sum of money may stand.
_ANY_SUM = frozenset(("金额", "经费", "费用", "预算", "预算金额"))


def _same_digits(one: Quantity, other: Quantity) -> bool:
    """7.5万元 beside 57000元."""
    first, second = (f"{value.normalize():f}".replace(".", "").rstrip("0") for value in (one.value, other.value))
    return len(first) > 1 and first != second and sorted(first) == sorted(second) and len(f"{one.value:f}") == len(f"{other.value:f}")


def _tail(label: str) -> str:
    """The noun that a figure is of: 共抽取样本."""
    words = _SAYS_ALL.sub("", label)[-2:]
    return words if len(words) == 2 else "\0"


#: 培训共安排28学时: a unit that is what is counted.
_SUMMED = Pattern("共|合计|总")
_SAYS_ALL = Pattern(r"(?:合计|共计?|总计|累计|为|达)$")


def _equal(one: Quantity, other: Quantity) -> bool:
    return one.dimension == other.dimension and one.value == other.value


#: What a row, or several rows of one name together, say in each column.
_Group = Mapping[str, Decimal]


class _Column(NamedTuple):
    """The figures of a column by what their rows are called, and what one of its unit is in the base unit, where the head names it."""

    by_name: _Group
    unit: str
    cells: Mapping[str, Text]


def _groups(table: Table, noted: str) -> list[_Column]:
    rows = [row for row in table.rows if not is_total(row) and any(cell.value.strip() for cell in row.cells)]
    width = max((len(row.cells) for row in rows), default=0)
    found: list[_Column] = []
    for names in (column for column in range(min(width, 3)) if _names(rows, column)):
        for column in range(width):
            head = table.columns[column].head if column < len(table.columns) else ""
            unit = _named(head, noted)[1] or ("人" if head.endswith("人数") else "")
            if column != names and unit and not find_percent(unit):
                by_name, cells = _by_name(rows, names, column)
                if len(by_name) > _FEWEST:
                    found.append(_Column(by_name, unit, cells))
    return found


def find_percent(unit: str) -> bool:
    """Whether a unit is that of a rate."""
    return unit in ("%", "％")


_A_YEAR = Pattern(r"20\d\d年")


def _names(rows: Sequence[Row], column: int) -> bool:
    cells = [row.cells[column].value.strip() for row in rows if column < len(row.cells)]
    return len(cells) == len(rows) and all(2 <= len(cell) <= 12 and (_A_YEAR.fullmatch(cell) or not any(mark.isdigit() for mark in cell)) for cell in cells)


def _by_name(rows: Sequence[Row], names: int, column: int) -> tuple[dict[str, Decimal], dict[str, Text]]:
    summed: dict[str, Decimal] = defaultdict(Decimal)
    cells: dict[str, Text] = {}
    for row in rows:
        figure = figure_in(row.cells[column]) if column < len(row.cells) else None
        if figure is None or figure.percent:
            return {}, {}
        name = row.cells[names].value.strip()
        summed[name] += figure.value
        cells[name] = figure.text
    return summed, cells


def _by_rows(sentence: Sentence, columns: Sequence[_Column]) -> Odd | None:
    """其中东区3114万元、北区2200万元、长区3066万元: all but one stand so in the rows of those names."""
    for column in columns:
        pairs = [(told, name) for told in sentence.told if (name := _name_of(told, column.by_name)) and told.one.dimension not in (PERCENT, POINTS)]
        scaled = [(told, name, quantity) for told, name in pairs if (quantity := _quantity(f"{column.by_name[name]:f}", column.unit)) is not None and quantity.dimension == told.one.dimension]
        if _ANOTHER_TIME.search(sentence.value, sentence.start, scaled[0][0].one.start if scaled else sentence.end):
            continue
        if len(scaled) != len({name for _told, name, _quantity in scaled}) or len(scaled) <= _FEWEST:
            continue
        odd = [(told, name, quantity) for told, name, quantity in scaled if told.one.value != quantity.value]
        right = len(scaled) - len(odd)
        if any(one.one.value == sum((told.one.value for told, _name, _quantity in scaled), Decimal(0)) for one in sentence.told):
            # They make up a sum of their own: of another time, of another state; or the cell is wrong.
            few = len(odd) == 1 and _POINTS_THERE.search(sentence.value) is not None and abs(odd[0][0].one.value - odd[0][2].value) <= _FEWEST
            if len(odd) == 1 and right >= _FEWEST and (few or mistyped(odd[0][0].one.value, odd[0][2].value)):
                told, name, _quantity_there = odd[0]
                return Odd(column.cells[name], sentence.at(told.one).value, [sentence.at(told.one)], False)
            continue
        if len(odd) == 1 and right >= _FEWEST and not odd[0][0].one.rough:
            told, name, quantity = odd[0]
            off = abs(told.one.value - quantity.value)
            coarse = off <= told.one.step and not told.one.whole
            if not coarse and (off * 100 <= quantity.value * _NEAR or mistyped(told.one.value, quantity.value) or off <= _FEWEST):
                return Odd(sentence.at(told.one), told.one.say(quantity.value), [column.cells[name]])
    return None


def _name_of(told: Told, names: _Group) -> str:
    return max((name for name in names if told.label.endswith(name) or name in told.label[-len(name) - 4 :]), key=len, default="")
