"""Places of one row (行内属地): a body of 平川市 in the row of a school of 江北市, where in all other rows both are of one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from hegao.checks.base import Context
from hegao.checks.text.strange_places import Stranger
from hegao.document.model import Row, Table
from hegao.document.told_by_cells import is_total
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_PLACE = Pattern(lambda: rf"[\u3400-\u9fff]{{1,3}}?{one_of(name for name in level_names('place') if len(name) == 1)}(?![区县市乡镇])")
_FEWEST, _WIDEST, _LONGEST = 2, 8, 40


def other_places_of_rows(context: Context) -> Iterator[Stranger]:
    """The one place of a cell that is none of its row's, by two columns that agree in all other rows and name several places."""
    for table in context.document.of("table"):
        if isinstance(table, Table) and len(table.rows) > _FEWEST:
            rows = [row for row in table.rows if not is_total(row)]
            columns = [[_place(row, index) for row in rows] for index in range(min(len(table.columns), _WIDEST))]
            yield from _odd(rows, columns)


def _place(row: Row, index: int) -> Text | None:
    """The place that a cell begins with."""
    cell = row.cells[index] if index < len(row.cells) else None
    match = _PLACE.match(cell.value) if cell is not None and len(cell) <= _LONGEST else None
    return cell.slice(*match.span()) if cell is not None and match is not None else None


def _odd(rows: Sequence[Row], columns: Sequence[Sequence[Text | None]]) -> Iterator[Stranger]:
    told: set[int] = set()
    for one, other in combinations(range(len(columns)), 2):
        pairs = [(first, second) for first, second in zip(columns[one], columns[other], strict=True) if first is not None and second is not None]
        odd = [(first, second) for first, second in pairs if first.value != second.value]
        several = {first.value for first, _second in pairs}
        if len(odd) == 1 and len(pairs) - 1 >= _FEWEST and len(pairs) == len(rows) and len(several) > 1:
            first, second = odd[0]
            # The other half of the row may tell which of the two is wrong; the body mostly is.
            if second.line not in told:
                told.add(second.line)
                yield Stranger(second.value, second, first.value)
