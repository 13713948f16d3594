"""Shifts and hours that go round the clock (值班班次、分时段): where one ends the next begins, in a sentence, in items or in the rows of a table (norm FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.document.model import Heading, Numbering, Table
from hegao.phrases.told_spans import DAY, HOUR, SOME_YEAR, TimeSpan, time_spans
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_SPANS = Scanner(r"\d(?:[:：]\d\d|[时点])[^。；]{0,12}(?:[—－～~-]|至|到)", sign=r"[:：时点](?<=\d.)")
_SHIFTS = Scanner("[早中晚夜白日]班|两班|三班|轮班|时段|[夜日]间")
#: All the turns of a round together last a day, or less or more by the slip.
_LEAST, _MOST = DAY - 3 * HOUR, DAY + 3 * HOUR


class _Turn(NamedTuple):
    at: Text
    first: int
    last: int


def broken_rounds(context: Context) -> Iterator[Amiss]:
    """The one turn of a round that does not begin when the turn before it ends, where all the others do."""
    text = context.once(running)
    lists: dict[Numbering, list[_Turn]] = {}
    told = {passage.line for passage, _value in text.bearing(_SHIFTS)}
    for found in text.find(_SPANS, "heading"):
        if isinstance(found.node, Heading) and found.match.start() < len(found.node.label) + 16:
            turns = _turns(found.passage)
            if len(turns) == 1:
                lists.setdefault(found.node.numbering, []).extend(turns)
    passages = [passage for passage, _value in text.bearing(_SPANS, "heading", "paragraph")]
    for turns in (*(_turns(passage) for passage in passages), *lists.values(), *_columns(context)):
        # Two stretches may be those of two things, unless they are called shifts or go over midnight.
        if len(turns) > 2 or len(turns) == 2 and (turns[0].at.line in told or turns[-1].last > DAY):
            yield from _broken(turns)


def _turns(text: Text) -> list[_Turn]:
    return [_Turn(text.slice(span.start, span.end), *_ends(span)) for span in time_spans(text.value, SOME_YEAR) if span.joined and span.clock is not None and not span.days]


def _ends(span: TimeSpan) -> tuple[int, int]:
    first = span.clock or 0
    return first, first + (span.minutes or 0)


def _columns(context: Context) -> Iterator[list[_Turn]]:
    """The columns of tables that hold one stretch of the clock in each cell."""
    for table in context.document.of("table"):
        if not isinstance(table, Table) or not any(_SPANS.pattern.search(cell.value) for row in table.rows[:1] for cell in row.cells):
            continue
        for index in range(len(table.columns)):
            cells = [_turns(row.cells[index]) for row in table.rows if index < len(row.cells)]
            if len(cells) > 1 and all(len(turns) == 1 for turns in cells):
                yield [turns[0] for turns in cells]


def _broken(turns: Sequence[_Turn]) -> Iterator[Amiss]:
    joints = list(zip(turns, [*turns[1:], turns[0]], strict=True))
    odd = [(one, other) for one, other in joints if (one.last - other.first) % DAY]
    if len(odd) == 1 and _LEAST <= sum(turn.last - turn.first for turn in turns) <= _MOST:
        one, other = odd[0]
        # The second of the two is at fault, unless the round begins with it.
        at, there = (one, other) if other is turns[0] else (other, one)
        yield Amiss(at.at, f"{_clock(one.last)}与{_clock(other.first)}应相接", there.at)


def _clock(minutes: int) -> str:
    return f"{minutes % DAY // HOUR}:{minutes % HOUR:02d}"
