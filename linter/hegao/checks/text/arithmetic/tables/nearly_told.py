"""Figures of the text that a table gives nearly so (文表疑似不一致): under the name of a row, beside sums of the table, by noun and unit (norms FIG-16).

That both speak of one thing is told by the name of the row, which the text says before the figure, or by other figures of the sentence,
which are sums of that table.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import other_digit
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, is_total
from hegao.document.model import Row, Table
from hegao.phrases.quantities import PERCENT, Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_IN_BRACKETS = Pattern(r"[（(](?P<unit>[^（）()]{1,6})[）)]$")
_YEAR = Pattern(r"20\d\d")
#: What may stand between the name of a row and a figure that is its own.
_OWN = Pattern(r"[^。；，、\d]{0,12}$")
_IN_YEAR = Pattern(r"(?P<year>20\d\d)年(?:底|末)?[^。；，、\d]{0,8}$")
_ANOTHER = Pattern(r"上年|去年|同期|比(?![例重])|较(?![好大快强为差])|增|减|提高|下降|每|均|已|截至|累计|第|其中|目前|尚|新")
_NAME, _LONGEST, _REACH, _NEAR, _LEAST = 4, 16, 60, 25, 10
_TAIL = 2
#: Of longer tables nobody retells the rows.
_LARGEST = 200
#: Of these many things are told, whose names end alike.
_ANY = ("金额", PERCENT)


class _Said(NamedTuple):
    """A figure of the table: as written, its unit as far as it is told, the year of its column, where it stands."""

    value: Decimal
    unit: str
    year: str
    at: Text


def nearly_told(context: Context) -> Iterator[Odd]:
    """The figures of the text that are nearly those of a table."""
    tables = [node for part in context.document.parts for node in part.nodes if isinstance(node, Table) and 2 <= len(node.rows) <= _LARGEST]
    sentences = context.once(figure_sentences) if tables else ()
    if not sentences:
        return
    written = {_written(told.one) for sentence in sentences for told in sentence.told}
    beside: dict[str, set[Decimal]] = defaultdict(set)
    for sentence in sentences:
        beside[sentence.value].update(_written(told.one) for told in sentence.told)
    for table in tables:
        named = {name: said for row in table.rows if not is_total(row) and (name := _name(row)) and (said := _said(table, row))}
        sums = [said for row in table.rows if is_total(row) for said in _said(table, row)]
        cells = {figure.value for row in table.rows for cell in row.cells if (figure := figure_in(cell)) is not None}
        for sentence in sentences:
            yield from _by_name(sentence, named)
            yield from _by_sums(sentence, beside[sentence.value], sums, cells, written)
        for name, total in _named_sums(table):
            yield from _by_head(sentences, name, total, written)
    yield from _by_noun(sentences, tables)
    yield from _by_kind(sentences, tables)


def _written(one: Quantity) -> Decimal:
    return Decimal(one.say(one.value).removesuffix(one.unit))


def _name(row: Row) -> str:
    """The name of a row: the longest of its first cells that are words."""
    cells = [_IN_BRACKETS.sub("", cell.value.strip()) for cell in row.cells[:3]]
    words = [cell for cell in cells if _NAME <= len(cell) <= _LONGEST and not any(mark.isdigit() or mark in "、，。；" for mark in cell)]
    return max(words, key=len, default="")


def _said(table: Table, row: Row) -> list[_Said]:
    unit = next((cell.value.strip() for cell, column in zip(row.cells, table.columns, strict=False) if column.head in ("单位", "计量单位")), "")
    label = next((match["unit"] for cell in row.cells[:3] if (match := _IN_BRACKETS.search(cell.value.strip()))), "")
    found = []
    for index, cell in enumerate(row.cells):
        head = table.columns[index].head if index < len(table.columns) else ""
        figure = figure_in(cell)
        year = match[0] if (match := _YEAR.search(head)) else ""
        if figure is not None:
            told = match["unit"] if (match := _IN_BRACKETS.search(head)) else unit or label
            found.append(_Said(figure.value, "%" if figure.percent else told, year, figure.text))
            continue
        several = find_quantities(cell.value)
        if len(several) == 1:
            found.append(_Said(_written(several[0]), several[0].unit, year, cell.slice(several[0].start, several[0].end)))
    return found


def _by_name(sentence: Sentence, named: Mapping[str, Sequence[_Said]]) -> Iterator[Odd]:
    for name, several in named.items():
        at = sentence.value.find(name, sentence.start, sentence.end)
        if at < 0:
            continue
        for told in sentence.told:
            between = sentence.value[at + len(name) : told.one.start] if at + len(name) <= told.one.start <= at + len(name) + _REACH else "。"
            dated = _IN_YEAR.search(between)
            if told.one.rough and "不" not in between or _ANOTHER.search(between) or not (dated or _OWN.fullmatch(between)):
                continue
            value = _written(told.one)
            alike = [said for said in several if said.unit in (told.one.unit, "") and (dated is None or said.year == dated["year"])]
            alike = [said for said in alike if said.unit] or alike
            if not alike or any(said.value == value for said in several):
                continue
            best = min(alike, key=lambda said: abs(said.value - value))
            only = len(alike) == 1 and best.unit == told.one.unit
            if slipped(value, best.value) or only and abs(best.value - value) * 100 <= best.value * _NEAR * 2:
                yield Odd(sentence.at(told.one), f"表中为{best.at.value}", [best.at], False)
                return


def _by_sums(sentence: Sentence, beside: set[Decimal], sums: Sequence[_Said], cells: set[Decimal], written: set[Decimal]) -> Iterator[Odd]:
    """共18个小区9460套 beside a row 合计 with 18 and 9640."""
    values = [(_written(told.one), told) for told in sentence.told]
    met = [said for said in sums if said.value in beside]
    if not met or max(said.value for said in met) < _LEAST:
        return
    for said in sums:
        if said in met or said.value in written:
            continue
        for value, told in values:
            if value not in cells and told.one.dimension != PERCENT and said.unit in ("", told.one.unit) and slipped(value, said.value) and not told.one.rough:
                yield Odd(sentence.at(told.one), f"表中合计为{said.at.value}", [said.at], False)
                return


def _named_sums(table: Table) -> Iterator[tuple[str, _Said]]:
    """The sums of the row 合计 under the names of their columns, where the unit stands in the head."""
    totals = [row for row in table.rows if is_total(row)]
    for column, cell in zip(table.columns, totals[0].cells, strict=False) if len(totals) == 1 else ():
        unit, figure = _IN_BRACKETS.search(column.head), figure_in(cell)
        if unit is not None and figure is not None and unit.start() >= _TAIL:
            yield column.head[: unit.start()], _Said(figure.value, unit["unit"], "", figure.text)


def _by_head(sentences: Sequence[Sentence], name: str, said: _Said, written: set[Decimal]) -> Iterator[Odd]:
    """总投资1620万元 beside a column 投资（万元） that comes to 1260: the digits of the sum in another order."""
    if said.value in written:
        return
    for sentence in sentences:
        for told in sentence.told:
            if told.one.unit == said.unit and not told.one.rough and told.label.endswith(name) and not _ANOTHER.search(told.label) and _meant(name, _written(told.one), said.value):
                yield Odd(sentence.at(told.one), f"表中合计为{said.at.value}", [said.at], False)


def _meant(name: str, one: Decimal, other: Decimal) -> bool:
    """Whether a figure is another mistyped; where a long name is the same, one digit of two is enough."""
    return _same_digits(one, other) or len(name) >= _NAME and other_digit(one, other, Decimal(10) ** min(0, int(one.as_tuple().exponent)))


def _same_digits(one: Decimal, other: Decimal) -> bool:
    first, second = f"{one.normalize():f}", f"{other.normalize():f}"
    return first != second and len(first) > 1 and sorted(first) == sorted(second)


def _by_noun(sentences: Sequence[Sentence], tables: Sequence[Table]) -> Iterator[Odd]:
    """古井12口 in the text, 修缮古桥4座、古井21口 in a cell."""
    spoken: dict[tuple[str, str], list[tuple[Sentence, Told]]] = defaultdict(list)
    for sentence in sentences:
        for told in sentence.told:
            if len(told.label) >= _TAIL and not _ANOTHER.search(told.label):
                spoken[told.label[-_TAIL:], told.one.unit].append((sentence, told))
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                for one in find_quantities(cell.value) if cell.value else ():
                    label = cell.value[max(0, one.start - _TAIL) : one.start]
                    several = spoken.get((label, one.unit), [])
                    if len(label) == _TAIL and len({told.one.value for _sentence, told in several}) == 1 and slipped(_written(several[0][1].one), _written(one)):
                        yield Odd(cell.slice(one.start, one.end), f"正文为{several[0][1].one.say(several[0][1].one.value)}", [several[0][0].at(several[0][1].one)], False)


def _by_kind(sentences: Sequence[Sentence], tables: Sequence[Table]) -> Iterator[Odd]:
    """护坡修复1250米 in the text, 格宾石笼护坡 with 1150 of the unit 米 in a row: by the end of the name of the row."""
    for table in tables:
        for row in table.rows:
            name, said = _name(row), [one for one in _said(table, row) if one.unit]
            if not name or len({one.value for one in said}) != 1 or is_total(row):
                continue
            for sentence in sentences:
                for told in sentence.told:
                    meant = name[-_TAIL:] in told.label[-_TAIL * 3 :] and told.one.unit == said[0].unit and told.one.dimension not in _ANY and not _ANOTHER.search(told.label)
                    if meant and not told.one.rough and slipped(_written(told.one), said[0].value):
                        yield Odd(sentence.at(told.one), f"表中“{name}”为{said[0].at.value}", [said[0].at], False)
