"""Tables that a copy flattened: every cell on a line of its own, the heads first, then the rows in the same order."""

from __future__ import annotations

from collections.abc import Sequence

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import join
from hegao.syntax.classifier import kind_of
from hegao.syntax.column_roles import is_head_word
from hegao.syntax.line_kinds import HEADINGS, Kind
from hegao.syntax.lines import Line
from hegao.words.sum_labels import SUM

_SERIAL_HEADS = ("序号", "编号")
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 12
_FEWEST_ROWS = 2
_LONGEST_HEAD = 20
#: Shorter rows have lost most of what they said.
_SHORTEST_ROW = 2
#: What no cell looks like; a cell may begin with a number of its own.
_BEHIND_TABLE = (HEADINGS - {Kind.DIGIT, Kind.DIGIT_PAREN, Kind.CIRCLED}) | {Kind.ANNEX_MARK, Kind.ATTACHMENT, Kind.COPIES, Kind.IMPRINT, Kind.SIGN_DATE}
_SUM_CELL = Pattern(SUM)
_FIGURE = Pattern(r"[\d,.，%]+|[—/-]+")


def raise_flat_tables(lines: list[Line]) -> list[Line]:
    """The lines with the cells of each flattened table put together, a line a row.

    Told by 序号 alone on a line with the other heads below it, and by the serials 1, 2, 3, which stand as far apart as there are heads.
    """
    if not any(line.squeezed in _SERIAL_HEADS and line.cells is None for line in lines):
        return lines
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        rows = _rows(lines, at)
        if rows:
            kept += [_as_row(lines[start:end]) for start, end in rows]
            at = rows[-1][1]
        else:
            kept.append(lines[at])
            at += 1
    return kept


def _rows(lines: Sequence[Line], at: int) -> list[tuple[int, int]]:
    """From where to where each row of the table goes that begins at a line, its head among them; none where it begins none."""
    width = _width(lines, at)
    if not width:
        return []
    rows = [(at, at + width)]
    start, serial = at + width, 1
    while _says(lines, start, serial):
        end = next((start + size for size in range(width, _SHORTEST_ROW - 1, -1) if _says(lines, start + size, serial + 1)), None)
        end = end if end is not None else _last(lines, start, width)
        if any(line.cells is not None for line in lines[start:end]):
            return []
        rows.append((start, end))
        start, serial = end, serial + 1
    if start < len(lines) and lines[start].cells is None and _SUM_CELL.fullmatch(lines[start].squeezed):
        end = start + 1
        while end < min(start + width, len(lines)) and _FIGURE.fullmatch(lines[end].squeezed):
            end += 1
        rows.append((start, end))
    whole = sum(1 for begin, end in rows[1:] if end - begin == width)
    return rows if len(rows) > _FEWEST_ROWS and whole * 2 >= len(rows) - 1 else []


def _width(lines: Sequence[Line], at: int) -> int:
    """How many heads begin at a line; 0 where there are none."""
    if lines[at].squeezed not in _SERIAL_HEADS or lines[at].cells is not None:
        return 0
    width = next((size for size in range(_FEWEST_COLUMNS, _MOST_COLUMNS + 1) if _says(lines, at + size, 1)), 0)
    heads = lines[at : at + width]
    if any(line.cells is not None or len(line.squeezed) > _LONGEST_HEAD or line.squeezed.endswith(("。", "；")) for line in heads):
        return 0
    return width if sum(1 for line in heads if is_head_word(line.squeezed)) * 2 >= width else 0


def _says(lines: Sequence[Line], at: int, serial: int) -> bool:
    return at < len(lines) and lines[at].cells is None and lines[at].squeezed == str(serial)


def _last(lines: Sequence[Line], start: int, width: int) -> int:
    """Where the last row ends: before what is no cell, or a row of sums."""
    end = start + 1
    while end < min(start + width, len(lines)):
        line = lines[end]
        if line.cells is not None or kind_of(line.squeezed) in _BEHIND_TABLE or _SUM_CELL.fullmatch(line.squeezed):
            break
        end += 1
    return end


def _as_row(cells: Sequence[Line]) -> Line:
    """One row of several lines."""
    marks = [mark for line in cells for mark in line.marks]
    texts = [line.text for line in cells]
    return Line(join(texts), "".join(line.squeezed for line in cells), texts, gap=cells[0].squeezed in _SERIAL_HEADS, kind=Kind.ROW, marks=marks)
