"""The cell (单元格) of a table that was left empty in a column which every other row fills."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.document.model import Row, Table
from hegao.document.told_by_cells import group_rows, is_total
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.sum_labels import OF_WHICH

#: Fewer rows, or narrower ones, prove nothing.
_ROWS, _COLUMNS = 3, 3
#: Of so many rows one may have lost a cell.
_ROWS_A_SLIP = 6
#: Columns that are filled where there is something to say.
_LEFT = Pattern(r"备注|说明|备考|签[字名收]|盖章|附注|其他|曾用|别名|参与|协同|协助|协办|荣誉|回执|核[对查]|验收|意见|传真|^$")
_PART = Pattern(OF_WHICH)
#: A stretch of time over a column of its own: 2026年3月, 第一季度, 第2周.
_TIME_HEAD = Pattern(r"(?:\d{4}年)?(?:\d{1,2}月(?:[上中下]旬|份)?|第?[一二三四1-4]季度|[上下]半年)|\d{4}年|[上下]午|晚上?|第?[一二三四五六七八九十\d]{1,2}(?:周|月|阶段|天)|(?:星期|周)[一二三四五六日天]")
_COOP = ("coop", "upper_coop")
#: What a first row has nothing to compare with.
_COMPARED = Pattern(r"增|减|[同环]比|较(?![好大快强为差])|变[化动]|升|降")


class Empty(NamedTuple):
    """The head of the column, where the row stands, and whether the column is of those who help, who need not be named in every row."""

    head: str
    at: Text
    helpers: bool = False


def empty_cells(table: Table) -> Iterator[Empty]:
    """The cells, a few a table at most: where more are empty, cells were merged or are filled at will."""
    groups = group_rows(table)
    rows = [row for above, row in zip([None, *table.rows], table.rows, strict=False) if row not in groups and not is_total(row) and not _tells_part(row) and not _beside_sum(above, row)]
    width = len(table.columns)
    if width < _COLUMNS or len(rows) < _ROWS or any(len(row.cells) != width for row in rows):
        return
    empty = [(row, index) for row in rows for index in range(width) if _must_be_filled(table, index) and not row.cells[index].value.strip()]
    columns = [index for _row, index in empty]
    if len(empty) > max(1, len(rows) // _ROWS_A_SLIP) or len(set(columns)) < len(columns):
        return
    yield from _without_helpers(table, rows)
    for row, index in empty:
        if index == 0 and row not in (rows[0], rows[-1]) or row is rows[0] and _COMPARED.search(unspaced(table.columns[index].head)):
            continue
        if _is_item(row, index, rows):
            yield Empty(table.columns[index].head, row.text)


def _without_helpers(table: Table, rows: list[Row]) -> Iterator[Empty]:
    """The one row that names nobody who helps."""
    for index, column in enumerate(table.columns):
        empty = [row for row in rows if not row.cells[index].value.strip()] if column.role == "coop" else []
        if len(empty) == 1 and len(rows) > _ROWS and _is_item(empty[0], index, rows):
            yield Empty(column.head, empty[0].text, helpers=True)


def _tells_part(row: Row) -> bool:
    return any(_PART.match(cell.value) for cell in row.cells[:2])


def _beside_sum(above: Row | None, row: Row) -> bool:
    """Whether a row is added to the sum of those above it and bears no number of its own."""
    return above is not None and is_total(above) and row.serial is None and row.table.has("serial")


def _must_be_filled(table: Table, index: int) -> bool:
    column = table.columns[index]
    if _TIME_HEAD.fullmatch(unspaced(column.head)) and not any(row.cells[index].value.strip()[:1].isdigit() for row in table.rows):
        # What is done month by month begins and ends when it may.
        return False
    return bool(column.head) and column.role not in _COOP and not _LEFT.search(unspaced(column.head))


def _is_item(row: Row, index: int, rows: list[Row]) -> bool:
    """Whether the row says of itself what the others do: all but the one cell."""
    others = [other for other in rows if other is not row]
    wanting = sum(1 for place, cell in enumerate(row.cells) if place != index and not cell.value.strip() and all(one.cells[place].value.strip() for one in others))
    return wanting == 0 and any(cell.value.strip() for place, cell in enumerate(row.cells) if place not in (0, index))
