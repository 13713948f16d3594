"""How many are left (其余): 8个县（区）中，除甲县、乙县、丙县外，其余5个县（区） (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_N = r"\d{1,3}|[两三四五六七八九十]{1,3}"
_UNIT = "个|家|所|项|户|名|条|处"
_LEFT = Scanner(
    rf"(?<![\d第])(?P<all>{_N})(?P<unit>{_UNIT})(?P<noun>[\u3400-\u9fff（）、()]{{1,12}}?)(?:中|里|内)?[，,]?(?:其中)?[，,]?除(?P<list>[^，。；\d]{{2,60}}?)(?:以?外|尚|仍|还|未|因|正在|等待|已|由|待)[^。；，]{{0,24}}[，,]其[余他]?(?:的)?(?P<at>(?P<rest>{_N})(?P=unit))",
    sign="其[余他]",
)
_SPLIT = Pattern("、|和|及|以及|与")
_OPEN = Pattern("等|部分|个别|少数")
_MOST_OFF = 2


def wrong_others(context: Context) -> Iterator[Odd]:
    """How many are said to be left, against all and those that are named."""
    for found in context.once(running_without_names).find(_LEFT, "heading", "paragraph"):
        if _OPEN.search(found.match["list"]):
            continue
        named = [name for name in _SPLIT.split(found.match["list"]) if name]
        right, stated = value_of(found.match["all"]) - len(named), value_of(found.match["rest"])
        if stated != right > 0 and abs(stated - right) <= _MOST_OFF:
            yield Odd(found.at("at"), f"{right}{found.match['unit']}", [found.at("all"), found.at("list")])
