"""Several counts with what each has (分档计算): 共86万元，其中优秀4家、每家9万元，合格8家、每家6万元 (norms FIG-16).

One such product may leave some of the whole to others; two and more side by side share it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.checks.text.arithmetic.yardsticks import clause_before
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_COUNTER = "[家个名人户村所座处项件辆条支校班镇乡]"
#: 4家、每家9万元; 优秀4个，各奖励9万元; 一等奖2名，每名3000元.
_PRODUCT = Pattern(rf"(?<![\d.第])(?P<n>\d{{1,5}})(?P<counter>{_COUNTER})(?P<noun>[\u3400-\u9fff]{{0,6}})[、，（(]?(?:[\u3400-\u9fff]{{0,4}})(?:每{_COUNTER}|各)[\u3400-\u9fff]{{0,8}}$")
_FREE = Pattern(r"不超过|以内|不少于|至少|最高|最低|上限|每[月年日天季]|分别|其余[^，。；]{0,8}\d|另")
_SUM = Pattern(r"共|合计|总计|总额|总")
_FEWEST, _NEAR = 2, 40


def wrong_sums_of_products(context: Context) -> Iterator[Odd]:
    """Wholes that the products beside them do not make up."""
    for passage in context.once(figures_spoken):
        if len(passage.named) > _FEWEST and ("每" in passage.value or "各" in passage.value):
            yield from _odd(passage)


def _odd(passage: Figures) -> Iterator[Odd]:
    value = passage.value
    found: list[tuple[re.Match[str], Quantity]] = []
    for one in passage.named:
        match = _PRODUCT.search(value, max(0, one.start - 30), one.start) if one.dimension not in (PERCENT, POINTS) and not one.rough or "每" in value[one.start - 6 : one.start] else None
        if match is not None and match["counter"] != one.unit:
            found.append((match, one))
    if len(found) < _FEWEST or len({one.dimension for _match, one in found}) > 1:
        return
    begin = value.rfind("。", 0, found[0][0].start()) + 1
    end = value.find("。", found[-1][1].end)
    if "。" in value[found[0][0].start() : found[-1][1].end] or _FREE.search(value, begin, end if end >= 0 else len(value)):
        return
    alike = [one for one in passage.named if begin <= one.start <= (end if end >= 0 else len(value)) and one.dimension == found[0][1].dimension and all(one is not each for _match, each in found)]
    if len(alike) != 1 or alike[0].rough or found[0][0].start() < alike[0].start < found[-1][1].end or alike[0].start > found[-1][1].end and not _SUM.search(clause_before(value, alike[0].start)):
        return
    whole = alike[0]
    right = sum((each.value * int(match["n"]) for match, each in found), Decimal(0))
    if right != whole.value and abs(right - whole.value) * 100 <= right * _NEAR:
        yield Odd(passage.at(whole), whole.say(right), [passage.at(each) for _match, each in found])
