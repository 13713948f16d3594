"""What a template needs to show a document: its blocks with their runs, cards and tasks, its counts, its place in the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hegao.document.model import Document, Task
from hegao.engine.findings.finding import SEVERITIES, FileResult, Finding
from hegao.engine.run.readings import Reading
from hegao.reports.page.finding_cards import Card, Cards
from hegao.reports.page.marked_runs import Mark, Run, marks_by_line, marks_of, runs
from hegao.reports.page.page_blocks import Block, Section, Stretch, sections
from hegao.reports.page.page_views import Album, PageViews
from hegao.reports.place_words import place_words
from hegao.reports.terminal_width import show
from hegao.reports.tree import due_words, number_of
from hegao.sources.origins import Place
from hegao.sources.personal_numbers import starred
from hegao.sources.white_space import BLANK

#: Elements whose lines stand apart; those of other kinds run on.
_SET_IN_LINES = frozenset(["title", "part-title", "masthead", "signature", "copies", "imprint", "attachment", "unparsed"])


class CellView(NamedTuple):
    """A cell of a table: its runs."""

    runs: Sequence[Run]


class RowView(NamedTuple):
    """A row of a table; ``line`` is its first, ``due`` when the tasks in it are due."""

    line: int
    cells: Sequence[CellView]
    head: bool
    group: bool
    due: Sequence[str]


class BlockView(NamedTuple):
    """A block of a document: its first line, what that is called beside the text, its lines of runs, or its rows."""

    kind: str
    level: int
    line: int
    gutter: str
    lines: Sequence[Sequence[Run]]
    rows: Sequence[RowView]
    cards: Sequence[Card]
    due: Sequence[str]


class SectionView(NamedTuple):
    """A document of a file, or what stands before the first one (``preface``), or a file that could not be read.

    ``pages`` are those of a PDF or OFD on which something was found; ``undrawn`` says that they could not be drawn.
    """

    at: int
    path: str
    number: str
    title: str
    unit: str
    preface: bool
    failed: bool
    counts: Mapping[str, int]
    found: Sequence[tuple[str, str, int]]
    blocks: Sequence[BlockView]
    loose: Sequence[Card]
    document: Document | None
    pages: PageViews = PageViews()
    undrawn: bool = False

    @property
    def cards(self) -> int:
        """How many findings it has."""
        return sum(self.counts.values())


def section_views(file: FileResult, reading: Reading | None, cards: Cards, album: Album, first: int) -> Iterator[SectionView]:
    """The sections of a file, numbered over the whole page from ``first``; the pictures in them come from ``album``."""
    if reading is None:
        several = [cards.of(file, finding, number) for number, finding in enumerate(file.findings, 1)]
        yield _view(first, file, None, file.findings, [], several)
        return
    drawn = album.of_file(file, reading)
    parts = sections(reading)
    starts = [part.start for part in parts]
    findings: list[list[Finding]] = [[] for _ in parts]
    for finding in file.findings:
        findings[max(0, bisect_right(starts, finding.span.line) - 1)].append(finding)
    for at, (part, mine) in enumerate(zip(parts, findings, strict=True), first):
        several = [cards.of(file, finding, number) for number, finding in enumerate(mine, 1)]
        marks = marks_of(mine, reading.lines)
        pages = album.views(drawn, marks, several)
        several = [card._replace(framed=card.number in pages.framed) for card in several]
        view = _view(at, file, part, mine, _blocks(reading, part, mine, marks, several), [] if part.blocks else several)
        yield view._replace(pages=pages, undrawn=drawn.failed and bool(marks))


def _view(
    at: int, file: FileResult, part: Section | None, findings: Sequence[Finding], blocks: Sequence[BlockView], loose: Sequence[Card]
) -> SectionView:
    document = part.document if part is not None else None
    counts = Counter(finding.severity for finding in findings)
    found = Counter((finding.rule, finding.severity) for finding in findings)
    return SectionView(
        at,
        show(file.path),
        show(number_of(document) or "") if document is not None else "",
        show(starred(document.name or "")) if document is not None else "",
        show(starred(document.issuers[0])) if document is not None and document.issuers else "",
        part is not None and document is None,
        part is None,
        {severity: counts[severity] for severity in SEVERITIES},
        [(rule, severity, count) for (rule, severity), count in sorted(found.items())],
        blocks,
        loose,
        document,
    )


def _blocks(
    reading: Reading, part: Section, findings: Sequence[Finding], marked: Iterable[Mark], several: Sequence[Card]
) -> list[BlockView]:
    if not part.blocks:
        return []
    marks = marks_by_line(marked)
    index_of = {line: index for index, block in enumerate(part.blocks) for line in block.lines}
    firsts = [block.lines[0] for block in part.blocks]
    beside: dict[int, list[Card]] = {}
    for finding, card in zip(findings, several, strict=True):
        line = finding.span.line
        # Beside the block that holds its line, else the next one, else the last.
        index = index_of.get(line, min(bisect_left(firsts, line), len(firsts) - 1))
        beside.setdefault(index, []).append(card)
    return [_block(reading, block, marks, beside.get(index, [])) for index, block in enumerate(part.blocks)]


def _block(reading: Reading, block: Block, marks: Mapping[int, Sequence[Mark]], cards: Sequence[Card]) -> BlockView:
    def runs_of(stretch: Stretch) -> list[Run]:
        return list(runs(stretch, reading.lines[stretch.line - 1], marks.get(stretch.line, ()), block.strong))

    lines = [] if block.rows else [runs_of(_whole(line, reading.lines[line - 1])) for line in block.lines]
    if block.kind not in _SET_IN_LINES:
        lines = [[run for line in lines for run in line]] if lines else []
    rows = [
        RowView(
            min((stretch.line for cell in row.cells for stretch in cell), default=block.lines[0]),
            [CellView([run for stretch in cell for run in runs_of(stretch)]) for cell in row.cells],
            row.head,
            row.group,
            _due(row.tasks),
        )
        for row in block.rows
    ]
    return BlockView(block.kind, block.level, block.lines[0], _gutter(reading, block), lines, rows, cards, [] if rows else _due(block.tasks))


def _whole(line: int, text: str) -> Stretch:
    """A line without the blanks at its ends."""
    return Stretch(line, len(text) - len(text.lstrip(BLANK)), len(text.rstrip(BLANK)))


def _gutter(reading: Reading, block: Block) -> str:
    """What stands beside a block so that people find it in the file: its line, or its paragraph."""
    layout = reading.file.layout
    if layout is None:
        return str(block.lines[0])
    place = layout.origins[block.lines[0] - 1].place(1)
    return place_words(Place(place.paragraph)) if place.cell is None else ""


def _due(tasks: Sequence[Task]) -> list[str]:
    return list(dict.fromkeys(due_words(task) for task in tasks if due_words(task)))
