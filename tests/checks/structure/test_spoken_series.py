"""Words of turn, stages, items within cells and numbers of tables that skip or repeat."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("lines", "gap", "twice"),
    [
        (("首先，摸清底数；其次，分类施策；其次，跟踪问效。",), [], ["其次"]),
        (("首先，摸清底数；再次，分类施策。",), ["再次"], []),
        (("首先，摸清底数；其次，分类施策；再次，跟踪问效；最后，总结评估。",), [], []),
        (("第一阶段：排查（5月）。摸清底数。", "第三阶段：整改（6月）。逐项销号。"), ["第三"], []),
        (("第一阶段：排查（5月）。摸清底数。", "第二阶段：整改（6月）。逐项销号。", "第二阶段：验收（7月）。组织验收。"), [], ["第二"]),
        (("| 单位 | 职责 |", "| --- | --- |", "| 市水利局 | 1.巡查；2.调度；4.报送。 |", "| 市应急局 | 1.救援；2.调拨。 |"), ["4."], []),
        (("| 单位 | 职责 |", "| --- | --- |", "| 市水利局 | 1.巡查；2.调度；2.报送。 |", "| 市应急局 | 1.救援；2.调拨。 |"), [], ["2."]),
        (("| 单位 | 职责 |", "| --- | --- |", "| 市水利局 | 投资1.5亿元；2.3亿元待批 |", "| 市应急局 | 1.救援；2.调拨。 |"), [], []),
    ],
)
def test_what_is_told_in_turn(lines: tuple[str, ...], gap: list[str], twice: list[str]) -> None:
    text = notice(*lines)
    assert [quote[:2] for quote in quotes("heading-gap", text)] == gap
    assert [quote[:2] for quote in quotes("heading-duplicate", text)] == twice


def test_tables_are_numbered_on() -> None:
    table = "| 县区 | 数量 |", "| --- | --- |", "| 石桥县 | 52 |", "| 柳坪县 | 46 |"
    assert [quote for quote in quotes("heading-gap", notice("表1　水库数量", *table, "表3　经费数额", *table))] == ["表3"]
    assert quotes("heading-gap", notice("表1　水库数量", *table, "表2　经费数额", *table)) == []
