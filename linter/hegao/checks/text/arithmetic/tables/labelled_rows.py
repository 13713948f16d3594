"""Rows that their labels bind to others (行名): 其中 to the row above, 平均 to all, a note below the table to its columns, a title to the number of rows (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.tables.figure_cells import NO_SUM, Figure, Grid, Wrong, cell_of, figure_in, is_total, slack, written
from hegao.document.model import Row, Table
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.column_heads import heads_of
from hegao.words.sum_labels import SUBTOTAL

_NO_MEASURE = Pattern(heads_of("serial", "no-figure"))
_OF_WHICH = Pattern(r"[*\s]*(?:[（(]?\d{1,2}[）).、]?)?其\s*中")
_MEAN = Pattern(r"[*\s]*(?:[全各][\u3400-\u9fff]{1,4}|总)?平\s*均(?:[数值分]|得分|水平)?[*\s]*$")
_UNIT_HEAD = Pattern(r"^(?:计量)?单位$")
_LEADING, _FEWEST, _NEAR = 3, 2, 20
#: 注：以上三个科室共27人; 合计27人.
_IN_ALL = Pattern(r"(?:以上|上述|上表|表中|各[\u3400-\u9fff]{1,6}|全[省市县区]|总)[^，。；：\d]{0,16}(?:共计?|合计|总计)[\u3400-\u9fff]{0,4}$|^(?:[备附]?注|说明)?[：:]?(?:共计?|合计|总计)[\u3400-\u9fff]{0,4}$")
#: 前10名单位, 全市十强企业.
_TOP = Pattern(r"(?:排名)?前(?P<n>\d{1,3}|[三四五六七八九十]{1,3})(?:名|位|强)(?!的[\u3400-\u9fff]*占)|(?<![\d.])(?P<m>\d{1,3}|[三四五六七八九十]{1,2})(?:强|佳)(?=[\u3400-\u9fff]{0,8}(?:名单|排名|榜|表)?$)")


def wrong_by_label(table: Table) -> Iterator[Wrong]:
    """The cells that what their row is called contradicts."""
    rows = [row for row in table.rows if any(cell.value.strip() for cell in row.cells)]
    grid = [[figure_in(cell) for cell in row.cells] for row in rows]
    heads = [column.head for column in table.columns]
    yield from _parts(rows, grid, heads)
    yield from _means(rows, grid, heads)
    yield from _subtotals(rows, grid, heads)


def _labelled(row: Row, label: Pattern) -> bool:
    return any(label.match(cell.value) for cell in row.cells[:_LEADING])


def _parts(rows: Sequence[Row], grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """其中：高校毕业生 13150 under 失业人员再就业 9700."""
    whole: int | None = None
    unit = next((index for index, head in enumerate(heads) if _UNIT_HEAD.match(head)), None)
    for index, row in enumerate(rows):
        if not _labelled(row, _OF_WHICH):
            whole = index
            continue
        if whole is None or unit is not None and _said(rows[whole], unit) != _said(row, unit):
            continue
        for column in range(len(row.cells)):
            part, above = cell_of(grid, index, column), cell_of(grid, whole, column)
            head = heads[column] if column < len(heads) else ""
            if part is None or above is None or part.percent or above.percent or NO_SUM.search(head) or _NO_MEASURE.search(head):
                continue
            if part.value > above.value > 0:
                yield Wrong(part.text, f"不超过{above.text.value}", [above.text])
                break


def _subtotals(rows: Sequence[Row], grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """小计 at the foot of each group, or at its head, against the rows of the group."""
    marks = [index for index, row in enumerate(rows) if _labelled(row, _SUBTOTAL)]
    totals = [index for index, row in enumerate(rows) if is_total(row)]
    if len(marks) < _FEWEST:
        return
    last = next((index for index in totals if index > marks[-1]), len(rows))
    first = next((index + 1 for index in reversed(totals) if index < marks[0]), 0)
    at_foot = marks[0] > first
    if at_foot and any(index not in marks for index in range(marks[-1] + 1, last)):
        return
    groups = list(zip([first, *(mark + 1 for mark in marks[:-1])], marks, strict=True)) if at_foot else list(zip([mark + 1 for mark in marks], [*marks[1:], last], strict=True))
    for column, head in enumerate(heads):
        if NO_SUM.search(head) or _NO_MEASURE.search(head):
            continue
        sums = []
        for mark, (begin, end) in zip(marks, groups, strict=True):
            stated = cell_of(grid, mark, column)
            cells = [figure for index in range(begin, end) if (figure := cell_of(grid, index, column)) is not None]
            if stated is not None and len(cells) == end - begin > 0:
                sums.append((stated, sum((figure.value for figure in cells), Decimal(0)), cells))
        odd = [(stated, found, cells) for stated, found, cells in sums if abs(stated.value - found) > slack(stated.value, len(cells))]
        if len(odd) == 1 and len(sums) > 1:
            stated, found, cells = odd[0]
            yield Wrong(stated.text, written(found), [cells[0].text])


_SUBTOTAL = Pattern(rf"{SUBTOTAL}$")


def _said(row: Row, place: int) -> str:
    return row.cells[place].value.strip() if place < len(row.cells) else ""


def _means(rows: Sequence[Row], grid: Grid, heads: Sequence[str]) -> Iterator[Wrong]:
    """A row 平均 against the mean of the others; one that lies beyond them all is wrong for sure."""
    marks = [index for index, row in enumerate(rows) if _labelled(row, _MEAN)]
    if len(marks) != 1 or any(is_total(row) for row in rows):
        return
    for column in range(len(rows[marks[0]].cells)):
        stated = cell_of(grid, marks[0], column)
        others = [figure for index in range(len(rows)) if index != marks[0] and (figure := cell_of(grid, index, column)) is not None]
        if stated is None or len(others) < max(_FEWEST, len(rows) - 1) or column < len(heads) and _NO_MEASURE.search(heads[column]):
            continue
        values = [figure.value for figure in others]
        mean = sum(values, Decimal(0)) / len(values)
        beyond = not min(values) <= stated.value <= max(values)
        # Rates are weighted by what they are rates of.
        weighted = stated.percent or any(figure.percent for figure in others) or column < len(heads) and NO_SUM.search(heads[column]) is not None
        if beyond or not weighted and abs(mean - stated.value) > stated.step and abs(mean - stated.value) * 100 <= mean * _NEAR:
            yield Wrong(stated.text, written(mean.quantize(stated.step)), [others[0].text], beyond)


def summed_below(table: Table, note: Text) -> Iterator[Wrong]:
    """以上三个科室共29人 right behind a table whose column comes to 27."""
    if any(is_total(row) for row in table.rows):
        return
    for one in find_quantities(note.value):
        begin = max(note.value.rfind(mark, 0, one.start) for mark in "，。；") + 1
        if one.rough or one.dimension == PERCENT or not _IN_ALL.search(note.value[begin : one.start]):
            continue
        said = Decimal(one.say(one.value).removesuffix(one.unit))
        sums = [(sum((figure.value for figure in cells), Decimal(0)), cells) for cells in _columns(table)]
        if any(summed == said for summed, _cells in sums) or said == len(table.rows):
            continue
        near = [(summed, cells) for summed, cells in sums if abs(summed - said) * 100 <= said * _NEAR or slipped(summed, said)]
        if len(near) == 1:
            yield Wrong(note.slice(one.start, one.end), f"{written(near[0][0])}{one.unit}", [near[0][1][-1].text], False)


def _columns(table: Table) -> Iterator[list[Figure]]:
    for place, column in enumerate(table.columns):
        cells = [figure for row in table.rows if place < len(row.cells) and (figure := figure_in(row.cells[place])) is not None and not figure.percent]
        if len(cells) == len(table.rows) > 1 and not NO_SUM.search(column.head) and not _NO_MEASURE.search(column.head):
            yield cells


def miscounted_top(table: Table, title: Text) -> Iterator[Wrong]:
    """前10名单位 over a table of nine rows, which are numbered through or ranked."""
    match = _TOP.search(title.value)
    rows = [row for row in table.rows if not is_total(row) and any(cell.value.strip() for cell in row.cells)]
    first = [row.cells[0].value.strip() for row in rows if row.cells]
    if match is None or len(title) > _LONGEST_TITLE or first != [str(number) for number in range(1, len(rows) + 1)] or len(rows) < _FEWEST:
        return
    group = "n" if match["n"] else "m"
    if value_of(match[group]) != len(rows):
        yield Wrong(title.slice(*match.span()), str(len(rows)), [rows[-1].text], abs(value_of(match[group]) - len(rows)) <= _FEWEST)


_LONGEST_TITLE = 60
