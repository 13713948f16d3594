"""Figures that point back over paragraphs (上述奖金合计、未竣工): what was told above adds up to them, or leaves them (norms FIG-16).

每个20000元，共36万元 in one item, 共9.6万元 in the next, 上述奖金合计46.5万元 in the third; 任务1200户 with 已竣工864户, then 对346户未竣工农户.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import label_before
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_POINTS_BACK = Pattern(r"^(?:[^，。；、\d]{1,3}[）)])?(?:以上|上述|前述|上列)[^，。；、\d]{0,16}(?:合计|共计?|总计|总额)(?:为|约)?[^，。；、\d]{0,4}$")
#: What an item tells of all of its own.
_OWN_SUM = Pattern(r"(?:共(?!同)|合计|总计|总额|小计)[^，。；、\d]{0,6}$")
#: 346户未竣工, 剩余346户尚未竣工
_NOT_YET = Pattern(r"(?:尚|仍|还)?未(?:完成)?(?P<stem>[\u3400-\u9fff]{2})")
_TIMES = frozenset({PERCENT, POINTS, "时长", "天数", "月数", "工作日"})
_FEWEST, _MOST, _BACK, _LEAST = 2, 8, 8, 20


def pointed_back(context: Context) -> Iterator[Odd]:
    """Sums and remainders that no figures above give, and that those told for it miss by a slip."""
    passages = context.once(figures_spoken)
    for index, passage in enumerate(passages):
        for one in passage.named:
            if one.rough or one.dimension in _TIMES:
                continue
            if _POINTS_BACK.search(label_before(passage.value, one)):
                yield from _summed(passages[max(0, index - _BACK) : index], passage, one)
            left = _NOT_YET.match(passage.value, one.end)
            if left is not None and one.dimension not in MEASURED and one.value >= _LEAST:
                yield from _left(passages[:index], passage, one, left["stem"])


def _summed(above: Sequence[Figures], passage: Figures, whole: Quantity) -> Iterator[Odd]:
    """The sums that the paragraphs above tell of their own, against what is said of all of them."""
    told = [(where, one) for where in above for one in where.named if one.dimension == whole.dimension and not one.rough][-_MOST:]
    sums = [(where, one) for where, one in told if _OWN_SUM.search(label_before(where.value, one))]
    values = [one.value for _where, one in told]
    if len(sums) < _FEWEST or any(sum(several) == whole.value for size in range(1, len(values) + 1) for several in combinations(values, size)):
        return
    summed = sum((one.value for _where, one in sums), Decimal(0))
    if off_by_a_slip(whole.value, summed, whole.step):
        yield Odd(passage.at(whole), whole.say(summed), [where.at(one) for where, one in sums])


def _left(above: Sequence[Figures], passage: Figures, left: Quantity, stem: str) -> Iterator[Odd]:
    """What is not done, against what was told to be done of the wholes of its paragraph."""
    values = {one.value for where in above for one in where.named if one.unit == left.unit}
    if any(one - other == left.value for one in values for other in values) or left.value in values:
        return
    for where in above:
        alike = [one for one in where.named if one.unit == left.unit and not one.rough]
        done = [one for one in alike if (label := label_before(where.value, one)).endswith((stem, f"{stem}了")) and f"未{stem}" not in label]
        for part in done:
            for whole in (one for one in alike if one.end <= part.start and one.value > part.value):
                if off_by_a_slip(left.value, whole.value - part.value, left.step):
                    yield Odd(passage.at(left), left.say(whole.value - part.value), [where.at(whole), where.at(part)], False)
                    return
