"""Passages that retell a table of indicators (指标表): 养护工程241千米 beside a row 农村公路养护工程（千米） with 214 (norms FIG-16).

The unit stands with the name of the row.  A passage retells a column where at least two of its figures stand there under names like theirs;
then the one that does not is odd.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.prose.nearly_so import whole_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import Figure, figure_in, plain_rows
from hegao.document.model import Table
from hegao.phrases.quantities import PERCENT, POINTS, Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced

_IN_BRACKETS = Pattern(r"[（(](?P<unit>[^（）()]{1,6})[）)]$")
_UNITS = ("单位", "计量单位")
_NO_FIGURE = Pattern(r"比(?![例重])|较(?![好大快强为差])|每|均|同期|上年|去年|新增|增加|减少|下降|其中|由")
_YEAR = Pattern(r"20\d\d")
_LARGEST, _FEWEST, _ALIKE, _NEAR = 60, 2, 3, 80


class _Row(NamedTuple):
    """What a row is of, its unit, and its figures by column."""

    name: str
    unit: str
    figures: dict[int, Figure]


def retold_indicators(context: Context) -> Iterator[Odd]:
    """The figures of a passage that are not those of the column that it retells."""
    tables = [(table, rows) for table in context.document.of("table") if isinstance(table, Table) and _FEWEST < len(rows := _rows(table)) <= _LARGEST]
    sentences = list(whole_sentences(context.once(figure_sentences))) if tables else []
    for table, rows in tables:
        for sentence in sentences:
            pairs = [(told, row) for told in sentence.told if (row := _meant(sentence, told, rows)) is not None]
            if len(pairs) > _FEWEST and len({row.name for _told, row in pairs}) == len(pairs):
                yield from _odd(table, sentence, pairs)


def _rows(table: Table) -> list[_Row]:
    unit_at = next((place for place, column in enumerate(table.columns) if unspaced(column.head) in _UNITS), None)
    found: list[_Row] = []
    for row in plain_rows(table):
        cells = [unspaced(cell.value) for cell in row.cells]
        place = next((place for place, cell in enumerate(cells[:3]) if _IN_BRACKETS.search(cell)), None)
        if unit_at is not None and unit_at < len(cells):
            place, unit = unit_at - 1, cells[unit_at]
        elif place is not None and (match := _IN_BRACKETS.search(cells[place])) is not None:
            unit = match["unit"]
        else:
            continue
        figures = {at: figure for at, cell in enumerate(row.cells) if at > place and (figure := figure_in(cell)) is not None}
        if place >= 0 and figures:
            found.append(_Row(_IN_BRACKETS.sub("", cells[place]), unit, figures))
    return found


def _meant(sentence: Sentence, told: Told, rows: Sequence[_Row]) -> _Row | None:
    """The one row that is called as the figure is, in its unit."""
    if told.one.rough or told.one.dimension in (PERCENT, POINTS) or _NO_FIGURE.search(told.label):
        return None
    best = [(_common(told.label, row.name), row) for row in rows if row.unit == told.one.unit or _scaled(row, told.one) is not None]
    alike = sorted((one for one in best if one[0] >= _ALIKE or one[0] >= _FEWEST and set(one[1].name) <= set(told.label)), key=lambda one: -one[0])
    return alike[0][1] if alike and (len(alike) == 1 or alike[0][0] > alike[1][0]) else None


def _scaled(row: _Row, one: Quantity) -> Quantity | None:
    found = find_quantities(f"1{row.unit}")
    return found[0] if found and found[0].dimension == one.dimension else None


def _common(one: str, other: str) -> int:
    """The length of the longest stretch that both have."""
    return next((size for size in range(min(len(one), len(other)), 0, -1) if any(one[at : at + size] in other for at in range(len(one) - size + 1))), 0)


def _value(told: Told, row: _Row) -> Decimal:
    """A figure of the text in the unit of a row."""
    scale = _scaled(row, told.one)
    return told.one.value / scale.value if scale is not None else told.one.value


def _odd(table: Table, sentence: Sentence, pairs: Sequence[tuple[Told, _Row]]) -> Iterator[Odd]:
    years = set(_YEAR.findall(sentence.value[sentence.start : sentence.end]))
    for place, column in enumerate(table.columns):
        told = [(told, row.figures[place]) for told, row in pairs if place in row.figures]
        odd = [(one, row) for one, row in pairs if place in row.figures and _value(one, row) != row.figures[place].value]
        if len(odd) != 1 or len(told) - 1 < _FEWEST or (match := _YEAR.search(column.head)) and years and match[0] not in years:
            continue
        one, row = odd[0]
        value, cell = _value(one, row), row.figures[place]
        if any(figure.value == value for figure in row.figures.values()) or abs(value - cell.value) * 100 > cell.value * _NEAR:
            continue
        yield Odd(sentence.at(one.one), f"表中“{row.name}”为{cell.text.value}", [cell.text])
        return
