"""The parts of a document as they are set (排版): which element a line is, with its form and its types.

Only what stands in the file as lines with a form is given; rows of tables and annexed texts are left out, but for the mark and the title
over an annexed text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from hegao.document.model import Document, File, Heading, Part
from hegao.document.nodes import Paragraph
from hegao.phrases.han import is_han
from hegao.sources.appearance import CENTRE, RIGHT, Appearance, SetLine, Type
from hegao.sources.text import Text

#: The parts by their names in rule files, and how they are called.
PARTS = {
    "masthead": "发文机关标志",
    "number": "发文字号",
    "title": "标题",
    "addressee": "主送机关",
    "body": "正文",
    "heading-1": "一级标题",
    "heading-2": "二级标题",
    "heading-3": "三级标题",
    "heading-4": "四级标题",
    "attachment": "附件说明",
    "signature": "署名",
    "date": "成文日期",
    "note": "附注",
    "copies": "抄送机关",
    "imprint": "印发机关和日期",
    "annex-mark": "附件序号",
    "annex-title": "附件标题",
}
#: Headings of these styles have fonts of their own, by the part that they are.
_HEADINGS = {"han": "heading-1", "han-paren": "heading-2", "digit": "heading-3", "digit-paren": "heading-4"}
_STOPS = "。；;：:，,"
#: Behind these no line is of the body, whatever it is.
_CLOSING = ("signature", "note", "copies", "imprint")


class Piece(NamedTuple):
    """A line of a part, or what of it belongs to the part: its words, how it is set, its types by how many Chinese characters have them.

    ``number`` is that of the line.
    """

    part: str
    text: Text
    number: int
    line: SetLine
    types: Counter[Type]

    @property
    def type(self) -> Type | None:
        """The type that most of its Chinese characters have; None where it has none."""
        return self.types.most_common(1)[0][0] if self.types else None


class SetDocument(NamedTuple):
    """A document as it is set: how its file is, its pieces in the order of the text."""

    appearance: Appearance
    pieces: tuple[Piece, ...]

    def of(self, *parts: str) -> list[Piece]:
        """The pieces of some parts."""
        return [piece for piece in self.pieces if piece.part in parts]


def appearance_of(file: File) -> Appearance | None:
    """How the file is set; None where it does not say.  It is read here, which takes as long as reading the text."""
    layout = file.layout
    return layout.appearance(layout.origins) if layout is not None and layout.appearance is not None else None


def set_document(document: Document, appearance: Appearance) -> SetDocument:
    """The document with the form and the types of its lines."""
    found = [piece for part, text in _texts(document) for piece in _pieces(part, text, appearance)]
    end = min((piece.number for piece in found if piece.part in _CLOSING), default=0)
    kept = [piece for piece in found if piece.part != "body" or _runs(piece) and not 0 < end < piece.number]
    return SetDocument(appearance, tuple(sorted(kept, key=lambda piece: (piece.number, piece.text.place(0)[1]))))


def _runs(piece: Piece) -> bool:
    """Whether a line of the body is running text: what is centred is a title or a caption."""
    return piece.line.form.alignment not in (CENTRE, RIGHT)


def _texts(document: Document) -> Iterator[tuple[str, Text]]:
    """The texts of the parts."""
    for part, nodes in (
        ("masthead", document.masthead),
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


def _pieces(part: str, text: Text, appearance: Appearance) -> Iterator[Piece]:
    """What of a text stands on each line."""
    starts = [piece.offset for piece in text.pieces]
    whole: dict[int, tuple[int, int]] = {}
    types: dict[int, Counter[Type]] = {}
    for (offset, number, column), end in zip(text.pieces, [*starts[1:], len(text)], strict=True):
        line = appearance.lines.get(number)
        if line is None or end <= offset:
            continue
        whole[number] = (whole[number][0] if number in whole else offset, end)
        counted = types.setdefault(number, Counter())
        for stretch in line.stretches:
            first, last = max(stretch.column, column), min(stretch.column + stretch.length, column + end - offset)
            counted[stretch.type] += sum(1 for c in text.value[first - column + offset : last - column + offset] if is_han(c))
    for number, span in whole.items():
        yield Piece(part, text.slice(*span), number, appearance.lines[number], +types[number])
