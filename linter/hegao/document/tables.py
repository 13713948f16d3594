"""Tables: from runs of row lines to heads, columns and rows."""

from __future__ import annotations

import re

from hegao.document.columns import columns_of
from hegao.document.model import Row, Table
from hegao.sources.places import Text
from hegao.syntax.lines import Line
from hegao.syntax.rows import is_head

_SERIAL = re.compile(r"^[（(]?(\d{1,4})[）)]?[.．、]?$")


def build_table(lines: list[Line], caption: Text | None) -> Table:
    """The table of a run of row lines.

    The head may have two lines (a level of government above, the role below); without a head all rows
    are rows and the columns have no role.
    """
    first = [cell.value for cell in lines[0].cells or []]
    body = lines
    heads = ["" for _ in first]
    if is_head(lines[0]) or _serial_first(first):
        heads, used = _heads(lines)
        body = lines[used:]
    width = max((len(line.cells or []) for line in lines), default=0)
    heads += [""] * (width - len(heads))
    table = Table(lines[0].text, columns_of(heads), caption=caption)
    section = 0
    previous: int | None = None
    at = next((i for i, column in enumerate(table.columns) if column.role == "serial"), None)
    for line in body:
        cells = line.cells or []
        row = Row(line.text, cells, table)
        filled = [cell for cell in cells if cell.value]
        if len(filled) <= 1 and width > 2:
            section += 1
            previous = None
        elif at is not None and at < len(cells):
            match = _SERIAL.match(cells[at].value)
            row.serial = int(match[1]) if match else None
            if row.serial is not None:
                if previous is not None and row.serial == 1 and previous > 1:
                    section += 1
                previous = row.serial
        row.section = section
        table.rows.append(row)
    return table


def _serial_first(cells: list[str]) -> bool:
    return bool(cells) and re.sub(r"\s", "", cells[0]) in ("序号", "编号")


def _heads(lines: list[Line]) -> tuple[list[str], int]:
    """The heads, those of two lines joined, and how many lines they take."""
    upper = [cell.value for cell in lines[0].cells or []]
    if len(lines) < 2:
        return upper, 1
    lower = [cell.value for cell in lines[1].cells or []]
    filled = [cell for cell in lower if cell]
    roles = sum(1 for cell in filled if re.search(r"单位|部门|时限|时间", cell) and len(cell) <= 8)
    if not filled or roles < 2 or _SERIAL.match(lower[0] if lower else ""):
        return upper, 1
    joined = []
    carried = ""
    for index in range(max(len(upper), len(lower))):
        above = upper[index] if index < len(upper) else ""
        below = lower[index] if index < len(lower) else ""
        carried = above or carried
        joined.append(above if not below else (carried + below if carried != below else below))
    return joined, 2
