"""Tables that an office may give (CSV): which columns they have, and what is wrong with one that is given."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.words.builtin_tables import TableRow, split_cell
from hegao.words.vocabulary import level_names


class Field(NamedTuple):
    """A column of a table: its English name, the Chinese heads that offices write, and what may stand in its cells.

    ``required``: the column must be there and no cell of it empty.  ``several``: a cell may hold several names, parted by
    、.  ``unique``: no name in it, or in another such column, may stand for two rows.
    """

    name: str
    heads: tuple[str, ...]
    required: bool = False
    several: bool = False
    unique: bool = False
    values: tuple[str, ...] = ()
    shortest: int = 1
    day: bool = False


LEVELS = level_names("value")
STRENGTHS = ("must", "should", "variant", "custom")
_REMARK = Field("remark", ("备注",))

#: No spreadsheet of an office has more.
_MOST_COLUMNS = 100

#: The tables that an office may give, by the key in its settings.
TABLES: dict[str, tuple[Field, ...]] = {
    "roster": (
        Field("full", ("全称",), required=True, unique=True, shortest=2),
        Field("short", ("简称",), several=True, unique=True, shortest=2),
        Field("former", ("旧名",), several=True, unique=True, shortest=2),
        Field("level", ("级别",), values=(*LEVELS, *(level + "级" for level in LEVELS))),
        _REMARK,
    ),
    "agency-codes": (
        Field("code", ("机关代字", "代字"), required=True, unique=True),
        Field("issuer", ("发文机关",), required=True, several=True, shortest=2),
        _REMARK,
    ),
    "words": (
        Field("wrong", ("错误写法", "错词"), required=True, several=True, unique=True, shortest=2),
        Field("right", ("正确写法", "正词"), required=True),
        Field("note", ("说明",)),
        Field("strength", ("强制程度",), values=STRENGTHS),
        Field("since", ("起始日期",), day=True),
        Field("unless", ("例外",)),
        Field("beside", ("限于",)),
        _REMARK,
    ),
    "columns": (
        Field("column", ("列名",), required=True, unique=True),
        Field("alias", ("别名",), several=True, unique=True),
        _REMARK,
    ),
}


def read_table(name: str, data: bytes) -> tuple[list[TableRow], list[str]]:
    """The rows of an office's table from the bytes of its file, and what is wrong with it: sentences that name line and column.

    UTF-8 with or without byte order mark, else GB18030.  Rows with nothing in them are passed over.
    """
    import csv

    text = decoded(data)
    if text is None:
        return [], ["编码认不出，请另存为 UTF-8 的 CSV"]
    fields = TABLES[name]
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[TableRow] = []
    problems: list[str] = []
    seen: dict[str, int] = {}
    heads: list[Field | None] | None = None
    end = 0
    try:
        for cells in lines:
            line, end = end + 1, lines.line_num
            cells = [cell.strip(" \t\u3000\ufeff") for cell in cells]
            if not any(cells):
                continue
            if heads is None:
                heads, faults = _heads(cells, fields)
                problems += [f"第 {line} 行：{fault}" for fault in faults]
                if faults:
                    break
                continue
            row = {field.name: cell for field, cell in zip(heads, cells, strict=False) if field is not None}
            faults = [*_surplus(cells, heads), *_cell_faults(row, heads), *_twice(row, heads, seen, line)]
            problems += [f"第 {line} 行{'' if fault.startswith('“') else '：'}{fault}" for fault in faults]
            rows.append({field.name: row.get(field.name, "") for field in fields})
    except csv.Error:
        problems.append(f"第 {end + 1} 行：引号没有配对或者用错；格子里有引号的，整格加引号，里面的引号写两个")
    if heads is None and not problems:
        problems.append(f"没有内容；第一行写列名：{_names(fields)}")
    return rows, problems


def decoded(data: bytes) -> str | None:
    """The text of a table: UTF-8 with or without byte order mark, else GB18030; None where it is neither."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def _heads(cells: Sequence[str], fields: Sequence[Field]) -> tuple[list[Field | None], list[str]]:
    """The column under each head; None where the head is empty."""
    if len(cells) > _MOST_COLUMNS:
        return [], [f"有 {len(cells)} 列，可用的只有：{_names(fields)}"]
    known = {head: field for field in fields for head in (field.name, *field.heads)}
    heads: list[Field | None] = []
    faults = []
    for cell in cells:
        field = known.get(cell.lower())
        heads.append(field)
        if cell and field is None:
            hint = "；列与列之间要用半角逗号" if any(mark in cell for mark in "，;\t") else ""
            faults.append(f"没有“{cell}”这一列，可用：{_names(fields)}{hint}")
        elif field is not None and field in heads[:-1]:
            faults.append(f"“{cell}”一列写了两次，请删去一列")
    if not faults:
        faults = [f"缺少“{field.heads[0]}”一列，请补上" for field in fields if field.required and field not in heads]
    return heads, faults


def _names(fields: Sequence[Field]) -> str:
    return "、".join(field.heads[0] for field in fields)


def _surplus(cells: Sequence[str], heads: Sequence[Field | None]) -> Iterator[str]:
    over = [cell for index, cell in enumerate(cells) if cell and (index >= len(heads) or heads[index] is None)]
    if over:
        yield f"“{over[0]}”不在任何一列下面；格子里有半角逗号的，整格加引号"


def _cell_faults(row: TableRow, heads: Sequence[Field | None]) -> Iterator[str]:
    for field in heads:
        if field is None:
            continue
        head, cell = field.heads[0], row.get(field.name, "")
        if field.required and not cell:
            yield f"“{head}”是空的，请填写，或者删去这一行"
        for one in _several(field, cell):
            if len(one) < field.shortest:
                yield f"“{head}”：“{one}”只有一个字，会误报，请写完整的名称或词语"
        if cell and field.values and cell not in field.values:
            yield f"“{head}”：“{cell}”不在可用的值之内：{'、'.join(field.values[: len(LEVELS)])}"
        if cell and field.day and not _is_day(cell):
            yield f"“{head}”：“{cell}”不是日期，请写作 2026-03-06"


def _twice(row: TableRow, heads: Sequence[Field | None], seen: dict[str, int], line: int) -> Iterator[str]:
    """Names that stand for another row already; within one row a name may stand twice."""
    for field in heads:
        if field is None or not field.unique:
            continue
        for one in _several(field, row.get(field.name, "")):
            first = seen.setdefault(one, line)
            if first != line:
                yield f"“{field.heads[0]}”：“{one}”第 {first} 行已经有了，请删去一处"


def _several(field: Field, cell: str) -> list[str]:
    return split_cell(cell) if field.several else [cell] if cell else []


def _is_day(cell: str) -> bool:
    try:
        return datetime.date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False
