"""What cells say in words of the figure beside them (说明栏与金额栏): 80人，3天，每人每天100元; 12人×8万元/人; names and how many; sums in long numerals (norms FIG-16).

Remarks need not tell all that an amount is made of.  So they count only where those of other rows give their amounts to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.text.arithmetic.prose.money_in_words import in_long_numerals
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.tables.figure_cells import Figure, Wrong, figure_in, is_total, written
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.column_heads import heads_of

_MONEY = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_SCALES = (Decimal(1), Decimal(10_000))
_FACTOR = Pattern(r"(?<![\d.A-Za-z第])(?P<n>\d{1,9}(?:\.\d+)?)(?P<unit>万元|亿元|元|[%％年月日时分号]|[\u3400-\u9fff]{0,2})")
_NO_FACTOR = frozenset("%％年月日号")
#: What makes a product of the figures of a cell.
_TIMES = Pattern(r"每|[×xX✕*＊]|/[人天次场期套台件个户亩名课学平立公]")
_ROUGH = Pattern(r"约|余|左右|不等|以上|以内|其中|另|等|平均|均价|含")
#: How often it is paid; without how many months that are, it gives no amount.
_PER = Pattern(r"每(?:个)?(月|年|季|周|星期|日|天|次|班|学期|课时|小时)")
_TERMS = Pattern(r"[+＋]")
_BEGINS_AGAIN = Pattern(r"[；;]")
_NO_MEASURE = Pattern(heads_of("serial", "no-figure"))
_MOST_FACTORS = 5
#: How many are named in a cell.
_COUNT_HEAD = Pattern(r"^[\s*]*[\u3400-\u9fff]{0,6}(?:人数|数量?|个数)[\s*]*(?:[（(].{1,3}[）)])?[\s*]*$")
_NAME_LIST = Pattern(r"\s*[\u3400-\u9fff·]{2,14}(?:[、，,\s]+[\u3400-\u9fff·]{2,14})*\s*")
_SPLIT = Pattern(r"[、，,；;\s]+")
_AND_OTHERS = Pattern("等$|等[、，]")
_FEWEST = 2


class _Told(NamedTuple):
    """What the words of a row give for a figure of it."""

    stated: Figure
    right: Decimal
    words: Text


def wrong_by_words(table: Table) -> Iterator[Wrong]:
    """The figures that the words of their row contradict."""
    rows = [row for row in table.rows if not is_total(row) and any(cell.value.strip() for cell in row.cells)]
    heads = [column.head for column in table.columns]
    if len(rows) < _FEWEST or not heads:
        return
    yield from _products(rows, heads)
    yield from _priced(rows)
    yield from _shared_out(rows)
    yield from _shared_beside(rows, heads)
    yield from _named(rows, heads)
    for row in rows:
        yield from _in_numerals(row)


def _product(cell: str) -> tuple[Decimal, Decimal] | None:
    """What the figures of a cell make, in units of its money, and how many yuan that unit is."""
    if _TIMES.search(cell) is None or _ROUGH.search(cell) or _BEGINS_AGAIN.search(cell.rstrip("；;")):
        return None
    summed, unit = Decimal(0), Decimal(0)
    for term in _TERMS.split(cell):
        factors = [(Decimal(match["n"]), match["unit"]) for match in _FACTOR.finditer(term)]
        money = [word for _n, word in factors if word in _MONEY]
        if any(not any(word.endswith(per) for _n, word in factors) for per in _PER.findall(term)):
            return None
        if not _FEWEST <= len(factors) <= _MOST_FACTORS or len(money) != 1 or any(word in _NO_FACTOR for _n, word in factors) or unit and _MONEY[money[0]] != unit:
            return None
        unit = _MONEY[money[0]]
        made = Decimal(1)
        for n, _word in factors:
            made *= n
        summed += made
    return (summed, unit) if summed else None


def _products(rows: Sequence[Row], heads: Sequence[str]) -> Iterator[Wrong]:
    for words in range(len(heads)):
        told = [(row, made) for row in rows if words < len(row.cells) and (made := _product(row.cells[words].value)) is not None]
        if len(told) < _FEWEST:
            continue
        for column in (index for index in range(len(heads)) if index != words and not _NO_MEASURE.search(heads[index])):
            for scale in _SCALES:
                several = [_Told(figure, value * unit / scale, row.cells[words]) for row, (value, unit) in told if column < len(row.cells) and (figure := figure_in(row.cells[column]))]
                odd = [one for one in several if one.stated.value != one.right]
                right = len(several) - len(odd)
                if right and len(odd) == 1:
                    one = odd[0]
                    yield Wrong(one.stated.text, written(one.right), [one.words], right >= _FEWEST or slipped(one.stated.value, one.right))


#: 共15000元（每名3000元）, beside 5名.
_PRICED = Pattern(r"\s*共?(?P<all>\d+(?:\.\d+)?)(?P<unit>万?元)[（(，,]?(?:每|人均|户均)[\u3400-\u9fff]{0,2}(?P<each>\d+(?:\.\d+)?)(?P<unit2>万?元)[）)]?\s*")
_MANY = Pattern(r"\s*(?P<n>\d{1,6})\s*[\u3400-\u9fff]?\s*")


def _priced(rows: Sequence[Row]) -> Iterator[Wrong]:
    odd, right = [], 0
    for row in rows:
        for index, cell in enumerate(row.cells):
            match = _PRICED.fullmatch(cell.value)
            counts = [Decimal(many["n"]) for place, other in enumerate(row.cells) if place != index and (many := _MANY.fullmatch(other.value)) is not None] if match else []
            if match is None or not counts:
                continue
            made = [count * Decimal(match["each"]) * _MONEY[match["unit2"]] / _MONEY[match["unit"]] for count in counts]
            right += Decimal(match["all"]) in made
            if Decimal(match["all"]) not in made:
                odd.append(Wrong(cell.slice(*match.span("all")), f"{written(made[-1])}{match['unit']}", [row.cells[0]]))
    if len(odd) == 1 and right:
        yield odd[0]


#: 15（其中高中2、初中5、小学8）
_SHARED = Pattern(r"\s*(?P<all>\d{1,6}(?:\.\d+)?)[\u3400-\u9fff]{0,2}[（(](?:其中|含|包括)?[：:]?(?P<parts>[\u3400-\u9fff]{1,8}\d[^（）()]{3,60})[）)]\s*")
_PART = Pattern(r"[\u3400-\u9fff]+(?P<n>\d{1,6}(?:\.\d+)?)[\u3400-\u9fff]{0,2}")


def _shared_out(rows: Sequence[Row]) -> Iterator[Wrong]:
    odd, right = [], 0
    for row in rows:
        for cell in row.cells:
            match = _SHARED.fullmatch(cell.value)
            parts = [_PART.fullmatch(part) for part in _SPLIT.split(match["parts"])] if match is not None else []
            if match is None or len(parts) < _FEWEST or any(part is None for part in parts):
                continue
            summed = sum((Decimal(part["n"]) for part in parts if part is not None), Decimal(0))
            if summed == Decimal(match["all"]):
                right += 1
            else:
                odd.append(Wrong(cell.slice(*match.span("all")), written(summed), [cell]))
    if len(odd) == 1 and right:
        yield odd[0]


def _shared_beside(rows: Sequence[Row], heads: Sequence[str]) -> Iterator[Wrong]:
    """24 beside 甲镇8名、乙镇7名、丙镇9名: the one row whose parts do not make up the figure beside them."""
    for words in range(len(heads)):
        parted = [(row, parts) for row in rows if words < len(row.cells) and len(parts := _parts_of(row.cells[words].value)) >= _FEWEST]
        for column in (index for index in range(len(heads)) if index != words and not _NO_MEASURE.search(heads[index])) if len(parted) > _FEWEST else ():
            several = [(figure, sum(parts, Decimal(0)), row.cells[words]) for row, parts in parted if column < len(row.cells) and (figure := figure_in(row.cells[column]))]
            odd = [one for one in several if one[0].value != one[1]]
            if len(odd) == 1 and len(several) > _FEWEST:
                figure, summed, cell = odd[0]
                yield Wrong(figure.text, written(summed), [cell])
                return


def _parts_of(cell: str) -> list[Decimal]:
    """The parts that a cell names, each with its figure, all of one unit; none where it says anything else."""
    found = [_PART_WITH_UNIT.fullmatch(part) for part in _SPLIT.split(cell.strip().rstrip("。")) if part]
    units = {match["unit"] for match in found if match is not None}
    return [Decimal(match["n"]) for match in found if match is not None] if all(found) and len(units) == 1 else []


_PART_WITH_UNIT = Pattern(r"[\u3400-\u9fff（）]+?(?P<n>\d{1,6}(?:\.\d+)?)(?P<unit>[\u3400-\u9fff]{0,3})")


def _named(rows: Sequence[Row], heads: Sequence[str]) -> Iterator[Wrong]:
    """林晓峰、许建平、何敏 and 4, where one more is named in a column of his own."""
    for column in (index for index, head in enumerate(heads) if _COUNT_HEAD.search(head)):
        for names in (index for index in range(len(heads)) if index != column):
            several = [(row, figure, _names(row.cells[names].value)) for row in rows if max(column, names) < len(row.cells) and (figure := figure_in(row.cells[column]))]
            if len(several) <= _FEWEST or not all(many for _row, _figure, many in several) or len({many for _row, _figure, many in several}) == 1:
                continue
            for more in (0, 1):
                odd = [(figure, many + more, row.cells[names]) for row, figure, many in several if figure.value != many + more]
                if len(odd) == 1 and abs(odd[0][0].value - odd[0][1]) <= _FEWEST:
                    figure, many, cell = odd[0]
                    yield Wrong(figure.text, str(many), [cell], more == 0)
                    return


def _names(cell: str) -> int:
    """How many names a cell lists; nought where it is no list, or leaves some out."""
    if _AND_OTHERS.search(cell) or not _NAME_LIST.fullmatch(cell):
        return 0
    return len([name for name in _SPLIT.split(cell.strip()) if name])


def _in_numerals(row: Row) -> Iterator[Wrong]:
    """15400 beside 壹万伍仟肆佰元整."""
    spoken = [(cell, value) for cell in row.cells if (value := in_long_numerals(cell.value)) is not None]
    figures = [figure for cell in row.cells if (figure := figure_in(cell)) is not None and not figure.percent]
    if len(spoken) != 1 or not figures:
        return
    cell, value = spoken[0]
    if not any(figure.value * scale == value for figure in figures for scale in _SCALES):
        best = min(figures, key=lambda figure: min(abs(figure.value * scale - value) for scale in _SCALES))
        scale = min(_SCALES, key=lambda one: abs(best.value * one - value))
        yield Wrong(cell, f"{written(best.value * scale)}元", [best.text])
