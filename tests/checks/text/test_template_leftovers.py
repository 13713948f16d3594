"""What a reused text leaves behind: the holiday of another notice, an institution of another number, the town of another plan."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("二、国庆期间，各单位要落实值班制度。", ["国庆"]),
        ("二、各单位于2月10日前报送2026年国庆假期值班表。", ["国庆"]),
        ("二、春节期间，各单位要落实值班制度。", []),
        ("二、元旦、春节期间，各单位要落实值班制度。", []),
        ("二、2025年国庆期间未补休的，可以补休。", []),
        ("二、要吸取国庆佳节的教训。", []),
    ],
)
def test_another_holiday_than_that_of_the_title(line: str, expected: list[str]) -> None:
    assert quotes("place-leftover", notice("一、放假8天。", line, title="关于2026年春节放假安排的通知", date="2026年2月2日")) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("三、江河市第一中学全体教职工参与裁判工作。", ["江河市第一中学"]),
        ("三、邀请江河市第一中学、第三中学校友参加。", []),
        ("三、江河市第一中学、第二中学派队参加。", []),
    ],
)
def test_an_institution_of_another_number(line: str, expected: list[str]) -> None:
    body = ("一、江河市第三中学举办运动会。", "二、江河市第三中学田径场为比赛地点。", line)
    assert quotes("place-leftover", notice(*body, issuer="江河市第三中学")) == expected


def test_the_town_of_another_plan() -> None:
    body = ("一、为做好临湖镇防汛工作，制定本预案。", "二、本预案适用于云溪镇行政区域。", "三、临湖镇防汛指挥部负责。")
    assert quotes("place-leftover", notice(*body, issuer="江河县临湖镇人民政府", number="江临政发〔2026〕12号")) == ["云溪镇"]
