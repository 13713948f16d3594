"""Prepositions and frames that do not fit."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice


def told(text: str) -> list[tuple[str, object]]:
    return [(hit.at.value, hit.facts["right"]) for hit in hits("word-table", notice(text))]


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("按照有关规划和按照年度计划，确定建设规模。", "和按照", "和"),
        ("对于关于停车的意见，要逐条答复。", "对于关于", "对于"),
        ("要以提升能力为目标为，开展培训。", "为目标为", "为目标"),
        ("采取措施避免不出现积水。", "不", ""),
        ("接报后立即马上赶赴现场。", "立即马上", "立即"),
        ("通过开展培训，使基层干部的能力明显提高。", "通过", "（删去“通过”或“使”，补出主语）"),
        ("每季度末报送进度，每月月初左右报送台账。", "左右", ""),
        ("加大群众工作水平，开展演练。", "加大群众工作水平", "提高群众工作水平"),
    ],
)
def test_broken_frames(text: str, written: str, right: str) -> None:
    assert (written, right) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "根据有关规划和年度计划，按照实际确定规模。",
        "对于依据本办法作出的决定，可以申请复核。",
        "要以提升能力为目标，避免不必要的开支，防止不作为。",
        "春节前后加强检查，左右两岸同步推进，会议于3月1日前后两天召开。",
        "加大提升能力水平的投入，加大宣传力度。",
    ],
)
def test_right_frames(text: str) -> None:
    assert told(text) == []
