"""What holds along every row but one (行内勾稽): rises from one column to the next, shares of a whole told by their columns (norms FIG-16).

Two rows that bear a law out are no proof: that is said as something to look at; a head that names the law is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from typing import NamedTuple

from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.tables.crossed_sums import RowSums, row_sums
from hegao.checks.text.arithmetic.tables.figure_cells import NO_SUM, Figure, Grid, Wrong, cell_of, figure_in, is_total, written
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.column_heads import heads_of

_NO_MEASURE = Pattern(heads_of("serial", "no-figure"))
_RISE = Pattern("增长|增幅|增速|涨幅|升幅|降幅|下降率|变化率|变动率|^[\\s*]*同比")
_NO_RISE = Pattern("点|数|量|额|值")
#: What grows by constant prices, whatever its amounts are.
_REAL = Pattern("生产总值|增加值|GDP")
_YEAR = Pattern(r"20\d\d")
_OLD, _NEW = Pattern("上年|去年|同期|上期|上月|基期|年初"), Pattern("本年|今年|本期|本月|当年|报告期|年末")
#: So many rows bear a law out; figures of which one is no greater prove nothing.
_FEWEST, _GREATER = 2, 10
_WIDEST, _NEAR = 8, 25
_SUMMANDS = 2


class _Row(NamedTuple):
    """A row by a law: what is stated, what it should be, what that comes of, and whether it is right."""

    stated: Figure
    right: Decimal
    others: Sequence[Figure]
    fits: bool


def wrong_by_law(table: Table) -> Iterator[Wrong]:
    """The cells that break what all other rows keep."""
    rows = [row for row in table.rows if any(cell.value.strip() for cell in row.cells)]
    heads = [column.head for column in table.columns]
    if len(rows) <= 1 or not heads:
        return
    grid = [[figure_in(cell) for cell in row.cells] for row in rows]
    nominal = [(row, cells) for row, cells in zip(rows, grid, strict=True) if not any(_REAL.search(cell.value) for cell in row.cells)]
    yield from _rises([[figure or _in_words(cell) for cell, figure in zip(row.cells, cells, strict=True)] for row, cells in nominal], heads)
    yield from _signs(rows, grid, heads)
    items = [cells for cells, row in zip(grid, rows, strict=True) if not is_total(row)]
    if len(items) > _FEWEST:
        yield from _summed(items, heads)
        yield from _balanced(items, heads)
        yield from _multiplied(items, heads)
        yield from _averaged(items, heads)
        yield from _run_up(items, heads)
    yield from _parts_of_columns(items, heads)


def _one_odd(several: Sequence[_Row], fewest: int) -> _Row | None:
    odd = [one for one in several if not one.fits]
    return odd[0] if len(odd) == 1 and len(several) - 1 >= fewest else None


def _rises(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """200, 230, 15.0%: by how much one column is above another."""
    for column, head in enumerate(heads):
        if not _RISE.search(head) or _NO_RISE.search(head) and "%" not in head and "％" not in head and "率" not in head:
            continue
        figures = [index for index in range(len(heads)) if index != column and not NO_SUM.search(heads[index]) and not _NO_MEASURE.search(heads[index])][:_WIDEST]
        pairs = [(list(_risen(grid, column, one, other)), one, other) for one, other in permutations(figures, 2)]
        several, one, other = max(pairs, key=lambda pair: sum(row.fits for row in pair[0]), default=([], 0, 0))
        odd = _one_odd(several, 1)
        named = odd is not None and _follow(heads[one], heads[other])
        if odd is not None and (len(several) > _FEWEST or named):
            share = "%" if odd.stated.percent else ""
            yield Wrong(odd.stated.text, written(odd.right) + share, [figure.text for figure in odd.others], len(several) > _FEWEST)


#: 下降12.0%, +2: a figure with the word or the sign of its direction.
_DIRECTED = Pattern(r"[*\s]*(?P<way>增长|上升|增加|提高|下降|减少|降低|[+＋↑↓－-])(?P<figure>\d+(?:\.\d+)?)(?P<percent>[%％])?[*\s]*")
_DOWN = frozenset("下减降↓－-")


def _in_words(cell: Text) -> Figure | None:
    match = _DIRECTED.fullmatch(cell.value)
    if match is None:
        return None
    sign = -1 if match["way"][0] in _DOWN else 1
    return Figure(cell.slice(match.start("figure"), match.end("percent") if match["percent"] else match.end("figure")), sign * Decimal(match["figure"]), bool(match["percent"]))


_CHANGED = Pattern("增减|变化|升降|±|增[（(]|同比|增长")


def _signs(rows: Sequence[Row], grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """25, 27, -2: the one change that goes the other way than its figures do."""
    for column in (index for index, head in enumerate(heads) if _CHANGED.search(head)):
        told = [(index, match) for index, row in enumerate(rows) if column < len(row.cells) and (match := _DIRECTED.fullmatch(row.cells[column].value)) is not None]
        figures = [index for index in range(len(heads)) if index != column and not NO_SUM.search(heads[index]) and not _NO_MEASURE.search(heads[index])][:_WIDEST]
        for one, other in permutations(figures, 2) if len(told) > _FEWEST else ():
            known = [(index, match, first, second) for index, match in told if (first := cell_of(grid, index, one)) is not None and (second := cell_of(grid, index, other)) is not None]
            odd = [item for item in known if (item[1]["way"][0] in _DOWN) != (item[3].value < item[2].value) and item[3].value != item[2].value]
            ways = {item[3].value < item[2].value for item in known}
            exact = all(abs(item[3].value - item[2].value) == Decimal(item[1]["figure"]) or item[1]["percent"] for item in known)
            if len(odd) == 1 and len(known) == len(told) and exact and (len(ways) > 1 or len(known) > _FEWEST + 1):
                index, match, first, second = odd[0]
                yield Wrong(rows[index].cells[column], f"方向相反（由{first.text.value}到{second.text.value}）", [first.text, second.text])
                return


def _follow(one: str, other: str) -> bool:
    first, second = _YEAR.search(one), _YEAR.search(other)
    return first is not None and second is not None and int(first[0]) + 1 == int(second[0]) or _OLD.search(one) is not None and _NEW.search(other) is not None


def _risen(grid: Grid, column: int, one: int, other: int) -> Iterator[_Row]:
    for index in range(len(grid)):
        stated, base, now = (cell_of(grid, index, place) for place in (column, one, other))
        if stated is None or base is None or now is None or not base.value or base.percent or now.percent:
            continue
        right = (now.value - base.value) * 100 / base.value
        # What is rounded in the two may be more than what is rounded in the rise.
        loose = stated.step + sum(((abs(right) + 100) * figure.step / 2 / base.value for figure in (base, now) if figure.step < 1), Decimal(0))
        fits = min(abs(right - stated.value), abs(abs(right) - abs(stated.value))) <= loose
        yield _Row(stated, right.quantize(stated.step), (base, now), fits)


def _summed(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """90, 28, 32, 30: a column and those behind it that share it out, whatever it is called."""
    best: RowSums | None = None
    for one in row_sums(grid, heads):
        odd = [index for index, off in one.off.items() if off]
        shown = [index for index, off in one.off.items() if not off and (cell := cell_of(grid, index, one.column)) is not None and cell.value > _GREATER]
        if len(one.others) > _SUMMANDS - one.said and len(odd) == 1 and len(shown) >= _FEWEST and (best is None or len(one.others) > len(best.others)):
            best = one
    if best is not None:
        index = next(index for index, off in best.off.items() if off)
        stated = cell_of(grid, index, best.column)
        assert stated is not None
        off = best.off[index]
        if abs(off) * 100 <= stated.value * _NEAR or slipped(stated.value, stated.value - off):
            others = [figure.text for other in best.others if (figure := cell_of(grid, index, other)) is not None]
            yield Wrong(stated.text, written(stated.value - off), others, False)


#: 平均, 平均分, 均分, 综合平均得分.
_MEAN = Pattern(r"^[\s*]*[\u3400-\u9fff]{0,4}平均[\u3400-\u9fff]{0,4}[\s*]*(?:[（(].{1,4}[）)])?[\s*]*$|均分|均值")


def _averaged(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """88.6, 90.2, 91.8, 90.2: the column that is the mean of those before it in all rows but one."""
    for column in (index for index, head in enumerate(heads) if _MEAN.search(head)):
        several = []
        for index in range(len(grid)):
            stated = cell_of(grid, index, column)
            others = [cell for place in range(column) if (cell := cell_of(grid, index, place)) is not None and not _NO_MEASURE.search(heads[place])]
            if stated is not None and len(others) >= _SUMMANDS:
                right = sum((cell.value for cell in others), Decimal(0)) / len(others)
                several.append(_Row(stated, right.quantize(stated.step), others, abs(right - stated.value) <= stated.step))
        odd = _one_odd(several, _FEWEST)
        if odd is not None:
            yield Wrong(odd.stated.text, written(odd.right), [cell.text for cell in odd.others])


def _balanced(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """860, 842, 18: one column is what two others make together, or apart."""
    columns = [index for index in range(len(heads)) if not NO_SUM.search(heads[index]) and not _NO_MEASURE.search(heads[index])][:_WIDEST]
    sums_of_all = [one for one in row_sums(grid, heads) if one.right == len(one.off) >= _FEWEST]
    for three in combinations(columns, 3):
        for whole in three:
            one, other = (column for column in three if column != whole)
            odd = _balance(grid, whole, one, other)
            # Scores of 25, 15 and 10 points rise and fall together.
            if odd is not None and not any(set(three) <= {sums.column, *sums.others} for sums in sums_of_all):
                yield odd
                return


def _balance(grid: Grid, whole: int, one: int, other: int) -> Wrong | None:
    several = []
    shown = 0
    for index in range(len(grid)):
        stated, first, second = (cell_of(grid, index, place) for place in (whole, one, other))
        if stated is None or first is None or second is None or stated.percent or first.percent or second.percent:
            continue
        right = first.value + second.value
        several.append(_Row(stated, right, (first, second), right == stated.value))
        shown += right == stated.value and stated.value > _GREATER and first.value > 0 and second.value >= 0
    odd = _one_odd(several, _FEWEST)
    if odd is None or shown < _FEWEST or abs(odd.right - odd.stated.value) * 100 > odd.stated.value * _NEAR and not slipped(odd.stated.value, odd.right):
        return None
    # The least of three is what was reckoned from the others.
    least = min(odd.others, key=lambda figure: figure.value)
    return Wrong(least.text, written(least.value + odd.stated.value - odd.right), [odd.stated.text], False) if least.value + odd.stated.value > odd.right else Wrong(odd.stated.text, written(odd.right), [figure.text for figure in odd.others], False)


_SCALES = (Decimal(1), Decimal(100), Decimal(10_000))
#: A product of small figures is met by chance.
_LEAST_PRODUCT = 100


def _multiplied(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """8500, 765000, 90: a column is the product of two others, in so few rows that it is likely only."""
    columns = [index for index in range(len(heads)) if not _NO_MEASURE.search(heads[index])][:_WIDEST]
    for one, other, product in permutations(columns, 3):
        for scale in _SCALES if one < other else ():
            several = list(_made(grid, one, other, product, scale))
            odd = _one_odd(several, _FEWEST)
            shown = {(row.others[0].value, row.others[1].value) for row in several if row.fits and row.stated.value * scale >= _LEAST_PRODUCT and min(figure.value for figure in row.others) > 1}
            if odd is None or len(shown) < _FEWEST or abs(odd.right - odd.stated.value) * 100 > odd.stated.value * _NEAR and not slipped(odd.stated.value, odd.right):
                continue
            yield Wrong(odd.stated.text, written(odd.right), [figure.text for figure in odd.others], False)
            return


def _made(grid: Grid, one: int, other: int, product: int, scale: Decimal) -> Iterator[_Row]:
    for index in range(len(grid)):
        stated, first, second = (cell_of(grid, index, place) for place in (product, one, other))
        if stated is not None and first is not None and second is not None and not (stated.percent or first.percent or second.percent):
            right = first.value * second.value / scale
            yield _Row(stated, right, (first, second), abs(right - stated.value) <= (stated.step / 2 if stated.step < 1 else 0))


_SO_FAR = Pattern("累计")


def _run_up(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """当月 1150, 累计 2610 under 1460: what there was so far and what came."""
    for far in (index for index, head in enumerate(heads) if _SO_FAR.search(head)):
        for came in (index for index in range(len(heads)) if index != far and not NO_SUM.search(heads[index]) and not _NO_MEASURE.search(heads[index])):
            rows = [(one, other) for index in range(len(grid)) if (one := cell_of(grid, index, far)) is not None and (other := cell_of(grid, index, came)) is not None]
            if len(rows) != len(grid):
                continue
            wrong = [index for index in range(1, len(rows)) if rows[index][0].value != rows[index - 1][0].value + rows[index][1].value]
            # A sum so far that is wrong spoils its own row and the one behind.
            alone = len(wrong) == 1 or len(wrong) == _FEWEST and wrong[1] == wrong[0] + 1
            if alone and (len(rows) - 1 - len(wrong) >= 1 and len(rows) > _FEWEST + 1 or _runs_up_to_the_last(rows)):
                right = rows[wrong[0] - 1][0].value + rows[wrong[0]][1].value
                stated = rows[wrong[0]][0]
                yield Wrong(stated.text, written(right), [rows[wrong[0]][1].text], len(rows) > len(wrong) + _FEWEST)
                return


def _runs_up_to_the_last(rows: Sequence[tuple[Figure, Figure]]) -> bool:
    """Whether the first and the last sum so far are what came up to there, so that only one between is wrong."""
    return len(rows) > _FEWEST and rows[0][0].value == rows[0][1].value and rows[-1][0].value == sum((came.value for _far, came in rows), Decimal(0))


_OF_IT = Pattern(r"^[\s*]*其中")


def _parts_of_columns(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """3100, 其中脱贫户 3240: part of a column, by its head, is above all of it."""
    for part in (index for index, head in enumerate(heads) if _OF_IT.search(head) and not NO_SUM.search(head)):
        whole = next((index for index in range(part - 1, -1, -1) if not _OF_IT.search(heads[index])), None)
        if whole is None or NO_SUM.search(heads[whole]) or _NO_MEASURE.search(heads[whole]) or _unit(heads[whole]) != _unit(heads[part]):
            continue
        pairs = [(one, other) for index in range(len(grid)) if (one := cell_of(grid, index, whole)) is not None and (other := cell_of(grid, index, part)) is not None]
        odd = [(one, other) for one, other in pairs if other.value > one.value and not other.percent]
        if len(odd) == 1 and len(pairs) > 1:
            yield Wrong(odd[0][1].text, f"不超过{odd[0][0].text.value}", [odd[0][0].text])


def _unit(head: str) -> str:
    match = _IN_BRACKETS.search(head)
    return match[0] if match is not None else ""


_IN_BRACKETS = Pattern(r"[（(][^（）()]{1,6}[）)][\s*]*$")
