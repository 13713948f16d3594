"""Ranks and scores (名次与得分): scores fall from rank to rank, but for one (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.tables.figure_cells import Figure, Wrong, figure_in, is_total, written
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.white_space import unspaced

_RANK = Pattern(r"^(?:排名|名次|位次)$")
SCORE = Pattern(r"^(?:综合|最终|考核|评议|评价|平均|总)*(?:得分|总分|分数|成绩|评分|总成绩)(?:[（(].*[）)])?$")
#: Fewer rows show no order.
_FEWEST = 4


def misranked_scores(table: Table) -> Iterator[Wrong]:
    """The one score that is above the one before it or below the one behind it, where all others fall."""
    ranks = [index for index, column in enumerate(table.columns) if _RANK.match(unspaced(column.head))]
    scores = [index for index, column in enumerate(table.columns) if SCORE.match(unspaced(column.head))]
    if len(ranks) != 1 or not scores:
        return
    for group in _in_order([row for row in table.rows if not is_total(row)], ranks[0]):
        figures = [figure for row in group if scores[-1] < len(row.cells) and (figure := figure_in(row.cells[scores[-1]])) is not None]
        if len(figures) == len(group) >= _FEWEST:
            yield from _odd(figures)


#: 最高的为河口镇，最低的为龙塘乡，相差7.9分.
_APART = Scanner(r"最[高多大优好快][^。；]{1,40}最[低少小差慢][^。；\d]{1,24}(?:相差|差距为?|相距)(?:达|为)?(?P<all>(?P<n>\d+(?:\.\d+)?)(?:分|个百分点|元|人|户|天|个|件))", sign="相差|差距|相距")


def told_apart(context: Context) -> Iterator[Odd]:
    """How far the first and the last of a column are said to lie apart."""
    for found in context.once(running).find(_APART, "heading", "paragraph"):
        stated = Decimal(found.match["n"])
        columns = [figures for table in context.document.of("table") if isinstance(table, Table) for figures in _columns(table)]
        ranges = [(max(values) - min(values), figures) for figures in columns if (values := [figure.value for figure in figures])]
        near = [(right, figures) for right, figures in ranges if slipped(stated, right) or right and abs(right - stated) * _TENTH <= right * 2]
        if len(near) == 1 and all(right != stated for right, _figures in ranges):
            right, figures = near[0]
            yield Odd(found.at("all"), f"表中相差{written(right)}", [max(figures, key=_value).text, min(figures, key=_value).text], False)


_TENTH = 10


def _value(figure: Figure) -> Decimal:
    return figure.value


def _columns(table: Table) -> Iterator[list[Figure]]:
    """The columns of figures in all rows but that of the sums."""
    rows = [row for row in table.rows if not is_total(row)]
    for index in range(len(table.columns)):
        figures = [figure for row in rows if index < len(row.cells) and (figure := figure_in(row.cells[index])) is not None]
        if len(figures) == len(rows) >= _FEWEST:
            yield figures


def _in_order(rows: Sequence[Row], rank: int) -> Iterator[list[Row]]:
    """Runs of rows whose ranks rise."""
    run: list[Row] = []
    last = 0
    for row in rows:
        here = int(row.cells[rank].value) if rank < len(row.cells) and row.cells[rank].value.isdecimal() else 0
        if here <= last and run:
            yield run
            run = []
        if here:
            run.append(row)
        last = here
    yield run


def _odd(figures: Sequence[Figure]) -> Iterator[Wrong]:
    if _falls(figures):
        return
    wrong = [index for index in range(len(figures)) if _falls([*figures[:index], *figures[index + 1 :]])]
    # Of two neighbours that are exchanged, either may be meant: then the one is told that is off the more.
    if not wrong:
        return
    index = max(wrong, key=lambda at: _stray(figures, at))
    above = figures[index - 1] if index else figures[index + 1]
    yield Wrong(figures[index].text, f"与名次不符，前后为{'、'.join(figure.text.value for figure in figures[max(0, index - 1) : index + 2] if figure is not figures[index])}", [above.text])


def _falls(figures: Sequence[Figure]) -> bool:
    return all(one.value >= other.value for one, other in pairwise(figures))


def _stray(figures: Sequence[Figure], index: int) -> float:
    beside = [figure.value for figure in (*figures[max(0, index - 1) : index], *figures[index + 1 : index + 2])]
    return float(min(abs(figures[index].value - value) for value in beside))
