"""Correct documents, broken in one place: exactly that is found, there, and nothing else.

A line of ``breaks.jsonl`` is a kind of break: the document, what stands there (``old``, its first place), what is put in its
stead (``new``), and the one finding that a checker would write, with line and quote in the broken text.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hegao.engine.configuration.options import Options
from hegao.engine.rules.loading import load_rules
from hegao.engine.run.runner import check_sources
from hegao.sources.files import source_of

HERE = Path(__file__).parent
DOCUMENTS = sorted((HERE / "documents").iterdir())
BREAKS = [json.loads(line) for line in (HERE / "breaks.jsonl").read_text(encoding="utf-8").splitlines()]


def found(name: str, text: str, profile: str | None = None) -> list[tuple[str, int, str]]:
    """The findings in one text: rule name, line, quote."""
    result = check_sources([source_of(text.encode(), name)], Options(profile=profile), load_rules())
    return [(finding.name, finding.span.line, finding.quote) for file in result.files for finding in file.findings]


@pytest.mark.parametrize("profile", ["draft", "published"])
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_whole_documents_are_silent(path: Path, profile: str) -> None:
    assert found(path.name, path.read_text(encoding="utf-8"), profile) == []


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case["kind"].replace(" ", "-"))
def test_a_break_is_found_and_nothing_else(case: dict[str, Any]) -> None:
    whole = (HERE / "documents" / case["document"]).read_text(encoding="utf-8")
    assert case["old"] in whole
    broken = whole.replace(case["old"], case["new"], 1)
    assert found(case["document"], broken) == [(case["rule"], case["line"], case["quote"])]


def test_kinds_of_break_are_many_and_named_once() -> None:
    kinds = [case["kind"] for case in BREAKS]
    assert len(kinds) == len(set(kinds)) >= 40
    assert len({case["rule"] for case in BREAKS}) >= 30
