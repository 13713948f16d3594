"""``docs/rules`` says what the rule files say."""

from __future__ import annotations

from pathlib import Path

from hegao.cli.main import run
from hegao.engine.rules.loading import load_rules
from hegao.reports.rule_pages import MADE, rule_pages
from repository import ROOT

PAGES = ROOT / "docs" / "rules"


def test_the_pages_are_those_of_the_rules() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    assert written == rule_pages(load_rules()), "stale: run hegao rule --pages docs/rules"


def test_the_command_writes_them_and_deletes_old_ones(tmp_path: Path) -> None:
    (tmp_path / "NUM199-gone.md").write_text(MADE + "old", encoding="utf-8")
    (tmp_path / "JH-001-gone.md").write_text(MADE + "old", encoding="utf-8")
    (tmp_path / "JH-002-mine.md").write_text("mine", encoding="utf-8")
    (tmp_path / "notes.md").write_text("mine", encoding="utf-8")
    assert run(["rule", "--pages", str(tmp_path)]) == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert "README.md" in names and "TSK301-deadline-missing.md" in names
    assert not {"NUM199-gone.md", "JH-001-gone.md"} & names
    assert {"notes.md", "JH-002-mine.md"} <= names


def test_a_page_tells_severity_reason_remedy_norm_and_examples() -> None:
    page = rule_pages(load_rules())["NUM102-number-malformed.md"]
    for title in ("级别：", "## 为什么", "## 怎么改", "## 依据", "## 错例", "## 正例", "## In English", ">>"):
        assert title in page
