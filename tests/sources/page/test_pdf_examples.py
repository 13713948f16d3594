"""The examples as PDF, made by LibreOffice and by Typst (``make_examples.py``): the same findings, quotes and order as their text."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegao.engine.run.runner import check_sources
from hegao.sources.files import read
from test_word_examples import NAMES, expected, found

MADE = Path(__file__).parent / "made"


@pytest.mark.parametrize("path", sorted(MADE.glob("*.pdf")), ids=lambda path: path.stem)
def test_the_same_findings(path: Path) -> None:
    name = next(name for name in NAMES if path.stem.endswith(name))
    assert found(read(path, "草稿")) == expected(name)


@pytest.mark.parametrize("path", sorted(MADE.glob("*.pdf")), ids=lambda path: path.stem)
def test_findings_stand_where_their_quotes_stand(path: Path) -> None:
    source = read(path)
    for finding in check_sources([source]).files[0].findings:
        assert source.lines[finding.span.line - 1].startswith(finding.quote, finding.span.column - 1)
