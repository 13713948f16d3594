"""Agendas (议程、日程), in a table or in numbered items: the one item that begins before the one above it is over, where the others follow to the minute (norms DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.date.schedule_rows import Gap
from hegao.checks.shared.agenda_items import time_of_item
from hegao.document.model import Document, Heading, Row, Table
from hegao.phrases.clock_times import ClockRange, clock_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: The cells of a column that hold a range of times each.
_Times = list[tuple[Text, ClockRange]]
_FEWEST, _A_DAY = 3, 24 * 60
#: So many items of an agenda show that they follow one another.
_ITEMS = 4
#: Beside it other items go on: 14:00—20:00 报到, 18:00—19:00 晚餐.
_MEANWHILE = Pattern("报到|签到|注册|值班|展示|展览|咨询")
_ALONE = Pattern(r"[\s*]*\d{1,2}[:：]\d{2}\s*[—―－～~–-]{1,2}\s*\d{1,2}[:：]\d{2}[\s*]*")
_DAY = Pattern(r"\d{1,2}月\d{1,2}日|第[一二三四五]天")


def overlapping_items(context: Context) -> Iterator[Gap]:
    """All such rows and items of a document."""
    for table in context.document.of("table"):
        if isinstance(table, Table):
            rows = [row for row in table.rows if any(cell.value.strip() for cell in row.cells)]
            for times in _columns(rows):
                yield from _overlap(times, rows)
    yield from _items(context.document)


def _columns(rows: Sequence[Row]) -> Iterator[_Times]:
    """The columns whose cells are ranges of times of one day and nothing else."""
    for column in range(max((len(row.cells) for row in rows), default=0)):
        cells = [row.cells[column] for row in rows if column < len(row.cells)]
        ranges = [(cell, found) for cell in cells if len(found := list(clock_ranges(cell.value))) == 1]
        if len(ranges) >= _FEWEST and all(_ALONE.fullmatch(cell.value) for cell, _found in ranges):
            yield [(cell, found[0]) for cell, found in ranges]


def _overlap(cells: _Times, rows: Sequence[Row]) -> Iterator[Gap]:
    # What goes over midnight is no agenda of a day.
    if any(found.dated or found.last.next_day or found.last.minutes < found.first.minutes and not found.reversed for _cell, found in cells):
        return
    days = {row.text.line: day for row in rows if (day := _day_of(row))}
    # A new day begins anew.
    pairs = [(one, other) for one, other in pairwise(cells) if not days or days.get(other[0].line, "") in ("", days.get(one[0].line, ""))]
    # 16:00—24:00, 0:00—8:00: the next day begins.
    odd = [pair for pair in pairs if pair[1][1].first.minutes < pair[0][1].last.minutes != pair[1][1].first.minutes + _A_DAY]
    follow = sum(1 for one, other in pairs if other[1].first.minutes == one[1].last.minutes)
    if len(odd) != 1 or follow < (1 if days or len(pairs) == 2 else 2) or len(pairs) < 2 or len(pairs) < _FEWEST and follow != len(pairs) - 1:
        return
    (above, before), (cell, found) = odd[0]
    beside = {row.text.line for row in rows if _MEANWHILE.search(row.text.value)}
    if found.last.minutes > before.last.minutes or above.line not in beside:
        yield Gap(cell.slice(found.first.start, found.last.end), above)


def _day_of(row: Row) -> str:
    """The day that a row of an agenda names; empty where it goes on with the one above."""
    return next((match[0] for cell in row.cells if (match := _DAY.search(cell.value)) is not None), "")


def _items(document: Document) -> Iterator[Gap]:
    seen: set[object] = set()
    for node in document.of("heading"):
        if not isinstance(node, Heading) or node.numbering in seen:
            continue
        seen.add(node.numbering)
        items = [(heading.body, time) for heading in node.numbering.headings if (time := time_of_item(heading)) is not None]
        odd = [(one, other) for one, other in pairwise(items) if other[1].first.minutes < one[1].last.minutes]
        meet = sum(1 for one, other in pairwise(items) if other[1].first.minutes == one[1].last.minutes)
        if len(odd) == 1 and (len(items) >= _ITEMS or len(items) == _FEWEST and meet == 1):
            (above, before), (text, time) = odd[0]
            yield Gap(text.slice(time.first.start, time.last.end), above.slice(before.first.start, before.last.end))
