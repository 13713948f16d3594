"""Which safe edits are written as revisions into a marked Word document."""

from __future__ import annotations

from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.baseline import Baseline
from hegao.engine.findings.finding import FileResult
from hegao.engine.fixing.safe_edits import Settled, Unfixable, finder, settle
from hegao.reports.annotation.annotated_file import Unannotated, WordFile
from hegao.sources.source import Source


def settled_revisions(word: WordFile, source: Source, file: FileResult, plan: Plan, baseline: Baseline | None) -> Settled | None:
    """What comes of the safe edits of a document; None where it has none.  Raises ``Unannotated``."""
    lines = {edit.span.line for finding in file.findings for edit in finding.edits if edit.safe}
    if not lines:
        return None
    try:
        return settle(source, finder(plan, baseline), word.revisable_on(source, lines))
    except Unfixable as error:
        raise Unannotated(str(error)) from error
