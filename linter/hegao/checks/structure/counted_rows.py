"""Rows that count themselves otherwise than by a serial (组别、期次、编号、名次): 第一组, 第三组, 第三组; LH-01, LH-02, LH-02; ranks of each group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.document.model import Row, Table
from hegao.document.told_by_cells import is_total
from hegao.phrases.numbers import chinese_number, value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced

_COUNTED = Pattern(r"(?P<head>(?:.*[^\d〇一二三四五六七八九十])?)(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?P<tail>[^\d〇一二三四五六七八九十]{0,4})")
_RANK = Pattern("^(?:排名|名次|位次)$")
#: What counts the rows of each group, behind the name of the group: 第2组.
_IN_GROUP = Pattern(r"第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[组批场期队轮]")
#: The numbers of a row that stands for several windows, cars or rooms.
_SEVERAL, _JOINT = Pattern(r"(?P<numbers>\d{1,2}(?:、\d{1,2})*)号[\u3400-\u9fff]{0,3}"), Pattern("、")
#: What is counted by the thing itself, which may well be left out: months, floors, years.
_OF_ITSELF = Pattern(r"[月年日楼层岁分时天级号路线]|季度|周|班|栋|\d")
#: The letters of a code: D1, LH-01.
_CODE = Pattern(r"[A-Za-z]{1,4}[-－—]?0{0,2}")
_ROWS, _RANKED, _PLAIN_ROWS = 4, 3, 5


class Miscounted(NamedTuple):
    """A cell that bears the number of another one or skips one: its kind, what is written, what should be, and the cell it is held against."""

    kind: str
    at: Text
    before: Text
    written: str
    expected: str


def miscounted_rows(table: Table) -> Iterator[Miscounted]:
    """The one slip in a column that counts the rows, or the ranks within each group of rows."""
    rows = [row for row in table.rows if row.cells and not is_total(row)]
    ranks = next((index for index, column in enumerate(table.columns) if _RANK.match(unspaced(column.head))), None)
    if ranks:
        for group in _groups(rows, ranks):
            yield from _slips(group, ranks, _RANKED, True)
    elif ranks == 0 and len(rows) >= _ROWS:
        yield from _slips(rows, 0, _ROWS, True)
    if rows and ranks != 0 and any(row.serial is None for row in rows):
        yield from _slips(rows, 0, _ROWS, False)
        yield from _of_several(rows)
    for index in range(1, len(table.columns)):
        if len(rows) >= _ROWS and all(index < len(row.cells) and _IN_GROUP.fullmatch(unspaced(row.cells[index].value)) for row in rows):
            for group in _groups(rows, index):
                yield from _slips(group, index, _ROWS, False)


def _of_several(rows: Sequence[Row]) -> Iterator[Miscounted]:
    """The one row that bears the number of another one, where a row may bear several numbers (1、2号, 3号, 4、5号, 5号)."""
    # A head that was read as a row bears no number.
    rows = rows if _SEVERAL.fullmatch(unspaced(rows[0].cells[0].value)) is not None else rows[1:]
    told = [(row.cells[0], match) for row in rows if (match := _SEVERAL.fullmatch(unspaced(row.cells[0].value))) is not None]
    numbers = [(int(number), cell) for cell, match in told for number in _JOINT.split(match["numbers"])]
    if len(told) < max(_ROWS, len(rows)) or len(numbers) == len(told):
        return
    odd = [(index, number, cell) for index, (number, cell) in enumerate(numbers) if number != numbers[0][0] + index]
    if len(odd) == 1:
        index, number, cell = odd[0]
        other = next((one for place, (again, one) in enumerate(numbers) if again == number and place != index), None)
        if other is not None:
            yield Miscounted("duplicate", cell, other, cell.value, cell.value.replace(str(number), str(numbers[0][0] + index)))


def _groups(rows: Sequence[Row], column: int) -> list[list[Row]]:
    """Rows that follow one another and say the same before a column."""
    groups: list[list[Row]] = []
    key: list[str] | None = None
    for row in rows:
        here = [cell.value for cell in row.cells[:column]]
        if here != key:
            groups.append([])
            key = here
        groups[-1].append(row)
    # Without groups of some rows each the column is counted elsewhere.
    return groups if len(groups) < len(rows) else []


def _slips(rows: Sequence[Row], column: int, fewest: int, ranked: bool) -> Iterator[Miscounted]:
    cells = [row.cells[column] for row in rows if column < len(row.cells)]
    matches = [match for cell in cells if (match := _COUNTED.fullmatch(unspaced(cell.value))) is not None]
    if len(cells) < _RANKED or len(matches) != len(cells) or len({(match["head"], match["tail"]) for match in matches}) != 1:
        return
    head, tail = matches[0]["head"], matches[0]["tail"]
    if len(cells) < fewest and not head.endswith("第"):
        return
    plain = not head and not tail
    of_itself = plain and _OF_ITSELF.search(rows[0].table.columns[column].head) is not None or _OF_ITSELF.search(tail) is not None
    if not ranked and (plain and len(cells) < _PLAIN_ROWS or of_itself and len(cells) < _PLAIN_ROWS):
        return
    numbers = [value_of(match["n"]) for match in matches]
    run = list(range(numbers[0], numbers[0] + len(numbers)))
    odd = [index for index, number in enumerate(numbers) if number != run[index]]
    if not odd:
        return
    at = odd[0]
    expected = _like(matches[at]["n"], run[at])
    if len(odd) == 1 and numbers[at] in run and not ranked:
        yield Miscounted("duplicate", cells[at], cells[numbers.index(numbers[at])] if numbers.index(numbers[at]) != at else cells[at + 1], cells[at].value, f"{head}{expected}{tail}")
    elif (ranked or not of_itself) and numbers[0] == 1 and (head.endswith("第") or plain or _CODE.fullmatch(head)) and all(number == run[index] + 1 for index, number in enumerate(numbers) if index >= at):
        yield Miscounted("gap", cells[at], cells[at - 1], cells[at].value, f"{head}{expected}{tail}")


def _like(written: str, number: int) -> str:
    """A number as another one is written: 03, 三."""
    if written[0].isdigit():
        return f"{number:0{len(written)}d}"
    return chinese_number(number)
