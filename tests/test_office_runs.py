"""The table of runs of characters: what is counted, and how it is written down and read."""

from __future__ import annotations

from collections import Counter

from benchmarks.office_runs import counted, rows, runs_of

from hegao.words.office_runs import behind, flat, met


def test_marks_and_figures_are_characters_of_a_run() -> None:
    assert {"0年", "00年", "年，", "，落", "落实"} <= runs_of("2026年,落实")
    assert flat("（3）第12条；") == "（0）第00条；"


def test_a_run_counts_once_a_document() -> None:
    assert counted(["落实，落实", "落实"])["落实"] == 2


def test_what_stands_in_a_few_documents_only_is_left_out() -> None:
    assert list(rows(Counter({"落实": 3, "落石": 2, "落实到": 9, "落实好": 3}))) == ["落,实a", "落实,到d"]


def test_usual_runs_are_known() -> None:
    assert met("落实到") > met("落实道") == 0.0
    assert behind("囗") == ""
