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
    if not table.has("deadline") and context.profile != "published" and _to_be_mended(table):
        yield Hit(table.text, {"column": "整改时限"})
    wanted = context.tables.own("columns")
    if not wanted or not table.has("measure") or not any(table.has(role) for role in ("lead", "responsible", "deadline")):
        return
    heads = [_plain(column.head) for column in table.columns]
    for row in wanted:
        names = [_plain(name) for name in (row["column"], *split_cell(row.get("alias", "")))]
        # Of a head in two lines the upper one stands before the name.
        if not any(head.endswith(name) for head in heads for name in names):
            yield Hit(table.text, {"column": row["column"]})


#: Heads of a list of faults that are to be mended.
_FAULT, _REMEDY = Pattern("问题|隐患"), Pattern("整改(?:措施|要求|内容|任务)|措施")
_WHEN = Pattern("时限|时间|期限|日期|完成|进度|进展|状态|情况")


def _to_be_mended(table: Table) -> bool:
    """Whether a table lists faults, who mends them and how, but has no column that may say when."""
    heads = [_plain(column.head) for column in table.columns]
    asked = any(_FAULT.search(head) for head in heads) and any(_REMEDY.search(head) for head in heads)
    return asked and any(table.has(role) for role in ("lead", "responsible")) and not any(_WHEN.search(head) for head in heads)


def _plain(head: str) -> str:
    return _REMARK.sub("", unspaced(head))
