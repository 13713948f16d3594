"""Tables (CSV) that checks look words up in: the built-in ones of rules/tables, and the office's own rows behind them.

A check takes a table from ``Context.tables``: ``tables.rows("words")`` gives the rows by the English names of their
columns.  What a check makes of the rows once it asks for by ``tables.made``, so that it is made once a run.
"""

from __future__ import annotations

import datetime
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, TypeVar

from hegao.sources.digest import digest_of

T = TypeVar("T")

#: A row by the English names of its columns; a cell that is empty or absent is "".
TableRow = Mapping[str, str]

#: What parts several names in one cell.
SEPARATOR = "、"


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


LEVELS = ("国家", "省", "自治区", "市", "州", "盟", "县", "区", "旗", "乡", "镇", "街道")
STRENGTHS = ("must", "should", "custom")
_REMARK = Field("remark", ("备注",))

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
        Field("wrong", ("错误写法", "错词"), required=True, unique=True, shortest=2),
        Field("right", ("正确写法", "正词"), required=True),
        Field("note", ("说明",)),
        Field("strength", ("强制程度",), values=STRENGTHS),
        Field("since", ("起始日期",), day=True),
        Field("unless", ("例外",)),
        _REMARK,
    ),
    "columns": (
        Field("column", ("列名",), required=True, unique=True),
        Field("alias", ("别名",), several=True, unique=True),
        _REMARK,
    ),
}


def rows_of(path: str | os.PathLike[str]) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns, white space at the ends of cells left out.

    UTF-8 with or without byte order mark, else GB18030.  Raises ``OSError`` and ``UnicodeDecodeError``.
    """
    import csv

    with open(path, "rb") as file:
        data = file.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    reader = csv.DictReader(text.splitlines())
    return [{key: (value or "").strip() for key, value in row.items() if key} for row in reader]


@cache
def builtin(name: str) -> tuple[TableRow, ...]:
    """The rows of a built-in table, by its name without ending; none where there is no such table."""
    path = os.path.join(import_module("hegao.rules").__path__[0], "tables", f"{name}.csv")
    return tuple(rows_of(path)) if os.path.isfile(path) else ()


class Tables:
    """The tables of a run: the built-in rows, and behind them those that the office gives."""

    def __init__(self, own: Mapping[str, Sequence[TableRow]] | None = None) -> None:
        """Take the office's rows by the names of the tables."""
        self._own = {name: tuple(rows) for name, rows in (own or {}).items()}
        self._made: dict[Any, Any] = {}

    def rows(self, name: str) -> tuple[TableRow, ...]:
        """The built-in rows of a table, then the office's."""
        return builtin(name) + self.own(name)

    def own(self, name: str) -> tuple[TableRow, ...]:
        """The office's rows of a table."""
        return self._own.get(name, ())

    def made(self, make: Callable[[Tables], T]) -> T:
        """What ``make`` makes of these tables; made at the first call only."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @property
    def digest(self) -> str:
        """Stands for all that the office's rows say; empty without any.  The built-in rows belong to the rules."""
        if not self._own:
            return ""
        said = json.dumps({name: [dict(row) for row in rows] for name, rows in self._own.items()}, sort_keys=True)
        return digest_of(said)


#: The built-in tables alone.
BUILTIN = Tables()


def read_table(name: str, data: bytes) -> tuple[list[TableRow], list[str]]:
    """The rows of an office's table from the bytes of its file, and what is wrong with it: sentences that name line and column.

    UTF-8 with or without byte order mark, else GB18030.  Rows with nothing in them are passed over.
    """
    import csv

    text = _decode(data)
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
            faults = [*_surplus(cells, heads), *_cells(row, heads), *_twice(row, heads, seen, line)]
            problems += [f"第 {line} 行{'' if fault.startswith('“') else '：'}{fault}" for fault in faults]
            rows.append({field.name: row.get(field.name, "") for field in fields})
    except csv.Error as error:
        problems.append(f"第 {end + 1} 行：引号没有配对或者用错（{error}）；格子里有引号的，整格加引号，里面的引号写两个")
    if heads is None and not problems:
        problems.append(f"没有内容；第一行写列名：{_names(fields)}")
    return rows, problems


def _decode(data: bytes) -> str | None:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def _heads(cells: Sequence[str], fields: Sequence[Field]) -> tuple[list[Field | None], list[str]]:
    """The column under each head; None where the head is empty."""
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


def _cells(row: TableRow, heads: Sequence[Field | None]) -> Iterator[str]:
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


def split_cell(cell: str) -> list[str]:
    """The names in a cell that may hold several, parted by 、."""
    return [one for part in cell.split(SEPARATOR) if (one := part.strip())]


def _is_day(cell: str) -> bool:
    try:
        return datetime.date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False
