"""Units noted over a table (表注单位) that its figures cannot have: 单位：亿元 where the text tells the same figures in 万元."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.document.model import Node, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced

_UNITS = "元|千元|万元|百万元|亿元"
#: The note by itself, or at the end of a line.
_NOTE = Pattern(rf"单位[：:]\s*(?:人民币)?(?P<unit>{_UNITS})[）)]?\s*$")
_AMOUNT = Scanner(rf"(?P<figure>\d+(?:\.\d+)?)(?P<unit>{_UNITS})")
_FIGURE = Pattern(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.%％])")
#: Shorter figures are met anywhere.
_SHORTEST = 3


#: A unit for all figures of the table, at the end of what leads into it, too: ……如下（单位：万元）：
_FOR_ALL = Pattern(r"单位[：:]\s*(?:人民币)?(?P<unit>[\u3400-\u9fff]{1,3})[）)]?[：:。]?\s*$")


def units_noted(context: Context) -> Mapping[Table, str]:
    """The units that stand over tables for all their figures; to be asked for by ``context.once``."""
    found: dict[Table, str] = {}
    for part in context.document.parts:
        for node, table in pairwise(part.nodes):
            if isinstance(table, Table) and not isinstance(node, Table):
                match = _FOR_ALL.search(node.text.value) or (_FOR_ALL.search(table.caption.value) if table.caption is not None else None)
                if match is not None:
                    found[table] = match["unit"]
    return found


class WrongUnit(NamedTuple):
    """A unit noted over a table, and the one by which the text tells the same figures."""

    at: Text
    right: str
    doubtful: bool


def wrong_units(context: Context) -> Iterator[WrongUnit]:
    """The notes whose unit no figure of the table has in the text, while another unit goes with some of them there."""
    yield from _of_other_kind(context)
    noted = [(node, table) for part in context.document.parts for node, table in _over(part.nodes)]
    if not noted:
        return
    told: dict[str, set[str]] = {}
    for found in context.once(running).find(_AMOUNT):
        told.setdefault(found.match["figure"], set()).add(found.match["unit"])
    for node, table in noted:
        note = _NOTE.search(node.text.value)
        if note is None:
            continue
        figures = {figure for row in table.rows for cell in row.cells for figure in _FIGURE.findall(cell.value) if len(figure.replace(".", "")) >= _SHORTEST}
        units = [told[figure] for figure in figures if figure in told]
        others = {unit for several in units for unit in several}
        if len(others) == 1 and note["unit"] not in others:
            yield WrongUnit(node.text.slice(*note.span("unit")), others.pop(), len(units) < 2)


#: What a quantity is measured in, and what it never is.
_KINDS = (
    (Pattern("^[^长程量、或和及与/／]*面积$"), Pattern(r"(?P<figure>[\d.]+[万亿]?)(?P<unit>米|千米|公里)"), {"米": "平方米", "千米": "平方公里", "公里": "平方公里"}),
    (Pattern("^[^面积量、或和及与/／]*(?:里程|长度|全长|管长|总长)$"), Pattern(r"(?P<figure>[\d.]+[万亿]?)(?P<unit>平方米|平方公里|平方千米)"), {"平方米": "米", "平方公里": "公里", "平方千米": "千米"}),
)
_AREA = Scanner(r"面积(?:约|达|为|共|共计|合计|不小于|不少于|不超过){0,2}\d[\d.]*[余万亿]{0,2}(?P<unit>米|千米|公里)(?=[，。；、）])", sign="面积")
#: Lines and stations are told by their tension, never by power.
_TENSION = Scanner(r"\d(?P<unit>千瓦)(?=[^，。；、]{0,6}(?:线路|变电站|输变电|开关站|母线))", sign="千瓦")


def _of_other_kind(context: Context) -> Iterator[WrongUnit]:
    """Areas in metres, lengths in square metres, lines of electricity in kilowatts."""
    text = context.once(running)
    for found in text.find(_AREA):
        yield WrongUnit(found.at("unit"), _KINDS[0][2][found.match["unit"]], False)
    for found in text.find(_TENSION):
        yield WrongUnit(found.at("unit"), "千伏", False)
    for table in context.document.of("table"):
        if isinstance(table, Table):
            yield from _cells_of_other_kind(table)


def _cells_of_other_kind(table: Table) -> Iterator[WrongUnit]:
    """The same in the cells of a column."""
    for place, column in enumerate(table.columns):
        for head, amiss, right in _KINDS:
            cells = [row.cells[place] for row in table.rows if place < len(row.cells)] if head.search(unspaced(column.head)) else []
            for cell, match in [(cell, amiss.fullmatch(cell.value.strip())) for cell in cells]:
                if match is not None:
                    yield WrongUnit(cell, match["figure"] + right[match["unit"]], False)


def _over(nodes: list[Node]) -> Iterator[tuple[Node, Table]]:
    """The lines that end with a note of the unit, each with the table below."""
    for node, following in pairwise(nodes):
        if isinstance(following, Table) and not isinstance(node, Table) and _NOTE.search(node.text.value):
            yield node, following
