"""The model that rules see: a file, its documents, their parts; and all nodes under one name.

``walk`` gives all nodes of a document in the order of the file.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from hegao.document.nodes import (
    COLUMN_ROLES,
    DATE_ROLES,
    Addressee,
    Attachment,
    Cell,
    Citation,
    Column,
    Copies,
    Date,
    Entry,
    Heading,
    Imprint,
    Markup,
    Masthead,
    Node,
    Note,
    Number,
    Numbering,
    Paragraph,
    Row,
    Signature,
    Table,
    Title,
    Unparsed,
)
from hegao.document.task_list import Task, TaskList, Unit
from hegao.sources.origins import Layout
from hegao.sources.text import Text

__all__ = [
    "COLUMN_ROLES",
    "DATE_ROLES",
    "Addressee",
    "Attachment",
    "Cell",
    "Citation",
    "Column",
    "Copies",
    "Date",
    "Document",
    "Entry",
    "File",
    "Heading",
    "Imprint",
    "Issue",
    "Markup",
    "Masthead",
    "Node",
    "Note",
    "Number",
    "Numbering",
    "Paragraph",
    "Part",
    "Row",
    "Signature",
    "Table",
    "Task",
    "TaskList",
    "Title",
    "Unit",
    "Unparsed",
]


class Part:
    """A text with its own numbering: the document proper (``main``) or what it issues (``annex``).

    ``title`` is None for the main part; ``nodes`` hold headings, paragraphs, tables in order, ``contents`` the entries of
    a contents list of its own.
    """

    def __init__(self, role: str, title: Title | None = None, mark: Text | None = None, nodes: list[Node] | None = None) -> None:
        """Keep the role; the rest may be added later."""
        self.role = role
        self.title = title
        self.mark = mark
        self.nodes = nodes if nodes is not None else []
        self.contents: list[Entry] = []


@dataclass(eq=False, repr=False, match_args=False)
class Document(Node):
    """One issued document.  ``text`` is its title (or what it starts with); fields not found are None."""

    text: Text
    path: str
    end_line: int
    title: Title | None = None
    number: Number | None = None
    blank_number: Text | None = None
    date: Date | None = None
    addressee: Addressee | None = None
    issuers: list[str] = field(default_factory=list)
    genre: str | None = None
    action: str | None = None
    masthead: list[Masthead] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    copies: list[Copies] = field(default_factory=list)
    imprints: list[Imprint] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    joint_numbers: list[Number] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    unparsed: list[Unparsed] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)
    in_gazette: bool = False
    listed_title: str | None = None
    kind: ClassVar[str] = "document"

    @property
    def name(self) -> str | None:
        """The title; where it was lost, the one that the contents list gives."""
        return self.title.text.value if self.title else self.listed_title

    @property
    def issued(self) -> datetime.date | None:
        """The day of the document (成文日期)."""
        return self.date.day if self.date else None

    @property
    def annexes(self) -> list[Part]:
        """The texts that the document issues or attaches."""
        return [part for part in self.parts if part.role == "annex"]

    @property
    def task_lists(self) -> list[TaskList]:
        """The lists and tables in which its tasks stand, in order."""
        return list(dict.fromkeys(task.task_list for task in self.tasks))

    @property
    def numberings(self) -> list[Numbering]:
        """The series of its headings, in order."""
        return list(dict.fromkeys(node.numbering for node in self.of("heading") if isinstance(node, Heading)))

    def of(self, *kinds: str) -> Iterator[Node]:
        """The nodes of the parts that are of one of the kinds, in order."""
        for part in self.parts:
            for node in part.nodes:
                if node.kind in kinds:
                    yield node

    def walk(self) -> Iterator[Node]:
        """Every node once: the document, its elements, the nodes of its parts, what was read in them."""
        yield self
        yield from self.masthead
        if self.title:
            yield self.title
        if self.addressee:
            yield self.addressee
        for part in self.parts:
            if part.title:
                yield part.title
            for node in part.nodes:
                yield node
                if isinstance(node, Table):
                    yield from node.rows
        for several in (
            self.tasks,
            self.numbers,
            self.dates,
            self.citations,
            self.attachments,
            self.signatures,
            self.notes,
            self.copies,
            self.imprints,
            self.unparsed,
            self.markup,
        ):
            yield from several


class Issue:
    """What the cover of a gazette (公报) says: name, year, number within the year, running number, day."""

    def __init__(
        self, name: str | None = None, year: int | None = None, number: int | None = None, total: int | None = None, date: str | None = None
    ) -> None:
        """Keep what is known."""
        self.name = name
        self.year = year
        self.number = number
        self.total = total
        self.date = date


class File:
    """A file read: one document, or a gazette with its contents list and several."""

    def __init__(self, path: str, documents: list[Document], contents: list[Entry] | None = None, issue: Issue | None = None) -> None:
        """Keep what was read; the rest may be added later."""
        self.path = path
        self.documents = documents
        self.contents = contents if contents is not None else []
        self.issue = issue
        #: What a file without lines of its own tells of the lines that it was read as.
        self.layout: Layout | None = None
        #: Lines and columns of the characters behind a plain blank that parts Chinese ones, which reading takes out.
        self.blanks: frozenset[tuple[int, int]] = frozenset()

    @property
    def kind(self) -> str:
        """``gazette`` or ``document``."""
        return "gazette" if self.issue or len(self.documents) > 1 else "document"
