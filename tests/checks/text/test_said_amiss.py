"""Phrases that say a thing in two ways, words typed wrong, and figures with units that are none."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice, pairs, read


def found(text: str) -> list[tuple[str, str]]:
    return pairs(hits("word-table", notice(text)))


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("合格率比上年提高了到95.2%。", "提高了到", "提高到"),
        ("播种面积增加了到300亩。", "增加了到", "增加到"),
        ("差错率比上年下降到1.2个百分点。", "下降到1.2个百分点", "下降1.2个百分点"),
        ("抽查三成以上的30%。", "三成以上的30%", "30%以上"),
        ("半数以上的50%企业完成改造。", "半数以上的50%", "50%以上"),
        ("双方签定供水合同。", "签定", "签订"),
        ("经检察合格后投入使用。", "检察合格", "检查合格"),
        ("仓库不得存放易然物品。", "易然", "易燃"),
        ("原办法同时废除。", "同时废除", "同时废止"),
        ("按照应激预案处置。", "应激预案", "应急预案"),
    ],
)
def test_said_amiss(text: str, written: str, right: str) -> None:
    assert found(text) == [(written, right)]


@pytest.mark.parametrize(
    "text",
    [
        "合格率提高到95%，比上年提高了1.2个百分点。",
        "九成以上（95%）的农户满意，建成30%以上。",
        "每次采集量最多不超过400毫升。",
        "设备标签定制完成，易然而难成。",
        "检察机关提出检察建议，终身制同时废除了。",
        "形势逼人，从严竣工验收。",
    ],
)
def test_in_order(text: str) -> None:
    assert found(text) == []


def passing(title: str, body: str) -> list[tuple[str, str]]:
    text = f"{title}\n\n江政办发〔2026〕7号\n\n各县（区）人民政府：\n\n{body}\n\n江河市人民政府办公室\n2026年4月1日\n"
    return pairs(hits("word-table", read(text)))


def test_what_is_issued_is_not_passed_on() -> None:
    issue, pass_on = "江河市人民政府办公室关于印发江河市防汛方案的通知", "江河市人民政府办公室转发市水利局关于做好防汛工作意见的通知"
    assert passing(issue, "《江河市防汛方案》已经市人民政府同意，现转发给你们，请认真组织实施。") == [("转发", "印发")]
    assert passing(issue, "现将《江河市防汛方案》印发给你们，请认真组织实施。") == []
    assert passing(pass_on, "市水利局《关于做好防汛工作的意见》已经市人民政府同意，现印发给你们，请认真贯彻执行。") == [("印发", "转发")]
    assert passing(pass_on, "市水利局《关于做好防汛工作的意见》已经市人民政府同意，现转发给你们，请认真贯彻执行。") == []


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("疫苗在2℃-8℃条件下保存。", "2℃-8℃", "2℃～8℃"),
        ("每亩施肥20公斤-25公斤。", "20公斤-25公斤", "20公斤～25公斤"),
        ("每次采血400cc。", "400cc", "400毫升"),
        ("占地500平方，投资50万元。", "平方", "平方米"),
        ("差错率为8.7%，比上年同期的11.2%下降2.5%。", "2.5%", "2.5个百分点"),
    ],
)
def test_figures(text: str, written: str, right: str) -> None:
    assert [(one, other) for one, other in pairs(hits("number-style", notice(text)))] in ([(written, right)], [(written[-len("cc") :], right[-2:])])


def test_figures_in_order() -> None:
    text = "占地500平方米，开挖800立方公里，型号2mm-8A，税率由3%降为1%，比上年的11.2%下降22.3%，每立方根，每周7 天服务。"
    assert [pair for pair in pairs(hits("number-style", notice(text))) if pair[0] in ("平方", "立方", "22.3%", "周7")] == []
