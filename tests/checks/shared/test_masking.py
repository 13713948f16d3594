"""Masking keeps the length and hides what is not the drafter's own text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegao.checks.shared.masking import MASK, mask, mask_names


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("根据《防汛〈预案〉办法》执行", "根据《》执行"),
        ("推行“一网通办”服务", "推行“”服务"),
        ("（江政发〔2026〕12号）", "（江政发）"),
        ("寄至fw.a@example.com收", "寄至收"),
        ("见https://example.com/a,b;c页", "见页"),
        ("按GB/T 9704—2012执行", "按执行"),
        ("增长3.5%,比上年", "增长%,比上年"),
        ("服务时间9:00到17:30", "服务时间到"),
        ("空格&emsp;后", "空格后"),
    ],
)
def test_hidden(text: str, kept: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert masked.replace(MASK, "") == kept


def test_names_leave_decimals() -> None:
    assert mask_names("增长3.5%，见《办法》") == "增长3.5%，见《" + MASK * 2 + "》"


def test_lost_closing_quote_hides_nothing() -> None:
    assert mask("推行“一网通办服务") == "推行“一网通办服务"


@given(st.text(alphabet="中文《》〈〉“”〔〕（）()12.,:号a@/—-", max_size=60))
def test_length_and_other_characters_stay(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(after in (before, MASK) for before, after in zip(text, masked, strict=True))
