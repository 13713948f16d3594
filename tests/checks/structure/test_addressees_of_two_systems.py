"""Governments and departments in an addressee, which a comma parts."""

from __future__ import annotations

import pytest

from checks.told import quotes

TEXT = """江河市人民政府办公室关于做好防汛工作的通知

江政办发〔2026〕8号

{}：

请认真组织落实。

江河市人民政府办公室
2026年3月9日
"""


@pytest.mark.parametrize(
    ("addressee", "found"),
    [
        ("各县（区）人民政府、市政府各部门", ["人民政府、"]),
        ("各县（区）人民政府，市政府各部门、各直属机构", []),
        ("各镇人民政府、街道办事处，区直各单位", []),
        ("各乡镇人民政府、县直各单位", ["人民政府、"]),
    ],
)
def test_a_comma_between_them(addressee: str, found: list[str]) -> None:
    assert quotes("addressee-form", TEXT.format(addressee)) == found


def test_a_short_name_that_the_body_bears_itself() -> None:
    text = TEXT.format("市发改委、市公安局")
    assert quotes("addressee-form", text) == ["市发改委"]
    assert quotes("addressee-form", text.replace("请认真", "由江河市发改委牵头，请认真")) == []
