"""Times of one document held against each other: parts and whole, steps and what they depend on, one thing with two days (norms TSK-08, TSK-11)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.schedule_rows import rows_beside_stage
from hegao.checks.date.stage_bounds import outside_periods, outside_stages, rows_outside
from hegao.checks.task.asked_again import asked_again
from hegao.checks.task.asked_days import asked_days
from hegao.checks.task.clause_against_measure import other_days
from hegao.checks.task.late_parts import late_parts
from hegao.checks.task.legal_terms import beyond_law
from hegao.checks.task.parts_and_whole import parts_and_whole
from hegao.checks.task.plan_deadlines import Clash
from hegao.checks.task.retold_clashes import retold_days
from hegao.checks.task.same_bodies import same_bodies
from hegao.checks.task.same_period import same_periods
from hegao.checks.task.same_work import same_papers, same_work
from hegao.checks.task.step_terms import step_terms
from hegao.checks.task.told_hours import told_hours
from hegao.checks.task.told_one_by_one import rows_astray
from hegao.checks.task.told_terms import beyond_terms
from hegao.checks.task.untold_days import untold_days


def two_times(context: Context) -> Iterator[Clash]:
    """All that the times of a document say against one another; one place once, and one pair of places once, whichever is at fault."""
    told: set[object] = set()
    for clash in _all(context):
        span, other = clash.at.span(), clash.there.span()
        if span not in told and (other, span) not in told:
            told |= {span, (span, other)}
            yield clash


def _all(context: Context) -> Iterator[Clash]:
    for one in (*outside_stages(context), *rows_outside(context), *outside_periods(context)):
        yield Clash("outside", one.measure, one.at, one.at.value, one.there.value, one.there)
    for late in rows_beside_stage(context):
        yield Clash("outside", late.measure, late.at, late.written, late.other, late.there)
    yield from other_days(context)
    yield from same_work(context)
    yield from rows_astray(context)
    yield from same_bodies(context)
    yield from same_papers(context)
    yield from asked_days(context)
    yield from same_periods(context)
    yield from retold_days(context)
    yield from untold_days(context)
    yield from told_hours(context)
    yield from parts_and_whole(context)
    yield from step_terms(context)
    yield from beyond_terms(context)
    yield from late_parts(context)
    yield from asked_again(context)
    yield from beyond_law(context)
