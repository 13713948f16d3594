"""Documents of about a hundred issuers: what they are, against labels made by reading."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from hegao.document.building import parse
from hegao.document.model import Document
from hegao.engine.run.runner import check_paths
from hegao.reports.tree import tree_json, tree_outline
from hegao.sources.files import read
from hegao.sources.personal_numbers import starred_lines
from repository import SHARED, needs_shared

WILD = SHARED / "corpus" / "wild"
pytestmark = needs_shared
_SAME = str.maketrans("()[]〈〉,:;-–〔〕<>", "（）（）《》，：；——（）《》")


@cache
def labels() -> list[dict[str, Any]]:
    """The labels of all files."""
    return [json.loads(line) for line in (WILD / "labels.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def documents(name: str) -> list[Document]:
    """The documents of a file."""
    return parse(read(WILD / name, name)).documents


def squeezed(text: str | None) -> str:
    """The text without blanks, with one kind of brackets and dashes."""
    return re.sub(r"\s+", "", text or "").translate(_SAME)


def found(document: Document, label: dict[str, Any]) -> dict[str, str | None]:
    """What was read where the label speaks of it."""
    number = document.number
    return {
        "number": None if number is None else number.phrase.normal if label["number_norm"] else number.text.value,
        "title": document.title.text.value if document.title else None,
        "date": document.issued.isoformat() if document.issued else None,
        "addressee": document.addressee.name if document.addressee else None,
        "genre": document.genre,
    }


@pytest.mark.parametrize("key", ["number", "title", "date", "addressee", "genre"])
def test_main_fields(key: str) -> None:
    misses = []
    for label in labels():
        want = label["number_norm"] or label["number"] if key == "number" else label[key]
        got = found(documents(label["file"])[0], label)[key]
        if squeezed(got) != squeezed(want):
            misses.append((label["file"], got, want))
    assert len(misses) <= 0.03 * len(labels()), misses


def test_attachments() -> None:
    misses = []
    for label in labels():
        got = [squeezed(attachment.text.value) for attachment in documents(label["file"])[0].attachments]
        if got != [squeezed(title) for title in label["attachments"]]:
            misses.append((label["file"], got, label["attachments"]))
    assert len(misses) <= 0.03 * len(labels()), misses


def test_every_file_is_one_document_with_a_tree() -> None:
    for label in labels():
        file = parse(read(WILD / label["file"], label["file"]))
        assert (label["file"], len(file.documents)) == (label["file"], 1)
        assert tree_outline(file)
        assert json.loads(tree_json(file))["documents"]
        assert [one.text.value for one in file.documents[0].unparsed] == []


def test_every_finding_stands_at_its_place() -> None:
    names = [label["file"] for label in labels()]
    result = check_paths([str(WILD / name) for name in names])
    assert len(result.files) == len(names)
    wrong = []
    for name, file in zip(sorted(names), sorted(result.files, key=lambda one: one.path), strict=True):
        lines = starred_lines(read(WILD / name).lines)
        for finding in file.findings:
            if not lines[finding.span.line - 1].startswith(finding.quote, finding.span.column - 1):
                wrong.append((name, finding.rule, finding.span, finding.quote))
    assert wrong == []
