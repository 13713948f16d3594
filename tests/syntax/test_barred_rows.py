"""Tables typed with bars between their cells, none at the ends."""

from __future__ import annotations

import pytest

from checks.told import told
from hegao.syntax.barred_rows import barred_rows
from notices import notice

BARS = ("序号 | 村名 | 户数", "1 | 石桥村 | 20", "2 | 田坝村 |  ", "合计 | — | 20")


def _cells(lines: tuple[str, ...]) -> list[list[str]]:
    return [[lines[number - 1][start:end].strip() for start, end in spans] for number, spans in barred_rows(lines).items()]


def test_cells_between_bars() -> None:
    assert _cells(BARS) == [["序号", "村名", "户数"], ["1", "石桥村", "20"], ["2", "田坝村", ""], ["合计", "—", "20"]]


@pytest.mark.parametrize(
    "lines",
    [
        ("甲 | 乙 | 丙",),
        ("| 甲 | 乙 | 丙 |", "| 1 | 2 | 3 |"),
    ],
)
def test_what_is_no_such_table(lines: tuple[str, ...]) -> None:
    assert barred_rows(lines) == {}


def test_rows_typed_so_are_checked_as_any() -> None:
    rows = ("序号 | 港口 | 渔船", "1 | 潮头港 | 11", "3 | 西鼓港 | 12", "3 | 白沙港 | 13", "4 | 东屏港 | 14")
    assert "row-gap" in told(notice("渔船如下：", "\n".join(rows))) or "row-duplicate" in told(notice("渔船如下：", "\n".join(rows)))
