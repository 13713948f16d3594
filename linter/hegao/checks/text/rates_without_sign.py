"""Rates whose sign is lost or wrong: 漏损率为17.6, 控制在2以内, 普及率为91.2个百分点, 占40；, and amounts without 元 beside others with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hegao.checks.shared.passages import Running
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_N = r"\d+(?:\.\d+)?"
#: What is told in percent.  Rates that are told otherwise have these letters before: 容积率, 汇率, 功率, 死亡率.
_RATE = "(?<![容汇功频速死倍税利])(?<!周转)(?<!生育)(?<!出生)(?<!增长弹)(?<!变异)(?<!分辨)率(?![先领])|比重|占比|满意度|覆盖面|知晓度"
#: What leads from a rate to its figure.
_TO = "(?:已|均|要|应|约|也|分别)?(?:仅为|达到|达|为|是|提高到|提高至|提升到|提升至|增加到|上升到|升至|升到|下降到|下降至|降低到|降至|降到|压减到|保持在|稳定在|控制在|不低于|不高于|不少于|高于|低于|超过|突破)"
#: Where the figure is over, with no unit behind.
_END = "(?=(?:以上|以下|以内|左右|及以上)?(?:[，。；、）（]|$))"
#: Percentages of which something is said behind a change.
_CHANGED = "(?:同比|环比|比上年|较上年|比去年|较去年)(?:同期)?(?:增长|下降|提高|上升|减少|增加|回落)了?"
#: What money is called, in the clause that tells the amount.
_MONEY = "资金|补助|补贴|投资|经费|配套|自筹|拨付|贷款|预算|概算|支出|专款|奖补|债券|财政|缺口|余额|罚款|税"


class LostSign(NamedTuple):
    """A figure without its sign, or with a wrong one: its place, what should stand there, whether another way may be meant."""

    at: Text
    right: str
    doubtful: bool = False


_Kind = tuple[Scanner, Callable[[re.Match[str]], str], bool]
_KINDS: tuple[_Kind, ...] = (
    # 漏损率为17.6，
    (Scanner(rf"(?:{_RATE})[\u3400-\u9fff]{{0,6}}?{_TO}(?P<at>(?!0\.|0?[，。]){_N}){_END}"), lambda match: match["at"] + "%", False),
    # 占40；
    (Scanner(rf"(?<![抢侵霸挤强])占(?:比)?(?:全[市县省区]|总[\u3400-\u9fff]{{1,4}})?的?(?:达|为|到|达到)?(?P<at>{_N}){_END}"), lambda match: match["at"] + "%", False),
    # 同比增长5.2，
    (Scanner(rf"{_CHANGED}(?P<at>\d+\.\d+)(?=[，。；、）]|$)"), lambda match: match["at"] + "%", False),
    # 普及率为91.2个百分点
    (
        Scanner(rf"(?:{_RATE})[\u3400-\u9fff]{{0,4}}?(?P<to>{_TO})(?P<at>(?P<figure>{_N})个?百分点)(?=(?:以上|以下|以内|左右)?(?:[，。；、）（]|$))"),
        lambda match: match["at"] if match["to"].endswith(("于", "超过")) else f"{match['figure']}%",
        False,
    ),
    # 占比为12.5个百分点
    (Scanner(rf"(?<![\u3400-\u9fff]所)占(?:比)?(?:达|为|到|达到)?(?P<at>(?P<figure>{_N})个?百分点)"), lambda match: f"{match['figure']}%", False),
)
#: 其中省级补助1100万元、市级配套760万。
_AMOUNT = Scanner(rf"(?P<clause>[^，。；、（）：\d]{{2,16}})(?P<at>{_N}[万亿]){_END}", sign=rf"{_N}[万亿](?=[，。；、）（以左]|$)")
_MONEY_WORD = Pattern(_MONEY)
_COUNTED = Pattern("[人户次亩吨量株册]|面积|数$|里程|规模$")
_WITH_UNIT = Pattern(r"\d[万亿]元")


def lost_signs(text: Running) -> Iterator[LostSign]:
    """The figures of a running text that lack their sign or bear a wrong one."""
    for scanner, right, doubtful in _KINDS:
        for found in text.find(scanner, "heading", "paragraph", "row", "note"):
            if right(found.match) != found.match["at"]:
                yield LostSign(found.at("at"), right(found.match), doubtful)
    for found in text.find(_AMOUNT, "heading", "paragraph", "row", "note"):
        clause = found.match["clause"]
        if _WITH_UNIT.search(found.match.string) and _MONEY_WORD.search(clause) and not _COUNTED.search(clause):
            yield LostSign(found.at("at"), found.match["at"] + "元")
