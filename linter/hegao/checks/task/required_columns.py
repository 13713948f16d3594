"""Columns that the office asks of every list of tasks (任务清单), by its table ``columns``."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.document.model import Document, Table
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced
from hegao.words.builtin_tables import split_cell
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genres

_REMARK = Pattern(r"[（(][^（）()]*[）)]$")


@check("column-missing", {"table"}, facts=("column",))
def column_missing(table: Table, context: Context) -> Iterator[Hit]:
    """A list of tasks without a column that the office asks for, under that head or another that stands for it.

    A list of tasks is a table that says what is to be done and by whom or when.  Where the office asks for none, a table that calls
    itself a list of tasks wants a time, unless its cells tell times.  Fact: ``column``.
    """
    wanted = context.tables.own("columns")
    if not table.has("deadline") and context.profile != "published" and _to_be_mended(table):
        yield Hit(table.text, {"column": "整改时限"})
    elif not wanted and _timeless(table, context.document):
        yield Hit(table.text, {"column": _TIME})
    if not wanted or not table.has("measure") or not any(table.has(role) for role in ("lead", "responsible", "deadline")):
        return
    heads = [_plain(column.head) for column in table.columns]
    for row in wanted:
        names = [_plain(name) for name in (row["column"], *split_cell(row.get("alias", "")))]
        # Of a head in two lines the upper one stands before the name.
        if not any(head.endswith(name) for head in heads for name in names):
            yield Hit(table.text, {"column": row["column"]})


#: 整改清单, 任务分工表: a table that says who has to do what.
_LIST = Pattern(
    lambda: (
        rf"(?:整改|问题|任务|责任|工作|分工)[^《》，。]{{0,4}}{one_of(form for genre in genres() if genre.kind == '名册' for form in genre.forms)}$"
    )
)
_TIME = "完成时限"
_TIME_HEAD = Pattern(r"时|日期|进度|期限")


def _timeless(table: Table, document: Document) -> bool:
    """Whether a table that calls itself a list of tasks says nothing of time."""
    title = table.caption or next((part.title.text for part in document.parts if part.title is not None and table in part.nodes), None)
    if title is None or not _LIST.search(title.value) or not table.has("measure") or not (table.has("lead") or table.has("responsible")):
        return False
    return not any(_TIME_HEAD.search(column.head) for column in table.columns) and not _tells_times(table)


def _tells_times(table: Table) -> bool:
    return any(any(True for _date in find_dates(cell.value)) for row in table.rows for cell in row.cells)


#: Heads of a list of faults that are to be mended.
_FAULT, _REMEDY = Pattern("问题|隐患"), Pattern("整改(?:措施|要求|内容|任务)|措施")
_WHEN = Pattern("时限|时间|期限|日期|完成|进度|进展|状态|情况")


def _to_be_mended(table: Table) -> bool:
    """Whether a table lists faults, who mends them and how, but has no column that may say when."""
    heads = [_plain(column.head) for column in table.columns]
    asked = any(_FAULT.search(head) for head in heads) and any(_REMEDY.search(head) for head in heads)
    return (
        asked
        and any(table.has(role) for role in ("lead", "responsible"))
        and not any(_WHEN.search(head) for head in heads)
        and not _tells_times(table)
    )


def _plain(head: str) -> str:
    return _REMARK.sub("", unspaced(head))
