"""Ways to break a correct document in one place, each a slip that a checking desk would send back whatever stands around it.

A way takes the lines and gives the places where it applies, each with the lines as they are then.  What is
broken must be wrong for certain: a figure that nothing else in the document repeats may be changed without anybody seeing it, a
cell of remarks may be empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

DAY = re.compile(r"(?<!\d)(20\d\d)年(\d{1,2})月(\d{1,2})日")
#: How a row of sums begins.
SUM_ROW = re.compile(r"^\|?\s*(?:合\s*计|总\s*计)")
Lines = tuple[str, ...]


class Break(NamedTuple):
    """A broken document: the line on which it was broken, from 1, its lines, and the lines of what it contradicts now."""

    line: int
    lines: Lines
    others: tuple[int, ...] = ()


#: Gives every place where it applies.
Way = Callable[[Lines], Iterator[Break]]


def changed(lines: Lines, index: int, line: str) -> Break:
    """The document with another line at ``index``, from 0."""
    return Break(index + 1, (*lines[:index], line, *lines[index + 1 :]))


def without(lines: Lines, index: int) -> Break:
    """The document without the line at ``index``."""
    return Break(max(1, index), (*lines[:index], *lines[index + 1 :]))


def replaced(pattern: re.Pattern[str], change: Callable[[re.Match[str]], str | None]) -> Way:
    """Every match is changed by itself; None leaves it alone."""

    def way(lines: Lines) -> Iterator[Break]:
        for index, line in enumerate(lines):
            for match in pattern.finditer(line):
                other = change(match)
                if other is not None and other != match[0]:
                    yield changed(lines, index, line[: match.start()] + other + line[match.end() :])

    return way


def cells_of(line: str) -> list[str]:
    """The cells of a row of a table, typed with tabs or in Markdown; none where the line is no row."""
    if line.startswith("|") and line.rstrip().endswith("|"):
        return line.strip().strip("|").split("|")
    cells = line.split("\t")
    return cells if len(cells) >= 3 else []


def row_of(cells: Sequence[str], like: str) -> str:
    """The row with these cells, written as the row ``like``."""
    return f"|{'|'.join(cells)}|" if like.startswith("|") else "\t".join(cells)


def tables(lines: Lines) -> Iterator[list[tuple[int, list[str]]]]:
    """The tables: their rows that have as many cells as the first one, with their lines; a head and two rows at least."""
    table: list[tuple[int, list[str]]] = []
    for index, line in enumerate((*lines, "")):
        cells = cells_of(line)
        if cells and (not table or len(cells) == len(table[0][1])):
            if not all(re.fullmatch(r"[\s:\-]*", cell) for cell in cells):
                table.append((index, cells))
            continue
        if len(table) >= 3:
            yield table
        table = [(index, cells)] if cells else []


def signing(lines: Lines) -> int | None:
    """The line of the day of signing: alone on its line, below the body."""
    return next((index for index, line in enumerate(lines) if index > 3 and DAY.fullmatch(line.strip())), None)
