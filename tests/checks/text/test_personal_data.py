"""Identity numbers and mobile phones."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice
from hegao.checks.text.personal_data import is_identity_number


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("11010519491231002X", True),
        ("11010519491231002x", True),
        ("110105194912310021", False),
        ("110105194913310026", False),
        ("1101051949123100", False),
        ("1101051949X231002X", False),
    ],
)
def test_check_digit(number: str, valid: bool) -> None:
    assert is_identity_number(number) is valid


def test_found_and_starred_out() -> None:
    found = hits("personal-data", notice("张某，11010519491231002X，手机13800000000。"))
    assert [hit.facts["shown"] for hit in found] == ["110***********002X", "138****0000"]


@pytest.mark.parametrize("text", ["电话0772-2800000。", "项目代码2401-450000-04-01-138000。", "代码91110105194912310X。", "账号6222138000000001234。"])
def test_other_numbers(text: str) -> None:
    assert hits("personal-data", notice(text)) == []
