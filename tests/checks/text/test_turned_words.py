"""Words of two characters in the wrong order."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice


def told(text: str) -> list[tuple[str, object]]:
    return [(hit.at.value, hit.facts["right"]) for hit in hits("word-table", notice(text))]


@pytest.mark.parametrize(("text", "written", "right"), [("各单位要严格执行公务接待准标，不得超支。", "准标", "标准"), ("严格遵守会议律纪，不得迟到。", "律纪", "纪律")])
def test_turned(text: str, written: str, right: str) -> None:
    assert [right in str(meant) for at, meant in told(text) if written in at] == [True]


@pytest.mark.parametrize("text", ["努力建设天蓝、地绿、水清的家园。", "数据更新落位到房屋建筑。"])
def test_words_that_meet(text: str) -> None:
    assert told(text) == []
