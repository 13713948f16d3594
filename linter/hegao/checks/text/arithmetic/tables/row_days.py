"""How many days a row tells beside its days (天数栏与起止栏): 2026年5月18日, 2026年5月22日, 6 (norms DAT-07, FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from hegao.checks.base import Context
from hegao.checks.date.cell_days import CellTime, cell_times
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import Figure, figure_in
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_DAYS = Pattern(r"天数|日数|[（(][天日][）)]$|^工期|^[\u3400-\u9fff]{0,4}[天日]$")
_COUNTED = Pattern(r"\s*(?P<n>\d{1,4})\s*个?(?:日历)?[天日]\s*")
_FEWEST, _NEAR = 2, 5


def wrong_days_of_rows(context: Context) -> Iterator[Odd]:
    """The one row whose days are more or fewer than it tells, where the other rows reckon in one way."""
    for table, rows, times in context.once(cell_times):
        for place, column in enumerate(table.columns):
            if _DAYS.search(column.head):
                yield from _odd(table, rows, times, place)


def _odd(table: Table, rows: Sequence[Row], times: Sequence[Sequence[CellTime | None]], place: int) -> Iterator[Odd]:
    width = range(len(table.columns))
    for one, other in (*((column, column) for column in width), *combinations(width, 2)):
        lengths = [
            ((second.last - first.first).days, told, first.at)
            for row, cells in zip(rows, times, strict=True)
            if max(one, other) < len(cells) and (first := cells[one]) is not None and (second := cells[other]) is not None and (told := _told(row, place)) is not None
        ]
        # Both ends counted, or one of them.
        for more in (1, 0):
            odd = [(days + more, told, at) for days, told, at in lengths if told[1] != days + more]
            if len(odd) == 1 and len(lengths) - 1 >= _FEWEST and abs(odd[0][0] - odd[0][1][1]) <= max(_NEAR, odd[0][1][1] // _NEAR):
                days, told, at = odd[0]
                yield Odd(told[0], str(days), [at], len({length for length, _told, _at in lengths}) > 1 or len(lengths) > _FEWEST + 1)
                return


def _told(row: Row, place: int) -> tuple[Text, int] | None:
    cell = row.cells[place] if place < len(row.cells) else None
    figure: Figure | None = figure_in(cell) if cell is not None else None
    if figure is not None:
        return figure.text, int(figure.value)
    match = _COUNTED.fullmatch(cell.value) if cell is not None else None
    return (cell.slice(*match.span()), int(match["n"])) if cell is not None and match is not None else None
