"""The figures that cells of a table hold (表中数), and what their rows and columns are (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.column_heads import heads_of
from hegao.words.sum_labels import SUM

_TOTAL = Pattern(rf"{SUM}$")
#: Heads of columns that are not added up.
NO_SUM = Pattern(heads_of("no-sum"))
SUM_HEAD = Pattern(r"合计|小计|总计|共计|总数|总额|总投资|计$|总量|总分|总人数")
#: A label in numerals, which heads a group of rows: 一, （二）.
HAN_LABEL = Pattern(r"^[*\s]*[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?[*\s]*$")
_FIGURE = Pattern(r"^[*\s]*(?P<figure>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)[*\s]*(?P<percent>[%％])?[*\s]*$")


class Wrong(NamedTuple):
    """A cell that others contradict: what they give, some of them, and whether that is certain."""

    cell: Text
    found: str
    others: Sequence[Text]
    sure: bool = True


class Figure(NamedTuple):
    """A cell that holds a figure and nothing else: where it stands, its value, whether it is a rate."""

    text: Text
    value: Decimal
    percent: bool

    @property
    def step(self) -> Decimal:
        """One of its last digit."""
        return Decimal(10) ** min(0, int(self.value.as_tuple().exponent))


Grid = Sequence[Sequence[Figure | None]]


def figure_in(cell: Text) -> Figure | None:
    """The figure that a cell holds, if it holds nothing else."""
    match = _FIGURE.match(cell.value)
    if match is None:
        return None
    shown = cell.slice(match.start("figure"), match.end("percent") if match["percent"] else match.end("figure"))
    return Figure(shown, Decimal(match["figure"].replace(",", "")), bool(match["percent"]))


def is_total(row: Row) -> bool:
    """Whether a row bears the sums of the others (合计)."""
    return any(_TOTAL.match(cell.value) for cell in row.cells[:3] if cell.value.strip())


def plain_rows(table: Table) -> list[Row]:
    """The rows that say something and are no sums."""
    return [row for row in table.rows if not is_total(row) and any(cell.value.strip() for cell in row.cells)]


def cell_of(grid: Grid, row: int, column: int) -> Figure | None:
    """The figure at a place; None where there is none."""
    return grid[row][column] if column < len(grid[row]) else None


def written(value: Decimal) -> str:
    """A value as a cell shows it, without noughts at the end of its decimals."""
    return f"{value.normalize():f}"


def slack(stated: Decimal, parts: int) -> Decimal:
    """What rounding may make of a sum; whole figures are counted."""
    places = max(0, -int(stated.as_tuple().exponent))
    return Decimal(parts) * Decimal(10) ** -places / 2 if places else Decimal(0)
