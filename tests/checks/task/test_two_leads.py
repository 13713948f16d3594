"""More than one lead of one piece of work, and words that let the last one lead."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

SENTENCES = ("（一）由市城管局牵头，市水利局配合，于2026年7月31日前清理管网60公里。", "（二）由市水利局牵头，市城管局配合，于2026年8月31日前改造泵站4座。", "（三）由市城管局牵头，市公安局配合，于2026年9月30日前更新井盖3000个。")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("（四）由市城管局牵头，市水利局牵头，于2026年8月31日前建立台账。", ["市城管局牵头，市水利局牵头"]),
        ("（四）由市城管局、市水利局、市公安局共同牵头负责，于2026年8月31日前建立台账。", ["市城管局"]),
        ("（四）由市城管局牵头，市水利局配合，于2026年8月31日前建立台账。", []),
        ("（四）由市委办公室、市政府办公室共同牵头，于2026年8月31日前建立台账。", []),
    ],
)
def test_two_leads(body: str, expected: list[str]) -> None:
    assert quotes("lead-conflict", notice("一、重点任务", *SENTENCES, body)) == expected


@pytest.mark.parametrize(("place", "expected"), [("末位", ["列末位的为牵头"]), ("首位", [])])
def test_last_in_a_list_leads_nowhere_else(place: str, expected: list[str]) -> None:
    rows = ("1\t清理管网\t市城管局、市水利局\t2026年7月31日前", "2\t更新井盖\t市公安局、市城管局\t2026年9月30日前")
    assert quotes("lead-order", notice("任务如下：", "\n".join((f"序号\t工作任务\t责任单位（列{place}的为牵头单位）\t完成时限", *rows)))) == expected


@pytest.mark.parametrize(("cell", "expected"), [("市水利局、市城管局、市公安局", ["市水利局"]), ("市城管局、市水利局、市公安局", [])])
def test_row_that_lets_another_of_the_same_bodies_lead(cell: str, expected: list[str]) -> None:
    text = "由市城管局牵头，市水利局、市公安局配合，于2026年9月30日前完成实地考核。责任单位列首位的为牵头单位。"
    table = "\n".join(("序号\t工作任务\t责任单位\t完成时限", "1\t编制细则\t市城管局、市财政局\t2026年7月31日前", f"2\t实地考核\t{cell}\t2026年9月30日前"))
    assert quotes("lead-order", notice(text, table)) == expected


def test_a_lead_that_helps_too_in_a_row_and_in_a_bracket() -> None:
    table = "序号\t工作任务\t牵头单位\t配合单位\n1\t普查管网\t市城管局\t市财政局、市城管局\n2\t改造泵站\t市水利局\t市城管局"
    assert quotes("unit-duplicate", notice("任务如下：", table)) == ["市城管局"]
    assert quotes("lead-conflict", notice("任务如下：", table)) == []
    assert quotes("lead-conflict", notice("（一）普查管网。主办：市城管局；协办：市财政局、市城管局。")) == ["市城管局"]
