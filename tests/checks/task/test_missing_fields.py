"""Tasks without deadline or lead among siblings that have one."""

from __future__ import annotations

from checks.drafts import clause, context, document, headings, paragraph, siblings, table
from checks.texts import hits, notice, usual
from document.opinions import opinion
from hegao.checks.task.deadline_kind import deadline_kind
from hegao.checks.task.lead_order import lead_order
from hegao.document.model import Document

field_missing = usual("field-missing")

HEADS = "序号|工作任务|牵头单位|完成时限"


def missing(of: Document, field: str, **more: object) -> list[str]:
    """The quotes of what lacks the field."""
    return [hit.at.value for hit in field_missing(of, context(of), field, **more)]  # type: ignore[arg-type]


def test_empty_deadline_among_filled_ones_is_told_at_the_measure() -> None:
    whole, tasks = table(HEADS, "1|修路|市交通局|5月底前", "2|架桥|市水利局|", "3|植树|市林业局|4月底前")
    of = document(whole, tasks=tasks)
    (hit,) = field_missing(of, context(of), "deadline")
    assert hit.at.value == "架桥"
    assert hit.facts == {"measure": "架桥", "others": 2, "column": "完成时限", "fault": "missing"}


def test_table_without_any_deadline_is_silent() -> None:
    whole, tasks = table(HEADS, "1|修路|市交通局|", "2|架桥|市水利局|", "3|植树|市林业局|")
    assert missing(document(whole, tasks=tasks), "deadline") == []


def test_merged_deadline_cells_are_no_gaps() -> None:
    whole, tasks = table(
        HEADS, "1|修路|市交通局|5月底前", "2|架桥|市水利局|", "3|植树|市林业局|", "4|挖渠|市水利局|6月底前", "5|清淤|市水利局|"
    )
    assert missing(document(whole, tasks=tasks), "deadline") == []


def test_row_that_lacks_another_common_cell_too_is_a_merged_one() -> None:
    whole, tasks = table(HEADS, "1|修路|市交通局|5月底前", "2|架桥||", "3|植树|市林业局|4月底前", "4|挖渠|市水利局|6月底前")
    assert missing(document(whole, tasks=tasks), "deadline") == []


def test_sum_and_unnumbered_rows_are_no_tasks() -> None:
    whole, tasks = table(
        HEADS, "1|修路|市交通局|5月底前", "2|植树|市林业局|4月底前", "3|架桥|市水利局|6月底前", "|合计||", "|其他项目|市水利局|"
    )
    assert missing(document(whole, tasks=tasks), "deadline") == []


def test_day_in_the_measure_itself_is_enough() -> None:
    whole, tasks = table(HEADS, "1|修路|市交通局|5月底前", "2|于6月底前架桥|市水利局|", "3|植树|市林业局|4月底前")
    assert missing(document(whole, tasks=tasks), "deadline") == []


def test_slash_says_there_is_none() -> None:
    whole, tasks = table(HEADS, "1|修路|市交通局|5月底前", "2|架桥|市水利局|/", "3|植树|市林业局|4月底前")
    assert missing(document(whole, tasks=tasks), "deadline") == []


def test_clause_without_deadline_among_dated_ones() -> None:
    tasks = siblings(clause("修路", "市交通局", due="5月底前"), clause("架桥", "市水利局"), clause("植树", "市林业局", due="4月底前"))
    assert missing(document(tasks=tasks), "deadline") == ["（牵头单位：市水利局）"]


def test_one_dated_clause_makes_no_custom() -> None:
    tasks = siblings(clause("修路", "市交通局", due="5月底前"), clause("架桥", "市水利局"), clause("植树", "市林业局"))
    assert missing(document(tasks=tasks), "deadline") == []


def test_empty_lead_cell() -> None:
    whole, tasks = table(HEADS, "1|修路|市交通局|5月底前", "2|架桥||6月底前", "3|植树|市林业局|4月底前")
    assert missing(document(whole, tasks=tasks), "lead") == ["架桥"]


def test_empty_helpers_are_right() -> None:
    whole, tasks = table("序号|工作任务|牵头单位|配合单位", "1|修路|市交通局|市财政局", "2|架桥|市水利局|", "3|植树|市林业局|市财政局")
    assert missing(document(whole, tasks=tasks), "lead") == []


def test_responsible_beside_lead_is_asked_for_only_where_all_others_have_it() -> None:
    heads = "序号|工作任务|牵头单位|责任单位"
    whole, tasks = table(heads, "1|修路|市交通局|各县政府", "2|架桥|市水利局|", "3|植树|市林业局|各县政府", "4|清淤|市水利局|市财政局")
    assert missing(document(whole, tasks=tasks), "lead") == ["架桥"]
    whole, tasks = table(heads, "1|修路|市交通局|各县政府", "2|架桥|市水利局|", "3|植树|市林业局|各县政府", "4|清淤|市水利局|")
    assert missing(document(whole, tasks=tasks), "lead") == []


def test_measure_without_clause_among_four() -> None:
    several = headings("（一）修路", "（二）架桥", "（三）植树", "（四）清淤")
    for heading in several:
        heading.tasks = [] if heading.number == 3 else [clause(heading.title, "市水利局")]
    of = document(*several)
    assert missing(of, "lead") == ["（三）植树"]
    assert missing(of, "lead", skip=["植树"]) == []


def test_bracket_with_a_day_and_nobody() -> None:
    tasks = siblings(*(clause("修路", "市交通局", due="5月底前完成") for _ in range(3)))
    nodes = paragraph("架设桥梁。（6月底前完成）修建码头。（市水利局牵头，7月底前完成）")
    assert missing(document(nodes, tasks=tasks), "lead") == ["（6月底前完成）"]
    assert missing(document(nodes, tasks=tasks[:1]), "lead") == []
    assert missing(document(paragraph("架设桥梁（6月底前完成）、修建码头（7月底前完成）。"), tasks=tasks), "lead") == []


def test_group_of_safeguards_bears_no_clauses_at_all() -> None:
    several = headings("一、任务", "（一）修路", "（二）架桥", "（三）植树", "（四）清淤", "二、保障", "（一）加强领导", "（二）加强宣传")
    for heading in several[1:5]:
        heading.tasks = [clause(heading.title, "市水利局")]
    assert missing(document(*several), "lead") == []


def test_vague_deadline() -> None:
    (task,) = siblings(clause("修路", "市交通局", due="尽快完成"))
    of = document(tasks=[task])
    (hit,) = deadline_kind(task, context(of), "vague")
    assert hit.facts == {"deadline": "尽快完成", "measure": "修路", "fault": "kind"}


def test_prompt_action_is_not_vague() -> None:
    (task,) = siblings(clause("排险", "市应急局", due="立即落实"))
    assert list(deadline_kind(task, context(document(tasks=[task])), "vague")) == []


def test_open_deadline_only_among_dated_ones() -> None:
    tasks = siblings(clause("修路", "市交通局", due="5月底前"), clause("巡河", "市水利局", due="长期推进"))
    of = document(tasks=tasks)
    assert [hit.at.value for task in tasks for hit in deadline_kind(task, context(of), "open", dated=True)] == ["长期推进"]
    alone = siblings(clause("巡河", "市水利局", due="长期推进"))
    assert [hit for task in alone for hit in deadline_kind(task, context(of), "open", dated=True)] == []


def test_two_leads_and_nobody_first() -> None:
    of = document(tasks=siblings(clause("修路", "市交通局、市水利局")))
    (hit,) = lead_order(of, context(of))
    assert hit.facts == {"units": "市交通局、市水利局", "count": 2, "fault": "several"}


def test_leads_by_their_duties_and_a_general_statement_are_in_order() -> None:
    by_duty = document(tasks=siblings(clause("修路", "市交通局、市水利局按职责分工负责")))
    assert list(lead_order(by_duty, context(by_duty))) == []
    stated = document(paragraph("任务分工如下（排名第一的为牵头单位）："), tasks=siblings(clause("修路", "市交通局、市水利局")))
    assert list(lead_order(stated, context(stated))) == []


def test_one_with_another_and_each_for_itself_need_no_lead() -> None:
    sentences = [
        "由市交通局牵头，市财政局配合，于2026年5月底前完成修路。",
        "由市水利局牵头，市财政局配合，于2026年6月底前完成架桥。",
        "由市林业局牵头，市财政局配合，于2026年7月底前完成植树。",
        "由市教育局会同市公安局于2026年8月底前开展清查。",
        "各县（区）人民政府、市直各部门于2026年9月底前报送总结。",
    ]
    draft = notice(*sentences, year=2026)
    assert hits("field-missing", draft, field="lead") == []


HANDED = "（一）道路。由市交通局牵头，市财政局配合，6月底前完成。\n\n（二）管网。由市住建局牵头，市水利局配合，7月底前完成。\n\n（三）绿化。由市林业局牵头，市财政局配合，8月底前完成。"


def test_a_sentence_about_every_body_of_a_class_needs_no_lead() -> None:
    def told(last: str) -> list[str]:
        return missing(opinion(f"一、重点工作\n\n{HANDED}\n\n（四）整改。{last}"), "lead")

    assert told("各县（区）、各部门要逐项整改，于9月15日前报告结果。") == []
    assert told("市教育局、市民政局要逐项整改，于9月15日前报告结果。") == ["市教育局、市民政局要逐项整改，于9月15日前报告结果"]
