"""Generated documents: the same words for the same seed and index, on any machine, at any time."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from benchmarks.forms import Frame, Measure, collection, opinion, plan
from benchmarks.slips import SLIPS
from benchmarks.words import CITY_FIRST, CITY_SECOND, COUNTIES, FIELDS, MEASURES, OTHERS, VILLAGES

#: Sizes in bytes for which there are words enough.
SMALLEST, LARGEST = 1500, 20000

_CITIES = [first + second for first in CITY_FIRST for second in CITY_SECOND]
_FIRST_YEAR = 2018
#: Documents that a city issues in a year, and the days between two of them.
_A_YEAR, _APART = 50, 6
#: Measures in a chapter of a long document.
_CHAPTER = 90
#: Bytes of the marks, blanks and line ends of a measure.
_MARKS = 30


@dataclass(slots=True, frozen=True)
class Written:
    """A generated document: its text, what stands in it, and the slip made in it, if any."""

    text: str
    title: str
    number: str
    tasks: int
    slip: str | None


def documents(count: int, size: int, seed: int, slips: float) -> Iterator[Written]:
    """So many documents of about ``size`` bytes; a share ``slips`` of them, spread evenly, has a slip."""
    names = list(SLIPS)
    made = 0
    for index in range(count):
        slip = None
        if int((index + 1) * slips) > made:
            slip = names[made % len(names)]
            made += 1
        yield document(index, size, seed, slip)


def document(index: int, size: int, seed: int, slip: str | None = None) -> Written:
    """The document of that index: a notice that issues a plan with a table of tasks, or, each second, an opinion.

    Numbers and dates of all indexes together are without gap or contradiction.  Raises ``ValueError`` for sizes
    out of ``SMALLEST`` … ``LARGEST``.
    """
    if not SMALLEST <= size <= LARGEST:
        raise ValueError(f"documents have {SMALLEST} to {LARGEST} bytes")
    chance = random.Random(f"{seed}/{index}")
    frame = _frame(index, chance)
    form = plan if index // len(_CITIES) % 2 == 0 else opinion
    rows = form is plan
    title, text = form(frame, [])
    left = size - len(text.encode())
    measures: list[Measure] = []
    for measure in _measures(frame, chance):
        weight = _weight(measure, rows)
        if measures and left < weight / 2:
            break
        left -= weight
        measures.append(measure)
    title, text = form(frame, measures)
    if slip is not None:
        text = SLIPS[slip].make(text)
    return Written(text, title, frame.number, len(measures) * (2 if rows else 1), slip)


def long_document(size: int, seed: int) -> str:
    """One document of about ``size`` bytes, up to two megabytes: chapters of measures, and a table of all of them."""
    chance = random.Random(f"{seed}/long")
    frame = _frame(0, chance)
    chapters: list[list[Measure]] = []
    left = size
    while left > 0:
        measures = list(islice(_measures(frame, chance), _CHAPTER))
        chapters.append([])
        for measure in measures:
            if left <= 0:
                break
            place = chance.choice(COUNTIES)
            chapters[-1].append(Measure(f"{place}{measure.heading}", measure.sentences, measure.row))
            left -= _weight(measure, True)
    return collection(frame, chapters)


def gazette(several: Sequence[Written], year: int = 2026) -> str:
    """A gazette of these documents: cover, contents, and the documents one after the other."""
    contents = "\n".join(f"{each.title}（{each.number}）{'…' * 16}（{page}）" for page, each in enumerate(several, 1))
    cover = f"岚溪市人民政府公报\n\n{year}年第1期（总第85期）\n\n岚溪市人民政府办公室主办　　{year}年1月15日出版\n\n目　　录\n\n"
    return f"{cover}{contents}\n\n" + "\n".join(each.text for each in several)


def _frame(index: int, chance: random.Random) -> Frame:
    city = _CITIES[index % len(_CITIES)]
    year, serial = divmod(index // len(_CITIES), _A_YEAR)
    date = datetime.date(_FIRST_YEAR + year, 1, 8) + datetime.timedelta(days=serial * _APART)
    field, leader = chance.choice(FIELDS)
    return Frame(city, f"{city}政办发〔{date.year}〕{serial + 1}号", date, field, leader)


def _weight(measure: Measure, rows: bool) -> int:
    """The bytes that a measure takes, with its row in a table where there is one."""
    return len((measure.heading + measure.sentences + (measure.row if rows else "")).encode()) + _MARKS


def _measures(frame: Frame, chance: random.Random) -> Iterator[Measure]:
    """Measures in the frame's field, then in the others; none twice."""
    others = [pair for pair in FIELDS if pair[0] != frame.field]
    chance.shuffle(others)
    for field, leader in [(frame.field, frame.leader), *others]:
        for heading, sentences, row in chance.sample(MEASURES, len(MEASURES)):
            place = chance.choice(COUNTIES) + chance.choice(VILLAGES)
            words = {"field": field, "place": place, "n": chance.randint(3, 90)}
            due = f"{frame.date.year}年{chance.randint(frame.date.month + 1, 12)}月底前"
            joined = "、".join(chance.sample(OTHERS, chance.randint(1, 3)))
            clause = f"（牵头单位：{leader}；配合单位：{joined}；完成时限：{due}）"
            cells = [row.format(**words), due, leader, joined]
            yield Measure(f"{field}{heading}", sentences.format(**words) + clause, "\t".join(cells))
