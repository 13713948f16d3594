"""Years that do not fit those beside them; steps of a schedule in order; stages that share a day."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice


@pytest.mark.parametrize(("year", "expected"), [("2027", ["2027年"]), ("2028", [])])
def test_goal_of_one_year_told_twice(year: str, expected: list[str]) -> None:
    body = f"到2027年底，绿化覆盖率达到42%，公园数量达到30个；到{year}年底，绿化覆盖率达到45%；到2029年底，绿化覆盖率达到46%。"
    assert quotes("date-year", notice(body)) == expected


@pytest.mark.parametrize(("said", "expected"), [("列入2024年市级预算", ["2024年"]), ("列入2026年市级预算", []), ("已列入2024年市级预算", [])])
def test_budget_gone_by(said: str, expected: list[str]) -> None:
    assert quotes("date-year", notice(f"防汛经费180万元，{said}，专款专用。", title="关于印发2026年防汛抢险安排的通知")) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("请贵局将防汛经费180万元列入我局2025年度预算追加", ["2025年"]),
        ("请贵局将防汛经费180万元列入我局2026年度预算追加", []),
        # What was paid for by last year's budget, as it is told.
        ("防汛经费180万元列入我局2025年度预算，请核对", []),
    ],
)
def test_budget_asked_for_is_of_the_year_or_later(said: str, expected: list[str]) -> None:
    assert quotes("date-year", notice(f"{said}。", title="关于追加防汛经费的通知")) == expected


@pytest.mark.parametrize(("year", "expected"), [("2025", ["2025年"]), ("2026", [])])
def test_stage_of_another_year(year: str, expected: list[str]) -> None:
    stages = (f"（一）交办阶段（{year}年6月12日前）。分解任务。", "（二）办理阶段（2026年6月15日—8月31日）。逐件办理。", "（三）总结阶段（2026年9月1日—9月30日）。总结工作。")
    assert quotes("date-year", notice("一、办理步骤", *stages)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2026年7月20日", "2026年7月20日", [("2026年7月20日至9月30日", "info")]),
        ("2026年7月20日", "2026年7月21日", []),
        ("2026年7月20日", "2026年7月10日", [("2026年7月10日至9月30日", "warning")]),
    ],
)
def test_stage_that_begins_as_the_last_one_ends(first: str, second: str, expected: list[tuple[str, str]]) -> None:
    stages = (f"（一）动员阶段（2026年7月1日至{first[5:]}）。印发方案。", f"（二）整治阶段（{second}至9月30日）。集中整治。", "（三）总结阶段（2026年10月1日至10月31日）。全面总结。")
    assert [(one.quote, str(one.severity)) for one in findings("date-gap", notice("一、实施步骤", *stages))] == expected


def test_stages_that_all_share_their_day_are_told_so_on_purpose() -> None:
    stages = ("（一）动员阶段（2026年7月1日至7月20日）。印发方案。", "（二）整治阶段（2026年7月20日至9月30日）。集中整治。", "（三）总结阶段（2026年9月30日至10月31日）。全面总结。")
    assert quotes("date-gap", notice("一、实施步骤", *stages)) == []


@pytest.mark.parametrize(("day", "expected"), [("7月1日至7月5日", ["7月1日至7月5日"]), ("7月21日至7月25日", [])])
def test_step_of_a_schedule_before_the_one_above(day: str, expected: list[str]) -> None:
    rows = ("序号\t环节\t第一批", "1\t网上报名\t6月10日至6月14日", "2\t体检\t6月16日至6月20日", "3\t确认\t6月22日至6月26日", "4\t作出结论\t7月15日前", f"5\t发放证书\t{day}")
    assert quotes("date-order", notice("安排如下：", "\n".join(rows))) == expected


@pytest.mark.parametrize(("day", "expected"), [("9月16日至9月18日", ["2026年9月16日至9月18日"]), ("8月6日至8月8日", [])])
def test_row_outside_the_stage_of_its_column(day: str, expected: list[str]) -> None:
    stages = ("1.初赛阶段：2026年6月15日至6月30日。各县选拔。", "2.决赛阶段：2026年7月3日至8月18日。决赛时间见附件。", "3.总结阶段：2026年8月21日至9月30日。表扬先进。")
    rows = ("序号\t赛项\t决赛时间", "1\t焊工\t2026年7月3日至7月5日", "2\t电工\t2026年7月10日至7月12日", "3\t钳工\t2026年7月17日至7月19日", f"4\t护理\t2026年{day}")
    assert quotes("deadline-conflict", notice("一、竞赛安排", *stages, "附件：赛项表", behind="附件\n\n赛项表\n\n" + "\n".join(rows))) == expected


def test_deposit_due_after_the_bids() -> None:
    items = ("（一）报名时间：2026年7月2日9:00至2026年7月9日17:00。", "（二）保证金到账截止时间：2026年7月19日17:00。", "（三）挂牌报价时间：2026年7月2日9:00至2026年7月12日10:00。")
    assert len(quotes("date-order", notice("一、时间安排", *items))) == 1
    assert quotes("date-order", notice("一、时间安排", items[0], items[1].replace("7月19日", "7月9日"), items[2])) == []


def test_work_handed_out_by_a_report_is_binding() -> None:
    behind = "附件\n\n2026年政府工作报告重点工作任务分工\n\n1.清理排污口36个。〔牵头单位：市水利局；完成时限：2026年5月底〕\n\n2.改造管网20千米。〔牵头单位：市城管局；完成时限：2026年9月底〕\n\n3.造林2万亩。〔牵头单位：市林业局；完成时限：2026年10月底〕"
    assert quotes("date-past", notice("请遵照执行。", "附件：2026年政府工作报告重点工作任务分工", behind=behind)) == ["2026年5月底"]
