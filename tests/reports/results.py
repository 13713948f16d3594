"""Results of runs, built by hand."""

from __future__ import annotations

from hegao.engine.findings.finding import Basis, DocumentSummary, FileResult, Finding, FixEdit, Related, RunResult
from hegao.sources.text import Span

LINE = "3\t建成云岭县城东水厂\t尽快完成\t市水利局"


def finding(line: int = 5, column: int = 13, quote: str = "尽快完成", rule: str = "TSK302", severity: str = "warning") -> Finding:
    """A finding with everything that a finding can have."""
    return Finding(
        rule=rule,
        name="deadline-vague",
        severity=severity,
        message=f"时限“{quote}”不能判定",
        help="写明日期",
        span=Span(line, column, line, column + len(quote)),
        quote=quote,
        document="江政办发〔2026〕12号",
        basis=(Basis("惯例", "", "custom"),),
        fingerprint="0123abcd",
        related=(Related("b.txt", 7, "2026年9月底前", "另一处的时限"),),
        edits=(FixEdit(Span(line, column, line, column + 1), "，", True),),
    )


def result(*findings: Finding, line: str = LINE, failed: bool = False, suppressed: int = 0) -> RunResult:
    """A run over one file with one document from its first line."""
    lines = {each.span.line: line for each in findings}
    summary = DocumentSummary("江政办发〔2026〕12号", "江河市人民政府办公室关于做好防汛工作的通知", 1)
    return RunResult([FileResult("a.txt", [summary], list(findings), lines, suppressed, failed)])
