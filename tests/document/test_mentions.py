"""Numbers, dates and citations that stand in running text."""

from __future__ import annotations

from notices import notice
from reading import document


def test_the_documents_own_come_first_then_those_of_the_text_in_order() -> None:
    found = document(notice("按照《防汛预案》（江政发〔2025〕3号），2026年7月1日前报送。", "会议定于7月3日召开。"))
    assert [(number.phrase.normal, number.own) for number in found.numbers] == [("江政办发〔2026〕12号", True), ("江政发〔2025〕3号", False)]
    assert [(date.text.value, date.role) for date in found.dates] == [("2026年6月8日", "issue"), ("2026年7月1日", "text"), ("7月3日", "text")]


def test_a_citation_has_its_title_and_its_number_where_it_bears_one() -> None:
    found = document(notice("按照《防汛预案》（江政发〔2025〕3号）和《抗旱预案》办理。"))
    assert [(one.phrase.title, one.phrase.number.normal if one.phrase.number else "") for one in found.citations] == [
        ("防汛预案", "江政发〔2025〕3号"),
        ("抗旱预案", ""),
    ]


def test_titles_headings_and_cells_are_read_too() -> None:
    table = "任务分工表\n\n序号\t任务\t责任单位\t依据\n1\t建成水厂\t市水利局\t江政发〔2024〕9号\n"
    found = document(notice("一、2026年7月底前完成", title="关于做好2026年5月防汛工作的通知", behind=table))
    assert [number.text.value for number in found.numbers] == ["江政办发〔2026〕12号", "江政发〔2024〕9号"]
    assert "2026年5月" in [date.text.value for date in found.dates]
    assert "2026年7月底" in [date.text.value for date in found.dates]


def test_a_date_knows_the_text_that_it_stands_in() -> None:
    found = document(notice("会议定于2026年7月3日召开。"))
    date = found.dates[-1]
    assert date.block.value[date.start :].startswith(date.text.value)
    assert date.day is not None and date.day.isoformat() == "2026-07-03"
    assert (date.text.line, date.text.span().column) == (7, 5)
