"""Columns of which one is never more than another (行内大小), years that rise along a row, and 是 or 否 against two figures (norms FIG-16).

已开工 3.0, 已完工 3.5, where all other rows finish no more than they began; 8640, 9600, 10560, 1152 along the years; 目标 98, 完成 96.8, 是否完成 是.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.text.arithmetic.tables.figure_cells import Figure, Grid, Wrong, cell_of, figure_in, is_total, written
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.words.column_heads import heads_of
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

_ALL = Pattern(lambda: rf"{one_of(figure_words('looked-at'))}|开工|应|在册|总数|入库")
_OF_IT = Pattern(lambda: rf"{one_of(figure_words('turned-out'))}|完工|竣工|^实|已")
_RATE = Pattern(r"率|占|比(?![例重])|%|％|均|每|得分|评分")
_GOAL, _DONE, _WHETHER = Pattern("目标|计划|任务|标准|指标值|要求"), Pattern("完成|实际|达到|实绩"), Pattern("^是否(?:完成|达标|达到|实现)")
#: What is to be kept low.
_LESS_IS_BETTER = Pattern("浓度|超|降|死亡|事故|能耗|投诉|时限|时间|时长|不超过|控制|负担|误差|失业|耗|以下|次数|逾期|案件|缺|天数")
_NAMED = 3
_NO_MEASURE = Pattern(heads_of("serial", "no-figure"))
_YEAR = Pattern(r"20\d\d年?")
_FEWEST, _STEEP = 3, Decimal("2.5")


def wrong_by_order(table: Table) -> Iterator[Wrong]:
    """The cells that stand above or below what their row allows."""
    rows = [row for row in table.rows if not is_total(row) and any(cell.value.strip() for cell in row.cells)]
    heads = [column.head for column in table.columns]
    if len(rows) < 2 or not heads:
        return
    grid = [[figure_in(cell) for cell in row.cells] for row in rows]
    yield from _parts_above(grid, heads)
    yield from _out_of_scale(grid, heads)
    yield from _above_full_marks(grid, heads)
    yield from _years(grid, heads)
    yield from _whether(rows, grid, heads)


def _figures(grid: Grid, columns: Sequence[int]) -> Iterator[list[Figure]]:
    for index in range(len(grid)):
        cells = [cell for column in columns if (cell := cell_of(grid, index, column)) is not None]
        if len(cells) == len(columns):
            yield cells


def _parts_above(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    for part in (index for index, head in enumerate(heads) if _OF_IT.search(head) and not _RATE.search(head) and not _ALL.search(head)):
        wholes = [index for index in range(part) if _ALL.search(heads[index]) and not _RATE.search(heads[index]) and _unit(heads[index]) == _unit(heads[part])]
        pairs = list(_figures(grid, (wholes[-1], part))) if wholes else []
        odd = [(one, other) for one, other in pairs if other.value > one.value]
        if len(odd) == 1 and len(pairs) > _FEWEST:
            one, other = odd[0]
            yield Wrong(other.text, f"不超过{one.text.value}", [one.text])
            return


_FULL_MARKS = Pattern(r"[（(](?:满分)?(?P<n>\d{1,3})分[）)]$")


def _above_full_marks(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """38 under 作风（30分）."""
    for column, head in enumerate(heads):
        match = _FULL_MARKS.search(head.strip())
        cells = [cell for index in range(len(grid)) if (cell := cell_of(grid, index, column)) is not None] if match is not None else []
        odd = [cell for cell in cells if match is not None and cell.value > int(match["n"])]
        if len(odd) == 1 and len(cells) > 1 and match is not None:
            yield Wrong(odd[0].text, f"不超过{match['n']}", [])


#: 万元 for 元: so many times the others, and one of them once it is divided.
_SLIPPED_UNITS = (Decimal(1_000), Decimal(10_000), Decimal(100_000_000))


def _out_of_scale(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """320, 2850000, 410: a figure in another unit than those of its column."""
    for column, head in enumerate(heads):
        # Where each row has its own unit or is about a thing of its own, so are its figures.
        if _NO_MEASURE.search(head) or not _MONEY.search(head) or _RATE.search(head):
            continue
        figures = [cell for index in range(len(grid)) if (cell := cell_of(grid, index, column)) is not None and cell.value > 0 and not cell.percent]
        ordered = sorted(figures, key=lambda cell: cell.value)
        if len(ordered) < _FEWEST or ordered[-2].value > ordered[0].value * _ALIKE:
            continue
        most, least = ordered[-1], ordered[0]
        for factor in _SLIPPED_UNITS:
            if least.value / _STEEP <= most.value / factor <= ordered[-2].value * _STEEP:
                yield Wrong(most.text, f"{written(most.value / factor)}？", [ordered[-2].text], False)
                break


_ALIKE = 20
_MONEY = Pattern("资金|投资|金额|经费|补助|预算|收入|支出|产值|拨款|万元|亿元")


def _unit(head: str) -> str:
    match = _IN_BRACKETS.search(head)
    return match[0] if match is not None else head[-1:]


_IN_BRACKETS = Pattern(r"[（(][^（）()]+[）)]$")


def _years(grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """A figure with a digit too few or too many among those of the years beside it."""
    columns = [index for index, head in enumerate(heads) if _YEAR.match(head.strip("* ")) and not _RATE.search(head)]
    if len(columns) < _FEWEST:
        return
    for cells in _figures(grid, columns):
        for index, cell in enumerate(cells):
            others = [other.value for at, other in enumerate(cells) if at != index]
            if min(others) <= 0 or max(others) / min(others) > _STEEP or len(written(cell.value)) < _FEWEST and cell.value > min(others):
                continue
            for factor in (Decimal(10), Decimal(1) / 10):
                mended = cell.value * factor
                rises = sorted([*others[:index], mended, *others[index:]])
                if (max(others) / cell.value > _STEEP * 2 or cell.value / min(others) > _STEEP * 2 if cell.value else False) and _in_order([*others[:index], mended, *others[index:]], rises) and mended <= max(others) * _STEEP:
                    yield Wrong(cell.text, written(mended), [other.text for other in cells if other is not cell][:1], False)
                    break


def _in_order(values: Sequence[Decimal], rises: Sequence[Decimal]) -> bool:
    return list(values) == list(rises) or list(values) == list(rises)[::-1]


def _whether(rows: Sequence[Row], grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """Rows that say 是 though less was done than was to be, where the others say it rightly."""
    columns = [[index for index, head in enumerate(heads) if pattern.search(head)] for pattern in (_GOAL, _DONE, _WHETHER)]
    if any(len(set(column) - set(columns[2])) != 1 for column in columns[:2]) or len(columns[2]) != 1:
        return
    whether = columns[2][0]
    goal, done = (next(index for index in column if index != whether) for column in columns[:2])
    right, odd = 0, []
    for index, row in enumerate(rows):
        cells = cell_of(grid, index, goal), cell_of(grid, index, done)
        said = row.cells[whether].value.strip("* ") if whether < len(row.cells) else ""
        if cells[0] is None or cells[1] is None or said not in ("是", "否") or any(_LESS_IS_BETTER.search(cell.value) for cell in row.cells[:_NAMED]):
            continue
        if (cells[1].value >= cells[0].value) == (said == "是"):
            right += 1
        else:
            odd.append((cells[0], cells[1], said))
    if len(odd) == 1 and right >= _FEWEST:
        one, other, said = odd[0]
        yield Wrong(other.text, f"目标{one.text.value}，却写“{said}”", [one.text], False)
