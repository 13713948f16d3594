"""What all items of a list say but one: labels on lines of their own and within sentences, who bears an item, by when it is due."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

FULL = [
    ("（一）核查低保对象", "主办：市民政局", "协办：市财政局", "办结时间：8月30日"),
    ("（二）核查高龄津贴", "主办：市民政局", "协办：市公安局", "办结时间：9月15日"),
    ("（三）核查护理补贴", "主办：市残联", "协办：市民政局", "办结时间：9月30日"),
]


def lines(*without: tuple[int, int]) -> str:
    """The items, of some of which a line is left out."""
    kept = [line for item, several in enumerate(FULL) for at, line in enumerate(several) if (item, at) not in without]
    return notice("\n".join(kept))


def test_labels_on_lines_of_their_own() -> None:
    assert quotes("deadline-missing", lines()) == quotes("lead-missing", lines()) == []
    assert quotes("deadline-missing", lines((1, 3))) == ["主办：市民政局"]
    assert len(quotes("lead-missing", lines((1, 1)))) == 1


@pytest.mark.parametrize(
    ("name", "items", "expected"),
    [
        # Labels behind sentences.
        (
            "lead-missing",
            ("1.布置会场。责任人：江一帆；完成时间：7月8日。", "2.印发议程，每人一份。完成时间：7月9日。", "3.接站送站。责任人：何水生；完成时间：7月10日。"),
            ["2.印发议程，每人一份。"],
        ),
        # Offices within a body, by a verb behind the sentence.
        (
            "lead-missing",
            ("1.清理可燃物，8月10日前完成。镇农业农村办负责。", "2.设检查站6处，8月20日前到位。镇应急管理办负责。", "3.开展宣传，8月底前全覆盖。", "4.落实巡山，即日起执行。镇林业站负责。"),
            ["3.开展宣传，8月底前全"],
        ),
        (
            "lead-missing",
            ("1.知识竞赛——安全监察部牵头，7月10日前完成。", "2.应急演练——7月20日前完成。", "3.隐患排查——运营管理部牵头，7月25日前完成。"),
            ["2.应急演练——7月20"],
        ),
        # Another word for it will do, and so does a sentence; a principle is no work.
        ("lead-missing", ("1.布置会场。责任人：江一帆。", "2.印发议程。责任单位：办公室。", "3.接站送站。责任人：何水生。"), []),
        ("lead-missing", ("1.清理河道，由市水利局负责。", "2.整治岸线，由市林业局负责。", "3.本方案的期限为三年。", "4.建立台账，由市统计局负责。"), []),
        ("deadline-missing", ("1.清理河道。完成时限：8月底前。", "2.每月巡查1次，12月底前建成台账。", "3.建立台账。完成时限：9月底前。"), []),
    ],
)
def test_one_item_says_less(name: str, items: tuple[str, ...], expected: list[str]) -> None:
    assert [quote[: len(expected[0])] if expected else quote for quote in quotes(name, notice("一、任务", *items))] == expected


def test_labels_with_nothing_behind() -> None:
    items = "（一）升级系统。〔牵头单位：市卫生健康委；完成时限：{}〕", "（二）增设站点。〔牵头单位：{}；完成时限：2026年10月底前〕"
    assert quotes("deadline-missing", notice("一、任务", items[0].format(""), items[1].format("市水利局"))) == ["完成时限："]
    assert quotes("deadline-missing", notice("一、任务", items[0].format("2026年9月底前"), items[1].format("市水利局"))) == []


def test_a_day_behind_stands_for_the_item() -> None:
    items = [f"（{number}）第{number}步。由市水利局牵头，对照清单整改。{behind}" for number, behind in (("一", "8月15日前完成。"), ("二", "拒不整改的依法查处。9月30日前完成。"), ("三", "8月底前完成。"))]
    assert quotes("deadline-missing", notice("一、任务", *items)) == []
