"""Stops that are lost: behind a run-in heading, between paragraphs, before 二要; marks that the next words do not take."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("odd", "found"),
    [
        ("（二）提升急救能力由急诊科牵头，医务科配合。", ["（二）提升急救能力"]),
        ("（二）提升急救能力。由急诊科牵头，医务科配合。", []),
        ("（二）“九小”场所整治由急诊科牵头，医务科配合。", []),
    ],
)
def test_run_in_headings(odd: str, found: list[str]) -> None:
    text = notice("一、任务", "（一）加强病历管理。由医务科牵头，信息科配合。", odd, "（三）规范用药管理。由药学部牵头，医务科配合。")
    assert quotes("punctuation", text) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("供水单位应当取得许可、并按规定检测水质。", ["可、并"]),
        ("一要压实责任。各县要加强监管二要强化排查。各局要抓好。", ["管"]),
        ("建设并网、并购两类项目。", []),
        ("一要压实责任。二要强化排查。", []),
        ("根据“江河市供水条例”制定本办法。", ["“江河市供水条例”"]),
        ("按照“一网通办”要求抓好落实。", []),
    ],
)
def test_within_sentences(sentence: str, found: list[str]) -> None:
    assert quotes("punctuation", notice(f"一、要求。{sentence}")) == found


def test_a_comma_before_who_is_in_charge() -> None:
    text = notice("（一）落实交底制度，严禁擅自开挖，\n〔牵头单位：市水利局；配合单位：市财政局；完成时限：2026年10月31日前〕")
    assert [quote[-2:] for quote in quotes("punctuation", text)] == ["挖，"]


def test_paragraphs_that_seem_to_go_on() -> None:
    lines = [f"{number}是工作有序推进，各县（区）按时完成了年度建设任务。" for number in "一二三四五"]
    whole = notice(*lines, "上述工作的具体安排见附件。我局将于2026年12月10日前向各县（区）书面通报落实情况", "感谢各县（区）对这项工作的关心和支持，请继续提出宝贵意见。")
    assert [quote[-4:] for quote in quotes("punctuation", whole)] == ["落实情况"]
    assert quotes("punctuation", whole.replace("落实情况\n", "落实情况。\n")) == []
