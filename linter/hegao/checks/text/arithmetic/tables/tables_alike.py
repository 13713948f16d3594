"""Two tables that give one thing's figure under the same head (表与表一致): a row of the one against the row of that name in the other (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.tables.figure_cells import Figure, figure_in
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced
from hegao.words.column_heads import heads_of

_NO_MEASURE = Pattern(heads_of("serial", "no-figure"))
_UNIT = Pattern(r"[（(][^（）()]{1,6}[）)]$")
_NAME = Pattern(r"[\u3400-\u9fff（）()]{2,20}")
#: Shorter heads (金额, 人数) say nothing of what is counted.
_SHORTEST = 3
_FEWEST, _LARGEST = 2, 400


def retold_in_tables(context: Context) -> Iterator[Odd]:
    """The one figure of a column that another table gives otherwise, where all others of the column are the same."""
    tables = [node for node in context.document.of("table") if isinstance(node, Table) and _FEWEST <= len(node.rows) <= _LARGEST]
    known = [(table, named) for table in tables if (named := _columns(table))]
    for (_one, first), (_other, second) in combinations(known, 2):
        for head in first:
            if head in second:
                yield from _unlike(first[head], second[head])


def _unlike(first: dict[str, Figure], second: dict[str, Figure]) -> Iterator[Odd]:
    shared = [name for name in first if name in second]
    odd = [name for name in shared if first[name].value != second[name].value]
    same: set[Decimal] = {first[name].value for name in shared if name not in odd}
    sums = [name for name in odd if "计" in name or name.startswith("全")]
    items = [name for name in odd if name not in sums]
    if len(items) == 1 and len(same) >= _FEWEST:
        one, other = first[items[0]], second[items[0]]
        sure = len(same) > _FEWEST and slipped(one.value, other.value)
        yield Odd(other.text, f"另一表中“{items[0]}”为{one.text.value}", [one.text], sure)
    elif len(items) == 1 and same and slipped(first[items[0]].value, second[items[0]].value):
        # Where there are few rows beside it, a slip of the pen.
        one, other = first[items[0]], second[items[0]]
        yield Odd(other.text, f"另一表中“{items[0]}”为{one.text.value}", [one.text], False)


def _columns(table: Table) -> dict[str, dict[str, Figure]]:
    """The figures of each column whose head says what is counted, by the names of their rows."""
    names = _names(table)
    found: dict[str, dict[str, Figure]] = {}
    for place, column in enumerate(table.columns):
        head = unspaced(column.head).strip("*")
        bare = _UNIT.sub("", head)
        if len(bare) < (_SHORTEST if bare == head else _FEWEST) or bare.endswith("计") or _NO_MEASURE.search(head) or head in found:
            continue
        cells = {name: figure for name, row in names.items() if place < len(row.cells) and (figure := figure_in(row.cells[place])) is not None and figure.value > 1}
        if len(cells) >= _FEWEST:
            found[head] = cells
    return found


def _names(table: Table) -> dict[str, Row]:
    """The rows by the first cell that is a name, where each name stands once."""
    for place in range(min(3, len(table.columns))):
        rows = [(unspaced(row.cells[place].value).strip("*"), row) for row in table.rows if place < len(row.cells)]
        named = [(name, row) for name, row in rows if _NAME.fullmatch(name)]
        if len(named) * 3 >= len(table.rows) * 2 and len(dict(named)) == len(named):
            return dict(named)
    return {}
