"""Values told one by one (分别) of things that are rows of a table: 新建甲、乙、丙3座水厂，日供水分别为1.2万、1.3万和0.8万立方米 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, plain_rows
from hegao.document.model import Row, Table
from hegao.phrases.quantities import Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_IN_TURN = Scanner(r"(?P<names>[^，。；：、（）()\d]{2,16}(?:、[^，。；：、（）()\d]{2,16})+(?:(?:和|及|以及)[^，。；：、（）()\d]{2,16})?)(?:\d{1,2}[\u3400-\u9fff]{1,8})?[，]?[^，。；：、\d]{0,12}分别[^，。；：、\d]{0,8}(?P<values>\d[^。；]{3,120})", sign=r"分别[^，。；：、\d]{0,8}\d")
_AND = Pattern(r"、|(?<=[\u3400-\u9fff]{2})(?:以及|[和及])(?=[\u3400-\u9fff]{2})")
_JOINT = Pattern(r"[、，]|和|及|以及")
_UNIT = Pattern(r"[（(](?P<unit>[^（）()]{1,6})[）)]$")
_FEWEST, _NAME = 3, 2


def told_in_turn(context: Context) -> Iterator[Odd]:
    """The one value of several that is not that of the row of its name."""
    tables = [node for node in context.document.of("table") if isinstance(node, Table) and len(node.rows) >= _FEWEST]
    for found in context.once(running_without_names).find(_IN_TURN, "heading", "paragraph") if tables else ():
        names = _AND.split(found.match["names"])
        values = _values(found.match["values"])
        if len(names) == len(values) >= _FEWEST:
            for table in tables:
                odd = _odd(found, names, values, table)
                if odd is not None:
                    yield odd
                    break


def _values(said: str) -> list[Quantity]:
    """The figures at the beginning that nothing but marks parts."""
    several = list(find_quantities(said))
    size = next((index + 1 for index, (one, other) in enumerate(pairwise(several)) if not _JOINT.fullmatch(said[one.end : other.start]) or one.dimension != other.dimension), len(several))
    return several[:size] if several and several[0].start == 0 else []


def _odd(found: Found, names: Sequence[str], values: Sequence[Quantity], table: Table) -> Odd | None:
    # Before the first name there may be a verb: 新建青石.
    rows = [_row(table, name, first=not place) for place, name in enumerate(names)]
    start = found.match.start("values")
    wrong: list[tuple[Quantity, Text, str]] = []
    for row, one in zip(rows, values, strict=True):
        cells = _cells(table, row, one) if row is not None else []
        if not cells:
            return None
        if not any(cell.value == one.value for _at, cell in cells):
            if len(cells) > 1:
                return None
            wrong.append((one, cells[0][0], cells[0][1].say(cells[0][1].value)))
    if len(wrong) != 1:
        return None
    one, at, said = wrong[0]
    return Odd(found.passage.slice(start + one.start, start + one.end), f"表中为{said}", [at])


def _row(table: Table, name: str, first: bool) -> Row | None:
    """The one row whose name begins with a name, of the first the end of it."""
    sizes = range(len(name), _NAME - 1, -1) if first else (len(name),)
    for size in sizes:
        rows = [row for row in plain_rows(table) if any(cell.value.strip().startswith(name[len(name) - size :]) for cell in row.cells[:3])]
        if rows:
            return rows[0] if len(rows) == 1 else None
    return None


def _cells(table: Table, row: Row, like: Quantity) -> list[tuple[Text, Quantity]]:
    """The figures of a row in the dimension of a value, with the unit of their head where they stand alone."""
    found: list[tuple[Text, Quantity]] = []
    for column, cell in zip(table.columns, row.cells, strict=False):
        unit = _UNIT.search(column.head)
        figure = figure_in(cell)
        if figure is not None and unit is not None:
            found += [(figure.text, one) for one in find_quantities(f"{figure.value}{unit['unit']}") if one.dimension == like.dimension]
        elif figure is None:
            found += [(cell.slice(one.start, one.end), one) for one in find_quantities(cell.value) if one.dimension == like.dimension]
    return found
