"""Fixed terms of which one character was typed for another, though what was typed is a word."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice


def told(text: str) -> list[tuple[str, object, bool]]:
    return [(hit.at.value, hit.facts["right"], hit.facts["fault"] == "doubtful") for hit in hits("word-table", notice(text))]


@pytest.mark.parametrize(
    ("text", "written", "right", "doubtful"),
    [
        ("由人民调节委员会组织双方协商。", "人民调节委员会", "人民调解委员会", False),
        ("开展鱼类增值放流活动。", "增值放流", "增殖放流", True),
        ("规范劳务排遣用工。", "劳务排遣", "劳务派遣", False),
        ("深入开展隐患查排和整治。", "隐患查排", "隐患排查", False),
        ("建立健全网格化理制度。", "网格化理", "网格化管理", True),
        ("建立学生新历健康档案。", "新历健康", "心理健康", True),
    ],
)
def test_a_slip_in_a_term(text: str, written: str, right: str, doubtful: bool) -> None:
    assert (written, right, doubtful) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "项目建议书已经批复，土地出让进度加快。",
        "加强执业资格管理和职业资格评价，推进森林防火和森林防灭火工作。",
        "做好商品房预告登记和商品房预售监管。",
        "发布雨情监测和舆情监测信息。",
    ],
)
def test_right_terms(text: str) -> None:
    assert told(text) == []
