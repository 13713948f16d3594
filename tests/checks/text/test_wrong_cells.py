"""Tables with one wrong figure, which the rule points at where it stands, and their correct twins."""

from __future__ import annotations

import pathlib
import re

import pytest

from checks.told import findings
from notices import notice

#: A table a block; {wrong|right} holds both readings.  A block behind ? holds a slip that nothing tells yet: its twin must stay clean.
_TABLES = pathlib.Path(__file__).with_name("figure_tables.txt").read_text(encoding="utf-8").strip().split("\n\n")
_READINGS = re.compile(r"\{([^{|}]*)\|([^{|}]*)\}")


def _reading(table: str, which: int) -> str:
    said = _READINGS.sub(lambda match: match[which], table.removeprefix("?"))
    return notice("一、抓好落实。各单位要认真抓好落实。", behind=f"附件\n\n情况表\n\n{said}\n")


def _line(table: str) -> int:
    """The line of the text on which the wrong figure stands."""
    lines = table.removeprefix("?").split("\n")
    wrong = next(index for index, line in enumerate(lines) if _READINGS.search(line))
    return _reading(table, 1).split("\n").index(_READINGS.sub(lambda match: match[1], lines[wrong])) + 1


@pytest.mark.parametrize("table", [table for table in _TABLES if not table.startswith("?")])
def test_a_wrong_cell_is_told_where_it_stands(table: str) -> None:
    assert [finding.span.line for finding in findings("total", _reading(table, 1))] == [_line(table)]


@pytest.mark.parametrize("table", _TABLES)
def test_the_right_cell_is_not(table: str) -> None:
    assert findings("total", _reading(table, 2)) == []
