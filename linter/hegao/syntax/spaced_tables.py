"""Tables set with blanks alone: columns of a plain text that two blanks or more part from one another."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.syntax.column_roles import is_head_word
from hegao.syntax.line_kinds import Kind
from hegao.syntax.lines import Line, compact

_WIDE_GAP = Pattern(r"[ \xa0]{2,}|[ \xa0]*\u3000[ \u3000\xa0]+")
#: Below a head that begins with 序号 one wide blank is enough.
_ANY_GAP = Pattern(r"[ \xa0]{2,}|[ \xa0]*\u3000[ \u3000\xa0]*")
_COLUMNS, _ROWS = 3, 2
#: A head is short; a cell is no sentence.
_LONGEST_WORD = 16
_SERIAL_WORDS = ("序号", "编号")
_FIGURE_CELL = Pattern(r"[\d,.]+[%％]?|[—/-]+")
_ENDS_SENTENCE = ("。", "；", "：")


def raise_spaced_tables(lines: list[Line]) -> list[Line]:
    """The lines with those made rows that stand under a head in columns of blanks.

    Told by a head of three words or more, known ones or over figures, and two rows below it with as many cells; a row with fewer
    cells belongs to the table where each stands under a head of its own.
    """
    at = 0
    while at < len(lines):
        heads = _head(lines[at])
        end = at + 1
        if heads:
            starts = [_column(lines[at].text, start) for start, _end in heads]
            gap = _gap(lines[at].text)
            rows: list[list[Text]] = []
            while end < len(lines) and (end == at + 1 or not lines[end].gap) and (cells := _cells(lines[end], starts, gap)):
                rows.append(cells)
                end += 1
            whole = sum(1 for cells in rows if all(cells))
            if len(rows) >= _ROWS and whole * 2 >= len(rows) and (_known(lines[at], heads) or _all_figures(rows)):
                _make_row(lines[at], [lines[at].text.slice(*span) for span in heads])
                for line, cells in zip(lines[at + 1 : end], rows, strict=True):
                    _make_row(line, cells)
        at = end
    return lines


def _parts(text: Text, gap: Pattern) -> list[tuple[int, int]]:
    """Where the pieces between wide gaps stand."""
    spans, start = [], 0
    for match in gap.finditer(text.value):
        if match.start() > start:
            spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text.value))] if start < len(text.value) else spans


def _gap(head: Text) -> Pattern:
    """What parts the cells under a head."""
    return _ANY_GAP if head.value.lstrip().startswith(_SERIAL_WORDS) else _WIDE_GAP


def _head(line: Line) -> list[tuple[int, int]]:
    """Where the heads stand in a line that may be the head of a table set with blanks; nothing for any other line."""
    if line.cells is not None or "  " not in line.text.value and "\u3000" not in line.text.value:
        return []
    spans = _parts(line.text, _gap(line.text))
    words = [unspaced(line.text.value[start:end]) for start, end in spans]
    if len(words) < _COLUMNS or any(len(word) > _LONGEST_WORD or word.endswith(_ENDS_SENTENCE) or _FIGURE_CELL.fullmatch(word) for word in words):
        return []
    return spans


def _known(line: Line, heads: Sequence[tuple[int, int]]) -> bool:
    """Whether the words of a head are known as such."""
    words = [unspaced(line.text.value[start:end]) for start, end in heads]
    known = sum(map(is_head_word, words))
    return known >= 2 and (known * 2 >= len(words) or words[0] in _SERIAL_WORDS)


def _all_figures(rows: Sequence[Sequence[Text]]) -> bool:
    """Whether what stands behind the first cells of the rows are figures."""
    cells = [unspaced(cell.value) for row in rows for cell in row[1:] if cell]
    return sum(1 for cell in cells if _FIGURE_CELL.fullmatch(cell)) * 3 >= len(cells) * 2


def _cells(line: Line, starts: Sequence[int], gap: Pattern) -> list[Text]:
    """The cells of a row under heads that start in those columns; nothing where the line is no such row."""
    spans = _parts(line.text, gap) if line.cells is None else []
    if not 1 < len(spans) <= len(starts) or line.squeezed.endswith(_ENDS_SENTENCE):
        return []
    if len(spans) == len(starts):
        return [line.text.slice(*span) for span in spans]
    cells = [line.text.slice(0, 0)] * len(starts)
    for start, end in spans:
        column = _column(line.text, start)
        under = min(range(len(starts)), key=lambda index: abs(starts[index] - column))
        if cells[under]:
            return []
        cells[under] = line.text.slice(start, end)
    return cells


def _column(text: Text, at: int) -> int:
    """The column of a character on the page; what is wide takes two."""
    return text.place(0)[1] + at + sum(1 for c in text.value[:at] if unicodedata.east_asian_width(c) in "WF")


def _make_row(line: Line, cells: Sequence[Text]) -> None:
    line.cells = [compact(cell) for cell in cells]
    line.squeezed = "".join(cell.value for cell in line.cells)
    line.kind = Kind.ROW
