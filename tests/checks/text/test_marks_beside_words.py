"""Marks that certain words take or do not take."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice, pairs, read


def found(text: str) -> list[tuple[str, str]]:
    return pairs(hits("punctuation", notice(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抓好三件事：一是、强化宣传；二是，加强督导；三是落实责任。", [("一是、", "一是"), ("二是，", "二是")]),
        ("第一、加强领导；第二，落实责任。", [("第一、", "第一，")]),
        ("首先、统一思想。其次，抓好落实。", [("首先、", "首先，")]),
        ("由甲局、和乙局负责。", [("局、和", "局和")]),
        ("收回奖牌、证书、和奖金。", [("书、和", "书和")]),
        ("完善排水……等设施。", [("……等", "等")]),
        ("江河市-云岭县公路沿线要绿化。", [("市-云岭县公路", "市—云岭县公路")]),
        ("要做到“三个到位。”。", [("位。”。", "位”。")]),
        ("妥否？请批示。", [("妥否？", "妥否，")]),
        ("当否。请批复。", [("当否。", "当否，")]),
        ("考核合格的，由市水利局颁发《护渠员上岗证》。", [("颁发《护渠员上岗证》", "颁发护渠员上岗证")]),
        ("今日召开《绿化现场推进会》部署工作。", [("召开《绿化现场推进会》", "召开绿化现场推进会")]),
    ],
)
def test_slips(text: str, expected: list[tuple[str, str]]) -> None:
    assert [one for one in found(text) if one in expected] == expected


@pytest.mark.parametrize(
    "text",
    [
        "第一、二季度按期完成，第一、第三产业稳步增长。",
        "获奖的有柳如诗、和桂芬。",
        "态度要温和、和善。",
        "处理要公开、及时，邻里要团结、和睦、和衷共济。",
        "要做到“三个到位”。他说：“一定办好。”会议结束。",
        "学习《现场推进会纪要》。",
        "制定《护渠员结业证书管理办法》，取得取水许可证。",
        "以上意见妥否，请批示。",
    ],
)
def test_what_is_right(text: str) -> None:
    assert found(text) == []


def test_the_note_has_no_stop_within() -> None:
    assert found("（此件公开发布。）") == [("（此件公开发布。）", "（此件公开发布）")]
    assert found("（此件公开发布）") == []


@pytest.mark.parametrize(("colon", "expected"), [(":", [("签发人:", "签发人：")]), ("：", [])])
def test_the_label_of_the_signer_has_a_full_colon(colon: str, expected: list[tuple[str, str]]) -> None:
    text = f"江河市水利局文件\n\n江水报〔2026〕9号　　　　签发人{colon}吴守义\n\n江河市水利局关于追加防汛经费的请示\n\n江河市人民政府：\n\n拟追加经费200万元。\n\n妥否，请批示。\n\n江河市水利局\n2026年4月1日"
    assert pairs(hits("punctuation", read(text))) == expected
