"""What tables lack: columns that the office asks of every list of tasks (任务清单), by its table ``columns``; single cells."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.structure.empty_cells import empty_cells
from hegao.document.model import Column, Document, Paragraph, Table
from hegao.document.told_by_cells import is_body_list
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.syntax.column_roles import measure_rank
from hegao.words.builtin_tables import split_cell
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genres

_REMARK = Pattern(r"[（(][^（）()]*[）)]$")


@check("column-missing", {"table"}, facts=("column",), faults=("column", "cell", "helpers", "unnamed", "twice"))
def column_missing(table: Table, context: Context) -> Iterator[Hit]:
    """A list of tasks without a column that the office asks for, under that head or another that stands for it.

    A list of tasks is a table that says what is to be done and by whom or when.  Where the office asks for none, a table that calls
    itself a list of tasks wants a time, unless its cells tell times.  Of any table, the one cell of a column that was left empty, a column
    that all rows fill and no head names, and two columns side by side under one head.
    Facts: ``column``, and as ``fault`` which of these it is.
    """
    for empty in empty_cells(table):
        yield Hit(empty.at, {"column": empty.head, "fault": "helpers" if empty.helpers else "cell"})
    for place, column in enumerate(table.columns):
        if _is_unnamed(table, place):
            yield Hit(table.text, {"column": str(place + 1), "fault": "unnamed"})
        elif _is_twice(table, place):
            yield Hit(table.text, {"column": _plain(column.head), "fault": "twice"})
    wanted = context.tables.own("columns")
    if not wanted and _timeless(table, context.document):
        yield Hit(table.text, {"column": _TIME, "fault": "column"})
    if not wanted and _bodiless(table, context.document):
        yield Hit(table.text, {"column": _BODY, "fault": "column"})
    if not wanted or not table.has("measure") or not any(table.has(role) for role in ("lead", "responsible", "deadline")):
        return
    heads = [_plain(column.head) for column in table.columns]
    for row in wanted:
        names = [_plain(name) for name in (row["column"], *split_cell(row.get("alias", "")))]
        # Of a head in two lines the upper one stands before the name.
        if not any(head.endswith(name) for head in heads for name in names):
            yield Hit(table.text, {"column": row["column"], "fault": "column"})


#: 整改清单, 任务分工表: a table that says who has to do what.
_LIST = Pattern(lambda: rf"(?:整改|问题|任务|责任|工作|分工)[^《》，。]{{0,4}}{one_of(form for genre in genres() if genre.kind == '名册' for form in genre.forms)}$")
_TIME = "完成时限"
_TIME_HEAD = Pattern(r"时|日期|进度|期限")


def _title(table: Table, document: Document) -> Text | None:
    """What stands over a table: its caption, a line of a few words right before it, or the title of the attachment."""
    for part in document.parts if table.caption is None else ():
        if table in part.nodes:
            before = part.nodes[part.nodes.index(table) - 1] if part.nodes[0] is not table else None
            if isinstance(before, Paragraph) and len(before.text) <= _LONGEST_TITLE and not before.text.value.endswith(_STOPS):
                return before.text
            return part.title.text if part.title is not None else None
    return table.caption


_LONGEST_TITLE, _STOPS = 30, ("。", "：", "；")
#: 任务分工表, 责任清单: who does what.
_SHARED_OUT = Pattern(lambda: rf"(?:分工|责任|分解)[^《》，。]{{0,4}}{one_of(form for genre in genres() if genre.kind == '名册' for form in genre.forms)}$")
_BODY, _PLAIN_ROLES = "责任单位", ("serial", "measure", "deadline")
_REMARKS = "备注"


def _is_plain(column: Column) -> bool:
    """Whether a column tells tasks or times; a head that is a body shares work out by ticks."""
    return column.role in _PLAIN_ROLES or measure_rank(column.head) is not None or column.head == _REMARKS


def _bodiless(table: Table, document: Document) -> bool:
    """Whether a table that calls itself a sharing out of work tells tasks and times, and nobody to do them."""
    title = _title(table, document) if table.has("measure") and table.has("deadline") else None
    if title is None or not _SHARED_OUT.search(title.value) or not all(_is_plain(column) for column in table.columns):
        return False
    return len(table.rows) >= _ROWS and not any(is_body_list(cell.value) for row in table.rows for cell in row.cells)


#: What leads in a table that shares out work: 民生实事项目按下表分解落实：
_LEADS_IN = Pattern("分解(?:落实)?[^，。；]{0,4}：$")


def _led_in(table: Table, document: Document) -> bool:
    """Whether the paragraph right before the table says that it shares out work."""
    nodes = next((part.nodes for part in document.parts if table in part.nodes), [table])
    before = nodes[nodes.index(table) - 1] if nodes[0] is not table else None
    return isinstance(before, Paragraph) and _LEADS_IN.search(before.text.value) is not None


def _timeless(table: Table, document: Document) -> bool:
    """Whether a table that calls itself a list of tasks says nothing of time."""
    title = _title(table, document)
    named = title is not None and _LIST.search(title.value) is not None or _led_in(table, document)
    if not named or not table.has("measure") or not (table.has("lead") or table.has("responsible")):
        return False
    return not any(_TIME_HEAD.search(column.head) for column in table.columns) and not any(
        any(True for _date in find_dates(cell.value)) for row in table.rows for cell in row.cells
    )


#: Fewer rows prove nothing of a column.
_ROWS = 2


def _is_unnamed(table: Table, place: int) -> bool:
    """Whether a column has no head and a cell in every row, where all others have heads."""
    unnamed = [index for index, column in enumerate(table.columns) if not column.head.strip()]
    return unnamed == [place] and place > 1 and len(table.rows) >= _ROWS and len(set(_cells(table, place))) >= _ROWS and all(_cells(table, place))


def _is_twice(table: Table, place: int) -> bool:
    """Whether a column bears the head of the one before it, and nothing else is headed twice; what they hold is not the same."""
    heads = [unspaced(column.head) for column in table.columns]
    if place == 0 or not heads[place] or heads[place] != heads[place - 1] or len(set(heads)) != len(heads) - 1 or len(table.rows) < _ROWS:
        return False
    return _cells(table, place) != _cells(table, place - 1)


def _cells(table: Table, place: int) -> list[str]:
    return [unspaced(row.cells[place].value) if place < len(row.cells) else "" for row in table.rows]


def _plain(head: str) -> str:
    return _REMARK.sub("", unspaced(head))
