"""Products and differences in tables (单价×数量, 增减), by the heads of their columns: a few rows are enough where these say it (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from hegao.checks.text.table_sums import Figure, Wrong, figure_in, is_total
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

_PRICE = Pattern(lambda: rf"{one_of(figure_words('price-head'))}|每[\u3400-\u9fff]{{1,3}}{one_of(figure_words('paid'))}")
_COUNT = Pattern(lambda: rf"{one_of(figure_words('count-head'))}|数$|数[（(]|[（(][^元）)]{{1,2}}[）)]$")
_AMOUNT = Pattern(lambda: one_of(figure_words("amount-head")))
_CHANGE = Pattern(lambda: rf"{one_of(figure_words('change-head'))}|差$|差[（(]")
_NO_CHANGE = Pattern(r"率|幅|%|％|占比")
#: So many rows must bear a rule out.
_FEWEST = 2
_WIDEST = 8
_SCALES = (Decimal(1), Decimal(10_000), Decimal(100))


def wrong_by_heads(table: Table) -> Iterator[Wrong]:
    """The cells that are not the product or the difference that the head of their column says."""
    rows = [row for row in table.rows if any(cell.value.strip() for cell in row.cells)]
    if len(rows) <= _FEWEST or not table.columns:
        return
    heads = [column.head for column in table.columns]
    grid = [[figure_in(cell) for cell in row.cells] for row in rows]
    yield from _products(rows, grid, heads)
    yield from _changes(rows, grid, heads)


def _products(rows: Sequence[Row], grid: Sequence[Sequence[Figure | None]], heads: Sequence[str]) -> Iterator[Wrong]:
    amounts = [index for index, head in enumerate(heads) if _AMOUNT.search(head) and not _PRICE.search(head)]
    prices = [index for index, head in enumerate(heads) if _PRICE.search(head)]
    counts = [index for index, head in enumerate(heads) if _COUNT.search(head) and index not in prices and index not in amounts]
    if not amounts or len(prices) != 1 or not counts:
        return
    for amount in amounts:
        for count in counts:
            for scale in _SCALES:
                wrong = _odd(rows, grid, (amount, prices[0], count), lambda one, other, scale=scale: one * other / scale)  # type: ignore[misc]
                if wrong is not None:
                    yield wrong
                    return


def _changes(rows: Sequence[Row], grid: Sequence[Sequence[Figure | None]], heads: Sequence[str]) -> Iterator[Wrong]:
    for column, head in enumerate(heads):
        if not _CHANGE.search(head) or _NO_CHANGE.search(head):
            continue
        others = [index for index, other in enumerate(heads[:_WIDEST]) if index != column and not _NO_CHANGE.search(other)]
        for one, other in combinations(others, 2):
            wrong = _odd(rows, grid, (column, one, other), lambda first, second: second - first, signless=True)
            if wrong is not None:
                yield wrong
                break


def _odd(
    rows: Sequence[Row],
    grid: Sequence[Sequence[Figure | None]],
    columns: tuple[int, int, int],
    reckon: Callable[[Decimal, Decimal], Decimal],
    signless: bool = False,
) -> Wrong | None:
    """The one row in which the first column is not what the two others give, where it is in all others."""
    right, odd = 0, []
    for row, cells in zip(rows, grid, strict=True):
        if max(columns) >= len(cells) or is_total(row):
            continue
        stated, one, other = (cells[column] for column in columns)
        if stated is None or one is None or other is None or stated.percent or one.percent or other.percent:
            continue
        found = reckon(one.value, other.value)
        stated_value, found_value = (abs(stated.value), abs(found)) if signless else (stated.value, found)
        places = max(0, -int(stated.value.as_tuple().exponent))
        slack = Decimal(10) ** -places / 2 if found_value != found_value.quantize(Decimal(10) ** -places) else Decimal(0)
        if abs(stated_value - found_value) <= slack:
            right += found_value != 0
        else:
            odd.append((stated, found, [one.text, other.text]))
    if right >= _FEWEST and len(odd) == 1 and odd[0][0].value:
        stated, found, others = odd[0]
        return Wrong(stated.text, f"{found.normalize():f}", others)
    return None
