"""Identity numbers and mobile phones."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice
from hegao.sources.personal_numbers import is_identity_number, starred, starred_lines


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


def test_stars_keep_places() -> None:
    text = "手机13800000000，证号11010519491231002X。"
    assert starred(text) == "手机138****0000，证号110***********002X。"
    assert len(starred(text)) == len(text)
    assert starred("电话0772-2800000") == "电话0772-2800000"


def test_a_number_that_the_end_of_a_line_cuts_is_starred_on_both() -> None:
    assert list(starred_lines(["联系人：张某，13800", "　000000。", "手机13900000000"])) == ["联系人：张某，138**", "　**0000。", "手机139****0000"]
    assert list(starred_lines(["序号1", "2026年3月", "12345"])) == ["序号1", "2026年3月", "12345"]
    lines = ["无", "号码"]
    assert starred_lines(lines) is lines


def test_amounts_in_cells_one_below_the_other_are_no_number() -> None:
    table = "序号\t用途\t金额（元）\t说明\n1\t路灯电费\t41250\t路灯55盏\n2\t办公用品\t18350\t含打印纸\n\t支出合计\t198300\t"
    assert hits("personal-data", notice("支出如下：", table)) == []


def told(text: str) -> list[str]:
    return [hit.at.value for hit in hits("personal-data", text)]


def test_a_number_behind_a_name_or_below_its_head_is_told_though_it_is_mistyped() -> None:
    assert told(notice("韦桂莲（450209197611082437）通过审核。")) == ["450209197611082437"]
    assert told(notice("名单如下：", "| 姓名 | 身份证号 |", "| --- | --- |", "| 李明 | 450103197501023312 |")) == ["450103197501023312"]
    assert told(notice("项目编号450209197611082437。")) == []
