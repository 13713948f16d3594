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
        # Several bodies, the noun told once; several days, one task.
        ("各牵头、责任单位（部门）要总结经验，并于2026年12月10日前将总结报送市政府办公室。", {"responsible": ["各牵头", "责任单位（部门）"], "due": "2026-12-10"}),
        ("各区、各部门要压实责任。请于2026年4月10日、7月10日和2027年1月10日前向市政务服务办报送进展。", {"responsible": ["各区", "各部门"], "due": "2027-01-10"}),
        ("各有关县（区）、部门要逐项整改，并于2026年6月15日前报告结果。", {"responsible": ["各有关县（区）", "部门"], "due": "2026-06-15"}),
        ("各镇要结合实际，于本意见印发后3个月内制定方案。", {"responsible": ["各镇"], "due": "2026-05-08"}),
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


def test_a_sentence_behind_a_clause_is_a_task_of_its_own() -> None:
    body = "（一）规范执法。加强监督，市司法局于5月底前完成检查。（市司法局牵头，市审计局配合）各责任部门（单位）于2026年6月15日、12月5日前将完成情况报送市政府办公室。"
    assert [words for _measure, words in tasks(body)] == [
        {"lead": ["市司法局"], "coop": ["市审计局"], "due": "2026-05-31"},
        {"responsible": ["各责任部门（单位）"], "due": "2026-12-05"},
    ]
