"""What is told of the words under the pointer."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafts_open import draft, place
from hegao.editor.hovering import Told, tell
from hegao.editor.judging import Judging
from notices import notice

_TEXT = notice(
    "　　根据江政发[2024]8号和市环保局的要求，于2026年7月1日起执行，请市财政局、江河市发展和改革委员会研究。",
    "（一）建设水厂。（牵头单位：市发展改革委，配合单位：市卫计委，完成时限：2026年9月底前）",
    "（二）改造管网。（牵头单位：市水利局，配合单位：市财政局，完成时限：尽快）",
)


def _told(words: str, text: str = _TEXT, path: Path | str = "通知.txt") -> Told | None:
    at_work = Judging()
    given = draft(text, path)
    return tell(at_work.file(given), given.source.lines, at_work.plan(given).policy.tables, *place(text, words))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("江政办发〔2026〕12号", "本文字号：江政办发〔2026〕12号"),
        ("江政发[2024]8号", "引用的字号：江政发〔2024〕8号"),
        ("2026年7月1日", "2026-07-01（星期三）"),
        ("2026年9月底前", "到期日：2026-09-30（星期三）"),
        ("尽快", "没有写明哪天，无法判定"),
        ("市发展改革委", "市发展改革委 → 市发展和改革委员会"),
        ("市卫计委", "（这里用的是旧名）"),
        ("市环保局", "市环保局 → 市生态环境局"),
    ],
)
def test_numbers_days_deadlines_and_bodies_are_told(words: str, said: str) -> None:
    told = _told(words)
    assert told is not None and any(said in line for line in told.lines), told
    line, column = place(_TEXT, words)
    assert told.at.line == line and told.at.column <= column < told.at.end_column


def test_nothing_is_told_of_other_words() -> None:
    assert _told("执行") is None
    assert _told("建设水厂") is None


def test_a_body_of_the_roster_is_told_by_its_whole_name_and_its_former_ones(tmp_path: Path) -> None:
    (tmp_path / "hegao.toml").write_text('root = true\n[tables]\nroster = "名册.csv"\nagency-codes = "代字.csv"\n', encoding="utf-8")
    (tmp_path / "名册.csv").write_text("全称,简称,旧名\n江河市城市更新中心,市更新中心,市拆迁办公室\n", encoding="utf-8")
    (tmp_path / "代字.csv").write_text("机关代字,发文机关\n江政办发,江河市人民政府办公室\n", encoding="utf-8")
    text = notice("　　由市更新中心牵头，原市拆迁办公室的工作一并移交。")
    told = _told("市更新中心", text, tmp_path / "a.txt")
    assert told is not None and told.lines[:2] == ("市更新中心 → 江河市城市更新中心", "简称：市更新中心")
    told = _told("市拆迁办公室", text, tmp_path / "a.txt")
    assert told is not None and "旧名：市拆迁办公室（这里用的是旧名）" in told.lines
    told = _told("江政办发〔2026〕12号", text, tmp_path / "a.txt")
    assert told is not None and "发文机关：江河市人民政府办公室" in told.lines


def test_a_place_beyond_the_text_is_told_nothing() -> None:
    at_work = Judging()
    given = draft(_TEXT)
    tables = at_work.plan(given).policy.tables
    assert tell(at_work.file(given), given.source.lines, tables, 999, 1) is None
    assert tell(at_work.file(given), given.source.lines, tables, 1, 999) is None
