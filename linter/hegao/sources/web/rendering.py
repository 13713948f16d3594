"""Rendering: elements become lines as a browser breaks them; tables become rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hegao.sources.origins import Cell, Place
from hegao.sources.table_grid import CELLS, COLUMNS, Grid, GridCell, TooLarge, Written
from hegao.sources.web.elements import Element

#: White space of the source; the wide and the hard blanks of the text are none.
_SPACE = re.compile("[ \t\r\n\f]+")
_BLANK = " \xa0\u2002\u2003\u3000\u200b"
_PARTS = frozenset(["thead", "tbody", "tfoot"])


@dataclass(slots=True)
class Renderer:
    """What was rendered so far: ``lines``, and how many of them are nothing but links (``links``, by their indexes)."""

    lines: list[Written] = field(default_factory=list)
    links: set[int] = field(default_factory=set)
    #: Where the text stands that is rendered now; None: in paragraphs that are counted.
    place: Place | None = None
    paragraphs: int = 0
    tables: int = 0
    cells: int = 0
    _pieces: list[str] = field(default_factory=list)
    _linked: int = 0
    _begun: bool = False

    def render(self, element: Element, link: bool = False, skipped: frozenset[Element] = frozenset()) -> None:
        """Add the lines of an element, but for what a reader does not see and for elements that are ``skipped``."""
        if element.unseen or element in skipped:
            return
        if element.name == "table":
            self.end()
            self._table(element, skipped)
            return
        if element.name == "br":
            self._break()
            return
        if element.block:
            self.end()
        for child in element.children:
            if isinstance(child, Element):
                self.render(child, link or child.name == "a", skipped)
            elif element.name == "pre":
                self._preformatted(child, link)
            else:
                self._add(_SPACE.sub(" ", child), link)
        if element.block:
            if element.name in ("p", "hr") and not self._begun and not "".join(self._pieces).strip(_BLANK):
                self.lines.append(Written())
            self.end()

    def end(self) -> None:
        """The end of a block: what was begun becomes a line."""
        self._break()
        while len(self.lines) > 1 and self._begun and not self.lines[-1].text:
            self.lines.pop()
        self._begun = False

    def _preformatted(self, text: str, link: bool) -> None:
        first, *rest = text.replace("\r\n", "\n").split("\n")
        self._add(first, link)
        for line in rest:
            self._break()
            self._add(line, link)

    def _add(self, text: str, link: bool) -> None:
        if not self._pieces or self._pieces[-1].endswith(" "):
            text = text.lstrip(" ")
        if text:
            self._pieces.append(text)
        if link:
            self._linked += len(text.strip())

    def _break(self) -> None:
        """Write the line that was begun; an empty one where a break follows another."""
        text, linked = "".join(self._pieces).rstrip(" "), self._linked
        self._pieces, self._linked = [], 0
        if not text.strip(_BLANK):
            if self._begun and self.lines and self.lines[-1].text:
                self.lines.append(Written())
            return
        if self.place is None and not self._begun:
            self.paragraphs += 1
        self._begun = True
        if linked * 10 >= len(text.strip()) * 9:
            self.links.add(len(self.lines))
        self.lines.append(Written(text, False, ((1, self.place or Place(self.paragraphs)),)))

    def _table(self, table: Element, skipped: frozenset[Element]) -> None:
        """Render a table: its cells by themselves, then its rows."""
        own = self.place is None
        self.tables += own
        grid = Grid(self.tables if own else 0)
        down: dict[int, int] = {}
        for number, row in enumerate(_rows(table), 1):
            grid.rows.append((number, list(self._row(row, number, grid, down, skipped))))
        for caption in table.elements:
            if caption.name == "caption":
                self.render(caption)
        if self.lines and self.lines[-1].row:
            self.lines.append(Written())
        self.lines += grid.lines()

    def _row(self, row: Element, number: int, grid: Grid, down: dict[int, int], skipped: frozenset[Element]) -> Iterator[GridCell]:
        """The cells of a row, those that go on from above among them; ``down`` says for how many rows each column does."""
        column = 1
        for element in row.elements:
            if element.name not in ("td", "th") or element.unseen:
                continue
            while down.get(column, 0):
                yield self._going_on(column, down)
                column += 1
            if column > COLUMNS:
                break
            self.cells += 1
            if self.cells > CELLS:
                raise TooLarge(f"表格超过 {CELLS} 个单元格")
            span = min(element.number("colspan"), COLUMNS - column + 1)
            place = self.place or Place(cell=Cell(grid.number, number, column))
            inner = Renderer(place=place, cells=self.cells)
            for child in element.children:
                if isinstance(child, Element):
                    inner.render(child, child.name == "a", skipped)
                else:
                    inner._add(_SPACE.sub(" ", child), False)
            inner.end()
            self.cells = inner.cells
            for spanned in range(column, column + span):
                down[spanned] = element.number("rowspan") - 1
            yield GridCell(column, span, inner.lines)
            column += span
        for left in sorted(down):
            if left >= column and down[left]:
                yield self._going_on(left, down)

    def _going_on(self, column: int, down: dict[int, int]) -> GridCell:
        down[column] -= 1
        return GridCell(column, above=True)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, not those of tables in it."""
    for child in table.elements:
        if child.name == "tr":
            yield child
        elif child.name in _PARTS and not child.unseen:
            yield from (row for row in child.elements if row.name == "tr")
