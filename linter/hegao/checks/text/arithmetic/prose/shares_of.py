"""Shares of what is named (占……的比例): the whole is known by its name and may stand sentences before (norms FIG-16).

现有监测站点68处……。受损23处，占全县站点总数的33.8%.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import label_before
from hegao.checks.text.arithmetic.prose.products import gives
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

#: What joins a part with its share, and names the whole.
_SHARE = Pattern(r"(?:[（(][^（）()]{1,12}[）)])?[^，。；、：\d]{0,8}[，,、（(](?:仅|只|约)?占(?P<name>[^，。；：、\d]{2,14}?)的?(?:比例|比重)?(?:为|达到?)?")
#: What a name says beside what it counts.
_WIDE = Pattern(r"^(?:[全本][\u3400-\u9fff]|同期|年度|计划)|的|(?:总数|总量|总额|总长度?|总面积|总|数量?|量|额)$")
_OTHER_TIME = Pattern(r"上年|去年|同期|计划|目标|任务|预算|应")
#: So many figures before a share may be its whole.
_TRIED = 40
_APART = (Decimal("0.55"), Decimal("1.8"))


def wrong_shares_of(context: Context) -> Iterator[Odd]:
    """Shares that no figure of the name gives."""
    several = context.once(figures_spoken)
    for passage in several:
        if "占" in passage.value and "%" in passage.value:
            for index, (part, rate) in enumerate(pairwise(passage.named)):
                odd = _odd(several, passage, index, part, rate) if rate.dimension == PERCENT else None
                if odd is not None:
                    yield odd


def _odd(several: Sequence[Figures], passage: Figures, index: int, part: Quantity, rate: Quantity) -> Odd | None:
    match = _SHARE.fullmatch(passage.value, part.end, rate.start)
    if match is None or part.dimension in (PERCENT, POINTS) or part.rough or rate.rough or not part.value or not rate.value:
        return None
    name = _WIDE.sub("", _WIDE.sub("", match["name"]))
    if len(name) < 2 or _OTHER_TIME.search(match["name"]):
        return None
    before = passage.named[max(0, index - _TRIED) : index]
    here = [(passage, one) for one in before if _named(passage, one, name, part)]
    found = here or [(other, one) for other in several if other is not passage for one in other.named if _named(other, one, name, part)]
    if len({one.value for _passage, one in found}) != 1:
        return None
    where, whole = found[-1]
    right = part.value * 100 / whole.value
    # Any figure of the kind before it may be the whole that is meant.
    if any(gives(part, one, rate) for one in (whole, *before) if one.dimension == part.dimension and one.value) or not _APART[0] <= rate.value / right <= _APART[1]:
        return None
    places = max(0, -int(rate.step.as_tuple().exponent))
    return Odd(passage.at(rate), f"{right:.{places}f}%", [passage.at(part), where.at(whole)])


def _named(passage: Figures, one: Quantity, name: str, part: Quantity) -> bool:
    """Whether a figure of the kind is told under a name that ends so, and is no smaller than the part."""
    if one.dimension != part.dimension or one.rough or one.value < part.value:
        return False
    label = label_before(passage.value, one)
    return (label.endswith((name, f"{name}总数", f"{name}数", f"{name}共"))) and not _OTHER_TIME.search(label)
