"""Words of one character typed for another, told by what stands beside them."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice


def told(text: str) -> list[tuple[str, object, bool]]:
    return [(hit.at.value, hit.facts["right"], hit.facts["fault"] == "doubtful") for hit in hits("word-table", notice(text))]


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("对末落实整改措施的单位予以通报。", "末", "未"),
        ("下列企业己完成备案。", "己", "已"),
        ("由副县长任付总指挥，统一调度。", "付", "副"),
        ("乡镇人民政府付主体责任。", "付", "负"),
        ("工程计划与2026年9月开工。", "与", "于"),
        ("新铺管道7.5公理，改造12公理。", "理", "里"),
        ("购置客车20两。", "两", "辆"),
    ],
)
def test_a_word_that_is_meant_for_another(text: str, written: str, right: str) -> None:
    assert (written, right, False) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "第三季度末完成验收，月末清零。",
        "各单位对自己经营的项目负责，克己奉公，不得据为己有。",
        "拨付主要用于设备购置。",
        "2026年9月与2025年9月相比有所增长，已与2025年9月数据衔接。",
        "公理无须证明，购买药材3两。",
        "入仓满2年未借出的资产可以处置。",
    ],
)
def test_right_words(text: str) -> None:
    assert told(text) == []
