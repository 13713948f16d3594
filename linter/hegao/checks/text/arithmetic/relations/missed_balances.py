"""Balances missed by one slip (勾稽差一处): whole and parts, level and change, what is needed, done and left (norms FIG-16).

Of three and more figures of one unit in one sentence none is the sum of others, and yet one would be if a single digit of it were another:
so figures do not meet by chance, whatever the words are.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.prose.near_sums import OVERLAPS, begins_list
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import LikeFigures, like_figures, off_by_a_slip, other_digit
from hegao.sources.lazy_pattern import Pattern
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

_FEWEST, _LEAST, _MOST = 3, 2, 9
#: With so many steps in it a figure is measured, and its parts are rounded.
_FINE = 10_000
#: A figure is the difference of the two before it only where a word says so.
_DIFFERENCE = Pattern(lambda: rf"{one_of(figure_words('left'))}|{one_of(figure_words('change'))}|{one_of(figure_words('lacks'))}")
#: 到2026年底累计完成21处: a level on the way; 注销3个: what is taken off.
_ON_THE_WAY, _OFF = Pattern("累计|底前?$"), Pattern(lambda: one_of(figure_words("went")))
_LACKS = Pattern(lambda: rf"(?:{one_of(figure_words('lacks'))})了?$|(?:还需|尚需|还差|尚差|剩余|余下|尚余|其余)[^，。；、\d]{{0,6}}$")
_SUMMED = Pattern(r"共(?!同|享)|计|总|以上|累计|达到|为$")
_TOGETHER = Pattern("合计|共计|总计")
_IN_ALL = Pattern("共计?$|合计|总计|共有?$|总数|总共")
_OPENED = Pattern("其中|包括|(?<![（(不])含(?![）)])")
#: So much of a whole, in hundredths, parts must make up, and so many it must be, if they are to be all of it.
_NEARLY_ALL, _MOST_OF_IT, _COUNTED = 90, 60, 100
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
        elif len(group.told) >= _FEWEST and not _shared(group):
            yield from _lists(group)


def _lists(group: LikeFigures) -> Iterator[Odd]:
    """Wholes with the list that a word or a bracket opens behind them, though two of the other figures make up a third by chance."""
    for whole in group.told:
        # 每人15分钟，其中试讲10分钟、答辩5分钟: what each has may be a whole, too.
        behind = [told for told in group.plain if told.one.start > whole.one.start]
        if whole.one.rough or len(behind) < _LEAST or whole not in group.plain and "每" not in whole.label:
            continue
        run = behind[:1]
        while len(run) < len(behind) and _is_list(group.sentence, [run[-1], behind[len(run)]]):
            run.append(behind[len(run)])
        if len(run) >= _LEAST and _opens(group.sentence, [whole, *run]) and not _made_up(whole, run, [told for told in group.told if told is not whole]):
            odd = _as_whole(group.sentence, [whole, *run])
            if odd is not None:
                yield odd
                return


def _is_list(sentence: Sentence, parts: Sequence[Told]) -> bool:
    """Whether figures stand side by side, with nothing but a mark and a name between."""
    return all(_JOINT.fullmatch(sentence.between(one.one, other.one)) for one, other in pairwise(parts))


_JOINT = Pattern(r"(?:[（(][^（）()\d]{1,16}[）)])?[、，；][^，。；、：\d]{1,14}")


def _opens(sentence: Sentence, several: Sequence[Told]) -> bool:
    between = sentence.between(several[0].one, several[1].one)
    return _OPENED.search(between) is not None and "；" not in between or between[:1] == "（" and sentence.value.startswith("）", several[-1].one.end)


def _made_up(whole: Told, run: Sequence[Told], parts: Sequence[Told]) -> bool:
    """Whether parts of the list make the whole up with others; others alone do so beside a wrong list."""
    several = (several for size in range(2, len(parts) + 1) for several in combinations(parts[:_MOST], size))
    return any(sum(part.one.value for part in some) == whole.one.value and any(part in run for part in some) for some in several)


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
    summed = _summed(parts)
    opened = _OPENED.search(sentence.between(whole.one, parts[0].one)) is not None
    # Parts are never more than their whole, and 共 says that they are all of it.
    between = sentence.between(whole.one, parts[0].one)
    enclosed = between[:1] == "（" and sentence.value.startswith("）", parts[-1].one.end) and "）" not in between
    said = opened and (summed > whole.one.value or len(parts) >= _FEWEST) or (enclosed or _IN_ALL.search(whole.label) is not None) and not opened
    if _in_one_list(sentence, whole, parts[0]) or not opened and begins_list(sentence.value, whole.one.start) or any(_ON_THE_WAY.search(part.label) for part in parts) or not said and _any_above(parts, whole):
        return None
    if any(_CHOSEN.search(part.label) for part in parts) or sum(_GRADED.search(part.label) is not None for part in parts) > 1:
        return None
    if any("其中" in sentence.between(one.one, other.one) for one, other in pairwise(parts)):
        return None
    if len({told.label[-2:] for told in several}) == 1 and not _SUMMED.search(whole.label):
        # 由甲局承担200万元，乙局承担100万元: all of them are parts.
        return None
    if opened and summed < whole.one.value and _partial(whole, parts, summed):
        # 其中 may name some parts only.
        return None
    if summed > whole.one.value and OVERLAPS.search("".join(told.label + told.behind[:2] for told in parts)):
        return None
    return _odd(sentence, whole, parts, summed) or (_other_digit(sentence, whole, parts, summed) if said else None)


#: 初选37个，论证保留24个，形成18个: each is chosen out of the one before. 90%以上计10分、80%以上计8分: one of them is given.
_CHOSEN, _GRADED = Pattern("保留|留下|筛选|入围|候选|晋级|遴选|择优"), Pattern("(?:以[上下]|不足|不满|达到|低于)[^，。；]{0,12}[计得扣加]$|[%％分][计得扣加]$")


def _any_above(parts: Sequence[Told], whole: Told) -> bool:
    return any(part.one.value >= whole.one.value for part in parts)


def _other_digit(sentence: Sentence, whole: Told, parts: Sequence[Told], summed: Decimal) -> Odd | None:
    """Where words say that it is a sum: the whole or a part is another figure in one digit, however far off that makes it."""
    off = summed - whole.one.value
    step = min(told.one.step for told in (whole, *parts))
    if not whole.one.whole and abs(off) <= max(told.one.step for told in (whole, *parts)):
        return None
    slip = other_digit(whole.one.value, summed, step) or any(part.one.value > off and other_digit(part.one.value, part.one.value - off, step) for part in parts)
    return Odd(sentence.at(whole.one), whole.one.say(summed), [sentence.at(told.one) for told in parts], False) if slip else None


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
    said = _said(sentence, whole)
    if _in_one_list(sentence, parts[-1], whole) or any(_ON_THE_WAY.search(part.label) or _OFF.search(part.label) for part in parts) or not _SUMMED.search(said):
        return None
    if _any_above(parts, whole) and not _IN_ALL.search(said):
        return None
    summed = _summed(parts)
    if _TOGETHER.search(said) and _is_list(sentence, several) and summed != whole.one.value and not any(told.one.step != whole.one.step for told in parts):
        return Odd(sentence.at(whole.one), whole.one.say(summed), [sentence.at(told.one) for told in parts], False)
    return _odd(sentence, whole, parts, summed) or (_other_digit(sentence, whole, parts, summed) if _IN_ALL.search(said) else None)


def _as_difference(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """现有5所，应有9所，缺口3所: the last against the two before it."""
    if len(several) != _FEWEST or not (_DIFFERENCE.search(several[-1].label + several[-1].behind[:4]) or _LACKS.search(several[-1].label)):
        return None
    one, other, left = several
    return _odd(sentence, left, (one, other), abs(one.one.value - other.one.value), True)


def _odd(sentence: Sentence, blamed: Told, others: Sequence[Told], right: Decimal, said: bool = False) -> Odd | None:
    """The figure to blame, if it is ``right`` but for a slip; ``said``: whether words say that it is what the others give."""
    step = min(told.one.step for told in (blamed, *others))
    off = abs(blamed.one.value - right)
    rounded = not blamed.one.whole and off <= step and (len(others) >= _FEWEST or step * _FINE <= right)
    coarse = max(told.one.step for told in (blamed, *others))
    # 1.26亿元 beside 5040万元 is so many to half of its last digit.
    rounded = rounded or len({told.one.unit for told in (blamed, *others)}) > 1 and off * 2 <= coarse
    slip = off_by_a_slip(blamed.one.value, right, step) or said and other_digit(blamed.one.value, right, step)
    if right <= 0 or rounded or not slip:
        return None
    return Odd(sentence.at(blamed.one), blamed.one.say(right), [sentence.at(told.one) for told in others], False)
