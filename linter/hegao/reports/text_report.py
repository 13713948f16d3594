"""The report for people: by file each finding with its words in the line marked, then once a rule the remedy and the norm, then counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from hegao.engine.findings.finding import FileResult, Finding, RunResult
from hegao.reports.marking import marked_line
from hegao.reports.place_words import related_words, where_words
from hegao.reports.report_words import SEVERITY, cited
from hegao.reports.terminal_width import COLUMNS, show, wrapped

#: How many findings of one rule in one document are shown before the rest is counted.
FOLD = 3
_INDENT, _DEEPER = "  ", "      "
#: What is said of findings that --fix may mend.
_FIXED = {"zh": "（可自动改）", "en": "(--fix)"}
#: How the report is to be read, for who sees one for the first time.
_READING = {
    "zh": "“错误”必须改，“警告”请核对；>> << 之间是问题所在；“可自动改”的可加 --fix 代改。",
    "en": "An error must be mended, a warning looked at; what is wrong stands between >> and <<; (--fix) mends it by itself.",
}
_REMEDIES = {"zh": "改法〔依据〕，详见 hegao rule 加代码：", "en": "Remedy (norm); more by hegao rule CODE:"}
_COLOURS = {"error": "31", "warning": "33", "info": "36", "place": "1", "faint": "2"}


def text_report(result: RunResult, *, fold: bool = True, colour: bool = False, lang: str = "zh", columns: int = COLUMNS) -> str:
    """All findings in order, lines of so many columns; ``fold`` shows the first three of a rule in a document only."""
    by_path = {file.path: file for file in result.files}
    lines = [line for file, more in _told(result.files, fold) for line in _file(file, by_path, fold, colour, lang, columns, more)]
    lines += _legend(result, lang, columns)
    return "".join(f"{line}\n" for line in [*lines, *wrapped(_summary(result, lang), columns)])


def _told(files: Sequence[FileResult], fold: bool) -> Iterator[tuple[FileResult, int]]:
    """The files that are told of, and how many others are not, because none of them was checked for the same reason."""
    reasons = Counter(reason for file in files if (reason := _unchecked(file)))
    seen: set[str] = set()
    for file in files:
        reason = _unchecked(file)
        if not fold or reasons[reason] <= FOLD or not reason:
            yield file, 0
        elif reason not in seen:
            seen.add(reason)
            yield file, reasons[reason] - 1


def _unchecked(file: FileResult) -> str:
    """Why nothing of a file was checked; empty where it was."""
    return file.findings[0].message if file.failed and not file.documents and len(file.findings) == 1 else ""


def _file(
    file: FileResult, by_path: Mapping[str, FileResult], fold: bool, colour: bool, lang: str, columns: int, more: int = 0
) -> Iterator[str]:
    """What is found in a file; ``more`` others were not checked for the same reason."""
    if not file.findings:
        return
    yield _paint(show(file.path), "place", colour)
    starts = [document.line for document in file.documents]
    groups = [(bisect_right(starts, finding.span.line), finding.rule) for finding in file.findings]
    totals = Counter(groups)
    seen: Counter[tuple[int, str]] = Counter()
    for finding, group in zip(file.findings, groups, strict=True):
        seen[group] += 1
        if fold and seen[group] > FOLD:
            continue
        yield from _finding(file, by_path, finding, colour, lang, columns)
        rest = totals[group] - FOLD
        if fold and seen[group] == FOLD and rest > 0:
            yield _paint(_DEEPER + _folded(finding, rest, lang), "faint", colour)
    if more:
        yield _paint(_DEEPER + _alike(more, lang), "faint", colour)


def _alike(more: int, lang: str) -> str:
    if lang == "en":
        return f"… {_plural(more, 'more file')} not checked for the same reason (--no-fold shows all)"
    return f"…… 另有 {more} 个文件也因此没有检查（加 --no-fold 全部列出）"


def _folded(finding: Finding, rest: int, lang: str) -> str:
    if lang == "en":
        return f"… {rest} more of {finding.rule} in this document (--no-fold shows all)"
    return f"…… 本件另有 {rest} 处 {finding.rule}（加 --no-fold 全部列出）"


def _finding(
    file: FileResult, by_path: Mapping[str, FileResult], finding: Finding, colour: bool, lang: str, columns: int
) -> Iterator[str]:
    """What is wrong and where, then the line with the words marked."""
    span = finding.span
    place = where_words(file, finding, lang)
    severity = SEVERITY[lang][finding.severity]
    head = f"{_INDENT}{place} {severity}"
    first, *more = wrapped(f"{head} {finding.rule} {_words(by_path, file.path, finding, True, lang)}", columns, _DEEPER)
    if more:
        first, *more = wrapped(f"{head} {finding.rule} {_words(by_path, file.path, finding, False, lang)}", columns, _DEEPER)
    yield f"{_INDENT}{_paint(place, 'place', colour)} {_paint(severity, finding.severity, colour)}{first[len(head) :]}"
    yield from more
    if span.line in file.lines:
        before, marked, after = marked_line(file.lines[span.line], span.column - 1, len(finding.quote), columns - len(_DEEPER))
        yield f"{_DEEPER}{before}{_paint(marked, finding.severity, colour)}{after}".rstrip()


def _words(by_path: Mapping[str, FileResult], path: str, finding: Finding, quoted: bool, lang: str) -> str:
    """The message and the related places; what stands at these is left out where they can be looked up in the same file."""
    opening, closing = ("(", ")") if lang == "en" else ("（", "）")
    others = [
        opening + related_words(by_path, path, other, lang, quoted=quoted or other.path != path) + closing for other in finding.related
    ]
    fixed = [_FIXED[lang]] if finding.edits and all(edit.safe for edit in finding.edits) else []
    return ("" if lang == "zh" else " ").join([show(finding.message), *others, *fixed])


def _legend(result: RunResult, lang: str, columns: int) -> Iterator[str]:
    """Once for each rule that found something: how to mend it, in its first sentence, and the norms."""
    found = {finding.rule: finding for file in reversed(result.files) for finding in reversed(file.findings)}
    if found:
        yield from wrapped(_READING[lang], columns)
        yield _REMEDIES[lang]
    for code in sorted(found):
        remedy = _first_sentence(show(found[code].help), lang)
        norms = (", " if lang == "en" else "；").join(cited(norm) for norm in found[code].basis)
        said = (f" ({norms})" if lang == "en" else f"〔{norms}〕") if norms else ""
        yield from wrapped(f"{_INDENT}{code} {remedy}{show(said)}", columns, _DEEPER)


def _first_sentence(prose: str, lang: str) -> str:
    """What the remedy begins with; a full stop in quotation marks or brackets ends no sentence."""
    if lang == "en":
        return re.split(r"(?<=\.)\s", prose, maxsplit=1)[0]
    depth = 0
    for at, c in enumerate(prose):
        depth += (c in "“（") - (c in "”）")
        if c == "。" and depth <= 0:
            return prose[: at + 1]
    return prose


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
