"""Passages: the stretches of running text that rules on marks and words look at, one after the other."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from hegao.checks.base import Context, Edit
from hegao.checks.shared.masking import mask_codes, mask_names
from hegao.document.model import Document, Heading, Node, Paragraph, Row, Table
from hegao.sources.scanner import Scanner
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


def document_passages(document: Document) -> Iterator[tuple[Node, Text]]:
    """The running texts of a whole document, in order of the file, each with the node that it is of."""
    for node in document.walk():
        if node.kind in TEXT_KINDS:
            for text in passages(node):
                yield node, text
        elif isinstance(node, Table) and any(column.head for column in node.columns):
            yield node, node.text


class Found(NamedTuple):
    """What a pattern found: the node and the passage, the match within it, where the passage begins in the running text."""

    node: Node
    passage: Text
    match: re.Match[str]
    offset: int

    def at(self, group: int | str = 0) -> Text:
        """What a group of the pattern found, with its place."""
        return self.passage.slice(*self.match.span(group))

    def sentence(self) -> str:
        """The sentence around it, up to the full stops on both sides."""
        value = self.match.string
        end = value.find("。", self.match.end() - 1)
        return value[value.rfind("。", 0, self.match.start()) + 1 : end if end >= 0 else len(value)]


class Running:
    """Running text: passages, a line for each in ``text``, so that a pattern is sought in all of them at once."""

    __slots__ = ("_nodes", "_passages", "_starts", "text")

    def __init__(self, text: str, nodes: Sequence[Node], passages: Sequence[Text], starts: Sequence[int]) -> None:
        """Take the passages with their nodes, the lines that stand for them and where these begin."""
        self.text = text
        self._nodes = nodes
        self._passages = passages
        self._starts = starts

    @staticmethod
    def of(several: Iterable[tuple[Node, Text]]) -> Running:
        """The running text of passages, each given with the node that it is of."""
        nodes, passages = zip(*several, strict=True) if (several := tuple(several)) else ((), ())
        values = [text.value for text in passages]
        starts = [0, *accumulate(len(value) + 1 for value in values)]
        return Running("\n".join(values), nodes, passages, starts[: len(values)])

    def masked(self, mask: Callable[[str], str]) -> Running:
        """The same with other words, each line as long as it was."""
        return Running(mask(self.text), self._nodes, self._passages, self._starts)

    def each(self) -> Iterator[tuple[Text, str]]:
        """The passages, each with the line that stands for it."""
        # Without any the text is one empty line.
        return zip(self._passages, self.text.split("\n"), strict=False)

    def lines(self) -> Iterator[tuple[Node, Text, str]]:
        """The same, each with the node that it is of."""
        return zip(self._nodes, self._passages, self.text.split("\n"), strict=False)

    def spoken(self) -> Mapping[Node, str]:
        """The line that stands for a heading or a paragraph, which have one passage each; none for one that is empty."""
        # Without any passage the text is one empty line.
        lines = zip(self._nodes, self.text.split("\n"), strict=False)
        return {node: line for node, line in lines if isinstance(node, Heading | Paragraph)}

    def at(self, start: int, end: int) -> Text:
        """What stands from ``start`` up to ``end`` of ``text``, within one line, with its place."""
        index = bisect_right(self._starts, start) - 1
        return self._passages[index].slice(start - self._starts[index], end - self._starts[index])

    def node_at(self, start: int) -> Node:
        """The node in whose passage that place of ``text`` lies."""
        return self._nodes[bisect_right(self._starts, start) - 1]

    def find(self, pattern: Scanner, *kinds: str) -> Iterator[Found]:
        """All that a pattern finds, passage by passage; of nodes of these kinds only, where some are given."""
        for start, match in pattern.hits(self.text):
            index = bisect_right(self._starts, start) - 1
            if not kinds or self._nodes[index].kind in kinds:
                yield Found(self._nodes[index], self._passages[index], match, start)

    def find_where_unlike(self, other: Running, pattern: Scanner) -> Iterator[Found]:
        """The same in the passages whose lines are others in the other reading of the text only."""
        lines = zip(self.text.split("\n"), other.text.split("\n"), strict=True)
        for node, passage, start, (line, beside) in zip(self._nodes, self._passages, self._starts, lines, strict=False):
            if line != beside:
                for _start, match in pattern.hits(line):
                    yield Found(node, passage, match, start)

    def nodes(self, pattern: Scanner) -> frozenset[Node]:
        """The nodes in whose passages a pattern is found."""
        return frozenset(self._nodes[bisect_right(self._starts, start) - 1] for start, _end in pattern.lines(self.text))

    def bearing(self, pattern: Scanner, *kinds: str) -> Iterator[tuple[Text, str]]:
        """The passages in which a pattern is found, each with the line that stands for it; kinds as above."""
        for start, end in pattern.lines(self.text):
            index = bisect_right(self._starts, start) - 1
            if not kinds or self._nodes[index].kind in kinds:
                yield self._passages[index], self.text[start:end]


def running(context: Context) -> Running:
    """The running text of a document as it stands; to be asked for by ``context.once``, as those below."""
    return Running.of(document_passages(context.document))


def bodies(context: Context) -> Running:
    """What each heading and paragraph of the parts says, with all that runs on behind a heading."""
    told = context.document.of("heading", "paragraph")
    return Running.of((node, node.body) for node in told if isinstance(node, Heading | Paragraph))


def running_without_names(context: Context) -> Running:
    """The running text with titles, quotations, numbers of documents and addresses masked."""
    return context.once(running).masked(mask_names)


def spoken_without_names(context: Context) -> Mapping[Node, str]:
    """What each heading and paragraph says in the running text without names, with all that runs on behind a heading."""
    return context.once(running_without_names).spoken()


def running_words(context: Context) -> Running:
    """The running text with codes, file names, decimals and times masked, too."""
    return context.once(running_without_names).masked(mask_codes)


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


def set_apart(at: Text) -> bool:
    """Whether blanks stand between the letters of a place, as in names of persons: 江　川　县财政局局长."""
    span = at.span()
    return span.line == span.end_line and span.end_column - span.column != len(at)
