"""Days and years that are but asked about: bounds gone by, the one day of last year, matters and goals of a year gone by."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice

NEXT = "二、2026年7月31日前完成整改。"


@pytest.mark.parametrize(
    ("paragraphs", "quote"),
    [
        (("（三）落实保障。由市财政局负责资金，2026年4月20日前拨付到位；市水利局负责验收。",), "2026年4月20日"),
        (("一、全面清淤。（市水利局牵头，各县（区）配合，2026年3月底前）",), "2026年3月底前"),
        (("一、评价结果于2026年5月1日前公布。",), "2026年5月1日"),
    ],
)
def test_bounds_gone_by(paragraphs: tuple[str, ...], quote: str) -> None:
    assert quotes("date-past", notice(*paragraphs)) == [quote]


@pytest.mark.parametrize(
    "paragraph",
    [
        "一、2025年12月31日前交付、由物业服务企业管理的小区不在此列。",
        "一、2026年4月20日前已拨付到位。",
        "一、省政府要求2026年4月20日前完成整改。",
    ],
)
def test_days_by_which_things_were(paragraph: str) -> None:
    assert quotes("date-past", notice(paragraph)) == []


@pytest.mark.parametrize(
    ("paragraphs", "written"),
    [
        (("《江河市停车管理办法》已经2025年6月1日市人民政府第41次常务会议审议通过，现印发给你们。",), "2025年6月1日"),
        (("截至2025年6月2日，排查隐患120处，整改96处。", NEXT), "2025年6月2日"),
        (("一、培训时间：2025年7月6日至7月10日，共5天。", "二、2026年7月5日报到。", "三、2026年7月1日前报送回执。"), "2025年7月6日"),
        (("为做好2025年秋粮收购工作，现通知如下。", "一、成立2026年秋粮收购工作专班。", "二、落实2026年秋粮收购工作资金。"), "2025年"),
        (("一、总体目标", "力争到2025年底，自来水普及率达到95%。"), "2025年"),
        (("一、2025年工作打算", "完成改造20处。"), "2025年"),
    ],
)
def test_years_of_last_year(paragraphs: tuple[str, ...], written: str) -> None:
    found = findings("date-year", notice(*paragraphs))
    assert [(one.quote, one.severity) for one in found] == [(written[:5], "info")]
    assert f"“{written}”" in found[0].message


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("《江河市停车管理办法》已经2026年5月8日市人民政府第41次常务会议审议通过，现印发给你们。",),
        ("截至2025年12月31日，排查隐患120处。", NEXT),
        # 上年的事，有别的话说明。
        ("一、2025年7月6日发生的事故要引以为戒。", "二、2026年7月5日前完成排查。", "三、2026年7月31日前完成整改。"),
        ("一、与2025年秋粮收购工作相比，今年任务更重。", "二、2026年秋粮收购工作经费由市财政局落实，2026年秋粮收购工作专班负责。"),
        ("一、到2025年底，全市已建成水厂12座。",),
        ("一、2025年工作任务完成情况", "完成改造20处。"),
    ],
)
def test_years_that_are_meant(paragraphs: tuple[str, ...]) -> None:
    assert quotes("date-year", notice(*paragraphs)) == []


def test_titles_of_one_matter() -> None:
    text = notice("一、落实《江河市河道清淤工作方案》。", "二、《江河市河道清淤实施方案》所列任务按月调度。", "三、未完成《江河市河道清淤实施方案》任务的，说明原因。")
    assert quotes("reference-title", text) == ["《江河市河道清淤工作方案》"]
    assert quotes("reference-title", notice("一、落实《江河市河道清淤工作方案》《江河市河道清淤实施方案》。")) == []


def test_a_whole_among_the_items_of_a_schedule_overlaps_nothing() -> None:
    items = ("一、时间安排", "（一）2026年9月1日至9月2日老生报到。", "（二）2026年9月6日至9月7日新生报到。", "（三）本学期自2026年9月1日起至2027年1月18日止。")
    assert quotes("date-gap", notice(*items)) == []


def test_minutes_may_tell_of_a_plan_gone_by_which_is_asked_about() -> None:
    minutes = ("2026年6月3日，市长李明主持召开会议，研究医院搬迁。", "一、新院区计划于2026年5月20日正式投用。")
    found = findings("date-past", notice(*minutes, title="专题会议纪要", addressee=""))
    assert [(one.quote, one.severity) for one in found] == [("2026年5月20日", "info")]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("名单于2026年7月20日至7月26日报送，材料于7月18日归档。", "7月18日"),
        ("2026年7月20日前各组提交自评，7月10日前评估组形成评估报告。", "7月10日前"),
        ("2026年7月12日发布公告，6月10日召开听证会。", "6月10日"),
    ],
)
def test_a_day_told_behind_a_later_one_in_a_sentence_is_asked_about(sentence: str, quote: str) -> None:
    assert quote in quotes("date-order", notice(sentence, date="2026年6月8日"))


@pytest.mark.parametrize(
    "sentence",
    [
        "大会定于2026年7月21日至7月22日举行，7月20日全天报到。",
        "现场会于2026年7月21日召开，请于7月14日前反馈名单。",
        "工程定于2026年7月21日开工，由市水利局于7月14日前完成清表。",
        "每年12月31日前公布目录，首批目录于2026年10月31日前公布。",
        "2026年11月20日前完成检查，1月15日前公布得分。",
        "完工4处，其余由2026年9月底推迟至12月底，比8月底的计划多2处。",
        "放假时间为2026年10月1日至10月7日，共7天，9月20日上班。",
        "三个系统于2026年9月15日前部署，9月16日至30日试运行。",
    ],
)
def test_days_that_go_back_by_right_in_a_sentence(sentence: str) -> None:
    assert quotes("date-order", notice(sentence)) == []
