"""Yielding (让位): where two rules speak of one place, the one whose file says so (``yields-to``) leaves it to the other.

A finding stands at its span or, where its check says more closely what it is about, at these places (``about``).  Two findings stand
at one place where any two of their places overlap.  What yields counts as having spoken: a rule that yields to it stays silent, too.  So
does what a comment or a baseline excuses, for that is taken out later: a place excused for one rule does not come back
as a finding of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hegao.engine.findings.finding import FileResult, Finding, Location
from hegao.sources.text import Places, Span

if TYPE_CHECKING:
    from hegao.engine.run.batch_judgement import PlanOf


def give_way(results: Sequence[FileResult], plans: PlanOf) -> None:
    """Take out of the results of a run every finding that yields to another one."""
    yielding = [(result, above) for result in results if (above := plans.of(result.path).yields) and _any_of(above, result.findings)]
    if not yielding:
        return
    spoken = _spoken(results, {code for _result, above in yielding for codes in above.values() for code in codes})
    for result, above in yielding:
        result.findings = [
            finding
            for finding in result.findings
            if not any(_meets(finding, result.path, spoken.get(code, {})) for code in above.get(finding.rule, ()))
        ]


def _any_of(codes: Iterable[str], findings: Iterable[Finding]) -> bool:
    return not {finding.rule for finding in findings}.isdisjoint(codes)


def _spoken(results: Iterable[FileResult], codes: set[str]) -> dict[str, dict[str, Places]]:
    """By code and path, the places that findings of those rules stand at."""
    spans: dict[str, dict[str, list[Span]]] = {}
    for result in results:
        for finding in result.findings:
            if finding.rule in codes:
                by_path = spans.setdefault(finding.rule, {})
                for path, span in _places(finding, result.path):
                    by_path.setdefault(path, []).append(span)
    return {code: {path: Places(several) for path, several in by_path.items()} for code, by_path in spans.items()}


def _places(finding: Finding, path: str) -> tuple[Location, ...]:
    return finding.about or (Location(path, finding.span),)


def _meets(finding: Finding, path: str, spoken: dict[str, Places]) -> bool:
    return any(where in spoken and spoken[where].meet(span) for where, span in _places(finding, path))
