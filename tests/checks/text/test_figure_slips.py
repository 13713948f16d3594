"""Slips of the pen within figures and their units, and words said twice."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("每餐留样不少于125g克。", ["g克"]),
        ("安装水泵30千瓦kW。", ["千瓦kW"]),
        ("引道被冲毁42M。", ["M"]),
        ("开通1000M宽带，网络提速到500M。", []),
        ("排查河段57千M。", ["千M"]),
        ("更换电线2万7千米。", ["2万7千"]),
        ("行车间隔缩短至3、4分钟。", ["3、4"]),
        ("单价12..5元。", [".."]),
        ("完成率达到95%%。", ["%%"]),
        ("安排资金2O0万元。", ["2O0"]),
        ("每人补助120.元。", ["."]),
        ("浊度不超过.5NTU。", [".5"]),
        ("举办第6届文化旅游周。", ["6"]),
        ("冷藏温度不高于4C。", ["C"]),
        ("提前24小时公告，每晚22时停止营业。", []),
    ],
)
def test_figures_mistyped(line: str, expected: list[str]) -> None:
    assert quotes("number-style", notice(line)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("确认无隐患后，后，由双方发布信息。", ["后，后，"]),
        ("建立台账，并，并定期更新。", ["并，并"]),
        ("将问题细化为三道四道环节。", ["三道四道"]),
        ("对于对逾期的单位予以通报。", ["对于对"]),
        ("包括道路、隧道等等等设施。", ["等等等"]),
        ("严禁携带火柴、打火机、火柴等火种进山。", ["火柴"]),
        ("目前，前三季度数据已公布。", []),
    ],
)
def test_words_said_once_more(line: str, expected: list[str]) -> None:
    assert quotes("repeat", notice(line)) == expected
