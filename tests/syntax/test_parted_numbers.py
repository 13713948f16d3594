"""Numbers that only a blank parts from what follows, masthead and titles over gaps: what Word files and pages are full of."""

from __future__ import annotations

import pytest

from reading import document


@pytest.mark.parametrize(
    ("line", "label", "number"),
    [
        ("第二十六条　第一类资助对象每人每月400元。", "第二十六条", 26),
        ("第二十六条 第二款所列情形除外。", "第二十六条", 26),
        ("第十一条　规模以上企业应当设立公示栏。", "第十一条", 11),
        ("第九条　及时公开补贴发放情况。", "第九条", 9),
        ("第八条　至少每季度核查一次。", "第八条", 8),
        ("5. 100周岁及以上的；", "5.", 5),
        ("５．家庭收入较低的。", "５．", 5),
        ("（２）合同两年一签。", "（２）", 2),
    ],
)
def test_headings(line: str, label: str, number: int) -> None:
    text = f"江河市养老服务补贴办法\n\n为规范管理，制定本办法。\n{line}\n本办法自印发之日起施行。"
    (heading,) = [node for part in document(text).parts for node in part.nodes if node.kind == "heading"]
    assert (heading.label, heading.number) == (label, number)


def test_a_clause_that_is_cited_at_the_start_of_a_line_is_no_article() -> None:
    text = "江河市养老服务补贴办法\n\n为规范管理，制定本办法。\n第二十六条第一款所列情形除外。"
    assert [node.kind for part in document(text).parts for node in part.nodes] == ["paragraph", "paragraph"]


def test_a_chapter_without_sections_of_its_own_is_one() -> None:
    text = "江河市供水应急预案\n\n1　总则\n1.1　目的\n保障供水。\n2　组织机构\n设指挥部。\n3　响应\n3.1　启动\n及时启动。"
    parts = document(text).parts
    assert [node.label for part in parts for node in part.nodes if node.kind == "heading"] == ["1", "1.1", "2", "3", "3.1"]


def test_the_masthead_above_a_head_without_number_belongs_to_the_document() -> None:
    found = document("机密★1年\n特急\n\n江河市人民政府办公室关于做好防汛工作的通知\n\n各县（区）人民政府：\n请认真落实。")
    assert [one.text.value for one in found.masthead] == ["机密★1年", "特急"]


def test_the_issuer_over_a_gap_belongs_to_the_title() -> None:
    title = document("江河市水利局\n\n关于做好防汛工作的通知\n\n各县（区）水利局，各党组织：\n请认真落实。").title
    assert title is not None
    assert title.text.value == "江河市水利局关于做好防汛工作的通知"


def test_a_title_goes_on_behind_the_name_of_what_it_issues() -> None:
    title = document("江水规〔2026〕2号\n江河市水利局\n关于印发江河市供水管理办法\n实施细则的通知\n各有关单位：\n请遵照执行。").title
    assert title is not None
    assert title.text.value == "江河市水利局关于印发江河市供水管理办法实施细则的通知"


def test_persons_are_addressed_too() -> None:
    addressee = document("关于开展读书活动的通知\n各位同事：\n请踊跃参加。").addressee
    assert addressee is not None
    assert addressee.name == "各位同事"


@pytest.mark.parametrize("gap", ["\t", "  \t ", "　　"])
def test_whatever_parts_number_and_signer(gap: str) -> None:
    found = document(f"江政发〔2026〕3号{gap}签发人：李明\n\n江河市人民政府关于申请专项资金的请示\n\n省人民政府：\n现请示如下。")
    assert found.number is not None
    assert found.number.text.value == "江政发〔2026〕3号"
    assert [one.text.value for one in found.masthead] == ["签发人：李明"]
