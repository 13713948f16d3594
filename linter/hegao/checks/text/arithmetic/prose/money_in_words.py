"""Sums of money in words beside figures (大小写金额): ¥586000元（大写：伍拾捌万陆仟元整） (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_DIGITS = {mark: value for value, mark in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"〇": 0, "两": 2, "弍": 2, "叄": 3, "参": 3, "貳": 2, "陸": 6}
_UNITS = {"拾": 10, "佰": 100, "仟": 1000}
_WORDS = r"(?P<{0}>[壹贰貳叁叄参肆伍陆陸柒捌玖拾][零〇壹贰貳叁叄参肆伍陆陸柒捌玖拾佰仟万亿]{{1,24}})(?:元|圆)(?P<{0}_rest>[零壹贰叁肆伍陆柒捌玖角分]*)整?"
_FIGURE = r"[¥￥]?\s*(?P<{0}>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<{0}_unit>万元|亿元|元)?"
_BOTH = Scanner(
    rf"{_FIGURE.format('a')}(?:整)?[（(，,]?(?:人民币)?(?:大写)?[：:为]?(?:人民币)?[：:]?{_WORDS.format('b')}"
    rf"|{_WORDS.format('c')}[（(，,](?:小写|即|人民币|￥|¥|RMB)?[：:为]?{_FIGURE.format('d')}",
    sign="[壹贰貳叁叄参肆伍陆陸柒捌玖拾][零〇壹贰貳叁叄参肆伍陆陸柒捌玖拾佰仟万亿]+[元圆]",
)


def wrong_money(context: Context) -> Iterator[Odd]:
    """Sums that say one thing in words and another in figures."""
    for found in context.once(running_without_names).find(_BOTH):
        match = found.match
        figure, words = ("a", "b") if match["a"] else ("d", "c")
        scale = {"万元": 10_000, "亿元": 100_000_000}.get(match[f"{figure}_unit"] or "", 1)
        stated = Decimal(match[figure].replace(",", "")) * scale
        spoken = _value(match[words]) + _small(match[f"{words}_rest"] or "")
        if stated != spoken:
            yield Odd(found.at(words), f"{stated.normalize():f}元", [found.at(figure)])


_ALONE = Pattern(rf"\s*(?:人民币)?(?:大写)?[：:]?{_WORDS.format('b')}\s*")


def in_long_numerals(cell: str) -> Decimal | None:
    """The sum in yuan that a cell says in long numerals and nothing else: 壹万伍仟肆佰元整."""
    match = _ALONE.fullmatch(cell)
    return _value(match["b"]) + _small(match["b_rest"] or "") if match is not None else None


def _value(words: str) -> Decimal:
    """The value of numerals in their long forms: 伍拾捌万陆仟."""
    total = section = digit = 0
    for mark in words:
        if mark in _DIGITS:
            digit = _DIGITS[mark]
        elif mark in _UNITS:
            section += (digit or 1) * _UNITS[mark]
            digit = 0
        else:
            scale = 10_000 if mark == "万" else 100_000_000
            if mark == "亿":
                total = (total + section + digit) * scale
            else:
                total += (section + digit) * scale
            section = digit = 0
    return Decimal(total + section + digit)


def _small(words: str) -> Decimal:
    value, digit = Decimal(0), 0
    for mark in words:
        if mark in _DIGITS:
            digit = _DIGITS[mark]
        else:
            value += Decimal(digit) / (10 if mark == "角" else 100)
    return value
