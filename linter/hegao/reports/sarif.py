"""The findings as SARIF 2.1.0, which code scanning services and editors take.

Columns are counted in characters as everywhere (``unicodeCodePoints``), lines end where the reader ends them.  In a Word document or a
web page the region is that of the text as it was read; paragraph or cell are told as a logical location.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from hegao import __version__
from hegao.engine.findings.finding import FileResult, Finding, FixEdit, Related, RunResult
from hegao.engine.rules.rule import Rule
from hegao.reports.json import array_pieces, nested
from hegao.reports.place_words import place_json, place_of, place_words, related_place
from hegao.reports.report_words import basis_words
from hegao.sources.origins import Place
from hegao.sources.source import TEXT
from hegao.sources.text import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_NORMS = {"zh": "依据：", "en": "Basis: "}
_MENDED = {"zh": "改正", "en": "Mend it"}
#: What ends a line of a text for the reader (``hegao.sources.files``).
_LINE_ENDS = ("\r\n", "\n", "\r")
#: The name of our fingerprints, with their version, among those of others.
_FINGERPRINT = "hegao/v1"


def sarif_pieces(result: RunResult, rules: Mapping[str, Rule] = {}, lang: str = "zh") -> Iterator[str]:
    """The log of the run in pieces, in order; ``rules`` by their codes lend those that found something their words."""
    by_path = {file.path: file for file in result.files}
    found = {finding.rule: finding for file in reversed(result.files) for finding in reversed(file.findings)}
    indexes = {code: index for index, code in enumerate(sorted(found))}
    driver = {
        "name": "hegao",
        "version": __version__,
        "semanticVersion": __version__,
        "language": _LANGUAGES[lang],
        "rules": [_rule(found[code], rules.get(code), lang) for code in indexes],
    }
    yield f'{{\n  "$schema": "{_SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n      "tool": {nested({"driver": driver}, 3)},\n'
    yield f'      "invocations": {nested([{"executionSuccessful": not result.failed}], 3)},\n'
    yield f'      "language": "{_LANGUAGES[lang]}",\n      "columnKind": "unicodeCodePoints",\n'
    yield f'      "newlineSequences": {nested(_LINE_ENDS, 3)},\n      "results": '
    yield from array_pieces(_results(result, by_path, indexes, lang), 3)
    yield "\n    }\n  ]\n}\n"


def _rule(finding: Finding, rule: Rule | None, lang: str) -> dict[str, Any]:
    """A rule: what it finds, why that matters, how to mend it, and the norms."""
    words = rule.wording(lang) if rule is not None else None
    summary = words.summary if words else finding.name
    norms = [basis_words(basis, lang) for basis in finding.basis]
    help_text = "\n".join([finding.help or summary, *([_NORMS[lang] + ("; " if lang == "en" else "；").join(norms)] if norms else [])])
    basis = [{"source": one.source, "clause": one.clause, "strength": one.strength} for one in finding.basis]
    return {
        "id": finding.rule,
        "name": finding.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": words.why if words and words.why else summary},
        "help": {"text": help_text},
        "properties": {"tags": [finding.rule.rstrip("0123456789").rstrip("-")], "basis": basis},
    }


def _results(result: RunResult, by_path: Mapping[str, FileResult], indexes: Mapping[str, int], lang: str) -> Iterator[Iterable[str]]:
    for file in result.files:
        for finding in file.findings:
            yield [nested(_result(finding, file, by_path, indexes[finding.rule], lang), 4)]


def _result(finding: Finding, file: FileResult, by_path: Mapping[str, FileResult], index: int, lang: str) -> dict[str, Any]:
    span = finding.span
    region = _region(span)
    if span.line == span.end_line and finding.quote:
        region["snippet"] = {"text": finding.quote}
    said: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(finding.message)},
        "locations": [_location(file.path, region, place_of(file, finding), lang)],
    }
    if finding.related:
        said["relatedLocations"] = [_related(other, by_path, lang) for other in finding.related]
    said["partialFingerprints"] = {_FINGERPRINT: finding.fingerprint}
    if finding.edits and file.form == TEXT:
        said["fixes"] = [_fix(file.path, finding.edits, lang)]
    return {**said, "properties": {"document": finding.document}}


def _location(path: str, region: Mapping[str, Any], place: Place | None, lang: str) -> dict[str, Any]:
    """A place: the lines of the text, and beside them the paragraph, cell or page of a file without lines."""
    said: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": file_uri(path)}, "region": region}}
    if place is not None and place_json(place):
        kind = "cell" if place.cell is not None else "paragraph" if place.paragraph is not None else place.part or "page"
        said["logicalLocations"] = [{"fullyQualifiedName": place_words(place, lang), "kind": kind, "properties": place_json(place)}]
    return said


def _related(other: Related, by_path: Mapping[str, FileResult], lang: str) -> dict[str, Any]:
    said = _location(other.path, {"startLine": other.line}, related_place(by_path, other), lang)
    message = other.message or other.quote
    return {**said, "message": {"text": _plain(message)}} if message else said


def _fix(path: str, edits: Iterable[FixEdit], lang: str) -> dict[str, Any]:
    """What mends the place, all edits together."""
    replacements = [{"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in edits]
    change = {"artifactLocation": {"uri": file_uri(path)}, "replacements": replacements}
    return {"description": {"text": _MENDED[lang]}, "artifactChanges": [change]}


def _region(span: Span) -> dict[str, Any]:
    return {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _plain(message: str) -> str:
    """A message in which braces, that would hold places for arguments, stand for themselves."""
    return message.replace("{", "{{").replace("}", "}}")


def file_uri(path: str) -> str:
    """The path as a reference in a URI: relative as it was given, or ``file:`` where it is absolute."""
    if re.match(r"[A-Za-z]:/", path):
        return f"file:///{path[:2]}{quote(path[2:])}"
    return ("file://" if path.startswith("/") else "") + quote(path, errors="replace")
