"""Two units for one quantity within a sentence (计量单位不一): 占地3.2公顷，其中甲地块18亩、乙地块1.5公顷 (norm FIG-21)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.table_units import WrongUnit
from hegao.document.model import Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_PAIRS = (("公里", "千米"), ("公顷", "亩"), ("公斤", "千克"), ("平方公里", "平方千米"))
_OTHER = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_UNIT = "平方公里|平方千米|公里|千米|公顷|亩|公斤|千克"
_FIGURE = r"(?<![每\d.])\d+(?:\.\d+)?[万亿]?"
#: A whole in one unit and parts in another.
_SENTENCE = Scanner(rf"{_FIGURE}(?P<unit>{_UNIT})(?![/每）)])[^。；（）()]{{0,60}}?其中[^。；（）()]{{0,120}}", sign="其中")
_PART = Pattern(rf"{_FIGURE}(?P<unit>{_UNIT})(?![/每）)])")


def two_units(context: Context) -> Iterator[WrongUnit]:
    """The parts of a whole told in another unit of the same kind than the whole; they may be meant so: all are doubtful."""
    for found in context.once(running_without_names).find(_SENTENCE, "heading", "paragraph"):
        whole = found.match["unit"]
        for part in _PART.finditer(found.match.string, found.match.end("unit"), found.match.end()):
            if part["unit"] == _OTHER[whole]:
                yield WrongUnit(found.passage.slice(*part.span("unit")), whole, True)
                break
    for table in context.document.of("table"):
        if isinstance(table, Table):
            yield from _in_cells(table)


def _in_cells(table: Table) -> Iterator[WrongUnit]:
    """The one cell of a table that tells in another unit what the others tell."""
    told: dict[str, list[Text]] = {}
    for row in table.rows:
        for cell in row.cells:
            match = _CELL.fullmatch(cell.value.strip())
            if match is not None:
                told.setdefault(match["unit"], []).append(cell)
    for unit, cells in told.items():
        if len(cells) == 1 and len(told.get(_OTHER[unit], ())) >= _MOST_OF_THEM:
            yield WrongUnit(cells[0], cells[0].value.replace(unit, _OTHER[unit]), True)


#: A figure with its unit and nothing else; so many cells with the other unit show what is meant.
_CELL, _MOST_OF_THEM = Pattern(rf"{_FIGURE}(?P<unit>{_UNIT})"), 3
