"""Rows of tables typed without tabs: cells parted by bars with none at the ends, or set in columns by blanks, below a head that begins with 序号."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from hegao.sources.lazy_pattern import Pattern
from hegao.words.sum_labels import OF_WHICH, SUBTOTAL, SUM

#: Where the cells of a row stand in its line.
Spans = list[tuple[int, int]]

_WIDE_GAP = Pattern(r"[^\S\n]{2,}|\u3000+")
_BEGINS_HEAD = Pattern(r"^\s*序\s?号(?=\s)")
_ROW_BEGINS = Pattern(rf"\d{{1,3}}|[一二三四五六七八九十]{{1,3}}|{SUM}|{SUBTOTAL}|{OF_WHICH}")
_CELLS_IN_ROW = 3
_ROWS_BELOW = 2


def spaced_rows(lines: Sequence[str]) -> dict[int, Spans]:
    """The cells of each line, counted from 1, that is a row of such a table."""
    found: dict[int, Spans] = {}
    for at, line in enumerate(lines):
        if at + 1 in found:
            continue
        if "|" in line:
            found.update(_barred(lines, at))
        elif _BEGINS_HEAD.match(line):
            found.update(_set_in_columns(lines, at))
    return found


def _barred(lines: Sequence[str], at: int) -> dict[int, Spans]:
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


def _set_in_columns(lines: Sequence[str], at: int) -> dict[int, Spans]:
    """The head at a line and the rows below it, up to an empty line or one that fits no column."""
    head = list(_apart(lines[at]))
    rows = {at + 1: head}
    whole = 0
    if len(head) < _CELLS_IN_ROW:
        return {}
    for number in range(at + 1, len(lines)):
        line = lines[number]
        cells = list(_apart(line))
        if not cells or _ROW_BEGINS.fullmatch(line[slice(*cells[0])].strip()) is None:
            break
        whole += len(cells) == len(head)
        fitted = cells if len(cells) == len(head) else _fitted(line, cells, lines[at], head)
        if fitted is None:
            break
        rows[number + 1] = fitted
    return rows if whole >= _ROWS_BELOW and whole * 2 > len(rows) - 1 else {}


def _apart(line: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line between wide blanks."""
    start = len(line) - len(line.lstrip())
    end = len(line.rstrip())
    for match in _WIDE_GAP.finditer(line, start, end):
        yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _fitted(line: str, cells: Spans, head: str, columns: Spans) -> Spans | None:
    """The cells under their heads by where they begin or end in print, an empty one under each other head; None where two fall under one."""
    if len(cells) > len(columns):
        return None
    bounds = [(_print_width(head[:start]), _print_width(head[:end])) for start, end in columns]
    fitted: Spans = [(len(line), len(line))] * len(columns)
    taken = -1
    for start, end in cells:
        first, last = _print_width(line[:start]), _print_width(line[:end])
        likest = min(range(len(bounds)), key=lambda index: min(abs(bounds[index][0] - first), abs(bounds[index][1] - last)))
        if likest <= taken:
            return None
        fitted[likest], taken = (start, end), likest
    return fitted


def _print_width(text: str) -> int:
    """The width in print: a Chinese character is as wide as two letters."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)
