"""What a row of a ledger (台账) says itself of how far its work has come."""

from __future__ import annotations

from hegao.document.model import Row
from hegao.sources.lazy_pattern import Pattern

#: The head of a column that tells how far the work of each row has come.
_STATE = Pattern(r"状态|(?:完成|进展|进度|整改|办理|落实|办结|销号)(?:情况|状况|结果)|是否(?:完成|办结|销号)|进展$")
#: A cell of it that says that the work is over.
_OVER = Pattern(
    r"^[是√]$|^已|^(?:全部|按期|如期|按时|基本)?(?:完成|办结|销号|整改到位|整改完毕|落实到位)(?!率|[\d％%])"
    r"|(?<!未)(?:已|全部)(?:完成|办结|整改|销号|落实|解决|到位)"
)


def row_done(row: Row | None) -> bool:
    """Whether a row of a ledger says itself that its work is done."""
    if row is None:
        return False
    cells = zip(row.table.columns, row.cells, strict=False)
    return any(_STATE.search(column.head) and _OVER.search(cell.value) for column, cell in cells if cell.value)
