"""How often and on which days (频次、开放日): so many times a month against all the year, the days of the week that are named against their count, days told one
by one against how long they are said to last (norms TSK-14, FIG-16)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.phrases.dates import find_dates
from hegao.phrases.numbers import value_of
from hegao.sources.scanner import Scanner

_N = r"\d{1,3}|[一二两三四五六七八九十]{1,3}"
_IN_A_YEAR = {"月": 12, "季度": 4, "季": 4, "半年": 2, "周": 52, "两个月": 6, "双月": 6}
#: 每季度组织1次督查，全年不少于4次.
_YEARLY = Scanner(
    rf"每个?(?P<turn>月|季度?|半年|周|两个月|双月)[^，。；、每\d]{{0,16}}?(?P<bound>不少于|至少)?[^，。；、每\d]{{0,8}}?(?P<each>{_N})(?P<unit>[次期场轮])[^，。；、每\d]{{0,10}}[，,（(](?:全年|一年|年度|每年(?=共|合计|累计))(?:内)?"
    rf"(?P<more>不少于|至少|不低于)?(?:共计?|合计|累计|总计|计|组织|开展|召开|安排|不少于|至少|不低于)*(?P<said>(?P<all>{_N})(?P=unit))",
    sign="全年|一年|年度|每年",
)
#: 每周下乡2次，共13周，合计下乡26次.
_IN_TURNS = Scanner(
    r"每(?P<turn>周|月|天|日|季度|学期)[^，。；、每\d]{0,10}(?P<each>\d{1,3})(?P<unit>次|期|场|个?课时|个?学时|节|班|趟|组)[^。；每]{0,30}?(?:共|为期|历时|计|连续|培训)(?P<n>\d{1,3})个?(?P=turn)[^。；、每\d]{0,12}?(?:合计|共计?|总计|累计)[^，。；、\d]{0,8}"
    r"(?P<said>(?P<all>\d{1,4})(?P=unit))",
    sign=r"每[周月天日季学][^。]*(?:共|计)",
)
_DAYS = "一二三四五六日"
_DAY = r"(?:周|星期)[一二三四五六日天]"
#: 每周二至周日9:00—17:00开放，每周开放6天; 每周二、周四开放，每周开放2天.
_OPEN = Scanner(
    rf"(?P<days>(?<=每){_DAY}(?:(?:、|和|及){_DAY})+|{_DAY}(?:至|到|—){_DAY})[^。；]{{0,40}}?(?:每周|一周)[^，。；、\d]{{0,8}}?(?P<said>(?P<n>[1-7一二两三四五六七])[天日])(?!前|内|次)"
    rf"|(?:每周|一周)[^，。；、\d周]{{0,8}}?(?P<said2>(?P<n2>[1-7一二两三四五六七])[天日])[，,（(：:][^。；]{{0,12}}?(?P<days2>{_DAY}(?:(?:、|和|及){_DAY})+|{_DAY}(?:至|到|—){_DAY})",
    sign=r"周[^。；]*[1-7一二两三四五六七][天日]",
)
#: 周一至周五每日工作8小时，每周工作40小时.
_WEEKLY = Scanner(
    rf"(?P<days>{_DAY}(?:至|到|—){_DAY})[^。；]{{0,16}}?每[日天][^，。；\d]{{0,8}}(?P<each>\d{{1,2}}(?:\.5)?)个?小时[，,][^。；\d]{{0,4}}每周[^，。；\d]{{0,8}}(?P<said>(?P<all>\d{{1,3}}(?:\.5)?)个?小时)"
)
#: 活动为期3天：4月24日开幕，4月25日竞赛，4月26日闭幕.
_LASTS = Scanner(rf"(?:为期|会期|共|历时)(?P<said>(?P<n>{_N})[天日])[，,：:][^。]*?日[^。]*?日", sign=r"[期共时](?:\d{1,2}|[一二两三四五六七])[天日]")
_MOST = 10
_KINDS = ("heading", "paragraph")


def wrong_frequencies(context: Context) -> Iterator[Amiss]:
    """Counts of times and days that what is told beside them contradicts."""
    text = context.once(running)
    for found in text.find(_YEARLY, *_KINDS):
        yield from _yearly(found)
    for found in text.find(_IN_TURNS, *_KINDS):
        right = int(found.match["each"]) * int(found.match["n"])
        if right != int(found.match["all"]):
            yield Amiss(found.at("said"), f"{right}{found.match['unit']}", found.at("each"))
    for found in text.find(_OPEN, *_KINDS):
        said, days, count = ("said", "days", "n") if found.match["n"] else ("said2", "days2", "n2")
        named = _named(found.match[days])
        if named and named != value_of(found.match[count]):
            yield Amiss(found.at(said), f"{named}天", found.at(days))
    for found in text.find(_WEEKLY, *_KINDS):
        hours = _named(found.match["days"]) * float(found.match["each"])
        if hours and hours != float(found.match["all"]):
            yield Amiss(found.at("said"), f"{hours:g}小时", found.at("each"))
    for found in text.find(_LASTS, *_KINDS):
        yield from _one_by_one(found, context)


def _yearly(found: Found) -> Iterator[Amiss]:
    right = value_of(found.match["each"]) * _IN_A_YEAR[found.match["turn"]]
    said = value_of(found.match["all"])
    # At least once a month may well be more in all; less it cannot be.
    at_least = bool(found.match["bound"]) and not found.match["more"]
    # As many times a year as a month is of something else.
    if said not in (right, value_of(found.match["each"])) and (said < right or not at_least) and not (found.match["turn"] == "周" and 48 <= said / value_of(found.match["each"]) <= 53):
        yield Amiss(found.at("said"), f"{right}{found.match['unit']}", found.at("each"), right / 3 <= said <= right * 3)


def _named(days: str) -> int:
    """How many days of the week are named; 0 where they are told backwards."""
    told = [_DAYS.index(one.replace("天", "日")) for one in days if one in _DAYS + "天"]
    if any(mark in days for mark in "至到—"):
        return told[-1] - told[0] + 1 if len(told) == 2 and told[-1] > told[0] else 0
    return len(told) if told == sorted(set(told)) else 0


def _one_by_one(found: Found, context: Context) -> Iterator[Amiss]:
    """Days told one after the other, each the next of the one before."""
    value = found.match.string
    end = value.find("。", found.match.end("said"))
    year = context.document.issued.year if context.document.issued else 2025
    told = value[found.match.end("said") : end if end >= 0 else len(value)]
    days = sorted({day for phrase in find_dates(told) if (day := phrase.date(year)) is not None})
    each = len(days) > 1 and len(days) == (days[-1] - days[0]).days + 1 <= _MOST and "至" not in told and "—" not in told
    if each and value_of(found.match["n"]) != len(days) and not ("报到" in told and value_of(found.match["n"]) == len(days) - 1):
        yield Amiss(found.at("said"), f"{len(days)}天", found.passage.slice(found.match.end("said"), found.match.end("said") + 1), days[-1] - days[0] > datetime.timedelta(1))
