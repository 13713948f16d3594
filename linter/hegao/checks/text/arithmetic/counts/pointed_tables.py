"""Counts of what a table lists, where the sentence points there (文表数目): 分布在5个学院，分学院人数见附件1; 分3段封闭，各段时间如下 (norms FIG-16).

The table is the one right behind the paragraph, or the one of the attachment that it names; what is counted is told by the head of a column
or by the title of the attachment.  Also so many persons each day (每天安排2名值班人员), against the names in the cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, plain_rows
from hegao.document.model import Document, Heading, Node, Paragraph, Row, Table
from hegao.phrases.numbers import A_COUNT, value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced

_POINTS = Pattern(r"附件\s*(?P<n>\d{0,2})")
_LEADS = Pattern(r"如下|下表|见表|下列|[：:]$")
#: 分布在5个学院; 分3段; 9个攻坚项目.
_COUNT = Pattern(rf"(?<![第每各前后其])(?<!全部){A_COUNT}(?P<unit>个|家|所|座|处|条|名|项|件|支)?(?P<noun>[\u3400-\u9fff]{{1,8}})")
_EACH = Pattern(r"每(?:[天日班组周个]|个?(?:单位|小组|班次|村|社区|县|镇))[^。；]{0,40}$")
_PERSONS = Pattern(rf"(?<![第每各]){A_COUNT}[名位人]?(?P<noun>[\u3400-\u9fff]{{2,6}})")
_HEAD_WORDS = Pattern(r"名称|名单|全称|[（(][^（）()]*[）)]|序号|编号|类别|\s")
_MARK = Pattern(r"附\s*件\s*(?P<n>\d{1,2})?")
_NAMES = Pattern(r"[\u3400-\u9fff·]{2,4}(?:[、，,\s]+[\u3400-\u9fff·]{2,4})*")
_APART = Pattern(r"[、，,\s]+")
#: A unit that is itself what is counted ends the head: 路段, 批次.
_ITSELF = "段期批站点片"
_FEWEST, _MOST_OFF, _SHARE, _NAME, _SHORT = 3, 2, 8, 2, 24


def counts_of_pointed_tables(context: Context) -> Iterator[Odd]:
    """Counts that the table they point to contradicts."""
    for text, table, title in _pointed(context.document):
        rows = plain_rows(table)
        if len(rows) >= _FEWEST and len({row.line for row in rows}) == len(rows):
            yield from _of_rows(text, table, rows, title)
        if len(rows) >= _NAME:
            yield from _of_persons(text, table, rows)


def _pointed(document: Document) -> Iterator[tuple[Text, Table, str]]:
    """Passages with the table that they speak of, and the title of its attachment."""
    attached: dict[str, tuple[Table, str]] = {}
    for part in document.parts:
        tables = [node for node in part.nodes if isinstance(node, Table)]
        mark = _MARK.search(part.mark.value) if part.mark is not None else None
        if mark is not None and len(tables) == 1:
            attached[mark["n"] or ""] = tables[0], part.title.text.value if part.title is not None else ""
    for part in document.parts:
        for index, node in enumerate(part.nodes):
            text = _words(node)
            if text is None:
                continue
            following = part.nodes[index + 1] if index + 1 < len(part.nodes) else None
            if isinstance(following, Table) and _LEADS.search(text.value):
                yield text, following, following.caption.value if following.caption is not None else ""
            for number in {match["n"] for match in _POINTS.finditer(text.value)} if part.mark is None else ():
                if number in attached:
                    yield text, *attached[number]


def _words(node: Node) -> Text | None:
    return node.body if isinstance(node, Heading) else node.text if isinstance(node, Paragraph) else None


def _sentences(value: str, table_follows: bool) -> Iterator[tuple[int, int]]:
    """The sentences that point somewhere."""
    before = start = 0
    for end in [*(match.end() for match in re.finditer("[。；]", value)), len(value)]:
        said = value[start:end]
        if _POINTS.search(said) or table_follows and end == len(value):
            # …分3段封闭。各段时间如下：
            yield before if end == len(value) and len(said) <= _SHORT else start, end
        before, start = start, end


def _of_rows(text: Text, table: Table, rows: Sequence[Row], title: str) -> Iterator[Odd]:
    columns = _columns(table, rows)
    known = {len(rows)} | {many for cells in columns.values() for many in (len({*cells}), *Counter(cells).values())} | _sums(rows)
    for start, end in _sentences(text.value, table_follows=True):
        counts = [match for match in _COUNT.finditer(text.value, start, end) if _named(match, columns, title)]
        stated = {value_of(match["n"]) for match in counts}
        if not counts or stated & known:
            continue
        match, n = counts[0], value_of(counts[0]["n"])
        if _FEWEST - 1 <= n and 0 < abs(n - len(rows)) <= max(_MOST_OFF, len(rows) // _SHARE):
            yield Odd(text.slice(*match.span()), f"表中列了{len(rows)}", [rows[-1].text], False)


def _columns(table: Table, rows: Sequence[Row]) -> Mapping[str, list[str]]:
    """The columns of words by the noun of their head."""
    found: dict[str, list[str]] = {}
    for place, column in enumerate(table.columns):
        head = _HEAD_WORDS.sub("", unspaced(column.head))
        cells = [unspaced(row.cells[place].value) for row in rows if place < len(row.cells)]
        if head and len(cells) == len(rows) and all(cells) and not any(cell.replace(".", "").isdigit() for cell in cells):
            found[head] = cells
    return found


def _sums(rows: Sequence[Row]) -> set[int]:
    """What the columns of figures come to."""
    width = max(len(row.cells) for row in rows)
    columns = ([figure for row in rows if place < len(row.cells) and (figure := figure_in(row.cells[place])) is not None] for place in range(width))
    return {int(sum(figure.value for figure in figures)) for figures in columns if figures}


def _named(match: re.Match[str], columns: Mapping[str, Sequence[str]], title: str) -> bool:
    """Whether a count is of what a column of names of its own lists, or of what the title says."""
    noun = match["noun"]
    for head, cells in columns.items():
        if len({*cells}) < len(cells):
            continue
        if match["unit"] is None and noun[0] in _ITSELF and head.endswith(noun[0]):
            return True
        if match["unit"] is not None and len(head) >= _NAME and (noun.startswith(head) or noun[:_NAME] == head[-_NAME:] and len(head) <= _NAME * 2):
            return True
    size = next((size for size in range(len(noun), _NAME + 1, -1) if noun[:size] in title), 0)
    return match["unit"] is not None and size > _NAME


def _of_persons(text: Text, table: Table, rows: Sequence[Row]) -> Iterator[Odd]:
    """So many of each post a day, against the names in its column."""
    heads = [unspaced(column.head) for column in table.columns]
    for match in _PERSONS.finditer(text.value):
        place = next((place for place, head in enumerate(heads) if len(head) >= _NAME and (match["noun"].startswith(head) or head.startswith(match["noun"]))), None)
        if place is None or not _EACH.search(text.value, 0, match.start()):
            continue
        cells = [row.cells[place].value.strip() for row in rows if place < len(row.cells)]
        if len(cells) != len(rows) or not all(_NAMES.fullmatch(cell) for cell in cells):
            continue
        named = {len(_APART.split(cell)) for cell in cells}
        stated = value_of(match["n"])
        if len(named) == 1 and stated not in named:
            yield Odd(text.slice(*match.span()), f"表中每行{next(iter(named))}人", [rows[0].cells[place]])
