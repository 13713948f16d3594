"""Cells left empty in a table that hands work out: rows without a deadline or a body where the other rows have one (norms TSK-03, TSK-04)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.checks.base import Context, Hit
from hegao.checks.shared.excerpts import short
from hegao.document.model import Row, Table, Task
from hegao.document.told_by_cells import group_rows
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import deadline_words

#: What stands in a cell on purpose where there is nothing to say.
_NO_MEASURE = Pattern(r"^(?:合计|小计|总计|共计|备注|注|说明|其中)[：:]?")
_GROUP_NAME = Pattern(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+[章节部]")
#: Columns that a role is read from; a table with one head 责任单位 has no lead column.
_LEAD_COLUMNS = ("lead", "responsible")


def items_of_tables(context: Context) -> list[tuple[Table, list[Row]]]:
    """The tables that assign work with their rows that are items of it; where most bear a number, those without are none."""
    found = []
    for task_list in context.document.task_lists:
        listed = [task.row for task in task_list.of("row") if task.row]
        if listed:
            groups = group_rows(listed[0].table)
            rows = [row for row in listed if row not in groups]
            numbered = [row for row in rows if row.serial is not None]
            found.append((listed[0].table, [row for row in (numbered if len(numbered) * 2 > len(rows) else rows) if _is_measure(row)]))
    return found


def empty_cells(table: Table, rows: Sequence[Row], field: str, share: int, fewest: int) -> Iterator[Hit]:
    """The rows of a table whose cell for the field is empty while the others fill it."""
    for index, column in enumerate(table.columns):
        if field == "deadline" and column.role != "deadline" or field == "lead" and column.role not in _LEAD_COLUMNS:
            continue
        # Beside a lead column, 责任单位 is filled only where others take part; then all the others must fill it.
        strict = column.role == "responsible" and table.has("lead")
        empty = [row for row in rows if not _cell(row, index)]
        filled = len(rows) - len(empty)
        if not empty or filled < fewest or _looks_merged(rows, empty, index):
            continue
        wanted = 100 if strict else share
        if filled * 100 < (len(rows) - 1) * wanted or strict and len(empty) > 1:
            continue
        for row in empty:
            measure = _measure_of(row, table)
            if measure is not None and not _says_elsewhere(row, field):
                yield Hit(measure, {"measure": short(measure.value), "others": filled, "column": column.head or "责任单位"})


def _cell(row: Row, index: int) -> str:
    return row.cells[index].value.strip() if index < len(row.cells) else ""


def _is_measure(row: Row) -> bool:
    """Whether the row is an item of work: sums and notes are none."""
    measure = _measure_of(row, row.table)
    if measure is None or _NO_MEASURE.match(measure.value):
        return False
    # The name of a group of rows stands alone in its row, or bears the number of a heading.
    filled = [cell for column, cell in zip(row.table.columns, row.cells, strict=False) if cell.value.strip() and column.role != "serial"]
    if len(filled) == 1 and (len(row.table.columns) > 2 + row.table.has("serial") or _GROUP_NAME.match(filled[0].value)):
        return row.serial is not None
    return True


def _looks_merged(rows: Sequence[Row], empty: Sequence[Row], index: int) -> bool:
    """Whether cells merged over several rows were printed once and left empty below.

    Cells that are really forgotten are few; more than a quarter empty, or empty from the second row of a group on while
    another column is empty too, is a merged cell.
    """
    if len(empty) > 1 and len(empty) * 4 > len(rows):
        return True
    roles = [column.role for column in rows[0].table.columns]
    full = [row for row in rows if _cell(row, index)]
    filled_elsewhere = [
        other
        for other, role in enumerate(roles)
        if other != index and role not in ("coop", "upper_coop", "other") and all(_cell(row, other) for row in full)
    ]
    return bool(empty) and all(any(not _cell(row, other) for other in filled_elsewhere) for row in empty)


def _measure_of(row: Row, table: Table) -> Text | None:
    """The cell that says what is to be done: the measure, else the longest cell that bears no role."""
    cell = row.cell("measure")
    if cell is not None and cell.value.strip():
        return cell
    others = [cell for column, cell in zip(table.columns, row.cells, strict=False) if column.role == "other" and cell.value.strip()]
    return max(others, key=len, default=None)


def _says_elsewhere(row: Row, field: str) -> bool:
    """Whether the row gives its day in the text of the measure."""
    return field == "deadline" and any(sets_day(cell.value) for cell in row.cells)


def sets_day(text: str) -> bool:
    """Whether a day by which something is due stands in the text."""
    return any(phrase.after in ("前", "止") or phrase.part in ("底", "末", "年底", "年末", "年内") for phrase in find_dates(text))


_IN_CHARGE = Pattern("指导|督导|统筹|主导|组织|推动|会同|支持")


def has_deadline(task: Task) -> bool:
    """Whether it says by when; of several days that a measure sets none is the deadline of the whole."""
    return task.deadline is not None or task.form == "clause" and (sets_day(task.measure.value) or _LOOSE.search(task.measure.value) is not None)


#: 尽快加装电梯: when it is due is told, if loosely, which is a slip of its own.
_LOOSE = Pattern(lambda: rf"(?:^|[，。；])(?:{one_of(deadline_words('vague'))})[\u3400-\u9fff]")


def has_charge(task: Task) -> bool:
    """Whether somebody bears the task; who only helps does not.  Some bear it by a word that makes nobody lead: 商务部指导."""
    return bool(task.lead or task.responsible or task.units and _IN_CHARGE.search(task.text.value))
