"""What an editor offers to do about findings: safe edits, one by one or all, and a comment that sets one aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hegao.editor.judging import Draft
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.finding import Finding, FixEdit
from hegao.engine.findings.suppression import may_be_excused
from hegao.engine.fixing.safe_edits import Unfixable, finder, settle
from hegao.sources.personal_numbers import starred
from hegao.sources.text import Span

#: What kind of deed it is, in the words of the protocol.
QUICK, ALL = "quickfix", "source.fixAll"
#: The reason that stands in a comment until somebody writes a better one.
_REASON = "经核对无误"
#: Characters of an edit that its title shows.
_SHOWN = 30


class Deed(NamedTuple):
    """Something that can be done: what it is called, its kind, the edits, and the finding that it is about."""

    title: str
    kind: str
    edits: tuple[FixEdit, ...]
    finding: Finding | None = None
    preferred: bool = False


def deeds(findings: Iterable[Finding], lines: Sequence[str], plan: Plan) -> Iterator[Deed]:
    """What can be done about findings of a draft."""
    for finding in findings:
        if finding.edits and all(edit.safe for edit in finding.edits):
            yield Deed(_title(finding.edits), QUICK, finding.edits, finding, preferred=True)
        aside = _aside(finding, lines, plan)
        if aside is not None:
            yield Deed(f"不报这一处（{finding.name}），写明原因", QUICK, (aside,), finding)


def _title(edits: Sequence[FixEdit]) -> str:
    if len(edits) > 1:
        return f"改正这 {len(edits)} 处"
    text = starred(edits[0].text)
    if not text:
        return "删去"
    return f"改为“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"


def _aside(finding: Finding, lines: Sequence[str], plan: Plan) -> FixEdit | None:
    """The comment that sets a finding aside, behind the line that it stands on; None where no comment can.

    Lines stay where they are, and a row of a table stays a row.
    """
    number = finding.span.line
    if not 1 <= number <= len(lines) or not lines[number - 1].strip() or not may_be_excused(finding.rule, plan):
        return None
    end = len(lines[number - 1]) + 1
    return FixEdit(Span(number, end, number, end), f"<!-- hegao: ignore {finding.name} 原因：{_REASON} -->", safe=False)


def mend_all(draft: Draft, plan: Plan) -> Deed | None:
    """All safe edits of a draft, made until none is left; None where there is none or nothing can be settled."""
    try:
        edits = settle(draft.source, finder(plan)).edits
    except Unfixable:
        return None
    return Deed("改正所有只有一种正确写法的地方", ALL, tuple(edits)) if edits else None
