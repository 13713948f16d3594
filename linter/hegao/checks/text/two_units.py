"""Two ways for figures of one kind (前后不一): 占地3.2公顷，其中甲地块18亩; 11,800元 beside 98000元 (norms FIG-09, FIG-21)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.table_units import WrongUnit
from hegao.document.model import Table
from hegao.phrases.quantities import unit_measure
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced

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
        if _CONVERTED.search(found.match[0]):
            continue
        for part in _PART.finditer(found.match.string, found.match.end("unit"), found.match.end()):
            if part["unit"] == _OTHER[whole]:
                yield WrongUnit(found.passage.slice(*part.span("unit")), whole, True)
                break
    for table in context.document.of("table"):
        if isinstance(table, Table):
            yield from _in_cells(table)
            yield from _beside_heads(table)
    yield from _side_by_side(context)
    yield from _odd_grouping(context)


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

#: Sentences that measure; what is converted may bear two units.
_IN_SENTENCE = Scanner(rf"[^。；]*{_FIGURE}(?:{_UNIT}|吨)[^。；]*", sign=rf"\d[万亿]?(?:{_UNIT}|吨)")
_CONVERTED = Pattern("折合|合计?约|约合|相当于|换算|[（(]")
#: 3600万公斤 beside 12万吨, 8000000元 beside 1200万元.
_LARGE_WEIGHT = Pattern(r"(?<![\d.])\d+(?:\.\d+)?万(?P<at>公斤|千克)(?!/)")
_THOUSANDS_OF_KILOS = Pattern(r"(?<![\d.])[1-9]\d{3,}(?P<at>公斤|千克)(?!/)")
_TONS = Pattern(r"\d[万亿]?吨(?!位|级)")
_LONG_AMOUNT = Pattern(r"(?<![\d.,])(?P<at>(?P<value>[1-9]\d{2,}0000)元)")
_BY_TEN_THOUSAND = Pattern(r"\d万元")


def _side_by_side(context: Context) -> Iterator[WrongUnit]:
    """Two units of one kind in a sentence: of two words for one unit the rarer, of two sizes the odd one."""
    for found in context.once(running_without_names).find(_IN_SENTENCE, "heading", "paragraph"):
        sentence = found.match[0]
        if _CONVERTED.search(sentence) or "其中" in sentence:
            continue
        units = [(match["unit"], found.match.start() + match.start("unit")) for match in _PART.finditer(sentence)]
        for one, other in _PAIRS:
            places = {unit: [place for word, place in units if word == unit] for unit in (one, other)}
            if places[one] and places[other]:
                rare, usual = (one, other) if len(places[one]) < len(places[other]) else (other, one)
                start = places[rare][0]
                yield WrongUnit(found.passage.slice(start, start + len(rare)), usual, True)
        weight = _LARGE_WEIGHT.search(sentence) if _TONS.search(sentence) else None
        if weight is None and len(_TONS.findall(sentence)) > 1 and "每" not in sentence and "均" not in sentence:
            weight = _THOUSANDS_OF_KILOS.search(sentence)
        if weight is not None:
            start = found.match.start() + weight.start("at")
            yield WrongUnit(found.passage.slice(start, start + len(weight["at"])), "（与前后一致，用吨）", True)
    for found in context.once(running_without_names).find(_AMOUNTS, "heading", "paragraph"):
        amount = _LONG_AMOUNT.search(found.match[0])
        if amount is not None and _BY_TEN_THOUSAND.search(found.match[0]):
            start = found.match.start() + amount.start("at")
            yield WrongUnit(found.passage.slice(start, start + len(amount["at"])), f"{int(amount['value']) // _TEN_THOUSAND}万元", True)


_AMOUNTS = Scanner(r"[^。；]*\d{5}元[^。；]*", sign=r"\d{5}元")
_TEN_THOUSAND = 10_000
_HEAD_UNIT = Pattern(rf"[（(](?P<unit>{_UNIT}|米|平方米|万元|元|吨|千瓦)[)）]$")
_WITH_UNIT = Pattern(rf"\d+(?:\.\d+)?(?P<unit>{_UNIT}|米|平方米|万元|元|吨|千瓦)")


def _beside_heads(table: Table) -> Iterator[WrongUnit]:
    """The cell with a unit of its own where the head of the column gives another one of its kind for all."""
    for place, column in enumerate(table.columns):
        head = _HEAD_UNIT.search(unspaced(column.head))
        cells = [row.cells[place] for row in table.rows if place < len(row.cells)] if head is not None else []
        for cell in cells:
            match = _WITH_UNIT.fullmatch(cell.value.strip())
            if head is not None and match is not None and match["unit"] != head["unit"] and _kind(match["unit"]) == _kind(head["unit"]):
                yield WrongUnit(cell, f"（表头单位为{head['unit']}）", False)


def _kind(unit: str) -> str:
    measure = unit_measure(unit)
    return measure[0].removesuffix("亩") if measure is not None else unit


#: Figures of five digits and more, with and without commas, that count something.
_GROUPED = Scanner(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_PLAIN = Scanner(r"(?<![\d.,A-Za-z第/—-])(?P<at>\d{5,9})(?=元|人|户|亩|吨|件|平方米|公里|千米|株|公斤)")
_GROUPS = 2


def _odd_grouping(context: Context) -> Iterator[WrongUnit]:
    """The one long figure without commas in a text that groups the digits of the others (FIG-09)."""
    text = context.once(running_without_names)
    plain = list(text.find(_PLAIN, "heading", "paragraph", "row"))
    if len(plain) == 1 and sum(1 for _ in text.find(_GROUPED, "heading", "paragraph", "row")) >= _GROUPS:
        yield WrongUnit(plain[0].at("at"), f"{int(plain[0].match['at']):,}", True)
    for table in context.document.of("table"):
        for place in range(len(table.columns) if isinstance(table, Table) else 0):
            cells = [row.cells[place] for row in table.rows if place < len(row.cells)] if isinstance(table, Table) else []
            odd = [cell for cell in cells if _LONG_FIGURE.fullmatch(cell.value.strip())]
            if len(odd) == 1 and sum(1 for cell in cells if _GROUPED_ALONE.fullmatch(cell.value.strip())) >= _GROUPS:
                yield WrongUnit(odd[0], f"{int(odd[0].value.strip()):,}", True)


_LONG_FIGURE, _GROUPED_ALONE = Pattern(r"\d{5,9}"), Pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
