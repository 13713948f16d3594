"""Words by which a document calls those it goes to and its issuer, and what it asks for (``genre-closing``)."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice


def said(body: str, title: str, addressee: str = "各县（区）水利局：", issuer: str = "江河市水利局") -> list[str]:
    return quotes("genre-closing", notice(body, issuer=issuer, title=title, number="江水发〔2026〕12号", addressee=addressee, signature=issuer))


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("关于同意水源方案的批复", "现批复如下：\n\n请贵县认真组织实施。", ["贵县"]),
        ("关于同意水源方案的批复", "现批复如下：\n\n请你县认真组织实施。", []),
        ("关于商请协助巡查的函", "请贵局安排人员，并请你局提供车辆，贵局意见请函告。", ["你局"]),
        ("关于商请协助巡查的函", "贵市境内河段由贵局巡查。请你市协调。", []),
        ("关于商请协助巡查的函", "专此函达，请遵照执行。", ["请遵照执行。"]),
        ("关于做好巡查工作的通知", "各地要加强巡查，请予批准。", ["各地要加强巡查，请予批准。"]),
        ("关于做好巡查工作的通知", "贵重物资要专人看管，你追我赶。", []),
        ("关于做好巡查工作的通知", "我委将适时督查。", ["我委"]),
        ("关于做好巡查工作的通知", "我局将适时督查。", []),
    ],
)
def test_address_fits_the_direction(title: str, body: str, expected: list[str]) -> None:
    assert said(body, title) == expected


def test_a_request_asks_for_one_thing() -> None:
    body = "恳请安排补助资金500万元。同时，恳请核增事业编制6名。\n\n妥否，请批示。"
    assert said(body, "关于解决水厂建设资金的请示", "江河市人民政府：") == ["同时，恳请核增事业编制6名"]
    assert said(body.replace("核增事业编制6名", "拨付上年结转资金"), "关于解决水厂建设资金的请示", "江河市人民政府：") == []


def test_opinions_that_go_down_ask_for_no_decision() -> None:
    assert said("各地要抓好落实。以上意见妥否，请批示。", "关于加强河道管理的意见") == ["以上意见妥否，请批示。"]


def test_what_is_told_to_the_public_is_carried_out_by_nobody() -> None:
    text = notice("本公告由市水利局负责解释。", "请认真贯彻执行。", issuer="江河市水利局", title="关于公开招聘人员的公告", number="", addressee="")
    assert quotes("genre-closing", text) == ["请认真贯彻执行。"]


def test_you_upwards_is_asked() -> None:
    text = notice("你局检查发现的问题已整改。\n\n特此报告。", issuer="江河市人民医院", title="关于问题整改情况的报告", number="江医〔2026〕1号", addressee="江河市卫生健康委员会：")
    assert [one.severity for one in findings("genre-closing", text) if one.quote == "你局"] == ["info"]
