"""What was left to be filled in (``placeholder``), and telephone numbers that nobody can dial (``number-style``)."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice


def told(name: str, body: str, behind: str = "") -> list[str]:
    return [finding.quote for finding in findings(name, notice(body, behind=behind), "final")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("联系人：苗青；联系电话：XXXX-XXXXXXX。", "XXXX-XXXXXXX"),
        ("供水热线：0366-＿＿＿＿。", "＿＿＿＿"),
        ("联系电话：0366-XXXXXXX。", "XXXXXXX"),
        ("联系人：＿＿＿＿，联系电话：0366-5521234。", "＿＿＿＿"),
        ("联系人：某某某，联系电话：0366-5521234。", "某某某"),
        ("联系人：待定，联系电话：0366-5521234。", "待定"),
        ("会议地点：待定。", "待定"),
        ("请于2026年×月×日前报送。", "×月×日"),
        ("请于2026年9月X日前报送。", "X日"),
        ("由【牵头单位】牵头，市水利局配合。", "【牵头单位】"),
        ("定于9月1日在［会议地点］召开。", "［会议地点］"),
    ],
)
def test_what_is_still_open(body: str, expected: str) -> None:
    assert told("placeholder", body) == [expected]


def test_in_a_note_too() -> None:
    assert told("placeholder", "请认真落实。", behind="（联系人：苗青，联系电话：XXXX-XXXXXXX）") == ["XXXX-XXXXXXX"]


@pytest.mark.parametrize(
    "body",
    [
        "完成水库加固。【牵头单位】市水利局【完成时限】2026年9月底前",
        "当事人张某某，事发时间待定性后通报，某企业已停产。",
        "设备型号为XL-200，规格见X—Y轴图。",
    ],
)
def test_what_is_none(body: str) -> None:
    assert told("placeholder", body) == []


def test_a_line_to_write_on_in_what_is_attached() -> None:
    assert told("placeholder", "请填报回执。", behind="附件\n\n参会回执\n\n单位名称：＿＿＿＿＿＿\n\n联系人：＿＿＿＿") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("联系人：苗青，联系电话：0366-552123。", ["0366-552123"]),
        ("联系电话：0366-552123456，传真：0366-5521235。", ["0366-552123456"]),
        ("咨询电话：010-1234567。", ["010-1234567"]),
        ("联系电话：552123。", ["552123"]),
        ("手机：1380013800。", ["1380013800"]),
        ("联系电话：0366-5521234、0366-12345、12345，传真：0366-55212345。", []),
        ("监督电话：12388，信访热线：96110，电话：5521234。", []),
        ("咨询电话：400-820-8820，电话：0366-5521234转801。", []),
    ],
)
def test_numbers_of_so_many_figures(body: str, expected: list[str]) -> None:
    assert told("number-style", body) == expected


def test_one_number_of_an_area_is_shorter_than_the_others() -> None:
    body = "甲区电话：0366-55212341。\n\n乙区电话：0366-55212342。\n\n丙区电话：0366-5521234。"
    assert told("number-style", body) == ["0366-5521234"]
