"""Real Word files and web pages: what they are, against labels made by reading."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from hegao.document.building import parse
from hegao.document.model import Document
from hegao.engine.configuration.options import Options
from hegao.engine.run.runner import check_paths
from hegao.sources.conversion import office
from hegao.sources.files import read
from repository import SHARED, needs_shared

WORD = SHARED / "corpus" / "word"
pytestmark = needs_shared
_SAME = str.maketrans("()[]〈〉,:;-–〔〕<>", "（）（）《》，：；——（）《》")
#: How many of a hundred fields must be right, by ending.
SHARES = {"docx": 95, "html": 90, "pdf": 85, "ofd": 85, "odt": 95}
#: Of these too few are labelled for a share of single fields.
PAGED = {"pdf", "ofd"}
KEYS = ("title", "number", "date", "addressee")


@cache
def labels() -> list[dict[str, Any]]:
    """The labels of all files that are read without another program."""
    return [label for label in listed() if label["file"].endswith(tuple(SHARES)) or label["file"] == "doc-misnamed-docx.doc"]


@cache
def listed() -> list[dict[str, Any]]:
    """The labels of all files."""
    return [json.loads(line) for line in (WORD / "labels.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def document(name: str) -> Document:
    """The document in a file."""
    return parse(read(WORD / name, name)).documents[0]


def squeezed(text: str | None) -> str:
    """The text without blanks, with one kind of brackets and dashes, without the colon behind an addressee."""
    return re.sub(r"\s+", "", text or "").translate(_SAME).rstrip("：")


def found(name: str) -> dict[str, str | None]:
    """What was read of a file."""
    read_ = document(name)
    return {
        "title": read_.title.text.value if read_.title else None,
        "number": read_.number.phrase.normal if read_.number else None,
        "date": read_.issued.isoformat() if read_.issued else None,
        "addressee": read_.addressee.name if read_.addressee else None,
    }


def misses(ending: str | tuple[str, ...], keys: tuple[str, ...]) -> tuple[list[tuple[str, str, str | None, str | None]], int]:
    """The fields that were read otherwise than a person reads them, and how many were labelled; ``*`` stands before a beginning."""
    wrong, count = [], 0
    for label in listed():
        for key, want in label.get("truth", {}).items():
            if not label["file"].endswith(ending) or key not in keys or want == "?":
                continue
            count += 1
            got = found(label["file"])[key]
            begun = want is not None and want.startswith("*")
            if not squeezed(got).startswith(squeezed(want[1:])) if begun else squeezed(got) != squeezed(want):
                wrong.append((label["file"], key, got, want))
    return wrong, count


@pytest.mark.parametrize("ending", sorted(SHARES))
def test_fields(ending: str) -> None:
    wrong, count = misses(ending, KEYS)
    assert len(wrong) * 100 <= count * (100 - SHARES[ending]), wrong


@pytest.mark.parametrize("ending", sorted(SHARES.keys() - PAGED))
def test_number_and_date_by_themselves(ending: str) -> None:
    wrong, count = misses(ending, ("number", "date"))
    assert len(wrong) * 100 <= count * 5, wrong


def test_headings_bear_their_numbers() -> None:
    forms = {"level1": re.compile(r"[一二三四五六七八九十]+、"), "level2": re.compile(r"[（(][一二三四五六七八九十]+[）)]"), "articles": re.compile(r"第.+条")}
    wrong = []
    for label in labels():
        headings = [node.label for part in document(label["file"]).parts for node in part.nodes if node.kind == "heading"]
        for key, form in forms.items():
            want = label.get("counts", {}).get(key)
            got = sum(1 for one in headings if form.match(one))
            if want is not None and got != want:
                wrong.append((label["file"], key, got, want))
    assert wrong == []


def test_every_file_ends_with_a_result_or_a_sentence() -> None:
    result = check_paths([str(WORD)])
    refused = {file.findings[0].message for file in result.files if file.failed}
    assert [said for said in refused if "LibreOffice" not in said] == []


@pytest.mark.skipif(office() is None, reason="needs LibreOffice")
def test_fields_of_files_that_libreoffice_converts() -> None:
    wrong, count = misses((".doc", ".wps"), KEYS)
    assert len(wrong) * 100 <= count * 5, wrong


def test_the_layout_of_every_file_is_judged() -> None:
    """No check fails on one, and where the margins are those of the standard, nothing is said of them."""
    for label in labels():
        path = WORD / label["file"]
        layout = read(path).layout
        codes = {finding.rule for finding in check_paths([str(path)], Options(profile="final")).files[0].findings}
        assert "SYS903" not in codes, label["file"]
        appearance = layout.appearance() if layout is not None and layout.appearance is not None else None
        for page in appearance.pages[:1] if appearance is not None else ():
            off = max(abs(page.top - 37), abs(page.left - 28), abs(page.bottom - 35), abs(page.right - 26))
            assert off > 1.05 or "LAY802" not in codes, label["file"]


def test_every_finding_stands_at_its_place_and_every_character_in_its_element() -> None:
    for label in labels():
        path = WORD / label["file"]
        source = read(path)
        for finding in check_paths([str(path)]).files[0].findings:
            assert source.lines[finding.span.line - 1].startswith(finding.quote, finding.span.column - 1)
        assert source.layout is not None
        for line, origin in zip(source.lines, source.layout.origins, strict=True):
            ends = [stretch.column + stretch.length - 1 for stretch in origin.stretches]
            starts = [stretch.column for stretch in origin.stretches]
            assert all(end < start for end, start in zip(ends, starts[1:], strict=False))
            assert not ends or ends[-1] <= len(line)
