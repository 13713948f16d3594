"""Names of departments that no place can have (``unit-unknown``), and slips of names that the document tells elsewhere (``unit-variant``)."""

from __future__ import annotations

import pytest

from checks.told import quotes, told
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("由县管理应急局牵头，县公安局配合，开展检查。", "县管理应急局"),
        ("材料报市政府人民办公室汇总。", "市政府人民办公室"),
        ("补助由江河市农业村局拨付。", "市农业村局"),
        ("各县（区）教育局、市场管局、公安局要联合检查。", "市场管局"),
        ("结果函告区城乡住房建设局。", "区城乡住房建设局"),
        ("由市卫生康局和市发展和改委员会负责解释。", "市卫生康局"),
        ("报市防抗旱指挥部办公室备案。", "市防抗旱指挥部"),
    ],
)
def test_a_department_that_no_place_has(body: str, expected: str) -> None:
    assert quotes("unit-unknown", notice(body))[0] == expected


@pytest.mark.parametrize(
    "body",
    [
        "由市规划和自然资源局、市文化体育局、市体育文化局牵头。",
        "市政服务中心和城市管理局、市政管理局在区民政服务中心联合办公。",
        "市经济信息委、市金融监管局和县林业草原局配合。",
        "由市住建局、市应急局、市民宗局负责。",
        "全市场管理水平提高，各地区域发展改善明显。",
    ],
)
def test_names_that_places_have(body: str) -> None:
    assert quotes("unit-unknown", notice(body)) == []


def test_what_a_place_calls_so_again_and_again_is_a_name() -> None:
    assert quotes("unit-unknown", notice("由市卫生康局牵头。", "由市卫生康局报送。")) == []
    assert quotes("unit-unknown", notice("由市卫生康局牵头。", "由市卫生康局报送，市卫生健康局汇总。")) == ["市卫生康局"]


@pytest.mark.parametrize("slip", ["县渡口建管理局", "县建设渡口管理局"])
def test_a_slip_of_a_name_told_elsewhere_stands_in_any_sentence(slip: str) -> None:
    text = notice("由县渡口建设管理局牵头，县水利局配合。", "方案经县渡口建设管理局、县水利局审查。", f"各乡镇于每月末将进展情况报送{slip}。")
    assert quotes("unit-variant", text) == [slip]


def test_one_slip_is_told_once() -> None:
    text = notice("由县应急管理局牵头，县水利局配合。", "方案经县应急管理局、县水利局审查。", "由县应管理局汇总。")
    assert told(text) == ["unit-variant"]
