"""Products and differences in tables (单价×数量, 增减), by the heads of their columns: a few rows are enough where these say it (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from hegao.checks.text.arithmetic.tables.figure_cells import Figure, Wrong, cell_of, figure_in, is_total
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.exclusive_parts import complete_set
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

PRICE = Pattern(lambda: rf"{one_of(figure_words('price-head'))}|每[\u3400-\u9fff]{{1,3}}{one_of(figure_words('paid'))}")
COUNT = Pattern(lambda: rf"{one_of(figure_words('count-head'))}|数$|数[（(]|[（(][^元）)]{{1,2}}[）)]$")
_AMOUNT = Pattern(lambda: one_of(figure_words("amount-head")))
_CHANGE = Pattern(lambda: rf"{one_of(figure_words('change-head'))}|差$|差[（(]")
_NO_CHANGE = Pattern(r"率|幅|%|％|占比")
#: So many rows must bear a rule out.
_FEWEST = 2
_WIDEST = 8
_HUNDRED = Decimal(100)
_SCALES = (Decimal(1), Decimal(10_000), Decimal(100))


def wrong_by_heads(table: Table) -> Iterator[Wrong]:
    """The cells that are not the product or the difference that the head of their column says."""
    rows = [row for row in table.rows if any(cell.value.strip() for cell in row.cells)]
    if len(rows) <= _FEWEST or not table.columns:
        return
    heads = [column.head for column in table.columns]
    grid = [[figure_in(cell) for cell in row.cells] for row in rows]
    yield from _products(rows, [[figure or _counted_in(cell) for cell, figure in zip(row.cells, cells, strict=True)] for row, cells in zip(rows, grid, strict=True)], heads)
    yield from _changes(rows, grid, heads)
    yield from _stocks(rows, grid, heads)
    yield from _shares(rows, grid, heads)
    yield from _by_parts(rows, grid, heads)


def _counted_in(cell: Text) -> Figure | None:
    """A figure that the cell counts with its unit: 5个, 20人."""
    match = _COUNTED.fullmatch(cell.value)
    return Figure(cell.slice(*match.span("n")), Decimal(match["n"]), False) if match else None


_COUNTED = Pattern(r"\s*(?P<n>\d{1,6}(?:\.\d+)?)\s*(?!万|天|年|月|日)[\u3400-\u9fff]{1,2}\s*")


def _products(rows: Sequence[Row], grid: Sequence[Sequence[Figure | None]], heads: Sequence[str]) -> Iterator[Wrong]:
    prices = [index for index, head in enumerate(heads) if PRICE.search(head) or "每" in head]
    amounts = [index for index, head in enumerate(heads) if (_AMOUNT.search(head) or COUNT.search(head)) and index not in prices]
    counts = [index for index, head in enumerate(heads) if COUNT.search(head) and index not in prices]
    if not amounts or len(prices) != 1 or not counts:
        return
    for amount in amounts:
        for count in (one for one in counts if one != amount):
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


_OPENING, _CLOSING = Pattern(r"初|期初|上年结|原有|上期"), Pattern(r"末|结存|结余|期末|现有|实有|余额")
_CAME, _WENT = Pattern(lambda: rf"{one_of(figure_words('came'))}|购入|入"), Pattern(lambda: rf"{one_of(figure_words('went'))}|发|用|出")


def _stocks(rows: Sequence[Row], grid: Sequence[Sequence[Figure | None]], heads: Sequence[str]) -> Iterator[Wrong]:
    """年初120, 购入50, 发出30, 年末140: what there was, came, went and is."""
    groups = [[index for index, head in enumerate(heads) if pattern.search(head)] for pattern in (_OPENING, _CAME, _WENT, _CLOSING)]
    if any(len(group) != 1 for group in groups) or len({group[0] for group in groups}) != 4:
        return
    was, came, went, now = (group[0] for group in groups)
    right, odd = 0, []
    for cells in grid:
        four = [cells[index] for index in (was, came, went, now) if index < len(cells)]
        known = [cell for cell in four if cell is not None]
        if len(known) == 4:
            found = known[0].value + known[1].value - known[2].value
            right += found == known[3].value
            odd += [Wrong(known[3].text, f"{found.normalize():f}", [cell.text for cell in known[:3]])] if found != known[3].value else []
    if right >= _FEWEST and len(odd) == 1:
        yield odd[0]


_SHARE = Pattern(r"占比|比例|比重|权重|百分比|[（(][%％][）)]$|占[\u3400-\u9fff]{0,4}[（(]?[%％]")


def _shares(rows: Sequence[Row], grid: Sequence[Sequence[Figure | None]], heads: Sequence[str]) -> Iterator[Wrong]:
    """The share of each row in the row 合计: the one that is not, where all others are."""
    totals = [index for index, row in enumerate(rows) if is_total(row)]
    columns = [index for index, head in enumerate(heads) if _SHARE.search(head)]
    if len(totals) != 1 or len(columns) != 1:
        return
    share = columns[0]
    for amount in (index for index in range(len(heads)) if index != share):
        whole, all_of_it = cell_of(grid, totals[0], amount), cell_of(grid, totals[0], share)
        if whole is None or not whole.value or not (_AMOUNT.search(heads[amount]) or all_of_it is not None and all_of_it.value == _HUNDRED):
            continue
        cells = [(row[amount], row[share]) for index, row in enumerate(grid) if index != totals[0] and max(amount, share) < len(row)]
        pairs = [(part, rate) for part, rate in cells if part is not None and rate is not None]
        odd = [(part, rate) for part, rate in pairs if abs(part.value * 100 / whole.value - rate.value) > Decimal(10) ** min(0, int(rate.value.as_tuple().exponent))]
        if len(odd) == 1 and len(pairs) - 1 >= _FEWEST:
            part, rate = odd[0]
            # Where the amounts do not make up the sum, the amount is wrong.
            if sum((one.value for one, _rate in pairs), Decimal(0)) == whole.value:
                yield Wrong(rate.text, f"{part.value * 100 / whole.value:.2f}".rstrip("0").rstrip("."), [part.text, whole.text])
            else:
                yield Wrong(part.text, f"{(rate.value * whole.value / 100).normalize():f}", [rate.text, whole.text])
            return


def _by_parts(rows: Sequence[Row], grid: Sequence[Sequence[Figure | None]], heads: Sequence[str]) -> Iterator[Wrong]:
    """教师640, 其中男260, 其中女380: a column and the two behind it that share it out by their heads."""
    for whole in range(len(heads) - 2):
        if complete_set(heads[whole + 1 : whole + 3]):
            wrong = _odd(rows, grid, (whole, whole + 1, whole + 2), lambda first, second: first + second)
            if wrong is not None:
                yield wrong
