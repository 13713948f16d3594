"""Times by level: the graver, the sooner, or the other way, but one way."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

_ITEMS = (
    "一、响应要求",
    "（一）Ⅰ级响应启动后，队伍应在30分钟内到达现场。",
    "（二）Ⅱ级响应启动后，队伍应在1小时内到达现场。",
    "（三）Ⅲ级响应启动后，队伍应在%s内到达现场。",
    "（四）Ⅳ级响应启动后，队伍应在4小时内到达现场。",
)


@pytest.mark.parametrize(("said", "expected"), [("2小时", []), ("1小时", []), ("45分钟", ["45分钟"])])
def test_levels_in_a_list(said: str, expected: list[str]) -> None:
    assert quotes("total", notice(*_ITEMS[:3], _ITEMS[3] % said, _ITEMS[4])) == expected


@pytest.mark.parametrize(("said", "expected"), [("90分钟", []), ("40分钟", ["40分钟"])])
def test_levels_in_a_table(said: str, expected: list[str]) -> None:
    rows = ("响应级别\t到达时限", "一级\t30分钟", "二级\t60分钟", f"三级\t{said}", "四级\t120分钟")
    assert quotes("total", notice("响应时限表", "", *rows)) == expected


def test_levels_in_a_sentence() -> None:
    assert quotes("total", notice("特别重大事件30分钟内、重大事件1小时内、较大事件40分钟内、一般事件4小时内报告。")) == ["40分钟"]
    assert quotes("total", notice("特别重大事件30分钟内、重大事件1小时内、较大事件2小时内、一般事件4小时内报告。")) == []
    # Two tasks at each level are two scales.
    assert quotes("total", notice("一级事件10分钟内报告、2小时内处置，二级事件20分钟内报告、1小时内处置，三级事件5分钟内报告、3小时内处置。")) == []
