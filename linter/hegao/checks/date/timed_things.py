"""Timed things (有时限的事项): what a passage says is to be done, with its days, and what it says of it beside them.

One model for all rules that hold two times against each other: a deadline, a period or a day, the words behind it, those in front.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.document.model import Heading, Paragraph
from hegao.phrases.dates import DatePhrase, find_dates
from hegao.phrases.ranges import find_ranges, first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text


class Timed(NamedTuple):
    """A thing with its time.

    ``kind``: by (…前), span (…至…) or on (a day).  ``at`` is the time with its 前; ``before`` what stands in front of it in its clause,
    ``behind`` what stands behind it up to the next time or the end of the sentence; ``sentence`` counts the sentences of the passage.
    """

    kind: str
    first: datetime.date
    last: datetime.date
    at: Text
    before: str
    behind: str
    sentence: int
    start: int
    end: int

    @property
    def said(self) -> str:
        """All that is said with the time."""
        return f"{self.before}，{self.behind}"


class Passage(NamedTuple):
    """A heading with what runs on behind it, or a paragraph: where it is among the nodes of its part, its words, its timed things."""

    node: Heading | Paragraph
    part: int
    place: int
    text: Text
    things: tuple[Timed, ...]


class Late(NamedTuple):
    """What comes before the thing that it depends on: its words, where its time is, both times, where the other is.

    ``overlaps``: it begins within the time of the other, which is a period.
    """

    measure: str
    at: Text
    written: str
    other: str
    there: Text
    overlaps: bool = False


#: What may stand between a day and the word that makes it a bound.
_BOUND = Pattern(r"(?:[（(](?:星期|周).[）)])?(?:[上下]午|中午)?(?:\d{1,2}[:：时点](?:\d{1,2}分?)?|零时|下班)?(?:之|以)?前")
_RANGE_JOIN = Pattern(r"(?:[（(](?:星期|周).[）)])?(?:\d{1,2}[:：时点](?:\d{1,2})?|零时)?(?:起|开始)?[，,]?(?:至|到|—|～|-)$")
_SENTENCE = Pattern(r"[^。；\n]+")
_LONGEST = 60


def timed_passages(context: Context) -> tuple[Passage, ...]:
    """The passages of a document that tell a day, in order."""
    document = context.document
    dated = {date.block.value for date in document.dates if date.role == "text"}
    found = []
    year = document.issued.year if document.issued else None
    for number, part in enumerate(document.parts):
        for place, node in enumerate(part.nodes):
            if isinstance(node, Heading | Paragraph) and node.body.value in dated:
                found.append(Passage(node, number, place, node.body, tuple(timed_things(node.body, year))))
    return tuple(found)


def timed_things(text: Text, year: int | None) -> Iterator[Timed]:
    """The timed things of a passage; ``year`` is that of days that name none, where none before them does."""
    value = text.value
    times = list(_times(value, year))
    for sentence, match in enumerate(_SENTENCE.finditer(value)):
        inside = [time for time in times if match.start() <= time[3] < match.end()]
        for index, (kind, first, last, start, end) in enumerate(inside):
            begin = max(value.rfind("，", match.start(), start) + 1, match.start(), inside[index - 1][4] if index else 0)
            stop = min(_end(value, end, inside[index + 1][3]) if index + 1 < len(inside) else match.end(), end + _LONGEST)
            yield Timed(kind, first, last, text.slice(start, end), value[begin:start], value[end:stop], sentence, start, end)


def _end(value: str, end: int, following: int) -> int:
    """Where the words behind a time end: with the clause in front of that in which the next time stands."""
    comma = value.rfind("，", end, following)
    return comma if comma > end else following


_Time = tuple[str, datetime.date, datetime.date, int, int]


def _times(value: str, year: int | None) -> Iterator[_Time]:
    ranges = list(find_ranges(value))
    taken = {offset for found in ranges for offset in range(found.start, found.end)}
    told: list[tuple[int, _Time]] = []
    for found in ranges:
        use = found.first.year or found.last.year or year or 2024
        first = first_day(found.first, use)
        last = found.last.last(use + 1 if found.next_year else use)
        if first is not None and last is not None and found.first.month is not None and first <= last:
            told.append((found.start, ("span", first, last, found.start, found.end)))
    previous: tuple[DatePhrase, datetime.date] | None = None
    for phrase in find_dates(value):
        if phrase.start in taken or phrase.month is None or not phrase.exists:
            continue
        meant = previous[1].year if previous is not None and not phrase.shift else year or 2024
        first, last = first_day(phrase, meant + phrase.shift), phrase.last(meant)
        if first is None or last is None:
            continue
        bound = _BOUND.match(value, phrase.end)
        joined = previous is not None and _RANGE_JOIN.fullmatch(value, previous[0].end, phrase.start)
        if joined and previous is not None and previous[1] <= last and told:
            told[-1] = (previous[0].start, ("span", previous[1], last, previous[0].start, phrase.end))
        else:
            kind = "by" if bound else "on"
            told.append((phrase.start, (kind, last if bound else first, last, phrase.start, bound.end() if bound else phrase.end)))
        previous = phrase, first
    yield from (time for _start, time in sorted(told, key=lambda pair: pair[0]))

