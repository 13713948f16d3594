"""Drafts of invented offices, each with a twin that has planted slips: what was found once stays found, correct drafts stay quiet.

``HEGAO_UPDATE=1 pytest tests/test_drafts.py`` writes ``drafts/reached.json`` anew; a figure that falls is then argued, not waved through.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from benchmarks.accuracy import SETS, Pair, main, pairs, score, score_of

REACHED = SETS / "reached.json"
FOLDERS = sorted(path.name for path in SETS.iterdir() if path.is_dir())


@pytest.mark.parametrize("name", FOLDERS)
def test_what_was_reached_stays(name: str) -> None:
    reached = json.loads(REACHED.read_text(encoding="utf-8")) if REACHED.exists() else {}
    of_set = score_of(SETS / name)
    now = {"planted": of_set.planted.total(), "found": of_set.found.total(), "alarms": len(of_set.alarms)}
    if os.environ.get("HEGAO_UPDATE"):
        REACHED.write_text(json.dumps(dict(sorted({**reached, name: now}.items())), indent=2) + "\n", encoding="utf-8")
        return
    before = reached[name]
    assert now["planted"] == before["planted"]
    assert now["found"] >= before["found"], of_set.missed
    assert now["alarms"] <= before["alarms"], of_set.alarms


@pytest.mark.parametrize("name", FOLDERS)
def test_planted_slips_stand_where_they_are_said_to(name: str) -> None:
    for pair in pairs(SETS / name):
        lines = pair.defective.read_text(encoding="utf-8").split("\n")
        assert [slip.quote for slip in pair.planted if slip.quote not in lines[slip.line - 1]] == []


def _pair(folder: Path, clean: str, defective: str, planted: list[dict[str, object]]) -> Pair:
    (folder / "a.clean.txt").write_text(clean, encoding="utf-8")
    (folder / "a.defects.txt").write_text(defective, encoding="utf-8")
    (folder / "a.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in planted), encoding="utf-8")
    [pair] = pairs(folder)
    return pair


NOTICE = """江政办发〔2026〕12号

江河市人民政府办公室关于开展夏季巡查的通知

各县（区）人民政府：

请于2026年6月{day}日前报送总结。

江河市人民政府办公室
2026年5月6日
"""


def test_one_finding_answers_for_one_slip(tmp_path: Path) -> None:
    slip: dict[str, object] = {"line": 7, "quote": "2026年6月31日", "class": "date-invalid", "kind": "日期不存在"}
    pair = _pair(tmp_path, NOTICE.format(day=30), NOTICE.format(day=31), [slip, slip, {**slip, "hard": True}])
    of_pair = score(pair)
    assert (of_pair.planted["date-invalid"], of_pair.found["date-invalid"]) == (2, 1)
    assert of_pair.missed == ["a:7 date-invalid 2026年6月31日 (日期不存在)"]
    assert not of_pair.alarms


def test_an_alarm_on_the_correct_twin_is_told(tmp_path: Path) -> None:
    of_pair = score(_pair(tmp_path, NOTICE.format(day=31), NOTICE.format(day=31), []))
    assert of_pair.alarms == ["a:7 date-invalid 2026年6月31日"]


def test_a_slip_without_a_finding_is_missed(tmp_path: Path) -> None:
    slip: dict[str, object] = {"line": 7, "quote": "报送总结", "class": "wording", "kind": "用词"}
    of_pair = score(_pair(tmp_path, NOTICE.format(day=30), NOTICE.format(day=30), [slip]))
    assert (of_pair.found.total(), len(of_pair.missed)) == (0, 1)


def test_a_folder_that_lacks_a_twin_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_text("", encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    assert "a twin is missing" in capsys.readouterr().err


def test_figures_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _pair(tmp_path, NOTICE.format(day=31), NOTICE.format(day=31), [{"line": 7, "quote": "6月31日", "class": "date-invalid"}])
    assert main([str(tmp_path), "--list"]) == 0
    said = capsys.readouterr().out
    assert "1 of 1 planted slips found (1.00), 1 alarms on 1 correct drafts" in said
    assert "alarm a:7 date-invalid 2026年6月31日" in said
