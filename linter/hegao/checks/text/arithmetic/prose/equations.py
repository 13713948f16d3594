"""Equations written out (算式): 26.40＋27.45＋37.20＝91.05分, 2000元×160人＝32万元, against what they give (norms FIG-16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.figure_sentences import shown
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
#: 万元, 人, %, 元/人: what multiplies a number, and what it is of.
_UNIT = r"(?:[%％‰]|[万亿]?[\u3400-\u9fff]{0,4}(?:/[\u3400-\u9fff]{1,3})?)"
_TERM = rf"[（(]?{_NUMBER}{_UNIT}[）)]?"
_SIGN = r"\s*[＋+×✕xX*÷/－−-]\s*"
#: A sum, a difference, a product, and what it is said to give; not the foot of a road (K12+300) nor a chain of several.
_EQUATION = Scanner(rf"(?<![A-Za-z\d.])(?P<left>{_TERM}(?:{_SIGN}{_TERM}){{1,8}})\s*[＝=]\s*(?P<right>{_NUMBER})(?P<unit>{_UNIT})(?![\d.]|{_SIGN}\d|\s*[＝=])", sign="[＝=]")
_TOKEN = Pattern(rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT})|(?P<sign>[＋+×✕xX*÷/－−-])|(?P<bracket>[（()）])")
_TIMES = {"万": Decimal(10_000), "亿": Decimal(100_000_000), "%": Decimal("0.01"), "％": Decimal("0.01"), "‰": Decimal("0.001")}
_OPERATIONS = {"＋": "+", "✕": "×", "x": "×", "X": "×", "*": "×", "/": "÷", "－": "-", "−": "-"}


class _Step(NamedTuple):
    """A number or, in ``sign``, a sign or bracket."""

    value: Decimal
    sign: str = ""


def wrong_equations(context: Context) -> Iterator[Odd]:
    """Results that the equations in front of them do not give."""
    for found in context.once(running).find(_EQUATION):
        match = found.match
        right = Decimal(match["right"].replace(",", ""))
        step = Decimal(1).scaleb(int(right.as_tuple().exponent))
        made = _made(match["left"])
        if made is None:
            continue
        # 152.30＋6.00＝158.30亿元: the unit of the result may be that of all.
        results = [made / factor for factor in (_factor(match["unit"]), Decimal(1))]
        if all(abs(result - right) > step / 2 for result in results):
            nearest = min(results, key=lambda result: abs(result - right))
            yield Odd(found.at("right"), shown(nearest.quantize(step)), [found.at("left")])


def _factor(unit: str) -> Decimal:
    return _TIMES.get(unit[:1], Decimal(1))


def _made(left: str) -> Decimal | None:
    """What the left side gives; None where its brackets do not close or it divides by nothing."""
    steps = [_step(match) for match in _TOKEN.finditer(left)]
    try:
        value, rest = _sum(steps)
    except (ArithmeticError, IndexError, ValueError):
        return None
    return None if rest else value


def _step(match: re.Match[str]) -> _Step:
    if match["number"]:
        return _Step(Decimal(match["number"].replace(",", "")) * _factor(match["unit"]))
    sign = match["sign"] or match["bracket"]
    return _Step(Decimal(0), {"（": "(", "）": ")"}.get(sign, _OPERATIONS.get(sign, sign)))


def _sum(steps: list[_Step]) -> tuple[Decimal, list[_Step]]:
    value, rest = _product(steps)
    while rest and rest[0].sign in ("+", "-"):
        sign = rest[0].sign
        other, rest = _product(rest[1:])
        value = value + other if sign == "+" else value - other
    return value, rest


def _product(steps: list[_Step]) -> tuple[Decimal, list[_Step]]:
    value, rest = _single(steps)
    while rest and rest[0].sign in ("×", "÷"):
        sign = rest[0].sign
        other, rest = _single(rest[1:])
        value = value * other if sign == "×" else value / other
    return value, rest


def _single(steps: list[_Step]) -> tuple[Decimal, list[_Step]]:
    """A number, or what stands between brackets; raises ValueError where neither stands there."""
    if steps[0].sign == "(":
        value, rest = _sum(steps[1:])
        if rest[0].sign != ")":
            raise ValueError(rest[0].sign)
        return value, rest[1:]
    if steps[0].sign:
        raise ValueError(steps[0].sign)
    return steps[0].value, steps[1:]
