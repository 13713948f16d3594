"""Tables: from runs of row lines to heads, columns and rows."""

from __future__ import annotations

from hegao.document.model import Row, Table
from hegao.document.task_columns import columns_of
from hegao.document.told_by_cells import tell_columns
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.syntax.line_kinds import Kind
from hegao.syntax.lines import Line
from hegao.syntax.table_heads import head_names, is_head

_SERIAL = Pattern(r"^[（(]?(\d{1,4}|[一二三四五六七八九十]{1,3})[）)]?[.．、]?$")


#: Columns whose merged cells hold for each of their rows.
_SHARED = frozenset(["lead", "responsible", "coop", "upper_lead", "upper_coop", "deadline"])


def build_table(lines: list[Line], caption: Text | None) -> Table:
    """The table of a run of row lines: kinds TABLE, perhaps SUBHEAD, then ROW.

    A row that says one thing, in one cell or in all of them, groups those below.

    The head may have two lines (a level of government above, the role below); without a head all rows
    are rows and the columns have no role.
    """
    subhead = lines[1] if len(lines) > 1 and lines[1].kind == Kind.SUBHEAD else None
    body = lines[2 if subhead is not None else 1 :]
    width = max((len(line.cells or []) for line in body), default=0)
    heads: list[str] = []
    if is_head(lines[0]):
        heads = head_names(lines[0], subhead, width)
    else:
        body = lines
        width = max(width, len(lines[0].cells or []))
    table = Table(lines[0].text, columns_of(heads + [""] * (width - len(heads))), caption=caption)
    for line in body:
        cells = line.cells or []
        if line.merged and table.rows:
            cells = _with_merged(cells, line.merged, table)
        table.rows.append(Row(line.text, cells, table))
    tell_columns(table)
    _number_rows(table, width)
    return table


def _number_rows(table: Table, width: int) -> None:
    """Tell each row its serial number, and the section that it stands in: below a row that groups, or where numbers begin anew."""
    at = next((i for i, column in enumerate(table.columns) if column.role == "serial"), None)
    section = 0
    previous: int | None = None
    for row in table.rows:
        cells = row.cells
        if len({cell.value for cell in cells if cell.value}) <= 1 and width > 2:
            section += 1
            previous = None
        elif at is not None and at < len(cells):
            row.serial = _serial(cells[at].value)
            if row.serial is not None:
                if previous is not None and row.serial == 1 and previous > 1:
                    section += 1
                previous = row.serial
        row.section = section


def _with_merged(cells: list[Text], merged: frozenset[int], table: Table) -> list[Text]:
    """The cells of a row, those that go on from the row above holding what stands there: bodies and days hold for all their rows.

    A number or an amount does not: it counts once.
    """
    above = table.rows[-1].cells
    return [
        above[index] if index in merged and not cell.value and index < len(above) and table.columns[index].role in _SHARED else cell
        for index, cell in enumerate(cells)
    ]


def _serial(cell: str) -> int | None:
    """The serial number in a cell, in digits or Chinese numerals."""
    match = _SERIAL.match(cell)
    if not match:
        return None
    return value_of(match[1])
