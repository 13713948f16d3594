"""Passages of plans, reports, minutes, letters and requests, each with a figure that the others contradict, and its correct twin."""

from __future__ import annotations

import pathlib
import re

import pytest

from checks.told import quotes
from notices import notice

#: A passage a block; {wrong|right} holds both readings.  A block behind ? holds a slip that nothing tells yet: its twin must stay clean.
_PASSAGES = pathlib.Path(__file__).with_name("figure_passages.txt").read_text(encoding="utf-8").strip().split("\n\n")
_READINGS = re.compile(r"\{([^{|}]*)\|([^{|}]*)\}")


def _reading(passage: str, which: int) -> str:
    return notice(*_READINGS.sub(lambda match: match[which], passage.removeprefix("?")).split("\n"))


@pytest.mark.parametrize("passage", [passage for passage in _PASSAGES if not passage.startswith("?")])
def test_a_wrong_figure_is_told(passage: str) -> None:
    assert quotes("total", _reading(passage, 1))


@pytest.mark.parametrize("passage", _PASSAGES)
def test_the_right_figure_is_not(passage: str) -> None:
    assert quotes("total", _reading(passage, 2)) == []
