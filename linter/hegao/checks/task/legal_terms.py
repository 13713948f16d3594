"""Terms that the law bounds (法定期限): opinions of the public are asked for 30 days, what is public is published within 20 working days (norms TSK-19, NOR-07, NOR-12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import bodies
from hegao.checks.task.plan_deadlines import Clash
from hegao.phrases.numbers import value_of
from hegao.phrases.ranges import find_ranges, first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

#: How long, in days or working days, in weeks or months.
_LENGTH = r"(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个?工作日|个?自然日|[日天]|个?(?:星期|周)|个月)"
_WORKING = 7 / 5
_DAYS = {"星期": 7, "周": 7, "个月": 30}
#: 公开征求意见, and that what is decided is a decision of weight.
_ASKED = Scanner(r"(?:征求|征集|听取)[^。；，]{0,8}意见|公开征集", sign="意见|征集")
_WEIGHTY = Pattern("重大[^，。；]{0,6}决策|决策草案")
_LEAST_ASKED = 30
#: Days of another step; opinions of departments are no opinions of the public.
_LENGTHS = Pattern(rf"(?<![前后晚早第])(?<!起)(?<!\d){_LENGTH}(?![内前])")
_EXCUSED = Pattern("紧急|缩短|说明(?:理由|情况)|不少于30|不得少于30")
#: 自形成之日起60个工作日内公开.
_PUBLISHED = Scanner(rf"(?:形成|制作|印发|制定|变更|签发|公布|出台)[^。；，]{{0,6}}(?:之日)?(?:起|后)的?，?{_LENGTH}(?:之|以)?内[^。；]{{0,40}}?(?:公开|公布|发布|上网)", sign="公开|公布|发布|上网")
_PUBLIC = Pattern("规范性文件|政府信息|政务公开|主动公开|门户网站|政府网站|官网")
_MOST_PUBLISHED, _MOST_PUBLISHED_DAYS = 20, 30
#: 合法性审核时间为2个工作日.
_REVIEWED = Scanner(rf"合法性审[核查][^。；]{{0,24}}?{_LENGTH}", sign="合法性审")
_LEAST_REVIEWED, _MOST_REVIEWED = 5, 15




def beyond_law(context: Context) -> Iterator[Clash]:
    """The terms that are shorter or longer than the law has them."""
    yield from _asked(context)
    text = context.once(bodies)
    for found in text.find(_PUBLISHED):
        match = found.match
        most = _MOST_PUBLISHED if "工作日" in match["unit"] else _MOST_PUBLISHED_DAYS
        if _PUBLIC.search(match.string) and not re.search("申请|法律", match[0]) and (_days(match) if "工作日" not in match["unit"] else value_of(match["count"])) > most:
            at = found.passage.slice(match.start("count"), match.end("unit"))
            yield Clash("law", "政府信息公开", at, at.value, "自形成或者变更之日起20个工作日内", at)
    for found in text.find(_REVIEWED):
        match = found.match
        if "工作日" in match["unit"] and not _LEAST_REVIEWED <= value_of(match["count"]) <= _MOST_REVIEWED:
            at = found.passage.slice(match.start("count"), match.end("unit"))
            yield Clash("law", "合法性审核", at, at.value, "一般5至15个工作日", at)


def _asked(context: Context) -> Iterator[Clash]:
    """Opinions on a decision of weight asked for less than 30 days."""
    for found in context.once(bodies).find(_ASKED):
        value = found.match.string
        if not _WEIGHTY.search(value) or _EXCUSED.search(value):
            continue
        begin = value.rfind("。", 0, found.match.start()) + 1
        end = next((at for at in [value.find("。", found.match.end())] if at >= 0), len(value))
        for span in find_ranges(value[begin:end]):
            first, last = first_day(span.first, span.last.year), span.last.last(span.first.year)
            if span.first.day is not None and first is not None and last is not None and 0 < (last - first).days + 1 < _LEAST_ASKED - 1:
                at = found.passage.slice(begin + span.start, begin + span.end)
                yield Clash("law", "公开征求意见", at, at.value, "一般不少于30日", at)
                break
        else:
            match = _LENGTHS.search(value, found.match.end(), end)
            if match is not None and _days(match) < _LEAST_ASKED - 1:
                at = found.passage.slice(*match.span())
                yield Clash("law", "公开征求意见", at, at.value, "一般不少于30日", at)


def _days(match: re.Match[str]) -> float:
    unit = match["unit"].removeprefix("个") if match["unit"] != "个月" else "个月"
    return value_of(match["count"]) * (_WORKING if unit == "工作日" else _DAYS.get(unit, 1))
