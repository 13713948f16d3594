"""Logical lines: a physical line without the marks that a conversion left, its cells if it is a row."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from hegao.sources.comments import blanked
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.origins import CELL_BREAK
from hegao.sources.text import Piece, Text, join
from hegao.sources.white_space import BLANK, unspaced
from hegao.syntax.barred_rows import Spans, barred_rows
from hegao.syntax.line_kinds import Kind

_GAP = Pattern(f"[{BLANK}]+")
_MARKUP = Pattern(
    r"</?(?:p|br|b|strong|em|div|span|font|center|h[1-6]|u|i|sup|sub)\b[^<>]{0,80}>|&(?:emsp|ensp|nbsp|sp|#160|#12288);|\*\*"
)
_PREFIX = Pattern(rf"[{BLANK}]*(?:#{{1,6}}[{BLANK}]+|>[{BLANK}]+|[-*+][{BLANK}]+(?=[0-9（(①-⑳⑴-⒛《“\u3400-\u9fff]))")
_RULE = Pattern(r"^(?=[-*=:|\[\s])(?:-{3,}|\*{3,}|={3,}|:::.*|\[\[toc\]\]|(?=.*(?:-{3}|:-|-:))\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*\|?)$")
#: A line of a cell that is no longer than this is a piece of a word.
_SCRAP = 2
#: The number of a document and who signs it (签发人) stand on one line, whatever parts them.
_SIGNER = Pattern(rf"号[{BLANK}]*\t[{BLANK}]*签[{BLANK}]*发[{BLANK}]*人[{BLANK}]*[：:]")


@dataclass(slots=True)
class Line:
    """A logical line.

    ``text`` is what stands there, trimmed; ``squeezed`` the same without white space, by which kinds
    are told; ``cells`` the cells of a table row, else None.  ``gap`` says that a blank line or a page
    break stands before it.  ``kind`` is what it is taken for so far.  ``merged`` are the cells that are known to go on from the
    row above; ``depth`` is the level of a Markdown heading (##), 0 where the line is none.
    """

    text: Text
    squeezed: str
    cells: list[Text] | None = None
    gap: bool = False
    kind: Kind = Kind.TEXT
    merged: frozenset[int] = frozenset()
    marks: list[Text] = field(default_factory=list)
    depth: int = 0

    @property
    def line(self) -> int:
        """The physical line that it starts on."""
        return self.text.line

    def extend(self, other: Line) -> None:
        """Take ``other`` on behind this line."""
        self.text = join([self.text, other.text])
        self.squeezed += other.squeezed
        self.marks += other.marks


def compact(text: Text) -> Text:
    """The text without white space, but for single blanks between Latin words and figures."""
    value = text.value
    if not _GAP.search(value):
        return text
    gaps = []
    for match in _GAP.finditer(value):
        start, end = match.span()
        before, after = value[start - 1 : start], value[end : end + 1]
        if before.isascii() and after.isascii() and before.isalpha() and after.isalpha():
            if end - start > 1:
                gaps.append((start + 1, end))
        else:
            gaps.append((start, end))
    return text.without(gaps) if gaps else text


def logical_lines(raw: tuple[str, ...], rows: Collection[int] = ()) -> tuple[list[Line], list[Line]]:
    """The lines that bear text, and the furniture: rules, comments and other marks of a conversion.

    ``rows`` are the numbers of lines that are known to be rows of tables; others are told by their tabs and bars.
    """
    lines: list[Line] = []
    furniture: list[Line] = []
    gap = True
    front = bool(raw) and raw[0].strip() == "---" and "---" in (line.strip() for line in raw[1:30])
    closed = not front
    barred = barred_rows(raw)
    for number, written in enumerate(raw, 1):
        value = blanked(written)
        stripped = value.strip(BLANK)
        if not stripped:
            # A comment to the linter leaves no gap between the lines around it.
            gap = gap or value == written
            continue
        if not closed:
            closed = number > 1 and stripped == "---"
            furniture.append(_bare_line(value, number, Kind.FRONT))
            continue
        if _RULE.match(stripped) or (stripped.startswith("<!--") and stripped.endswith("-->")):
            furniture.append(_bare_line(value, number, Kind.MARKUP))
            gap = True
            continue
        line = _row_line(value, number, number in rows, barred.get(number)) or _clean(value, number)
        if line is None:
            furniture.append(_bare_line(value, number, Kind.MARKUP))
            continue
        line.gap = gap
        gap = False
        lines.append(line)
    return lines, furniture


def _bare_line(value: str, number: int, kind: Kind) -> Line:
    text = Text.of_line(value, number).strip(BLANK)
    return Line(text, unspaced(text.value), kind=kind)


def _clean(value: str, number: int) -> Line | None:
    """The line without Markdown and HTML marks; None where nothing else stands on it."""
    prefix = _PREFIX.match(value)
    start = prefix.end() if prefix else 0
    if "<" in value or "&" in value or "**" in value:
        text = Text.of_line(value[start:], number, start + 1)
        spans = _mark_spans(text.value)
        marks = [text.slice(*span) for span in spans]
        text = text.without(spans).strip(BLANK)
    else:
        text, marks = _trimmed(value, start, len(value), number), []
    squeezed = unspaced(text.value)
    return Line(text, squeezed, marks=marks, depth=prefix[0].count("#") if prefix else 0) if squeezed else None


def _trimmed(value: str, start: int, end: int, number: int) -> Text:
    """A stretch of a line without blanks at its ends."""
    piece = value[start:end]
    begun = piece.lstrip(BLANK)
    return Text(begun.rstrip(BLANK), (Piece(0, number, end - len(begun) + 1),))


def _mark_spans(value: str) -> list[tuple[int, int]]:
    """Where the marks of Markdown and HTML stand in a line, comments among them."""
    spans: list[tuple[int, int]] = []
    start = value.find("<!--")
    while start >= 0 and (end := value.find("-->", start + 4)) >= 0:
        spans.append((start, end + 3))
        start = value.find("<!--", end + 3)
    inside = iter([*spans, (len(value) + 1, len(value) + 1)])
    begin, end = next(inside)
    for match in _MARKUP.finditer(value):
        while match.start() >= end:
            begin, end = next(inside)
        if match.start() < begin:
            spans.append(match.span())
    return sorted(spans)


def _row_line(value: str, number: int, known: bool, barred: Spans | None = None) -> Line | None:
    """The line as a table row, if it is one: cells between tabs or bars."""
    stripped = value.strip(" \u3000")
    if "\t" in value and _SIGNER.search(value):
        return None
    if barred is not None:
        spans = barred
    elif known:
        spans = list(_spans(value, 0, len(value), "\t"))
    elif stripped.startswith("|") and stripped.endswith("|") and stripped.count("|") >= 3:
        left = value.index("|")
        right = value.rindex("|")
        spans = list(_spans(value, left + 1, right, "|"))
    elif "\t" in value.strip(BLANK) or (value.startswith("\t") and value.strip(BLANK)):
        spans = list(_spans(value, 0, len(value), "\t"))
    else:
        return None
    marks: list[Text] = []
    if "<" in value or "**" in value:
        cells = []
        for start, end in spans:
            cell = Text.of_line(value[start:end], number, start + 1)
            found = _mark_spans(cell.value)
            marks += [cell.slice(*span) for span in found]
            cells.append(compact(cell.without(found).strip(BLANK)))
    else:
        cells = [compact(_trimmed(value, start, end, number)) for start, end in spans]
    text = _trimmed(value, 0, len(value), number)
    squeezed = unspaced("".join([cell.value for cell in cells]))
    if CELL_BREAK in squeezed:
        cells, squeezed = [_unwrapped(cell) for cell in cells], squeezed.replace(CELL_BREAK, "")
    return Line(text, squeezed, cells, kind=Kind.ROW, marks=marks)


def _unwrapped(cell: Text) -> Text:
    """The cell without line breaks that only fit words into a narrow column: 序/号, 牵头/单位."""
    breaks = [-1, *(at for at, c in enumerate(cell.value) if c == CELL_BREAK), len(cell)]
    pieces = [end - start - 1 for start, end in pairwise(breaks)]
    gaps = [(at, at + 1) for at, before, behind in zip(breaks[1:-1], pieces[:-1], pieces[1:], strict=True) if min(before, behind) <= _SCRAP]
    return cell.without(gaps) if gaps else cell


def _spans(value: str, start: int, end: int, mark: str) -> Iterator[tuple[int, int]]:
    while True:
        at = value.find(mark, start, end)
        if at < 0:
            yield start, end
            return
        yield start, at
        start = at + 1
