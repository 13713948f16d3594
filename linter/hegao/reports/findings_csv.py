"""The findings as a table for spreadsheets: CSV with CR LF as RFC 4180 asks."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from hegao.engine.findings.finding import FileResult, Finding, RunResult
from hegao.reports.place_words import place_of, place_words, related_words
from hegao.reports.report_words import SEVERITY, basis_words
from hegao.reports.spreadsheet_cells import csv_cell

_HEADS = {
    "zh": ("文件", "行", "字", "段落或单元格", "公文", "级别", "代码", "规则", "问题", "原文", "相关处", "改法", "依据"),
    "en": ("file", "line", "column", "place", "document", "severity", "code", "rule", "message", "text", "related", "remedy", "basis"),
}


class _Line:
    """A file for ``csv`` that holds the last row only."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text = text


def csv_pieces(result: RunResult, lang: str = "zh") -> Iterator[str]:
    """The table in pieces: heads, then a row a finding."""
    by_path = {file.path: file for file in result.files}
    line = _Line()
    writer = csv.writer(line)
    writer.writerow(_HEADS[lang])
    yield line.text
    for file in result.files:
        for finding in file.findings:
            others = [related_words(by_path, file.path, other, lang) for other in finding.related]
            writer.writerow([csv_cell(cell) if isinstance(cell, str) else cell for cell in _row(file, finding, others, lang)])
            yield line.text


def _row(file: FileResult, finding: Finding, others: list[str], lang: str) -> list[str | int]:
    stop = "; " if lang == "en" else "；"
    return [
        file.path,
        finding.span.line,
        finding.span.column,
        place_words(place_of(file, finding), lang),
        finding.document,
        SEVERITY[lang][finding.severity],
        finding.rule,
        finding.name,
        finding.message,
        finding.quote,
        stop.join(others),
        finding.help,
        stop.join(basis_words(basis, lang) for basis in finding.basis),
    ]
