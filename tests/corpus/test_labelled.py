"""The labelled texts: documents, tasks and findings against labels made by reading."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from types import ModuleType
from typing import Any

import pytest

from hegao.document.building import parse
from hegao.engine.run.runner import check_paths
from hegao.reports.json import json_report
from hegao.reports.tree import tree_json
from hegao.sources.files import read
from hegao.sources.personal_numbers import starred_lines
from repository import SHARED, needs_shared

LABELLED = SHARED / "corpus" / "labelled"
pytestmark = needs_shared
TEXTS = sorted(path.name for path in LABELLED.iterdir()) if LABELLED.is_dir() else []


@cache
def scorer() -> ModuleType:
    """The scorer beside the labels, as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labels(name: str, kind: str) -> list[dict[str, Any]]:
    """The labels of a kind for a text."""
    found: list[dict[str, Any]] = scorer().load(LABELLED / name, f"{kind}.jsonl")
    return found


@cache
def tree(name: str) -> dict[str, Any]:
    """What ``hegao tree`` says of a text."""
    path = LABELLED / name / "text.txt"
    found: dict[str, Any] = json.loads(tree_json(parse(read(path, path.name))))
    return found


@cache
def findings(name: str) -> tuple[dict[str, Any], ...]:
    """What ``hegao check`` finds in a text."""
    report = json.loads(json_report(check_paths([str(LABELLED / name / "text.txt")])))
    return tuple(finding for file in report["files"] for finding in file["findings"])


@pytest.mark.parametrize("name", TEXTS)
def test_documents(name: str) -> None:
    figures, misses = scorer().score_documents(labels(name, "documents"), tree(name)["documents"])
    assert [figures[key] for key in ("found", "start", "number", "date", "genre", "spurious")] == [1, 1, 1, 1, 1, 0], misses
    assert min(figures["title"], figures["addressee"]) >= 0.95, misses


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("forms", [{"clause", "row"}, {"sentence"}], ids=["clauses and rows", "sentences"])
def test_tasks(name: str, forms: set[str]) -> None:
    gold = labels(name, "tasks")
    if not any(task["form"] in forms for task in gold):
        pytest.skip("the text has no tasks of these forms")
    tasks = [task for document in tree(name)["documents"] for task in document["tasks"]]
    figures, misses = scorer().score_tasks(gold, tasks, forms)
    assert figures["exact_f1"] >= 0.97, misses


@pytest.mark.parametrize("name", TEXTS)
def test_no_error_is_alarmed_that_no_reader_marked(name: str) -> None:
    figures, _misses, trapped, unlabelled = scorer().score_findings(labels(name, "defects"), labels(name, "traps"), list(findings(name)))
    assert figures["unlabelled_errors"] == 0, unlabelled
    assert trapped == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_finding_stands_at_its_place(name: str) -> None:
    lines = starred_lines(read(LABELLED / name / "text.txt").lines)
    assert [finding for finding in findings(name) if not lines[finding["line"] - 1].startswith(finding["quote"], finding["column"] - 1)] == []
