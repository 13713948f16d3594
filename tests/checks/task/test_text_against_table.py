"""One measure in the text and in its table."""

from __future__ import annotations

from checks.drafts import clause, context, document, siblings, table
from checks.texts import usual
from hegao.document.model import Document, Task

deadline_conflict = usual("deadline-conflict")
lead_conflict = usual("lead-conflict")

HEADS = "序号|工作任务|牵头单位|配合单位|完成时限"


def both(clauses: list[Task], *rows: str) -> Document:
    """A document with clauses in its text and rows in its table."""
    whole, tasks = table(HEADS, *rows)
    return document(whole, tasks=[*siblings(*clauses), *tasks])


def leads(of: Document) -> list[tuple[str, str]]:
    """Measures and bodies that differ."""
    return [(hit.at.value, str(hit.facts["unit"])) for hit in lead_conflict(of, context(of))]


def days(of: Document) -> list[tuple[str, str]]:
    """Days of rows and of the text that differ."""
    return [(str(hit.facts["row"]), str(hit.facts["clause"])) for hit in deadline_conflict(of, context(of))]


def test_lead_that_the_text_does_not_name() -> None:
    of = both([clause("规范校园食堂管理。", "市市场监管局", "市财政局")], "1|规范校园食堂管理|市教育局||")
    assert leads(of) == [("规范校园食堂管理", "市教育局")]


def test_lead_of_the_text_that_only_helps_in_the_table() -> None:
    of = both([clause("规范校园食堂管理。", "市市场监管局、市教育局")], "1|规范校园食堂管理|市教育局|市市场监管局|")
    assert leads(of) == [("规范校园食堂管理", "市市场监管局")]


def test_row_with_one_of_the_leads_agrees() -> None:
    of = both([clause("规范校园食堂管理。整治网络订餐。", "市市场监管局、市教育局")], "1|规范校园食堂管理|市教育局||")
    assert leads(of) == []


def test_full_and_short_names_agree() -> None:
    of = both([clause("规范校园食堂管理。", "市市场监管局")], "1|规范校园食堂管理|市市场监督管理局||")
    assert leads(of) == []


def test_marks_and_words_around_the_measure_do_not_matter() -> None:
    of = both([clause("配合上级部门维护产业链供应链稳定，扩大出口。", "市商务局")], "1|维护产业链、供应链稳定|市财政局||")
    assert leads(of) == [("维护产业链、供应链稳定", "市财政局")]


def test_part_of_a_longer_cell() -> None:
    long = "完善机制；规范校园食堂管理，落实陪餐制度、公示制度。做好总结，"
    measure = clause("一体推进，规范校园食堂管理，落实陪餐制度和公示制度。", "市教育局")
    assert leads(both([measure], f"1|{long}|市财政局||")) == [("规范校园食堂管理，落实陪餐制度、公示制度", "市财政局")]


def test_measure_that_fits_two_clauses_is_left_alone() -> None:
    clauses = [clause("加强业务培训和宣传引导。", "市教育局"), clause("加强业务培训和宣传引导。", "市民政局")]
    assert leads(both(clauses, "1|加强业务培训和宣传引导|市财政局||")) == []


def test_other_measure_is_no_match() -> None:
    assert leads(both([clause("规范校园食堂管理。", "市市场监管局")], "1|规范农贸市场管理|市商务局||")) == []


def test_later_day_in_the_table() -> None:
    of = both([clause("规范校园食堂管理。", "市教育局", due="2026年9月底前")], "1|规范校园食堂管理|市教育局||2026年10月底前")
    assert days(of) == [("2026年10月底前", "2026年9月底前")]


def test_earlier_day_of_one_of_several_rows() -> None:
    of = both(
        [clause("规范校园食堂管理。整治网络订餐乱象。", "市教育局", due="2026年10月底前")],
        "1|规范校园食堂管理|市教育局||2026年9月底前",
        "2|整治网络订餐乱象|市教育局||2026年10月底前",
    )
    assert days(of) == []


def test_day_in_the_very_sentence() -> None:
    of = both(
        [clause("2026年6月底前规范校园食堂管理制度。整治网络订餐。", "市教育局", due="2026年10月底前")],
        "1|规范校园食堂管理制度|市教育局||2026年7月底前",
    )
    assert days(of) == [("2026年7月底前", "2026年6月底前")]


def test_document_without_a_table_has_nothing_to_compare() -> None:
    of = document(tasks=siblings(clause("修路", "市交通局")))
    assert leads(of) == []
