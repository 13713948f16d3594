"""What is offered to complete."""

from __future__ import annotations

from pathlib import Path

from drafts_open import draft
from hegao.editor.completing import MOST, Offer, offers
from hegao.editor.judging import Judging


def _offers(line: str, path: Path | str = "通知.txt") -> list[Offer]:
    plan = Judging().plan(draft("", path))
    return offers(line, len(line), plan.policy.tables, plan.ruleset)


def _office(folder: Path) -> Path:
    (folder / "hegao.toml").write_text('root = true\n[tables]\nroster = "名册.csv"\nagency-codes = "代字.csv"\n', encoding="utf-8")
    (folder / "名册.csv").write_text("全称,简称\n江河市城市更新中心,市更新中心\n", encoding="utf-8")
    (folder / "代字.csv").write_text("机关代字,发文机关\n江政办发,江河市人民政府办公室\n", encoding="utf-8")
    return folder / "a.txt"


def test_departments_are_offered_by_what_is_written_of_them() -> None:
    found = _offers("由市发展")
    assert Offer("发展和改革委员会", "部门名称", 2) in found


def test_bodies_and_codes_of_the_office_come_first(tmp_path: Path) -> None:
    path = _office(tmp_path)
    assert _offers("由江河市", path)[0] == Offer("江河市城市更新中心", "机构名册", 1)
    assert Offer("江政办发", "机关代字：江河市人民政府办公室", 0) in _offers("江", path)
    assert [one.word for one in _offers("", path)] == ["江政办发", "江河市城市更新中心", "市更新中心"]


def test_in_a_comment_the_rules_are_offered() -> None:
    found = _offers("由市水利局牵头<!-- hegao: ignore deadline-m")
    assert [(one.word, one.start) for one in found] == [("deadline-missing", 26)]
    assert "unreadable" not in [one.word for one in _offers("<!-- hegao: ignore u")]


def test_without_anything_written_and_without_a_roster_nothing_is_offered() -> None:
    assert _offers("") == []
    assert _offers("abc") == []
    assert len(_offers("市")) <= MOST
