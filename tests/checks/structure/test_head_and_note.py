"""What the masthead and the note say: secrecy, urgency, signers, disclosure (norms HED-09 to HED-14, SIG-05 to SIG-10)."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes

_SECRET = """000023
{secrecy}
{urgency}

江河市公安局文件

江公发〔2026〕7号

江河市公安局关于做好活动安全保卫工作的通知

各县（区）公安局：

各县（区）公安局于2026年4月5日前上报备勤警力。

江河市公安局
2026年3月25日
{note}
"""
_REQUEST = """云岭县水利局文件

云水请〔2026〕6号　　　　　　{signers}

云岭县水利局关于解决水库加固资金的请示

云岭县人民政府：

水库加固工程尚缺资金260万元，恳请安排。
妥否，请批示。

云岭县水利局
2026年3月10日
{note}
"""
_CALL = "（联系人：陆文斌，电话：5212306）"


def _told(text: str) -> list[str]:
    return [finding.quote.replace("\u3000", "") for finding in findings("element-missing", text, "final")]


@pytest.mark.parametrize("secrecy", ["机密★十年", "机密★25年", "秘密★11年", "绝密★31年", "内部★5年", "机密10年", "机密☆10年", "机密★", "保密★5年", "绝密级★20年"])
def test_a_degree_of_secrecy_amiss(secrecy: str) -> None:
    assert _told(_SECRET.format(secrecy=secrecy, urgency="特急", note="")) == [secrecy]


@pytest.mark.parametrize("secrecy", ["机密★20年", "绝密★30年", "秘密★6个月", "机密★长期", "机密★解密前", "秘密★2026年12月31日"])
def test_a_degree_of_secrecy_as_it_should_be(secrecy: str) -> None:
    assert _told(_SECRET.format(secrecy=secrecy, urgency="加急", note="")) == []


@pytest.mark.parametrize("urgency", ["火急", "急件", "特级", "平急", "速办", "紧急程度：紧急", "火速"])
def test_a_degree_of_urgency_that_is_none(urgency: str) -> None:
    assert _told(_SECRET.format(secrecy="机密★10年", urgency=urgency, note="")) == [urgency]


@pytest.mark.parametrize("note", ["（此件公开发布）", "（此件主动公开）", "（此件依申请公开）", "公开方式：主动公开"])
def test_what_is_secret_is_not_public(note: str) -> None:
    assert _told(_SECRET.format(secrecy="机密★10年", urgency="特急", note=note)) == [note]


@pytest.mark.parametrize("note", ["（此件面向社会公开）", "（此件部分公开）", "公开方式：公开", "（此件内部公开）", "此件公开发布", "【此件公开发布】"])
def test_a_way_of_disclosure_that_is_none(note: str) -> None:
    text = _SECRET.format(secrecy="", urgency="特急", note=note).removeprefix("000023\n\n")
    assert _told(text) == [note]


@pytest.mark.parametrize("note", ["（此件公开发布）", "（此件不予公开）", "（此件删减后公开）", "公开方式：依申请公开"])
def test_a_way_of_disclosure_as_it_should_be(note: str) -> None:
    assert _told(_SECRET.format(secrecy="", urgency="特急", note=note).removeprefix("000023\n\n")) == []


def test_a_request_is_no_matter_of_the_public_and_rules_are() -> None:
    asked = findings("element-missing", _REQUEST.format(signers="签发人：韦志明", note=f"{_CALL}\n（此件主动公开）"), "final")
    assert [(finding.quote, finding.severity) for finding in asked] == [("（此件主动公开）", "info")]
    rules = _SECRET.format(secrecy="", urgency="特急", note="（此件不予公开）").removeprefix("000023\n\n").replace("江公发", "江公规")
    assert [(finding.quote, finding.severity) for finding in findings("element-missing", rules, "final")] == [("（此件不予公开）", "info")]


@pytest.mark.parametrize("signers", ["签发人：韦志明、梁国栋", "签发人：韦志明和梁国栋", "签发人　韦志明", "签发：韦志明", "审批人：韦志明"])
def test_signers_amiss(signers: str) -> None:
    assert _told(_REQUEST.format(signers=signers, note=_CALL)) == [signers.replace("\u3000", "")]


@pytest.mark.parametrize("signers", ["签发人：韦志明", "签发人：韦志明　梁国栋"])
def test_signers_as_they_should_be(signers: str) -> None:
    assert _told(_REQUEST.format(signers=signers, note=_CALL)) == []


def test_a_telephone_needs_a_person() -> None:
    assert _told(_REQUEST.format(signers="签发人：韦志明", note="（联系电话：5212306）")) == ["（联系电话：5212306）"]


@pytest.mark.parametrize("line", ["（以下无正文）", "（本页以下空白）", "[此页无正文]", "（此页无正文，为签署页）"])
def test_no_text_on_this_page(line: str) -> None:
    text = _SECRET.format(secrecy="", urgency="特急", note="").removeprefix("000023\n\n").replace("\n\n江河市公安局\n", f"\n\n{line}\n江河市公安局\n")
    assert quotes("element-order", text) == [line]
