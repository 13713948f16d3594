"""Correct documents of invented offices, one a habit of layout: nothing is to be said of any of them, neither of a draft nor of a final text."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.told import told

CORRECT = Path(__file__).parent / "correct"


@pytest.mark.parametrize("path", sorted(CORRECT.glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("profile", ["draft", "final"])
def test_nothing_is_said_of_a_correct_document(path: Path, profile: str) -> None:
    assert told(path.read_text(encoding="utf-8"), profile) == []
