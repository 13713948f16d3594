"""Bodies and places told once with the end of another kind than elsewhere."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("usual", "once", "found"),
    [
        ("市数据局", "市数据委挑头抓", ["市数据委"]),
        ("县体育事业发展中心", "协调县体育事业发展站场馆", ["县体育事业发展站"]),
        ("曲塘县有关单位", "用于曲塘区第二中学迁建", ["曲塘区"]),
        ("金坪镇有关单位", "通报表扬大坝镇和金坪乡群众", ["金坪乡"]),
        # Another level has a department of its own; a clause goes on behind; a general word.
        ("市农业农村局", "转省农业农村厅查办", []),
        ("市数据局", "受市数据局委托督办", []),
        ("参加城镇职工养老保险", "参加城乡居民养老保险", []),
    ],
)
def test_the_end_of_another_kind(usual: str, once: str, found: list[str]) -> None:
    text = notice(f"一、由{usual}牵头排查隐患。", f"二、{usual}汇总情况。", f"三、{once}。")
    assert quotes("unit-variant", text) == found
