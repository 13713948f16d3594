"""What columns hold, told by their cells where the head is garbled or lost: bodies, days, words of a task."""

from __future__ import annotations

from collections.abc import Callable

from hegao.document.model import Column, Row, Table
from hegao.phrases.units import begins_like_body, looks_like_body, split_units
from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.table_heads import TIME_CELL
from hegao.words.patterns import one_of
from hegao.words.sum_labels import SUBTOTAL, SUM
from hegao.words.vocabulary import duty_words

#: Of the filled cells of a column so many in a hundred must hold what it holds.
_MOST = 70
#: Longer cells tell more than a day.
_LONGEST_DAY = 24
_CLOCK = Pattern(r"\d{1,2}\s*[:：]\s*\d{2}")
_PLACE = Pattern(r"地点|会场|地址$")
_TOTAL = Pattern(rf"{SUM}|{SUBTOTAL}|总数|平均")
_ASSIGNS = Pattern(rf"分工|任务|{one_of(duty_words('head', 'lead', 'responsible'))}")
_ROLES = ("lead", "coop", "responsible")


def is_body_list(cell: str) -> bool:
    """Whether a cell names bodies and nothing else."""
    names = split_units(cell)
    return bool(names) and all(map(looks_like_body, names)) and sum(map(begins_like_body, names)) * 2 >= len(names)


def is_day(cell: str) -> bool:
    """Whether a cell sets a time and says nothing else."""
    return len(cell) <= _LONGEST_DAY and TIME_CELL.search(cell) is not None and not is_body_list(cell)


def is_total(row: Row) -> bool:
    """Whether a row adds up those above: 合计."""
    return any(_TOTAL.fullmatch(cell.value) for cell in [cell for cell in row.cells if cell.value][:2])


#: Serials of two levels: 一 over 1.1 or 1, 1 over 1.1; spaces and marks about them do not count.
_LEVELS_OF_SERIALS = tuple(Pattern(form) for form in (r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?", r"\d{1,3}[、.．]?", r"\d{1,3}[.．-]\d{1,3}(?:[.．-]\d{1,3})?"))


def group_rows(table: Table) -> frozenset[Row]:
    """The rows that name a group of those below (一 产业项目, over 1.1, 1.2): their serial is of a higher level than that of most rows."""
    at = next((index for index, column in enumerate(table.columns) if column.role == "serial"), None)
    if at is None:
        return frozenset()
    levels = {row: _level(row.cells[at].value.strip()) if at < len(row.cells) else None for row in table.rows}
    told = [level for level in levels.values() if level is not None]
    most = max(told, key=told.count, default=0)
    return frozenset(row for row, level in levels.items() if level is not None and level < most) if told.count(most) * 2 > len(told) else frozenset()


def _level(serial: str) -> int | None:
    return next((level for level, form in enumerate(_LEVELS_OF_SERIALS) if form.fullmatch(serial)), None)


def is_timetable(table: Table) -> bool:
    """Whether a table says what happens when and where: hours in a column, or places beside them."""
    clock = any(_mostly(table, index, lambda cell: _CLOCK.search(cell) is not None) for index in range(len(table.columns)))
    return clock and (any(_PLACE.search(column.head) for column in table.columns) or not table.has("serial") or table.has("deadline"))


#: A figure by itself, with its sign perhaps.
_FIGURE = Pattern(r"\s*[+＋-]?\d[\d,.]*\s*[%％‰]?\s*")
_TWO = 2


def tells_figures(table: Table) -> bool:
    """Whether a table tells what is to be reached (指标): two columns and more of figures."""
    return sum(1 for index, column in enumerate(table.columns) if column.role != "serial" and _mostly(table, index, lambda cell: _FIGURE.fullmatch(cell) is not None)) >= _TWO


def tell_columns(table: Table) -> None:
    """Give columns of bodies and of days their role where the head does not."""
    if any(table.has(role) for role in _ROLES) or not table.rows:
        return
    bodies = [index for index, column in enumerate(table.columns) if column.role in ("other", "measure") and _mostly(table, index, is_body_list)]
    days = [index for index, column in enumerate(table.columns) if column.role == "other" and not column.head and _mostly(table, index, is_day)]
    headed = any(column.head for column in table.columns)
    if headed:
        for index in bodies:
            role = next((role for role in _ROLES if any(word in table.columns[index].head for word in duty_words("head", role))), None)
            if role is not None:
                table.columns[index].role = role
        return
    caption = table.caption.value if table.caption is not None else ""
    if not bodies or len(bodies) > 2 or not days and not _ASSIGNS.search(caption):
        return
    for index, role in zip(bodies, ("responsible",) if len(bodies) == 1 else ("lead", "coop"), strict=True):
        table.columns[index].role = role
    for index in days[:1]:
        table.columns[index].role = "deadline"
    _tell_measure(table.columns, table)


def _tell_measure(columns: list[Column], table: Table) -> None:
    """The widest column of those that are left tells the task, a first one of numbers counts the rows."""
    left = [index for index, column in enumerate(columns) if column.role == "other"]
    if left and _mostly(table, left[0], str.isdigit):
        columns[left.pop(0)].role = "serial"
    if left:
        widest = max(left, key=lambda index: sum(len(row.cells[index]) for row in table.rows if index < len(row.cells)))
        columns[widest].role = "measure"


def _mostly(table: Table, index: int, holds: Callable[[str], bool]) -> bool:
    cells = [row.cells[index].value for row in table.rows if index < len(row.cells) and row.cells[index].value.strip("/—-－ ")]
    return len(cells) * 2 >= len(table.rows) and sum(map(holds, cells)) * 100 >= _MOST * len(cells)
