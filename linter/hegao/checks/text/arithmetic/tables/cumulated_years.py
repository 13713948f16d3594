"""What has been reached by a year (累计), against the columns of a table, one for each year: 到2027年底累计建成30个 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, pairwise

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, plain_rows, written
from hegao.document.model import Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.white_space import unspaced

_BY_YEAR = Scanner(r"到(?P<year>20\d\d)年底?(?:前)?[，,]?[^。；，\d]{0,10}累计[^，。；、\d]{0,14}(?P<at>(?P<n>\d{1,6}(?:\.\d+)?)(?:[\u3400-\u9fff]{1,3}))", sign="累计")
_YEAR = Pattern(r"^(?P<year>20\d\d)年?(?:[（(][^（）()]{1,4}[）)]|任务|计划|目标|建设)*$")
_NEAR = 25


def wrong_cumulated(context: Context) -> Iterator[Odd]:
    """Sums up to a year that the columns of years do not make, where those up to another year are met."""
    told = list(context.once(running).find(_BY_YEAR, "heading", "paragraph"))
    if len(told) < 2:
        return
    for table in context.document.of("table"):
        reached = _reached(table) if isinstance(table, Table) else {}
        here = [found for found in told if int(found.match["year"]) in reached]
        odd = [found for found in here if Decimal(found.match["n"]) != reached[int(found.match["year"])]]
        if len(odd) == 1 and len(here) > 1:
            right = reached[int(odd[0].match["year"])]
            if abs(right - Decimal(odd[0].match["n"])) * 100 <= right * _NEAR:
                yield Odd(odd[0].at("at"), f"表中至{odd[0].match['year']}年累计{written(right)}", [], False)


def _reached(table: Table) -> dict[int, Decimal]:
    """What the columns of years come to from the first on, by year."""
    columns = [(int(match["year"]), index) for index, column in enumerate(table.columns) if (match := _YEAR.match(unspaced(column.head))) is not None]
    if len(columns) < 2 or any(other[0] != one[0] + 1 for one, other in pairwise(columns)):
        return {}
    rows = plain_rows(table)
    sums = []
    for _year, index in columns:
        cells = [figure.value for row in rows if index < len(row.cells) and (figure := figure_in(row.cells[index])) is not None]
        if not cells:
            return {}
        sums.append(sum(cells, Decimal(0)))
    return dict(zip((year for year, _index in columns), accumulate(sums), strict=True))
