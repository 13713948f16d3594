"""What was counted, and what is asked, met again (前后所称数目): 以上四项机制 of three; 发现的47个问题 of 37; 安排180万元 of 160万元 (norms FIG-16).

Who points back (以上、上述、发现的) or asks for money speaks of what was told before.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip, other_digit
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_N = r"(?P<n>\d{1,4}|[两二三四五六七八九]|十[一二三四五六七八九]?)"
_COUNT = Scanner(rf"(?<![第每各前后\d.十百多]){_N}(?P<unit>[项个件条类种家处名座所])(?P<noun>[\u3400-\u9fff]{{2,8}})")
_BACK = Pattern(r"(?:以上|上述|这|前述|发现的?|排查的?|查出的?|梳理的?|反馈的?|交办的?|确定的?|涉及的|列入的|所列|入选的?)(?:这)?$")
_NEW = Pattern(r"其中|另|新|又|再|尚|还|剩余|其余|余下|部分|每|各")
_NOUN, _FAR, _NEAR, _MONEY = 2, 6, 12, "金额"
#: 请安排急救车购置资金180万元; 恳请解决400万元.
_ASKS = Pattern(r"(?:恳请|请|申请|请求|拟申请|建议)[^。；]{0,40}?(?:安排|拨付|解决|支持|补助|追加|下达|拨款|核拨|给予)[^。；，\d]{0,24}$")
_NEEDED = Pattern(r"需|缺口|尚缺|缺|共|总|预算|概算|申请|合计")


def counts_retold(context: Context) -> Iterator[Odd]:
    """Counts and amounts that point back to what was told otherwise."""
    text = context.once(running_without_names)
    yield from _pointing_back(list(text.find(_COUNT, "heading", "paragraph")), text.text)
    yield from _asked(context.once(figure_sentences))


class _Said(NamedTuple):
    found: Found
    many: int
    key: tuple[str, str]


def _pointing_back(several: Sequence[Found], text: str) -> Iterator[Odd]:
    told = [_Said(found, value_of(found.match["n"]), (found.match["unit"], found.match["noun"][:_NOUN])) for found in several]
    for one in told:
        match = one.found.match
        if not _BACK.search(match.string, max(0, match.start() - _FAR), match.start()):
            continue
        alike = [other for other in told if other.found.offset + other.found.match.start() < one.found.offset + match.start() and other.key == one.key]
        behind = [other for other in _behind(one, text) if other != one.many]
        known = {other.many for other in alike}
        if one.many in known or one.many < _NOUN or any(sum(some) == one.many for size in range(2, len(known) + 1) for some in combinations(known, size)):
            continue
        first = next((other for other in alike if not _NEW.search(other.found.match.string[max(0, other.found.match.start() - _FAR) : other.found.match.start()])), None)
        if len(known) == 1 and first is not None and _near(one.many, first.many):
            yield Odd(one.found.at(), f"前面为{first.found.at().value}", [first.found.at()], False)
        elif not known and len(set(behind)) == 1 and _near(one.many, behind[0]):
            yield Odd(one.found.at(), f"前面为{behind[0]}{match['unit']}", [], False)


def _behind(one: _Said, text: str) -> list[int]:
    """How many are told behind the same noun before: 督查发现问题37个."""
    unit, noun = one.key
    pattern = Pattern(rf"{noun}(?:共|共计|合计)?(?<!第)(?P<n>\d{{1,4}}){unit}")
    return [int(match["n"]) for match in pattern.finditer(text, 0, one.found.offset + one.found.match.start())]


def _near(one: int, other: int) -> bool:
    return abs(one - other) <= _NOUN or other_digit(Decimal(one), Decimal(other), Decimal(1)) or off_by_a_slip(Decimal(one), Decimal(other), Decimal(1))


def _asked(sentences: Sequence[Sentence]) -> Iterator[Odd]:
    """An amount asked for that is told nowhere else, where one needed is nearly it."""
    money = [(where, told) for where in sentences for told in where.told if told.one.dimension == _MONEY]
    for sentence, asked in money:
        if not _ASKS.search(sentence.value, sentence.start, asked.one.start) or asked.one.rough:
            continue
        others = [(where, told) for where, told in money if told.one.start != asked.one.start or where.text is not sentence.text]
        values = {told.one.value for _where, told in others}
        if asked.one.value in values or _made(asked.one, sorted(values)):
            continue
        for where, told in others:
            if where.text is not sentence.text and _NEEDED.search(told.label) and _slip(asked, told):
                yield Odd(sentence.at(asked.one), f"前面为{where.at(told.one).value}", [where.at(told.one)], False)
                break


def _made(one: Quantity, values: Sequence[Decimal]) -> bool:
    """Whether an amount is the sum or the difference of two others."""
    return len(values) <= 40 and any(first + second == one.value or abs(first - second) == one.value for first, second in combinations(values, 2))


def _slip(asked: Told, told: Told) -> bool:
    off = abs(asked.one.value - told.one.value)
    return off * 100 <= told.one.value * _NEAR or off_by_a_slip(asked.one.value, told.one.value, min(asked.one.step, told.one.step))
