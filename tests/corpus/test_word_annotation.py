"""Real Word files marked: every comment on its quote, nothing else touched; read again by other means."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from xml.etree import ElementTree as ET

import pytest

from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.fixing.safe_edits import finder, settle
from hegao.engine.rules.loading import load_rules
from hegao.reports.annotation.annotated_file import WordFile
from hegao.sources.files import read
from hegao.sources.source import Unreadable
from reports.annotation.marked import (
    MAY_DIFFER,
    NAME,
    annotate,
    by_number,
    checked,
    comments,
    decided,
    differing,
    finding,
    lines,
    parts,
    ranges,
    runs,
)
from repository import SHARED, needs_shared

WORD = SHARED / "corpus" / "word"
MADE = Path(__file__).parents[1] / "sources" / "word" / "made"
pytestmark = needs_shared
#: Findings set at random in each file.
TRIED = 30


def _documents() -> Iterator[Path]:
    """The Word files that are read, whatever they are called."""
    for path in (*sorted(WORD.glob("*.doc*")), *sorted(MADE.glob("*.docx"))):
        try:
            if path.read_bytes().startswith(b"PK") and read(path).form == "docx":
                yield path
        except Unreadable:
            continue


FILES = list(_documents()) if WORD.is_dir() else []


@cache
def _plan() -> Plan:
    return Plan(load_rules(), Options())


def _unlike(before: bytes, after: bytes) -> list[str]:
    """What is not as it was, of all that must be."""
    wrong = [name for name in differing(before, after) if not MAY_DIFFER.fullmatch(name)]
    return wrong + ([] if runs(after) == runs(before) else ["runs"]) + ([] if lines(after) == lines(before) else ["lines"])


def _bare(text: str) -> str:
    """The text without blanks and without the marks between cells, which stand in no element."""
    return re.sub(r"[\s\xad]", "", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_comment_stands_on_its_quote_or_names_it(path: Path) -> None:
    data = path.read_bytes()
    found = checked(data).files[0].findings
    read_, chance = lines(data), Random(path.name)
    written = [number for number, line in enumerate(read_, 1) if line.strip()]
    for number in range(TRIED):
        line = chance.choice(written)
        start = chance.randint(1, len(read_[line - 1]))
        found.append(finding(data, line, start, min(len(read_[line - 1]) + 1, start + chance.randint(1, 9)), number))
    done = annotate(data, found)
    assert done.left == 0
    assert _unlike(data, done.data) == []
    under = {words[-17:-1]: (text, words) for text, words in by_number(ranges(done.data), comments(done.data))}
    assert len(under) == len(found)
    for one in found:
        text, words = under[one.fingerprint]
        assert "*" in one.quote or _bare(text) == _bare(one.quote) or f"“{one.quote.strip()}”" in words or not one.quote.strip()
    assert annotate(done.data, found).data == done.data


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_revisions_refused_leave_the_file_accepted_the_mended_text(path: Path) -> None:
    data = path.read_bytes()
    word = WordFile(data)
    source = word.source(NAME)
    settled = settle(source, finder(_plan()), word.revisable_on(source, set(range(1, len(source.lines) + 1))))
    file = checked(data).files[0]
    done = word.annotated(source, file, {NAME: file}, settled.edits, "2026-03-06").data
    assert lines(decided(done, False)) == source.lines
    assert runs(decided(done, False)) == runs(data)
    accepted = lines(decided(done, True))
    assert [line.replace("\t", "\u3000") for line in accepted] == [line.replace("\t", "\u3000") for line in settled.lines]
    assert lines(WordFile(done).bare) == source.lines


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_python_docx_reads_the_same_comments(path: Path) -> None:
    docx = pytest.importorskip("docx", "1.2")
    try:
        before = docx.Document(str(path))
    except Exception as error:  # noqa: BLE001  (it does not read every file)
        pytest.skip(str(error))
    done = annotate(path.read_bytes())
    after = docx.Document(io.BytesIO(done.data))
    assert len(after.paragraphs) == len(before.paragraphs)
    assert len([comment for comment in after.comments if comment.author == "核稿"]) == done.comments


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_shows_the_same_words_under_each_comment(tmp_path: Path) -> None:
    for path in FILES:
        done = annotate(path.read_bytes())
        if done.comments:
            (tmp_path / f"{path.stem}.docx").write_bytes(done.data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path / "out"), *map(str, sorted(tmp_path.glob("*.docx")))]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    compared = 0
    for path in sorted((tmp_path / "out").glob("*.fodt")):
        data = (tmp_path / f"{path.stem}.docx").read_bytes()
        shown = {_bare(words): _bare(text) for text, words in _in_libreoffice(path)}
        for text, words in by_number(ranges(data), comments(data)):
            if words.split("\n")[1].startswith("指"):
                continue
            # To LibreOffice the result of a field is one thing.
            fields = b"w:fldChar" in parts(data)["word/document.xml"]
            assert shown[_bare(words)] == _bare(text) or (fields and _bare(text) in shown[_bare(words)]), path.name
            compared += 1
    assert compared > 50


def _in_libreoffice(path: Path) -> list[tuple[str, str]]:
    """What stands under each comment in a flat OpenDocument file, and its words."""
    office, text = ("{urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0}" for name in ("office", "text"))
    open_: dict[str, tuple[str, list[str]]] = {}
    closed: list[tuple[str, str]] = []

    def say(words: str | None) -> None:
        for _said, pieces in open_.values():
            pieces.append(words or "")

    def walk(element: ET.Element) -> None:
        for child in element:
            name = child.get(f"{office}name", "")
            if child.tag == f"{office}annotation":
                said = "".join("".join(one.itertext()) for one in child.iter(f"{text}p"))
                if name:
                    open_[name] = (said, [])
                else:
                    closed.append(("", said))
            elif child.tag == f"{office}annotation-end":
                said, pieces = open_.pop(name)
                closed.append(("".join(pieces), said))
            elif child.tag != f"{text}tracked-changes":
                say(child.text)
                walk(child)
            say(child.tail)

    body = ET.parse(path).getroot().find(f"{office}body")
    assert body is not None
    walk(body)
    return closed
