"""Places in the original file: spans, quotes, headings above, and what a finding is known by."""

from __future__ import annotations

import pytest

from hegao.document.model import Document
from hegao.engine.findings.location import Fingerprints, Locator, comparable, identity_of, label_of, quote_at, span_of
from hegao.sources.text import Span, Text, join
from notices import notice
from reading import document

LINES = ["第一行　", "第二行有字 ", ""]


@pytest.mark.parametrize(
    ("span", "quote"),
    [
        (Span(1, 2, 1, 4), "一行"),
        # Of several lines what stands on the first, without the blanks at its end.
        (Span(2, 3, 3, 1), "行有字"),
        (Span(3, 1, 3, 1), ""),
        (Span(9, 1, 9, 5), ""),
    ],
)
def test_what_stands_at_a_span(span: Span, quote: str) -> None:
    assert quote_at(LINES, span) == quote


def test_a_text_of_two_lines_spans_both() -> None:
    text = join([Text.of_line("各单位要", 4), Text.of_line("落实责任", 6)])
    assert span_of(text) == Span(4, 1, 6, 5)
    assert span_of(text.slice(2, 4)) == Span(4, 3, 4, 5)


def test_a_text_that_ends_before_it_starts_is_shown_by_its_first_stretch() -> None:
    """The cells of a row may be joined from two pages in any order."""
    text = join([Text.of_line("　　建成水厂", 6).slice(2), Text.of_line("并通水", 2)])
    assert span_of(text) == Span(6, 3, 6, 7)


def test_a_document_is_called_by_its_number_else_by_its_title_else_by_its_file() -> None:
    named: Document = document(notice("请落实。"))
    assert (label_of(named), identity_of(named)) == ("江政办发〔2026〕12号", "江政办发〔2026〕12号")
    titled = document(notice("请落实。", number=""), "公文/通知.txt")
    assert (label_of(titled), identity_of(titled)) == ("江河市人民政府办公室关于做好有关工作的通知", "通知.txt")
    bare = document("记录一些想法，明天再看。", "公文/笔记.txt")
    assert (label_of(bare), identity_of(bare)) == ("", "笔记.txt")


def test_the_headings_above_a_place() -> None:
    behind = "江河市防汛方案\n\n一、目标\n\n备足物资。\n\n（一）分解\n\n落实到人。\n\n二、要求\n\n抓好落实。"
    found = document(notice("现将《江河市防汛方案》印发给你们。", title="关于印发江河市防汛方案的通知", behind=behind))
    place = Locator(found)
    title = "江河市人民政府办公室关于印发江河市防汛方案的通知"
    lines = {node.text.value: node.text.line for node in found.of("paragraph")}
    assert place(Span(lines["备足物资。"], 1, lines["备足物资。"], 3)) == f"{title}/江河市防汛方案/目标"
    assert place(Span(lines["落实到人。"], 1, lines["落实到人。"], 3)) == f"{title}/江河市防汛方案/目标/分解"
    assert place(Span(lines["抓好落实。"], 1, lines["抓好落实。"], 3)) == f"{title}/江河市防汛方案/要求"
    assert place(Span(1, 1, 1, 3)) == title


def test_a_fingerprint_outlives_widths_and_blanks_and_counts_its_like() -> None:
    assert comparable("２０２６ 年\u3000３月") == "2026年3月"
    known = Fingerprints()
    first = known(("TXT701", "江政发〔2026〕1号", "通知/目标", "（ 一"))
    second = known(("TXT701", "江政发〔2026〕1号", "通知 / 目标", "（一"))
    assert len(first) == 16 and first != second
    assert Fingerprints()(("TXT701", "江政发〔2026〕1号", "通知/目标", "（一")) == first
    assert Fingerprints()(("TXT702", "江政发〔2026〕1号", "通知/目标", "（一")) != first
