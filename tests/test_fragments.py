"""Single passages with one slip each: what was found once stays found, and no more alarms are raised by the same passages without the slip.

``HEGAO_UPDATE=1 pytest tests/test_fragments.py`` writes ``fragments/reached.json`` anew; a figure that falls is then argued, not waved through.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from benchmarks.fragments import FRAGMENTS, fragments, main, score, score_of

REACHED = FRAGMENTS / "reached.json"
FILES = sorted(FRAGMENTS.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_reached_stays(path: Path) -> None:
    reached = json.loads(REACHED.read_text(encoding="utf-8")) if REACHED.exists() else {}
    of_file = score_of(path)
    now = {"planted": of_file.planted.total(), "found": of_file.found.total(), "alarms": len(of_file.alarms)}
    if os.environ.get("HEGAO_UPDATE"):
        REACHED.write_text(json.dumps(dict(sorted({**reached, path.stem: now}.items())), indent=2) + "\n", encoding="utf-8")
        return
    before = reached[path.stem]
    assert now["planted"] == before["planted"]
    assert now["found"] >= before["found"], of_file.missed
    assert now["alarms"] <= before["alarms"], of_file.alarms


FRAGMENT = """### date-invalid | 日期不存在
--- ok
请于2026年6月30日前报送总结。
--- bad
请于{}前报送总结。
"""


def test_a_slip_is_told_by_what_is_not_told_without_it(tmp_path: Path) -> None:
    path = tmp_path / "days.txt"
    path.write_text(FRAGMENT.format("⟦2026年6月31日⟧") + FRAGMENT.format("⟦2026年6月29日⟧"), encoding="utf-8")
    found, missed = (score(fragment) for fragment in fragments(path))
    assert (found.found["date-invalid"], missed.found["date-invalid"]) == (1, 0)
    assert missed.missed == ["days 2 date-invalid 2026年6月29日 (日期不存在)"]
    assert not found.alarms


def test_what_lacks_its_mark_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "days.txt"
    path.write_text(FRAGMENT.format("2026年6月31日"), encoding="utf-8")
    assert main([str(path)]) == 1
    assert "not one mark" in capsys.readouterr().err


def test_figures_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "days.txt"
    path.write_text(FRAGMENT.format("⟦2026年6月31日⟧"), encoding="utf-8")
    assert main([str(path), "--list"]) == 0
    assert "days: 1 of 1 found (1.00), 0 alarms" in capsys.readouterr().out
