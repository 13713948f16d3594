"""Times broken: what is told twice by two days, what comes before what it depends on, what is planned for a day gone by."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.breaks import DAY, Break, Lines, Way, cells_of, changed, replaced, signing

_FULL = r"20\d\d年\d{1,2}月\d{1,2}日"
_RANGE = re.compile(r"(?P<first>(?:20\d\d年)?\d{1,2}月\d{1,2}日)(?:（星期.）)?(?:至|—|－)(?P<last>(?:20\d\d年)?\d{1,2}月\d{1,2}日)")
_STAGE = re.compile(rf"[（(]{_RANGE.pattern}[）)]")
_PLANNED = re.compile(rf"(?:拟|定|计划|预定|拟定|将|安排)(?:于|在)(?P<day>{_FULL})")
_DUE = re.compile(rf"[于在](?P<day>{_FULL})前")
_LED = re.compile(r"(?P<led>(?:由)?(?P<lead>[\u3400-\u9fff]{3,14})牵头[，、])(?P<help>[\u3400-\u9fff]{3,14}(?:、[\u3400-\u9fff]{3,14})*)(?P<verb>(?:等)?配合)")
_WEEKDAY = re.compile(r"(?P<day>(?<!年)(?<!\d)\d{1,2}月\d{1,2}日（(?:星期|周))(?P<name>[一二三四五六日])）")
_HOUR = re.compile(r"(?<![\d:：—－-])(?:[6-9]|1\d)[:：][0-5]\d(?![\d:：—－-])")
_MONEY = re.compile(r"(?<![\d.万亿])(?P<count>[2-9])元(?=[，。；、])")
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_WEEK = "一二三四五六日"
#: What comes first and what comes of it.
_COURSES = (
    ("招标", "开工"), ("开工", "完工"), ("开工", "竣工"), ("竣工", "投入使用"), ("征求意见", "印发"), ("报名", "考试"), ("报名", "资格审查"), ("初验", "竣工验收"),
    ("自查", "抽查"), ("整改", "验收"), ("整改", "复查"), ("评审", "公示"), ("培训", "上岗"), ("试运行", "正式"), ("修订", "报"), ("设计", "施工"), ("报送", "汇总"),
)  # fmt: skip
_MADE_READY = re.compile(r"筹备|会场|布置|彩排|报名|回执|名单")
_EVENT = re.compile(rf"(?:定|拟)于(?P<day>{_FULL})[^。；]{{0,24}}(?:举办|举行|召开|开展|开幕)")


def _read(day: str) -> datetime.date | None:
    match = DAY.search(day)
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _told(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _moved(day: str, days: int) -> str:
    """A day without its year moved within its month."""
    match = re.search(r"(\d{1,2})日$", day)
    if match is None:
        return day
    number = int(match[1])
    return f"{day[: match.start()]}{number + days if number + days <= 28 else number - days}日"


def _period_twice(lines: Lines) -> Iterator[Break]:
    """The end of a period that two passages tell moved in the later one."""
    told: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for index, line in enumerate(lines):
        for match in _RANGE.finditer(line):
            plain = re.sub(r"20\d\d年", "", f"{match['first']}—{match['last']}")
            told.setdefault(plain, []).append((index, match))
    for places in told.values():
        index, match = places[-1]
        # Rows of one table may have periods of their own.
        if len(places) > 1 and places[0][0] != index and not all(cells_of(lines[other]) for other, _match in places):
            line = lines[index]
            broken = changed(lines, index, line[: match.start("last")] + _moved(match["last"], 3) + line[match.end("last") :])
            yield broken._replace(others=tuple(other + 1 for other, _match in places[:-1]))


def _stage_early(lines: Lines) -> Iterator[Break]:
    """A stage that begins four days before the one in front of it ends, where it began the day after."""
    stages = [(index, match) for index, line in enumerate(lines) for match in _STAGE.finditer(line)]
    for (other, one), (index, two) in pairwise(stages):
        end, begin = _read(one["last"] if "年" in one["last"] else one["first"][:5] + one["last"]), _read(two["first"])
        if end is not None and begin == end + datetime.timedelta(days=1):
            line = lines[index]
            told = _told(end - datetime.timedelta(days=4))
            broken = changed(lines, index, line[: two.start("first")] + told + line[two.end("first") :])
            yield broken._replace(others=(other + 1,))


def _before_signing(pattern: re.Pattern[str], days: int) -> Way:
    """A day ahead moved to some days before the day of signing."""

    def way(lines: Lines) -> Iterator[Break]:
        place = signing(lines)
        own = _read(lines[place]) if place is not None else None
        for index, line in enumerate(lines) if own else ():
            for match in pattern.finditer(line):
                day = _read(match["day"])
                if day is not None and own is not None and day > own:
                    gone = own - datetime.timedelta(days=days)
                    yield changed(lines, index, line[: match.start("day")] + _told(gone) + line[match.end("day") :])

    return way


def _pairs(text: str) -> set[str]:
    letters = re.sub(r"[^\u3400-\u9fff]|完成|开展|组织", "", text)
    return {letters[at : at + 2] for at in range(len(letters) - 1)}


def _text_and_row(lines: Lines) -> Iterator[Break]:
    """A day that the text and a row of a table have for the same work moved by a month in the row."""
    for index, line in enumerate(lines):
        cells = cells_of(line)
        days = DAY.findall(line)
        if not cells or len(days) != 1:
            continue
        day = re.search(_FULL, line)
        measure = max((cell for cell in cells if not DAY.search(cell)), key=len)
        said = [other for other, text in enumerate(lines) if not cells_of(text) and day and f"{day[0]}前" in text]
        wanted = _pairs(measure)
        same = [other for other in said if wanted and len(wanted & _pairs(lines[other])) * 4 >= len(wanted) * 3]
        if day is not None and len(same) == 1:
            date = _read(day[0])
            if date is not None:
                later = _told((date.replace(day=1) + datetime.timedelta(days=32)).replace(day=min(date.day, 28)))
                yield changed(lines, index, line[: day.start()] + later + line[day.end() :])._replace(others=(same[0] + 1,))


def _other_lead(lines: Lines) -> Iterator[Break]:
    """The lead of a row that a sentence lets lead the same work exchanged for that of another row."""
    rows = [(index, cells) for index, line in enumerate(lines) if (cells := cells_of(line))]
    for index, cells in rows:
        place = next((place for place, cell in enumerate(cells) if cell and any(f"由{cell}牵头" in line for line in lines)), None)
        if place is None:
            continue
        measure = max((cell for cell in cells if not DAY.search(cell)), key=len)
        said = [other for other, text in enumerate(lines) if not cells_of(text) and f"由{cells[place]}牵头" in text]
        wanted = _pairs(measure)
        same = [other for other in said if wanted and len(wanted & _pairs(lines[other])) * 4 >= len(wanted) * 3]
        others = [one[place] for _index, one in rows if len(one) > place and one[place] not in (*cells, "") and any(f"由{one[place]}牵头" in line for line in lines)]
        if len(same) == 1 and others and lines[index].count(cells[place]) == 1:
            yield changed(lines, index, lines[index].replace(cells[place], others[0]))._replace(others=(same[0] + 1,))


def _touching(lines: Lines) -> Iterator[Break]:
    """A stage that begins on the day on which the one in front of it ends, where it began the day after, as the others do."""
    stages = [(index, match) for index, line in enumerate(lines) for match in _STAGE.finditer(line)]
    for (other, one), (index, two) in pairwise(stages) if len(stages) > 2 else ():
        end, begin = _read(one["last"] if "年" in one["last"] else one["first"][:5] + one["last"]), _read(two["first"])
        if end is not None and begin == end + datetime.timedelta(days=1):
            line = lines[index]
            yield changed(lines, index, line[: two.start("first")] + _told(end) + line[two.end("first") :])._replace(others=(other + 1,))


def _swapped(lines: Lines) -> Iterator[Break]:
    """Two days of one sentence changed for one another, of steps that follow one another."""
    for index, line in enumerate(lines):
        for sentence in re.finditer(r"[^。；]+", line):
            days = list(re.finditer(_FULL, sentence[0]))
            if len(days) != 2 or days[0][0] == days[1][0]:
                continue
            words = sentence[0][days[0].end() : days[1].start()], sentence[0][days[1].end() :]
            if any(first in words[0] and second in words[1] for first, second in _COURSES):
                start, end = sentence.start(), sentence.end()
                text = sentence[0]
                turned = text[: days[0].start()] + days[1][0] + text[days[0].end() : days[1].start()] + days[0][0] + text[days[1].end() :]
                yield changed(lines, index, line[:start] + turned + line[end:])


def _ready_late(lines: Lines) -> Iterator[Break]:
    """What is to be ready for an event, due three days after it."""
    events = {match["day"]: index for index, line in enumerate(lines) for match in _EVENT.finditer(line)}
    held = _read(next(iter(events))) if len(events) == 1 else None
    for index, line in enumerate(lines) if held else ():
        for match in _DUE.finditer(line):
            if held and _MADE_READY.search(re.split("[。；]", line[match.end() :])[0]):
                late = _told(held + datetime.timedelta(days=3))
                yield changed(lines, index, line[: match.start("day")] + late + line[match.end("day") :])._replace(others=(next(iter(events.values())) + 1,))


def _siblings(change: str) -> Way:
    """A sentence that hands work out broken, where three others are as it was."""

    def way(lines: Lines) -> Iterator[Break]:
        found = [(index, match) for index, line in enumerate(lines) if not cells_of(line) for match in _LED.finditer(line)]
        whole = [(index, match) for index, match in found if _DUE.search(re.split("[。；]", lines[index][match.end() :])[0])]
        for index, match in whole if len(whole) >= 4 else ():
            line, bodies = lines[index], match["help"].split("、")
            if change == "undated":
                due = _DUE.search(line, match.end())
                if due is not None and len(re.findall(r"\d{1,2}月", line)) == 1:
                    yield changed(lines, index, line[: due.start()] + line[due.end() :])
            elif change == "unled":
                yield changed(lines, index, f"{line[: match.start()]}{match['led'][:-3]}、{match['help']}负责{line[match.end() :]}")
            elif change == "helping":
                yield changed(lines, index, f"{line[: match.start('help')]}{match['help']}、{match['lead'].removeprefix('由')}{line[match.end('help') :]}")
            elif len(bodies) > 1:
                yield changed(lines, index, f"{line[: match.start()]}{match['led'][:-3]}、{bodies[0]}牵头，{'、'.join(bodies[1:])}{line[match.start('verb') :]}")

    return way


def _signed_in_month(lines: Lines) -> Iterator[Break]:
    """The day left out of the day of signing."""
    index = signing(lines)
    if index is not None:
        yield changed(lines, index, re.sub(r"\d{1,2}日", "", lines[index]))


def _next_weekday(match: re.Match[str]) -> str:
    return f"{match['day']}{_WEEK[(_WEEK.index(match['name']) + 2) % 7]}）"


#: The ways to break them, by what is done.
TIME_WAYS: dict[str, Way] = {
    "the end of a period moved in one of two places": _period_twice,
    "a stage begun before the last one ends": _stage_early,
    "an event planned for a day gone by": _before_signing(_PLANNED, 45),
    "a deadline of the month before the signing": _before_signing(_DUE, 25),
    "a deadline moved in the row of a table": _text_and_row,
    "another lead in the row of a table": _other_lead,
    "a stage begun on the last day of the one before": _touching,
    "two days of a course exchanged": _swapped,
    "made ready after the event": _ready_late,
    "a deadline dropped from one of several sentences": _siblings("undated"),
    "a sentence without a lead among others": _siblings("unled"),
    "the lead body among those that help in a sentence": _siblings("helping"),
    "two bodies that lead in one sentence": _siblings("leading"),
    "a weekday wrong for a day without year": replaced(_WEEKDAY, _next_weekday),
    "no day in the day of signing": _signed_in_month,
    "minutes told twice": replaced(_HOUR, lambda match: f"{match[0]}分"),
    "a numeral of banks beside figures": replaced(_MONEY, lambda match: f"{_CAPITALS[int(match['count'])]}元"),
}
