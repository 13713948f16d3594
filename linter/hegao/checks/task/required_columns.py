"""Columns that the office asks of every list of tasks (任务清单), by its table ``columns``."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.document.model import Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced
from hegao.words.builtin_tables import split_cell

_REMARK = Pattern(r"[（(][^（）()]*[）)]$")


@check("column-missing", {"table"}, facts=("column",))
def column_missing(table: Table, context: Context) -> Iterator[Hit]:
    """A list of tasks without a column that the office asks for, under that head or another that stands for it.

    A list of tasks is a table that says what is to be done and by whom or when.  Fact: ``column``.
    """
    wanted = context.tables.own("columns")
    if not wanted or not table.has("measure") or not any(table.has(role) for role in ("lead", "responsible", "deadline")):
        return
    heads = [_plain(column.head) for column in table.columns]
    for row in wanted:
        names = [_plain(name) for name in (row["column"], *split_cell(row.get("alias", "")))]
        # Of a head in two lines the upper one stands before the name.
        if not any(head.endswith(name) for head in heads for name in names):
            yield Hit(table.text, {"column": row["column"]})


def _plain(head: str) -> str:
    return _REMARK.sub("", unspaced(head))
