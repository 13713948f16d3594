"""What the text tells of a column of scores (得分): their mean, the highest and the lowest, how many are within a band (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, plain_rows, written
from hegao.checks.text.arithmetic.tables.ranked_scores import SCORE
from hegao.document.model import Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced

_N = r"\d{1,3}(?:\.\d{1,2})?"
_MEAN = Scanner(rf"(?P<of>平均(?:得分|分值?|成绩|总分)?|均分)(?:为|是|达到?)?(?P<at>(?P<n>{_N})分)(?!钟|以|之)", sign="均")
_EDGE = Scanner(rf"(?P<of>最[高低])(?:得?分|的?单位|的)?(?:为|是)?(?P<at>(?P<n>{_N})分)(?!钟|以|之)", sign="最[高低]")
_COUNT = r"(?:[（(][^（）()\d]{1,8}[）)])?(?:的|者)?[^，。；、：:\d“”（）()]{0,8}?(?:[（(][^（）()\d]{1,4}[）)])?(?:有|共|为)?(?P<at>(?P<n>\d{1,3})[个家名户所人](?!百分))"
_BANDS = Scanner(
    rf"(?<![\d.])(?:(?P<low>{_N})分?(?:[（(]含[）)])?(?:至|到|[—～~–-]{{1,2}}|以上[，、]?(?:不满|不足|低于|至)?)(?P<high>{_N})分(?:[（(]不?含[）)])?(?P<below>以下)?|(?P<least>{_N})分(?:[（(]含[）)]|及)?以上|(?P<under>{_N})分(?:[（(]不含[）)])?以下)(?!\d){_COUNT}",
    sign=r"分[^，。；、：:\d]{0,20}\d{1,3}[个家名户所人]",
)
#: Scores of another time, or of one row alone.
_OTHERWISE = Pattern("上年|去年|同期|上季|上月|全省|全国|满分|提高|下降")
_NEAR, _FEWEST, _MOST_OFF = 10, 3, 2


class _Scores(NamedTuple):
    """The scores of a column, and the cells that hold them."""

    values: Sequence[Decimal]
    cells: Sequence[Text]


def told_scores(context: Context) -> Iterator[Odd]:
    """What is told of scores, where the tables show it otherwise."""
    columns = [scores for table in context.document.of("table") if isinstance(table, Table) for scores in _columns(table)]
    if not columns:
        return
    text = context.once(running)
    for found in text.find(_MEAN, "heading", "paragraph"):
        yield from _mean(found, columns)
    for found in text.find(_EDGE, "heading", "paragraph"):
        yield from _edge(found, columns)
    if len(columns) == 1:
        for found in text.find(_BANDS, "heading", "paragraph"):
            yield from _band(found, columns[0])


def _columns(table: Table) -> Iterator[_Scores]:
    rows = plain_rows(table)
    for index, column in enumerate(table.columns):
        if SCORE.match(unspaced(column.head)):
            figures = [figure for row in rows if index < len(row.cells) and (figure := figure_in(row.cells[index])) is not None]
            if len(figures) == len(rows) >= _FEWEST:
                yield _Scores([figure.value for figure in figures], [figure.text for figure in figures])


def _mean(found: Found, columns: Sequence[_Scores]) -> Iterator[Odd]:
    stated = Decimal(found.match["n"])
    step = Decimal(1).scaleb(-len(found.match["n"].partition(".")[2]))
    means = [sum(scores.values, Decimal(0)) / len(scores.values) for scores in columns]
    if _OTHERWISE.search(_clause(found)) or any(abs(mean - stated) < step for mean in means):
        return
    near = min(means, key=lambda mean: abs(mean - stated))
    if abs(near - stated) * 100 <= near * _NEAR:
        yield Odd(found.at("at"), f"表中各项平均为{written(near.quantize(max(step, Decimal('0.01')) if step < 1 else Decimal('0.1')))}分", columns[means.index(near)].cells[:1], len(columns) == 1 and str(len(columns[0].values)) in found.sentence())


def _edge(found: Found, columns: Sequence[_Scores]) -> Iterator[Odd]:
    stated = Decimal(found.match["n"])
    edges = [max(scores.values) if found.match["of"] == "最高" else min(scores.values) for scores in columns]
    if len(columns) == 1 and stated != edges[0] and not _OTHERWISE.search(_clause(found)) and abs(edges[0] - stated) * 100 <= edges[0] * _NEAR:
        yield Odd(found.at("at"), f"表中{found.match['of']}为{written(edges[0])}分", columns[0].cells[:1], False)


def _clause(found: Found) -> str:
    """From the last mark to the figure."""
    before = found.match.string[: found.match.start("n")]
    return before[max(before.rfind(mark) for mark in "，。；：") + 1 :]


def _band(found: Found, scores: _Scores) -> Iterator[Odd]:
    match = found.match
    low, high = match["low"] or match["least"], match["high"] or match["under"]
    # 80分至89分 takes in what lies below 90.
    open_end = match["under"] is not None or match["below"] is not None or match["high"] is not None and match["high"].endswith("0")
    limit = Decimal(high) + (0 if open_end else Decimal(1).scaleb(-len(high.partition(".")[2]))) if high is not None else None
    right = sum((low is None or value >= Decimal(low)) and (limit is None or value < limit) for value in scores.values)
    stated = int(match["n"])
    if stated != right and abs(stated - right) <= _MOST_OFF and (match["high"] is None or not match["high"].endswith("0") or match["below"]):
        yield Odd(found.at("at"), f"表中为{right}个", scores.cells[:1], False)
