"""Work against the term that the text gives the whole, and parts behind their whole."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

TERM = "一、总体要求。专项行动自2026年4月开始，至2026年9月底结束。"


@pytest.mark.parametrize(("day", "found"), [("11月底前", ["11月底前"]), ("8月底前", [])])
def test_work_behind_the_term(day: str, found: list[str]) -> None:
    text = notice(TERM, "二、重点任务", "（一）排查。由市应急局牵头，5月底前完成。", "（二）整治。由市水利局牵头，6月底前完成。", f"（三）整改。由市住房城乡建设局牵头，{day}完成。")
    assert quotes("deadline-conflict", text) == found


def test_what_sums_up_comes_behind() -> None:
    text = notice(TERM, "二、重点任务", "（一）排查。由市应急局牵头，5月底前完成。", "（二）整治。由市水利局牵头，6月底前完成。", "（三）总结评估。由市住房城乡建设局牵头，11月底前完成。")
    assert quotes("deadline-conflict", text) == []


@pytest.mark.parametrize(("day", "found"), [("2028年6月30日前", ["2028年6月30日前"]), ("2027年12月31日前", [])])
def test_work_behind_the_goal(day: str, found: list[str]) -> None:
    text = notice(
        "一、工作目标。到2027年底，全面完成老旧燃气管道更新。",
        "二、主要任务",
        "（一）更新庭院管道。（责任单位：市住房城乡建设局；完成时限：2026年12月31日前）",
        "（二）更新立管。（责任单位：市住房城乡建设局；完成时限：2027年10月31日前）",
        f"（三）更新市政管道。（责任单位：市城市管理局；完成时限：{day}）",
    )
    assert quotes("deadline-conflict", text) == found


@pytest.mark.parametrize(("day", "found"), [("11月20日前", ["11月20日前"]), ("10月20日前", [])])
def test_a_part_behind_the_whole(day: str, found: list[str]) -> None:
    assert quotes("deadline-conflict", notice(f"一、全部整治任务于10月底前完成。其中，拆违8月底前完成，复绿{day}完成。")) == found


@pytest.mark.parametrize(("end", "found"), [("10月31日", ["2026年9月1日至10月31日"]), ("11月30日", [])])
def test_stages_end_with_the_whole(end: str, found: list[str]) -> None:
    text = notice(
        f"决定自2026年9月1日至{end}在全市开展校车安全专项整治。",
        "（一）部署摸排阶段（2026年9月1日至9月20日）。摸清底数。",
        "（二）集中整治阶段（2026年9月21日至11月10日）。开展检查整治。",
        "（三）巩固提升阶段（2026年11月11日至11月30日）。健全机制。",
    )
    assert quotes("deadline-conflict", text) == found
