"""Spans told by name and by their ends (几年行动与起止年、年龄与出生日期、周年): 三年行动计划（2026—2028年） (norms FIG-16, DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.phrases.numbers import value_of
from hegao.sources.scanner import Scanner

_KINDS = ("title", "heading", "paragraph", "row", "entry", "attachment", "note")
_N = r"(?P<n>[一二两三四五六七八九十]|\d{1,2})"
#: 三年行动计划（2026—2028年）; 规划期为2026年至2035年，规划期限10年.
_YEARS = Scanner(
    rf"(?<![第\d]){_N}年(?:(?!来|内|前|后|间|以|级|制|度)[^，。；（）()《》\d]){{2,18}}[（(](?P<span>(?P<a>20\d\d)年?[—－～~至-]{{1,2}}(?P<b>20\d\d)年?)[）)]"
)
#: 18周岁以上、35周岁以下（1990年3月1日至2008年3月1日期间出生）.
_AGES = Scanner(
    r"(?P<n>\d{2})周?岁(?:及)?以上[，、]?(?:且)?(?P<m>\d{2})周?岁(?:及)?以下[（(](?P<span>(?P<a>(?:19|20)\d\d)年[^）)至到]{0,8}(?:至|到|[—－～~-]{1,2})(?P<b>(?:19|20)\d\d)年[^）)]{0,16}出生)[^）)]{0,6}[）)]"
)


#: 创办于1956年，2026年迎来建校70周年.
_ANNIVERSARY = Scanner(r"(?:创办|成立|创建|建立|始建|组建|建校|建成|设立|创刊|建院)于?(?P<from>(?:19|20)\d\d)年[^。；]{0,24}?(?P<to>20\d\d)年[^。；\d]{0,16}?(?P<n>\d{1,3})周年")


def wrong_named_spans(context: Context) -> Iterator[Amiss]:
    """The spans whose ends tell another length than their name."""
    text = context.once(running)
    for found in text.find(_YEARS, *_KINDS):
        yield from _years(found)
    for found in text.find(_AGES, *_KINDS):
        first, last, least, most = (int(found.match[name]) for name in ("a", "b", "n", "m"))
        if not most - least - 1 <= last - first <= most - least + 1:
            yield Amiss(found.at("span"), f"相隔{most - least}年", found.at("m"))
    for found in text.find(_ANNIVERSARY, "heading", "paragraph"):
        years = int(found.match["to"]) - int(found.match["from"])
        if years > 0 and abs(int(found.match["n"]) - years) > 1:
            yield Amiss(found.at("n"), str(years), found.at("to"))


def _years(found: Found) -> Iterator[Amiss]:
    years = int(found.match["b"]) - int(found.match["a"]) + 1
    said = value_of(found.match["n"])
    if years > 1 and years != said and abs(years - said) <= max(2, said // 2):
        # From the middle of one year to that of another a plan touches one year more.
        sure = years != said + 1
        yield Amiss(found.at("span"), f"{said}年", found.at("n"), sure)
