"""Tasks in sentences of running text."""

from __future__ import annotations

import pytest

from document.opinions import tasks


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("各县（区）人民政府要于2026年4月10日前制定方案。", {"responsible": ["各县（区）人民政府"], "due": "2026-04-10"}),
        ("各县(区)人民政府要于2026年4月10日前,制定方案。", {"responsible": ["各县(区)人民政府"], "due": "2026-04-10"}),
        ("一、市应急局负责汇总，5月底前形成报告报市政府。", {"responsible": ["市应急局"], "due": "2026-05-31"}),
        ("项目由市司法局起草，2026年7月报市政府审查。", {"responsible": ["市司法局"], "due": "2026-07"}),
        ("各市、县要编制规划，力争在2026年12月底前完成并公布。", {"responsible": ["各市", "县"], "due": "2026-12-31"}),
        ("各有关部门在本意见印发之日起10日内完成部署。", {"responsible": ["各有关部门"], "due": "2026-02-18"}),
        ("（一）列入计划的所有项目牵头单位在本计划下达后10日内，制定方案并报送市司法局。", {"responsible": ["列入计划的所有项目牵头单位"], "due": "2026-02-18"}),
    ],
)
def test_a_sentence_that_names_a_body_and_a_day(sentence: str, expected: dict[str, object]) -> None:
    ((_measure, words),) = tasks(sentence)
    assert words == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "2025年12月，市应急局曾组织开展检查。",
        "市应急局于2025年3月5日召开了动员会。",
        "市应急局于2025年3月5日在云岭县设立了监测站。",
        "根据市政府于2025年公布的《办法》，请各单位自查。",
        "本意见自2026年5月1日起施行。",
        "2026年是重要的一年，各单位要抓好落实。",
        "有效期至2026年12月31日。",
    ],
)
def test_history_and_terms_are_no_tasks(sentence: str) -> None:
    assert tasks(sentence) == []
