"""``hegao cache clear``."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegao.cli.main import run


def test_clear_deletes_what_is_stored_and_says_how_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEGAO_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "a.txt").write_text("江河市人民政府关于做好防汛工作的通知\n\n各县（区）人民政府：\n请做好防汛工作。\n", encoding="utf-8")
    run(["check", str(tmp_path / "a.txt"), "--fail-on", "never"])
    assert any((tmp_path / "cache").rglob("*.json"))
    capsys.readouterr()
    assert run(["cache", "clear"]) == 0
    assert "已删去" in capsys.readouterr().out
    assert not any((tmp_path / "cache").rglob("*.json"))


def test_other_words_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cache", "empty"]) == 2
    assert capsys.readouterr().err
