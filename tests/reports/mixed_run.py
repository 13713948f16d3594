"""A run of several files that has all that a report has to write down."""

from __future__ import annotations

from hegao.engine.findings.finding import Basis, DocumentSummary, FileResult, Finding, FixEdit, Related, RunResult
from hegao.sources.origins import Cell, Place
from hegao.sources.source import WORD
from hegao.sources.text import Span

#: A character beyond the first 65,536 stands before the place: one character, two units of UTF-16.
LINE = "𠮷=1,{江}<政办>发[2026]12号：\t50%"
NORM = Basis("GB/T 9704—2012", "7.2.5", "must")


def _finding(rule: str, name: str, severity: str, message: str, span: Span, quote: str, **more: object) -> Finding:
    plain = Finding(rule, name, severity, message, "改写，如“〔2026〕”。", span, quote, "江政办发〔2026〕12号", (NORM,), f"{span.line:016x}")
    return plain._replace(**more)  # type: ignore[arg-type]


def mixed() -> RunResult:
    """A text with every severity, a Word document, one that cannot be read, one in which nothing was found."""
    number = _finding(
        "NUM102",
        "number-malformed",
        "error",
        "=字号“{江}<政办>发[2026]12号”写法不合标准：多了50%\x07\n，改",
        Span(3, 5, 3, 22),
        LINE[4:21],
        related=(Related("b,:%.docx", 2, "江政办发〔2026〕12号", "另一处"), Related("a b.txt", 9, "", "")),
        edits=(FixEdit(Span(3, 13, 3, 14), "〔", True), FixEdit(Span(3, 18, 3, 19), "〕", True)),
    )
    open_bracket = _finding("TXT701", "bracket", "warning", "“（”后面没有“）”", Span(5, 2, 6, 4), "（以下简称")
    worth_knowing = _finding("TSK303", "deadline-open", "info", "时限长期", Span(7, 1, 7, 5), "@长期推", basis=(), help="")
    text = FileResult("a b.txt", [DocumentSummary(None, None, 1)], [number, open_bracket, worth_knowing], {3: LINE, 5: "\t（以下简称"})
    in_cell = _finding("TSK302", "deadline-vague", "warning", "时限“尽快”无法判定", Span(2, 4, 2, 6), "尽快")
    in_note = _finding("TXT701", "bracket", "warning", "“（”后面没有“）”", Span(8, 1, 8, 2), "（")
    places = {2: ((1, Place(cell=Cell(1, 2, 1))), (3, Place(cell=Cell(1, 2, 3)))), 8: ((1, Place(12, part="footnote")),)}
    word = FileResult("b,:%.docx", [], [in_cell, in_note], {2: "1\t市尽快"}, form=WORD, places=places)
    unread = _finding("SYS901", "unreadable", "error", "文件读不出：是空的", Span(1, 1, 1, 1), "", document="", basis=())
    return RunResult([text, word, FileResult("c/空.txt", [], [unread], failed=True), FileResult("/d/好.txt", [DocumentSummary(None, None, 1)])])


def many(count: int) -> RunResult:
    """A text with so many findings of one kind."""
    findings = [_finding("TXT701", "bracket", "warning", "“（”后面没有“）”", Span(1000 + at, 1, 1000 + at, 2), "（") for at in range(count)]
    return RunResult([FileResult("a.txt", [], findings, {})])
