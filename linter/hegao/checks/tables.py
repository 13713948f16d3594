"""Tables (CSV) that checks look words up in: the built-in ones lie in rules/tables."""

from __future__ import annotations

import csv
from functools import cache
from importlib import import_module
from pathlib import Path


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns, white space at the ends of cells left out.

    UTF-8 with or without byte order mark, else GB18030.  Raises ``OSError`` and ``UnicodeDecodeError``.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    reader = csv.DictReader(text.splitlines())
    return [{key: (value or "").strip() for key, value in row.items() if key} for row in reader]


@cache
def builtin(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a built-in table, by its name without ending."""
    folder = Path(import_module("hegao.rules").__path__[0]) / "tables"
    return tuple(rows_of(folder / f"{name}.csv"))
