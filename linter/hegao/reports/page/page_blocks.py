"""The text of a file as it reads, for a page: sections (a document each) of blocks, which are made of whole physical lines.

Every line that bears text stands in exactly one block, as it stands in the file, so that every place of a finding is found again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hegao.document.model import Document, File, Heading, Row, Table, Task
from hegao.engine.run.readings import Reading
from hegao.sources.text import Text
from hegao.sources.white_space import BLANK

#: Beyond so many columns a line with tabs is no row that anybody reads.
_MOST_CELLS = 40


class Stretch(NamedTuple):
    """Characters of a physical line: its number, and from which column to which, from 0, the last exclusive."""

    line: int
    start: int
    end: int


class Cells(NamedTuple):
    """A row of a table as it is shown; ``group`` says that it names those below."""

    cells: list[list[Stretch]]
    head: bool = False
    group: bool = False
    tasks: tuple[Task, ...] = ()


@dataclass(slots=True)
class Block:
    """A paragraph, heading, table or element of a document.

    ``kind`` is that of its node (``other`` where no node holds it), ``level`` that of a heading; ``strong`` is the place (line,
    column from 0) at which a heading ends that runs on.  A table has ``rows`` beside its lines.
    """

    kind: str
    lines: list[int]
    level: int = 0
    strong: tuple[int, int] | None = None
    rows: list[Cells] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    """A document with its blocks, in order of lines; None where they stand before the first one (cover and contents of a gazette)."""

    document: Document | None
    start: int
    blocks: list[Block] = field(default_factory=list)


def sections(reading: Reading) -> list[Section]:
    """The sections of a file, in order; at least one."""
    found = _empty(reading.file)
    starts = [section.start for section in found]
    for block in _blocks(reading):
        found[max(0, bisect_right(starts, block.lines[0]) - 1)].blocks.append(block)
    return [section for section in found if section.document is not None or section.blocks] or found[:1]


def _empty(file: File) -> list[Section]:
    documents = [Section(document, _start(document)) for document in file.documents]
    if len(documents) == 1 and not file.contents:
        documents[0].start = 1
        return documents
    return [Section(None, 1), *documents]


def _start(document: Document) -> int:
    """The line on which the head of a document begins; its number may stand above its title."""
    head = [document.text, *(node.text for node in document.masthead)]
    if document.number is not None and document.number.own:
        head.append(document.number.text)
    return min(text.line for text in head)


class _Claims:
    """Which block each physical line belongs to: the first that asks for it."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.of_line: dict[int, Block] = {}

    def claim(self, kind: str, texts: Sequence[Text], level: int = 0) -> Block | None:
        """A block of the lines that the texts stand on and that are free; None where none is."""
        wanted = {line for text in texts for line in _lines_of(text)}
        free = sorted(line for line in wanted if line not in self.of_line and 0 < line <= len(self.lines))
        if not free:
            return None
        block = Block(kind, free, level)
        self.of_line.update(dict.fromkeys(free, block))
        return block


def _lines_of(text: Text) -> set[int]:
    return {piece.line for piece in text.pieces}


def _blocks(reading: Reading) -> list[Block]:
    """All blocks of a file in order of their first lines."""
    claims = _Claims(reading.lines)
    for document in reading.file.documents:
        _claim_all(document, claims)
    for number, line in enumerate(reading.lines, 1):
        if number not in claims.of_line and line.strip(BLANK):
            claims.of_line[number] = Block("other", [number])
    for entry in reading.file.contents:
        claims.of_line[entry.line].kind = "entry"
    blocks = list({block.lines[0]: block for block in claims.of_line.values()}.values())
    for document in reading.file.documents:
        _tell_tasks(document, claims.of_line)
    return sorted(blocks, key=_first_line)


def _first_line(block: Block) -> int:
    return block.lines[0]


def _claim_all(document: Document, claims: _Claims) -> None:
    tables = [node for node in document.of("table") if isinstance(node, Table)]
    for table in tables:
        _table(table, claims)
    for kind, text in _elements(document):
        claims.claim(kind, [text])
    for part in document.parts:
        for entry in part.contents:
            claims.claim("entry", [entry.text])
        for node in part.nodes:
            if isinstance(node, Heading):
                block = claims.claim("heading", [node.body], node.level)
                if block is not None:
                    line, column = node.text.place(max(0, len(node.text) - 1))
                    block.strong = line, column
            elif not isinstance(node, Table):
                claims.claim(node.kind, [node.text])
    for unparsed in document.unparsed:
        claims.claim("unparsed", [unparsed.text])


def _elements(document: Document) -> Iterator[tuple[str, Text]]:
    """The elements of a document beside its running text, by what they are."""
    if document.title is not None:
        yield "title", document.title.text
    if document.number is not None and document.number.own:
        yield "number", document.number.text
    for part in document.parts:
        if part.mark is not None:
            yield "mark", part.mark
        if part.title is not None:
            yield "part-title", part.title.text
    if document.addressee is not None:
        yield "addressee", document.addressee.text
    for attachment in document.attachments:
        yield "attachment", attachment.written or attachment.text
    for kind, nodes in (
        ("masthead", document.masthead),
        ("signature", document.signatures),
        ("note", document.notes),
        ("copies", document.copies),
        ("imprint", document.imprints),
    ):
        for node in nodes:
            yield kind, node.text
    if document.date is not None and document.date.role == "issue":
        yield "date", document.date.text


def _table(table: Table, claims: _Claims) -> None:
    """Claim the lines of a table: its heads, which no row holds, and its rows."""
    rows = [(row, sorted(_lines_of(row.text) | {line for cell in row.cells for line in _lines_of(cell)})) for row in table.rows]
    first = min((row.line for row in table.rows), default=table.line + 1)
    heads = [line for line in range(table.line, first) if _cells_in(claims.lines[line - 1])]
    texts = [Text.of_line("", line) for line in heads] + [row.text for row in table.rows]
    block = claims.claim("table", texts or [table.text])
    if block is None:
        return
    width = max((len(row.cells) for row in table.rows), default=0)
    for line in heads:
        cells = [[Stretch(line, *ends)] for ends in _cells_in(claims.lines[line - 1])]
        block.rows.append(Cells(cells + [[] for _ in range(width - len(cells))], head=True))
    for row, _lines in rows:
        block.rows.append(_row(row, width))
    for line in sorted({line for _row, lines in rows for line in lines} - set(block.lines)):
        if line not in claims.of_line:
            block.lines.append(line)
            claims.of_line[line] = block


def _row(row: Row, width: int) -> Cells:
    own = _lines_of(row.text)
    cells = [list(_stretches(cell)) if cell.value and cell.line >= min(own) else [] for cell in row.cells]
    filled = [cell for cell in row.cells if cell.value]
    return Cells(cells + [[] for _ in range(width - len(cells))], group=width > 2 and len(filled) == 1 and row.serial is None)


def _stretches(cell: Text) -> Iterator[Stretch]:
    """The physical stretches that a text stands on, from its first character on each line to its last."""
    ends = [*(piece.offset for piece in cell.pieces[1:]), len(cell)]
    by_line: dict[int, Stretch] = {}
    for piece, end in zip(cell.pieces, ends, strict=True):
        start = piece.column - 1
        last = start + end - piece.offset
        known = by_line.get(piece.line)
        by_line[piece.line] = Stretch(piece.line, min(known.start, start), max(known.end, last)) if known else Stretch(piece.line, start, last)
    yield from by_line.values()


def _cells_in(line: str) -> list[tuple[int, int]]:
    """Where the cells of a written row stand in its line, without blanks at their ends; none where it is no row."""
    stripped = line.strip(" \u3000")
    if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1:
        mark, start, end = "|", line.index("|") + 1, line.rindex("|")
    elif "\t" in line:
        mark, start, end = "\t", 0, len(line)
    else:
        return []
    found = []
    for cell in line[start:end].split(mark)[:_MOST_CELLS]:
        lead = len(cell) - len(cell.lstrip(BLANK))
        found.append((start + lead, start + max(lead, len(cell.rstrip(BLANK)))))
        start += len(cell) + 1
    return [] if all(set(line[first:last]) <= set("-: ") for first, last in found) else found


def _tell_tasks(document: Document, of_line: dict[int, Block]) -> None:
    """Give each block the tasks that are written in it, each row of a table its own."""
    for task in document.tasks:
        block = of_line.get(task.line)
        if block is None or not task.listed:
            continue
        block.tasks.append(task)
        for index, row in enumerate(block.rows):
            if not row.head and any(stretch.line == task.line for cell in row.cells for stretch in cell):
                block.rows[index] = row._replace(tasks=(*row.tasks, task))
                break
