"""Tables typed with bars or blanks between their cells."""

from __future__ import annotations

import pytest

from checks.told import quotes, told
from hegao.syntax.spaced_rows import spaced_rows
from notices import notice

BARS = ("序号 | 村名 | 户数", "1 | 石桥村 | 20", "2 | 田坝村 |  ", "合计 | — | 20")
BLANKS = ("序号　　港口　　　渔船（艘）　　辅助船（艘）", "1　　　潮头港　　　1120　　　　　62", "2　　　西鼓港　　　 936　　　　　46", "合计　　　　　　　　2056　　　　　108")


def _cells(lines: tuple[str, ...]) -> list[list[str]]:
    return [[lines[number - 1][start:end].strip() for start, end in spans] for number, spans in spaced_rows(lines).items()]


def test_cells_between_bars() -> None:
    assert _cells(BARS) == [["序号", "村名", "户数"], ["1", "石桥村", "20"], ["2", "田坝村", ""], ["合计", "—", "20"]]


def test_cells_in_columns_stand_under_their_heads() -> None:
    assert _cells(BLANKS)[1:] == [["1", "潮头港", "1120", "62"], ["2", "西鼓港", "936", "46"], ["合计", "", "2056", "108"]]


@pytest.mark.parametrize(
    "lines",
    [
        ("甲 | 乙 | 丙",),
        ("联系人：王芳　　电话：5500016　　传真：5500017", "地址：江河路1号　　邮编：500016　　邮箱：无"),
        ("序号　　港口　　　渔船（艘）", "各港渔船数另行公布。"),
        ("| 甲 | 乙 | 丙 |", "| 1 | 2 | 3 |"),
    ],
)
def test_what_is_no_such_table(lines: tuple[str, ...]) -> None:
    assert spaced_rows(lines) == {}


def test_rows_typed_so_are_checked_as_any() -> None:
    rows = ("序号 | 港口 | 渔船", "1 | 潮头港 | 11", "3 | 西鼓港 | 12", "3 | 白沙港 | 13", "4 | 东屏港 | 14")
    assert "row-gap" in told(notice("渔船如下：", "\n".join(rows))) or "row-duplicate" in told(notice("渔船如下：", "\n".join(rows)))
    assert quotes("column-missing", notice("渔船如下：", "\n".join((*BLANKS[:1], *BLANKS[1:3], "3　　　白沙港　　　　　　　　　　　17", "4　　　东屏港　　　 12　　　　　　17", "5　　　大礁港　　　 15　　　　　　18")))) != []
