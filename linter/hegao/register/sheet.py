"""A register as offices keep it in a sheet (CSV): rows become entries, with all that is wrong told by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from hegao.phrases.dates import find_date
from hegao.register.entry import ISSUED, RESERVED, STATE_WORDS, VOID, Entry
from hegao.register.written_numbers import read_number
from hegao.sources.formula_cells import unguarded
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.office_tables import decoded

#: What else people write for the state of a number.
_STATES = {
    "": "",
    **{word: state for state, word in STATE_WORDS.items()},
    **dict.fromkeys(("发文", "已发文", "已印发", "有效", "现行有效", "已废止", "失效"), ISSUED),
    **dict.fromkeys(("预留", "已留", "占号", "待发"), RESERVED),
    **dict.fromkeys(("已作废", "空号", "取消", "撤销", "注销"), VOID),
}
#: Those of them that ask for the day since when.
_REPEALED = ("已废止", "失效")
_WHITE = " \t\u3000\xa0\ufeff"


@cache
def heads() -> dict[str, tuple[str, ...]]:
    """The columns by the fields of an entry: the head that is written, then others that are read."""
    return {row["field"]: (row["head"], *split_cell(row["alias"])) for row in builtin("register-columns")}


class Sheet(NamedTuple):
    """What was read of a sheet: entries with their lines, sentences on what is wrong, heads of columns that are not used."""

    entries: list[tuple[int, Entry]]
    problems: list[str]
    unused: list[str]


def read_sheet(data: bytes) -> Sheet:
    """The rows of a sheet: UTF-8 with or without byte order mark, else GB18030; heads in the first line that has any.

    Rows with nothing in them are passed over; titles of sheets above the heads are not.
    """
    text = decoded(data)
    if text is None:
        return Sheet([], ["编码认不出，请另存为 UTF-8 的 CSV"], [])
    sheet = Sheet([], [], [])
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    fields: list[str] | None = None
    end = 0
    try:
        for row in lines:
            line, end = end + 1, lines.line_num
            cells = [_plain(cell) for cell in row]
            if not any(cells):
                continue
            if fields is None:
                fields = _heads(cells, line, sheet)
                if sheet.problems:
                    return sheet
                continue
            _take(dict(zip(fields, cells, strict=False)), line, sheet)
    except csv.Error:
        sheet.problems.append(f"第 {end + 1} 行：引号没有配对或者用错；格子里有引号的，整格加引号，里面的引号写两个")
    if fields is None and not sheet.problems:
        sheet.problems.append(f"没有内容；第一行写列名：{'、'.join(names[0] for names in heads().values())}")
    return sheet


def _plain(cell: str) -> str:
    """The cell without blanks at its ends and without the mark that keeps it from being a formula, on one line."""
    return unguarded(" ".join(cell.strip(_WHITE).splitlines()))


def _heads(cells: Sequence[str], line: int, sheet: Sheet) -> list[str]:
    """The field under each head, "" where it is none that is used; of several heads of one field the first in the table counts."""
    squeezed = ["".join(cell.split()) for cell in cells]
    places: dict[str, int] = {}
    for field, names in heads().items():
        found = [squeezed.index(name) for name in names if name in squeezed]
        if found:
            places[field] = found[0]
    if "number" not in places:
        hint = "；列与列之间要用半角逗号" if len(cells) == 1 and any(mark in cells[0] for mark in "，；;\t") else ""
        sheet.problems.append(f"第 {line} 行：没有“发文字号”（或“文号”）一列，第一行要写列名{hint}")
    by_place = {place: field for field, place in places.items()}
    sheet.unused.extend(cell for place, cell in enumerate(cells) if cell and place not in by_place)
    return [by_place.get(place, "") for place in range(len(cells))]


def _take(cells: Mapping[str, str], line: int, sheet: Sheet) -> None:
    """Add the entry of a row to the sheet, or what is wrong with the row."""
    number = cells.get("number", "")
    entry = read_number(number, cells.get("issuer", ""))
    faults = []
    if not number:
        faults.append("没有发文字号；没有编号的文件不必登记，请删去这一行")
    elif entry is None:
        faults.append(f"“{number}”不是发文字号，要写成 江政办发〔2026〕12号 这样")
    days = {}
    for field in ("day", "repealed"):
        day = read_day(cells.get(field, ""))
        if day is None:
            faults.append(f"“{cells[field]}”不是日期，请写作 2026-03-06")
        days[field] = day or ""
    word = cells.get("state", "")
    if word not in _STATES:
        faults.append(f"状态“{word}”认不出，可用：{'、'.join(STATE_WORDS.values())}")
    elif word in _REPEALED and not days["repealed"]:
        faults.append(f"状态是“{word}”的，要有“废止日期”")
    sheet.problems.extend(f"第 {line} 行：{fault}" for fault in faults)
    if entry is not None and not faults:
        said = {field: cells.get(field, "") for field in ("issuer", "signer", "repealed_by", "remark")}
        told: dict[str, Any] = {**said, **days, "title": _bare(cells.get("title", "")), "state": _STATES[word] or ISSUED}
        sheet.entries.append((line, entry._replace(**told)))


def _bare(title: str) -> str:
    """The title without the marks that enclose the whole of it."""
    return title[1:-1] if title.startswith("《") and title.endswith("》") and "《" not in title[1:] else title


def read_day(written: str) -> str | None:
    """A day as YYYY-MM-DD: 2026-3-6, 2026/3/6, 2026.3.6, 20260306, 2026年3月6日, a time behind it left out; "" for nothing, None for what is none."""
    bare = written.split(" ")[0].replace("/", "-").replace(".", "-")
    if not bare:
        return ""
    if len(bare) == 8 and bare.isascii() and bare.isdigit():
        bare = f"{bare[:4]}-{bare[4:6]}-{bare[6:]}"
    found = find_date(bare)
    day = found.date() if found is not None and (found.start, found.end) == (0, len(bare)) else None
    return day.isoformat() if day is not None else None
