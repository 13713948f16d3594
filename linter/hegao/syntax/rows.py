"""Rows: runs of rows become tables; repeated heads go, continuation rows join the row above."""

from __future__ import annotations

import re

from hegao.syntax.joining import join_rows
from hegao.syntax.lines import Line

_HEAD_WORD = re.compile(r"^(?:序号|编号|项目|任务|指标|单位|内容|名称|措施|举措|时限|牵头|责任|配合|备注|类别|标题|姓名|职务|事项|目标|地区|[\u3400-\u9fff（）()/、]{1,14})$")


def shape_tables(lines: list[Line], furniture: list[Line]) -> list[Line]:
    """The lines with each table's first row of kind TABLE, repeated heads taken out, cut rows joined."""
    kept: list[Line] = []
    head: Line | None = None
    last: Line | None = None
    broken = False
    for line in lines:
        if line.cells is None or line.kind not in ("ROW", "TABLE"):
            head = last = None
            kept.append(line)
            continue
        if head is None or _new_table(head, line, last):
            line.kind = "TABLE"
            head = last = line
            broken = False
            kept.append(line)
            continue
        if line.squeezed == head.squeezed or _same_head(head, line):
            line.kind = "REPEATED"
            furniture.append(line)
            broken = True
            continue
        if last is not None and last is not head and _continues(head, last, line, broken or line.gap):
            join_rows(last, line)
            line.kind = "CONTINUED"
            furniture.append(line)
        else:
            line.kind = "ROW"
            kept.append(line)
            last = line
        broken = False
    return kept


def is_head(line: Line) -> bool:
    """Whether a row looks like the head of a table: short words in every cell, no sentence, no figure first."""
    cells = [cell.value for cell in line.cells or []]
    filled = [cell for cell in cells if cell]
    return len(filled) >= 2 and len(filled) * 2 > len(cells) and all(_HEAD_WORD.match(cell) for cell in filled)


def _new_table(head: Line, line: Line, last: Line | None) -> bool:
    """A row behind a blank line begins a new table when it is a head of its own."""
    if not line.gap or not is_head(line) or last is head:
        return False
    return not _same_head(head, line) and (line.cells or [])[0].value in ("序号", "编号") or (
        is_head(head) and len(line.cells or []) != len(head.cells or [])
    )


def _same_head(head: Line, line: Line) -> bool:
    """The head of the first page printed again, perhaps with a slip of the scan."""
    own, other = head.cells or [], line.cells or []
    if len(own) != len(other) or len(own) < 2 or not is_head(line):
        return False
    return sum(1 for a, b in zip(own, other, strict=True) if a.value == b.value) * 4 >= len(own) * 3


def _continues(head: Line, above: Line, line: Line, broken: bool) -> bool:
    """Whether a row is the rest of the one above: its first cells are empty and it stands behind a page break,
    or it has too few cells filled to be an item of its own."""
    cells = [cell.value for cell in line.cells or []]
    if not cells or cells[0] or not any(cells):
        return False
    heads = [cell.value for cell in head.cells or []]
    numbered = heads[:1] and heads[0] in ("序号", "编号")
    filled = sum(1 for cell in cells if cell)
    if not numbered:
        return broken and filled * 2 <= len(cells)
    return broken or filled * 2 <= len(cells) + 1 and not _own_item(heads, cells)


def _own_item(heads: list[str], cells: list[str]) -> bool:
    """A row under merged cells that names its own unit is an item of its own."""
    named = [cell for title, cell in zip(heads, cells, strict=False) if re.search(r"牵头|责任|主办|承办", title) and cell]
    told = [cell for title, cell in zip(heads, cells, strict=False) if re.search(r"任务|措施|举措|内容|事项|目标", title) and cell]
    return bool(named) and bool(told)
