"""The parts of a document as they are set (排版): which element a line is, with its form and its types.

Only what stands in the file as lines with a form is given; rows of tables and annexed texts are left out, but for the mark and the title
over an annexed text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from hegao.document.model import Document, File, Heading, Part
from hegao.document.nodes import Paragraph
from hegao.phrases.han import is_han
from hegao.sources.appearance import CENTRE, POINTS_PER_MM, RIGHT, Appearance, Form, Page, SetLine, Type
from hegao.sources.text import Text
from hegao.words.vocabulary import about_words, element_words, genre_names

#: Headings of these styles have fonts of their own, by the part that they are.
_HEADINGS = {"han": "heading-1", "han-paren": "heading-2", "digit": "heading-3", "digit-paren": "heading-4"}
_STOPS = "。；;：:，,"
#: No title is set larger, in points: 1号.
_LARGEST_TITLE = 26.0
#: Behind these no line is of the body, whatever it is.
_CLOSING = ("signature", "note", "copies", "imprint")


class Run(NamedTuple):
    """Characters of a piece in one type."""

    text: Text
    type: Type


class Piece(NamedTuple):
    """A line of a part, or what of it belongs to the part: its words, how it is set, its words by their types.

    ``number`` is that of the line; ``begins`` says that the part begins on it, ``whole`` that nothing stands before it there.
    """

    part: str
    text: Text
    number: int
    line: SetLine
    runs: tuple[Run, ...]
    begins: bool
    whole: bool

    @property
    def size(self) -> float:
        """The size that most of its characters have."""
        return self.type.size if self.type is not None else self.line.form.size

    @property
    def type(self) -> Type | None:
        """The type that most of its Chinese characters have; None where it has none."""
        counts: Counter[Type] = Counter()
        for run in self.runs:
            counts[run.type] += sum(map(is_han, run.text.value))
        return max(counts, key=lambda one: counts[one]) if any(counts.values()) else None


class SetDocument(NamedTuple):
    """A document as it is set: how its file is, its pieces in the order of the text."""

    appearance: Appearance
    pieces: tuple[Piece, ...]

    def of(self, *parts: str) -> list[Piece]:
        """The pieces of some parts."""
        return [piece for piece in self.pieces if piece.part in parts]

    def page_of(self, form: Form) -> Page | None:
        """The page of the section that a paragraph stands in."""
        pages = self.appearance.pages
        return pages[min(form.page, len(pages) - 1)] if pages else None

    def width_at(self, piece: Piece) -> float:
        """The width of the text area where a piece stands, in widths of a character of its size; 0 where the file does not say."""
        page = self.page_of(piece.line.form)
        return page.text_width * POINTS_PER_MM / piece.size if page is not None else 0.0


def appearance_of(file: File) -> Appearance | None:
    """How the file is set; None where it does not say.  It is read here, which takes as long as reading the text."""
    layout = file.layout
    return layout.appearance() if layout is not None and layout.appearance is not None else None


def set_document(document: Document, appearance: Appearance) -> SetDocument:
    """The document with the form and the types of its lines."""
    found = [piece for part, text in _texts(document) for piece in _pieces(part, text, appearance)]
    found = [piece._replace(part="masthead") if piece.part == "title" and _is_mark(piece, document) else piece for piece in found]
    end = min((piece.number for piece in found if piece.part in _CLOSING), default=0)
    kept = [piece for piece in found if piece.part != "body" or _runs(piece) and not 0 < end < piece.number]
    return SetDocument(appearance, tuple(sorted(kept, key=lambda piece: (piece.number, piece.text.place(0)[1]))))


def _runs(piece: Piece) -> bool:
    """Whether a line of the body is running text: what is centred is a title or a caption."""
    return piece.line.form.alignment not in (CENTRE, RIGHT)


def _texts(document: Document) -> Iterator[tuple[str, Text]]:
    """The texts of the parts."""
    for line in document.masthead:
        part = _masthead_part(line.text.value)
        if part is not None:
            yield part, line.text
    for part, nodes in (
        ("title", [document.title]),
        ("number", [document.number]),
        ("addressee", [document.addressee]),
        ("signature", document.signatures),
        ("note", document.notes),
        ("copies", document.copies),
        ("imprint", document.imprints),
    ):
        yield from ((part, node.text) for node in nodes if node is not None)
    if document.date is not None and document.date.role == "issue":
        yield "date", document.date.text
    yield from (("attachment", attachment.written or attachment.text) for attachment in document.attachments)
    for text in document.parts:
        if text.role == "main":
            yield from _body(text)
        elif text.mark is not None:
            yield "annex-mark", text.mark
            if text.title is not None:
                yield "annex-title", text.title.text


def _masthead_part(line: str) -> str | None:
    """What a line of the masthead (版头) is: the mark of the agency, of secrecy or urgency; None for who signs it."""
    if line.startswith(element_words("signer")):
        return None
    return "mark" if line.startswith((*element_words("secrecy"), *element_words("urgency"))) else "masthead"


def _is_mark(title: Piece, document: Document) -> bool:
    """Whether the title of an order or of minutes (命令、纪要) is the mark of the agency: it says no subject and is larger than any title."""
    return document.genre in genre_names("mark") and title.size > _LARGEST_TITLE and not any(word in title.text.value for word in about_words())


def _body(part: Part) -> Iterator[tuple[str, Text]]:
    for node in part.nodes:
        if isinstance(node, Paragraph):
            yield "body", node.text
        elif isinstance(node, Heading):
            yield from _heading(node)


def _heading(heading: Heading) -> Iterator[tuple[str, Text]]:
    """A heading and what runs on behind it; a numbered paragraph that is one whole sentence may be set as either."""
    part = _HEADINGS.get(heading.style)
    if heading.runs_on:
        yield from ((part, heading.text) for part in (part,) if part is not None)
        yield "body", heading.body.slice(len(heading.text)).strip(_STOPS)
    elif part is not None and not heading.text.value.endswith(tuple(_STOPS)):
        yield part, heading.text
    elif heading.style == "article":
        yield "body", heading.text


def _pieces(part: str, text: Text, appearance: Appearance) -> Iterator[Piece]:
    """What of a text stands on each line."""
    bounds = [(*piece, end) for piece, end in zip(text.pieces, [*(one.offset for one in text.pieces[1:]), len(text)], strict=True)]
    for number, several in groupby(bounds, key=lambda bound: bound[1]):
        stretches = list(several)
        line = appearance.lines.get(number)
        words = text.slice(stretches[0][0], stretches[-1][3])
        if line is None or not words:
            continue
        runs = [
            Run(text.slice(first - column + offset, last - column + offset), stretch.type)
            for offset, _number, column, end in stretches
            for stretch in line.stretches
            if (first := max(stretch.column, column)) < (last := min(stretch.column + stretch.length, column + end - offset))
        ]
        whole = not line.text[: words.place(0)[1] - 1].strip()
        yield Piece(part, words, number, line, tuple(runs), stretches[0][0] == 0, whole)
