"""Open drafts judged as a run over them would, by the settings above each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafts_open import draft
from hegao.editor import judging
from hegao.editor.judging import Draft, Judged, Judging
from notices import notice

_MALFORMED = notice("　　根据江政发[2024]8号文件要求，现将有关事项通知如下。")


def _names(judged: Judged) -> list[str]:
    return [finding.name for finding in judged.findings]


def _one(given: Draft) -> Judged:
    (judged,) = Judging().judge([given])
    return judged


def test_what_is_found_stands_at_its_place(tmp_path: Path) -> None:
    judged = _one(draft(_MALFORMED, tmp_path / "通知.txt"))
    (finding,) = [one for one in judged.findings if one.name == "number-malformed"]
    assert (finding.quote, finding.span.line, finding.span.column) == ("江政发[2024]8号", 7, 5)


def test_nothing_is_said_of_a_draft_that_is_still_empty(tmp_path: Path) -> None:
    assert _one(draft("\n  \n", tmp_path / "新建.txt")) == Judged(draft("\n  \n", tmp_path / "新建.txt"))


def test_only_what_changed_is_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    parse = judging.parse
    monkeypatch.setattr(judging, "parse", lambda source: looked.append(source.path) or parse(source))
    both = [draft(_MALFORMED, tmp_path / "a.txt"), draft(_MALFORMED, tmp_path / "b.txt")]
    at_work = Judging()
    before = at_work.judge(both)
    assert looked == [both[0].name, both[1].name]
    after = at_work.judge([draft(_MALFORMED + "完\n", tmp_path / "a.txt", 2), both[1]])
    assert looked == [both[0].name, both[1].name, both[0].name]
    assert after[1] == before[1]


def test_a_number_that_two_open_drafts_bear_is_told_until_one_is_closed(tmp_path: Path) -> None:
    one = draft(notice("　　甲事。", title="关于做好防汛工作的通知"), tmp_path / "a.txt")
    other = draft(notice("　　乙事。", title="关于开展消防检查的通知"), tmp_path / "b.txt")
    at_work = Judging()
    first, second = at_work.judge([one, other])
    assert "number-duplicate" not in _names(first) and "number-duplicate" in _names(second)
    (alone,) = at_work.judge([other])
    assert "number-duplicate" not in _names(alone)


def test_the_settings_above_a_draft_hold_and_are_read_again_when_they_change(tmp_path: Path) -> None:
    given = draft(_MALFORMED, tmp_path / "草稿" / "通知.txt")
    at_work = Judging()
    assert "number-malformed" in _names(at_work.judge([given])[0])
    settings = tmp_path / "hegao.toml"
    settings.write_text('root = true\n[rules]\nnumber-malformed = "off"\n', encoding="utf-8")
    assert "number-malformed" not in _names(at_work.judge([given])[0])
    settings.write_text('root = true\n[rules]\nnumber-malformed = "info"\n', encoding="utf-8")
    os.utime(settings, ns=(1, 1))
    assert [one.severity for one in at_work.judge([given])[0].findings if one.name == "number-malformed"] == ["info"]


def test_settings_that_cannot_be_used_are_told_and_other_drafts_judged(tmp_path: Path) -> None:
    wrong = tmp_path / "甲"
    wrong.mkdir()
    (wrong / "hegao.toml").write_text('profil = "draft"\n', encoding="utf-8")
    first, second = Judging().judge([draft(_MALFORMED, tmp_path / "乙.txt"), draft(_MALFORMED, wrong / "a.txt")])
    assert _names(first) and not first.problems
    assert not second.findings and "profil" in second.problems[0]


def test_a_draft_that_is_too_large_is_not_judged_and_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "LARGEST", 10)
    judged = _one(draft(_MALFORMED, tmp_path / "a.txt"))
    assert not judged.findings and "hegao check" in judged.problems[0]


def test_numbers_of_persons_are_starred_in_messages(tmp_path: Path) -> None:
    judged = _one(draft(notice("　　联系人：王某，电话13800000000。"), tmp_path / "a.txt"))
    said = [one.message for one in judged.findings if "138" in one.message]
    assert said and all("138****0000" in one for one in said)


def test_the_register_of_the_settings_is_asked_and_one_that_cannot_be_asked_is_told(tmp_path: Path) -> None:
    (tmp_path / "hegao.toml").write_text('root = true\nregister = "字号.db"\n', encoding="utf-8")
    judged = _one(draft(_MALFORMED, tmp_path / "a.txt"))
    assert not judged.findings and "字号.db" in judged.problems[0]
