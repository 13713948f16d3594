"""A year told twice in a row of years (年份重复): 2025年2200万元、2025年1500万元 (norm DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text


class Repeated(NamedTuple):
    """A year that stands where another one should: its place, what it says, the first time it stands."""

    at: Text
    written: str
    other: str
    there: Text


_ITEM = r"(?:到|在|于)?(?P<year{0}>20\d\d年底?)(?P<words{0}>[^\d，。；、]{{0,10}}?)(?P<head{0}>，[^\d，。；、]{{2,10}}?)?(?P<amount{0}>\d[\d,.]*)(?P<unit{0}>[^\d，。；、:：]{{1,10}})"
#: Two items side by side with one year, one wording and one unit.
_TWICE = Scanner(
    rf"{_ITEM.format(1)}[，、；](?:到|在|于)?(?P<year2>(?P=year1))(?P<words2>(?P=words1))(?P<head2>，[^\d，。；、]{{2,10}}?)?(?P<amount2>\d[\d,.]*)(?P<unit2>(?P=unit1))(?:(?<=[元里个人次家户座处吨])|(?![^\d，。；、:：]))",
    sign=r"(?P<y>20\d\d年)[^。]{3,40}(?P=y)",
)
_YEAR = Pattern(r"20\d\d年")
_PART = Pattern(r"其中|分别|占|第[一二三四]|[上下]半年|季度|截至")


def repeated_years(context: Context) -> Iterator[Repeated]:
    """Two items of one sentence that give one year two figures of one kind; a third tells another year, or the text that years are told."""
    for found in context.once(running).find(_TWICE, "heading", "paragraph"):
        value, match = found.passage.value, found.match
        begin = value.rfind("。", 0, match.start()) + 1
        stop = value.find("。", match.end())
        sentence = value[begin : stop if stop >= 0 else len(value)]
        if _PART.search(sentence, match.start() - begin) or match["amount1"] == match["amount2"] or (match["head1"] or "") != (match["head2"] or ""):
            continue
        several = set(_YEAR.findall(sentence))
        if len(several) > 1 or "到" in match[0][:1]:
            yield Repeated(found.at("year2"), match["year2"], match["year1"], found.at("year1"))
