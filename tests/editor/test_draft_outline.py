"""The outline of a draft and what can be folded."""

from __future__ import annotations

from drafts_open import draft
from hegao.editor.draft_outline import Entry, folds, outline
from hegao.editor.judging import Judging
from notices import notice

_TEXT = notice(
    "一、总体要求",
    "　　全面完成任务，联系电话13800000000。",
    "二、主要任务",
    "（一）建设水厂",
    "　　由市水利局牵头。",
    "（二）改造管网",
    "　　由市财政局配合。",
    behind="附件：1.任务清单",
)


def _entries() -> list[Entry]:
    return outline(Judging().file(draft(_TEXT)))


def _shape(entries: list[Entry]) -> list[object]:
    return [(entry.kind, entry.name, _shape(entry.under)) if entry.under else (entry.kind, entry.name) for entry in entries]


def test_headings_stand_below_headings_and_attachments_below_the_document() -> None:
    (document,) = _entries()
    assert document.kind == "document" and document.name.endswith("关于做好有关工作的通知")
    assert _shape(document.under)[:2] == [
        ("heading", "一、总体要求"),
        ("heading", "二、主要任务", [("heading", "（一）建设水厂"), ("heading", "（二）改造管网")]),
    ]
    assert [entry.kind for entry in document.under[2:]] == ["attachment"]


def test_a_heading_goes_on_to_the_line_before_the_next() -> None:
    (document,) = _entries()
    first, second = document.under[:2]
    assert first.last == second.at.line - 1
    assert second.under[0].last == second.under[1].at.line - 1
    lines = _TEXT.split("\n")
    assert (first.at.line, first.last) in folds(Judging().file(draft(_TEXT)))
    assert all(1 <= start < end <= len(lines) for start, end in folds(Judging().file(draft(_TEXT))))


def test_every_entry_lies_within_the_one_above_it() -> None:
    waiting = _entries()
    while waiting:
        entry = waiting.pop()
        assert all(entry.at.line <= one.at.line and one.last <= entry.last for one in entry.under if entry.kind != "document")
        waiting += entry.under


def test_a_text_that_is_no_document_has_an_outline_too() -> None:
    assert outline(Judging().file(draft("随手记几句"))) is not None
    assert folds(Judging().file(draft(""))) == []
