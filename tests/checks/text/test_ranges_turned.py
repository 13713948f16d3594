"""Ranges whose ends stand the wrong way round, and years of plans told by their names."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("高峰时段发车间隔为25～20分钟。", ["25～20"]),
        ("逾期不改正的，处五千元以上一千元以下罚款。", ["五千元以上一千元以下"]),
        ("逾期不改正的，处2万元以上1万元以下罚款。", ["2万元以上1万元以下"]),
        ("养护合同期限为3～2年。", ["3～2"]),
        ("面向7～3年级学生开放。", []),
        ("高峰时段发车间隔为20～25分钟，处一千元以上五千元以下罚款。", []),
        ("处五千元以上二万元以下罚款。", []),
    ],
)
def test_range_turned_round(body: str, expected: list[str]) -> None:
    assert quotes("number-style", notice(body)) == expected


@pytest.mark.parametrize(("year", "expected"), [("2025年", ["2025年"]), ("2026年", [])])
def test_the_first_year_of_a_plan(year: str, expected: list[str]) -> None:
    assert quotes("date-year", notice(f"{year}是“十五五”规划开局之年。")) == expected


def test_an_alignment_row_of_single_dashes_is_no_row() -> None:
    table = "| 序号 | 项目 | 金额（万元） |\n| :-: | --- | --: |\n| 1 | 食堂 | 300 |\n| 2 | 公园 | 500 |\n| 合计 | | 850 |"
    assert quotes("total", notice("预算如下：", table)) == ["850"]
