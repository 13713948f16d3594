"""The report for people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegao.engine.findings.finding import DocumentSummary, RunResult
from hegao.reports.terminal_width import width
from hegao.reports.text_report import LINE_WIDTH, mark_place, text_report
from reports.results import finding, result


def test_a_finding_shows_place_line_mark_and_remedy() -> None:
    assert text_report(result(finding())) == (
        "a.txt:5:13 TSK302 deadline-vague 警告 时限“尽快完成”不能判定\n"
        "    3    建成云岭县城东水厂    尽快完成    市水利局\n"
        "                               ^^^^^^^^\n"
        "    另见 b.txt:7 “2026年9月底前” 另一处的时限\n"
        "    改法：写明日期 依据：惯例（惯例）\n"
        "共检查 1 个文件、1 件公文：警告 1 处。\n"
    )


def test_the_same_in_english_but_for_the_text_itself() -> None:
    shown = text_report(result(finding()), lang="en")
    assert "TSK302 deadline-vague warning " in shown
    assert "    see b.txt:7 " in shown
    assert shown.endswith("1 file, 1 document: 1 warning\n")


def test_nothing_found_is_said_in_one_line() -> None:
    assert text_report(result()) == "共检查 1 个文件、1 件公文：没有发现问题。\n"
    assert text_report(RunResult(), lang="en") == "0 files, 0 documents: nothing found\n"


def test_what_was_not_checked_or_not_shown_is_counted() -> None:
    assert text_report(result(failed=True, suppressed=2)).endswith("没有发现问题；另有 2 处已登记不报；1 个文件未能全部检查。\n")
    assert text_report(result(failed=True), lang="en").endswith("; 1 file not fully checked\n")


def test_repeats_are_folded_to_three_and_a_count() -> None:
    run = result(*(finding(line) for line in range(1, 41)))
    shown = text_report(run)
    assert shown.count("TSK302 deadline-vague 警告") == 3
    assert "本件另有 37 处 TSK302 deadline-vague（加 --no-fold 全部列出）" in shown
    assert "警告 40 处" in shown
    assert text_report(run, fold=False).count("TSK302 deadline-vague 警告") == 40


def test_folding_counts_each_document_and_each_rule_for_itself() -> None:
    run = result(*(finding(line) for line in range(1, 7)), finding(7, rule="TXT701"))
    run.files[0].documents.append(DocumentSummary(None, None, 4))
    shown = text_report(run)
    assert shown.count("deadline-vague 警告") == 7
    assert "另有" not in shown


def test_colour_is_only_added_never_different_text() -> None:
    run = result(finding(), finding(6, severity="error"), finding(7, severity="info"))
    plain = text_report(run)
    coloured = text_report(run, colour=True)
    assert "\x1b[33m警告\x1b[0m" in coloured and "\x1b[31m错误\x1b[0m" in coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[36m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_a_control_character_in_the_document_does_not_reach_the_terminal() -> None:
    run = result(finding(column=1, quote="\x1b[2J清屏")._replace(message="\x1b[2J"), line="\x1b[2J清屏")
    assert "\x1b" not in text_report(run)


@pytest.mark.parametrize("start", [0, 150, 296])
def test_a_long_line_is_cut_around_the_place(start: int) -> None:
    line = "甲" * start + "尽快完成" + "乙" * (296 - start)
    shown, mark = mark_place(line, start, 4)
    assert width(shown) <= LINE_WIDTH
    assert "尽快完成" in shown
    assert width(shown[: shown.index("尽快完成")]) == mark.index("^")
    assert mark.count("^") == 8
    assert shown.startswith("…") == (start > 20) and shown.endswith("…") == (start < 290)


def test_a_place_longer_than_the_line_is_cut_too() -> None:
    shown, mark = mark_place("甲" * 200, 10, 180)
    assert width(shown) <= LINE_WIDTH and width(mark) <= LINE_WIDTH
    assert shown.endswith("…") and mark.endswith("^")


@given(st.text(st.characters(exclude_characters="\n\r"), max_size=200), st.integers(0, 220), st.integers(0, 220))
def test_any_place_in_any_line_can_be_marked(line: str, start: int, length: int) -> None:
    shown, mark = mark_place(line, start, length)
    assert width(shown) <= LINE_WIDTH and width(mark) <= LINE_WIDTH + 1
    assert mark.strip(" ").strip("^") == "" and "^" in mark
