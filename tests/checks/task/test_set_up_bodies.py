"""Bodies set up for a matter, firms and offices told by two names; names that no table knows."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

SET_UP = "（一）加强领导。成立市城市内涝治理工作专班（以下简称“市专班”），由副市长任组长。"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("市内涝治理指挥部每季度召开一次调度会。", ["市内涝治理指挥部"]),
        ("联席会议每季度调度一次。", ["联席会议"]),
        ("市专班每季度调度一次，专班办公室报送情况。", []),
        ("市防汛抗旱指挥部负责调度。", []),
        ("同时成立专家评审委员会，负责技术把关。", []),
    ],
)
def test_one_body_set_up(sentence: str, found: list[str]) -> None:
    assert quotes("unit-variant", notice("一、保障", SET_UP, f"（二）严格考核。{sentence}")) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [("报县护林防火指挥部办公室。", ["县护林防火指挥部"]), ("报县防汛抗旱指挥部办公室。", []), ("报县森林防灭火指挥部办公室。", [])],
)
def test_one_matter_under_two_names(other: str, found: list[str]) -> None:
    text = notice("一、报告。向县森林防灭火指挥部报告。", "二、响应。由县森林防灭火指挥部启动。", f"三、总结。形成报告，{other}")
    assert quotes("unit-variant", text) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("江河供电局要做好保电。", ["江河供电局"]),
        ("江河供电公司要做好保电。", []),
        ("由市城投公司负责拆迁。", ["城投公司"]),
        ("由市水投公司负责拆迁。", []),
    ],
)
def test_firms(sentence: str, found: list[str]) -> None:
    text = notice("一、线路。由江河供电公司负责，江河城市建设投资集团有限公司配合。", "二、电价。由江河供电公司测算。", f"三、保障。{sentence}")
    assert quotes("unit-variant", text) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [("市教委", ["市教委"]), ("市农牧局", ["市农牧局"]), ("市纪检委", ["市纪检委"]), ("市教育局", [])],
)
def test_names_of_other_times(name: str, found: list[str]) -> None:
    assert quotes("unit-variant", notice(f"一、配合。由{name}负责，市财政局配合。")) == found


def test_names_that_no_place_has() -> None:
    assert quotes("unit-unknown", notice("一、调查。由市统计委牵头，市财政局配合。")) == ["市统计委"]
    duties = "（牵头单位：市民政局；配合单位：市财政局、{}、市教育局、市水利局）"
    assert quotes("unit-unknown", notice(f"一、测评。开展满意度测评。{duties.format('市民意测评处')}")) == ["市民意测评处"]
    assert quotes("unit-unknown", notice(f"一、测评。开展满意度测评。{duties.format('市公安局云岭分局')}")) == []


@pytest.mark.parametrize(("written", "found"), [("报我局公路养护股。", ["公路养护股"]), ("报我局公路养护科。", [])])
def test_offices_of_our_own(written: str, found: list[str]) -> None:
    assert quotes("unit-variant", notice("一、巡查。由我局公路养护科负责，养护科汇总。", f"二、报送。按月{written}")) == found
