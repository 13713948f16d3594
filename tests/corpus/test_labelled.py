"""The labelled texts of real gazettes and plans, by the scorer that lies beside them.

Nothing of these texts is in the project; where they are missing the tests are skipped.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from types import ModuleType
from typing import Any

import pytest

from hegao.document.build import parse
from hegao.engine.run import check_paths
from hegao.reports.json import json_report
from hegao.reports.tree import tree_json
from hegao.sources.files import read
from repository import SHARED, needs_shared

TEXTS = sorted(path.name for path in (SHARED / "corpus" / "labelled").glob("*")) if SHARED.is_dir() else []
pytestmark = needs_shared


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labels(name: str, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = scorer().load(SHARED / "corpus" / "labelled" / name, f"{kind}.jsonl")
    return found


@cache
def documents(name: str) -> list[dict[str, Any]]:
    text = tree_json(parse(read(SHARED / "corpus" / "labelled" / name / "text.txt")))
    found: list[dict[str, Any]] = json.loads(text)["documents"]
    return found


@cache
def findings(name: str) -> list[dict[str, Any]]:
    result = check_paths([str(SHARED / "corpus" / "labelled" / name / "text.txt")], cache=False)
    return [finding for file in json.loads(json_report(result))["files"] for finding in file["findings"]]


@pytest.mark.parametrize("name", TEXTS)
def test_documents_are_found_with_their_elements(name: str) -> None:
    figures, misses = scorer().score_documents(labels(name, "documents"), documents(name))
    assert figures["spurious"] == 0, misses
    assert all(figures[key] == 1.0 for key in ("found", "start", "number", "date", "genre")), misses
    assert figures["title"] >= 0.95, misses
    assert figures["addressee"] >= 0.95, misses


@pytest.mark.parametrize("name", TEXTS)
def test_tasks_are_read_exactly(name: str) -> None:
    tasks = [task for document in documents(name) for task in document["tasks"]]
    figures, misses = scorer().score_tasks(labels(name, "tasks"), tasks, {"clause", "row"})
    assert figures["exact_f1"] >= 0.97, misses


@pytest.mark.parametrize("name", TEXTS)
def test_findings_are_what_a_checker_marks(name: str) -> None:
    figures, misses, trapped, unlabelled = scorer().score_findings(labels(name, "defects"), labels(name, "traps"), findings(name))
    assert figures["mechanical_recall"] >= 0.85, misses
    assert trapped == []
    assert [line for line in unlabelled if line.startswith("unlabelled error")] == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_quote_stands_at_its_place(name: str) -> None:
    lines = read(SHARED / "corpus" / "labelled" / name / "text.txt").lines
    for finding in findings(name):
        at = finding["column"] - 1
        assert lines[finding["line"] - 1][at : at + len(finding["quote"])] == finding["quote"]
