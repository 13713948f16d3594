"""Plain ratios (比例、倍数): shares by which things are weighed, 1∶3 and how many, so much a month and a year, a year and three (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.phrases.numbers import value_of
from hegao.sources.scanner import Scanner

_N = r"\d{1,9}(?:\.\d{1,4})?"
_RATE = r"\d{1,3}(?:\.\d+)?"
_HUNDRED = Decimal(100)
#: Shares whose sum is further off are of other things.
_LEAST, _MOST = 80, 125
_NEAR = (Decimal("0.5"), Decimal(2))
#: 三次产业结构为12.4∶38.5∶49.1
_STRUCTURE = Scanner(r"结构(?:比例?)?(?:为|由|是|调整为|优化为)?(?P<parts>\d{1,2}(?:\.\d+)?(?:[:：∶]\d{1,2}(?:\.\d+)?){2})(?!\d)")
#: 笔试60%、面试50%的比例计算; 县级财政承担60%，镇级财政承担30%。
_WEIGHED = Scanner(
    rf"(?:按照?|以)(?P<parts>(?:[\u3400-\u9fff]{{1,10}}{_RATE}[%％][、，和及]?){{2,5}})的?(?:比例|权重)(?:计算|折算|合成|计入|确定|核算|综合|相加)|(?P<borne>(?:[\u3400-\u9fff]{{1,8}}(?:承担|负担|分担|出资){_RATE}[%％][、，；]?){{2,4}})(?=[。；\n]|$)",
    sign=r"[%％]的?(?:比例|权重)|(?:承担|负担|分担|出资)\d",
)
#: 按1∶3的比例……招聘8人，进入面试24人
_ONE_TO = Scanner(r"1[:：∶](?P<times>[2-9])(?![\d.])的?比例[^。；]{0,30}?(?P<one>\d{1,4})(?P<unit>[人名])[^。；\d]{1,20}?(?P<many>\d{1,5})(?P=unit)(?!以)")
#: 每人每月600元，全年每人7200元
_MONTHLY = Scanner(rf"每月(?P<one>{_N})(?P<unit>元|万元)[，,、（(](?:全年|每年|一年|年)[^，。；\d]{{0,8}}?(?P<many>{_N})(?P=unit)")
#: 每年培训护理员不少于2000人次，三年累计培训6000人次
_YEARLY = Scanner(
    rf"每年[^，。；\d]{{0,16}}?(?P<one>{_N})(?P<unit>(?:万|亿)?[\u3400-\u9fff]{{1,2}}?)(?:以上)?[，,][^，。；\d]{{0,6}}?(?P<times>[两二三四五六七八九十]|[2-9]|10)年(?:内)?(?:累计|共计?|合计|总共)[^，。；\d]{{0,12}}?(?P<many>{_N})(?P=unit)"
)
#: 每周5天、每天4小时……每周共20小时
_WEEKLY = Scanner(r"每周(?P<times>[1-7])[天次][、，,]?每[天次](?P<one>\d{1,2})小时[^。；\d]{0,16}?每周(?:共|共计|合计|累计)?(?P<many>\d{1,2})小时")
#: 计划招聘25名，按1∶3的比例确定面试人选75名
_BY_RATIO = Scanner(r"(?P<one>\d{1,4})(?P<unit>[人名个])[^。；\d]{0,24}1[:：∶](?P<times>[2-9])(?![\d.])的?比例[^。；，\d]{0,20}(?P<many>\d{1,5})(?P=unit)(?!以)")
#: 日供水120立方米，连续供水15天，累计供水1800立方米
_DAILY = Scanner(
    rf"(?:日均?|每[天日])[^，。；\d每]{{1,8}}(?P<one>{_N})(?P<unit>(?:万|亿)?(?!元/)[\u3400-\u9fff]{{1,3}})[，,][^。；，\d]{{0,10}}(?P<times>[2-9]|[1-9]\d{{1,2}})[天日][，,](?:累计|共计?|合计|总计)[^，。；\d]{{0,8}}(?P<many>{_N})(?P=unit)"
)
_KINDS = ("heading", "paragraph")


def wrong_plain_ratios(context: Context) -> Iterator[Odd]:
    """Figures that a plain ratio beside them contradicts."""
    text = context.once(running_without_names)
    for found in text.find(_STRUCTURE, *_KINDS):
        parts = [Decimal(part) for part in found.match["parts"].replace("：", ":").replace("∶", ":").split(":")]
        if not abs(sum(parts) - _HUNDRED) <= Decimal("0.2") and _LEAST <= sum(parts) <= _MOST:
            yield Odd(found.at("parts"), f"三项相加应为100，现为{sum(parts)}", [])
    for found in text.find(_WEIGHED, *_KINDS):
        yield from _weighed(found)
    for pattern, times in _TIMES:
        for found in text.find(pattern, *_KINDS):
            right = Decimal(found.match["one"]) * times(found)
            stated = Decimal(found.match["many"])
            if stated != right and right and (_NEAR[0] <= stated / right <= _NEAR[1] or slipped(stated, right)):
                yield Odd(found.at("many"), f"{right.normalize():f}", [found.at("one")])


def _weighed(found: Found) -> Iterator[Odd]:
    group = "parts" if found.match["parts"] else "borne"
    shares = [Decimal(share) for share in _SHARES.pattern.findall(found.match[group])]
    summed = sum(shares, Decimal(0))
    if summed != _HUNDRED and _LEAST <= summed <= _MOST:
        yield Odd(found.at(group), f"各项合计{summed.normalize():f}%", [])


_SHARES = Scanner(rf"{_RATE}(?=[%％])")


def _said(found: Found) -> int:
    return value_of(found.match["times"])


def _months(_found: Found) -> int:
    return 12


_TIMES: tuple[tuple[Scanner, Callable[[Found], int]], ...] = ((_ONE_TO, _said), (_BY_RATIO, _said), (_DAILY, _said), (_MONTHLY, _months), (_YEARLY, _said), (_WEEKLY, _said))
