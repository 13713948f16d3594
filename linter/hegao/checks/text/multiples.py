"""So many times as much (倍、翻番), against the two figures (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.figure_sentences import figure_sentences
from hegao.checks.text.related_figures import Odd
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern

#: 是2020年93亿元的3倍; 由40亿元增至80亿元，翻两番.
_MULTIPLE = Pattern(r"^的(?P<n>\d+(?:\.\d+)?|[两三四五六七八九十])倍(?!以上|多|左右)")
_DOUBLED = Pattern(r"翻(?:了)?(?P<n>[一两三])番")
_RISES = Pattern(r"[到至为]$")


def wrong_multiples(context: Context) -> Iterator[Odd]:
    """So many times as much, against the two figures."""
    for sentence in context.once(figure_sentences):
        for one, other in zip(sentence.told, sentence.told[1:]):
            if one.one.dimension != other.one.dimension or one.one.rough or other.one.rough or not one.one.value or not other.one.value:
                continue
            between = sentence.between(one.one, other.one)
            match = _MULTIPLE.match(other.behind)
            if match and ("是" in between or "为" in between or "相当于" in between) and len(between) <= 24:
                stated = Decimal(match["n"]) if match["n"][0].isdigit() else Decimal(value_of(match["n"]))
                times = one.one.value / other.one.value
                slack = Decimal(10) ** int(stated.as_tuple().exponent) if stated.as_tuple().exponent else Decimal("0.5")
                if abs(times - stated) > slack:
                    at = sentence.text.slice(other.one.end + match.start("n"), other.one.end + match.end())
                    yield Odd(at, f"{times:.3g}倍", [sentence.at(one.one), sentence.at(other.one)])
            doubled = _DOUBLED.search(sentence.value, other.one.end, min(sentence.end, other.one.end + 16))
            if doubled and _RISES.search(other.label) and len(between) <= 16:
                times, right = other.one.value / one.one.value, 2 ** value_of(doubled["n"])
                if times < 1 or not Decimal("0.8") <= times / right <= Decimal("1.25"):
                    at = sentence.text.slice(*doubled.span())
                    yield Odd(at, f"{times:.3g}倍", [sentence.at(one.one), sentence.at(other.one)])
