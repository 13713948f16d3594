"""The reader of Word documents: the lines of the body, of headers and footers, of notes, each with its places."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.sources.origins import ENDNOTE, FOOTER, FOOTNOTE, HEADER, Place
from hegao.sources.package.safe_xml import BadXml
from hegao.sources.package.zip_package import BadPackage, Package
from hegao.sources.tabbed_rows import settle_tabs
from hegao.sources.table_grid import Written
from hegao.sources.word.list_numbers import Numbering
from hegao.sources.word.story import Story
from hegao.sources.word.styles import Styles

#: Of the parts with styles and lists, what says nothing of lists or hidden text, which is most of them.
_NO_STYLES = frozenset(
    ["w:latentStyles", "w:docDefaults", "w:name", "w:rFonts", "w:sz", "w:szCs", "w:lang", "w:color", "w:spacing", "w:ind", "w:tabs"]
    + ["w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr"]
)
_NO_LISTS = frozenset(["w:rPr", "w:pPr", "w:lvlJc", "w:nsid", "w:tmpl"])
_NOTES = (("footnotes", FOOTNOTE), ("endnotes", ENDNOTE))


class Word:
    """A Word document read: lines of its ``headers``, its ``body``, its ``notes`` and its ``footers``."""

    def __init__(self, data: bytes) -> None:
        """Read the file; raises ``BadPackage`` or ``TooLarge``, each with a sentence for the user."""
        self._package = Package(data)
        main = self._package.main
        # Most documents have many styles, but lists and hidden text are all that is asked of them.
        numbered = any(self._speaks(name, "numPr") for name in (main, self._name("styles")))
        styled = numbered or self._speaks(self._name("styles"), "vanish")
        self._styles = Styles(self._package.tree(self._name("styles"), _NO_STYLES) if styled else None)
        self._numbering = Numbering(self._package.tree(self._name("numbering"), _NO_LISTS) if numbered else None, self._styles)
        body = self._story(main)
        if body is None:
            raise BadPackage("文件损坏，没有正文；请重新取得文件，或用 Word、WPS 打开后另存")
        settle_tabs(body.lines)
        self.body = body.lines
        self.headers = list(self._page_lines(body, HEADER))
        self.footers = list(self._page_lines(body, FOOTER))
        self.notes = [line for part, kind in _NOTES for line in self._note_lines(body, part, kind)]

    def _speaks(self, name: str, word: str) -> bool:
        """Whether a word stands anywhere in a part, in whatever encoding."""
        data = self._package.read(name) or b""
        return word.encode() in data or word.encode("utf-16-le") in data or word.encode("utf-16-be") in data

    def _name(self, kind: str) -> str:
        """The name of the part of a kind that the main part names."""
        return self._package.named(self._package.main, kind) or f"word/{kind}.xml"

    def _story(self, name: str, place: Place | None = None) -> Story | None:
        """The story in a part; None where there is no such part."""
        data = self._package.read(name)
        if not data:
            return None
        try:
            return Story(name, self._styles, self._numbering, place).read(data)
        except BadXml as error:
            raise BadPackage(f"文件损坏，读不出（{error}）；请重新取得文件，或用 Word、WPS 打开后另存") from error

    def _page_lines(self, body: Story, kind: str) -> Iterator[Written]:
        """The lines of all headers or footers of the pages, each text once."""
        names = {relation.key: relation.name for relation in self._package.relations(self._package.main)}
        parts = dict.fromkeys(names[key] for one, key in body.headers if one == kind and key in names)
        said: set[str] = set()
        for name in parts:
            story = self._story(name, Place(part=kind))
            for line in story.lines if story is not None else ():
                if line.text.strip() and line.text not in said:
                    said.add(line.text)
                    yield line

    def _note_lines(self, body: Story, part: str, kind: str) -> Iterator[Written]:
        """The lines of the notes that the body refers to, in the order in which it does, each once, at the place of its first mark."""
        wanted: dict[str, Place] = {}
        for one, key, place in body.references:
            if one == kind:
                wanted.setdefault(key, place)
        name = self._package.named(self._package.main, part)
        story = self._story(name, Place(part=kind)) if wanted and name is not None else None
        for key, place in wanted.items() if story is not None else ():
            for line in story.notes.get(key, ()) if story is not None else ():
                line.places = tuple((column, place._replace(part=kind)) for column, _place in line.places)
                yield line
