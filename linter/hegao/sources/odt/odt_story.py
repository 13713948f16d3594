"""Stories of an OpenDocument text: its body, its headers and footers; each a run of paragraphs, lists and tables, read in one pass.

What a reader sees is kept.  Left out is what was deleted (kept apart by the file as ``text:tracked-changes``), what is hidden,
annotations, and sources of indexes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from hegao.sources.odt.odt_lists import Lists
from hegao.sources.odt.odt_styles import Styles, whole
from hegao.sources.origins import ENDNOTE, FOOTNOTE, TEXT_BOX, Cell, Place
from hegao.sources.package.safe_xml import scan, value_of
from hegao.sources.table_grid import CELLS, COLUMNS, LINES, Grid, GridCell, TooLarge, Written
from hegao.sources.word.running_text import Paragraph, Pen

_LEFT_OUT = frozenset(
    ["text:tracked-changes", "office:annotation", "office:forms", "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls"]
    + ["text:note-citation", "text:number", "text:ruby-text", "svg:title", "svg:desc", "office:binary-data", "text:hidden-text", "text:hidden-paragraph"]
    + [f"text:{name}-source" for name in ("table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index", "bibliography")]
)
_SPACES = re.compile(r"[ \t\r\n]+")
#: More blanks than these in one mark no person has typed; more rows than these no table repeats.
_BLANKS, _REPEATED = 200, 1_000


@dataclass(slots=True)
class _Table:
    """A table that is being read: where its next cell begins, and by column how many rows a cell above still covers."""

    grid: Grid
    column: int = 1
    repeated: int = 1
    covered: dict[int, tuple[int, int]] = field(default_factory=dict)
    cells: list[GridCell] = field(default_factory=list)


class Story:
    """A part read: ``lines`` of its text, ``notes`` at its foot."""

    def __init__(self, styles: Styles, place: Place | None = None) -> None:
        """Prepare to read; ``place`` is that of all its text where it is not the body."""
        self.lines: list[Written] = []
        self.notes: list[Written] = []
        self._styles, self._place = styles, place
        self._lists = Lists(styles)
        self._skipping = self._numbered = self._made = self._cells = self._begun = 0
        self._paragraphs: list[Paragraph] = []
        self._out: list[list[Written]] = [self.lines]
        self._tables: list[_Table] = []
        self._aside: list[Place] = []
        self._hidden: list[bool] = []

    def read(self, data: bytes, within: str) -> Story:
        """Read what stands in elements of that name; raises ``BadXml`` and ``TooLarge``."""
        depth = 0

        def start(name: str, attributes: dict[str, str], at: int) -> None:
            nonlocal depth
            if depth or name == within:
                depth += 1
                self._start(name, attributes, at)

        def end(name: str) -> None:
            nonlocal depth
            if depth:
                depth -= 1
                self._end(name)

        def between(text: str) -> None:
            if depth and not self._skipping:
                self._put(_SPACES.sub(" ", text))

        scan(data, start, end, between)
        return self

    def _start(self, name: str, attributes: dict[str, str], _at: int) -> None:
        if self._skipping:
            self._skipping += 1
        elif name in _LEFT_OUT:
            self._skipping = 1
        elif name in _STARTS:
            _STARTS[name](self, attributes)

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name in _ENDS:
            _ENDS[name](self)

    # --- paragraphs ---

    def _paragraph(self, attributes: dict[str, str]) -> None:
        self._open(attributes, self._lists.paragraph())

    def _heading(self, attributes: dict[str, str]) -> None:
        depth = whole(value_of(attributes, "outline-level", "text"), 1)
        unnumbered = value_of(attributes, "is-list-header", "text") == "true"
        start = value_of(attributes, "start-value", "text") if value_of(attributes, "restart-numbering", "text") == "true" else None
        self._open(attributes, "" if unnumbered else self._lists.heading(depth, None if start is None else whole(start, 1)))

    def _open(self, attributes: dict[str, str], label: str) -> None:
        place = self._here()
        self._paragraphs.append(Paragraph(place, [self._line(place)], label))
        self._hidden.append(self._styles.hidden(value_of(attributes, "style-name", "text") or ""))

    def _paragraph_end(self) -> None:
        hidden = self._hidden.pop()
        lines = self._paragraphs.pop().written("content.xml")
        if not hidden:
            self._out[-1] += lines

    def _here(self) -> Place:
        """The place of a paragraph that begins."""
        if self._place is not None:
            return self._place
        if self._aside:
            return self._aside[-1]
        if self._tables and self._tables[0].cells:
            table = self._tables[0]
            return Place(cell=Cell(table.grid.number, len(table.grid.rows) + 1, table.cells[-1].column))
        self._numbered += 1
        return Place(self._numbered)

    def _line(self, place: Place) -> Pen:
        self._begun += 1
        if self._begun > LINES:
            raise TooLarge(f"超过 {LINES} 行")
        return Pen([(1, place)])

    def _put(self, text: str) -> None:
        """Characters; a blank at the start of a line or behind another one does not count."""
        if not self._paragraphs or not text or any(self._hidden):
            return
        pen = self._paragraphs[-1].pens[-1]
        before = pen.texts[-1] if pen.texts else " "
        text = text[1:] if text[0] == " " and before[-1] == " " else text
        if text:
            pen.texts.append(text)
            pen.length += len(text)

    def _mark(self, text: str) -> None:
        """Characters that count as they are."""
        if self._paragraphs and text and not any(self._hidden):
            pen = self._paragraphs[-1].pens[-1]
            pen.texts.append(text)
            pen.length += len(text)

    def _blanks(self, attributes: dict[str, str]) -> None:
        self._mark(" " * whole(value_of(attributes, "c", "text"), 1, _BLANKS))

    def _tab(self, _attributes: dict[str, str]) -> None:
        self._mark("\t")

    def _break(self, _attributes: dict[str, str]) -> None:
        if self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.pens.append(self._line(paragraph.place))

    def _span(self, attributes: dict[str, str]) -> None:
        self._hidden.append(self._styles.hidden(value_of(attributes, "style-name", "text") or ""))

    def _span_end(self) -> None:
        self._hidden.pop()

    # --- lists ---

    def _list(self, attributes: dict[str, str]) -> None:
        goes_on = value_of(attributes, "continue-numbering", "text") == "true"
        names = (value_of(attributes, name, "text") or "" for name in ("style-name", "continue-list"))
        style, behind = names
        self._lists.begin(style, goes_on, behind, value_of(attributes, "id", "xml") or "")

    def _list_end(self) -> None:
        self._lists.end()

    def _item(self, attributes: dict[str, str]) -> None:
        start = value_of(attributes, "start-value", "text")
        self._lists.item(None if start is None else whole(start, 1))

    # --- tables ---

    def _table(self, _attributes: dict[str, str]) -> None:
        own = self._place is None and not self._tables and not self._aside
        self._made += own
        self._tables.append(_Table(Grid(self._made if own else 0)))

    def _table_end(self) -> None:
        lines = list(self._tables.pop().grid.lines())
        if self._out[-1] and self._out[-1][-1].row and lines and lines[0].row:
            self._out[-1].append(Written())
        self._out[-1] += lines

    def _row(self, attributes: dict[str, str]) -> None:
        if self._tables:
            table = self._tables[-1]
            table.column, table.cells = 1, []
            table.repeated = whole(value_of(attributes, "number-rows-repeated", "table"), 1, _REPEATED)

    def _row_end(self) -> None:
        if self._tables:
            table = self._tables[-1]
            for _time in range(table.repeated if any(line.text.strip() for cell in table.cells for line in cell.lines) else 1):
                table.grid.rows.append((len(table.grid.rows) + 1, table.cells))

    def _cell(self, attributes: dict[str, str]) -> None:
        self._out.append([])
        if not self._tables:
            return
        self._cells += 1
        if self._cells > CELLS:
            raise TooLarge(f"表格超过 {CELLS} 个单元格")
        table = self._tables[-1]
        span = max(1, whole(value_of(attributes, "number-columns-spanned", "table"), 1, COLUMNS))
        rows = whole(value_of(attributes, "number-rows-spanned", "table"), 1)
        table.cells.append(GridCell(table.column, span))
        if rows > 1:
            table.covered[table.column] = (rows - 1, span)
        table.column += max(1, whole(value_of(attributes, "number-columns-repeated", "table"), 1, COLUMNS))

    def _cell_end(self) -> None:
        lines = self._out.pop()
        if self._tables and self._tables[-1].cells:
            self._tables[-1].cells[-1].lines = lines

    def _covered(self, attributes: dict[str, str]) -> None:
        """A place in the grid that a merged cell takes: to the right of it nothing, below it the cell goes on."""
        self._out.append([])
        if not self._tables:
            return
        table = self._tables[-1]
        for column in range(table.column, table.column + max(1, whole(value_of(attributes, "number-columns-repeated", "table"), 1, COLUMNS))):
            left, span = table.covered.get(column, (0, 1))
            if left:
                table.cells.append(GridCell(column, span, above=True))
                table.covered[column] = (left - 1, span)
            table.column = column + 1

    def _covered_end(self) -> None:
        self._out.pop()

    # --- text boxes and notes ---

    def _box(self, _attributes: dict[str, str]) -> None:
        host = self._paragraphs[-1].place if self._paragraphs else self._place or Place()
        self._aside.append(host._replace(part=host.part or TEXT_BOX))
        self._out.append([])

    def _box_end(self) -> None:
        self._aside.pop()
        lines = [line for line in self._out.pop() if line.text.strip()]
        if self._paragraphs:
            self._paragraphs[-1].boxes += lines
        else:
            self._out[-1] += lines

    def _note(self, attributes: dict[str, str]) -> None:
        host = self._paragraphs[-1].place if self._paragraphs else Place()
        kind = ENDNOTE if value_of(attributes, "note-class", "text") == "endnote" else FOOTNOTE
        self._aside.append(host._replace(part=kind))
        self._out.append(self.notes)

    def _note_end(self) -> None:
        self._aside.pop()
        self._out.pop()


_STARTS: dict[str, Callable[[Story, dict[str, str]], None]] = {
    "text:p": Story._paragraph,
    "text:h": Story._heading,
    "text:span": Story._span,
    "text:s": Story._blanks,
    "text:tab": Story._tab,
    "text:line-break": Story._break,
    "text:list": Story._list,
    "text:list-item": Story._item,
    "table:table": Story._table,
    "table:table-row": Story._row,
    "table:table-cell": Story._cell,
    "table:covered-table-cell": Story._covered,
    "draw:text-box": Story._box,
    "draw:custom-shape": Story._box,
    "text:note": Story._note,
}
_ENDS: dict[str, Callable[[Story], None]] = {
    "text:p": Story._paragraph_end,
    "text:h": Story._paragraph_end,
    "text:span": Story._span_end,
    "text:list": Story._list_end,
    "table:table": Story._table_end,
    "table:table-row": Story._row_end,
    "table:table-cell": Story._cell_end,
    "table:covered-table-cell": Story._covered_end,
    "draw:text-box": Story._box_end,
    "draw:custom-shape": Story._box_end,
    "text:note": Story._note_end,
}
