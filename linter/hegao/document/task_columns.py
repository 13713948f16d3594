"""Columns of task tables (任务分工表): what a head says that its column holds."""

from __future__ import annotations

from hegao.document.model import Column
from hegao.syntax.column_roles import inner_columns, measure_rank, role_of, upper_columns


def columns_of(heads: list[str]) -> list[Column]:
    """The columns of a table under its heads; those of two lines come joined, the upper line first.

    Of several columns that could tell the task the most telling one does. Bodies of a higher level of
    government than the table's own have roles of their own.
    """
    columns = [Column(head, role_of(head)) for head in heads]
    inner = inner_columns(heads)
    for index in inner:
        columns[index].role = "other"
    for index in upper_columns(["" if index in inner else head for index, head in enumerate(heads)]):
        columns[index].role = "upper_coop" if columns[index].role == "coop" else "upper_lead"
    telling = [column for column in columns if column.role == "measure"]
    if telling:
        best = min(telling, key=lambda column: measure_rank(column.head) or 0)
        for column in telling:
            if column is not best:
                column.role = "other"
    return columns
