"""Names of bodies, offices and places that a document tells in two ways, and names that bodies bear no longer."""

from __future__ import annotations

import pytest

import notices
from checks.texts import hits, read


def variants(*paragraphs: str, behind: str = "", **parts: str) -> list[tuple[str, str]]:
    text = notices.notice(*paragraphs, behind=behind, **parts)
    return [(str(hit.facts["unit"]), str(hit.facts["other"])) for hit in hits("unit-variant", read(text))]


def unknown(*paragraphs: str, behind: str = "", **parts: str) -> list[str]:
    return [str(hit.facts["unit"]) for hit in hits("unit-unknown", read(notices.notice(*paragraphs, behind=behind, **parts)))]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("由市房产局配合，于6月底前完成评估。",), [("市房产局", "市住房城乡建设局")]),
        (("名单报市人事局备案。",), [("市人事局", "市人力资源社会保障局")]),
        (("由省教委推荐。",), [("省教委", "省教育厅")]),
        (("由市建设局牵头。", "由市住房城乡建设局配合。"), [("市建设局", "市住房城乡建设局")]),
        (("原市人事局办理的事项，由市人力资源社会保障局办理。",), []),
    ],
)
def test_names_of_old(paragraphs: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert variants(*paragraphs) == expected


def test_former_names_in_former_years() -> None:
    assert variants("名单报市人事局备案。", number="江政办发〔2016〕12号", date="2016年6月8日") == []


def test_offices_behind_names_of_persons() -> None:
    names = "副组长：\n　　　韩　松　市水务局局长\n　　　周立新　市财政局局长"
    assert variants("由市水利局牵头建设步道。", "涉及占用的，由市水利局依法办理。", names) == [("市水务局", "市水利局")]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("由计划财务科牵头。计划财务科汇总。", "由财务科按季度通报。"), [("财务科", "计划财务科")]),
        (("由人事部牵头，工会配合。", "由人力资源部牵头归档。"), [("人事部", "人力资源部")]),
        (("由乡财政所负责。", "乡财政办于每月5日前公布。"), [("乡财政办", "乡财政所")]),
        (("由人事科、人力资源科分别负责。",), []),
        (("由乡财政所负责，乡农业办配合。",), []),
    ],
)
def test_offices(paragraphs: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert variants(*paragraphs) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("建设全市监管平台（以下简称“监管平台”）。", "数据上传监管平台，结果通过监督平台报告。"), [("监督平台", "监管平台")]),
        (("开展调查评估工作（以下简称“评估调查”）。", "调查评估经费列入预算，调查评估于年底完成。"), [("评估调查", "调查评估")]),
        (("成立服务提升工作专班（以下简称“工作专班”），专项小组办公室设在市民政局。",), [("专项小组", "工作专班")]),
        (("建设全市监管平台（以下简称“监管平台”），数据上传监管平台，接入政务平台。",), []),
    ],
)
def test_terms_that_are_introduced(paragraphs: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert variants(*paragraphs) == expected


_TABLE = "附件1\n\n任务表\n\n序号\t县（区）\t数量\n1\t云岭县\t5\n2\t临湖区\t6\n3\t{}\t7\n4\t青柘县\t8"


def test_a_place_under_two_levels() -> None:
    assert variants("各县抓好落实。", behind=_TABLE.format("岑陌区") + "\n\n注：岑陌县含工业园区。") == [("岑陌区", "岑陌县")]


def test_a_place_that_only_the_table_knows() -> None:
    text = "云岭县改造5处，临湖区改造6处，青柘县改造8处。"
    assert unknown(text, behind=_TABLE.format("岑陌县")) == ["岑陌县"]
    assert unknown(text + "岑陌县改造7处。", behind=_TABLE.format("岑陌县")) == []
    assert unknown("云岭县改造5处。", behind=_TABLE.format("岑陌县")) == []


def test_a_letter_of_like_sound() -> None:
    assert unknown("由省水利厅、省卫建委配合。") == ["省卫建委"]
    assert unknown("由省水利厅、省卫健委配合。") == []
