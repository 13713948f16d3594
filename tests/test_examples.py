"""The examples: every planted defect found in its place, nothing else, nothing on the correct twin."""

from __future__ import annotations

import json
from functools import cache

import pytest

from hegao.engine.findings.finding import Finding
from hegao.engine.run.runner import check_paths
from repository import ROOT

EXAMPLES = ROOT / "examples"
EXPECTED = json.loads((ROOT / "tests" / "examples" / "expected.json").read_text(encoding="utf-8"))
PLANTED = [(name, *(defect[key] for key in ("rule", "line", "quote"))) for name, defects in EXPECTED.items() for defect in defects]


@cache
def _findings(name: str) -> tuple[Finding, ...]:
    (file,) = check_paths([str(EXAMPLES / name)]).files
    return tuple(file.findings)


@pytest.mark.parametrize(("name", "rule", "line", "quote"), PLANTED, ids=[f"{name}:{line}:{rule}" for name, rule, line, _ in PLANTED])
def test_a_planted_defect_is_found_in_its_place(name: str, rule: str, line: int, quote: str) -> None:
    quotes = [finding.quote for finding in _findings(name) if (finding.name, finding.span.line) == (rule, line)]
    assert any(quote in found or (found and found in quote) for found in quotes), quotes


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_nothing_is_found_that_was_not_planted(name: str) -> None:
    planted = {(defect["rule"], defect["line"]) for defect in EXPECTED[name]}
    assert [(f.name, f.span.line, f.message) for f in _findings(name) if (f.name, f.span.line) not in planted] == []


@pytest.mark.parametrize("profile", ["draft", "final", "published"])
def test_the_correct_twin_is_silent_in_every_profile(profile: str) -> None:
    from hegao.engine.configuration.options import Options

    (file,) = check_paths([str(EXAMPLES / "notice-correct.txt")], Options(profile=profile)).files
    assert [(f.name, f.span.line, f.message) for f in file.findings] == []


def test_the_twins_differ_in_the_planted_lines_only() -> None:
    correct, wrong = (
        (EXAMPLES / name).read_text(encoding="utf-8").splitlines() for name in ("notice-correct.txt", "notice-with-defects.txt")
    )
    assert len(correct) == len(wrong)
    differing = [line for line, (a, b) in enumerate(zip(correct, wrong, strict=True), 1) if a != b]
    assert differing == [defect["line"] for defect in EXPECTED["notice-with-defects.txt"]]


def test_every_example_file_has_its_expectations() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_quotes_stand_where_they_are_said_to_stand(name: str) -> None:
    lines = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()
    for finding in _findings(name):
        start = finding.span.column - 1
        assert lines[finding.span.line - 1][start : start + len(finding.quote)] == finding.quote
