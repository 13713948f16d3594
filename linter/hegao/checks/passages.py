"""Passages: the stretches of running text that rules on marks and words look at, one after the other."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from hegao.checks.base import Edit
from hegao.document.model import Document, Heading, Node, Row, Table
from hegao.sources.patterns import Pattern
from hegao.sources.places import Text

#: Kinds of node whose own text is running text; rows are looked at cell by cell.
TEXT_KINDS = {"title", "heading", "paragraph", "row", "addressee", "attachment", "note", "copies", "imprint", "signature", "entry"}


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
        elif isinstance(node, Table) and any(column.head for column in node.columns):
            yield node.text


@dataclass(slots=True, frozen=True)
class Running:
    """All running text of a document in one string, a passage a line, so that a pattern is run over it once."""

    text: str
    starts: tuple[int, ...]
    passages: tuple[Text, ...]

    def at(self, start: int, end: int) -> Text | None:
        """The text from ``start`` up to ``end`` with its place; None where that is no part of one passage."""
        index = bisect_right(self.starts, start) - 1
        first, passage = self.starts[index], self.passages[index]
        return passage.slice(start - first, end - first) if end - first <= len(passage) else None

    def screened(self, pattern: Pattern) -> Iterator[Text]:
        """The passages in which the pattern is found, each once."""
        last = -1
        for match in pattern.finditer(self.text):
            index = bisect_right(self.starts, match.start()) - 1
            if index != last:
                last = index
                yield self.passages[index]


@lru_cache(maxsize=8)
def running(document: Document, masked: Callable[[str], str] | None = None) -> Running:
    """The running text of a document, each passage ``masked`` by that function; asked for by many rules in a row."""
    passages_ = tuple(document_passages(document))
    values = [masked(text.value) if masked else text.value for text in passages_]
    starts = []
    at = 0
    for value in values:
        starts.append(at)
        at += len(value) + 1
    return Running("\n".join(values), tuple(starts), passages_)


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
