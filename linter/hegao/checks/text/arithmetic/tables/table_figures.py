"""Cells that other cells of their row or of their column contradict otherwise than in a sum: differences, stakes, times (norms FIG-16, DAT-07)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from hegao.checks.text.arithmetic.tables.figure_cells import NO_SUM, Figure, Wrong, figure_in, is_total
from hegao.document.model import Row, Table
from hegao.phrases.clock_times import ClockRange, clock_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: So many rows must bear a rule out before the one that does not is wrong.
_FEWEST = 3
_WIDEST = 8


def odd_cells(table: Table) -> Iterator[Wrong]:
    """The cells that do not do what those of all other rows do."""
    rows = [row for row in table.rows if any(cell.value.strip() for cell in row.cells)]
    if len(rows) >= _FEWEST:
        yield from _stakes(rows)
    if len(rows) > _FEWEST:
        yield from _differences(table, rows)
        yield from _reversed_times(list(_times(rows)))


def _differences(table: Table, rows: Sequence[Row]) -> Iterator[Wrong]:
    """受理 9850, 按时 9604, 超期 246: a column that is the difference of two others in all rows but one."""
    figures: dict[int, list[Figure | None]] = {}
    for index, column in enumerate(table.columns):
        cells = [figure_in(row.cells[index]) if index < len(row.cells) else None for row in rows]
        if not NO_SUM.search(column.head) and column.role != "serial" and all(cell is not None and not cell.percent for cell in cells):
            figures[index] = cells
    for columns in combinations(list(figures)[:_WIDEST], 3):
        for whole in columns:
            first, second = (column for column in columns if column != whole)
            odd = [
                index
                for index, (total, one, other) in enumerate(zip(figures[whole], figures[first], figures[second], strict=True))
                if total is not None and one is not None and other is not None and total.value != one.value + other.value
            ]
            if len(odd) == 1 and len(rows) - 1 >= _FEWEST and not is_total(rows[odd[0]]) and not _siblings(figures, columns, odd[0]) and any(cell is not None and cell.value for cell in figures[first]):
                yield _worst(rows, figures, (whole, first, second), odd[0])
                return


def _siblings(figures: dict[int, list[Figure | None]], columns: tuple[int, int, int], row: int) -> bool:
    """Whether columns are side by side under a sum that is right in a row: scores of 25, 15 and 10 points rise and fall together."""
    for whole in (index for index in figures if index > max(columns)):
        for first in range(min(columns), -1, -1):
            parts = [figures[index][row] for index in figures if first <= index < whole]
            stated = figures[whole][row]
            if stated is not None and sum((one.value for one in parts if one is not None), Decimal(0)) == stated.value:
                return True
    return False


def _worst(rows: Sequence[Row], figures: dict[int, list[Figure | None]], columns: tuple[int, int, int], row: int) -> Wrong:
    """The cell that is wrong: the one whose column does not come to its own sum either, else the last."""
    total = next((index for index, one in enumerate(rows) if is_total(one)), None)
    whole, first, second = (figures[column][row] for column in columns)
    assert whole is not None and first is not None and second is not None
    right = {columns[0]: first.value + second.value, columns[1]: whole.value - second.value, columns[2]: whole.value - first.value}
    chosen = columns[2]
    for column in columns if total is not None else ():
        parts = [cell.value for index, cell in enumerate(figures[column]) if cell is not None and index != total]
        stated = figures[column][total] if total is not None else None
        if stated is not None and sum(parts, Decimal(0)) != stated.value:
            chosen = column
    cell = figures[chosen][row]
    assert cell is not None
    others = [figures[column][row] for column in columns if column != chosen]
    return Wrong(cell.text, f"{right[chosen].normalize():f}", [other.text for other in others if other is not None])


_STAKE = Pattern(r"[KＫ](?P<k1>\d{1,4})[＋+](?P<m1>\d{1,3}(?:\.\d+)?)\s*[—～~－–-]{1,2}\s*[KＫ](?P<k2>\d{1,4})[＋+](?P<m2>\d{1,3}(?:\.\d+)?)")


_STAKE_ALONE = Pattern(r"\s*[A-Z]{0,3}[KＫ](?P<k>\d{1,4})[＋+](?P<m>\d{1,3}(?:\.\d+)?)\s*")


def _stakes(rows: Sequence[Row]) -> Iterator[Wrong]:
    """K6＋000—K6＋600, 600: lengths in metres or kilometres against the stakes (桩号) between which they lie, in a column that fits in most rows."""
    spans = [(row, length) for row in rows if (length := _between_stakes(row)) is not None]
    for column in range(max((len(row.cells) for row in rows), default=0)):
        for scale in (1, 1000):
            cells = [(figure, length / scale) for row, length in spans if column < len(row.cells) and (figure := figure_in(row.cells[column])) is not None]
            odd = [(figure, length) for figure, length in cells if figure.value != length]
            if len(cells) - len(odd) >= _FEWEST - 1 and len(odd) == 1:
                yield Wrong(odd[0][0].text, f"{odd[0][1].normalize():f}", [])


def _between_stakes(row: Row) -> Decimal | None:
    """How many metres lie between the two stakes that a row tells, in one cell or in two."""
    match = next((match for cell in row.cells if (match := _STAKE.search(cell.value))), None)
    if match is not None:
        return (Decimal(match["k2"]) - Decimal(match["k1"])) * 1000 + Decimal(match["m2"]) - Decimal(match["m1"])
    alone = [Decimal(found["k"]) * 1000 + Decimal(found["m"]) for cell in row.cells if (found := _STAKE_ALONE.fullmatch(cell.value)) is not None]
    return alone[1] - alone[0] if len(alone) == 2 else None


#: The cells of a column that hold a range of times each.
_Times = list[tuple[Text, ClockRange]]


def _times(rows: Sequence[Row]) -> Iterator[_Times]:
    """The columns that hold ranges of times of one day, each with its cells."""
    for column in range(max((len(row.cells) for row in rows), default=0)):
        cells = [row.cells[column] for row in rows if column < len(row.cells)]
        ranges = [(cell, found) for cell in cells if len(found := list(clock_ranges(cell.value))) == 1]
        if len(ranges) >= _FEWEST:
            yield [(cell, found[0]) for cell, found in ranges]


def _reversed_times(times: Sequence[_Times]) -> Iterator[Wrong]:
    """First and last bus: the one range that ends before it begins, and turned would lie beside another of its column; a night shift would not."""
    for cells in times:
        odd = [(cell, found) for cell, found in cells if found.last.minutes < found.first.minutes and not found.dated]
        if len(odd) == 1 and not odd[0][1].reversed and len(cells) > _FEWEST and not _NIGHT.search(odd[0][0].value):
            cell, found = odd[0]
            if any(abs(one.first.minutes - found.last.minutes) <= _BESIDE >= abs(one.last.minutes - found.first.minutes) for _cell, one in cells):
                turned = f"{found.last.hour}:{found.last.minute:02d}—{found.first.hour}:{found.first.minute:02d}"
                yield Wrong(cell.slice(found.first.start, found.last.end), turned, [])


_NIGHT = Pattern("[夜晚次翌宵]")
#: Minutes by which two lines of a timetable begin, or end, apart at most.
_BESIDE = 90
