"""Figures that hang together by what they are called (按名称勾稽): 容积率, 贴息, 折扣; votes for, against and withheld; so many by ten thousand heads (norms FIG-16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.arithmetic.figure_sentences import near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import Quantity, unit_measure
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.builtin_tables import SEPARATOR, builtin
from hegao.words.patterns import one_of

_N = r"\d{1,9}(?:\.\d+)?"
_UNIT = r"(?:[%％折]|(?:万|亿)?(?:平方米|元|公顷|亩))"
#: What a relation makes of its two factors.
_FORMS = {"product": Decimal(1), "percent": Decimal(100), "discount": Decimal(10)}
#: A ratio has no unit, a rate its sign, a discount its word.
_SECOND = {"product": "(?![%％折])", "percent": "[%％]", "discount": "折"}


class _Relation(NamedTuple):
    result: Pattern
    first: Pattern
    second: Pattern
    divisor: Decimal


@cache
def _relations() -> tuple[_Relation, ...]:
    return tuple(
        _Relation(
            Pattern(rf"{one_of(row['result'].split(SEPARATOR))}[^，。；、\d]{{0,4}}(?P<n>{_N})(?P<unit>{_UNIT})"),
            Pattern(rf"(?:{one_of(row['first'].split(SEPARATOR))}[^，。；、\d]{{0,4}}(?P<n>{_N})(?P<unit>{_UNIT})|(?P<n2>{_N})(?P<unit2>(?:万|亿)?元)[\u3400-\u9fff]{{0,6}}{one_of(row['first'].split(SEPARATOR))})"),
            Pattern(rf"{one_of(row['second'].split(SEPARATOR))}[^，。；、\d]{{0,4}}(?P<n>{_N}){_SECOND[row['form']]}"),
            _FORMS[row["form"]],
        )
        for row in builtin("named-relations")
    )


_SIGN = Scanner(lambda: one_of(word for row in builtin("named-relations") for word in row["result"].split(SEPARATOR)))


def named_relations(context: Context) -> Iterator[Odd]:
    """Figures that others of their sentence contradict by what all of them are called."""
    for passage, value in context.once(running_without_names).bearing(_SIGN, "heading", "paragraph"):
        begin = 0
        for sentence in value.split("。"):
            for relation in _relations():
                told = [list(pattern.finditer(value, begin, begin + len(sentence))) for pattern in (relation.result, relation.first, relation.second)]
                if any(len(several) != 1 for several in told):
                    continue
                result, first, second = (several[0] for several in told)
                right = _right(result, first, second, relation.divisor)
                if right:
                    yield Odd(passage.slice(result.start("n"), result.end("unit")), right, [passage.slice(*first.span()), passage.slice(*second.span())])
            begin += len(sentence) + 1
    for found in context.once(running_without_names).find(_YEAR_BY_YEAR, "heading", "paragraph"):
        years = [int(year) for year in _YEARS.findall(found.match["years"])]
        many = len(years) if "、" in found.match["years"] else years[-1] - years[0] + 1
        reached = Decimal(found.match["base"]) + Decimal(found.match["each"]) * many
        if many > 1 and Decimal(found.match["many"]) != reached:
            yield Odd(found.at("many"), f"{reached.normalize():f}{found.match['unit']}", [found.at("base"), found.at("each")])
    for figures in context.once(figures_spoken):
        yield from _joined_shares(figures)
        yield from _votes(figures)
        yield from _by_heads(figures)


def _right(result: re.Match[str], first: re.Match[str], second: re.Match[str], divisor: Decimal) -> str:
    """What the result should be; empty where it is that, or is not meant for it."""
    base, unit = (first["n"], first["unit"]) if first["n"] else (first["n2"], first["unit2"])
    measure, other = unit_measure(unit), unit_measure(result["unit"])
    if measure is None or other is None or measure[0] != other[0]:
        return ""
    right = Decimal(base) * Decimal(second["n"]) / divisor * measure[1] / other[1]
    stated = Decimal(result["n"])
    step = Decimal(1).scaleb(min(0, int(stated.as_tuple().exponent)))
    off = abs(right - stated)
    return f"{right.normalize():f}{result['unit']}" if off > step and (near(right, off) or slipped(stated, right.quantize(step)) or off * 4 <= right) or off and off <= step and right == right.quantize(step) else ""


#: 床位8600张，2026年、2027年、2028年每年新增400张，到2028年底达到9800张
_YEAR_BY_YEAR = Scanner(
    rf"(?P<base>{_N})(?P<unit>(?:万|亿)?[\u3400-\u9fff]{{1,3}})[，,；;](?P<years>(?:20\d\d年?[、至到—～和]){{1,6}}20\d\d年)[，,]?(?:每年|逐年|年均)(?:新增|增加|新建|新改建)[^，。；\d]{{0,8}}(?P<each>{_N})(?P=unit)[，,；;]到20\d\d年[^，。；\d]{{0,10}}?(?:达到?|增加到|增至|共)(?P<many>{_N})(?P=unit)",
    sign="每年|逐年|年均",
)
_YEARS = Pattern(r"20\d\d")
#: 满意和基本满意合计占94%
_JOINED = Pattern(r"(?P<one>[\u3400-\u9fff]{2,8})(?:[和与及]|以及)(?P<other>[\u3400-\u9fff]{2,8}?)(?:两项|二者)?(?:合计|共计|共|总)占(?:比)?[^，。；、\d]{0,8}(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]")


def _joined_shares(passage: Figures) -> Iterator[Odd]:
    """Two named parts and the share that both together have of their whole."""
    match = _JOINED.search(passage.value) if "合计" in passage.value or "共" in passage.value else None
    if match is None:
        return
    before = [one for one in passage.named if one.end <= match.start()]
    parts = [one for name in (match["one"], match["other"]) for one in before if _named(passage, one) == name]
    wholes = [one for one in before if len(parts) == 2 and one.unit == parts[0].unit == parts[1].unit and one not in parts and one.end <= min(part.start for part in parts) and one.value >= parts[0].value + parts[1].value]
    rate, step = Decimal(match["rate"]), Decimal(1).scaleb(-len(match["rate"].partition(".")[2]))
    rights = [(parts[0].value + parts[1].value) * 100 / whole.value for whole in wholes if whole.value]
    if rights and all(abs(right - rate) > step for right in rights):
        yield Odd(passage.text.slice(match.start("rate"), match.end()), f"{rights[0].quantize(step)}%", [passage.at(part) for part in parts])


def _named(passage: Figures, one: Quantity) -> str:
    """The words right before a figure, to the last mark."""
    words = passage.value[max(0, one.start - 16) : one.start]
    return words[max(words.rfind(mark) for mark in "，。；：、（(其") + 1 :].removeprefix("中")


_VOTE = Pattern(r"(?P<kind>赞成|同意|反对|不同意|弃权)票?$")
_ALL_VOTES = Pattern(r"(?:实到|有效|收回|发出|出席|参加表决|表决)[^，。；、\d]{0,10}$")


def _votes(passage: Figures) -> Iterator[Odd]:
    """赞成112票、反对1票、弃权2票 of 115 who were there."""
    told = [(one, match["kind"]) for one in passage.named if (match := _VOTE.search(passage.value, max(0, one.start - 6), one.start)) is not None]
    kinds = [kind for _one, kind in told]
    if len(told) != 3 or len({*kinds}) != 3 or "弃权" not in kinds:
        return
    wholes = [one for one in passage.named if one.end <= told[0][0].start and _ALL_VOTES.search(passage.value, max(0, one.start - 14), one.start)]
    summed = sum((one.value for one, _kind in told), Decimal(0))
    if wholes and all(whole.value != summed for whole in wholes) and summed > max(whole.value for whole in wholes):
        last = told[-1][0]
        yield Odd(passage.at(last), f"三项相加{summed.normalize():f}票，多于{passage.at(wholes[-1]).value}", [passage.at(wholes[-1])])


_EACH_OF_HEADS = Pattern(r"每(?P<per>万|千|百)(?:名)?(?:常住)?人口?(?:拥有|有|配备|平均)?[^，。；\d]{0,14}$")
_HEADS = Pattern(r"人口[^，。；、\d]{0,4}$")
_PER = {"万": 10_000, "千": 1_000, "百": 100}


def _by_heads(passage: Figures) -> Iterator[Odd]:
    """常住人口250万人，现有药师2000名，每万人拥有药师8名."""
    for index, rate in enumerate(passage.named):
        each = _EACH_OF_HEADS.search(passage.value, max(0, rate.start - 26), rate.start)
        heads = [one for one in passage.named[:index] if _HEADS.search(passage.value, max(0, one.start - 8), one.start) and one.dimension == "人"]
        counted = [one for one in passage.named[:index] if one.unit == rate.unit and one not in heads] if each is not None else []
        if each is not None and len(heads) == len(counted) == 1 and heads[0].value:
            right = counted[0].value * _PER[each["per"]] / heads[0].value
            if abs(right - rate.value) > rate.step and _meant(right, rate):
                yield Odd(passage.at(rate), rate.say(right.quantize(rate.step)), [passage.at(heads[0]), passage.at(counted[0])])


def _meant(right: Decimal, rate: Quantity) -> bool:
    return Decimal("0.4") * right <= rate.value <= Decimal("2.5") * right
