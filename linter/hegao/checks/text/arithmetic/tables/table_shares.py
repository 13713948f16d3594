"""Shares down a column (占比列) and what a sum row counts of a column (合计栏内分类计数), held against the rows (norms FIG-16).

人数 513, 456, 228, 142 beside 36%, 32%, 18%, 10%: each row tells the same whole within what rounding hides, but for one.  男5人、女2人 in the
row 合计 counts what stands in the column above.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.text.arithmetic.tables.figure_cells import Figure, Wrong, figure_in, is_total
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: So many rows must tell one whole before another is wrong.
_FEWEST = 3
_SHARE = Pattern("占|比[例重]|份额")
_COUNTED = Pattern(r"(?P<what>[\u3400-\u9fff]{1,8})(?P<n>\d{1,4})[人名个家项件户]")
_LIST = Pattern(r"\s*[\u3400-\u9fff]{1,8}\d{1,4}[人名个家项件户](?:[、，；\s][\u3400-\u9fff]{1,8}\d{1,4}[人名个家项件户])+\s*")


def wrong_shares_of_rows(table: Table) -> Iterator[Wrong]:
    """The shares that do not tell the whole that those of all other rows tell, and counts in a sum row that the column contradicts."""
    rows = [row for row in table.rows if any(cell.value.strip() for cell in row.cells) and not is_total(row)]
    heads = [column.head for column in table.columns]
    for share, head in enumerate(heads):
        for count in range(share - 1, max(-1, share - 3), -1) if _SHARE.search(head) else ():
            pairs = _counts_and_shares(rows, count, share)
            wrong = _odd_share(pairs)
            if wrong is not None:
                yield wrong
            if wrong is not None or len(pairs) > _FEWEST and _one_whole(pairs):
                # What all the shares are of is no longer looked for.
                break
    for total in (row for row in table.rows if is_total(row)):
        for index, cell in enumerate(total.cells):
            yield from _counted_above(rows, index, cell)


def counted_below(table: Table, note: Text) -> Iterator[Wrong]:
    """注：男8名，女5名。 right behind a table with a column of 男 and 女."""
    counts = list(_COUNTED.finditer(note.value)) if _NOTE.match(note.value) else []
    if len(counts) < 2:
        return
    for index in range(len(table.columns)):
        above = [cell.value.strip() for row in table.rows if not is_total(row) and index < len(row.cells) and (cell := row.cells[index])]
        told = [(match, sum(1 for value in above if value and match["what"].endswith(value))) for match in counts]
        if len(above) < _FEWEST or not all(many for _match, many in told) or sum(many for _match, many in told) != len(above):
            continue
        for match, many in told:
            if int(match["n"]) != many:
                yield Wrong(note.slice(*match.span()), str(many), [])
        return


_NOTE = Pattern(r"\s*(?:[备附]?注|说明|其中)[：:，]?")


def _counts_and_shares(rows: list[Row], count: int, share: int) -> list[tuple[Figure, Figure]]:
    pairs = [(one, other) for row in rows if (one := _figure(row, count)) is not None and (other := _figure(row, share)) is not None]
    return [(one, other) for one, other in pairs if one.value > 0 and other.value > 0 and not one.percent]


def _one_whole(pairs: list[tuple[Figure, Figure]]) -> bool:
    wholes = [_wholes(*pair) for pair in pairs]
    return max(first for first, _last in wholes) <= min(last for _first, last in wholes)


def _odd_share(pairs: list[tuple[Figure, Figure]]) -> Wrong | None:
    if len(pairs) <= _FEWEST or not any(other.percent or "%" in other.text.value for _one, other in pairs):
        return None
    for place, (one, other) in enumerate(pairs):
        wholes = [_wholes(*pair) for index, pair in enumerate(pairs) if index != place]
        low, high = max(first for first, _last in wholes), min(last for _first, last in wholes)
        first, last = _wholes(one, other)
        if low <= high and (first > high or last < low):
            right = (one.value * 100 * 2 / (low + high)).quantize(_step(other))
            return Wrong(other.text, f"{right}%", [one.text])
    return None


def _figure(row: Row, index: int) -> Figure | None:
    return figure_in(row.cells[index]) if index < len(row.cells) else None


def _step(share: Figure) -> Decimal:
    return Decimal(1).scaleb(min(0, int(share.value.as_tuple().exponent)))


def _wholes(count: Figure, share: Figure) -> tuple[Decimal, Decimal]:
    """Between what wholes a count is such a share, rounded or cut off."""
    step = _step(share)
    return count.value * 100 / (share.value + step), count.value * 100 / max(share.value - step / 2, step / 4)


def _counted_above(rows: list[Row], index: int, cell: Text) -> Iterator[Wrong]:
    """男5人、女2人 under a column of 男 and 女."""
    if not _LIST.fullmatch(cell.value):
        return
    above = [row.cells[index].value.strip() for row in rows if index < len(row.cells)]
    counts = [(match, sum(1 for value in above if value == match["what"])) for match in _COUNTED.finditer(cell.value)]
    if not all(many for _match, many in counts) or sum(many for _match, many in counts) != len([value for value in above if value]):
        return
    for match, many in counts:
        if int(match["n"]) != many:
            yield Wrong(cell.slice(*match.span()), str(many), [])
            return
