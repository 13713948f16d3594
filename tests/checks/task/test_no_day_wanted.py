"""Sentences that name a lead and want no day: what is told of the past, who holds an event, terms in hours."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

OTHERS = ("（一）由市城管局牵头，市水利局配合，于2026年7月31日前清理管网。", "（二）由市水利局牵头，市城管局配合，于2026年8月31日前改造泵站。", "（三）由市城管局牵头，市公安局配合，于2026年9月30日前更新井盖。")


@pytest.mark.parametrize(
    "said",
    [
        "活动由市文化局、市体育局联合主办，市文旅集团承办。",
        "印发《江河市校园食品安全整治方案》，明确市教育局牵头，市市场监管局、市公安局配合。",
        "电力保障组由市供电公司牵头，市发展改革委配合，一般线路故障8小时内恢复供电。",
    ],
)
def test_what_is_told_or_has_a_term_wants_no_day(said: str) -> None:
    assert quotes("deadline-missing", notice("一、重点任务", *OTHERS, said)) == []
