"""Sentences and titles right before a table, held against its rows and columns."""

from __future__ import annotations

import pathlib
import re

import pytest

from checks.told import findings
from notices import notice

#: A sentence and its table a block; {wrong|right} holds both readings.
_BLOCKS = pathlib.Path(__file__).with_name("figures_over_tables.txt").read_text(encoding="utf-8").strip().split("\n\n")
_READINGS = re.compile(r"\{([^{|}]*)\|([^{|}]*)\}")


def _reading(block: str, which: int) -> str:
    said = _READINGS.sub(lambda match: match[which], block)
    return notice("一、抓好落实。各单位要认真抓好落实。", said)


@pytest.mark.parametrize("block", _BLOCKS)
def test_what_stands_over_a_table_is_held_against_it(block: str) -> None:
    wrong = next(line for line in block.split("\n") if _READINGS.search(line))
    text = _reading(block, 1)
    line = text.split("\n").index(_READINGS.sub(lambda match: match[1], wrong)) + 1
    assert [finding.span.line for finding in findings("total", text)] == [line]


@pytest.mark.parametrize("block", _BLOCKS)
def test_what_is_right_is_not_told(block: str) -> None:
    assert findings("total", _reading(block, 2)) == []
