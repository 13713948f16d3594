"""Items that hand work out, one of which lacks the body, the lead or the day that all others have."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

LED = (
    "由市水利局牵头，市财政局配合，于2026年4月10日前提出资金方案。",
    "由市应急管理局牵头，市气象局配合，于2026年4月30日前建立会商机制。",
    "由市自然资源和规划局牵头，市水利局配合，于2026年5月10日前完成用地预审。",
)


def listed(*items: str) -> str:
    """A notice with the items numbered."""
    return notice(*(f"{label}、{item}" for label, item in zip("一二三四五六", items, strict=False)))


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("由市公安局、市交通运输局配合，于2026年4月20日前完成警示设施安装。", True),
        ("由市公安局、市城管局共同负责，于2026年4月20日前完成警示设施安装。", True),
        ("于2026年4月20日前完成警示设施安装，设置标尺28处。", True),
        ("由市公安局、市城管局按职责分工负责，于2026年4月20日前完成警示设施安装。", False),
        ("由各县（区）人民政府、市直各部门负责，于2026年4月20日前完成自查。", False),
        ("请各县（区）于2026年4月20日前完成自查。", False),
        ("联系人：李明，电话2830001。", False),
    ],
)
def test_item_without_a_lead_among_items_with_one(item: str, expected: bool) -> None:
    assert bool(quotes("lead-missing", listed(LED[0], item, *LED[1:]))) is expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("市水利局负责，4月底前完成招标。", "市城管局负责，5月底前完成清淤。", "市应急管理局负责，补充编织袋5万只。", "市财政局负责，6月10日前拨付。"), 1),
        (("请贵局于4月10日前提供清单。", "请贵局于4月20日前反馈意见。", "请贵局提供测绘成果。", "请贵局于5月10日前确定人员。"), 1),
        (("请贵局于4月10日前提供清单。", "请贵局于4月20日前反馈意见。", "请贵局届时提供测绘成果。", "请贵局于5月10日前确定人员。"), 0),
        (("请贵局于4月10日前提供清单。", "请贵局于4月20日前反馈意见。", "相关费用由我局负责，不另行收取。", "请贵局于5月10日前确定人员。"), 0),
        (("请贵局于4月10日前提供清单。", "请贵局提供成果。", "请贵局提供报表。", "请贵局于5月10日前确定人员。"), 0),
        (("请贵局于4月10日前提供清单。", "请贵局于4月20日前反馈意见。", "日常联络由市水利局负责，随时沟通。", "请贵局于5月10日前确定人员。"), 0),
    ],
)
def test_item_without_a_day_among_items_with_one(items: tuple[str, ...], expected: int) -> None:
    assert len(quotes("deadline-missing", listed(*items))) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("由市公安局、市交通运输局配合，于2026年4月20日前制定联合执法方案。", ["市公安局、市交通运输局配合"]),
        ("2026年4月20日前，由市公安局、江河监狱配合，组织试运行；", ["市公安局、江河监狱配合"]),
        ("东区管网改造工程由市公安局配合，2026年4月20日前完工。", ["市公安局配合"]),
        ("市水利局要倒排工期，由市公安局配合，2026年4月20日前完工。", []),
        ("由市水利局组织实施，市公安局配合，2026年4月20日前完工。", []),
        ("由市公安局配合，我局于2026年4月20日前完成安装。", []),
        ("由市公安局配合市水利局开展巡查。", []),
    ],
)
def test_sentence_that_names_helpers_alone(item: str, expected: list[str]) -> None:
    assert quotes("lead-missing", listed(LED[0], item)) == expected


def test_one_of_three_without_a_day() -> None:
    assert len(quotes("deadline-missing", listed(*LED[:2], "由市住房城乡建设局牵头，市水利局配合，提出修改稿。"))) == 1
    assert quotes("deadline-missing", listed(*LED[:2], "由市住房城乡建设局牵头，市水利局配合，坚持每周巡查。")) == []
    assert quotes("deadline-missing", listed("请贵局于4月10日前提供清单。", "请贵局提供成果。", "请贵局于5月10日前确定人员。")) == []


def test_cell_that_names_helpers_alone() -> None:
    rows = ("1\t清淤管网\t市城管局牵头，市财政局配合", "2\t改造泵站\t市财政局、市水利局配合", "3\t修订预案\t市应急管理局牵头，市气象局配合", "4\t组织演练\t市应急管理局牵头")
    assert quotes("lead-missing", notice("任务分工如下：", "序号\t任务\t责任分工", *rows)) == ["市财政局"]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("（市公安局、市城管局、市财政局负责）", 1),
        ("（市公安局、市城管局按职责分工负责）", 0),
        ("（各县区人民政府、市城管局负责）", 0),
        ("（市城管局负责）", 0),
    ],
)
def test_one_clause_of_several_bodies_without_a_lead(clause: str, expected: int) -> None:
    led = ["新建泵站3座。（市水利局牵头，市财政局配合）", "疏浚河道。（市水利局牵头，市生态环境局配合）", "修订预案。（市应急管理局牵头，市气象局配合）", "储备物资。（市应急管理局牵头，市财政局配合）"]
    assert len(quotes("lead-missing", listed(*led, f"设置警示牌。{clause}"))) == expected


@pytest.mark.parametrize("bound", ["于批复印发后2个月内完成", "于合同签订后15个工作日内完成", "于方案下达后3周内完成"])
def test_a_time_after_an_event_is_a_deadline(bound: str) -> None:
    assert quotes("deadline-missing", listed(*LED, f"由市住房城乡建设局牵头，市财政局配合，{bound}。")) == []


def test_who_is_written_to_has_the_work_itself() -> None:
    asked = "市水利局、市财政局要加强指导。期满后，你县要于2027年6月30日前将总结报送市人民政府。"
    assert quotes("lead-missing", listed(*LED, asked)) == []
