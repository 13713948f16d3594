"""Slips that no reader doubts: figures of full width in numbers, 号 within the brackets, two counters, points called percent."""

from __future__ import annotations

import pytest

import notices
from checks.texts import hits, notice, pairs, read


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("覆盖率均达到达98%。", "达到达", "达到"),
        ("于2026年前底完成。", "年前底", "年底前"),
        ("会上，苗青发表了发言。", "发表了发言", "作了发言"),
        ("整治隐患点位18所处，已完工。", "18所处", "18处"),
        ("受理群众投拆，错开出行。", "投拆", "投诉"),
    ],
)
def test_words(text: str, written: str, right: str) -> None:
    assert pairs(hits("word-table", notice(text))) == [(written, right)]


@pytest.mark.parametrize("text", ["覆盖率达到达标要求。", "配备设备3台套，设处所6个。", "已调试件套12件套，每3个处。"])
def test_right_words(text: str) -> None:
    assert hits("word-table", notice(text)) == []


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("差错率由9%压缩至4%，压缩5%。", "5%", "5个百分点"),
        ("市人民政府第三四次常务会议审议通过。", "第三四", "第三十四"),
        ("发布3余篇解读材料。", "3余", "（几，或整十以上的概数）"),
    ],
)
def test_figures(text: str, written: str, right: str) -> None:
    assert pairs(hits("number-style", notice(text))) == [(written, right)]


@pytest.mark.parametrize("text", ["差错率由9%压缩至4%，压缩5个百分点。", "第三十四次常务会议审议。", "发布30余篇、13余万字。", "历时3个多月。"])
def test_right_figures(text: str) -> None:
    assert hits("number-style", notice(text)) == []


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("按照《江河市防汛管理办法》（江政发2024〔7号〕）执行。", "江政发2024〔7号〕", "江政发〔2024〕7号"),
        ("按照《江河市消防条例》（江河市人民政府令〔2024〕8号）执行。", "江河市人民政府令〔2024〕8号", "江河市人民政府令第8号"),
    ],
)
def test_citations(text: str, written: str, right: str) -> None:
    assert pairs(hits("citation-form", notice(text))) == [(written, right)]


def test_lead_into_opinions() -> None:
    assert pairs(hits("punctuation", notice("结合我市实际，提出以下意见；"))) == [("提出以下意见；", "提出以下意见：")]


def test_number_in_full_width() -> None:
    assert [hit.at.value for hit in hits("number-form", read(notices.notice("请认真落实。", number="江政办发〔2026〕1８号")))] == ["江政办发〔2026〕1８号"]
