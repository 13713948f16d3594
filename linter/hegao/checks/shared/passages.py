"""Passages: the stretches of running text that rules on marks and words look at, one after the other."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from hegao.checks.base import Edit
from hegao.checks.shared.marked_lines import lines_with
from hegao.document.model import Document, Heading, Node, Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: Kinds of node whose own text is running text; rows are looked at cell by cell.
TEXT_KINDS = {"title", "heading", "paragraph", "row", "addressee", "attachment", "note", "copies", "imprint", "signature", "entry"}


def passages(node: Node) -> list[Text]:
    """The texts of a node: the cells of a row, a heading with what runs on behind it, else its text."""
    if isinstance(node, Row):
        return [cell for cell in node.cells if cell.value]
    if isinstance(node, Heading):
        return [node.body if node.runs_on else node.text]
    return [node.text] if node.text.value else []


def document_passages(document: Document) -> Iterator[Text]:
    """The running texts of a whole document, in order of the file."""
    for node in document.walk():
        if node.kind in TEXT_KINDS:
            yield from passages(node)
        elif isinstance(node, Table) and any(column.head for column in node.columns):
            yield node.text


class Running(NamedTuple):
    """All running text of a document in one string, a passage a line, so that a pattern is run over it once."""

    text: str
    starts: Sequence[int]
    passages: tuple[Text, ...]

    def at(self, start: int, end: int) -> Text | None:
        """The text from ``start`` up to ``end`` with its place; None where that is no part of one passage."""
        index = bisect_right(self.starts, start) - 1
        first, passage = self.starts[index], self.passages[index]
        return passage.slice(start - first, end - first) if end - first <= len(passage) else None

    def screened(self, marks: Sequence[Pattern]) -> Iterator[tuple[Text, str]]:
        """The passages in which one of the marks is found, each once, with what the string has of them."""
        for start, end in lines_with(self.text, marks):
            yield self.passages[bisect_right(self.starts, start) - 1], self.text[start:end]


@lru_cache(maxsize=8)
def running(document: Document, masked: Callable[[str], str] | None = None) -> Running:
    """The running text of a document, ``masked`` by that function; asked for by many rules in a row."""
    if masked is not None:
        plain = running(document)
        return plain._replace(text=masked(plain.text))
    passages_ = tuple(document_passages(document))
    values = [text.value for text in passages_]
    starts = [0, *accumulate(len(value) + 1 for value in values)]
    return Running("\n".join(values), starts[: len(values)], passages_)


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
