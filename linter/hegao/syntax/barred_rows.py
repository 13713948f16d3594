"""Rows of tables typed without tabs: cells parted by bars, with none at the ends of the line."""

from __future__ import annotations

from collections.abc import Sequence

#: Where the cells of a row stand in its line.
Spans = list[tuple[int, int]]

_CELLS_IN_ROW = 3
_ROWS_BELOW = 2


def barred_rows(lines: Sequence[str]) -> dict[int, Spans]:
    """The cells of each line, counted from 1, that is a row of such a table: three lines at least with as many bars."""
    found: dict[int, Spans] = {}
    for at, line in enumerate(lines):
        if "|" in line and at + 1 not in found:
            found.update(_rows_from(lines, at))
    return found


def _rows_from(lines: Sequence[str], at: int) -> dict[int, Spans]:
    """The rows from a line on that are parted by as many bars; one alone is none."""
    rows: dict[int, Spans] = {}
    for number in range(at, len(lines)):
        spans = _between_bars(lines[number])
        if len(spans) < _CELLS_IN_ROW or rows and len(spans) != len(rows[at + 1]):
            break
        rows[number + 1] = spans
    return rows if len(rows) > _ROWS_BELOW else {}


def _between_bars(line: str) -> Spans:
    if line.lstrip().startswith("|"):
        return []
    places = [at for at, mark in enumerate(line) if mark == "|"]
    if any(line[at - 1] not in " \u3000|" or line[at + 1 : at + 2] not in " \u3000|" for at in places):
        return []
    return list(zip([0, *(at + 1 for at in places)], [*places, len(line)], strict=True))
