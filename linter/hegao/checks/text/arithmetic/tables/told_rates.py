"""So many for each, told by the text (补助标准统一为每亩2000元), against the columns of a table that keep to it in all rows but one (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import Figure, figure_in, is_total, written
from hegao.document.model import Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.column_heads import heads_of

#: 每亩2000元, 每个考场30人、配备监考员2人, 2000元/亩: so many, and of what each.
_EACH = Scanner(r"每(?:[个名位家座所套处项])?(?P<noun>[\u3400-\u9fff]{1,8}?)\d[^。；]{0,24}|\d(?:万元|元|人)/(?P<unit>[\u3400-\u9fff])", sign=r"每[\u3400-\u9fff]{1,9}\d|\d[\u3400-\u9fff]{1,2}/")
_FIGURE = Pattern(r"(?<![\d.])\d{1,7}(?:\.\d+)?(?![\d.]|年|月|日|[%％])")
_SCALES = (Decimal(1), Decimal(10_000), Decimal(1) / 10_000)
_NO_MEASURE = Pattern(heads_of("serial", "no-figure"))
_FEWEST, _WIDEST, _NEAR = 2, 8, 50


def wrong_by_rate(context: Context) -> Iterator[Odd]:
    """The figures of tables that are not so many for each as the text says."""
    tables = [node for node in context.document.of("table") if isinstance(node, Table) and len(node.rows) > _FEWEST]
    rates = list(_rates(context)) if tables else []
    for table in tables if rates else ():
        yield from _odd(table, rates)


def _rates(context: Context) -> Iterator[tuple[Decimal, str, Text]]:
    seen: set[tuple[Decimal, str]] = set()
    for found in context.once(running).find(_EACH, "heading", "paragraph"):
        for match in _FIGURE.finditer(found.match[0]):
            value = Decimal(match[0])
            noun = found.match["noun"] or found.match["unit"]
            if value > 1 and (value, noun) not in seen:
                seen.add((value, noun))
                yield value, noun, found.passage.slice(found.match.start() + match.start(), found.match.start() + match.end())


def _odd(table: Table, rates: Sequence[tuple[Decimal, str, Text]]) -> Iterator[Odd]:
    grid = [[figure_in(cell) for cell in row.cells] for row in table.rows if not is_total(row)]
    columns = [index for index, column in enumerate(table.columns) if not _NO_MEASURE.search(column.head)][:_WIDEST]
    told: set[Text] = set()
    for count, made in permutations(columns, 2):
        pairs = [(one, other) for cells in grid if max(count, made) < len(cells) and (one := cells[count]) is not None and (other := cells[made]) is not None]
        pairs = [(one, other) for one, other in pairs if not one.percent and not other.percent and one.value > 0]
        if len(pairs) <= _FEWEST:
            continue
        head = table.columns[count].head
        for rate, at in ((rate, at) for rate, noun, at in rates if noun[:2] in head or head.endswith((f"（{noun[0]}）", f"({noun[0]})"))):
            for scale in _SCALES:
                odd = [pair for pair in pairs if pair[1].value * scale != pair[0].value * rate]
                if len(odd) == 1 and len({pair[0].value for pair in pairs if pair is not odd[0]}) > 1:
                    yield from _blame(pairs, odd[0], rate / scale, at, told)


def _blame(pairs: Sequence[tuple[Figure, Figure]], odd: tuple[Figure, Figure], rate: Decimal, at: Text, told: set[Text]) -> Iterator[Odd]:
    one, other = odd
    right = one.value * rate
    if other.text not in told and abs(right - other.value) * 100 <= other.value * _NEAR:
        told.add(other.text)
        yield Odd(other.text, written(right), [one.text, at], len(pairs) > _FEWEST + 1)
