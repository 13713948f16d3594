"""Balances missed by one slip (勾稽差一处): whole and parts, level and change, what is needed, done and left (norms FIG-16).

Of three and more figures of one unit in one sentence none is the sum of others, and yet one would be if a single digit of it were another:
so figures do not meet by chance, whatever the words are.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.prose.near_sums import OVERLAPS
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import LikeFigures, like_figures, off_by_a_slip
from hegao.sources.lazy_pattern import Pattern
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

_FEWEST = 3
#: With so many steps in it a figure is measured, and its parts are rounded.
_FINE = 10_000
#: A figure is the difference of the two before it only where a word says so.
_DIFFERENCE = Pattern(lambda: rf"{one_of(figure_words('left'))}|{one_of(figure_words('change'))}|{one_of(figure_words('lacks'))}")
#: 到2026年底累计完成21处: a level on the way; 注销3个: what is taken off.
_ON_THE_WAY, _OFF = Pattern("累计|底前?$"), Pattern(lambda: one_of(figure_words("went")))
_LACKS = Pattern(lambda: rf"(?:{one_of(figure_words('lacks'))})了?$")
_SUMMED = Pattern(r"共(?!同|享)|计|总|以上|累计|达到|为$")
_OPENED = Pattern("其中|包括|含")
#: So much of a whole, in hundredths, parts must make up, and so many it must be, if they are to be all of it.
_NEARLY_ALL, _MOST_OF_IT, _COUNTED = 90, 80, 100
#: Each with its own share of what all of them are of.
_SHARE_BEHIND = Pattern(r"[，,（(]?占")


def missed_balances(context: Context) -> Iterator[Odd]:
    """Figures that the others of their sentence give but for one slip."""
    groups = context.once(like_figures)
    told = {(one.one.unit, one.one.value) for sentence in context.once(figure_sentences) for one in sentence.told}
    for group in groups:
        if len(group.told) == _FEWEST and _lacks(group) and not group.hangs_together:
            odd = _as_difference(group.sentence, group.told)
            if odd is not None:
                yield odd
                continue
        if len(group.told) >= _FEWEST and group.told[0].one.rough and (odd := _over_the_bound(group)) is not None:
            yield odd
        if len(group.plain) >= _FEWEST and not group.hangs_together and not _shared(group) and (group.plain[0].one.unit, _summed(group.plain)) not in told:
            odd = _as_whole(group.sentence, group.plain) or _as_sum(group.sentence, group.plain) or _as_difference(group.sentence, group.plain)
            if odd is not None:
                yield odd


def _lacks(group: LikeFigures) -> bool:
    """Whether the last of three says how far apart the others are: 比设计净宽24米少6米."""
    return _LACKS.search(group.told[-1].label) is not None and not any(told.one.rough for told in group.told)


def _shared(group: LikeFigures) -> bool:
    """Whether each of the figures is given with its share."""
    value = group.sentence.value
    return sum(_SHARE_BEHIND.match(value, told.one.end) is not None for told in group.plain) > 1


def _in_one_list(sentence: Sentence, one: Told, other: Told) -> bool:
    """Whether two figures stand beside one another in a list."""
    return sentence.between(one.one, other.one)[:1] == "、"


def _said(sentence: Sentence, one: Told) -> str:
    """What is said before a figure, or before the one that it stands right behind: 共111支1380人."""
    before = next((told for told in sentence.told if told.one.end == one.one.start), None)
    return before.label if before is not None else one.label


def _summed(several: Sequence[Told]) -> Decimal:
    return sum((told.one.value for told in several), Decimal(0))


def _as_whole(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """总投资1260万元，……800万元、……560万元: the first against all behind it."""
    whole, parts = several[0], several[1:]
    if _in_one_list(sentence, whole, parts[0]) or any(part.one.value >= whole.one.value or _ON_THE_WAY.search(part.label) for part in parts):
        return None
    if len({told.label[-2:] for told in several}) == 1 and not _SUMMED.search(whole.label):
        # 由甲局承担200万元，乙局承担100万元: all of them are parts.
        return None
    summed = _summed(parts)
    opened = _OPENED.search(sentence.between(whole.one, parts[0].one)) is not None
    if opened and summed < whole.one.value and _partial(whole, parts, summed):
        # 其中 may name some parts only.
        return None
    if summed > whole.one.value and OVERLAPS.search("".join(told.label + told.behind[:2] for told in parts)):
        return None
    return _odd(sentence, whole, parts, summed)


def _over_the_bound(group: LikeFigures) -> Odd | None:
    """控制在3.6亿立方米以内，其中……: parts that are more than their bound."""
    whole, parts = group.told[0], group.plain
    if not whole.one.rough or parts and parts[0] is whole or len(parts) != len(group.told) - 1 or not _AT_MOST.match(group.sentence.value, whole.one.end):
        return None
    if not _OPENED.search(group.sentence.between(whole.one, parts[0].one)) or any(part.one.value >= whole.one.value for part in parts):
        return None
    summed = _summed(parts)
    return _odd(group.sentence, whole, parts, summed) if summed > whole.one.value else None


_AT_MOST = Pattern("以内|以下")


def _partial(whole: Told, parts: Sequence[Told], summed: Decimal) -> bool:
    """Whether parts that fall short of their whole may well be some of it only."""
    if len(parts) >= _FEWEST:
        return summed * 100 < whole.one.value * _MOST_OF_IT
    return summed * 100 < whole.one.value * _NEARLY_ALL or whole.one.value < whole.one.step * _COUNTED


def _as_sum(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """……500人，……88人，……人数600人: the last against all before it."""
    parts, whole = several[:-1], several[-1]
    if _in_one_list(sentence, parts[-1], whole) or any(part.one.value >= whole.one.value or _ON_THE_WAY.search(part.label) or _OFF.search(part.label) for part in parts):
        return None
    if not _SUMMED.search(_said(sentence, whole)):
        return None
    return _odd(sentence, whole, parts, _summed(parts))


def _as_difference(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """现有5所，应有9所，缺口3所: the last against the two before it."""
    if len(several) != _FEWEST or not _DIFFERENCE.search(several[-1].label + several[-1].behind[:4]):
        return None
    one, other, left = several
    return _odd(sentence, left, (one, other), abs(one.one.value - other.one.value))


def _odd(sentence: Sentence, blamed: Told, others: Sequence[Told], right: Decimal) -> Odd | None:
    step = min(told.one.step for told in (blamed, *others))
    off = abs(blamed.one.value - right)
    rounded = not blamed.one.whole and off <= step and (len(others) >= _FEWEST or step * _FINE <= right)
    if right <= 0 or rounded or not off_by_a_slip(blamed.one.value, right, step):
        return None
    return Odd(sentence.at(blamed.one), blamed.one.say(right), [sentence.at(told.one) for told in others], False)
