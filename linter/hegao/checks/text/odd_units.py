"""Figures whose unit or decimal point has slipped, as their neighbours show (计量单位、小数点疑误).

县甲320万元、县乙460元、县丙410万元: of figures that stand side by side one bears a unit that makes it a hundredth of the others, and would
be like them with theirs.  4.12, 3.86, 27.4, 2.51: one has its point a place off.  A pavement is not 3.5 km wide whatever stands beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, figure_sentences
from hegao.checks.text.arithmetic.prose.nearly_so import whole_sentences
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, plain_rows, written
from hegao.document.model import Table
from hegao.phrases.quantities import MEASURED, Quantity, find_quantities, unit_measure, unit_words
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.usual_sizes import UsualSize, measure_words, usual_sizes
from hegao.words.vocabulary import level_names


class OddUnit(NamedTuple):
    """A figure, how it should be written, and whether that is only likely."""

    at: Text
    right: str
    doubtful: bool = True


class _Listed(NamedTuple):
    """One of figures side by side: its place, the name before it, the figure without its unit, and the unit."""

    at: Text
    label: str
    figure: Decimal
    unit: str


def odd_units(context: Context) -> Iterator[OddUnit]:
    """The figures of text and tables that are out of all proportion as they are written."""
    sentences = context.once(figure_sentences)
    for sentence in sentences:
        yield from (*_unusual(sentence), *_odd_bounds(sentence))
    for sentence in whole_sentences(sentences):
        for listed in _lists(sentence):
            yield from (*_odd_scale(listed), *_odd_point(listed), *_odd_nought(listed))
    for part in context.document.parts:
        for node in part.nodes:
            if isinstance(node, Table):
                for column in _columns(node):
                    yield from (*_odd_scale(column), *_odd_point(column), *_odd_nought(column))


#: What is told of each, or how wide something is, is no neighbour of what is told of all.
_OF_EACH = Pattern(r"每|均|单价|标准|各$|价|[宽高深厚径距](?:度|为|约|各)?$|罚")
#: What stands between two figures of a list: a mark, and the name of the next.
_JOINT = Pattern(r"(?:[（(][^（）()\d]{1,16}[）)])?(?:[、，；]\s*|(?=[和及与]))[^，。；、：:（）()\d]{0,16}")
_FEWEST = 3
#: How far the figures of a list lie apart at most, and how far the wrong one from them.
_APART, _OFF, _OFF_OF_ALIKE = 4, 25, 5
_UNIT_ALONE = frozenset({"长度"})
_PLACE = Pattern(lambda: rf"{one_of(level_names('place'))}$")
_ENDING = 2


def _lists(sentence: Sentence) -> Iterator[list[_Listed]]:
    """The stretches of figures side by side that measure one thing."""
    run: list[_Listed] = []
    before: Quantity | None = None
    for told in sentence.told:
        one = told.one
        if before is None or one.dimension != before.dimension or one.rough or not _JOINT.fullmatch(sentence.between(before, one)):
            if len(run) >= _FEWEST:
                yield run
            run = []
        before = one
        run.append(_Listed(sentence.at(one), told.label, _figure_of(one), one.unit))
    if len(run) >= _FEWEST:
        yield run


def _columns(table: Table) -> Iterator[list[_Listed]]:
    """The figures of each column, with their units where the cells have them."""
    rows = plain_rows(table)
    for index in range(len(table.columns)):
        cells = [row.cells[index] for row in rows if index < len(row.cells) and row.cells[index].value.strip()]
        # A head that was not taken for one stands first.
        cells = cells if not cells or _in_cell(cells[0]) is not None else cells[1:]
        found = [listed for cell in cells if (listed := _in_cell(cell)) is not None]
        if len(found) == len(cells) > _FEWEST:
            yield found


def _in_cell(cell: Text) -> _Listed | None:
    figure = figure_in(cell)
    if figure is not None:
        return _Listed(figure.text, "", figure.value, "%" if figure.percent else "")
    named = find_quantities(cell.value)
    if len(named) != 1 or named[0].end - named[0].start != len(cell.value.strip()) or named[0].rough:
        return None
    return _Listed(cell.slice(named[0].start, named[0].end), "", _figure_of(named[0]), named[0].unit)


def _figure_of(one: Quantity) -> Decimal:
    """The figure as it is written, without its unit."""
    return Decimal(one.say(one.value).removesuffix(one.unit)).quantize(one.step / _factor(one.unit)) if one.unit else one.value


def _factor(unit: str) -> Decimal:
    measure = unit_measure(unit)
    return measure[1] if measure is not None else Decimal(1)


def _odd_scale(listed: Sequence[_Listed]) -> Iterator[OddUnit]:
    """The one figure that bears another unit than all others and would be like them with theirs."""
    units = Counter(one.unit for one in listed)
    if len(units) != 2 or min(units.values()) != 1 or len(listed) < _FEWEST:
        return
    usual, rare = (unit for unit, _many in units.most_common())
    odd = next(one for one in listed if one.unit == rare)
    first, second = unit_measure(usual), unit_measure(rare)
    if first is None or second is None or first[0] != second[0] or _OF_EACH.search(odd.label):
        return
    others = [one.figure for one in listed if one is not odd]
    scaled = odd.figure * second[1] / first[1]
    alike = min(others) <= odd.figure * _APART and odd.figure <= max(others) * _APART
    parallel = _parallel([one.label for one in listed])
    off = _OFF_OF_ALIKE if parallel else _OFF
    far = scaled * off <= min(others) or scaled >= max(others) * off
    counted = first[0] not in MEASURED and "." not in written(odd.figure)
    if alike and far and not counted and (parallel or first[0] not in _UNIT_ALONE):
        yield OddUnit(odd.at, odd.at.value.replace(rare, usual), not parallel)


def _parallel(labels: Sequence[str]) -> bool:
    """Whether names are of one make: all end alike, or all are places."""
    endings = {label[-_ENDING:] for label in labels}
    return len(endings) == 1 and len(next(iter(endings))) == _ENDING or all(_PLACE.search(label) for label in labels)


#: How far figures with one number of decimals lie apart, and how near to them the right one is.
_CLOSE, _BESIDE, _BEYOND = 3, Decimal("1.5"), 3
_DIGITS, _HUNDRED, _LONG = 2, 100, 1000


def _odd_point(listed: Sequence[_Listed]) -> Iterator[OddUnit]:
    """The one figure whose point stands a place off: all others have so many decimals and lie close to one another."""
    places = Counter(_decimals(one.figure) for one in listed)
    if len(places) != 2 or min(places.values()) != 1 or len({one.unit for one in listed}) != 1 or len(listed) <= _FEWEST:
        return
    usual, rare = (many for many, _times in places.most_common())
    odd = next(one for one in listed if _decimals(one.figure) == rare)
    others = [one.figure for one in listed if one is not odd]
    right = odd.figure.scaleb(rare - usual)
    if min(others) <= 0 or max(others) > min(others) * _CLOSE or not min(others) / _BESIDE <= right <= max(others) * _BESIDE:
        return
    far = odd.figure >= max(others) * _BEYOND or odd.figure * _BEYOND <= min(others)
    if far and len(right.as_tuple().digits) >= _DIGITS and (rare or right.as_tuple().digits[-1]):
        yield OddUnit(odd.at, f"{right:f}{odd.unit}")


#: Whole figures lie so near to one another, where one has a nought too many.
_NEARER, _HARDLY = Decimal("1.5"), Decimal("1.1")


def _odd_nought(listed: Sequence[_Listed]) -> Iterator[OddUnit]:
    """The one figure of a list of like names that is ten times what all others are about."""
    greatest = max(listed, key=lambda one: one.figure)
    others = [one.figure for one in listed if one is not greatest]
    bound = _HUNDRED if _parallel([one.label for one in listed]) else _LONG
    if len(others) < _FEWEST + (bound == _LONG) or min(others) < bound or max(others) > min(others) * _NEARER:
        return
    right = greatest.figure / 10
    if right == right.to_integral_value() and min(others) / _HARDLY <= right <= max(others) * _HARDLY and len({one.unit for one in listed}) == 1:
        yield OddUnit(greatest.at, f"{right.normalize():f}{greatest.unit}")


def _decimals(figure: Decimal) -> int:
    return max(0, -int(figure.as_tuple().exponent))


_CLAUSE = "，。；、："


def _unusual(sentence: Sentence) -> Iterator[OddUnit]:
    """The figures outside the bounds of what they measure."""
    if not _MEASURE.search(sentence.value, sentence.start, sentence.end):
        return
    for told in sentence.told:
        words = sentence.value[sentence.start : told.one.start]
        clause = words[max(words.rfind(mark) for mark in _CLAUSE) + 1 :]
        for size in usual_sizes() if clause else ():
            if size.dimension == told.one.dimension and not size.least <= told.one.value <= size.most and size.told.search(clause):
                right = _fitting(told.one, size)
                if right:
                    yield OddUnit(sentence.at(told.one), right, False)
                break


#: What leads into a bound.
_BOUND = Pattern(r"(?P<bound>不得?超过|不得?高于|不得?低于|不得?少于|不得?大于|不得?小于|最高|最低|最多|至少)[\u3400-\u9fff]{0,2}$")
#: 每村不得超过150亩: of something else than the bound before.
_OF_ALL = Pattern("[每各总全共单连整]|累计")
#: Land is measured by both, though they are not added up.
_LAND = {"面积亩": ("面积", Decimal("666.67"))}


def _odd_bounds(sentence: Sentence) -> Iterator[OddUnit]:
    """用地不得超过100平方米，山区不得超过150亩: of two bounds of one kind the later, which is like the other with its unit alone."""
    bounds = [(told.one, match["bound"]) for told in sentence.told if (match := _BOUND.search(told.label)) is not None and not (told is not sentence.told[0] and _OF_ALL.search(told.label))]
    for (one, bound), (other, again) in pairwise(bounds):
        first, second = _measure_of(one), _measure_of(other)
        if bound != again or one.unit == other.unit or first is None or second is None or first[0] != second[0]:
            continue
        left, right = _figure_of(one), _figure_of(other)
        if left and right and left <= right * 2 and right <= left * 2 and not right * second[1] <= left * first[1] * _OFF <= right * second[1] * _OFF * _OFF:
            yield OddUnit(sentence.at(other), f"{right.normalize():f}{one.unit}")


def _measure_of(one: Quantity) -> tuple[str, Decimal] | None:
    measure = unit_measure(one.unit)
    if measure is None or measure[0] not in _LAND:
        return measure
    dimension, factor = _LAND[measure[0]]
    return dimension, measure[1] * factor


_MEASURE = Pattern(lambda: one_of(measure_words()))


def _fitting(one: Quantity, size: UsualSize) -> str:
    """The figure with the unit nearest to its own by which it lies within the bounds; empty where there is none."""
    figure = _figure_of(one)
    scaled = [f"万{one.unit}", one.unit.removeprefix("万")]
    for unit in (*scaled, *sorted(unit_words(), key=lambda unit: abs(_factor(unit) - _factor(one.unit)))):
        measure = unit_measure(unit)
        if unit != one.unit and measure is not None and measure[0] == one.dimension and size.least <= figure * measure[1] <= size.most:
            return f"{figure:f}{unit}"
    return ""
