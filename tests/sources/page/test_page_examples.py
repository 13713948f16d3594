"""The examples set on pages by hand, as PDF and as OFD: the same findings, quotes and order as their text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hegao.sources.files import source_of
from page_files import ofd, pages_of, pdf
from test_word_examples import EXAMPLES, NAMES, expected, found


@pytest.mark.parametrize("make", [pdf, ofd])
@pytest.mark.parametrize("name", NAMES)
def test_the_same_findings(name: str, make: Callable[..., bytes]) -> None:
    text = (EXAMPLES / f"{name}.txt").read_text("utf-8")
    assert found(source_of(make(*pages_of(text)), "草稿")) == expected(name)
