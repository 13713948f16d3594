"""Sentences that begin with their day: none after the document, each behind the one before it; and weekdays in tables."""

from __future__ import annotations

import pytest

from checks.told import quotes, told
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("2026年1月10日，采购中心发布招标公告；2026年2月2日9:30，项目开标；2026年1月4日，采购中心公布结果。", "2026年1月4日"),
        ("2026年3月10日，我局送达告知书。2026年3月3日，当事人提出陈述意见。", "2026年3月3日"),
        ("前期工作进展。2026年9月10日，市发展改革委批复项目建议书；2026年5月20日，市水利局批复初步设计。", "2026年9月10日"),
        ("2026年3月10日立项。4月2日，组织专家评审。3月28日，完成设计。", "3月28日"),
    ],
)
def test_told_out_of_turn(body: str, expected: str) -> None:
    assert quotes("date-order", notice(body)) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "2026年1月10日，采购中心发布招标公告；2026年2月2日，项目开标；2026年2月4日，采购中心公布结果。",
        "2026年3月10日，我局送达告知书。此前的2026年3月3日，当事人提出陈述意见。",
        "2026年7月12日至7月16日培训，地点在党校。2026年7月11日报到。",
        "2026年9月10日，市发展改革委将批复项目建议书。",
        "2026年9月1日起施行。2026年3月1日，旧办法公布。",
    ],
)
def test_told_in_turn(body: str) -> None:
    assert "date-order" not in told(notice(body))


HEAD = "日期\t星期\t带班领导\t值班电话"
ROWS = ("10月1日\t星期四\t王芳\t5500016", "10月2日\t星期五\t张强\t5500016", "10月3日\t星期六\t刘洋\t5500016", "10月4日\t星期日\t陈静\t5500016")


@pytest.mark.parametrize(("at", "row", "expected"), [(0, "10月1日\t星期三\t王芳\t5500016", "星期三"), (3, "10月4日\t周六\t陈静\t5500016", "周六")])
def test_weekdays_of_a_table(at: int, row: str, expected: str) -> None:
    assert quotes("date-weekday", notice("值班安排如下：", "\n".join((HEAD, *ROWS)))) == []
    changed = [row if place == at else one for place, one in enumerate(ROWS)]
    assert quotes("date-weekday", notice("值班安排如下：", "\n".join((HEAD, *changed)))) == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("2025年11月8日至10日举办。11月8日（星期六）至11月10日（星期日）展出。", ["11月10日"]),
        ("10月1日（星期四）至10月7日（星期三）放假，9月20日（星期日）上班。", []),
        ("12月31日（星期四）报到，1月1日（星期五）开会。", []),
    ],
)
def test_days_of_one_sentence_share_their_year(body: str, expected: list[str]) -> None:
    assert quotes("date-weekday", notice(body)) == expected


def test_weekday_in_the_head_of_minutes() -> None:
    head = "江河市人民政府\n专题会议纪要\n\n〔2026〕14号\n\n江河市人民政府关于防汛工作的专题会议纪要\n\n"
    body = "时间：2026年6月9日（星期四）9:00—11:10\n地点：市政府301会议室\n主持人：李明\n\n一、听取汇报\n\n会议听取了汇报。\n\n江河市人民政府办公室\n2026年6月10日\n"
    assert quotes("date-weekday", head + body) == ["2026年6月9日"]
