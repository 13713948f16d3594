"""Words that let the body named first lead, and words that only look like them."""

from __future__ import annotations

import pytest

from hegao.document.first_leads import lets_first_lead


@pytest.mark.parametrize(
    "text",
    [
        "注：各项任务列第一位的为牵头单位。",
        "责任单位（排名第一的牵头）",
        "排在首位的部门为第一责任单位，其余为配合单位。",
        "牵头单位为列首位的单位",
        "（排名在前的主办）",
    ],
)
def test_the_first_leads(text: str) -> None:
    assert lets_first_lead(text)


@pytest.mark.parametrize(
    "text",
    [
        "主要领导作为第一责任人，分管领导具体负责，牵头部门抓落实。",
        "由考核排名前三的科室承办。",
        "首先由市江湖局牵头。",
    ],
)
def test_nobody_is_said_to_lead(text: str) -> None:
    assert not lets_first_lead(text)
