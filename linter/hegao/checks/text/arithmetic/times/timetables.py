"""Timetables (时刻表): how long a row lasts against its two times, times told in the text against a column, how many there are (norms FIG-16, DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import Wrong, figure_in
from hegao.document.model import Row, Table
from hegao.phrases.clock_times import clock_ranges
from hegao.phrases.numbers import value_of
from hegao.phrases.told_spans import HOUR, SOME_YEAR, lengths, time_spans
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_CLOCK = Pattern(r"(?P<hour>\d{1,2})[:：](?P<minute>[0-5]\d)")
_RANGE = Pattern(r"\d(?:[:：]\d|[日时])")
#: Heads of columns that tell a length, by its unit.
_UNITS = {
    "天": Pattern(r"天数|日数|[（(][天日][）)]"),
    "小时": Pattern(r"小时"),
    "分钟": Pattern(r"时长|历时|用时|耗时|运行时间|分钟|时间[（(]分"),
}
_FEWEST = 3


def wrong_lasting(table: Table) -> Iterator[Wrong]:
    """Lengths in a column that the times or the days of the row contradict, where those of all other rows bear them out."""
    for index, column in enumerate(table.columns):
        unit = next((unit for unit, words in _UNITS.items() if words.search(column.head)), "")
        told: list[tuple[Row, Text, Decimal, Sequence[Decimal]]] = []
        for row in table.rows if unit else ():
            figure = _length_in(row.cells[index], unit) if index < len(row.cells) else None
            between = _between(row, index, unit)
            if figure is not None and between:
                told.append((row, *figure, between))
        odd = [one for one in told if one[2] not in one[3]]
        # Of lengths by days the last day may be left out, but in no row or in all.
        if len(odd) == 1 and len(told) >= _FEWEST or len(odd) == 1 and len(told) == _FEWEST - 1:
            row, at, _stated, lasts = odd[0]
            yield Wrong(at, f"{lasts[0].normalize():f}", [cell for cell in row.cells if _RANGE.search(cell.value)], sure=len(told) >= _FEWEST)


def _length_in(cell: Text, unit: str) -> tuple[Text, Decimal] | None:
    """The length in a cell, with its unit or in that of the head."""
    told = next(lengths(cell.value), None)
    if told is not None and cell.value.strip() == cell.value[told.start : told.end]:
        factor = {"分钟": 1, "小时": HOUR, "天": 1}[unit]
        return (cell, Decimal(str(told.amount)) / factor) if (told.unit == "天") == (unit == "天") else None
    figure = figure_in(cell)
    return (figure.text, figure.value) if figure is not None else None


def _between(row: Row, index: int, unit: str) -> list[Decimal]:
    """How long the row takes by its times in one cell or in two, or by its days, in the unit; none where that is not told once."""
    value = "，".join(cell.value for place, cell in enumerate(row.cells) if place != index)
    spans = list(time_spans(value, SOME_YEAR))
    if unit == "天":
        days = [Decimal(span.days + 1) for span in spans if span.days is not None]
        return days if len(days) == 1 else []
    minutes = [span.minutes for span in spans if span.minutes]
    if not spans:
        times = [int(time["hour"]) * HOUR + int(time["minute"]) for cell in row.cells for time in _CLOCK.finditer(cell.value)]
        minutes = [times[1] - times[0]] if len(times) == 2 and times[1] > times[0] else []
    return [Decimal(minutes[0]) / (HOUR if unit == "小时" else 1)] if len(minutes) == 1 else []


#: 去程8:00、9:30各1班，返程11:30、15:00各1班，全天共4班.
_EACH = Pattern(r"(?P<list>\d{1,2}[:：]\d{2}(?:[、和]\d{1,2}[:：]\d{2})*)(?:各|发)?(?P<each>\d|一|两)(?P<unit>班|趟|场|次|轮|车)次?")
_ALL = Scanner(r"(?:共计?|合计|总计)(?:开行|发车|安排|举办|组织)?(?P<n>\d{1,2}|[两三四五六七八九十]{1,2})(?:个)?(?P<unit>班|趟|场|次|轮|车)次?")
#: A time by itself, none of a range.
_ALONE = Pattern(r"(?<![\d:：—～~-])\d{1,2}[:：]\d{2}(?![\d:：—～~-])")
_COLUMN = Pattern(r"\s*\d{1,2}[:：]\d{2}\s*")


def wrong_departures(context: Context) -> Iterator[Odd]:
    """So many runs in all against the times at which they are said to begin; times in the text that the timetable has otherwise."""
    for found in context.once(running).find(_ALL, "heading", "paragraph"):
        begin = max(found.match.string.rfind("。", 0, found.match.start()), 0)
        groups = [group for group in _EACH.finditer(found.match.string, begin, found.match.start()) if group["unit"] == found.match["unit"]]
        runs = sum((group["list"].count("、") + group["list"].count("和") + 1) * value_of(group["each"].replace("一", "1")) for group in groups)
        if len(groups) >= 1 and runs > 1 and runs != value_of(found.match["n"]):
            yield Odd(found.at(), str(runs), [found.passage.slice(*group.span()) for group in groups])
    for found in context.once(running).find(_BY_INTERVAL, "heading", "paragraph"):
        first, last = (_minutes(found.match[name]) for name in ("first", "last"))
        every = int(found.match["every"])
        if every and last > first and (last - first) % every == 0 and int(found.match["n"]) not in (runs := (last - first) // every + 1, runs * 2):
            yield Odd(found.at("all"), f"{runs}班", [found.at("first"), found.at("last"), found.at("every")])
    columns = list(_clock_columns(context))
    for text, value in context.once(running).bearing(_LISTED, "heading", "paragraph") if columns else ():
        begin = 0
        for sentence in value.split("。"):
            times = [(begin + match.start(), match[0]) for match in _ALONE.finditer(sentence)] if not any(clock_ranges(sentence)) else []
            yield from _against(text, times, columns)
            begin += len(sentence) + 1


#: 首班7:00，末班17:00，每30分钟一班，单向共21班.
_BY_INTERVAL = Scanner(
    r"首[班趟][^，。；、\d]{0,6}(?P<first>\d{1,2}[:：]\d{2})[^。；\d]{0,10}末[班趟][^，。；、\d]{0,6}(?P<last>\d{1,2}[:：]\d{2})[^。；\d]{0,16}(?P<every>\d{1,3})分钟[^。；\d]{0,8}[班趟]"
    r"[^。；\d]{0,14}(?P<all>共[^，。；\d]{0,6}(?P<n>\d{1,3})[班趟])",
    sign="首[班趟]",
)


def _minutes(time: str) -> int:
    hour, minute = time.replace("：", ":").split(":")
    return int(hour) * HOUR + int(minute)


_LISTED = Scanner(r"\d[:：]\d{2}、\d{1,2}[:：]\d{2}")


def _clock_columns(context: Context) -> Iterator[list[Text]]:
    for node in context.document.of("table"):
        if isinstance(node, Table):
            for index in range(len(node.columns)):
                cells = [row.cells[index] for row in node.rows if index < len(row.cells) and row.cells[index].value.strip()]
                if len(cells) >= _FEWEST and all(_COLUMN.fullmatch(cell.value) for cell in cells):
                    yield cells


def _against(text: Text, times: Sequence[tuple[int, str]], columns: Sequence[Sequence[Text]]) -> Iterator[Odd]:
    """The one time of a list that a column of as many, all others the same, has otherwise."""
    said = {time.replace("：", ":"): (at, time) for at, time in times}
    for cells in columns if len(said) >= _FEWEST else ():
        listed = {cell.value.strip().replace("：", ":"): cell for cell in cells}
        odd, other = said.keys() - listed.keys(), listed.keys() - said.keys()
        if len(said) == len(listed) and len(odd) == len(other) == 1:
            (at, time), cell = said[odd.pop()], listed[other.pop()]
            yield Odd(text.slice(at, at + len(time)), cell.value.strip(), [cell])
