"""The outline of a text, so that two trees can be compared: documents, their elements, headings, tables, tasks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from hegao.document.model import Document, File, Heading, Node, Table, Task
from hegao.engine.findings.finding import FixEdit
from hegao.sources.text import Text

#: A node: its kind, what tells it from others of the kind, its line, its text without white space.
Item = tuple[str, tuple[object, ...], int, str]
_Edits = dict[int, list[tuple[int, int, str]]]


def outline(file: File, edits: Iterable[FixEdit] = ()) -> list[Item]:
    """The outline of a file as it was read, with ``edits`` (within lines) made in the texts of its nodes.

    What is only mentioned in running text (numbers, dates, citations) and marks of a conversion are left out.
    """
    by_line: _Edits = {}
    for edit in sorted(edits, key=lambda edit: (edit.span, edit.text)):
        by_line.setdefault(edit.span.line, []).append((edit.span.column, edit.span.end_column, edit.text))
    items: list[Item] = [("file", (file.kind, len(file.documents), len(file.contents)), 0, "")]
    for document in file.documents:
        items += (_item(node, by_line) for node in _nodes(document))
    return items


def _nodes(document: Document) -> Iterator[Node]:
    """The nodes that make up the structure, in a fixed order."""
    for node in document.walk():
        if node.kind not in ("number", "date", "citation", "markup", "document"):
            yield node


def _item(node: Node, edits: _Edits) -> Item:
    telling: tuple[object, ...] = ()
    if isinstance(node, Heading):
        telling = (node.style, node.level, node.number, node.parent.line if node.parent else 0, len(edited(node.body, edits)))
    elif isinstance(node, Table):
        telling = (len(node.rows), tuple(column.role for column in node.columns))
    elif isinstance(node, Task):
        telling = (node.form, node.measure.line, tuple(len(units) for units in (node.lead, node.coop, node.responsible)))
    return node.kind, telling, node.line, edited(node.text, edits)


def edited(text: Text, edits: _Edits) -> str:
    """The text without white space as it reads when the edits are made."""
    ends = (*(piece.offset for piece in text.pieces[1:]), len(text.value))
    parts: list[str] = []
    for piece, end in zip(text.pieces, ends, strict=True):
        parts += _piece(text.value[piece.offset : end], piece.column, edits.get(piece.line, ()))
    return "".join("".join(parts).split())


def _piece(value: str, column: int, edits: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    """A stretch of one line that starts at ``column``, with those of the edits, in their order, made that lie in it."""
    at = 0
    for start, end, replacement in islice(edits, bisect_left(edits, (column,)), None):
        first, last = start - column, end - column
        if first > len(value):
            break
        if first < at or last > len(value):
            continue
        yield value[at:first]
        yield replacement
        at = last
    yield value[at:]
