"""Shares that make no hundred: of a formula in quotation marks, and of what several bear (``total``)."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("总成绩按“笔试成绩÷3×50%＋面试成绩×52%”计算。", ["52%"]),
        ("总成绩按“笔试成绩÷3×50%＋面试成绩×50%”计算。", []),
        ("所需经费按我省60%、贵省42%的比例分担。", ["42%"]),
        ("所需经费按市级50%、县级30%和乡镇20%的比例承担。", []),
        ("全县按农户10%的比例抽查。", []),
        ("工程永久占地96.7亩，其中耕地21.3亩、林地58.2亩、其他用地17.0亩。", ["96.7亩"]),
        ("共设断面14个，其中贵省境内7个、我省境内5个。", ["14个"]),
        ("共设断面14个，其中贵省境内7个、我省境内7个。", []),
    ],
)
def test_what_makes_a_whole(body: str, expected: list[str]) -> None:
    assert quotes("total", notice(body)) == expected


SHARES = "| 项目 | 甲镇 | 乙镇 | 合计 | 占比 |\n|---|---|---|---|---|\n| 房屋 | 27200 | 14100 | 41300 | 60.3% |\n| 道路 | 8900 | 4900 | 13800 | {} |\n| 清理 | 580 | 320 | 900 | 1.3% |\n| 其他 | 3400 | 1800 | 5200 | 7.6% |\n| 预备 | 2950 | 1550 | 4500 | 6.6% |\n| 税费 | 1820 | 980 | 2800 | 4.1% |"


def test_shares_are_of_the_column_of_which_all_of_them_are() -> None:
    assert quotes("total", notice(SHARES.format("20.1%"))) == []
    assert quotes("total", notice(SHARES.format("21.0%"))) == ["21.0%"]
