"""The JSON report of a run, version 1: lines and columns from 1, columns in characters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hegao import __version__
from hegao.engine.findings.finding import SEVERITIES, FileResult, Finding, RunResult
from hegao.reports.place_words import place_json, place_of, related_place

VERSION = 1
_INDENT = "  "


def dumps(data: Any) -> str:
    """JSON as all reports write it: readable, characters unescaped, keys in the order given."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def json_report(result: RunResult) -> str:
    """The whole run as one JSON object."""
    return "".join(json_pieces(result))


def json_pieces(result: RunResult) -> Iterator[str]:
    """The report of a run in pieces, in order, so that a long one is never held as a whole."""
    by_path = {file.path: file for file in result.files}
    summary = {
        "files": len(result.files),
        "documents": sum(len(file.documents) for file in result.files),
        **{severity: result.count(severity) for severity in SEVERITIES},
        "suppressed": sum(file.suppressed for file in result.files),
        **({} if result.unused is None else {"baseline_unused": len(result.unused)}),
    }
    yield f'{{\n  "version": {VERSION},\n  "tool": {nested({"name": "hegao", "version": __version__}, 1)},\n  "files": '
    yield from array_pieces((_file(file, by_path) for file in result.files), 1)
    yield f',\n  "summary": {nested(summary, 1)}\n}}\n'


def array_pieces(items: Iterable[Iterable[str]], depth: int) -> Iterator[str]:
    """A JSON array that begins at a depth of nesting, of items that are written in pieces."""
    mark = "["
    for item in items:
        yield f"{mark}\n{_INDENT * (depth + 1)}"
        yield from item
        mark = ","
    yield "[]" if mark == "[" else f"\n{_INDENT * depth}]"


def nested(data: Any, depth: int) -> str:
    """A JSON value as it stands at a depth of nesting; line ends stand between values only, those within strings are escaped."""
    return dumps(data).rstrip("\n").replace("\n", f"\n{_INDENT * depth}")


def _file(file: FileResult, by_path: Mapping[str, FileResult]) -> Iterator[str]:
    documents = [{"number": document.number, "title": document.title, "line": document.line} for document in file.documents]
    yield f'{{\n      "path": {nested(file.path, 3)},\n      "documents": {nested(documents, 3)},\n      "findings": '
    yield from array_pieces(([nested(_finding(finding, file, by_path), 4)] for finding in file.findings), 3)
    yield "\n    }"


def _finding(finding: Finding, file: FileResult, by_path: Mapping[str, FileResult]) -> dict[str, Any]:
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
        **place_json(place_of(file, finding)),
        "quote": finding.quote,
        "document": finding.document,
        "basis": [{"source": basis.source, "clause": basis.clause, "strength": basis.strength} for basis in finding.basis],
        "fingerprint": finding.fingerprint,
        "related": [
            {
                "path": other.path,
                "line": other.line,
                **place_json(related_place(by_path, other)),
                "quote": other.quote,
                "message": other.message,
            }
            for other in finding.related
        ],
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
