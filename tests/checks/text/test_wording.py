"""The table of words and what was left to be filled in."""

from __future__ import annotations

from typing import Any

import pytest

from checks.texts import hits, notice, only, pairs, read
from hegao.checks.base import Context
from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.text.wording import word_table
from hegao.words.builtin_tables import rows_of


def found(text: str, year: int = 2026, **parameters: Any) -> list[tuple[str, str]]:
    return pairs(hits("word-table", notice(text, year=year), **parameters))


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("按照统一布署推进。", "布署", "部署"),
        ("资金由市财政局拔付。", "拔付", "拨付"),
        ("要防止不再发生事故。", "防止不再发生", "防止再发生"),
        ("截止6月底完成投资5亿元。", "截止", "截至"),
        ("截止到2025年末已开工。", "截止到", "截至"),
        ("报市国土资源主管部门。", "国土资源主管部门", "自然资源主管部门"),
    ],
)
def test_wrong(text: str, written: str, right: str) -> None:
    assert found(text) == [(written, right)]


@pytest.mark.parametrize(
    "text",
    [
        "报名于6月底截止，报名截止2026年6月30日，截止日期不变。",
        "根据《关于布署春耕工作的通知》，落实“布署”要求。",
        "由原市国土资源局办理。",
        "该厅于2009年由原江河市临湖区地方税务局设立。",
        "原由市环境保护局、国土资源局分别管理的资料，继续有效。",
        "发布署名文章，自己经营，究竟相差多少。",
    ],
)
def test_right(text: str) -> None:
    assert found(text) == []


def test_names_changed_by_the_reform_were_right_before() -> None:
    assert found("报市国土资源局。", year=2017) == []


def test_an_office_may_ask_for_usual_forms_too() -> None:
    assert found("其它事项按规定办。", strengths=["variant"]) == [("其它", "其他")]
    assert found("按照统一布署推进。", strengths=[]) == []


def test_records_are_left_alone() -> None:
    assert found("按照统一布署推进。", year=2011) == []


def test_rows_of_an_office_go_before_the_built_in_ones() -> None:
    own = Tables({"words": [{"wrong": "布署", "right": "布署"}, {"wrong": "江河县", "right": "江河市", "note": "2020年撤县设市"}]})
    file = notice("按照统一布署，由江河县落实。")
    document = only(file)
    context = Context(file, document, tables=own)
    found = [hit for node in document.of("paragraph") for hit in word_table(node, context, ["must"], "2012-07-01", margin=10, doubtful=0, word_margin=10, word_doubtful=0)]
    assert [(hit.facts["written"], hit.facts["right"], hit.facts["note"]) for hit in found] == [("江河县", "江河市", "（2020年撤县设市）")]


def test_tables_in_the_old_encoding(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("tables") / "words.csv"
    path.write_bytes("wrong,right,note\n甲, 乙 ,\n".encode("gb18030"))
    assert rows_of(path) == [{"wrong": "甲", "right": "乙", "note": ""}]
    path.write_bytes("wrong,right\n甲,乙\n".encode("utf-8-sig"))
    assert rows_of(path) == [{"wrong": "甲", "right": "乙"}]


@pytest.mark.parametrize("text", ["请××县落实。", "面积XX平方公里。", "范围【待补】。", "资金（待核实）万元。", "于2026年月日前。", "见江政发〔2026〕号。"])
def test_left_to_be_filled_in(text: str) -> None:
    assert len(hits("placeholder", notice(text))) == 1


@pytest.mark.parametrize("text", ["型号XXL，采用5G。", "根据〔2026〕5号文件。", "（待遇）从优，〔需方〕负责。", "于2026年12月底前。"])
def test_nothing_open(text: str) -> None:
    assert hits("placeholder", notice(text)) == []


def test_forms_are_filled_in_by_others() -> None:
    text = (
        "江河市人民政府办公室关于报送情况的通知\n\n江政办发〔2026〕8号\n\n各县（区）人民政府：\n\n请按格式报送。\n\n附件：情况报告{kind}\n\n"
        "江河市人民政府办公室\n\n2026年4月1日\n\n附件\n\n情况报告{kind}\n\n现将××县情况报告如下，有关工作正在推进。\n"
    )
    assert hits("placeholder", read(text.format(kind="格式"))) == []
    assert len(hits("placeholder", read(text.format(kind="要点")))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由市水利厅、县财政厅负责。", [("水利厅", "水利局"), ("财政厅", "财政局")]),
        ("省水利厅、自治区教育厅和省市教育厅（局）参加，市政务服务大厅照常开放。", []),
        ("目前以来，各单位必须务必落实。", [("目前以来", "目前"), ("必须务必", "务必")]),
    ],
)
def test_halls_of_cities_and_words_said_twice(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("携带身份证元件办理。", "元件", "原件"),
        ("项目收益群众达1.6万人。", "收益", "受益"),
        ("资源参加社区服务。", "资源", "自愿"),
        ("招募社区资源者。", "资源", "志愿"),
        ("引导毕业生爱护公务、节约粮食。", "公务", "公物"),
        ("评审名单在官网公式。", "公式", "公示"),
    ],
)
def test_words_told_by_what_stands_beside_them(text: str, written: str, right: str) -> None:
    assert (written, right) in found(text)


@pytest.mark.parametrize("text", ["更换电子元件。", "提高投资收益。", "统筹人力资源服务。", "规范公务接待，爱护设施。", "列出计算公式。"])
def test_the_same_words_elsewhere(text: str) -> None:
    assert found(text) == []
