"""The report for people: each finding with its line and the place marked, a closing line of counts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from hegao.engine.findings.finding import Basis, FileResult, Finding, RunResult
from hegao.reports.report_words import SEVERITY, basis_words
from hegao.reports.terminal_width import ELLIPSIS, fit, show, width

#: Columns of a shown source line, and how many of them are left to what stands before the marked place at least.
LINE_WIDTH = 100
LEAD_WIDTH = 40
_FAR = LINE_WIDTH
#: How many findings of one rule in one document are shown before the rest is counted.
FOLD = 3

_COLOURS = {"error": "31", "warning": "33", "info": "36", "place": "1", "faint": "2"}


def text_report(result: RunResult, *, fold: bool = True, colour: bool = False, lang: str = "zh") -> str:
    """All findings in order, then the counts; ``fold`` shows the first three of a rule in a document only."""
    blocks = [block for file in result.files for block in _file(file, fold, colour, lang)]
    return "".join(f"{block}\n" for block in blocks) + _summary(result, lang) + "\n"


def _file(file: FileResult, fold: bool, colour: bool, lang: str) -> Iterator[str]:
    starts = [document.line for document in file.documents]
    groups = [(bisect_right(starts, finding.span.line), finding.rule) for finding in file.findings]
    totals = Counter(groups)
    seen: Counter[tuple[int, str]] = Counter()
    for finding, group in zip(file.findings, groups, strict=True):
        seen[group] += 1
        if fold and seen[group] > FOLD:
            continue
        yield _finding(file, finding, colour, lang)
        rest = totals[group] - FOLD
        if fold and seen[group] == FOLD and rest > 0:
            yield _paint(_folded(finding, rest, lang), "faint", colour)


def _folded(finding: Finding, rest: int, lang: str) -> str:
    if lang == "en":
        return f"  … {rest} more of {finding.rule} {finding.name} in this document (--no-fold shows all)"
    return f"  …… 本件另有 {rest} 处 {finding.rule} {finding.name}（加 --no-fold 全部列出）"


def _finding(file: FileResult, finding: Finding, colour: bool, lang: str) -> str:
    span = finding.span
    place = _paint(show(f"{file.path}:{span.line}:{span.column}"), "place", colour)
    severity = _paint(SEVERITY[lang][finding.severity], finding.severity, colour)
    lines = [f"{place} {finding.rule} {finding.name} {severity} {show(finding.message)}"]
    if span.line in file.lines:
        shown, mark = mark_place(file.lines[span.line], span.column - 1, len(finding.quote))
        lines += ["    " + shown, "    " + _paint(mark, finding.severity, colour)]
    for other in finding.related:
        lines.append(f"    {'see' if lang == 'en' else '另见'} {show(other.path)}:{other.line} {_said(other.quote, other.message, lang)}")
    advice = _advice(finding.help, finding.basis, lang)
    if advice:
        lines.append("    " + advice)
    return "\n".join(lines)


@lru_cache(maxsize=256)
def _advice(remedy: str, norms: tuple[Basis, ...], lang: str) -> str:
    """How to mend it and the norms that ask for it; the same for all findings of a rule."""
    colon, comma = (": ", "; ") if lang == "en" else ("：", "；")
    basis = comma.join(basis_words(norm, lang) for norm in norms)
    said = [("help" if lang == "en" else "改法", remedy), ("basis" if lang == "en" else "依据", basis)]
    return " ".join(f"{head}{colon}{show(words)}" for head, words in said if words)


def _said(quote: str, message: str, lang: str) -> str:
    """What is said of a related place: its words in quotation marks, then why it is named."""
    shown = show(quote)
    short = shown[: fit(shown, LEAD_WIDTH)] + (ELLIPSIS if width(shown) > LEAD_WIDTH else "")
    quoted = f'"{short}"' if lang == "en" else f"“{short}”"
    return f"{quoted} {show(message)}".rstrip()


def mark_place(line: str, start: int, length: int) -> tuple[str, str]:
    """The source line and, to stand below it, the marks under ``length`` characters from ``start``.

    A line too long is cut around the place; the marks are cut with it.
    """
    start = min(max(start, 0), len(line))
    end = min(start + length, len(line))
    # What lies farther off than this is not shown, so it is not measured either.
    before, place, after = show(line[max(0, start - _FAR) : start]), show(line[start : min(end, start + _FAR)]), show(line[end : end + _FAR])
    lead, marks, rest = width(before), width(place), width(after)
    if lead + marks + rest > LINE_WIDTH:
        most = max(LEAD_WIDTH, LINE_WIDTH - marks - rest)
        if lead > most:
            before = ELLIPSIS + _tail(before, most - 1)
            lead = width(before)
        if marks > LINE_WIDTH - lead:
            place = place[: fit(place, LINE_WIDTH - lead - 1)] + ELLIPSIS
            marks = width(place)
        left = LINE_WIDTH - lead - marks
        if rest > left:
            after = after[: fit(after, left - 1)] + ELLIPSIS if left > 0 else ""
    return (before + place + after).rstrip(), " " * lead + "^" * max(1, marks)


def _tail(text: str, columns: int) -> str:
    """The end of ``text`` that fits into ``columns``."""
    backwards = text[::-1]
    return text[len(text) - fit(backwards, columns) :]


def _summary(result: RunResult, lang: str) -> str:
    files = len(result.files)
    documents = sum(len(file.documents) for file in result.files)
    failed = sum(1 for file in result.files if file.failed)
    suppressed = sum(file.suppressed for file in result.files)
    counts = {severity: result.count(severity) for severity in ("error", "warning", "info")}
    if lang == "en":
        found = ", ".join(_plural(count, severity) for severity, count in counts.items() if count) or "nothing found"
        rest = (f"; {suppressed} suppressed" if suppressed else "") + (f"; {_plural(failed, 'file')} not fully checked" if failed else "")
        return f"{_plural(files, 'file')}, {_plural(documents, 'document')}: {found}{rest}"
    found = "、".join(f"{SEVERITY['zh'][severity]} {count} 处" for severity, count in counts.items() if count) or "没有发现问题"
    rest = (f"；另有 {suppressed} 处已登记不报" if suppressed else "") + (f"；{failed} 个文件未能全部检查" if failed else "")
    return f"共检查 {files} 个文件、{documents} 件公文：{found}{rest}。"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 or noun == "info" else f"{count} {noun}s"


def _paint(text: str, colour: str, on: bool) -> str:
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if on else text
