"""Stories: the body, the headers and footers, the notes of a document; each a run of paragraphs and tables, read in one pass.

What a reader sees is kept: insertions, the results of fields, text boxes once.  Left out is what was deleted or moved away, what is
hidden, codes of fields, comments.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hegao.sources.origins import ENDNOTE, FOOTNOTE, TEXT_BOX, Cell, Place
from hegao.sources.package.safe_xml import PROPERTIES, BadXml, Node, scan, value_of
from hegao.sources.table_grid import CELLS, COLUMNS, Grid, GridCell, TooLarge, Written
from hegao.sources.word import running_text
from hegao.sources.word.list_numbers import Numbering
from hegao.sources.word.running_text import Paragraph, RunningText
from hegao.sources.word.styles import Styles

#: Elements that are left out with all that stands in them.
_LEFT_OUT = frozenset(
    ["w:del", "w:moveFrom", "w:instrText", "w:delText", "w:delInstrText", "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPr", "w:tblGrid", "w:tblPrEx", "w:sdtPr", "w:rt", "w:rubyPr", "w:numPicBullet"]
)
#: Properties, which are read as a whole when they end.
_PROPERTIES = frozenset(["w:pPr", "w:trPr", "w:tcPr", "w:sectPr"])
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(slots=True)
class _Row:
    """A row that is being read; ``column`` is where its next cell begins, ``beside`` that the last one only goes on from that before."""

    number: int
    column: int = 1
    deleted: bool = False
    beside: bool = False
    cells: list[GridCell] = field(default_factory=list)


class Story(RunningText):
    """A part read: ``lines`` of its text, ``notes`` by their ids, ``references`` to notes and ``headers`` in the order of the text."""

    def __init__(self, part: str, styles: Styles, numbering: Numbering, place: Place | None = None) -> None:
        """Prepare to read the part of that name; ``place`` is that of all its text where it is not the body."""
        super().__init__(part, styles)
        self.lines: list[Written] = []
        self.notes: dict[str, list[Written]] = {}
        self.references: list[tuple[str, str, Place]] = []
        self.headers: list[tuple[str, str]] = []
        self._numbering, self._place = numbering, place
        self._skipping = self._set = self._cells = self._numbered = self._tables = 0
        self._properties: list[Node] = []
        #: Where finished lines go, the innermost last: the story, a cell, a text box, a note.
        self._out: list[list[Written]] = [self.lines]
        #: By container a paragraph whose mark was deleted: the next one goes on with it.
        self._carried: dict[int, Paragraph] = {}
        self._grids: list[Grid] = []
        self._rows: list[_Row] = []
        self._boxes: list[Place] = []
        self._choices: list[bool] = []

    def read(self, data: bytes) -> Story:
        """Read the content of the part; raises ``BadXml`` and ``TooLarge``."""
        scan(data, self._start, self._end, self._between)
        self._flush()
        return self

    def _start(self, name: str, attributes: dict[str, str], at: int) -> None:
        if self._skipping:
            self._skipping += 1
        elif self._properties:
            self._set += 1
            if self._set > PROPERTIES:
                raise TooLarge("一处设置的格式过多")
            node = Node(name, attributes)
            self._properties[-1].children.append(node)
            self._properties.append(node)
        elif name in _LEFT_OUT:
            self._skipping = 1
        elif name in _PROPERTIES:
            self._set = 0
            self._properties.append(Node(name, attributes))
        else:
            handler = _STARTS.get(name)
            if handler is not None:
                handler(self, attributes, at)

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif self._properties:
            node = self._properties.pop()
            if not self._properties:
                _READ[node.name](self, node)
        else:
            handler = _ENDS.get(name)
            if handler is not None:
                handler(self)

    def _between(self, text: str) -> None:
        if not self._skipping:
            self.characters(text)

    # --- paragraphs ---

    def _paragraph(self, _attributes: dict[str, str], _at: int) -> None:
        place = self._here()
        carried = self._carried.pop(len(self._out), None)
        if carried is not None:
            pen = carried.pens[-1]
            pen.places.append((pen.length + 1, place))
            carried.place, carried.known, carried.mark_deleted = place, False, False
        self._paragraphs.append(carried or Paragraph(place, [self.new_line(place)]))

    def _here(self) -> Place:
        """The place of a paragraph that begins."""
        if self._place is not None:
            return self._place
        if self._boxes:
            return self._boxes[-1]
        if self._grids and self._rows and self._rows[0].cells:
            row, cell = self._rows[0], self._rows[0].cells[-1]
            return Place(cell=Cell(self._grids[0].number, row.number, cell.column))
        self._numbered += 1
        return Place(self._numbered)

    def _paragraph_properties(self, node: Node) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs[-1]
        paragraph.known = True
        mark = node.first("w:rPr")
        paragraph.mark_deleted = mark is not None and (mark.first("w:del") or mark.first("w:moveFrom")) is not None
        if not paragraph.mark_deleted:
            paragraph.label = self._numbering.label(node)
        if node.on("w:pageBreakBefore"):
            paragraph.boxes.append(Written())
        section = node.first("w:sectPr")
        if section is not None:
            paragraph.breaks_behind = True
            self._section(section)

    def _paragraph_end(self) -> None:
        paragraph = self._paragraphs.pop()
        if not paragraph.known:
            paragraph.label = self._numbering.label(None)
        if paragraph.mark_deleted:
            self._carried[len(self._out)] = paragraph
        else:
            self._out[-1] += paragraph.written(self.part)

    def _flush(self) -> None:
        """The end of a container: a paragraph whose mark was deleted stands by itself if none follows."""
        carried = self._carried.pop(len(self._out), None)
        if carried is not None and any(pen.length for pen in carried.pens):
            self._out[-1] += carried.written(self.part)

    # --- tables ---

    def _table(self, _attributes: dict[str, str], _at: int) -> None:
        own = self._place is None and not self._grids and not self._boxes
        self._tables += own
        self._grids.append(Grid(self._tables if own else 0))

    def _table_end(self) -> None:
        lines = list(self._grids.pop().lines())
        if self._out[-1] and self._out[-1][-1].row and lines and lines[0].row:
            self._out[-1].append(Written())
        self._out[-1] += lines

    def _row(self, _attributes: dict[str, str], _at: int) -> None:
        if self._grids:
            self._rows.append(_Row(len(self._grids[-1].rows) + 1))

    def _row_properties(self, node: Node) -> None:
        if self._rows:
            self._rows[-1].deleted = node.first("w:del") is not None
            self._rows[-1].column += _span(node.value("w:gridBefore"), 0)

    def _row_end(self) -> None:
        if self._rows and self._grids:
            row = self._rows.pop()
            self._grids[-1].rows.append((row.number, [] if row.deleted else row.cells))

    def _cell(self, _attributes: dict[str, str], _at: int) -> None:
        if not self._rows:
            raise BadXml("表格的单元格不在行里")
        self._cells += 1
        if self._cells > CELLS:
            raise TooLarge(f"表格超过 {CELLS} 个单元格")
        row = self._rows[-1]
        row.cells.append(GridCell(row.column))
        row.column += 1
        self._out.append([])

    def _cell_properties(self, node: Node) -> None:
        if self._rows and self._rows[-1].cells:
            row, cell = self._rows[-1], self._rows[-1].cells[-1]
            cell.span = max(1, _span(node.value("w:gridSpan"), 1))
            row.column = cell.column + cell.span
            cell.above = _goes_on(node.first("w:vMerge"))
            if _goes_on(node.first("w:hMerge")):
                # Merged with the cell beside it, as old programs say it: what stands in it is not shown.
                self._rows[-1].beside = True

    def _cell_end(self) -> None:
        if self._rows and self._rows[-1].cells:
            self._flush()
            row = self._rows[-1]
            lines = self._out.pop()
            row.cells[-1].lines = [] if row.beside else lines
            row.beside = False

    # --- text boxes, alternatives, notes, sections ---

    def _box(self, _attributes: dict[str, str], _at: int) -> None:
        host = self._paragraphs[-1].place if self._paragraphs else Place()
        self._boxes.append(host._replace(part=host.part or TEXT_BOX))
        self._fields.append([])
        self._out.append([])

    def _box_end(self) -> None:
        self._flush()
        self._boxes.pop()
        self._fields.pop()
        lines = self._out.pop()
        while lines and not lines[-1].text.strip():
            lines.pop()
        if self._paragraphs:
            self._paragraphs[-1].boxes += lines
        else:
            self._out[-1] += lines

    def _alternatives(self, _attributes: dict[str, str], _at: int) -> None:
        self._choices.append(False)

    def _alternatives_end(self) -> None:
        self._choices.pop()

    def _choice(self, _attributes: dict[str, str], _at: int) -> None:
        """One of several ways to show the same; the first is the one that a reader of today sees."""
        if self._choices and self._choices[-1]:
            self._skipping = 1
        elif self._choices:
            self._choices[-1] = True

    def _note(self, attributes: dict[str, str], _at: int) -> None:
        if value_of(attributes, "type") in _SEPARATORS:
            self._skipping = 1
            return
        self._out.append(self.notes.setdefault(value_of(attributes, "id") or "", []))

    def _note_end(self) -> None:
        self._flush()
        self._out.pop()

    def _footnote_mark(self, attributes: dict[str, str], _at: int) -> None:
        self._mark(FOOTNOTE, attributes)

    def _endnote_mark(self, attributes: dict[str, str], _at: int) -> None:
        self._mark(ENDNOTE, attributes)

    def _mark(self, kind: str, attributes: dict[str, str]) -> None:
        place = self._paragraphs[-1].place if self._paragraphs else Place()
        self.references.append((kind, value_of(attributes, "id") or "", place))

    def _section(self, node: Node) -> None:
        for one in node.all("w:headerReference", "w:footerReference"):
            self.headers.append((one.name[2:8], value_of(one.attributes, "id", "r") or ""))


def _goes_on(merge: Node | None) -> bool:
    """Whether a cell goes on from another one."""
    return merge is not None and merge.get("val") != "restart"


def _span(text: str | None, default: int) -> int:
    """A number of columns as the file has it."""
    return min(int(text), COLUMNS) if text is not None and text.isdecimal() and len(text) < 10 else default


_STARTS: dict[str, Callable[[Story, dict[str, str], int], None]] = {
    **running_text.STARTS,
    "w:p": Story._paragraph,
    "w:tbl": Story._table,
    "w:tr": Story._row,
    "w:tc": Story._cell,
    "w:txbxContent": Story._box,
    "mc:AlternateContent": Story._alternatives,
    "mc:Choice": Story._choice,
    "mc:Fallback": Story._choice,
    "w:footnote": Story._note,
    "w:endnote": Story._note,
    "w:footnoteReference": Story._footnote_mark,
    "w:endnoteReference": Story._endnote_mark,
}
_ENDS: dict[str, Callable[[Story], None]] = {
    **running_text.ENDS,
    "w:p": Story._paragraph_end,
    "w:tbl": Story._table_end,
    "w:tr": Story._row_end,
    "w:tc": Story._cell_end,
    "w:txbxContent": Story._box_end,
    "mc:AlternateContent": Story._alternatives_end,
    "w:footnote": Story._note_end,
    "w:endnote": Story._note_end,
}
_READ: dict[str, Callable[[Story, Node], None]] = {
    "w:pPr": Story._paragraph_properties,
    "w:trPr": Story._row_properties,
    "w:tcPr": Story._cell_properties,
    "w:sectPr": Story._section,
}
