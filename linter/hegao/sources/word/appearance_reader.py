"""How a Word document is set: read from the file a second time, and only where somebody asks.

The first reading says for each character the byte where its element stands; here the type of each such element and the form of its
paragraph are kept by these bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hegao.sources.appearance import Appearance, Form, SetLine, Stretch, Type
from hegao.sources.origins import Origin
from hegao.sources.package.safe_xml import Node, scan, value_of
from hegao.sources.package.zip_package import Package
from hegao.sources.word import properties
from hegao.sources.word.page_numbers import page_numbers
from hegao.sources.word.properties import Properties, Values
from hegao.sources.word.sections import page_of, turns
from hegao.sources.word.styles import Styles
from hegao.sources.word.theme_fonts import theme_fonts

#: Elements that are left out with all that stands in them.
_LEFT_OUT = frozenset(["w:del", "w:moveFrom", "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPr", "w:tblGrid", "w:sdtPr", "mc:Fallback"])
_PROPERTIES = frozenset(["w:pPr", "w:rPr", "w:sectPr"])
#: Elements that characters stand in.
_WRITTEN = frozenset(["w:t", "m:t", "w:sym", "w:noBreakHyphen", "w:tab", "w:ptab"])
_TABS = ("w:tab", "w:ptab")
#: Drawings, by how much of the paragraph lies below them: one that floats stands at its top, one in the line takes the whole of it.
_DRAWN = {"wp:anchor": 1.0, "w:pict": 1.0, "wp:inline": 0.0, "w:object": 0.0}
#: What stands in these does not stand in the text area by itself.
_APART = frozenset(["w:tbl", "w:txbxContent"])


class _Paragraph:
    """A paragraph that is being read: its properties, its elements by their bytes with their runs' properties, and what else is in it."""

    __slots__ = ("elements", "new_page", "node", "ruled", "run", "section")

    def __init__(self) -> None:
        self.node: Node | None = None
        self.run: Node | None = None
        self.elements: list[tuple[int, Node | None, bool]] = []
        self.new_page = False
        self.ruled: float | None = None
        self.section: Node | None = None


class _Entry(NamedTuple):
    """What is known of an element: the index of its paragraph, its type, whether the paragraph begins with it, whether it is a tab."""

    paragraph: int
    type: Type
    first: bool
    tab: bool


class _Reader:
    """Reads the main part: ``forms`` of all paragraphs, ``entries`` by the bytes of elements, ``sections`` by their properties."""

    def __init__(self, known: Properties) -> None:
        self.forms: list[Form] = []
        self.entries: dict[int, _Entry] = {}
        self.sections: list[Node] = []
        self._known = known
        self._open: list[_Paragraph] = []
        self._properties: list[Node] = []
        self._values: list[tuple[int, Values]] = []
        self._skipping = self._apart = self._order = 0
        #: A page break stands behind the last characters.
        self._turned = False

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element begins."""
        if self._skipping or name in _LEFT_OUT:
            self._skipping += 1
        elif self._properties or name in _PROPERTIES:
            node = Node(name, attributes)
            if self._properties:
                self._properties[-1].children.append(node)
            self._properties.append(node)
        elif name == "w:p":
            self._open.append(_Paragraph())
        elif name in _APART:
            self._apart += 1
        elif self._open:
            self._inside(self._open[-1], name, attributes, at)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipping:
            self._skipping -= 1
        elif self._properties:
            node = self._properties.pop()
            if not self._properties:
                self._read(node)
        elif name == "w:p":
            self._close(self._open.pop())
        elif name in _APART:
            self._apart -= 1

    def text(self, _text: str) -> None:
        """Characters are known from the first reading."""

    def _inside(self, paragraph: _Paragraph, name: str, attributes: dict[str, str], at: int) -> None:
        if name == "w:r":
            paragraph.run = None
        elif name in _WRITTEN:
            if self._turned and not self._apart:
                paragraph.new_page |= not paragraph.elements
                self._turned = False
            paragraph.elements.append((at, paragraph.run, name in _TABS))
        elif name == "w:lastRenderedPageBreak" or name == "w:br" and value_of(attributes, "type") == "page":
            self._turned = self._turned or not self._apart
        elif name in _DRAWN:
            paragraph.ruled = _DRAWN[name]

    def _read(self, node: Node) -> None:
        if node.name == "w:sectPr":
            self.sections.append(node)
        elif self._open and node.name == "w:pPr":
            self._open[-1].node = node
            self._open[-1].section = node.first("w:sectPr")
        elif self._open:
            self._open[-1].run = node

    def _close(self, paragraph: _Paragraph) -> None:
        values = self._known.paragraph(paragraph.node)
        alone = not self._apart and values.get("framePr") != "1"
        mark = paragraph.node.first("w:rPr") if paragraph.node is not None else None
        form = Form(
            self._order if alone else None,
            len(self.sections),
            properties.alignment(values),
            properties.length(values, "left"),
            properties.length(values, "right"),
            properties.length(values, "first"),
            properties.spacing(values, None),
            self._known.type(mark, paragraph.node).size,
            values.get("snapToGrid") != "0",
            paragraph.new_page or values.get("pageBreakBefore") == "1" or alone and self._turned and not paragraph.elements,
            values.get("numPr") == "1",
            not paragraph.elements,
            0.0 if values.get("pBdr") == "1" else paragraph.ruled,
        )
        self._order += alone
        for number, (at, run, tab) in enumerate(paragraph.elements):
            self.entries[at] = _Entry(len(self.forms), self._known.type(run, paragraph.node), not number, tab)
        self.forms.append(form)
        if paragraph.section is not None:
            self.sections.append(paragraph.section)


def read_appearance(data: bytes, origins: Sequence[Origin], texts: Sequence[str]) -> Appearance:
    """How the lines with these origins and texts are set, which were read of the file before."""
    package = Package(data)
    styles = package.tree(_part(package, "styles"))
    settings = package.tree(_part(package, "settings"))
    theme = theme_fonts(package.tree(_part(package, "theme", "theme/theme1")), settings)
    known = Properties(Styles(styles), styles.first("w:docDefaults") if styles is not None else None, theme)
    reader = _Reader(known)
    scan(package.read(package.main) or b"", reader.start, reader.end, reader.text)
    numbers = page_numbers(package, reader.sections, known, settings is not None and settings.on("w:evenAndOddHeaders"))
    pages = tuple(page_of(node, settings)._replace(numbers=found) for node, found in zip(reader.sections, numbers, strict=True))
    forms = _with_turns(reader.forms, reader.sections)
    lines = {
        number: line
        for number, (origin, text) in enumerate(zip(origins, texts, strict=True), 1)
        if origin.part == package.main and (line := _set_line(text, origin, forms, reader.entries)) is not None
    }
    return Appearance(pages, lines, tuple(form for form in forms if form.order is not None))


def _part(package: Package, kind: str, name: str = "") -> str:
    return package.named(package.main, kind) or f"word/{name or kind}.xml"


def _with_turns(forms: Sequence[Form], sections: Sequence[Node]) -> list[Form]:
    """The forms; the first of each section begins a page where the section does."""
    turned: list[Form] = []
    for form in forms:
        first = form.page > (turned[-1].page if turned else 0)
        begins = first and (form.page >= len(sections) or turns(sections[form.page]))
        turned.append(form._replace(new_page=True) if begins else form)
    return turned


def _set_line(text: str, origin: Origin, forms: Sequence[Form], entries: Mapping[int, _Entry]) -> SetLine | None:
    """How a line is set; None where no character of it stands in a known element."""
    found = [(stretch, entries[stretch.at]) for stretch in origin.stretches if stretch.at in entries]
    if not found:
        return None
    known = [entry for _stretch, entry in found]
    stretches = tuple(Stretch(stretch.column, stretch.length, entry.type) for stretch, entry in found)
    return SetLine(text, forms[known[0].paragraph], stretches, any(one.first for one in known), any(one.tab for one in known))
