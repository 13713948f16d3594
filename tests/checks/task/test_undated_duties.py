"""Duties without a day beside others that have one, bodies that nobody leads, first names that do not stand first."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice


def severities(name: str, *body: str) -> list[tuple[str, str]]:
    return [(one.quote, str(one.severity)) for one in findings(name, notice(*body))]


REQUESTS = ("请各单位做好以下工作：", "1.请市水利局提供泵站名录，于2026年7月1日前报送；", "2.请市林业局提供林地名录；", "3.请市教育局提供学校名录，于2026年7月5日前报送。")


def test_request_without_a_day_is_doubtful() -> None:
    assert severities("deadline-missing", *REQUESTS) == [("请市林业局提供林地名录；", "info")]


@pytest.mark.parametrize("item", ["2.请市林业局随时提供林地名录；", "2.发生火情的，请市林业局提供林地名录；", "2.请各单位提供名录；", "2.请市林业局加强指导；"])
def test_request_that_needs_no_day(item: str) -> None:
    assert severities("deadline-missing", *REQUESTS[:2], item, REQUESTS[3]) == []


def test_section_without_a_day_beside_a_day_that_is_none() -> None:
    body = ("一、供水。由市水利局牵头，市财政局配合，2026年9月31日前完成。", "二、供热。由市住房城乡建设局牵头，市财政局配合。", "三、供气。由市城市管理局牵头，市应急管理局配合，2026年10月底前完成。", "四、供电。由市发展改革委牵头，市财政局配合，2026年8月底前完成。")
    assert severities("deadline-missing", *body) == [("市住房城乡建设局牵头，市财政局配合", "warning")]


def test_half_of_a_list_shows_what_the_rest_should_have() -> None:
    dated = [f"（{number}）{work}。2026年{month}月底前完成{work}。（市水利局、市财政局）" for number, work, month in (("一", "清淤", 6), ("二", "护岸", 8), ("三", "绿化", 9))]
    others = ["（四）造林。尽快完成造林。（市林业局、市财政局）", "（五）修路。完成修路12千米。（市交通运输局、市财政局）", "（六）建桥。完成建桥2座。（市交通运输局、市财政局）"]
    assert severities("deadline-missing", *dated, *others) == [("（市交通运输局、市财政局）", "info")] * 2


def test_several_days_of_a_measure_are_days() -> None:
    body = ["（一）公园。2026年12月底前建成20个，2027年12月底前建成40个。（牵头单位：市城管局）", "（二）绿道。贯通绿道42千米。（牵头单位：市水利局）", "（三）广场。2026年10月底前改造12个。（牵头单位：市城管局）"]
    assert severities("deadline-missing", *body) == [("（牵头单位：市水利局）", "warning")]


def test_bodies_alone_in_a_bracket() -> None:
    timed = [f"（{number}）{work}。建成{work}{count}处。（市民政局、市财政局，2026年{month}月底前）" for number, work, count, month in (("一", "助餐点", 8, 9), ("二", "活动站", 6, 10), ("三", "护理站", 4, 11))]
    assert severities("deadline-missing", *timed, "（四）服务热线。开通为老服务热线。（市民政局、市大数据局）") == [("（市民政局、市大数据局）", "info")]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("（二）市林业局、市财政局配合，2026年9月底前完成造林。", ["市林业局、市财政局配合"]),
        ("（二）推进造林，由市林业局和有关部门配合，于2026年9月底前完成。", ["市林业局和有关部门配合"]),
        ("（二）市林业局组织实施，市财政局配合，2026年9月底前完成造林。", []),
    ],
)
def test_helpers_and_no_lead(item: str, expected: list[str]) -> None:
    assert quotes("lead-missing", notice("（一）由市水利局牵头，市财政局配合，2026年9月底前完成清淤。", item, "（三）由市城管局牵头，市应急局配合，2026年10月底前完成改造。")) == expected


def test_bodies_that_look_after_the_work_of_others_need_no_lead() -> None:
    led = [f"（{number}）由{lead}牵头，市财政局配合，2026年9月底前完成{work}。" for number, lead, work in (("一", "市水利局", "清淤"), ("二", "市林业局", "造林"), ("三", "市教育局", "改造"), ("四", "市商务局", "布点"))]
    assert quotes("lead-missing", notice(*led, "（五）市民政局、市卫生健康委要加强指导，2026年12月底前实现全覆盖。")) == []


FIRST = "责任单位列首位的为牵头单位，其他为配合单位。"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("（市财政局、市民政局，由市民政局牵头，2026年9月底前）", ["由市民政局牵头"]),
        ("（市民政局、市财政局，由市民政局牵头，2026年9月底前）", []),
    ],
)
def test_lead_named_behind_that_is_not_first(said: str, expected: list[str]) -> None:
    others = ("（一）建设助餐点8处。（市民政局、市财政局，2026年9月底前）", "（二）建设活动站6处。（市民政局、市教育局，2026年10月底前）")
    assert quotes("lead-order", notice(FIRST, *others, f"（三）保障资金投入。安排资金800万元。{said}")) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("市水利局应当在适当时间内组织泵站改造。", ["适当时间"]),
        ("请市水利局早日完成泵站改造。", ["早日"]),
        ("重大问题应当适当延长整改时间。", ["适当延长整改时间"]),
        ("发生险情的，市水利局应当立即报告。", []),
        ("各单位要提高认识，尽快完成各项准备工作。", []),
        ("市水利局应当根据情况适时调整方案。", []),
    ],
)
def test_vague_word_without_any_day_beside_it(body: str, expected: list[str]) -> None:
    assert severities("deadline-vague", body) == [(quote, "info") for quote in expected]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、我局负责场地平整。施工单位负责设备安装，于5月25日前完成。", ["我局负责场地平整"]),
        ("一、我局负责场地平整，5月10日前完成。施工单位负责设备安装，于5月25日前完成。", []),
        ("一、请市统计局于4月15日前提供人口数据，市财政局提供预算数据。", ["市财政局提供预算数据"]),
        (
            "一、一是市水利局于4月20日前修复堤防；二是市交通运输局修复水毁路段；三是市教育局于5月10日前修缮校舍。",
            ["市交通运输局修复水毁路段"],
        ),
    ],
)
def test_duties_of_one_paragraph(text: str, found: list[str]) -> None:
    assert quotes("deadline-missing", notice(text)) == found
