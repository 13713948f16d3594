"""Bounds of the text against the tables of the document (文表界限): 补助最高不超过16万元, 完成率均超过85% (norms FIG-16).

A table whose rows are the ones named, or whose standards the sentence limits, may hold nothing beyond.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import Figure, figure_in, is_total
from hegao.document.model import Table
from hegao.phrases.quantities import PERCENT, POINTS, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: 最高不超过, 总额不超过.
_LIMIT = Pattern(r"(?:最高|最多|上限|总额|封顶|标准)[^，。；、\d]{0,4}(?:不超过|不高于|为)$|(?:补助|补贴|奖励|奖补)[^，。；、\d]{0,8}不超过$")
_PAID = Pattern("补助|补贴|奖励|奖补|资助|收费|救助")
#: 均超过85%, 都在90%以上, 均低于70%.
_ALL_OF_THEM = Pattern(r"(?P<head>[\u3400-\u9fff]{2,10}?)(?:均|都|全部)(?:已)?(?:(?P<above>超过|达到|高于|不低于|大于|突破)|(?P<below>低于|不足|不到|未达到?|小于|不超过)|在)了?$")
_UNIT = Pattern(r"[（(](?P<unit>[^（）()/／]{1,6})(?:[/／][^（）()]{1,3})?[）)]$")
_NAME = Pattern(r"[\u3400-\u9fff]{2,12}")
_MOST = 3


def retold_bounds(context: Context) -> Iterator[Odd]:
    """Limits that a table of the document goes beyond, and rows of which the text says what they do not bear out."""
    tables = [node for node in context.document.of("table") if isinstance(node, Table)]
    for sentence in context.once(figure_sentences) if tables else ():
        for told in sentence.told:
            said = _ALL_OF_THEM.search(told.label) if told.one.dimension == PERCENT else None
            if said is not None:
                above = bool(said["above"]) or not said["below"] and sentence.value.startswith("以上", told.one.end)
                yield from _named(sentence, told, said["head"], above, tables)
            elif told.one.dimension not in (PERCENT, POINTS) and _LIMIT.search(told.label) and _PAID.search(sentence.value, sentence.start, told.one.start):
                yield from _limited(sentence, told, tables)


def _named(sentence: Sentence, told: Told, head: str, above: bool, tables: Sequence[Table]) -> Iterator[Odd]:
    bound = told.one.value
    for table in tables:
        columns = [index for index, column in enumerate(table.columns) if (core := _UNIT.sub("", column.head)) and (core in head or head in core) and "率" in core]
        rows = [row for row in table.rows if not is_total(row)]
        for column in columns[:1]:
            for row in rows:
                name = next((cell.value.strip() for cell in row.cells[:2] if _NAME.fullmatch(cell.value.strip())), "")
                figure = figure_in(row.cells[column]) if column < len(row.cells) else None
                if name and figure is not None and name in sentence.value[sentence.start : told.one.start] and (figure.value < bound if above else figure.value > bound):
                    yield Odd(sentence.at(told.one), f"表中{name}为{figure.text.value}", [figure.text])
                    return


def _limited(sentence: Sentence, told: Told, tables: Sequence[Table]) -> Iterator[Odd]:
    for table in tables:
        if any(is_total(row) for row in table.rows):
            continue
        found = [(value, at) for value, at in _amounts(table, told) if told.one.value < value <= told.one.value * _MOST]
        if found and not sentence.value.startswith(("的", "以内的"), told.one.end):
            value, at = max(found, key=lambda one: one[0])
            yield Odd(sentence.at(told.one), f"表中有{told.one.say(value)}", [at], False)
            return


def _amounts(table: Table, told: Told) -> Iterator[tuple[Decimal, Text]]:
    """What the columns of standards hold, in the unit of the limit."""
    for index, column in enumerate(table.columns):
        unit = match["unit"] if (match := _UNIT.search(column.head)) is not None else ""
        if not (_PAID.search(column.head) or "标准" in column.head or "合计" in column.head):
            continue
        for row in table.rows:
            cell = row.cells[index] if index < len(row.cells) else None
            figure: Figure | None = figure_in(cell) if cell is not None else None
            if figure is not None and unit == told.one.unit:
                yield told.one.value / Decimal(told.one.say(told.one.value).removesuffix(told.one.unit)) * figure.value, figure.text
            elif cell is not None and len(several := find_quantities(cell.value)) == 1 and several[0].unit == told.one.unit:
                yield several[0].value, cell.slice(several[0].start, several[0].end)
