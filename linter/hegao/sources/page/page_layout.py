"""From pages to lines: what is printed by the page is taken out, tables become rows, lines become paragraphs over the page breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hegao.sources.origins import FOOTER, FOOTNOTE, HEADER, Place, Stretch
from hegao.sources.page.page_furniture import take_out
from hegao.sources.page.page_model import GLYPHS, Page
from hegao.sources.page.page_notes import short_rules, take_notes
from hegao.sources.page.paragraphs import Column, Paragraph, column_of, paragraphs
from hegao.sources.page.printed_lines import PrintedLine, printed_lines
from hegao.sources.page.ruled_tables import RuledCell, RuledTable, ruled_tables
from hegao.sources.source import Unreadable
from hegao.sources.tabbed_rows import settle_tabs
from hegao.sources.table_grid import LINES, Grid, GridCell, TooLarge, Written

#: On a page that is a picture fewer characters than this say no more than its number.
_FEW = 20
#: Of the characters of a file so many of a hundred may stand for nothing.
_LOST = 20
#: Columns of two pages that lie so near, in points, are those of one table.
_SAME = 6.0
#: Space between the side of a cell and what stands in it, in points.
_PADDING = 4.0
#: So far the edges of a page may lie from those of all, in sizes.
_SHIFT = 1.2
#: So many lines are left free at the foot of a page where the next one is begun on purpose.
_BEGUN = 4


class PageLines(NamedTuple):
    """What was read: lines of the ``headers``, of the ``body``, of the ``notes`` at the feet of pages, of the ``footers``.

    ``unread`` are the numbers of pages that are pictures without text, or broken.
    """

    headers: list[Written]
    body: list[Written]
    notes: list[Written]
    footers: list[Written]
    unread: tuple[int, ...] = ()

    @property
    def parts(self) -> tuple[list[Written], list[Written], list[Written], list[Written]]:
        """The lines by their parts."""
        return self.headers, self.body, self.notes, self.footers

    def all(self) -> list[Written]:
        """The lines of all parts in their order."""
        return [line for part in self.parts for line in part]


@dataclass(slots=True)
class _Sheet:
    """A page while it is read: its lines outside of tables, its tables, the heights of its short rules, its footnotes."""

    width: float
    height: float
    lines: list[PrintedLine]
    tables: list[RuledTable] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    notes: list[PrintedLine] = field(default_factory=list)


class PageCollector:
    """Takes pages one after the other, and gives the lines of all; of a page that was taken only its lines are kept."""

    def __init__(self, form: str) -> None:
        """Begin without pages of a file of that form, which is named to people."""
        self._form = form
        self._sheets: list[_Sheet] = []
        #: The lines that were printed, by their serials.
        self.printed: list[PrintedLine] = []
        self._glyphs = self._unknown = self._pictures = self._lines = 0
        self._unread: list[int] = []

    def add(self, page: Page, unknown: int = 0) -> None:
        """Take a page, on which so many characters stand for nothing; raises ``TooLarge``."""
        self._glyphs += len(page.glyphs)
        self._unknown += unknown
        pictured = page.picture and len(page.glyphs) < _FEW
        self._pictures += pictured
        if pictured or not page.width:
            self._unread.append(len(self._sheets) + 1)
        if self._glyphs > GLYPHS:
            raise TooLarge(f"{self._form} 超过 {GLYPHS} 个字")
        tables, glyphs = ruled_tables(page)
        lines = printed_lines(glyphs)
        for one in lines:
            self._keep(one)
        self._lines += len(lines)
        if self._lines > LINES:
            raise TooLarge(f"{self._form} 超过 {LINES} 行")
        for cell in (cell for table in tables for cell in table.cells):
            cell.lines, cell.glyphs = printed_lines(cell.glyphs), []
            for one in cell.lines:
                self._keep(one)
        self._sheets.append(_Sheet(page.width, page.height, lines, tables, short_rules(page)))

    def _keep(self, line: PrintedLine) -> None:
        """Count a line of the page that comes next."""
        line.page, line.serial = len(self._sheets) + 1, len(self.printed)
        self.printed.append(line)

    def lines(self) -> PageLines:
        """The lines of all pages; raises ``Unreadable`` where they are pictures, or garbled."""
        sheets = self._sheets
        if self._pictures and self._pictures * 2 >= len(sheets):
            raise Unreadable(f"{self._form} 是扫描的图片，没有文字；要先识别成文字，或用原来的 Word 文件检查")
        if self._unknown * 100 > self._glyphs * _LOST:
            raise Unreadable(f"{self._form} 里的字体没有编码表，读出来是乱码；请用原来的 Word 文件检查，或重新导出")
        furniture = take_out([sheet.lines for sheet in sheets], [sheet.height for sheet in sheets])
        for number, sheet in enumerate(sheets, 1):
            _number(sheet, number)
        columns = _columns(sheets)
        for number, sheet in enumerate(sheets, 1):
            if number in columns and sheet.rules:
                sheet.notes = take_notes(sheet.lines, sheet.rules, columns[number].size)
        notes = [part for sheet in sheets for part in _note_lines(sheet.notes, columns)]
        body = list(_body(sheets, columns))
        while body and not body[-1].text:
            body.pop()
        settle_tabs(body)
        return PageLines(_running(furniture.heads, HEADER), body, notes, _running(furniture.feet, FOOTER), tuple(self._unread))


def _note_lines(lines: Sequence[PrintedLine], columns: dict[int, Column]) -> Iterator[Written]:
    """The footnotes of a page; where one ends, its last line is short."""
    for paragraph in paragraphs(lines, columns):
        line = paragraph.written()
        line.text = line.text.replace("\t", "\u3000")
        line.places = tuple((column, place._replace(part=FOOTNOTE)) for column, place in line.places)
        yield line


def _running(lines: Iterable[PrintedLine], part: str) -> list[Written]:
    place = ((1, Place(part=part)),)
    return [Written(line.text.replace("\t", "\u3000"), False, place, (Stretch(1, len(line.text), line.serial, 0),)) for line in lines]


def _number(sheet: _Sheet, page: int) -> None:
    """Count the lines of a page from above to below, a row of a table as one."""
    tops: list[tuple[float, PrintedLine | RuledTable]] = [(line.top, line) for line in sheet.lines]
    tops += [(top, table) for table in sheet.tables for top in table.rows[:-1]]
    for number, (_top, one) in enumerate(sorted(tops, key=lambda entry: entry[0]), 1):
        if isinstance(one, PrintedLine):
            one.page, one.number = page, number
        else:
            one.numbers.append(number)


def _columns(sheets: Sequence[_Sheet]) -> dict[int, Column]:
    """The column of each page by its number: that of all pages of its width, at the place where it lies on this one."""
    widths: defaultdict[int, list[PrintedLine]] = defaultdict(list)
    for sheet in sheets:
        widths[round(sheet.width)] += sheet.lines
    shared = {width: column_of(lines, width) for width, lines in widths.items()}
    found: dict[int, Column] = {}
    for number, sheet in enumerate(sheets, 1):
        column = shared[round(sheet.width)]
        if column is None:
            continue
        near = [line.left for line in sheet.lines if abs(line.left - column.left) < column.size * _SHIFT]
        shift = min(near, default=column.left) - column.left
        found[number] = column._replace(left=column.left + shift, right=column.right + max(shift, 0.0))
    return found


def _body(sheets: Sequence[_Sheet], columns: dict[int, Column]) -> Iterator[Written]:
    """The lines of the text and of the tables in their order."""
    pending: list[PrintedLine] = []
    grid: Grid | None = None
    edges: list[float] = []
    tables = 0
    bottoms = _bottoms(sheets, columns)

    def flush() -> Iterator[Written]:
        nonlocal grid
        if grid is not None:
            yield from grid.lines()
            yield Written()
            grid = None

    for number, sheet in enumerate(sheets, 1):
        rest = list(sheet.lines)
        for table in sheet.tables:
            before = [line for line in rest if line.baseline <= table.rows[0]]
            rest = rest[len(before) :]
            pending += before
            if pending:
                yield from flush()
                yield from _written(pending, columns, bottoms)
                pending = []
            if grid is None or not _same(edges, table.columns):
                yield from flush()
                tables += 1
                grid, edges = Grid(tables), table.columns
            _add_rows(grid, table, number)
        if rest:
            yield from flush()
        pending += rest
    yield from flush()
    yield from _written(pending, columns, bottoms)


def _bottoms(sheets: Sequence[_Sheet], columns: dict[int, Column]) -> dict[int, float]:
    """Of each page, the free space below its last line, in lines: what the page before or behind has is the measure."""
    lowest = max((sheet.lines[-1].baseline for sheet in sheets if sheet.lines), default=0.0)
    return {number: (lowest - sheet.lines[-1].baseline) / columns[number].pitch for number, sheet in enumerate(sheets, 1) if sheet.lines}


def _same(edges: Sequence[float], others: Sequence[float]) -> bool:
    """Whether two tables have the same columns, though the page may lie elsewhere."""
    if len(edges) != len(others):
        return False
    shift = others[0] - edges[0]
    return all(abs(other - edge - shift) < _SAME for edge, other in zip(edges, others, strict=True))


def _written(lines: Sequence[PrintedLine], columns: dict[int, Column], bottoms: dict[int, float]) -> Iterator[Written]:
    last: Paragraph | None = None
    for paragraph in paragraphs(lines, columns):
        if last is not None:
            page = last.lines[-1].page
            if paragraph.gap or page != paragraph.lines[0].page and bottoms.get(page, 0.0) > _BEGUN:
                yield Written()
        yield paragraph.written()
        last = paragraph


def _add_rows(grid: Grid, table: RuledTable, page: int) -> None:
    """Add the rows of a table on a page to the grid; a cell that goes over several stands in the first."""
    first = len(grid.rows) + 1
    rows: list[list[GridCell]] = [[] for _edge in table.rows[1:]]
    for cell in table.cells:
        lines = list(_cell_lines(cell, page, table.numbers[cell.row]))
        for row in range(cell.row, cell.row + cell.down):
            above = row > cell.row
            rows[row].append(GridCell(cell.column + 1, cell.across, [] if above else lines, above))
    for number, cells in enumerate(rows, first):
        grid.rows.append((number, sorted(cells, key=lambda cell: cell.column)))


def _cell_lines(cell: RuledCell, page: int, number: int) -> Iterator[Written]:
    """The paragraphs of a cell: what would not have found room beside a line goes on from it."""
    room = cell.right - cell.left - 2 * _PADDING
    current: list[PrintedLine] = []
    for line in cell.lines:
        line.text, line.page, line.number = line.text.replace("\t", "\u3000"), page, number
        if current and room - current[-1].width > line.begins + line.size * 0.3:
            yield Paragraph(current).written()
            current = []
        current.append(line)
    if current:
        yield Paragraph(current).written()
