"""The vocabulary: every table can be read, and says what the rest of the house asks of it."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from hegao.words import vocabulary
from hegao.words.builtin_tables import builtin, rows_of
from hegao.words.patterns import ending_in, one_of
from repository import ROOT

TABLES = ROOT / "rules" / "tables"
GUIDE = (TABLES / "README.md").read_text("utf-8")


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.csv")), ids=lambda path: path.stem)
def test_every_row_has_a_cell_for_each_column_and_stands_once(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert {len(row) for row in csv.reader(lines)} == {len(lines[0].split(","))}
    assert len(set(lines)) == len(lines)
    assert [dict(row) for row in builtin(path.stem)] == rows_of(path)


@pytest.mark.parametrize("name", ["body-kinds", "levels", "genres", "actions", "field-labels", "element-words", "column-heads", "duties"])
def test_every_word_stands_once_and_every_use_is_explained(name: str) -> None:
    words = [(next(iter(row.values())), row.get("at")) for row in builtin(name)]
    assert len(set(words)) == len(words)
    uses = {use for row in builtin(name) for use in row.get("uses", row.get("element", "")).split()}
    assert [use for use in sorted(uses) if f"`{use}`" not in GUIDE] == []


def test_every_table_is_explained() -> None:
    assert [path.stem for path in sorted(TABLES.glob("*.csv")) if f"| `{path.stem}` |" not in GUIDE] == []


def test_a_cell_may_hold_a_comma_between_quotation_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('word,remark\n牵头,"一,二"\n\n配合,\n', encoding="utf-8")
    assert rows_of(path) == [{"word": "牵头", "remark": "一,二"}, {"word": "配合", "remark": ""}]


def test_endings_of_bodies_by_where_they_stand() -> None:
    bears, signs = vocabulary.body_endings("bear"), vocabulary.body_endings("sign")
    assert {"局", "街道", "单位"} <= set(bears)
    assert {"局", "领导小组"} <= set(signs) and not {"街道", "单位"} & set(signs)


def test_genres_know_their_words_and_closings() -> None:
    assert {"令", "复函", "通知", "办法"} <= set(vocabulary.genre_words(documents=True))
    assert "方案" in vocabulary.genre_words() and "方案" not in vocabulary.genre_words(documents=True)
    request = next(genre for genre in vocabulary.genres() if genre.name == "请示")
    assert "以上请示，请批复" in request.closings
    assert sum(genre.kind == "文种" for genre in vocabulary.genres()) == 15


def test_words_of_duty_by_role() -> None:
    assert "牵头" in vocabulary.duty_words("verb", "lead") and "配合" not in vocabulary.duty_words("verb", "lead")
    assert "责任" in vocabulary.duty_words("label") and "责任" not in vocabulary.duty_words("verb")


def test_a_pattern_takes_the_longest_word() -> None:
    assert re.findall(one_of(["区", "市", "自治区"]), "自治区和市") == ["自治区", "市"]
    many = [f"{first}{last}" for first in "甲乙丙" for last in ("丁", "丁戊", "戊己", "庚", "庚.", "辛")]
    plain = "|".join(re.escape(word) for word in sorted(many, key=len, reverse=True))
    text = "甲丁戊己乙庚.丙辛甲戊乙丁丁丙戊己庚x"
    assert re.findall(one_of(many), text) == re.findall(plain, text)
    assert ending_in(["室", "办公室", "局"]) == "(?:[室局])"
