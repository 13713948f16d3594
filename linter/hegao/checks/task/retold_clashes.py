"""Where a row and what the text says of the same work differ: in their day, in who leads, in who helps (norm TSK-11).

How sure that is shows from the other rows of the table: where most of them keep the days or the bodies of the text, the one that does not is a slip.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.shared.roster import Bodies, generic
from hegao.checks.task.one_body import SPOKEN, like_offices, one_body
from hegao.checks.task.plan_deadlines import Clash
from hegao.checks.task.retold_work import Given, Retold, retold_work
from hegao.document.model import Unit
from hegao.sources.lazy_pattern import Pattern

#: So many rows, at least, keep what the text says, and of so many one may differ.
_FEWEST, _OF = 2, 3
#: Parts of the work, which have days of their own; they must be the same on both sides.
_PARTS = Pattern(r"每|首|第[一二三四五六\d]+[批轮次期季阶]|[一二三四五六]期|上半年|下半年|季度|分别|再次|累计|阶段性|启动|开工|完工|竣工|试运行|过半|总结")
#: What is told of the past, or is due for those who do something else.
_PAST = Pattern(r"已|仍|尚未|原定|原计划|截至|截止|以来|曾")
_DUE_HEAD = Pattern("限|完成|截止|前")


class Moved(NamedTuple):
    """A body in charge, or one that helps, which the text has not: the row and the text, the body, what is at fault."""

    told: Retold
    unit: Unit
    fault: str


def retold_days(context: Context) -> Iterator[Clash]:
    """The rows that tell another day than the text."""
    for group in context.once(retold_work):
        pairs = [(told, time) for told in group if told.entry.given is not None and (time := _meant(told)) is not None]
        wrong = [(told, time) for told, time in pairs if told.entry.given is not None and _differs(told.entry.given, time, told)]
        kept = sum(1 for told, time in pairs if told.entry.given is not None and told.entry.given.last == time.last)
        slip = _slip(len(wrong), kept)
        # What is surely of the same work is a slip whatever else may be bound beside it.
        certain = [told.sure and told.entry.given is not None and told.entry.given.kind == time.kind for told, time in wrong]
        if not slip and _slip(sum(certain), kept):
            wrong, slip = [pair for pair, sure in zip(wrong, certain, strict=True) if sure], True
        # One that nobody beside it bears out is held against words that are surely of the same work.
        alone = len(pairs) == len(wrong) == 1 and wrong[0][0].sure
        for told, time in wrong if slip or alone or kept >= max(_FEWEST, len(wrong)) else ():
            given = told.entry.given
            if given is not None:
                fault = "table" if slip and told.sure and given.exact and time.exact and kept >= _FEWEST else "perhaps"
                yield Clash(fault, told.entry.at.value, given.at, given.at.value, time.at.value, time.at)


def _slip(wrong: int, kept: int) -> bool:
    """Whether so few differ that they are slips; where nobody else shows what the table is, one may."""
    return wrong == 1 and kept >= 1 or 0 < wrong * _OF <= kept


def _meant(told: Retold) -> Given | None:
    """The time of the text that is for the work of the row; None where the text tells of the past, or has the day of the row for something else."""
    given, times = told.entry.given, told.said.times
    if given is None or not times or _PAST.search(told.said.at.value) or given.last in told.said.days and given.last != times[0].last:
        return None
    return times[0]


def _differs(given: Given, time: Given, told: Retold) -> bool:
    """Whether the time of a row contradicts that of the text."""
    if given.last == time.last:
        return given.kind == time.kind == "span" and given.first != time.first
    if not (given.exact and time.exact) and (given.last.year, given.last.month) == (time.last.year, time.last.month):
        return False
    if parts_told(told.entry.at.value) != parts_told(time.said):
        return False
    kinds = given.kind, time.kind
    if kinds == ("span", "span"):
        return given.first == time.first or given.last >= time.first and given.first <= time.last and told.sure
    if given.kind == "span":
        return given.last > time.last if time.kind == "by" else False
    if time.kind == "span":
        return not time.first <= given.last <= time.last
    if kinds == ("by", "on"):
        return given.last > time.last
    if kinds == ("on", "by"):
        return given.last > time.last or _due(told)
    return True


def _due(told: Retold) -> bool:
    """Whether the column of the time says that it is a deadline."""
    row = told.entry.row
    if row is None:
        return False
    heads = [column.head for column, cell in zip(row.table.columns, row.cells, strict=False) if told.entry.given is not None and cell == told.entry.given.at]
    return any(_DUE_HEAD.search(head) for head in heads)


def parts_told(words: str) -> frozenset[str]:
    """The words by which a piece of work is told to be a part of it, or done again: 首批, 每季度."""
    return frozenset(_PARTS.findall(words))


class Renamed(NamedTuple):
    """A body that the row and the text call by two names: the rarer name, and the other one."""

    rare: Unit
    usual: Unit


def renamed_leads(context: Context) -> Iterator[Renamed]:
    """The offices (科、处、股、部) that lead the same work to the same day by two names, one of which the document hardly uses."""
    bodies = context.tables.made(Bodies)
    groups = context.once(retold_work)
    whole = context.once(running).text if any(groups) else ""
    told: set[tuple[str, str]] = set()
    for one in (one for group in groups for one in group if one.entry.given is None or one.entry.given.last in one.said.days):
        pair = _two_names(one, bodies)
        if pair is None:
            continue
        rare, usual = sorted(pair, key=lambda unit: (_count(unit.name, [other.name for other in pair], whole), len(unit.name)))
        often = [_count(unit.name, [other.name for other in pair], whole) for unit in (rare, usual)]
        if often[0] <= often[1] and (rare.name, usual.name) not in told:
            told.add((rare.name, usual.name))
            yield Renamed(rare, usual)


def _count(name: str, names: Sequence[str], text: str) -> int:
    """How often a name stands in a text by itself, not within the other one."""
    return text.count(name) - sum(text.count(other) for other in names if other != name and name in other)


def _two_names(told: Retold, bodies: Bodies) -> tuple[Unit, Unit] | None:
    """The one lead of the row and that of the text, where their names differ, have a letter in common besides their end, and the same bodies help."""
    ours, theirs = told.entry.leads, told.said.leads
    if len(ours) != 1 or len(theirs) != 1 or not told.said.led or not _named((*ours, *theirs)):
        return None
    one, other = ours[0], theirs[0]
    helped = not told.entry.helpers or bodies.kin_of(told.entry.helpers) == bodies.kin_of(told.said.helpers)
    return (one, other) if like_offices(one.name, other.name) and helped and bodies.identity(one.name) != bodies.identity(other.name) else None


def retold_leads(context: Context) -> Iterator[Moved]:
    """The rows that another body leads than in the text, and those in which another one helps."""
    bodies = context.tables.made(Bodies)
    for group in context.once(retold_work):
        led = [told for told in group if _named(told.entry.leads) and _named(told.said.leads)]
        other = [told for told in led if _two_names(told, bodies) is None and not _shared(told.entry.leads, told.said.leads, bodies) and not _mentioned(told)]
        names = Counter((told.entry.leads[0].name, told.said.leads[0].name) for told in other)
        other = [told for told in other if names[told.entry.leads[0].name, told.said.leads[0].name] == 1]
        kept = len(led) - len(other)
        slip = _slip(len(other), kept)
        for told in other if slip or kept >= max(_FEWEST, len(other)) else ():
            yield Moved(told, told.entry.leads[0], "lead" if slip and told.sure and kept >= _FEWEST else "perhaps")
        helped = [told for told in led if told not in other and _named(told.entry.helpers) and _named(told.said.helpers)]
        moved = [(told, unit) for told in helped if (unit := _exchanged(told, bodies)) is not None]
        if _slip(len(moved), len(helped) - len(moved)) and len(helped) - len(moved) >= _FEWEST:
            yield from (Moved(told, unit, "helper") for told, unit in moved)


def _named(units: Sequence[Unit]) -> bool:
    return bool(units) and not any(generic(unit.name) or unit.name.startswith(SPOKEN) for unit in units)


def _shared(ours: Sequence[Unit], theirs: Sequence[Unit], bodies: Bodies) -> bool:
    return any(one_body(one, other, bodies) for one in ours for other in theirs)


def _mentioned(told: Retold) -> bool:
    """Whether a sentence without a lead names the body of the row, too: there it does the work with others."""
    return not told.said.led and any(unit.name in told.said.at.value for unit in told.entry.leads)


def _exchanged(told: Retold, bodies: Bodies) -> Unit | None:
    """The body that helps by the row alone, where one other helps by the text alone."""
    ours = [unit for unit in told.entry.helpers if not _shared((unit,), (*told.said.helpers, *told.said.leads), bodies)]
    theirs = [unit for unit in told.said.helpers if not _shared((unit,), (*told.entry.helpers, *told.entry.leads), bodies)]
    return ours[0] if len(ours) == len(theirs) == 1 else None
