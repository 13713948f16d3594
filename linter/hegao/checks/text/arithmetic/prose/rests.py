"""What is left (其余): a whole, what was told of it, and the rest (norms FIG-16).

43间……，其中六月底前完成18间，七月底前再完成15间，其余10间: the rest says itself that it makes up the whole with what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import figure_sentences, label_before, near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped, slipped_sum
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_REST = Pattern(r"(?:其余|剩余|余下|剩下|尚余|还剩)的?(?:[^，。；：、\d各每]{0,4})$")
_NO_PART = Pattern(r"比|较|每|均|增|减|提高|降|上年|同期|各|不少于|不超过|平均")
#: How far before the rest its whole may stand, in characters, and how many figures are tried.
_BEFORE, _MOST, _TRIED = 160, 7, 40


def wrong_rests(context: Context) -> Iterator[Odd]:
    """Rests that no whole before them leaves."""
    for passage in context.once(figures_spoken):
        if "其余" in passage.value or "剩" in passage.value or "余下" in passage.value or "尚余" in passage.value:
            for index, rest in enumerate(passage.named):
                if rest.dimension not in (PERCENT, POINTS) and not rest.rough and _REST.search(label_before(passage.value, rest)):
                    odd = _odd(passage, passage.named[max(0, index - _TRIED) : index], rest)
                    if odd is not None:
                        yield odd


_BOUND = Pattern(r"(?P<bound>不超过|不少于|不低于|不高于|不多于|至少|最多)$")
_IN_ALL = Pattern(r"合计|共计?|总计|总数")


def wrong_bounds(context: Context) -> Iterator[Odd]:
    """甲厅不超过800人，乙厅不超过600人，合计不超过1500人: bounds are added up, too."""
    for sentence in context.once(figure_sentences):
        if len(sentence.told) < 3 or "合计" not in sentence.value and "共" not in sentence.value and "总" not in sentence.value:
            continue
        bounds = [(match["bound"], told) for told in sentence.told if (match := _BOUND.search(told.label)) is not None]
        if len(bounds) < 3:
            continue
        *parts, whole = [told for _bound, told in bounds]
        if len({bound for bound, _told in bounds}) > 1 or len({told.one.dimension for _bound, told in bounds}) > 1:
            continue
        summed = sum((told.one.value for told in parts), Decimal(0))
        off = abs(summed - whole.one.value)
        alone = not any(_IN_ALL.search(told.label) or "每" in told.label for told in parts)
        if _IN_ALL.search(whole.label) and alone and (near(summed, off) or off and slipped(whole.one.value, summed)):
            yield Odd(sentence.at(whole.one), whole.one.say(summed), [sentence.at(told.one) for told in parts])


def _odd(passage: Figures, told: Sequence[Quantity], rest: Quantity) -> Odd | None:
    before = [one for one in told if one.dimension == rest.dimension and rest.start - one.end <= _BEFORE][-_MOST:]
    begin = max(passage.value.rfind("。", 0, before[0].start if before else 0), 0)
    if any(one.rough for one in before) or len(before) < 2 or _left_by_any(before, rest):
        return None
    # The whole stands first in its sentence; what follows it is told of it.
    found = [(whole, before[index + 1 :]) for index, whole in enumerate(before[:-1])]
    sound = [(whole, parts) for whole, parts in found if not any(_NO_PART.search(label_before(passage.value, one)) for one in (whole, *parts))]
    for whole, parts in sound:
        summed = sum((part.value for part in parts), rest.value)
        plain = near(whole.value, abs(whole.value - summed)) and all(part.value < whole.value for part in parts)
        if len(parts) <= 3 and (plain or slipped_sum(whole, [*parts, rest])) and begin <= whole.start:
            right = whole.value - summed + rest.value
            return Odd(passage.at(rest), rest.say(right) if right > 0 else whole.say(whole.value), [passage.at(whole), *(passage.at(part) for part in parts)])
    return None


def _left_by_any(before: Sequence[Quantity], rest: Quantity) -> bool:
    """Whether some of the figures leave the rest of one of them."""
    for index, whole in enumerate(before):
        others = [*before[:index], *before[index + 1 :]]
        for many in range(1, len(others) + 1):
            if any(sum((part.value for part in parts), rest.value) == whole.value for parts in combinations(others, many)):
                return True
    return False
