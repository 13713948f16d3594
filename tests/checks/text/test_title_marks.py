"""The marks of titles and of quotations within their like."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《关于审批《云岭县供水规划》的请示》收悉。", ["关于审批《云岭县供水规划》"]),
        ("根据<云岭县供水条例>制定。", ["<云岭县供水条例>"]),
        ("根据<<云岭县供水条例>>制定。", ["<<云岭县供水条例>>"]),
        ("依据<江河市供水“十五五”规划>开展工作。", ["<江河市供水“十五五”规划>"]),
        ("推广“村级“小微权力”清单”制度。", ["“小微权力”"]),
        ("按照“分级负责、“两上两下””的方式办理。", ["“两上两下”"]),
        ("《关于审批〈云岭县供水规划〉的请示》收悉，各县〈市、区〉抓好落实。", []),
        ("按照“分级负责、‘两上两下’”的方式，落实“双随机”“一公开”。", []),
    ],
)
def test_inner_marks(text: str, found: list[str]) -> None:
    assert quotes("bracket", notice(text)) == found
