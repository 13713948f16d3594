"""Passages: the stretches of running text that rules on marks and words look at, one after the other."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao.checks.base import Edit
from hegao.document.model import Document, Heading, Node, Row
from hegao.sources.places import Text

#: Kinds of node whose own text is running text; rows are looked at cell by cell.
TEXT_KINDS = {"title", "heading", "paragraph", "row", "addressee", "attachment", "note", "copies", "imprint", "entry"}


def passages(node: Node) -> Iterator[Text]:
    """The texts of a node: the cells of a row, a heading with what runs on behind it, else its text."""
    if isinstance(node, Row):
        yield from (cell for cell in node.cells if cell)
    elif isinstance(node, Heading):
        yield node.body if node.runs_on else node.text
    elif node.text:
        yield node.text


def document_passages(document: Document) -> Iterator[Text]:
    """The running texts of a whole document, in order of the file."""
    for node in document.walk():
        if node.kind in TEXT_KINDS:
            yield from passages(node)


def in_force(document: Document, since: str) -> bool:
    """Whether a norm in force since that day (YYYY-MM-DD) binds the document; one without a date is taken as new."""
    issued = document.issued
    return issued is None or issued >= datetime.date.fromisoformat(since)


def edit_at(at: Text, replacement: str, safe: bool = True) -> tuple[Edit, ...]:
    """The replacement of ``at``, unless its characters lie apart in the file: then none."""
    span = at.span()
    if span.line != span.end_line or span.end_column - span.column != len(at):
        return ()
    return (Edit(at, replacement, safe),)
