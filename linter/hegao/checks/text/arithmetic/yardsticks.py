"""What a figure is told beside (参照数): earlier levels, plans, changes, what stands in brackets by itself (norms FIG-16).

收入30400万元，比上年的28760万元增长5.7%。其中……: the parts belong to the level, never to what it is compared with.  A whole is told
on the level of its parts: what a bracket closed over before them is an aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hegao.checks.text.arithmetic.apart_words import harmless
from hegao.phrases.quantities import Quantity
from hegao.sources.lazy_pattern import Pattern

_CHANGE = r"增长|增加|增收|增幅|净增|新增|提高|提升|上升|上涨|上调|扩大|延长|下降|降低|减少|减收|压减|压缩|缩短|回落|下滑|下跌|下调|节约|节省|超出|翻|[增减升降涨跌高低多少快慢长短]"
#: 比上年的, 较2024年预计完成数: a level is compared with what follows; with a word of change behind, the change follows.
_COMPARED = Pattern(rf"(?:(?<![占对配])比(?![例重选赛武])|(?<![相比])较(?!大|多的|好)|相比|对比)(?!(?:[^，。；：、（）()\d]|\d{{1,4}}[年月])*?(?:{_CHANGE})[^，。；：、（）()\d]{{0,4}}$)")
_CHANGED = Pattern(rf"(?:同?比|较)[^，。；：（）()]{{0,24}}?(?:{_CHANGE})[^，。；：、（）()\d]{{0,4}}$")
#: （2024年为, （上年同期: a level of another time in brackets.
_EARLIER = Pattern(r"上年|去年|前年|上期|同期|年初|期初|上季|上月|20\d\d年")
#: 完成年度预算 … 的101.1%: what is done is measured by what was planned.
_PLANNED = Pattern(r"预算|计划|目标|任务|指标|定额|限额|占|为|相当于|总|全")
_OF_IT = Pattern(r"[^，。；：、\d（）()]{0,6}的(?:约|近)?(?:\d+(?:\.\d+)?[%％]|[一二三四五六七八九十]+分之|比[例重])")
_MARKS = "，。；：、（）()"
_OPENING, _CLOSING = "（(", "）)"
_REACH = 60


def clause_before(value: str, end: int) -> str:
    """The words before an offset, from the last mark or bracket on."""
    words = value[max(0, end - _REACH) : end]
    return words[max(words.rfind(mark) for mark in _MARKS) + 1 :]


def is_yardstick(value: str, one: Quantity) -> bool:
    """Whether a figure of a passage is only what another is compared with or measured by, or by how much that changed."""
    written = clause_before(value, one.start)
    clause = harmless(written)
    if _COMPARED.search(clause) or _CHANGED.search(clause):
        return True
    if _OF_IT.match(value, one.end) and _PLANNED.search(clause):
        return True
    start = one.start - len(written)
    return value[start - 1 : start] in ("（", "(") and _EARLIER.match(clause) is not None


def is_aside(value: str, one: Quantity, at: int) -> bool:
    """Whether brackets that hold a figure are closed before ``at``."""
    depth = 0
    for mark in value[one.end : at]:
        depth += (mark in _OPENING) - (mark in _CLOSING)
        if depth < 0:
            return True
    return False


#: 平均每所15万元: what one of them has is no part of what all have.
_OF_EACH = Pattern(r"(?:每|[户人亩件案校村]均)[^，。；：\d]{0,8}$")


def is_of_each(value: str, one: Quantity) -> bool:
    """Whether a figure is told of each of several."""
    return _OF_EACH.search(value, max(0, one.start - _REACH), one.start) is not None


_OWN = ("，其中", "（其中", ",其中")


#: What there is at the end of a time is no part of what came about in it.
_STOCK = Pattern(r"^(?:年末|年底|期末|季末|月末|年初|期初)")


def begins_anew(value: str, first: Quantity, one: Quantity, mark: str) -> bool:
    """Whether a figure behind ； is a whole of its own: 任命8人，其中试用4人；免职5人，其中退休1人; 销售20万平方米，其中住宅17万平方米；年末待售9万平方米."""
    if not mark.endswith("；"):
        return False
    own = value.startswith(_OWN, one.end) and not value.startswith(_OWN, first.end) and mark == "；"
    return own or _STOCK.match(clause_before(value, one.start)) is not None and _STOCK.match(clause_before(value, first.start)) is None


def made_up(named: Sequence[Quantity], parts: Sequence[Quantity]) -> bool:
    """Whether another figure of the passage, told before the parts, is to the last digit what they add up to."""
    summed = sum((part.value for part in parts), Decimal(0))
    first = min(part.start for part in parts)
    return any(one.value == summed and one.dimension == parts[0].dimension and one.end <= first for one in named)
