"""Duties that a sentence hands out: who leads, who helps, until when."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice, only
from hegao.document.model import Task


def duties(*paragraphs: str) -> list[Task]:
    """The tasks of a notice of 1 April 2026 with these paragraphs."""
    return only(notice(*paragraphs)).tasks


def told(task: Task) -> tuple[list[str], list[str], str | None]:
    """Leads, helpers and due day of a task."""
    return [unit.name for unit in task.lead], [unit.name for unit in task.coop], task.deadline.due if task.deadline else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由市水利局牵头，市财政局、市林业局配合，于2026年6月30日前完成堤防加固。", (["市水利局"], ["市财政局", "市林业局"], "2026-06-30")),
        ("市公安局牵头，市体育局配合，6月底前设置提示牌。", (["市公安局"], ["市体育局"], "2026-06-30")),
        ("东堤加固工程由云岭县水利局牵头，有关镇人民政府配合，2027年3月31日前完成。", (["云岭县水利局"], ["有关镇人民政府"], "2027-03-31")),
        ("由市水利局牵头，会同市财政局负责，11月中旬前报送方案。", (["市水利局"], ["市财政局"], "2026-11")),
        ("由市水利局牵头，市财政局配合，4月20日前报送方案，9月30日前完成验收。", (["市水利局"], ["市财政局"], "2026-09-30")),
        ("请市教育局牵头，市卫生健康委配合，制定工作方案。", (["市教育局"], ["市卫生健康委"], None)),
    ],
)
def test_who_and_until_when(text: str, expected: tuple[list[str], list[str], str | None]) -> None:
    [task] = duties(text)
    assert told(task) == expected


@pytest.mark.parametrize(
    "text",
    [
        "推动项目牵头，形成合力。",
        "坚持党委牵头抓总的工作格局。",
        "各牵头单位要加强协调配合。",
    ],
)
def test_words_that_hand_nothing_out(text: str) -> None:
    assert duties(text) == []


def test_what_has_no_day_is_no_entry_of_the_ledger() -> None:
    dated, undated = duties("由市水利局牵头，6月底前完成加固。", "由市教育局牵头，市财政局配合，制定工作方案。")
    assert dated.listed and not undated.listed


SENTENCES = (
    "（一）由市水利局牵头，市财政局配合，6月底前完成堤防加固。",
    "（二）由市教育局牵头，市财政局配合，7月底前完成校舍改造。",
    "（三）由市民政局牵头，市财政局配合，8月底前建成养老中心。",
)


def quotes(check: str, last: str, **parameters: object) -> list[str]:
    return [hit.at.value for hit in hits(check, notice("一、任务分工", *SENTENCES, last), **parameters)]


def test_a_sentence_without_a_day_among_others_that_have_one() -> None:
    assert quotes("field-missing", "（四）由市商务局牵头，市财政局配合，制定促消费方案。", field="deadline") == ["市商务局牵头，市财政局配合，制定促消费方案"]
    assert quotes("field-missing", "（四）由市商务局牵头，市财政局配合，每季度通报一次。", field="deadline") == []
    assert quotes("field-missing", "（四）夜间施工由市商务局牵头监管，22:00后禁止作业。", field="deadline") == []


def test_several_bodies_of_which_none_leads() -> None:
    assert quotes("field-missing", "（四）由市商务局、市财政局负责，9月底前完成。", field="lead") == ["市商务局、市财政局负责，9月底前完成"]
    assert quotes("field-missing", "（四）由市商务局、市财政局按职责分工负责，9月底前完成。", field="lead") == []


def test_vague_and_past_days() -> None:
    assert quotes("deadline-kind", "（四）由市商务局牵头，市财政局配合，尽快补齐储备。", kind="vague") == ["尽快"]
    assert quotes("date-past", "（四）由市商务局牵头，市财政局配合，2026年2月底前补齐储备。") == ["2026年2月底前"]
    assert quotes("date-past", "（四）已于2026年2月底前补齐，由市商务局牵头，6月底前验收。") == []


def test_a_lead_that_helps_too_and_a_former_name() -> None:
    assert quotes("lead-conflict", "（四）由市商务局牵头，市商务局、市财政局配合，9月底前完成。") == ["市商务局"]
    assert quotes("unit-variant", "（四）由市卫生计生委牵头，市财政局配合，9月底前完成。") == ["市卫生计生委"]
