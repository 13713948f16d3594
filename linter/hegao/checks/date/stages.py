"""Stages (阶段) that follow one another: their times meet (norms TSK-09)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context, Hit, check
from hegao.checks.date.agendas import overlapping_items
from hegao.checks.date.cell_days import holes_in_rosters
from hegao.checks.date.clock_turns import overlapping_turns
from hegao.checks.date.listed_stages import StageTime, listed_stages, stage_range
from hegao.checks.date.own_day import reading_year
from hegao.checks.date.phases import PARALLEL, STAGES_PARALLEL, overlapping_phases
from hegao.checks.date.schedule_rows import roster_gaps
from hegao.checks.date.step_order import late_steps
from hegao.checks.date.timetable_rows import holes_between_rows, overlapping_rows
from hegao.checks.shared.passages import running
from hegao.document.model import Document, Heading, Numbering, Paragraph
from hegao.phrases.ranges import RangePhrase, first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Places, Text

_DAY = datetime.timedelta(days=1)


class _Stage(NamedTuple):
    """A stage with its time: the text to point at and the range."""

    at: Text
    first: datetime.date
    last: datetime.date
    whole_months: bool


#: The time of a stage in brackets behind its name, and the name itself.
_STAGE = Pattern(
    r"阶段[^（(，。；]{0,16}[（(](?P<time>[^（）()]{2,40})[）)]|第[一二三四五六七八九十]步[^（(，。；]{0,16}[（(](?P<step>[^（）()]{2,40})[）)]"
    r"|第[一二三四五六七八九十][步轮][^（(，。；\d]{0,16}[，：:为](?P<walked>(?:20\d\d年)?\d{1,2}月[^，。；：（）()]{2,36}?)(?=[，。；])"
    r"|阶段[。：:，]?(?:(?:起止|实施)?时间)?(?:为|是|：|:|自|从)?(?P<run>(?:20\d\d年)?\d{1,2}月[^，。；：（）()]{0,36}?)(?=[，。；]|起|止)"
    r"|阶段[^（(，。；：:]{0,16}[：:](?P<said>(?!第)[^，。；（）()]{4,40})(?=[，。；])|(?:^|[：，；。])(?P<named>[^，。；：（）()]{4,30})为[^，。；（）()]{0,12}阶段"
)
_STAGE_WORDS = ("阶段", "步", "轮安排", "轮进行", "轮开展", "轮实施", "轮推进")


@check("date-gap", {"document"}, facts=["first", "second", "fault"], faults=["gap", "perhaps", "roster", "timetable", "hole"])
def date_gap(node: Document, context: Context) -> Iterator[Hit]:
    """Stages (阶段) that follow one another overlap or leave a hole (TSK-09).

    Looked at: stages whose times stand in brackets behind their names, in headings numbered together or in one
    paragraph; phases told in other words are looked at for overlaps alone.  Two stages may share a day or a month; days
    off between them are no hole.
    """
    told = list(_misfitting(node, context))
    for hit in told:
        yield hit._replace(facts={"fault": "gap", **hit.facts})
    rows = [*roster_gaps(context), *overlapping_items(context)]
    for row in rows:
        yield Hit(row.at, {"first": row.above.value, "second": row.at.value, "fault": "gap"}, (row.above,))
    places = Places([*(hit.at.span() for hit in told), *(row.at.span() for row in rows)])
    for one in overlapping_phases(context):
        if not places.meet(one.at.span()):
            yield Hit(one.at, {"first": one.before.value, "second": one.at.value, "fault": "gap"}, (one.before,))
    for over in overlapping_rows(context):
        if not places.meet(over.at.span()):
            yield Hit(over.at, {"first": over.above.value, "second": over.at.value, "fault": "timetable"}, (over.above,))
    for hole in holes_between_rows(context):
        yield Hit(hole.at, {"first": hole.above.value, "second": hole.at.value, "fault": "hole"}, (hole.above,))
    for turn in overlapping_turns(context):
        if not places.meet(turn.at.span()):
            yield Hit(turn.at, {"first": turn.above.value, "second": turn.at.value, "fault": "timetable"}, (turn.above,))
    for before, at in holes_in_rosters(context):
        if not places.meet(at.span()):
            yield Hit(at, {"first": before.value, "second": at.value, "fault": "roster"}, (before,))


def _misfitting(node: Document, context: Context) -> Iterator[Hit]:
    """The stages whose times do not meet."""
    yield from _periods(context)
    for late in context.once(late_steps):
        if late.overlaps:
            yield Hit(late.at, {"first": late.other, "second": late.written}, (late.there,))
    year = reading_year(node)
    for times in context.once(_listed):
        yield from _misfits(times, year)
    done: set[Numbering] = set()
    for found in node.of("heading", "paragraph"):
        if isinstance(found, Heading):
            if found.numbering not in done:
                done.add(found.numbering)
                group = found.numbering.headings
                times = _times_of(group) if len(group) > 1 else _stage_times(found.body)
                yield from _misfits(times, year, len(times) > 1 and _are_events(heading.body for heading in group))
        elif isinstance(found, Paragraph):
            times = _stage_times(found.text)
            yield from _misfits(times, year, len(times) > 1 and _are_events([found.text]))


def _listed(context: Context) -> tuple[list[StageTime], ...]:
    """Lists of stages, of whose boundaries nearly all meet."""
    return tuple(times for times in listed_stages(context.document) if len(times) > 1 and _mostly_meet(times))


#: 近期为2026年至2028年，远期为2029年至2035年.
_NEAR_AND_FAR = Scanner(
    r"近期[^，。；、\d]{0,8}(?P<near>20\d\d年?(?:至|到|[—～-]{1,2})(?P<last>20\d\d)年)[，、；]?远期[^，。；、\d]{0,8}(?P<far>(?P<first>20\d\d)年?(?:至|到|[—～-]{1,2})20\d\d年)"
)


def _periods(context: Context) -> Iterator[Hit]:
    """The near and the far period of a plan, of which the second begins the year after the first."""
    for found in context.once(running).find(_NEAR_AND_FAR):
        if int(found.match["first"]) != int(found.match["last"]) + 1:
            yield Hit(found.at("far"), {"first": found.match["near"], "second": found.match["far"]}, (found.at("near"),))


def _times_of(group: Sequence[Heading]) -> list[StageTime]:
    """The times of stages in headings, one a heading; None for a heading without, and where the numbers skip."""
    times: list[StageTime] = []
    number = group[0].number
    # A number that is taken up again behind a slip leaves no heading out.
    whole = group[-1].number - group[0].number == len(group) - 1
    stages = [_stage_times(heading.body)[:1] for heading in group]
    timed = _all_timed(group) if len(group) >= 3 and not any(stages) else []
    for index, heading in enumerate(group):
        if heading.number != number and not whole:
            times.append((heading.text, None))
        number = heading.number + 1
        times += stages[index] or [timed[index] if timed else (heading.text, None)]
    steps = sum(1 for heading in group if _STEPS.search(heading.title))
    return times if not timed or steps >= _STEPS_TOLD or _mostly_meet(times) else []


def _all_timed(group: Sequence[Heading]) -> list[tuple[Text, RangePhrase]]:
    """The times in brackets behind the names of headings, if each has one; else none."""
    times = []
    for heading in group:
        time = _timed(heading)
        if time is None:
            return []
        times.append(time)
    return times


def _timed(heading: Heading) -> tuple[Text, RangePhrase] | None:
    """The time in brackets behind the name of a heading, if it is one range."""
    match = _TIMED.match(heading.body.value, len(heading.label)) or _RUN_ON.match(heading.body.value, len(heading.label))
    found = stage_range(match["time"]) if match else None
    if match is None or _side_by_side(heading.body.value, match.end()) or found is None or found.written != match["time"]:
        return None
    return heading.body.slice(*match.span("time")), found


def _mostly_meet(times: Sequence[StageTime]) -> bool:
    """Whether of the boundaries between the stages no more than one misses: work done side by side has no order."""
    return sum(1 for hit in _misfits(times, 2024) if "fault" not in hit.facts) <= 1


#: Steps of a piece of work, by which a group of headings is told to be stages.
_STEPS = Pattern(r"动员|部署|排查|摸底|自查|整治|整改|攻坚|推进|总结|评估|验收|巩固|提升")
_STEPS_TOLD = 2
#: （一）摸底排查。2026年3月10日至4月20日，…….
_RUN_ON = Pattern(r"[^（(，。；：]{2,12}。(?P<time>20\d\d年[^，。；：（）()]{4,36})[，。]")
#: A stage that says so only by its time: （一）摸底（2026年3月10日至4月20日）.
_TIMED = Pattern(r"[^（(，。；：]{2,24}[（(](?P<time>[^（）()]{3,40})[）)](?:[。：]|$)")


def _stage_times(block: Text) -> list[StageTime]:
    """The times of the stages that a text names, with their places; None for a time that is no single range."""
    times: list[StageTime] = []
    if not any(map(block.value.__contains__, _STAGE_WORDS)):
        return times
    found = list(_STAGE.finditer(block.value))
    if found and _side_by_side(block.value, found[-1].end()):
        return times
    for match in found:
        group = next(name for name, value in match.groupdict().items() if value)
        times.append((block.slice(match.start(group), match.end(group)), stage_range(match[group])))
    return times


def _side_by_side(words: str, told: int) -> bool:
    """Whether stages go on side by side: it is said up to the end of the sentence in which the last time stands, or with the word stage."""
    return PARALLEL.search(words[: words.find("。", told) + 1 or None]) is not None or STAGES_PARALLEL.search(words) is not None


def _misfits(times: Sequence[StageTime], year: int, events: bool = False) -> Iterator[Hit]:
    previous: _Stage | None = None
    stages: list[_Stage | None] = []
    for at, found in times:
        stage = _stage(at, found, previous, year) if found is not None and not found.reversed else None
        if previous is not None and stage is not None and not _follows(previous, stage, events or len(times) <= _TWO_TIMES and _far_apart(previous, stage)):
            yield Hit(at, {"first": previous.at.value, "second": at.value}, (previous.at,))
        previous = stage
        stages.append(stage)
    yield from _touching(stages)


#: Of so few stages no boundary shows that they meet.
_TWO_TIMES, _FAR = 3, 4


def _far_apart(one: _Stage, two: _Stage) -> bool:
    """Whether so much time passes between two stages that each is held by itself: 半年考核 in July, 年终考核 in December."""
    return two.first - one.last > max(one.last - one.first, two.last - two.first) * _FAR


def _touching(stages: Sequence[_Stage | None]) -> Iterator[Hit]:
    """The one stage that begins on the day, or in the month, on which the one before it ends, where all others begin behind."""
    told = [stage for stage in stages if stage is not None]
    pairs = list(pairwise(told))
    shared = [(one, two) for one, two in pairs if _shares(one, two)]
    if len(shared) == 1 and len(pairs) > 1 and len(told) + 1 >= len(stages) and all(two.first == one.last + _DAY for one, two in pairs if (one, two) != shared[0]):
        one, two = shared[0]
        yield Hit(two.at, {"first": one.at.value, "second": two.at.value, "fault": "perhaps"}, (one.at,))


def _shares(one: _Stage, two: _Stage) -> bool:
    if one.whole_months or two.whole_months:
        return (one.last.year, one.last.month) == (two.first.year, two.first.month)
    return one.last == two.first


def _stage(at: Text, found: RangePhrase, previous: _Stage | None, year: int) -> _Stage | None:
    """The days of a stage; what it leaves out of the year is taken from the stage before it."""
    if found.first.year is None and previous is not None:
        year = previous.last.year
    first = first_day(found.first, year)
    if first is not None and previous is not None and found.first.year is None and first < previous.first:
        year += 1
        first = first_day(found.first, year)
    if first is None:
        return None
    last = found.last.last(first.year + 1 if found.next_year and found.last.year is None else first.year)
    if last is not None and last < first and found.last.year is None:
        last = found.last.last(first.year + 1)
    if last is None or last < first:
        return None
    months = found.first.day is None and found.last.day is None and not found.first.part and not found.last.part
    return _Stage(at, first, last, months)


#: What is held on its days and not worked at from day to day; between one and the next any time may pass.
_EVENTS = Pattern(r"[初复决预]赛|比赛|赛事|展演|演出|评审|答辩|[笔面初复]试|考试|报名|体检|评选")
_EVENTS_TOLD = 2


def _are_events(texts: Iterable[Text]) -> bool:
    """Whether the stages are rounds of a contest or an examination."""
    return len({word for text in texts for word in _EVENTS.findall(text.value)}) >= _EVENTS_TOLD


_SATURDAY = 5
#: So many days of work may be exchanged for holidays (调休).
_EXCHANGED = 2


def _follows(one: _Stage, two: _Stage, events: bool = False) -> bool:
    """Whether the second stage begins where the first one ends; between ``events`` days may lie."""
    if two.first > one.last and events:
        return True
    if two.first <= one.last:
        if one.whole_months or two.whole_months:
            return (two.first.year, two.first.month) >= (one.last.year, one.last.month) and two.last >= one.last
        return two.first == one.last
    between = [one.last + _DAY * step for step in range(1, (two.first - one.last).days)]
    # Beside a week of holidays days are exchanged, and the feast of the moon may lie there.
    exchanged = _EXCHANGED if any(_is_holiday(day) for day in between) else 0
    return sum(1 for day in between if day.weekday() < _SATURDAY and not _is_holiday(day)) <= exchanged


def _is_holiday(day: datetime.date) -> bool:
    """The holidays of fixed date."""
    return (day.month, day.day) == (1, 1) or (day.month == 5 and day.day <= 5) or (day.month == 10 and day.day <= 7)
