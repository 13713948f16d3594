"""Cells that were copied from the row above and not changed: 第二组 twice, a day of a roster twice, a town of a shared list twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from hegao.document.model import Document, Row, Table
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced

#: What is numbered in words: 第三组, 第二督查组, 第一阶段.
_ORDINAL = Pattern(r"^第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<what>[\u3400-\u9fff]{1,6})$")
_DAY = Pattern(r"^(?:\d{4}年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:[（(](?:星期|周)[一二三四五六日天][）)])?$")
_NAME = Pattern(r"^[\u3400-\u9fff]{2,8}$")
#: Lists of fewer rows prove nothing.
_LEAST_ROWS = 4
_LEAST_ORDINALS = 3
#: Heads of columns that tell where something lies: several things may lie in one place.
_SITE = Pattern("所在|属地|位置|地点|坐落")


class Copied(NamedTuple):
    """A cell that repeats one above it: both places, what is written, what should be."""

    at: Text
    before: Text
    written: str
    expected: str


def copied_cells(table: Table, document: Document) -> Iterator[Copied]:
    """The copied cells of a table, each once."""
    for place in range(1, max((len(row.cells) for row in table.rows), default=0)):
        column = [row.cells[place] for row in table.rows if row.serial is not None and len(row.cells) > place]
        twice = _twice(column)
        if twice is None:
            continue
        first, second = twice
        at, before = column[second], column[first]
        expected = _next_ordinal(column, second) or _day_between(column, second) or _left_out(column, place, table, document)
        if expected:
            yield Copied(at, before, at.value, expected)


def _twice(column: list[Text]) -> tuple[int, int] | None:
    """The two neighbouring places of the one value that a column has twice, where all others stand once."""
    values = [unspaced(cell.value) for cell in column]
    counts = Counter(values)
    several = [value for value, count in counts.items() if count > 1]
    if len(values) < _LEAST_ORDINALS or len(several) != 1 or counts[several[0]] != 2 or not several[0]:
        return None
    first = values.index(several[0])
    return (first, first + 1) if values[first + 1] == several[0] else None


def _next_ordinal(column: list[Text], second: int) -> str:
    """第三组, where 第二组 stands twice among rows that count on."""
    found = [_ORDINAL.match(unspaced(cell.value)) for cell in column]
    told = [(value_of(match["n"]), match["what"]) for match in found if match]
    if len(told) < len(found) or len({what for _n, what in told}) != 1:
        return ""
    counted = all(n == index + 1 for index, (n, _what) in enumerate(told) if index != second)
    match = found[second]
    return f"第{_written(second + 1, match['n'])}{match['what']}" if counted and match else ""


def _written(number: int, like: str) -> str:
    """A small number, in figures or characters as the other one is."""
    return str(number) if like.isdigit() or number > 10 else "一二三四五六七八九十"[number - 1]


def _day_between(column: list[Text], second: int) -> str:
    """The day that is left out where a roster goes on day by day and one stands twice."""
    found = [_DAY.match(unspaced(cell.value)) for cell in column]
    days = [(int(match["month"]), int(match["day"])) for match in found if match]
    if len(days) < max(len(found), _LEAST_ROWS) or len({month for month, _day in days}) != 1:
        return ""
    first = days[0][1]
    follows = all(day == first + index for index, (_month, day) in enumerate(days) if index != second)
    return f"{days[0][0]}月{first + second}日" if follows else ""


def _left_out(column: list[Text], place: int, table: Table, document: Document) -> str:
    """The one name of another table's list that is left out here where another one stands twice; not in a column that tells where something lies."""
    if place < len(table.columns) and _SITE.search(table.columns[place].head):
        return ""
    values = {unspaced(cell.value) for cell in column}
    if len(column) < _LEAST_ROWS or not all(_NAME.match(value) for value in values):
        return ""
    for other in (node for part in document.parts for node in part.nodes if isinstance(node, Table) and node is not table):
        for names in _lists(other.rows):
            missing = [name for name in names if name not in values]
            if len(names) == len(column) and len(set(names)) == len(names) and len(missing) == 1 and values <= set(names):
                return missing[0]
    return ""


def _lists(rows: list[Row]) -> Iterator[list[str]]:
    """The columns of a table that name what its rows are about: the first two behind the serial."""
    counted = [row for row in rows if row.serial is not None]
    for place in (1, 2):
        yield [unspaced(row.cells[place].value) for row in counted if len(row.cells) > place]
