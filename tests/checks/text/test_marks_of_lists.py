"""Marks at the end of items and of words that lead into a list; marks behind headings."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


def items(*ends: str) -> str:
    """A notice with items under one heading, each with its mark."""
    words = ("备足沙袋", "查清险段", "演练一次", "值守到人")
    lines = [f"（{number}）{word}{end}" for number, word, end in zip("一二三四", words, ends, strict=False)]
    return notice("一、各地应当做好下列工作：", *lines, "二、严肃纪律。各单位要按时报送。")


@pytest.mark.parametrize(("ends", "found"), [("；；；", ["一次；"]), ("；。；。", ["险段。"]), ("；；。", []), ("。。。", []), ("；；；。", [])])
def test_items_end_as_their_like_do(ends: str, found: list[str]) -> None:
    assert [quote[-3:] for quote in quotes("punctuation", items(*ends))] == found


@pytest.mark.parametrize(("end", "found"), [("如下；", ["如下；"]), ("如下：", []), ("如下。", [])])
def test_what_follows_is_led_into_by_a_colon(end: str, found: list[str]) -> None:
    text = notice(f"现将有关事项通知{end}", "一、备足物资。各单位要备足沙袋。", "二、严肃纪律。各单位要按时报送。")
    assert [quote[-3:] for quote in quotes("punctuation", text)] == found


@pytest.mark.parametrize("mark", "：；。")
def test_a_heading_alone_has_no_mark_where_the_others_have_none(mark: str) -> None:
    text = notice("一、备足物资", "各单位要备足沙袋。", f"二、查清险段{mark}", "各单位要查清险段。", "三、严肃纪律", "各单位要按时报送。")
    assert quotes("heading-style", text) == [f"二、查清险段{mark}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("为外卖配送员、货车司机，等新就业形态劳动者提供服务。", "司机，等新"),
        ("首先：比对数据；其次，入户核实。", "首先：比对"),
        ("工程分三段施工，北段5月底前贯通；中段8月底前贯通；南段10月底前贯通。", "施工，北段"),
        ("护理费、按照失能等级支付。", "理费、按照"),
        ("由市财政局市教育局配合。", "由市财政局市教"),
        ("由市水务集团市燃气公司配合。", "由市水务集团市燃"),
        ("根据《调价方案》：供水公司应当公开信息。", "案》：供水"),
        ("推出“岚州-梓川”“岚州—鹿坪”两条线路。", "岚州-梓川"),
        ("决定表彰一批优秀党员和先进基层党组织（以下统称“两优一先”）现就有关事项通知如下：", "”）现就"),
        ("首先，政治坚定；其次，实绩突出，考核为优秀等次再次，群众公认。", "等次再次"),
        ("对弄虚作假的，一经查实。取消推荐资格。", "查实。取消"),
        ("对弄虚作假的；依法严肃处理。", "假的；依法"),
        ("对拒不整改的、依法严肃处理。", "改的、依法"),
        ("据统计：全市有企业312家。", "统计：全市"),
        ("汛期，（4月1日至9月30日）每日巡查。", "汛期，（4"),
        ("坚持优中选优，不搞轮流坐庄.二是严肃纪律。", "坐庄.二是"),
        ("请于5月20日14.30前报到。", "14.30"),
        ("市水利局，负责编制方案。", "利局，负责"),
        ("开展“携手同行—关爱留守儿童”主题活动。", "同行—关爱"),
        ("履行《战略合作协议》（以下简称“合作协议”）的约定。", "简称“合作协议”）的"),
    ],
)
def test_marks_within_lists_and_stretches(text: str, found: str) -> None:
    assert found in quotes("punctuation", notice(text))


@pytest.mark.parametrize(
    "text",
    [
        "由县、由市分级负责，按时、按质完成，材料齐备，等待受理。",
        "工程分三段施工，北段先行，中段、南段随后。",
        "由市财政局、市教育局配合，市财政局市级国库支付中心办理。",
        "根据《调价方案》，居民用水价格为2.85元；电话0798—3357216，9:00—12:00受理。",
        "成立专班，下设办公室，负责日常工作；对弄虚作假的、拒不整改的，依法处理；据统计，全市有企业312家。",
        "妥否，请批示。会议研究是否可行，谁来负责？",
        "适用《电-气设备规程》，编号2026-01-15。",
    ],
)
def test_right_marks_within_lists_and_stretches(text: str) -> None:
    assert quotes("punctuation", notice(text)) == []
