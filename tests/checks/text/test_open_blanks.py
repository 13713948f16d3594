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
        ("在合同签订之日起【】日内缴清。", "【】"),
        ("在合同签订之日起（　）日内缴清。", "（　）"),
        ("按照《》的要求办理。", "《》"),
        ("全年改造？户。", "？"),
        ("落实资金×亿元。", "×"),
        ("于2026年10月 日前上报。", "日"),
        ("于2026年__月__日前上报。", ("__", "__")),
        ("经第　次常务会议研究同意。", "第　次"),
        ("安排资金　　万元用于收购。", "金　　万元"),
        ("全年增加值同比增长%。", "增长%"),
        ("（此处再斟酌）各单位要抓好落实。", "（此处再斟酌）"),
        ("各单位要抓好落实。（请粮食处核实）", "（请粮食处核实）"),
        ("各单位要抓好落实。【批注：数据要核对】", "【批注：数据要核对】"),
        ("见错误！未找到引用源。", "错误！未找到引用源"),
        ("其中#REF!万元用于收购。", "#REF!"),
        ("由○○公司承建。", "○○"),
        ("联系人：李明，联系电话：。", "联系电话："),
        ("联系人：李明\n\n联系电话：", "联系电话："),
        ("联系电话：\n\n联系人：李明", "联系电话："),
        ("传真：0366-，邮编：530000。", "0366-"),
        ("联系人：张三，电话：0366-5521234。", "张三"),
    ],
)
def test_what_is_still_open(body: str, expected: str | tuple[str, ...]) -> None:
    assert told("placeholder", body) == ([expected] if isinstance(expected, str) else list(expected))


@pytest.mark.parametrize("cell", ["×××", "待补", "0366-____", "0366-", "XX局", "张三"])
def test_in_a_cell_that_others_fill(cell: str) -> None:
    rows = f"序号\t单位\t联系人\n1\t市水利局\t周大明\n2\t市财政局\t{cell}\n3\t市公安局\t何小平\n4\t市教育局\t林安"
    (found,) = told("placeholder", "联系人见附件。", behind=f"附件\n\n联系人名单\n\n{rows}")
    assert found in cell


def test_in_the_copies_and_in_the_signature() -> None:
    assert told("placeholder", "请认真落实。", behind="抄送：市委办公室，XX街道办事处。") == ["XX"]
    assert [one.quote for one in findings("placeholder", notice("请认真落实。", addressee="某县人民政府："), "final")] == ["某"]


def test_what_others_are_to_fill_in_is_none() -> None:
    form = "附件\n\n应急队伍情况表\n\n单位：____　填表人：____　电话：____\n\n队伍名称\t人数\t负责人\n××队\t\t\n"
    assert told("placeholder", "请填报。", behind=form) == []


def test_in_a_note_too() -> None:
    assert told("placeholder", "请认真落实。", behind="（联系人：苗青，联系电话：XXXX-XXXXXXX）") == ["XXXX-XXXXXXX"]


@pytest.mark.parametrize(
    "body",
    [
        "完成水库加固。【牵头单位】市水利局【完成时限】2026年9月底前",
        "当事人张某某，事发时间待定性后通报，某企业已停产。",
        "设备型号为XL-200，规格见X—Y轴图。",
        "二〇〇〇年、二○○九年建成的房屋，占地3×4米，2户×5人。",
        "会议地点另行通知，事项待定后公布，联系电话：0366-5521234。",
        "联系电话：\n\n0366-5521234",
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
