"""Places told once beside the document's own: left over from a template, or another place that it deals with."""

from __future__ import annotations

import pytest

import notices
from checks.texts import hits, notice, read


def told(*paragraphs: str) -> list[tuple[str, str]]:
    return [(hit.at.value, str(hit.facts["fault"])) for hit in hits("leftover", notice(*paragraphs))]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("根据省里要求，结合岭坪市实际，制定本方案。", "岭坪市"),
        ("本预案适用于岩柘市行政区域内的应急处置工作。", "岩柘市"),
        ("《枫柘市人民政府关于加快养老服务发展的意见》同时废止。", "枫柘市"),
        ("由市发展改革委牵头，岑陌供电公司配合，完成线路迁改。", "岑陌"),
    ],
)
def test_a_place_told_once(text: str, place: str) -> None:
    assert [at for at, _fault in told(text, "江河市各部门要抓好落实。")] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "学习借鉴枫柘市经验，推进试点县建设。",
        "赴枫柘市考察，同枫柘市共建园区，结合枫柘市做法改进。",
        "枫柘市机械有限公司中标，脱贫县、产粮县优先。",
        "名单：枫　柘　市场处副处长。",
    ],
)
def test_places_that_one_deals_with(text: str) -> None:
    assert told(text, "江河市各部门要抓好落实。") == []


def test_a_name_one_letter_off() -> None:
    often = "由沙棘乡负责。请沙棘乡整改。责令沙棘乡检查。经沙棘乡同意。"
    assert told(often, "由沙柳乡人民政府对辖区企业开展排查。") == [("沙柳乡", "doubtful")]
    assert told("由东岭乡负责。请东岭乡整改。责令东岭乡检查。经东岭乡同意。", "由西岭乡人民政府配合。") == []


def test_a_body_of_another_place_among_those_of_the_host() -> None:
    text = notices.notice(
        "会议在枫柘市召开。枫柘市人民政府致辞，观摩枫柘市学校。",
        "由枫柘市教育局安排食宿。由枫柘市教育局负责宣传。由岑陌市教育局负责踏勘。",
        issuer="江河省教育厅办公室",
    )
    assert [hit.at.value for hit in hits("leftover", read(text))] == ["岑陌市教育局"]


def test_names_of_cities_end_like_a_level() -> None:
    text = notices.notice("江州市各部门值班。主要负责同志离开枫州市的，应当提前报告。", issuer="江州市人民政府办公室")
    assert [hit.at.value for hit in hits("leftover", read(text))] == ["枫州市"]


def test_another_city_in_a_motto() -> None:
    text = notices.notice("深入推进治理，建设美丽枫川。", issuer="江河市人民政府办公室")
    assert [hit.at.value for hit in hits("leftover", read(text))] == ["枫川"]
