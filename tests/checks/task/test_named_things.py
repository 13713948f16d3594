"""Things, towns, bodies and platforms told once under another name than elsewhere."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("usual", "other", "found"),
    [
        # Words that changed places, that came or went, a letter mistyped, a kind called otherwise.
        ("江河市第三实验小学", "江河市实验第三小学", ["江河市实验第三小学"]),
        ("江河市第二人民医院", "江河市第二医院", ["江河市第二医院"]),
        ("江河城市水务集团有限公司", "江河水务发展集团有限公司", ["江河水务发展集团有限公司"]),
        ("青龙水库", "清龙水库", ["清龙水库"]),
        ("城北工业园区", "城北产业园", ["城北产业园"]),
        ("全市油茶改造现场会", "全市油茶改造推进会", ["全市油茶改造推进会"]),
        ("白鹭洲公园", "白鹭州公园", ["白鹭州公园"]),
        ("青龙山水库", "青龙水库", ["青龙水库"]),
        # Numbers, directions and levels tell things apart; so does another word.
        ("江河市第一小学", "江河市第二小学", []),
        ("城东污水处理厂", "城西污水处理厂", []),
        ("上洞水库", "下洞水库", []),
        ("江河市人民医院", "江河市中医院", []),
        ("江河城市建设投资有限公司", "江河交通建设投资有限公司", []),
        # What is short for a name is no other one.
        ("江河水务集团有限公司", "江河水务集团", []),
    ],
)
def test_a_thing_under_two_names(usual: str, other: str, found: list[str]) -> None:
    text = notice(f"一、准备。材料送{usual}备查。", f"二、实施。参加{usual}的人员自带证件。", f"三、总结。问题由{other}汇总。".replace("由全市", "参加全市"))
    assert quotes("unit-variant", text) == found


def test_meetings_that_are_held_are_two() -> None:
    text = notice("一、动员。4月召开全市油茶改造动员会。", "二、推进。8月召开全市油茶改造推进会。")
    assert quotes("unit-variant", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("莲塘乡至渡头乡利用原有班线。", ["莲塘乡"]),
        ("莲塘乡应急分队负责运送。", ["莲塘乡"]),
        ("莲塘乡撤乡设镇后，班线不变。", []),
        ("莲塘镇至渡头乡利用原有班线。", []),
    ],
)
def test_a_town_as_two_kinds(text: str, found: list[str]) -> None:
    assert quotes("unit-variant", notice("一、范围。在莲塘镇、白沙镇、渡头乡实施。", f"二、线路。{text}")) == found


@pytest.mark.parametrize(
    ("later", "found"),
    [("市防汛抗旱指挥部", ["市防汛抗旱指挥部"]), ("市水旱灾害防御指挥部", []), ("市森林防灭火指挥部", [])],
)
def test_a_body_with_a_short_form_keeps_its_long_name(later: str, found: list[str]) -> None:
    text = notice("一、调度。由市水旱灾害防御指挥部（以下简称“市防指”）统一调度。", f"二、报送。险情报告{later}。")
    assert quotes("unit-variant", text) == found


@pytest.mark.parametrize(
    ("later", "found"),
    [("“江河在线督查”", ["江河在线督查"]), ("“江河督查在线”", []), ("“云上江河”", [])],
)
def test_a_platform_under_two_names(later: str, found: list[str]) -> None:
    text = notice("一、填报。通过“江河督查在线”平台填报。", f"二、通报。未在{later}平台填报的，予以通报。")
    assert quotes("unit-variant", text) == found


def test_names_of_old_are_told_with_the_bodies() -> None:
    assert quotes("unit-unknown", notice("一、办理。报市国土资源局办理。")) == ["国土资源局"]
    assert quotes("unit-unknown", notice("一、办理。由原市国土资源局办理。")) == []
    assert quotes("unit-unknown", notice("一、监管。由江河银保监分局负责监管。")) == ["银保监分局"]


def test_a_word_of_a_long_name_is_lost() -> None:
    assert quotes("unit-unknown", notice("一、办理。由市人力资源社会局审核。")) == ["市人力资源社会局"]
    assert quotes("unit-unknown", notice("一、办理。由市地方金融管理局审核。")) == []


def test_a_person_told_by_a_letter_alike() -> None:
    text = notice("一、分工。贺建平任组长，县水利局局长覃志勇任副组长。", "二、督促。谭志勇负责督促落实。")
    assert quotes("wording", text) == ["谭志勇"]


def test_words_in_front_are_no_part_of_a_name() -> None:
    found = quotes("unit-variant", notice("一、承建。由江河文化旅游集团有限公司承建。", "二、付款。工程款拨付江河文化旅游有限公司。", "三、蓄水。汛期青龙水库照常蓄水。"))
    assert found == ["江河文化旅游有限公司"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("由市委宣部负责宣传。", ["市委宣部"]),
        ("由市交通运输会负责保畅。", ["市交通运输会"]),
        ("由市人大常会听取报告。", ["市人大常会"]),
        ("由市委办、市委老干局、市教育会议室管理员负责。", []),
    ],
)
def test_a_name_that_no_body_has(body: str, found: list[str]) -> None:
    assert quotes("unit-unknown", notice(body)) == found
