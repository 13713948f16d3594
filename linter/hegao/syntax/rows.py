"""Rows: runs of rows become tables; heads printed again on later pages go, rows that a page broke are joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import join
from hegao.syntax.column_roles import BODIES_END, NOTHING, UNITS, role_of
from hegao.syntax.line_kinds import Kind
from hegao.syntax.lines import Line
from hegao.syntax.table_heads import aligned, column_map, head_names, is_head, is_subhead
from hegao.syntax.titles import TITLE_END
from hegao.words.patterns import one_of
from hegao.words.sum_labels import SUBTOTAL, SUM
from hegao.words.vocabulary import CLASS_WORDS, deadline_words, level_names

_AGAIN = Pattern(r"(?:[（(]?续(?:上?表)?\d{0,2}[）)]?|[（(]接上[页表][）)])$|^(?:[（(]?续(?:上?表)?\d{0,2}[）)]?|[（(]接上[页表][）)])")
_CAPTION_NUMBER = Pattern(r"^[附表]?表\d{1,2}$")
_SENTENCE_END = ("。", "；", "！", "？", "”", "）", ")", ";")
_BODY_START = Pattern(rf"(?:{one_of((*CLASS_WORDS, *level_names('prefix')))}|[\u3400-\u9fff]{{2,4}}{one_of(level_names('place'))})")
_TIME_END = Pattern(rf"(?:[日底前内末年月旬度\d]|完成|{one_of(deadline_words('open', 'goes-on'))})$")
_BARE_YEAR = Pattern(r"^20\d\d年$")
_TIME_START = Pattern(rf"(?:\d{{2}}|\d{{1,2}}月|[一二三四年每第按本当今次明]|{one_of(deadline_words('open', 'vague', 'prompt', 'period'))})")
_TOTAL_CELL = Pattern(rf"[\u3400-\u9fff]{{0,6}}(?:{SUM}|{SUBTOTAL})$")
#: Below an amount another one is of a row of its own.
_AMOUNT = Pattern(r"\d[\d,，]*(?:\.\d+)?$")
_LIST_MARK = Pattern(r"^(?:[（(]?\d{1,2}[）).．、]|[①-⑳⑴-⒛]|[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)")


@dataclass(slots=True)
class _Table:
    """The table that is being read: its first line, the names of its columns, its last row."""

    head: Line
    names: list[str]
    headed: bool
    caption: str = ""
    page: list[int] | None = None
    last: Line | None = None
    broken: bool = False
    roles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.roles = [role_of(name) for name in self.names]


def shape_tables(lines: list[Line], furniture: list[Line]) -> list[Line]:
    """The lines with each table's first row of kind TABLE and the second line of its head SUBHEAD.

    Heads and captions printed again go to ``furniture``; so do rows that continue others, whose cells are taken on
    there.  A line of text between two rows of one table is a row that groups others.
    """
    kept: list[Line] = []
    table: _Table | None = None
    index = 0
    while index < len(lines):
        line = lines[index]
        following = lines[index + 1] if index + 1 < len(lines) else None
        index += 1
        if line.cells is None or line.kind == Kind.FIELD:
            if table is not None and line.cells is None and _between(table, line, lines[index : index + 3]):
                table = _text_between(table, line, kept, furniture)
                continue
            table = None
            kept.append(line)
        elif table is None or _new_table(table, line):
            table = _open(line, lines[index : index + 4], kept)
            if table.headed and following is not None and table.names and following.kind == Kind.SUBHEAD:
                kept.append(following)
                index += 1
        elif _head_again(table, line, following):
            line.kind = Kind.REPEATED
            furniture.append(line)
            table.broken = True
            table.page = column_map(line, following, table.names)
            if following is not None and following.cells is not None and is_subhead(line, following, len(table.names)):
                following.kind = Kind.REPEATED
                furniture.append(following)
                index += 1
        else:
            _take_row(table, line, kept, furniture)
    return kept


def _open(line: Line, behind: list[Line], kept: list[Line]) -> _Table:
    """Begin a table at ``line``; the line above it is its caption."""
    caption = kept[-1].squeezed if kept and kept[-1].cells is None else ""
    headed = is_head(line)
    names: list[str] = []
    if headed:
        width = max((len(row.cells) for row in behind[1:] if row.cells is not None), default=0)
        subhead = behind[0] if behind and behind[0].cells is not None and is_subhead(line, behind[0], width) else None
        if subhead is not None:
            subhead.kind = Kind.SUBHEAD
        names = head_names(line, subhead, width)
    line.kind = Kind.TABLE
    kept.append(line)
    table = _Table(line, names, headed, caption)
    if not headed:
        table.last = line
    return table


def _new_table(table: _Table, line: Line) -> bool:
    """A row behind a gap begins a new table when it is a head of its own, not the same one printed again."""
    if not line.gap or not is_head(line) or table.last is None:
        return False
    cells = line.cells or []
    if table.headed and column_map(line, None, table.names) is not None:
        return False
    return cells[0].value in ("序号", "编号") or len(cells) != len(table.head.cells or [])


def _head_again(table: _Table, line: Line, following: Line | None) -> bool:
    """Whether a row is the head of the first page printed again, perhaps with other columns or a slip of the scan."""
    if line.squeezed == table.head.squeezed:
        return table.headed or table.last is not table.head
    if not table.headed or not is_head(line):
        return False
    own, other = table.head.cells or [], line.cells or []
    if len(own) == len(other) and sum(1 for a, b in zip(own, other, strict=True) if a.value == b.value) * 4 >= len(own) * 3:
        return True
    return sum(1 for cell in other if role_of(cell.value) != "other") >= 2 and column_map(line, following, table.names) is not None


def _between(table: _Table, line: Line, behind: list[Line]) -> bool:
    """Whether a line of text stands within a table: a row of it follows, or its head again."""
    if len(line.squeezed) > 60 or line.squeezed.endswith(("。", "：", "；")):
        return False
    row = next((one for one in behind if one.cells is not None), None)
    if row is None or row.cells is None or not (table.headed or table.last):
        return False
    if row is behind[0] and _is_caption(table, line):
        return True
    if is_head(row) or not table.headed or len(row.cells) < len(table.names) - 1:
        return False
    return not line.gap and not any(one.gap or len(one.squeezed) > 60 and one.cells is None for one in behind[: behind.index(row) + 1])


def _is_caption(table: _Table, line: Line) -> bool:
    """Whether the caption stands here again: 重点任务分工表（续）."""
    bare = _AGAIN.sub("", line.squeezed)
    if not bare or bare == _AGAIN.sub("", table.caption) and TITLE_END.search(bare):
        return True
    # 续表1　项目安排, 表1（续）: of the caption the number is left, or what stands behind it.
    again = bare != line.squeezed and (_CAPTION_NUMBER.match(bare) is not None or len(bare) > 2 and bare in table.caption)
    return again and (table.caption.startswith(bare) or table.caption.endswith(bare))


def _text_between(table: _Table, line: Line, kept: list[Line], furniture: list[Line]) -> _Table:
    if _is_caption(table, line):
        line.kind = Kind.REPEATED
        furniture.append(line)
        table.broken = True
    else:
        line.cells = [line.text]
        line.kind = Kind.ROW
        kept.append(line)
        table.last = line
    return table


def _take_row(table: _Table, line: Line, kept: list[Line], furniture: list[Line]) -> None:
    """Take a row on: as an item of its own, or as the rest of the row above."""
    if table.headed and line.cells is not None:
        line.cells = aligned(line, table.names, table.page)
    above, broken = table.last, table.broken or line.gap
    table.broken = False
    if above is not None and above is not table.head and above.cells is not None and len(above.cells) > 1 and _goes_on_above(table, above, line, broken):
        _take_on(above, line)
        line.kind = Kind.CONTINUED
        furniture.append(line)
        return
    line.kind = Kind.ROW
    kept.append(line)
    table.last = line


def _take_on(above: Line, below: Line) -> None:
    """Take the cells of a continuation row on behind those of the row above, cell by cell."""
    assert above.cells is not None and below.cells is not None
    for index, cell in enumerate(below.cells):
        if not cell.value:
            continue
        if index < len(above.cells):
            own = above.cells[index]
            above.cells[index] = join([own, cell]) if own.value else cell
        else:
            above.cells.append(cell)
    above.marks += below.marks


def _goes_on_above(table: _Table, above: Line, line: Line, broken: bool) -> bool:
    """Whether a row is the rest of the one above.

    A row with its own serial number, or in a table without numbers with its own first cell, is an item of its own unless
    a page broke its words.  Without them it is one, too, where cells were merged: it names its own bodies and its own work,
    and nothing in the row above was left unfinished.
    """
    if line.merged:
        return False
    cells = [cell.value for cell in line.cells or []]
    tops = [cell.value for cell in above.cells or []] + [""] * len(cells)
    filled = [index for index, cell in enumerate(cells) if cell]
    first = table.page[0] if table.page else 0
    if not filled or len(filled) == 1 and filled[0] == first and not broken or any(_TOTAL_CELL.match(cells[index]) for index in filled[:2]):
        return False
    if any(_AMOUNT.match(cells[index]) and _AMOUNT.match(tops[index]) for index in filled):
        return False
    if cells[first] and not broken:
        return False
    numbered = table.roles[first : first + 1] == ["serial"]
    roles = [*table.roles, *["other"] * len(cells)]
    # Under a page break a row with all its cells is one of its own, unless a mark shows that one of them was cut.
    whole = bool(cells[first]) and len(filled) == len(table.names)
    cut = any(_cut("" if whole else roles[index], tops[index], cells[index]) for index in filled)
    if cells[first]:
        return not numbered and bool(table.headed) and cut and not _own_item(roles, cells, tops, broken)
    if not numbered and not table.headed:
        return broken and len(filled) * 2 <= len(cells)
    if cut:
        return True
    if _own_item(roles, cells, tops, broken):
        return False
    return numbered or broken or not any(roles[index] in UNITS for index in filled) and len(filled) * 2 <= len(cells)


def _cut(role: str, above: str, below: str) -> bool:
    """Whether two cells, one above the other, are surely one that was cut."""
    if not above.strip(NOTHING) or not below.strip(NOTHING):
        return False
    if above.endswith(("、", "，", ",", "（", "《", "“", "—")) or below[0] in "、，。；：）》”,;)":
        return True
    if any(mark in above and above.count(mark) > above.count(closing) for mark, closing in ("《》", "“”", "（）")):
        return True
    if role in UNITS:
        return not BODIES_END.search(above) or not _BODY_START.match(below) and not BODIES_END.search(below) or below.startswith(("按职责", "分工", "局", "委", "办公室"))
    if role == "deadline":
        return not _TIME_END.search(above) or not _TIME_START.match(below) or bool(_BARE_YEAR.search(above)) and not below.startswith(("20", "全年"))
    return False


def _own_item(roles: list[str], cells: list[str], tops: list[str], broken: bool) -> bool:
    """A row under merged cells that names its own bodies and tells its own work is an item of its own.

    Behind a page break that is sure only where the work told above came to its end, or the one below begins with a number.
    """
    told = [index for index, cell in enumerate(cells) if cell and roles[index] not in (*UNITS, "deadline", "serial")]
    if not told:
        return False
    leads = any(role in ("lead", "responsible") and cell for role, cell in zip(roles, cells, strict=False))
    dates = [(cell, top) for role, cell, top in zip(roles, cells, tops, strict=False) if role == "deadline"]
    ended = all(tops[index].endswith(_SENTENCE_END) or _LIST_MARK.match(cells[index]) for index in told)
    if not leads:
        # The cell of the bodies was merged, too: the row has a day of its own, or goes on in a numbered list.
        listed = any(role in UNITS and cell for role, cell in zip(roles, cells, strict=False)) and all(_LIST_MARK.match(cells[index]) for index in told)
        return not broken and (ended and listed or any(cell and top for cell, top in dates))
    return not broken or ended and all(cell or not top for cell, top in dates)
