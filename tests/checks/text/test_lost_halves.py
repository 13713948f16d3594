"""Frames of which one half is missing, and halves of two frames."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("活动旨在提升群众防灾意识为目的，由县应急管理局主办。", "旨在提升群众防灾意识为目的"),
        ("通知自2026年7月1日施行。", "日"),
        ("除法律法规另有规定，审批事项一律进驻大厅。", "法律法规另有规定"),
        ("将标准从每月600元提高700元。", "从每月600元提高"),
        ("在县委的坚强领导，防汛工作取得成效。", "领导"),
        ("坚持以人民中心的发展思想。", "人民中心"),
        ("对于对逾期未整改的单位，予以通报。", "对于对"),
        ("时限由10天压缩至为3天。", "至为"),
        ("严厉严禁在河道内采砂。", "严厉"),
        ("道路巡查由负责养护，桥梁另定。", "由"),
        ("经市人民政府，现将有关事项通知如下：", "经市人民政府"),
        ("响应时间不超过15妙，保存6个月。", "妙"),
        ("给予一次性5万元。", "一次性5万元"),
    ],
)
def test_a_half_is_lost(text: str, found: str) -> None:
    assert found in quotes("wording", notice(text))


@pytest.mark.parametrize(
    "text",
    [
        "通知自2026年7月1日起施行。除法律法规另有规定外，审批事项一律进驻大厅。",
        "除法律另有规定的，或者涉及国家秘密的情形外，一律公开。",
        "将标准从每月600元提高到700元，由负责单位拨付，由牵头部门汇总。",
        "在县委的坚强领导下，以党建引领，坚持以人民为中心。",
        "经市人民政府同意，现将15秒内、3200吨、20园区等事项通知如下：",
    ],
)
def test_what_is_whole(text: str) -> None:
    assert quotes("wording", notice(text)) == []
