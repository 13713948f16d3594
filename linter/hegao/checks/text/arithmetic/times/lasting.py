"""How long things last and when (起止与时长), where words stand between: 5月11日至15日举行，为期六天 (norms FIG-16, DAT-11)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.phrases.clock_times import clock_times
from hegao.phrases.numbers import value_of
from hegao.phrases.ranges import find_ranges, first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_N = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})"
_DAYS_LONG = Scanner(
    rf"(?:\d{{1,2}}时)?[^，。；\d]{{0,20}}[，（(]?[^，。；\d]{{0,6}}?(?:为期|历时|会期|共计?|前后共?|持续|展期|会展期)(?:为)?{_N}[天日](?![前内后])",
    sign=r"[期时共计后续]为?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[天日]",
)
_HOURS_LONG = Scanner(r"(?:历时|用时|时长|为时|持续|耗时|会期|会议时间)(?:约)?(?P<n>\d{1,2}(?:\.\d)?|[一二两三四五六七八])(?P<half>个半)?个?(?P<half2>半)?小时(?P<rest>\d{1,2}分)?")
_MONTH = r"20\d\d年\d{1,2}月"
#: 建设工期18个月，自2026年3月开工，2027年8月完工.
_MONTHS_LONG = Scanner(
    rf"(?:工期|周期|建设期|服务期|期限|试点期|为期|有效期)(?:为|共|[:：])?(?P<n>\d{{1,2}})个月[，,（(][^。；\d]{{0,10}}(?P<a>{_MONTH})(?:\d{{1,2}}日)?[^。；\d]{{0,10}}(?P<b>{_MONTH})"
    rf"|(?P<c>{_MONTH})(?:\d{{1,2}}日)?[^。；\d]{{1,12}}(?P<d>{_MONTH})(?:\d{{1,2}}日)?[^。；\d]{{0,10}}[，,（(](?:总)?(?:工期|历时|为期|建设期|周期|服务期)(?:为|共)?(?P<m>\d{{1,2}})个月"
)
_MONTHS_SAID = Scanner(r"(?:为期|历时|共|期限|时间)[^，。；]{0,3}个月")
#: 创办于1956年，2026年迎来建校70周年.
_ANNIVERSARY = Scanner(r"(?:创办|成立|创建|建立|始建|组建|建校|建成|设立|创刊|建院)于?(?P<from>(?:19|20)\d\d)年[^。；]{0,24}?(?P<to>20\d\d)年[^。；\d]{0,16}?(?P<n>\d{1,3})周年")
#: 任期五年，自2021年12月起至2026年12月止.
_YEARS_LONG = Scanner(
    rf"(?:任期|建设期|服务期|合作期|租期|聘期|周期|为期|期限|委托期)(?:为|共)?(?P<n>\d{{1,2}}|[一二两三四五六七八九十])年[，,（(][^。；\d]{{0,8}}(?P<a>{_MONTH})(?:\d{{1,2}}日)?起?[，,]?[至到](?P<b>{_MONTH})(?:\d{{1,2}}日)?[止底]?"
)
#: 自3月1日起至5月31日止，为期三个月.
_MONTHS_OF_DAYS = Pattern(r"[止底]?[）)]?(?:[^，。；\d]{1,16}(?=[，（]))?[，,（(]?(?:为期|历时|共计?|期限为?|时间为?)(?P<n>\d{1,2}|[一二两三四五六七八九十])个月")
#: 自9月8日开班，9月12日结束，共计5天.
_BEGAN_ENDED = Scanner(
    r"(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日[^，。；\d]{0,4}(?:开班|开始|开幕|开赛|启动|开展|报到|起|出发)[，,]?(?:至|到|于)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日[^，。；\d]{0,4}(?:结束|结业|闭幕|收官|完成|止|返程|离会|返回)[，,](?:共计?|为期|历时|前后|总计|会期)(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})[天日]"
)
#: Hours and minutes, whatever they are of.
_CLOCK = Pattern(r"\d{1,2}[:：]\d{2}|\d{1,2}[时点]")
_FIGURES = Pattern(r"\d+")
_YEAR = 2024


def wrong_spans(context: Context) -> Iterator[Amiss]:
    """Lengths that the days, times, months or years said with them contradict."""
    text = context.once(running)
    year = context.document.issued.year if context.document.issued else _YEAR
    for passage, value in text.bearing(_DAYS_LONG, "heading", "paragraph"):
        for days in find_ranges(value):
            said = _DAYS_LONG.pattern.match(value, days.end)
            begin, end = first_day(days.first, year), days.last.last(year)
            if said is None or begin is None or end is None or days.first.day is None or days.last.day is None or end < begin:
                continue
            between = (end - begin) // datetime.timedelta(days=1)
            if value_of(said["n"]) != between + 1:
                # A day of coming or going may be left out.
                sure = value_of(said["n"]) != between
                yield Amiss(passage.slice(said.start("n"), said.end()), f"{between + 1}天", passage.slice(days.start, days.end), sure)
    for found in text.find(_BEGAN_ENDED, "heading", "paragraph"):
        numbers = [int(found.match[name]) for name in ("m1", "d1", "m2", "d2")]
        try:
            lasts = (datetime.date(year, numbers[2], numbers[3]) - datetime.date(year, numbers[0], numbers[1])).days + 1
        except ValueError:
            continue
        if lasts > 1 and value_of(found.match["n"]) not in (lasts, lasts - 1):
            yield Amiss(found.at("n"), f"{lasts}天", found.at("m2"))
    for found in text.find(_HOURS_LONG, "heading", "paragraph"):
        value, match = found.match.string, found.match
        begin_at = max(value.rfind(mark, 0, match.start()) for mark in "。；") + 1
        times = [time for time in clock_times(value[begin_at : match.start()])]
        if len(times) == len(_CLOCK.findall(value, begin_at, match.start())) == 2 and not times[1].next_day and times[0].minutes < times[1].minutes:
            lasts = times[1].minutes - times[0].minutes
            amount = float(match["n"]) if match["n"][0].isdigit() else float(value_of(match["n"]))
            said_minutes = round((amount + (0.5 if match["half"] or match["half2"] else 0)) * 60) + int((match["rest"] or "0").rstrip("分"))
            if said_minutes != lasts:
                yield Amiss(found.at(), f"{lasts // 60}小时" + (f"{lasts % 60}分钟" if lasts % 60 else ""), found.passage.slice(begin_at + times[1].start, begin_at + times[1].end))
    for found in text.find(_MONTHS_LONG, "heading", "paragraph"):
        names = ("n", "a", "b") if found.match["n"] else ("m", "c", "d")
        (first_year, first), (last_year, last) = (map(int, _FIGURES.findall(found.match[name])) for name in names[1:])
        months = (last_year - first_year) * 12 + last - first
        if months > 0 and int(found.match[names[0]]) not in (months, months + 1):
            yield Amiss(found.at(names[0]), f"{months + 1}", found.at(names[2]))
    for found in text.find(_YEARS_LONG, "heading", "paragraph"):
        (first_year, first), (last_year, last) = (map(int, _FIGURES.findall(found.match[name])) for name in ("a", "b"))
        months = (last_year - first_year) * 12 + last - first
        if months > 0 and value_of(found.match["n"]) * 12 not in (months, months + 1):
            yield Amiss(found.at("n"), f"{(months + 1) // 12}", found.at("b"))
    for passage, value in text.bearing(_MONTHS_SAID, "heading", "paragraph"):
        for days in find_ranges(value):
            said = _MONTHS_OF_DAYS.match(value, days.end)
            begin, end = first_day(days.first, year), days.last.last(year)
            if said is None or begin is None or end is None or days.first.day is None or days.last.day is None or end < begin:
                continue
            after = end + datetime.timedelta(days=1)
            months = (after.year - begin.year) * 12 + after.month - begin.month
            if after.day == begin.day and months != value_of(said["n"]):
                yield Amiss(passage.slice(said.start("n"), said.end()), f"{months}个月", passage.slice(days.start, days.end))
    for found in text.find(_ANNIVERSARY, "heading", "paragraph"):
        years = int(found.match["to"]) - int(found.match["from"])
        if years > 0 and int(found.match["n"]) != years and abs(int(found.match["n"]) - years) > 1:
            yield Amiss(found.at("n"), str(years), found.at("to"))
