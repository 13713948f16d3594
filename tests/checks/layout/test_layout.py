"""Pages: one after the standard raises nothing, one with a single deviation exactly its finding."""

from __future__ import annotations

from typing import Any

import pytest

from checks.layout.pages import LINES, document, said
from checks.told import rules
from word_files import from_text

TITLE = LINES["title"][0]
#: What is changed, and what is said of it: rule, quote, message.
CASES: list[tuple[dict[str, Any], tuple[str, str, str]]] = [
    ({"page": {"width": 182, "height": 257}}, ("LAY801", TITLE, "纸张为182×257毫米，应为210×297毫米")),
    (
        {"page": {"top": 25.4, "bottom": 25.4, "left": 31.8, "right": 31.8}},
        ("LAY802", TITLE, "页边距为上25.4、下25.4、左31.8、右31.8毫米，应为上37、下35、左28、右26毫米（版心156×225毫米）"),
    ),
    ({"page": {"top": 35.5}}, ("LAY802", TITLE, "页边距为上35.5、下35、左28、右26毫米，应为上37、下35、左28、右26毫米（版心156×225毫米）")),
    ({"page": {"right": 31}}, ("LAY802", TITLE, "页边距为上37、下35、左28、右31毫米，应为上37、下35、左28、右26毫米（版心156×225毫米）")),
    ({"page": {"pitch": 480}}, ("LAY803", TITLE, "每面约26行，一般为22行")),
    ({"page": {"extra": 4096}}, ("LAY803", TITLE, "每行约26个字，一般为28个字")),
    ({"opening": {"font": "宋体"}, "body": {"font": "宋体"}}, ("LAY804", LINES["opening"][0], "正文用宋体，一般用仿宋（共2处）")),
    ({"signature": {"size": 18}}, ("LAY804", LINES["signature"][0], "署名的字号为小2号，一般为3号（共1处）")),
]


def test_a_page_after_the_standard_raises_nothing() -> None:
    assert said(document()) == []


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_a_single_deviation_gives_its_finding(change: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert said(document(**change)) == [expected]


def test_every_rule_is_shown_at_work() -> None:
    assert {rule.code for rule in rules() if rule.area == "LAY"} <= {code for _change, (code, _quote, _message) in CASES}


@pytest.mark.parametrize("profile", ["draft", "published"])
def test_nothing_is_said_of_a_draft_or_a_public_copy(profile: str) -> None:
    assert said(document(page={"top": 25.4, "pitch": 300}), profile) == []
    assert said(from_text("江河市人民政府关于防汛的通知\n各县：\n请做好防汛工作。"), profile) == []


@pytest.mark.parametrize("font", ["仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋", "仿宋_GB2312;仿宋", "@仿宋"])
def test_any_make_of_a_font_will_do(font: str) -> None:
    assert said(document(opening={"font": font})) == []


def test_margins_may_be_off_by_as_much_as_the_standard_allows() -> None:
    assert said(document(page={"top": 38, "left": 27, "right": 27})) == []
