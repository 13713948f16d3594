"""What is missing is shown where it should stand: from what is above it to what is below."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice


@pytest.mark.parametrize(
    ("name", "text", "above", "below"),
    [
        ("addressee-missing", notice("请认真落实。", addressee=""), "江河市人民政府办公室关于做好有关工作的通知", "请认真落实。"),
        ("number-missing", "江河市人民政府办公室文件\n\n" + notice("请认真落实。", number=""), "江河市人民政府办公室文件", "江河市人民政府办公室关于做好有关工作的通知"),
        ("title-missing", notice("请认真落实。", "附件：名单", behind="附件\n\n单位：万元\n\n序号\t单位\t数量\n1\t云岭县\t20"), "附件", "单位：万元"),
    ],
)
def test_the_place_of_what_is_missing(name: str, text: str, above: str, below: str) -> None:
    (found,) = findings(name, text, "final")
    lines = text.split("\n")
    assert (found.span.line, found.span.end_line) == (lines.index(above) + 1, lines.index(below) + 1)
