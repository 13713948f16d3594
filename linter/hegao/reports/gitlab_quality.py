"""The findings as a code quality report of GitLab: a JSON array that merge requests show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hegao.engine.findings.finding import FileResult, Finding, RunResult
from hegao.reports.json import array_pieces, nested
from hegao.reports.place_words import place_of, place_words
from hegao.sources.digest import digest_of

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def gitlab_pieces(result: RunResult, lang: str = "zh") -> Iterator[str]:
    """The report in pieces, in order."""
    yield from array_pieces(([nested(_issue(file, finding, lang), 1)] for file in result.files for finding in file.findings), 0)
    yield "\n"


def _issue(file: FileResult, finding: Finding, lang: str) -> dict[str, Any]:
    span = finding.span
    place = place_words(place_of(file, finding), lang)
    return {
        "description": (place + (": " if lang == "en" else "：") if place else "") + finding.message,
        "check_name": f"{finding.rule} {finding.name}",
        # GitLab keeps one of several that are equal; copies of a document in two files have equal ones of ours.
        "fingerprint": digest_of(f"{file.path}\x00{finding.fingerprint}", 16),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": file.path, "lines": {"begin": span.line, "end": span.end_line}},
    }
