"""Points (分值) that share out a hundred within a sentence, and the rest of an amount beside its rate (norms FIG-16).

评分标准为价格40分、技术30分、服务20分、履约能力10分; 区级资金的60%即1482万元……其余988万元.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.quantities import unit_measure
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_POINT = r"[^，。；：、（）()\d]{2,12}\d{1,2}分"
_POINTS = Scanner(rf"(?P<list>{_POINT}(?:[，、；和]{_POINT}){{2,11}})(?![钟之\d])", sign=r"\d分[，、；和][^，。；：、（）()\d]{2,12}\d{1,2}分")
_EACH = Pattern(r"(?P<n>\d{1,2})分")
#: Words of a sentence that shares out points: of a scheme of marks, not of what was reached.
_SHARED = Pattern("评分|分值|标准|构成|组成|量化|百分制|满分|权重|计分|赋分|打分")
_REACHED = Pattern("得分|平均|分别为|最高|最低|排名|加分|扣|减分|以上|以下|分差|[加减]\\d|每[次项人]")
_HUNDRED, _NEAREST, _STEP = 100, 15, 5
_FULL = Pattern("百分制|满分(?:为)?100分|总分(?:为)?100分|100分制")


def points_shared(context: Context) -> Iterator[Odd]:
    """Points that do not make up a hundred; a rest that is not what its rate leaves."""
    text = context.once(running_without_names)
    for found in text.find(_POINTS, "heading", "paragraph"):
        yield from _points(found)
    for found in text.find(_REST, "heading", "paragraph"):
        yield from _rest(found)
    for found in text.find(_BY_RATIO, "heading", "paragraph"):
        yield from _by_ratio(found)
    for found in text.find(_HEADS_BY_RATIO, "heading", "paragraph"):
        many, times, one = (Decimal(found.match[name]) for name in ("many", "times", "one"))
        right = many / times
        if one != many * times and not right - 1 < one < right + 1 and abs(one - right) * 2 <= right:
            yield Odd(found.at("one"), f"{right.to_integral_value():f}", [found.at("many"), found.at("times")])


def _points(found: Found) -> Iterator[Odd]:
    sentence = found.sentence()
    told = list(_EACH.finditer(found.match["list"]))
    values = [int(one["n"]) for one in told]
    off = abs(sum(values) - _HUNDRED)
    if not off or off > _NEAREST or not _SHARED.search(sentence) or _REACHED.search(sentence[: sentence.find(found.match["list"]) + len(found.match["list"])]):
        return
    sure = _FULL.search(sentence) is not None
    if sure or not off % _STEP and all(not value % _STEP for value in values):
        begin = found.match.start("list")
        at = [found.passage.slice(begin + one.start(), begin + one.end()) for one in told]
        yield Odd(at[-1], f"各项合计{sum(values)}分", at[:-1], sure)


_N = r"\d{1,9}(?:\.\d{1,4})?"
_UNIT = "万元|亿元|元|人|名|户|个|亩|公里|件|套|吨"
#: 区级资金的60%即1482万元拨付到位，其余988万元按进度支付
_REST = Scanner(
    rf"(?P<rate>\d{{1,2}}(?:\.\d)?)[%％][，,、（(]?即(?P<at>(?P<part>{_N})(?P<unit>{_UNIT}))[^。；\d]{{0,36}}(?:其余|剩余|余下)(?:的|部分|资金|款项)?(?P<rest>{_N})(?P=unit)",
    sign=r"[%％][，,、（(]?即\d",
)


def _rest(found: Found) -> Iterator[Odd]:
    part, rest, rate = (Decimal(found.match[name]) for name in ("part", "rest", "rate"))
    whole = part + rest
    step = Decimal(1).scaleb(-len(found.match["rate"].partition(".")[2])) / 2
    if abs(part * 100 / whole - rate) > step and abs(part * 100 / whole - rate) <= 10:
        right = (rest * rate / (100 - rate)).quantize(Decimal(1).scaleb(-len(found.match["part"].partition(".")[2])))
        yield Odd(found.at("at"), f"{right:f}{found.match['unit']}", [found.at("rate"), found.at("rest")], False)


#: 按6∶4的比例分担，市级承担60万元，县级承担40万元
_BY_RATIO = Scanner(
    rf"(?<![\d:：∶])(?P<a>\d{{1,2}})[:：∶](?P<b>\d{{1,2}})(?![\d:：∶])的?比例[^。；\d]{{0,30}}(?P<one>{_N})(?P<unit>{_UNIT})[，、；和][^。；，、\d]{{1,16}}(?P<at>(?P<other>{_N})(?P=unit))(?![，、；和][^。；，、\d]{{1,16}}\d)",
    sign=r"\d[:：∶]\d{1,2}的?比例",
)


def _by_ratio(found: Found) -> Iterator[Odd]:
    a, b, one, other = (Decimal(found.match[name]) for name in ("a", "b", "one", "other"))
    if not a or not b or not one or not other or unit_measure(found.match["unit"]) is None:
        return
    right = one * b / a
    # Either may be told first.
    if a != b and a * 1 > 0 and right != other and one * a / b != other and Decimal("0.5") <= other / right <= 2 and min(a, b) > 1:
        yield Odd(found.at("at"), f"{right.normalize():f}{found.match['unit']}", [found.at("a"), found.at("one")])


#: 招收学员360人，按教练员与学员1∶15的比例配备教练员24名
_HEADS_BY_RATIO = Scanner(
    r"(?<![\d.])(?P<many>\d{2,6})[名人个][^。；\d]{0,24}1[:：∶](?P<times>[2-9]|[1-9]\d{1,2})(?![\d.])的?比例(?:配备|安排|设置|选派|聘请|聘用|落实|配置|抽调|确定|推荐|遴选)[^。；，\d]{0,12}(?P<one>\d{1,4})[名人个](?!以)",
    sign=r"1[:：∶]\d{1,3}的?比例",
)
