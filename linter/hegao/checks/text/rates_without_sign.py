"""Rates whose sign is lost or wrong: 漏损率为17.6, 控制在2以内, 普及率为91.2个百分点, 占40；, and amounts without 元 beside others with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hegao.checks.shared.passages import Found, Running
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_N = r"\d+(?:\.\d+)?"
#: What is told in percent.  Rates that are told otherwise have these letters before: 容积率, 汇率, 功率, 死亡率.
_RATE = "(?<![汇频速倍])(?<!(?<!成)功)(?<!容积)(?<!周转)(?<!生育)(?<!出生)(?<!死亡)(?<!分辨)率(?![先领])|比重|占比|比例|满意度|覆盖面|知晓度"
#: What leads from a rate to its figure.
_TO = "(?:已|均|要|应|约|也|分别)?(?:仅为|达到|达|为|是|提高到|提高至|提升到|提升至|增加到|上升到|升至|升到|下降到|下降至|降低到|降至|降到|压减到|保持在|稳定在|控制在|保持|不得?低于|不得?高于|不得?少于|不得?超过|高于|低于|超过|突破)"
#: That it moved, with no unit behind.
_MOVED = "(?:增长|下降|提高|上升|回落|减少|压减|增加|压降|下调|上调)了?"
#: Where the figure is over, with no unit behind.
_END = "(?=(?:以上|以下|以内|左右|及以上)?(?:[，。；、）（]|$))"
#: Percentages of which something is said behind a change.
_CHANGED = "(?:同比|环比|比上年|较上年|比去年|较去年)(?:同期)?(?:增长|下降|提高|上升|减少|增加|回落)了?"
#: What money is called, in the clause that tells the amount.
_MONEY = "资金|消费券|奖金|费用|款|金额|补助|补贴|投资|经费|配套|自筹|拨付|贷款|预算|概算|支出|专款|奖补|债券|财政|缺口|余额|罚款|税"


class LostSign(NamedTuple):
    """A figure without its sign, or with a wrong one: its place, what should stand there, whether another way may be meant."""

    at: Text
    right: str
    doubtful: bool = False


#: What grows by so many percent, and than what.
_AMOUNTS = "总值|增加值|收入|支出|投资|总额|产值|利润|税收|销售额|产量|消费量|用电量|用水量|吞吐量|运量|周转量|销量|排放量|成交量|接待量|能耗|煤耗|水耗|电耗|进出口|人次|余额|存款|贷款|案件|面积|起数|人数|批次|价格"
_GROWN = "(?:增长|下降)"
_CHANGED_BY = r"同比|比上年|较上年|比20\d\d年"
_SIGN = "[%％]"
#: 低于总体支付率13.0个百分点: a difference from the rate named.
_AGAINST = Pattern(r"(?:[低高快慢优好]于|超过|落后|领先|比(?![例重])|较)[^，。；：、\d]{0,16}$")
#: What is told without a unit, or by one that nobody writes.
_NO_RATE = Pattern(r"[分指系数值级度号]|容积|PM|pH|人均|评价|年|月|[A-Za-z]")
_Kind = tuple[Scanner, Callable[[re.Match[str]], str], bool]
_KINDS: tuple[_Kind, ...] = (
    # 漏损率为17.6，
    (Scanner(rf"(?:{_RATE})[\u3400-\u9fff]{{0,6}}?{_TO}(?P<at>(?!0\.|0?[，。]){_N}){_END}"), lambda match: match["at"] + "%", False),
    # 回访率100，
    (Scanner(rf"(?:{_RATE})(?P<at>(?!0\.|0?[，。]){_N}){_END}"), lambda match: match["at"] + "%", False),
    # 工业产值增长12.5，
    (
        Scanner(rf"(?P<clause>[^，。；（）\d]{{1,24}}?){_MOVED}(?P<at>{_N})(?=[，。；）]|$)"),
        lambda match: match["at"] if "分别" in match["clause"] or "%" not in match.string and "." not in match["at"] else match["at"] + "%",
        False,
    ),
    # 占全县产量的60.5。
    (Scanner(rf"(?<![抢侵霸挤强])占[\u3400-\u9fff]{{1,16}}\d{{0,6}}[\u3400-\u9fff]{{0,3}}的(?P<at>{_N}){_END}"), lambda match: match["at"] + "%", False),
    # 15%～30。
    (Scanner(rf"\d{_SIGN}[～~—-](?P<at>{_N}){_END}"), lambda match: match["at"] + "%", False),
    # 整改率分别为64.7和66.7%
    (Scanner(rf"(?:{_RATE})[\u3400-\u9fff]{{0,4}}?分别[^，。；\d]{{0,6}}(?:{_N}{_SIGN}[、和])*(?P<at>{_N})(?=[、和](?:{_N}{_SIGN}?[、和])*{_N}{_SIGN})", sign="分别"), lambda match: match["at"] + "%", False),
    # 由72%提高到95，; 验收合格再拨付60，
    (
        Scanner(rf"(?P<clause>(?:^|[，。；：（、])[^，。；：（）]{{0,30}}?)(?:[拨支]付|分担|承担|减免|{_TO})(?P<at>{_N}){_END}"),
        lambda match: match["at"] if "%" not in match.string or _NO_RATE.search(match["clause"]) else match["at"] + "%",
        True,
    ),
    # 占总投资的60个百分点; 到位率80个百分点
    (Scanner(rf"(?:(?<![\u3400-\u9fff]所)占[\u3400-\u9fff]{{1,16}}[\d.]{{0,6}}[\u3400-\u9fff]{{0,3}}的|(?:{_RATE}))(?P<at>(?P<figure>{_N})个?百分点)", sign="百分点"), lambda match: match["at"] if _AGAINST.search(match.string, 0, match.start()) else f"{match['figure']}%", False),
    # 比上年的2.6亿元增长9.4个百分点; 由两市各承担50个百分点
    (Scanner(rf"(?:元(?:增长|下降)|[拨支]付|分担|承担)(?P<at>(?P<figure>{_N})个?百分点)", sign="百分点"), lambda match: f"{match['figure']}%", False),
    # 占40；
    (Scanner(rf"(?<![抢侵霸挤强])占(?:比)?(?:全[市县省区]|总[\u3400-\u9fff]{{1,4}})?的?(?:达|为|到|达到)?(?P<at>{_N}){_END}"), lambda match: match["at"] + "%", False),
    # 同比增长5.2，
    (Scanner(rf"{_CHANGED}(?P<at>\d+\.\d+)(?=[，。；、）]|$)"), lambda match: match["at"] + "%", False),
    # 普及率为91.2个百分点
    (
        Scanner(rf"(?:{_RATE})[\u3400-\u9fff]{{0,4}}?(?P<to>{_TO})(?P<at>(?P<figure>{_N})个?百分点)(?=(?:以上|以下|以内|左右)?(?:[，。；、）（]|$))"),
        lambda match: match["at"] if match["to"].endswith(("于", "超过")) and "不" not in match["to"] else f"{match['figure']}%",
        False,
    ),
    # 生产总值同比增长5.6个百分点
    (
        Scanner(
            rf"(?:{_AMOUNTS})(?:[^，。；、率重]{{0,16}}，)?(?:{_CHANGED_BY})?{_GROWN}(?P<at>(?P<figure>{_N})个?百分点)",
            sign="百分点",
        ),
        lambda match: f"{match['figure']}%",
        True,
    ),
    # 零下12%
    (Scanner(rf"零下(?P<at>(?P<figure>{_N})(?:[%％]|米|度数?以))(?=[，。；、以至～])"), lambda match: f"{match['figure']}摄氏度", False),
    # 限速30米/小时
    (Scanner(r"(?:限速|车速|时速|设计速度|行驶速度)[^，。；\d]{0,8}(?P<at>(?P<figure>\d{2,3})(?:米/小时|千米/分钟?|公里/分钟?|千米/秒))", sign="速"), lambda match: f"{match['figure']}千米/小时", False),
    # 洪峰流量860立方米/小时
    (Scanner(rf"(?:洪峰|洪水|入库|出库|下泄|河道|设计洪水)[\u3400-\u9fff]{{0,4}}流量[^，。；\d]{{0,6}}(?P<at>(?P<figure>{_N})立方米/(?:小时|分钟?|天|日))", sign="流量"), lambda match: f"{match['figure']}立方米/秒", True),
    # 占比为12.5个百分点
    (Scanner(rf"(?<![\u3400-\u9fff]所)占(?:比)?(?:达|为|到|达到)?(?P<at>(?P<figure>{_N})个?百分点)"), lambda match: f"{match['figure']}%", False),
)
#: 其中省级补助1100万元、市级配套760万。
_AMOUNT = Scanner(rf"(?P<clause>[^，。；、（）：\d]{{0,16}})(?<![\d.])(?P<at>{_N}[万亿]){_END}", sign=rf"{_N}[万亿](?=[，。；、）（以左]|$)")
_MONEY_WORD = Pattern(_MONEY)
_COUNTED = Pattern("[人户次亩吨量株册头只羽]|面积|数$|里程|规模$")
#: The figure before, with its unit.
_BEFORE = Pattern(r"\d[万亿]元[^\d。；]{0,24}(?:\d{4}年)?[^\d。；]{0,4}$")


def _over_columns(found: Found) -> bool:
    """Whether blanks stand between the figure and what stands right in front of it: cells side by side that blanks part (53.7%　—　24.24)."""
    begin = max(0, found.match.start("at") - _RIGHT_BEFORE)
    span = found.passage.slice(begin, found.match.end("at")).span()
    return span.line != span.end_line or span.end_column - span.column != found.match.end("at") - begin


_RIGHT_BEFORE = 2


def lost_signs(text: Running) -> Iterator[LostSign]:
    """The figures of a running text that lack their sign or bear a wrong one."""
    for scanner, right, doubtful in _KINDS:
        for found in text.find(scanner, "heading", "paragraph", "row", "note"):
            if right(found.match) != found.match["at"] and not _over_columns(found):
                yield LostSign(found.at("at"), right(found.match), doubtful)
    for found in text.find(_AMOUNT, "heading", "paragraph", "row", "note"):
        clause, before = found.match["clause"], found.match.string[: found.match.start("at")]
        if not _COUNTED.search(clause) and (_MONEY_WORD.search(clause) or _BEFORE.search(before)):
            yield LostSign(found.at("at"), found.match["at"] + "元")
