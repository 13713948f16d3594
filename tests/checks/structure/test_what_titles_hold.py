"""What titles hold, and genres that may not go their way (norms GEN-01 to GEN-17, TTL-05 to TTL-15)."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice


def _told(title: str, body: str = "请认真落实。", issuer: str = "江河市水利局", **parts: str) -> list[str]:
    text = notice(body, title=title, issuer=issuer, number="江水发〔2026〕12号", **parts)
    return [finding.quote for finding in findings("title-form", text, "final")]


@pytest.mark.parametrize(
    ("title", "quote"),
    [
        ("关于贯彻实施安全生产法的通知", "安全生产法"),
        ("关于学习宣传保障农民工工资支付条例的通知", "保障农民工工资支付条例"),
        ("关于印发《江河市供水办法》和江河市水价实施细则的通知", "江河市水价实施细则"),
        ("关于废止《江河市水利局关于印发《供水办法》的通知》的通知", "《供水办法》"),
        ("关于印发<供水办法>的通知", "<供水办法>"),
        ("关于印发《江河市供水办法》（试行）的通知", "》（试行）"),
        ("关于印发《江河市供水行动方案（2026-2028年）》的通知", "2026-"),
        ("关于转发江政办发〔2026〕9号文的通知", "江政办发〔2026〕9号文"),
        ("批转省水利厅关于加强水库值守的通知", "批转"),
        ("关于做好水库值守的决定的通知", "决定的通知"),
        ("关于废止部分文件的决定的通知", "决定的通知"),
        ("关于城北管网检修停水的公告", "公告"),
    ],
)
def test_what_a_title_holds_amiss(title: str, quote: str) -> None:
    assert _told(title) == [quote]


@pytest.mark.parametrize(
    "title",
    [
        "关于贯彻实施《中华人民共和国安全生产法》的通知",
        "关于开展安全生产法宣传周活动的通知",
        "关于印发江河市供水办法和江河市水价实施细则的通知",
        "关于废止《江河市水利局关于印发〈供水办法〉的通知》的通知",
        "关于印发《江河市供水办法（试行）》的通知",
        "关于印发《江河市供水行动方案（2026—2028年）》的通知",
        "关于废止江水发〔2010〕9号文件的通知",
        "批转市水文站关于加强水情测报意见的通知",
        "关于征求水库值守意见的通知",
        "关于撤销行政处罚决定的通知",
        "关于国有土地使用权拍卖的公告",
    ],
)
def test_what_a_title_may_hold(title: str) -> None:
    assert _told(title) == []


def test_bodies_of_a_joint_issue_stand_apart_by_blanks() -> None:
    text = notice("请认真落实。", title="关于做好供水工作的通知", issuer="江河市水利局、江河市财政局", signature="江河市水利局　　江河市财政局")
    assert [finding.quote for finding in findings("title-form", text, "final")] == ["、"]


def test_a_request_goes_to_nobody_beside() -> None:
    assert _told("关于使用会议厅的请示", "妥否，请批示。", addressee="江河市财政局：") == ["请示"]
    assert _told("关于使用会议厅的请示", "妥否，请批示。", addressee="江河市人民政府：") == []


def test_a_motion_comes_from_a_government() -> None:
    assert _told("关于提请审议供水规划的议案", "现提请审议。", addressee="江河市人民代表大会常务委员会：") == ["江河市水利局"]


def test_a_department_gives_no_orders_to_governments() -> None:
    ordered = notice("请认真贯彻执行。", issuer="江河市水利局", title="关于做好供水工作的通知")
    assert [finding.quote for finding in findings("addressee-form", ordered, "final")] == ["各县（区）人民政府："]
    agreed = notice("经市人民政府同意，现通知如下。", "请认真贯彻执行。", issuer="江河市水利局", title="关于做好供水工作的通知")
    assert findings("addressee-form", agreed, "final") == []


def test_plans_are_brought_by_a_notice() -> None:
    text = "江河市水利局文件\n\n江水发〔2026〕12号\n\n江河市2026年水库值守工作方案\n\n各县（区）水利局：\n\n请认真落实。\n\n江河市水利局\n2026年6月8日\n"
    assert [finding.quote for finding in findings("title-form", text, "final")] == ["工作方案"]
