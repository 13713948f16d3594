"""Clock times that no clock shows, and ranges that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.document.model import Table
from hegao.phrases.clock_times import ClockRange, clock_ranges, clock_times
from hegao.phrases.told_spans import HOUR, JOINT, moments
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

#: What every clock time has: a colon between digits, or 时 or 点 behind one.
_SIGNS = Scanner(r"\d(?:[:：]\d\d|时|点(?!\d(?!\d?分)))", sign=r"[:：时点](?<=\d.)")
#: What stands before two figures that are no times: scores, rates, scales.
_RATE = Pattern(r"(?:比例|比分|比为|配比|按|坡比|比率)[^，。；]{0,4}$")


#: Halves of the day in which no hour beyond noon lies: 上午14:30.
_BEFORE_NOON = ("上午", "凌晨", "清晨")
_NOON, _MIDNIGHT = 12, 24


def timed_passages(context: Context) -> tuple[tuple[Text, str, tuple[ClockRange, ...]], ...]:
    """The passages of the running text that tell clock times, as texts and as strings, with the ranges of times in them."""
    return tuple((text, value, tuple(clock_ranges(value))) for text, value in context.once(running).bearing(_SIGNS))


def impossible_times(context: Context) -> Iterator[Text]:
    """The times of day in the running text that do not exist: 25:00, 14:60, 次日26:00, 上午14:30."""
    places: set[tuple[int, int]] = set()
    for text, value, ranges in context.once(timed_passages):
        told: set[int] = set()
        several = [time for found in ranges for time in (found.first, found.last)]
        for time in (*several, *clock_times(value)):
            at = next((index for index in range(time.start, time.end) if value[index].isdigit()), time.start)
            beside = not time.exists or time.half in _BEFORE_NOON and _NOON < time.hour < _MIDNIGHT
            if beside and time.hour <= 60 and at not in told and not _RATE.search(value[: time.start]):
                told.add(at)
                places.add((text.slice(at, at + 1).line, text.slice(at, at + 1).span().column))
                yield text.slice(time.start, max(time.end, at + 1))
    yield from (at for at in _beyond_the_hour(context) if (at.line, at.span().column) not in places)


#: 末班19:70: hours of a day with minutes that no hour has; not the share of two in a hundred (20:80).
_NO_MINUTE = Scanner(r"(?<![\d.:：])(?P<hour>[01]?\d|2[0-4])[:：](?P<minute>[6-9]\d)(?![\d.:：])", sign=r"[:：][6-9]\d")
_BY_THE_CLOCK = Pattern(r"(?<![\d.:：])(?:[6-9]|1\d|2[0-3])[:：][0-5]\d(?![\d:：])")
_HUNDRED = 100
#: 8:00、24:30: beside a time of day another that no day has.
_NO_HOUR = Scanner(
    r"(?<![\d.:：])(?:[01]?\d|2[0-3])[:：][0-5]\d(?:、|和|及|或)(?P<late>(?:24[:：](?:0[1-9]|[1-9]\d)|(?:2[5-9]|[3-9]\d)[:：]\d\d))(?![\d.:：])"
    r"|(?<![\d.:：])(?P<early>(?:24[:：](?:0[1-9]|[1-9]\d)|(?:2[5-9]|[3-9]\d)[:：]\d\d))(?:、|和|及|或)(?:[01]?\d|2[0-3])[:：][0-5]\d(?![\d.:：])",
    sign=r"(?:2[4-9]|[3-9]\d)[:：]\d\d",
)


def _beyond_the_hour(context: Context) -> Iterator[Text]:
    """Such times, in a document that tells others by the clock."""
    text = context.once(running)
    for found in text.find(_NO_MINUTE) if _BY_THE_CLOCK.search(text.text) else ():
        share = int(found.match["hour"]) + int(found.match["minute"]) == _HUNDRED
        if not share and not _RATE.search(found.passage.value[: found.match.start()]):
            yield found.at()
    for found in text.find(_NO_HOUR):
        group = "late" if found.match["late"] else "early"
        if not _RATE.search(found.passage.value[: found.match.start()]):
            yield found.at(group)


#: 第五季度: a year has four.
_QUARTER = Scanner(r"(?<=年)第?[五六七八九5-9]季度|第[五六七八九5-9]季度(?!末月)")


def impossible_quarters(context: Context) -> Iterator[Text]:
    """The quarters of a year beyond the fourth."""
    return (found.at() for found in context.once(running).find(_QUARTER))


#: 每月营业不少于32日: more than the time has; 每年不少于90日 is fine.
_COUNT_OF_TIME = Scanner(r"每(?P<of>[年月周天日])[^，。；：\d每]{0,12}?(?P<n>\d{2,3})(?P<unit>个月|[日天](?!常|均|内|[前之后])|小时)", sign="每[年月周天日]")
#: How many of a unit a time has at most.
_AT_MOST = {("年", "个月"): 12, ("年", "日"): 366, ("年", "天"): 366, ("月", "日"): 31, ("月", "天"): 31, ("周", "日"): 7, ("周", "天"): 7, ("周", "小时"): 168, ("天", "小时"): 24, ("日", "小时"): 24}


def impossible_counts(context: Context) -> Iterator[Text]:
    """More days of each month, hours of each day and the like than these have."""
    for found in context.once(running).find(_COUNT_OF_TIME):
        most = _AT_MOST.get((found.match["of"], found.match["unit"]))
        # 每月32日 would be a day; 每月累计180小时 counts what several work.
        if most is not None and most < int(found.match["n"]) < 2 * most:
            yield found.passage.slice(found.match.start("n"), found.match.end("unit"))


def reversed_ranges(context: Context) -> Iterator[tuple[Text, ClockRange]]:
    """The ranges of clock times in the running text that end before they begin."""
    for text, value, ranges in context.once(timed_passages):
        for found in ranges:
            if found.reversed and not _RATE.search(value[: found.first.start]):
                yield text.slice(found.first.start, found.last.end), found


#: So many other cells show that a column is of the day.
_SIBLINGS = 3


def turned_by_day(context: Context) -> Iterator[tuple[Text, ClockRange]]:
    """The one range of a column that would run through the night (17:30—8:30), where all others end on the day on which they begin."""
    for table in context.document.of("table"):
        for index in range(len(table.columns)) if isinstance(table, Table) else ():
            cells = [row.cells[index] for row in table.rows if index < len(row.cells)] if isinstance(table, Table) else []
            told = [(cell, one) for cell in cells for one in clock_ranges(cell.value)]
            turned = [(cell, one) for cell, one in told if one.backward]
            if len(turned) == 1 and len(told) > _SIBLINGS and not any(one.dated or one.last.next_day for _cell, one in told):
                cell, one = turned[0]
                if not one.reversed and not _NIGHT.search(cell.value):
                    yield cell.slice(one.first.start, one.last.end), one


_NIGHT = Pattern(r"[夜晚]")


class Stepback(NamedTuple):
    """A step of a day that is told by an earlier time than the step before it: both, and whether more steps bear it out."""

    at: Text
    before: Text
    sure: bool


_FEWEST = 3
#: What is to be done before a time is no step of the day; nor is what goes on beside the others.
_BOUND = Pattern(r"(?:之|以)?前|起|止|以后|后(?!续)")
_APART = Pattern(r"其中|休会|分别|同时|或者?|每|提前|各自|另|原定|改为|调整")
_CLAUSE = Pattern(r"[^。；\n]+")


def steps_back(context: Context) -> Iterator[Stepback]:
    """The one time of a course of a day (8:30签到，9:00开幕，10:30结束) that goes back, in one sentence."""
    for text, value, _ranges in context.once(timed_passages):
        for clause in _CLAUSE.finditer(value):
            if _APART.search(clause[0]):
                continue
            steps = _steps(clause[0])
            odd = [index for index in range(1, len(steps)) if steps[index][0] < steps[index - 1][0]]
            if len(steps) < _FEWEST or len(odd) != 1:
                continue
            index = odd[0]
            rest = [[step for place, step in enumerate(steps) if place != out] for out in (index, index - 1)]
            if any(all(one[0] < two[0] for one, two in pairwise(several)) for several in rest):
                at, there = (text.slice(clause.start() + steps[place][1], clause.start() + steps[place][2]) for place in (index, index - 1))
                yield Stepback(at, there, len(steps) > _FEWEST)


def _steps(clause: str) -> list[tuple[int, int, int]]:
    """The times of a day in a clause, in minutes, each with its place; none where it tells of several days."""
    steps: list[tuple[int, int, int]] = []
    half = ""
    told = moments(clause)
    inner = {two.start for one, two in pairwise(told) if JOINT.fullmatch(clause, one.end, two.start)}
    for number, one in enumerate(told):
        if one.clock is None or number and (one.dated or one.month is not None):
            return []
        half = one.half or half
        minutes = one.clock + (_NOON * HOUR if not one.half and half in ("下午", "晚上", "晚") and one.clock < _NOON * HOUR else 0)
        if not _BOUND.match(clause, one.end) and one.start not in inner:
            steps.append((minutes, one.start, one.end))
    return steps


def say_time(found: ClockRange, last: bool) -> str:
    """One end of a range in the usual form."""
    time = found.last if last else found.first
    return f"{time.hour}:{time.minute:02d}"
