"""What a document itself says is done: rows of a ledger (台账) with their state, sections over what was done so far."""

from __future__ import annotations

from hegao.document.model import Heading, Part, Row
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: The head of a column that tells how far the work of each row has come.
_STATE = Pattern(r"状态|(?:完成|进展|进度|整改|办理|落实|办结|销号)(?:情况|状况|结果)|是否(?:完成|办结|销号)|进展$")
#: A cell of it that says that the work is over.
_OVER = Pattern(
    r"^[是√]$|^已|^(?:全部|按期|如期|按时|基本)?(?:完成|办结|销号|整改到位|整改完毕|落实到位)(?!率|[\d％%])"
    r"|(?<!未)(?:已|全部)(?:完成|办结|整改|销号|落实|解决|到位)"
)
#: A heading over what was done so far.
_TOLD = Pattern(r"(?:[^，。]{0,8}(?:已|前期)[^，。]{0,12}|[^，。]{0,14}(?:开展|进展|完成)情况|主要(?:工作)?(?:做法|成效)|(?:工作)?回顾|.{0,8}成效)")


def row_done(row: Row | None) -> bool:
    """Whether a row of a ledger says itself that its work is done."""
    if row is None:
        return False
    cells = zip(row.table.columns, row.cells, strict=False)
    return any(_STATE.search(column.head) and _OVER.search(cell.value) for column, cell in cells if cell.value)


def told_above(part: Part | None, text: Text) -> bool:
    """Whether a heading that a text of the part stands under says that the past is told there: 已开展的工作, 工作进展情况."""
    above = [node for node in part.nodes if isinstance(node, Heading) and node.line <= text.line] if part is not None else []
    heading = above[-1] if above else None
    while heading is not None:
        if _TOLD.fullmatch(heading.title):
            return True
        heading = heading.parent
    return False
