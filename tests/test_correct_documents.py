"""Correct documents of invented offices, many of them a habit of layout: no alarm in any of them, neither in a draft nor in a final text."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from checks.told import all_told
from hegao.engine.findings.finding import Finding

CORRECT = sorted((Path(__file__).parent / "correct").glob("*.txt"))
#: Requests to look at a place (请核对, information) may be in vain; of so many documents one may bear one.
DOCUMENTS_TO_ONE_REQUEST = 2


@functools.cache
def said(path: Path, profile: str) -> list[Finding]:
    """All that is found in a document."""
    return all_told(path.read_text(encoding="utf-8"), profile)


@pytest.mark.parametrize("path", CORRECT, ids=lambda path: path.stem)
@pytest.mark.parametrize("profile", ["draft", "final"])
def test_no_alarm_is_raised_by_a_correct_document(path: Path, profile: str) -> None:
    assert [(finding.name, finding.quote) for finding in said(path, profile) if finding.severity != "info"] == []


@pytest.mark.parametrize("profile", ["draft", "final"])
def test_requests_to_look_are_few_in_correct_documents(profile: str) -> None:
    told = [(path.stem, finding.name, finding.quote) for path in CORRECT for finding in said(path, profile)]
    assert len(told) * DOCUMENTS_TO_ONE_REQUEST <= len(CORRECT), told
