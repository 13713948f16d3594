"""The findings as JUnit XML, the form of test results that CI servers read.

A file is a test suite, a finding a test case.  Errors and warnings are failures, what is only worth knowing is output of a case that
passed; what could not be read or checked is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from hegao.engine.findings.finding import FileResult, Finding, RunResult
from hegao.engine.rules.rule import ALWAYS_ON
from hegao.reports.place_words import related_words, where_words
from hegao.reports.report_words import SEVERITY, basis_words
from hegao.reports.terminal_width import show

_CLEAN = {"zh": "没有发现问题", "en": "nothing found"}
_PLACE = {"zh": "位置：{}", "en": "Place: {}"}
_QUOTE = {"zh": "原文：“{}”", "en": 'Text: "{}"'}
_HELP = {"zh": "改法：{}", "en": "Remedy: {}"}
_NORM = {"zh": "依据：{}", "en": "Basis: {}"}


def junit_pieces(result: RunResult, lang: str = "zh") -> Iterator[str]:
    """The results in pieces, in order."""
    by_path = {file.path: file for file in result.files}
    # An empty suite is not shown by most servers: a file without findings has one case, which passed.
    tests = sum(max(1, len(file.findings)) for file in result.files)
    failures, errors = sum(map(_failures, result.files)), sum(map(_errors, result.files))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hegao" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    for file in result.files:
        name = _attribute(file.path)
        counts = f'tests="{max(1, len(file.findings))}" failures="{_failures(file)}" errors="{_errors(file)}"'
        yield f'  <testsuite name="{name}" {counts}>\n'
        if not file.findings:
            yield f'    <testcase classname="{name}" name="{_CLEAN[lang]}"/>\n'
        for finding in file.findings:
            yield _case(finding, file, by_path, lang)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _outcome(finding: Finding) -> str:
    """The element for what came of a case."""
    if finding.name in ALWAYS_ON:
        return "error"
    return "system-out" if finding.severity == "info" else "failure"


def _failures(file: FileResult) -> int:
    return sum(_outcome(finding) == "failure" for finding in file.findings)


def _errors(file: FileResult) -> int:
    return sum(_outcome(finding) == "error" for finding in file.findings)


def _case(finding: Finding, file: FileResult, by_path: Mapping[str, FileResult], lang: str) -> str:
    name = f"{finding.rule} {finding.name} {where_words(file, finding, lang)}"
    outcome = _outcome(finding)
    lines = list(_details(finding, file, by_path, lang))
    if outcome == "system-out":
        opening, lines = "<system-out>", [f"{SEVERITY[lang][finding.severity]} {show(finding.message)}", *lines]
    else:
        opening = f'<{outcome} type="{finding.severity}" message="{_attribute(finding.message)}">'
    body = escape("\n".join(lines))
    case = f'    <testcase classname="{_attribute(file.path)}" name="{_attribute(name)}">\n'
    return f"{case}      {opening}{body}</{outcome}>\n    </testcase>\n"


def _details(finding: Finding, file: FileResult, by_path: Mapping[str, FileResult], lang: str) -> Iterator[str]:
    """What a finding says beside its message, a line each."""
    yield _PLACE[lang].format(f"{show(file.path)} {where_words(file, finding, lang)}")
    if finding.quote:
        yield _QUOTE[lang].format(show(finding.quote))
    for other in finding.related:
        yield related_words(by_path, file.path, other, lang)
    if finding.help:
        yield _HELP[lang].format(show(finding.help))
    if finding.basis:
        yield _NORM[lang].format(("; " if lang == "en" else "；").join(show(basis_words(basis, lang)) for basis in finding.basis))


def _attribute(text: str) -> str:
    """The text between quotation marks; what XML does not allow is shown as people are shown it."""
    return escape(show(text), {'"': "&quot;"})
