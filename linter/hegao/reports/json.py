"""The JSON report of a run, version 1: lines and columns from 1, columns in characters."""

from __future__ import annotations

import json
from typing import Any

from hegao import __version__
from hegao.engine.findings.finding import SEVERITIES, FileResult, Finding, RunResult

VERSION = 1


def dumps(data: Any) -> str:
    """JSON as all reports write it: readable, characters unescaped, keys in the order given."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def json_report(result: RunResult) -> str:
    """The whole run as one JSON object."""
    return dumps(
        {
            "version": VERSION,
            "tool": {"name": "hegao", "version": __version__},
            "files": [_file(file) for file in result.files],
            "summary": {
                "files": len(result.files),
                "documents": sum(len(file.documents) for file in result.files),
                **{severity: result.count(severity) for severity in SEVERITIES},
                "suppressed": sum(file.suppressed for file in result.files),
                **({} if result.unused is None else {"baseline_unused": len(result.unused)}),
            },
        }
    )


def _file(file: FileResult) -> dict[str, Any]:
    return {
        "path": file.path,
        "documents": [{"number": document.number, "title": document.title, "line": document.line} for document in file.documents],
        "findings": [_finding(finding) for finding in file.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    span = finding.span
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "quote": finding.quote,
        "document": finding.document,
        "basis": [{"source": basis.source, "clause": basis.clause, "strength": basis.strength} for basis in finding.basis],
        "fingerprint": finding.fingerprint,
        "related": [{"path": other.path, "line": other.line, "quote": other.quote, "message": other.message} for other in finding.related],
        "edits": [
            {
                "line": edit.span.line,
                "column": edit.span.column,
                "end_line": edit.span.end_line,
                "end_column": edit.span.end_column,
                "text": edit.text,
                "safe": edit.safe,
            }
            for edit in finding.edits
        ],
    }
