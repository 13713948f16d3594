"""Quantities (数量): figures with their units, so that they can be added and compared (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.builtin_tables import builtin
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

PERCENT, POINTS = "百分比", "百分点"
#: Dimensions whose parts cannot overlap: what is measured, not what is counted.
MEASURED = frozenset({"金额", "长度", "面积", "面积亩", "体积", "质量", "电量", "功率"})
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
#: Words beside a figure that make it a rough one, a bound or a rank.
_ROUGH_BEFORE = ("约", "近", "超", "超过", "逾", "至少", "不少于", "不低于", "不超过", "不多于", "大于", "小于", "第", "每", "高于", "低于", "不足", "不满", "未满", "上千")
_ROUGH_BEHIND = Pattern(r"\s*(?:及?以上|及?以下|以内|左右|上下|多(?!\d)|余|以外)")


class Quantity(NamedTuple):
    """A figure with its unit.  ``value`` is in the base unit of its dimension, ``step`` one of its last digit there.

    ``rough`` tells a figure that is only about right or a bound (约30个, 30个以上).
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    dimension: str
    unit: str
    rough: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is counted out: no decimals, no 万."""
        return self.step == 1

    def say(self, value: Decimal) -> str:
        """Another value in the unit of this one: 5.3万平方米."""
        scaled = value / self._factor
        return f"{scaled.normalize():f}{self.unit}"

    @property
    def _factor(self) -> Decimal:
        measure = _measure(self.unit)
        assert measure is not None
        return measure[1]


@cache
def _no_rough() -> tuple[str, ...]:
    """Words that only end as those of rough figures do: 签约12个, 附近3处."""
    return figure_words("not-rough")


@cache
def _units() -> dict[str, tuple[str, Decimal]]:
    return {row["unit"]: (row["dimension"], Decimal(row["factor"])) for row in builtin("units") if row["dimension"]}


@cache
def _measure(unit: str) -> tuple[str, Decimal] | None:
    """The dimension of a unit as written (万元), and how many of its base unit it is; None for no unit."""
    for word, scale in _SCALES.items():
        if unit.startswith(word) and unit[len(word) :] in _units():
            dimension, factor = _units()[unit[len(word) :]]
            return dimension, factor * scale
    return None


def unit_words() -> tuple[str, ...]:
    """The units without their scales: 元, 公顷, 人."""
    return tuple(_units())


def unit_measure(unit: str) -> tuple[str, Decimal] | None:
    """The dimension of a unit as written (万元), and how many of its base unit it is; None for no unit."""
    return _measure(unit)


#: A point of a score (得分): no minute of a time of day, no part, no class.
POINT = "分"
_A_POINT = r"分(?<![时点:：]\d分)(?<![时点:：]\d\d分)(?=[，。；、：！（）()\s～~—-]|$|[及和或与的提增减降升高低多少]|以[上下内]|[者占]|[高低]于|不[足满到])"


def _written() -> str:
    return (
        # What must not stand before is asked behind the first digit: the matcher goes by the character that a pattern begins with.
        r"(?P<figure>\d(?<![\d.,．/〔\[A-Za-z—～~-]\d)(?<!\d，\d)(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?))\s*"
        rf"(?P<unit>(?:百万|千万|[百千万亿])?{one_of(unit for unit in _units() if unit != POINT)}|{_A_POINT})"
    )


#: A figure with its unit.
FIGURE = Scanner(_written)


@lru_cache(maxsize=2048)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The figures with units in ``text``, in order; kept for a while, since several checks ask for those of one passage."""
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    for match in FIGURE.pattern.finditer(text):
        written, unit = match.groups()
        measure = _measure(unit)
        if measure is None:
            continue
        dimension, factor = measure
        start, end = match.span()
        _whole, _point, decimals = written.partition(".")
        step = factor.scaleb(-len(decimals)) if decimals else factor
        rough = text.endswith(_ROUGH_BEFORE, 0, start) and not text.endswith(_no_rough(), 0, start) or _ROUGH_BEHIND.match(text, end) is not None
        yield Quantity(start, end, Decimal(written.replace(",", "")) * factor, step, dimension, unit, rough)
