"""Letters lost or exchanged in what the document tells whole elsewhere."""

from __future__ import annotations

import pytest

from checks.told import among_all, quotes
from notices import notice


@pytest.mark.parametrize(
    ("once", "found"),
    [
        ("二、各单位于6月25日前报送公共机构节能改工作进度。", ["节能改工作进"]),
        ("二、各单位于6月25日前报送公共机构节能湾造工作进度。", ["构节能湾造工作"]),
        # A word more or less, another word that goes as well.
        ("二、各单位于6月25日前报送公共机构节能工作进度。", []),
        ("二、各单位于6月25日前报送公共机构节能的改造工作进度。", []),
        ("二、各单位于6月25日前报送公共机构节电改造工作进度。", []),
    ],
)
def test_words_told_whole_elsewhere(once: str, found: list[str]) -> None:
    text = notice("一、统筹推进公共机构节能改造工作进度。", once, "三、公共机构节能改造工作进度按月通报。")
    assert quotes("wording", text) == found


def test_the_name_of_a_body() -> None:
    text = notice("一、培训由保卫科牵头，于4月5日前办结，报保卫科备案。", "二、办公用房清理由保科牵头，于5月5日前办结。")
    assert quotes("unit-variant", text) == ["由保科牵头"]
    assert among_all("wording", text) == []


def test_the_title() -> None:
    text = notice("开展老旧管网更新改造工作是民生实事。老旧管网更新改造工作由市住房城乡建设局牵头。", title="关于开展老旧管更新改造工作的通知")
    assert quotes("title-mismatch", text) == ["旧管更新改造"]
