"""The field list that web copies print on top."""

from __future__ import annotations

import pytest

from hegao.engine.rules.selectors import fields
from reading import document

BODY = "各县（区）人民政府：\n\n为做好春耕工作，现通知如下。"


@pytest.mark.parametrize(
    "fields",
    [
        "索引号：JH/2026-1\n发文机关：江河市人民政府\n发文字号：江政发〔2026〕3号\n成文日期：2026年03月01日\n发布日期：2026年03月09日",
        "索 引 号：\tJH/2026-1\t主题分类：\t农业\n发文机关：\t江河市人民政府\t成文日期：\t2026年03月01日\n发文字号：\t江政发〔2026〕3号",
        "索引号：\nJH/2026-1\n发文机关：\n江河市人民政府\n发文字号：\n江政发〔2026〕3号\n成文日期：\n2026-03-01",
        "标　　题：江河市人民政府关于春耕的通知\n文　　号：江政发〔2026〕3号\n发布机构：江河市人民政府\n成文日期：2026-03-01",
        "【发文字号】江政发〔2026〕3号\n【发布部门】江河市人民政府\n【成文日期】2026年3月1日",
    ],
)
def test_number_and_date_may_stand_in_the_fields_only(fields: str) -> None:
    notice = document(f"{fields}\n\n江河市人民政府关于春耕的通知\n\n{BODY}")
    assert notice.title is not None
    assert notice.title.text.value == "江河市人民政府关于春耕的通知"
    assert notice.number is not None
    assert notice.number.phrase.normal == "江政发〔2026〕3号"
    assert notice.date is not None
    assert (notice.date.role, notice.issued and notice.issued.isoformat()) == ("field", "2026-03-01")


def test_a_rule_may_ask_for_the_dates_of_field_lists() -> None:
    assert "field" in fields("date")["role"]


def test_the_title_may_stand_in_the_fields_only() -> None:
    notice = document(f"标题：关于春耕的通知\n文号：江农发〔2026〕3号\n发布机构：江河市农业农村局\n\n{BODY}\n\n江河市农业农村局\n2026年3月1日")
    assert notice.title is not None
    assert notice.title.text.value == "关于春耕的通知"
    assert (notice.issuers, notice.date and notice.date.role) == (["江河市农业农村局"], "issue")


def test_a_day_of_publication_is_no_day_of_the_document() -> None:
    assert document(f"索引号：JH/2026-1\n发布日期：2026年03月09日\n\n江河市人民政府关于春耕的通知\n\n{BODY}").date is None


def test_fields_in_columns_are_read_one_by_one() -> None:
    fields = "索引号：JH/2026-1　　发布机构：江河市水利局　　责任部门：办公室\n文号：江水发〔2026〕3号　　公开日期：2026-03-09　　成文日期：2026-03-01"
    notice = document(f"{fields}\n\n江河市水利局关于防汛的通知\n\n{BODY}")
    assert (notice.number and notice.number.text.value, notice.date and notice.date.text.value) == ("江水发〔2026〕3号", "2026-03-01")
    assert notice.issuers == ["江河市水利局"]


def test_front_matter_names_title_and_issuer_and_its_day_is_of_publication() -> None:
    notice = document(f"---\ntitle: 关于春耕的通知\nauthor: 江河市农业农村局\ndate: 2026-03-09\n---\n\n{BODY}", "a.md")
    assert (notice.title and notice.title.text.value, notice.issuers, notice.date) == ("关于春耕的通知", ["江河市农业农村局"], None)


def test_labels_in_a_body_are_text() -> None:
    notice = document(f"江河市人民政府关于春耕的通知\n\n江政发〔2026〕3号\n\n{BODY}\n\n来源：市农业农村局统计资料。")
    assert [node.text.value for node in notice.of("paragraph")][-1] == "来源：市农业农村局统计资料。"
