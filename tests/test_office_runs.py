"""The table of runs of characters: what is counted, and how it is written down and read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.office_runs import counted, letters_in, letters_of, rows, runs_of, with_phrases

from hegao.words.office_runs import behind, flat, met


def test_marks_and_figures_are_characters_of_a_run() -> None:
    assert {"0年", "00年", "年，", "，落", "落实"} <= runs_of("2026年,落实")
    assert flat("（3）第12条；") == "（0）第00条；"


def test_a_run_counts_once_a_document() -> None:
    assert counted(["落实，落实", "落实"])["落实"] == 2


def test_what_stands_in_a_few_documents_only_is_left_out() -> None:
    assert list(rows(letters_of(Counter({"落实": 3, "落石": 2, "落实到": 9, "落实好": 3})))) == ["落,实a", "落实,到d"]


def test_runs_of_usual_phrases_are_added_to_the_table_that_is_there(tmp_path: Path) -> None:
    table = tmp_path / "runs.csv"
    table.write_text("run,behind\n落,实d\n落实,到d\n", encoding="utf-8")
    assert letters_in(table) == {"落实": "d", "落实到": "d"}
    assert list(rows(with_phrases(letters_in(table), ["落实好"]))) == ["实,好a", "落,实d", "落实,到d好b"]


def test_usual_runs_are_known() -> None:
    assert met("落实到") > met("落实道") == 0.0
    assert behind("囗") == ""
