"""The examples as Word files, made by different means: the same findings, quotes and order as their text."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from hegao.engine.run.runner import check_sources
from hegao.sources.files import read, source_of
from hegao.sources.source import Source
from repository import ROOT
from word_files import cell, from_text, paragraph, run, table, word

EXAMPLES = ROOT / "examples"
MADE = Path(__file__).parent / "sources" / "word" / "made"
NAMES = ["notice-correct", "notice-with-defects", "gazette-small"]


def found(source: Source) -> list[tuple[str, str, str]]:
    """Rule, quote and message of each finding."""
    return [(finding.rule, finding.quote, finding.message) for finding in check_sources([source]).files[0].findings]


def expected(name: str) -> list[tuple[str, str, str]]:
    """The findings in the text of an example."""
    return found(read(EXAMPLES / f"{name}.txt", "草稿"))


def by_python_docx(text: str) -> bytes:
    """The text as python-docx writes it, its rows as a table."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*text.rstrip("\n").split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            made = document.add_table(len(rows), max(map(len, rows)))
            for target, cells in zip(made.rows, rows, strict=True):
                for one, content in zip(target.cells, cells, strict=False):
                    one.text = content
            rows = []
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def by_python_docx_without_tables(text: str) -> bytes:
    """The text as python-docx writes it, a paragraph a line."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in text.rstrip("\n").split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("make", [from_text, by_python_docx, by_python_docx_without_tables])
@pytest.mark.parametrize("name", NAMES)
def test_by_hand_and_by_python_docx(name: str, make: Callable[[str], bytes]) -> None:
    text = (EXAMPLES / f"{name}.txt").read_text("utf-8")
    assert found(source_of(make(text), "草稿")) == expected(name)


@pytest.mark.parametrize("path", sorted(MADE.glob("libreoffice-*.docx")), ids=lambda path: path.stem)
def test_by_libreoffice(path: Path) -> None:
    """Of the text itself; of a document with a table; of one whose numbers are automatic."""
    name = next(name for name in NAMES if path.stem.removeprefix("libreoffice-").startswith(name))
    assert found(read(path, "草稿")) == expected(name)


def test_automatic_numbers_read_as_typed_ones() -> None:
    text = (EXAMPLES / "notice-correct.txt").read_text("utf-8")
    lines = source_of(from_text(text, automatic=True), "草稿.docx").lines
    assert [line.strip("\u3000") for line in lines if line] == [line.strip("\u3000") for line in text.split("\n") if line]


def test_findings_stand_where_their_quotes_stand() -> None:
    for path in sorted(MADE.glob("*.docx")):
        source = read(path)
        for finding in check_sources([source]).files[0].findings:
            assert source.lines[finding.span.line - 1].startswith(finding.quote, finding.span.column - 1)


def test_a_defect_in_revised_text_and_in_a_merged_cell_is_found_at_its_place() -> None:
    from hegao.reports.place_words import place_of, place_words

    body = (
        paragraph("关于做好防汛备汛工作的通知")
        + paragraph("各县（区）人民政府：")
        + paragraph("请于", f'<w:ins w:id="1" w:author="甲">{run("2026年2月")}</w:ins>', '<w:del w:id="2" w:author="甲"/>', "30日前报送。")
        + table(["序号", "任务"], ["1", cell("建成（水厂。", properties='<w:vMerge w:val="restart"/>')])
    )
    file = check_sources([source_of(word(body), "草稿.docx")]).files[0]
    at = {finding.name: (finding.quote, place_words(place_of(file, finding))) for finding in file.findings}
    assert at["date-invalid"] == ("2026年2月30日", "第3段")
    assert at["bracket"][1] == "表1第2行第2列"
