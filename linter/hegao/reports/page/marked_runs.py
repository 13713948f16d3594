"""Lines with the places of findings marked, for a page: stretches of lines cut into runs of characters under the same marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.engine.findings.finding import SEVERITIES, Finding
from hegao.reports.page.page_blocks import Stretch
from hegao.reports.terminal_width import show
from hegao.sources.text import Span


class Mark(NamedTuple):
    """A finding as it is marked in the text of its section: its number there (from 1), its severity, its place."""

    number: int
    severity: str
    span: Span


class Run(NamedTuple):
    """Characters under the same marks, as they may be shown.

    ``number`` is that of the finding that they are marked for (0: none), the gravest of several; ``begins`` are the numbers of the findings
    that begin here, ``strong`` says that they belong to the heading of a paragraph.
    """

    text: str
    number: int = 0
    severity: str = ""
    begins: tuple[int, ...] = ()
    strong: bool = False


def marks_of(findings: Iterable[Finding], lines: Sequence[str]) -> list[Mark]:
    """The marks of the findings of a section; none for those whose words are not found at their place any more."""
    return [Mark(number, each.severity, each.span) for number, each in enumerate(findings, 1) if stands(each, lines)]


def stands(finding: Finding, lines: Sequence[str]) -> bool:
    """Whether the words of a finding stand at its place in the lines of its file."""
    span = finding.span
    if not finding.quote or not 1 <= span.line <= span.end_line <= len(lines):
        return False
    return lines[span.line - 1].startswith(finding.quote, span.column - 1)


def marks_by_line(marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The marks by the lines that they touch."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        for line in range(mark.span.line, mark.span.end_line + 1):
            found.setdefault(line, []).append(mark)
    return found


def runs(stretch: Stretch, line: str, marks: Sequence[Mark], strong: tuple[int, int] | None = None) -> Iterator[Run]:
    """The runs of a stretch of a line; ``strong`` is the place (line, column from 0) at which a heading ends."""
    start, end = stretch.start, min(stretch.end, len(line))
    bold = end if strong is None or strong[0] > stretch.line else strong[1] + 1 if strong[0] == stretch.line else start
    spans = [(mark, *_within(mark.span, stretch.line, len(line))) for mark in marks]
    cuts = {start, end, min(max(bold, start), end)}
    for _mark, first, last in spans:
        cuts |= {at for at in (first, last) if start < at < end}
    places = sorted(cuts)
    for first, last in pairwise(places):
        over = [(mark, at) for mark, at, until in spans if at < last and until > first]
        begins = tuple(mark.number for mark, at in over if mark.span.line == stretch.line and max(at, start) == first)
        gravest = min((mark for mark, _at in over), key=_gravity, default=None)
        text = show(line[first:last])
        heading = strong is not None and first < bold
        yield Run(text, gravest.number, gravest.severity, begins, heading) if gravest else Run(text, strong=heading)


def _within(span: Span, line: int, length: int) -> tuple[int, int]:
    """From which column to which, from 0, a span covers a line."""
    return (span.column - 1 if span.line == line else 0), (span.end_column - 1 if span.end_line == line else length)


def _gravity(mark: Mark) -> tuple[int, int]:
    return SEVERITIES.index(mark.severity), mark.number
