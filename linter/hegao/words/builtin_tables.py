"""The built-in tables (rules/tables/*.csv): rows by the names of their columns.

They are read when first asked for and are small: a line cut at its commas takes less time than a compiled copy to be looked up.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib import import_module

#: A row by the English names of its columns; a cell that is empty or absent is "".
TableRow = Mapping[str, str]

#: What parts several names in one cell.
SEPARATOR = "、"


@cache
def builtin(name: str) -> tuple[TableRow, ...]:
    """The rows of a built-in table, by its name without ending; none where there is no such table."""
    path = _path(name)
    return tuple(rows_of(path)) if os.path.isfile(path) else ()


def lines_of(name: str) -> list[str]:
    """The rows of a built-in table of plain cells as they stand: for many thousand rows, of which few are ever looked at."""
    with open(_path(name), encoding="utf-8") as file:
        return file.read().split("\n")[1:-1]


def _path(name: str) -> str:
    return os.path.join(import_module("hegao.rules").__path__[0], "tables", f"{name}.csv")


def rows_of(path: str | os.PathLike[str]) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns, white space at the ends of cells left out.

    UTF-8 with or without byte order mark, else GB18030.  Raises ``OSError`` and ``UnicodeDecodeError``.
    """
    with open(path, "rb") as file:
        data = file.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    heads, *rows = _cells_of_lines(text)
    if all(heads):
        return [dict(zip(heads, map(str.strip, cells), strict=False)) for cells in rows if any(cells)]
    return [{head: cell.strip() for head, cell in zip(heads, cells, strict=False) if head} for cells in rows if any(cells)]


def _cells_of_lines(text: str) -> list[list[str]]:
    lines = text.splitlines()
    if '"' not in text:
        return [line.split(",") for line in lines]
    import csv

    return list(csv.reader(lines))


def split_cell(cell: str) -> list[str]:
    """The names in a cell that may hold several, parted by 、."""
    if SEPARATOR not in cell:
        return [bare] if (bare := cell.strip()) else []
    return [one for part in cell.split(SEPARATOR) if (one := part.strip())]
