"""Results as JSON and back, for the store and for other processes."""

from __future__ import annotations

from typing import Any

from hegao.engine.findings import Basis, DocumentSummary, Excuse, FileResult, Finding, FixEdit, Related
from hegao.sources.places import Span


def to_json(result: FileResult) -> dict[str, Any]:
    """The result of a file as JSON values."""
    return {
        "path": result.path,
        "profile": result.profile,
        "failed": result.failed,
        "suppressed": result.suppressed,
        "documents": [[document.number, document.title, document.line] for document in result.documents],
        "lines": list(map(list, result.lines.items())),
        "findings": [_finding(finding) for finding in result.findings],
        "excuses": [
            [_span(excuse.span), excuse.quote, list(excuse.rules), excuse.first, excuse.last, excuse.fault] for excuse in result.excuses
        ],
    }


def from_json(data: dict[str, Any]) -> FileResult:
    """The result that ``to_json`` made JSON of; raises ``KeyError``, ``TypeError`` or ``ValueError`` on other data."""
    return FileResult(
        data["path"],
        [DocumentSummary(number, title, line) for number, title, line in data["documents"]],
        [_read(finding) for finding in data["findings"]],
        {line: text for line, text in data["lines"]},
        data["suppressed"],
        data["failed"],
        data["profile"],
        [Excuse(Span(*span), quote, tuple(rules), *rest) for span, quote, rules, *rest in data["excuses"]],
    )


def _finding(finding: Finding) -> list[Any]:
    return [
        finding.rule,
        finding.name,
        finding.severity,
        finding.message,
        finding.help,
        _span(finding.span),
        finding.quote,
        finding.document,
        [[basis.source, basis.clause, basis.strength] for basis in finding.basis],
        finding.fingerprint,
        [[other.path, other.line, other.quote, other.message] for other in finding.related],
        [[_span(edit.span), edit.text, edit.safe] for edit in finding.edits],
    ]


def _read(data: list[Any]) -> Finding:
    rule, name, severity, message, remedy, span, quote, document, basis, fingerprint, related, edits = data
    return Finding(
        rule,
        name,
        severity,
        message,
        remedy,
        Span(*span),
        quote,
        document,
        tuple(Basis(*one) for one in basis),
        fingerprint,
        tuple(Related(*one) for one in related),
        tuple(FixEdit(Span(*at), text, safe) for at, text, safe in edits),
    )


def _span(span: Span) -> list[int]:
    return [span.line, span.column, span.end_line, span.end_column]
