"""So many, so much each, so much in all (每…共…), read by the counter that both bear (norms FIG-16).

组建4支队伍，每支15人，共60人; 线路6条，车辆18辆，平均每条3辆; 四家单位各1名，共4人; 每日抽查5个，8天累计40个.  How many there are is told by the
same counter in the sentence, by the list before 各, or by the days of a period.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.text.arithmetic.figure_sentences import shown
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_N = r"\d{1,7}(?:\.\d{1,2})?"
_HAN = "[\u3400-\u9fff]"
_COUNTERS = "个名支期组条座所家台辆户班场份批轮处项件队校村镇乡县市区日天"
#: 每支15人, 平均每条线路3辆; not 每人每月.
_EACH = Scanner(rf"(?P<mean>平均)?每(?P<counter>[{_COUNTERS}])(?P<noun>[^，。；：、（）\d每]{{0,10}}?)(?P<bound>不少于|不低于|至少)?(?P<each>{_N})(?P<unit>(?:万|亿)?{_HAN})", sign=rf"每[{_COUNTERS}][^，。；：、（）\d每]{{0,14}}\d")
_ALL = r"[^。；]{{0,40}}?(?:共计?|合计|总计|一共|累计|总共){}(?P<all>{})(?P<unit>{})(?!次)"
_BOUND = r"(?:[^，。；：、\d]{0,6}?)(?:不少于|不低于|至少)?"
_COUNT = r"(?<![\d.第各])(?P<n>\d{{1,4}}|[两二三四五六七八九十]{{1,3}})个?(?:工作)?{}(?!以上|左右|多|级|次)"
#: 10月1日至10月8日: how many days.
_PERIOD = Pattern(r"(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日(?:至|—|～)(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日")
#: Further factors, and what makes the sum another one.
_FACTORS = Pattern(r"每[年月周季人]|[年月周]均|不超过|不高于|上限|封顶|分别|其余|另|以上|以下|左右|约|[～~—]\d|第[一二三四五]|昼夜|日夜|早晚|[两三四]班")
_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")
_REACH, _NEAR = 90, 6


def wrong_each_times(context: Context) -> Iterator[Odd]:
    """Sums and averages that are not so many times what each has."""
    text = context.once(running_without_names)
    for found in text.find(_EACH, "heading", "paragraph"):
        odd = _mean(found) if found.match["mean"] else _in_all(found)
        if odd is not None:
            yield odd
    for pattern, count in ((_EACH_OF, _named), (_SO_MANY, _said)):
        for found in text.find(pattern, "heading", "paragraph"):
            right = Decimal(count(found.match) * _each(found.match))
            if right and right != Decimal(found.match["all"]) and _LEAST <= Decimal(found.match["all"]) / right <= _MOST:
                yield Odd(found.at("all"), f"{right:f}", [found.at("each")])


#: 甲厅、乙厅、丙局各1名，共3人.
_EACH_OF = Scanner(rf"(?P<list>{_HAN}{{2,16}}(?:、{_HAN}{{2,16}}){{1,12}})各(?:选派|安排|推荐|派)?(?P<each>\d{{1,3}})(?P<unit>[名人个家件份辆台])[^，。；\d]{{0,8}}，?(?:共计?|合计)(?P<all>\d{{1,4}})[名人个家件份辆台]", sign=r"各[\u3400-\u9fff]{0,2}\d{1,3}[名人个家件份辆台]")
#: 每校1名，18所学校共18人.
_SO_MANY = Scanner(rf"(?P<list>(?:\d{{1,3}}[名人]、[^，。；：、\d]{{1,10}}){{0,6}})(?<![各\d])(?P<each>\d{{1,3}})[名人]，(?P<n>\d{{1,3}})[所个家支]{_HAN}{{1,8}}共(?P<all>\d{{1,4}})[名人](?!次)")
_AND = Pattern("和|及|以及")


_LISTED = Pattern(r"\d{1,3}(?=[名人])")


def _each(match: re.Match[str]) -> int:
    """How many each has: 每个赛项设一等奖1名、二等奖2名、三等奖3名 has six."""
    return int(match["each"]) + (sum(int(one[0]) for one in _LISTED.finditer(match["list"])) if "n" in match.groupdict() else 0)


def _named(match: re.Match[str]) -> int:
    """How many names a list has; 0 where that is not certain."""
    names = match["list"].split("、")
    return 0 if "等" in match["list"] or any(_AND.search(name) or "各" in name for name in names) else len(names)


def _said(match: re.Match[str]) -> int:
    return int(match["n"])


def _in_all(found: Found) -> Odd | None:
    """每支15人，共60人."""
    match, value = found.match, found.match.string
    whole = re.compile(_ALL.format(_BOUND if match["bound"] else r"[^，。；：、\d]{0,6}?", _N, match["unit"])).match(value, match.end())
    begin = value.rfind("。", 0, match.start()) + 1
    if whole is not None and _ANOTHER.search(value, begin, match.start()) is not None and "。" not in value[match.end() : whole.start("all")]:
        # 一等奖2名，每名5000元；二等奖4名，每名3000元，共计22000元: the sum is of all of them.
        return None
    if whole is None or "各" in match["noun"] or _FACTORS.search(value, match.end(), whole.end()):
        return None
    each, stated = Decimal(match["each"]), Decimal(whole["all"])
    counts = _counts(found, whole.end())
    if len(counts) > 1:
        # 低保户120户、特困户30户，每户……: all of them together.
        counts = [*counts, sum(counts, Decimal(0))]
    # What lies between may be the count of all: 每组6人，3组共18人.
    if not each or not counts or any(count * each == stated for count in counts):
        return None
    right = counts[-1] * each
    meant = right and (_LEAST <= stated / right <= _MOST or slipped(stated, right) or slipped(each, stated / counts[-1]))
    if not meant or not _same_kind(match, whole):
        return None
    return Odd(found.passage.slice(whole.start("all"), whole.end("unit")), f"{right:f}{match['unit']}", [found.at("each")])


_ANOTHER = Pattern(rf"每[{_COUNTERS}][^，。；：、\d每]{{0,12}}{_N}")


def _same_kind(match: re.Match[str], whole: re.Match[str]) -> bool:
    """Whether nothing else of the unit is told between what each has and the sum."""
    return match["unit"] not in match.string[match.end() : whole.start("all")] and "每" not in match.string[match.end() : whole.start("all")]


def _mean(found: Found) -> Odd | None:
    """线路6条，投入车辆18辆，平均每条3辆."""
    match, value = found.match, found.match.string
    begin = max(value.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
    totals = list(re.finditer(rf"(?<![\d.])(?P<all>{_N}){match['unit']}", value[begin : match.start()]))
    if not totals or len({one["all"] for one in totals}) > 1 or _FACTORS.search(value, begin, match.start()):
        return None
    stated, each = Decimal(totals[-1]["all"]), Decimal(match["each"])
    counts = _counts(found, match.start())
    step = Decimal(1).scaleb(-len(match["each"].partition(".")[2]))
    if not counts or not each or any(count and abs(stated / count - each) < step for count in counts):
        return None
    right = stated / counts[-1] if counts[-1] else Decimal(0)
    if not right or not _LEAST <= each / right <= _MOST:
        return None
    return Odd(found.passage.slice(match.start("each"), match.end("unit")), f"{shown(right)}{match['unit']}", [found.passage.slice(begin + totals[-1].start(), begin + totals[-1].end())])


def _counts(found: Found, end: int) -> list[Decimal]:
    """How many there are of what each is spoken of: in the sentence, else told last before it."""
    match, value = found.match, found.match.string
    counter = match["counter"]
    begin = max(value.rfind(mark, 0, match.start()) for mark in "。\n") + 1
    days = [_days(period) for period in _PERIOD.finditer(value, begin, match.start())] if counter in "日天" else []
    if days:
        return [Decimal(days[-1])]
    pattern = re.compile(_COUNT.format("天" if counter in "日天" else counter))
    told = [one for one in pattern.finditer(value, begin, end) if one.start() < match.start("each") or one.start() >= match.end()]
    # 两县各建1个: how many that makes is told by the two.
    here = [Decimal(value_of(one["n"])) for one in told if "各" not in value[max(begin, one.start() - _NEAR) : one.start()]]
    if len(here) < len(told):
        return []
    if here or counter in "日天":
        return here
    # Before its sentence only what stands nearest, and for averages.
    before = [Decimal(value_of(one["n"])) for one in pattern.finditer(value, max(0, begin - _REACH), begin)]
    return before if match["mean"] and len({*before}) == 1 else []


def _days(period: re.Match[str]) -> int:
    """The days of a period, both ends counted; any year that is no leap year will do."""
    month = int(period["m1"])
    try:
        first = datetime.date(2025, month, int(period["d1"]))
        last = datetime.date(2025, int(period["m2"] or month), int(period["d2"]))
    except ValueError:
        return 0
    return (last - first).days + 1 if last > first else 0
