"""The nodes of a document but for its tasks: what stands in it, from the title to the rows of its tables.

Every node has a ``kind`` (the word that a rule's selector names) and a ``text`` that knows its place.

They are plain classes: a data class takes a third of a millisecond to make, at every start (docs/dependencies.md).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from hegao.sources.text import Text

if TYPE_CHECKING:
    from hegao.document.task_list import Task
    from hegao.phrases.citations import CitationPhrase
    from hegao.phrases.dates import DatePhrase
    from hegao.phrases.numbers import NumberPhrase


class Node:
    """Anything that a rule can select."""

    kind: ClassVar[str] = "node"

    def __init__(self, text: Text) -> None:
        """Keep where it stands."""
        self.text = text

    @property
    def line(self) -> int:
        """The physical line where the node starts."""
        return self.text.line


class Title(Node):
    """The title (标题) of a document, or of a part of it (not ``own``); one text whatever the lines it was set on."""

    kind: ClassVar[str] = "title"

    def __init__(self, text: Text, own: bool = True) -> None:
        """Keep whose it is."""
        self.text = text
        self.own = own


class Addressee(Node):
    """The addressee (主送机关), with the colon behind it in ``text``."""

    kind: ClassVar[str] = "addressee"

    @property
    def name(self) -> str:
        """The bodies addressed, without the colon."""
        return self.text.value.rstrip("：: 　")


class Signature(Node):
    """A signing body (发文机关署名) or the person who signs an order."""

    kind: ClassVar[str] = "signature"


class Note(Node):
    """A note in brackets (附注): （此件公开发布）."""

    kind: ClassVar[str] = "note"


class Copies(Node):
    """The line of copies (抄送机关)."""

    kind: ClassVar[str] = "copies"


class Imprint(Node):
    """The imprint (版记): issuing office and day of issue (印发日期), or the way of disclosure."""

    kind: ClassVar[str] = "imprint"


class Masthead(Node):
    """The agency mark (发文机关标志): 江河市人民政府文件; also secrecy, urgency and signer."""

    kind: ClassVar[str] = "masthead"


class Unparsed(Node):
    """A stretch that could not be placed; rules do not look under it."""

    kind: ClassVar[str] = "unparsed"


class Markup(Node):
    """A mark that a conversion left in the text (``**``, ``<p>``); it is in no other node."""

    kind: ClassVar[str] = "markup"


class Number(Node):
    """A document number (发文字号); ``own`` where it is the document's, else it is quoted."""

    kind: ClassVar[str] = "number"

    def __init__(self, text: Text, phrase: NumberPhrase, own: bool = False) -> None:
        """Keep what it says and whose it is."""
        self.text = text
        self.phrase = phrase
        self.own = own


#: What a date may be: of issue (成文日期), of the imprint (印发日期), that of a web copy's field list (著录项), or any in the text.
DATE_ROLES = ("issue", "imprint", "field", "text")


class Date(Node):
    """A date in the text.

    ``role`` is one of ``DATE_ROLES``; the document's own is of issue or, where neither head nor signature bears one, of the field
    list, which writes days as its database does.  ``block`` is the text that it stands in and
    ``start`` its offset there.
    """

    kind: ClassVar[str] = "date"

    def __init__(self, text: Text, phrase: DatePhrase, block: Text, start: int, role: str = "text") -> None:
        """Keep what it says and the text around it."""
        self.text = text
        self.phrase = phrase
        self.block = block
        self.start = start
        self.role = role

    @cached_property
    def day(self) -> datetime.date | None:
        """The day, where the text gives one that exists, with its year; several rules ask for it."""
        return self.phrase.date()


class Citation(Node):
    """A text cited by its title in 《》 with or without its number; ``block`` is the text that it stands in."""

    kind: ClassVar[str] = "citation"

    def __init__(self, text: Text, phrase: CitationPhrase, block: Text) -> None:
        """Keep what it says and the text around it."""
        self.text = text
        self.phrase = phrase
        self.block = block


class Attachment(Node):
    """A title announced under 附件 (附件说明); ``number`` is None where it bears none.

    ``written`` is the announcement as it stands, with mark, number and what is set behind the title.
    """

    kind: ClassVar[str] = "attachment"

    def __init__(self, text: Text, number: int | None = None, written: Text | None = None) -> None:
        """Keep the title, its number and the whole announcement."""
        self.text = text
        self.number = number
        self.written = written


class Paragraph(Node):
    """A paragraph (自然段), put together over page breaks; ``text`` has no spaces beside Chinese."""

    kind: ClassVar[str] = "paragraph"

    def __init__(self, text: Text, heading: Heading | None = None) -> None:
        """Keep the heading that it stands under."""
        self.text = text
        self.heading = heading

    @property
    def body(self) -> Text:
        """All that it says, as ``Heading.body``."""
        return self.text


class Heading(Node):
    """A numbered heading or item.

    ``text`` is the heading with its label, without what runs on behind it; ``body`` the whole
    paragraph where text runs on, else equal to ``text``.  ``style`` is one of part, chapter, section,
    article, han (一、), han-paren (（一）), digit (1.), digit-paren (（1）), circled (①), decimal (1.1), plain (no number);
    ``level`` counts from 1 by the style, ``depth`` is that of the Markdown mark before it (##), 0 without one.  ``numbering`` is the series of those that are numbered together.
    """

    kind: ClassVar[str] = "heading"

    def __init__(self, text: Text, label: str, style: str, number: int, level: int, body: Text, parent: Heading | None = None, depth: int = 0) -> None:
        """Keep what the line says; what stands under the heading is added later."""
        self.text = text
        self.label = label
        self.style = style
        self.number = number
        self.level = level
        self.body = body
        self.parent = parent
        self.depth = depth
        self.children: list[Heading] = []
        self.numbering = Numbering(self)
        self.tasks: list[Task] = []

    @property
    def title(self) -> str:
        """The heading without its label."""
        return self.text.value[len(self.label) :].strip(" 　")

    @property
    def runs_on(self) -> bool:
        """Whether text follows on the line of the heading."""
        return len(self.body) > len(self.text) + 1


class Numbering:
    """Headings that are numbered together (编号序列), in the order of the text."""

    __slots__ = ("headings",)

    def __init__(self, *headings: Heading) -> None:
        """Begin with these; the others are added as they are read."""
        self.headings = list(headings)

    @property
    def counts_up(self) -> bool:
        """Whether they are numbered 1, 2, 3 and so on."""
        return all(heading.number == place for place, heading in enumerate(self.headings, 1))


#: What a column of a table can hold, told by its head.
COLUMN_ROLES = ("serial", "measure", "lead", "coop", "responsible", "deadline", "upper_lead", "upper_coop", "other")


class Column:
    """A column: its head and its role (one of ``COLUMN_ROLES``)."""

    def __init__(self, head: str, role: str) -> None:
        """Keep both."""
        self.head = head
        self.role = role


class Table(Node):
    """A table with its heads; repeated heads of later pages are left out of ``rows``."""

    kind: ClassVar[str] = "table"

    def __init__(self, text: Text, columns: list[Column], caption: Text | None = None) -> None:
        """Keep the columns; the rows are added later."""
        self.text = text
        self.columns = columns
        self.rows: list[Row] = []
        self.caption = caption

    def has(self, role: str) -> bool:
        """Whether some column has the role."""
        return any(column.role == role for column in self.columns)


class Row(Node):
    """A row, its continuation over page breaks joined to it cell by cell."""

    kind: ClassVar[str] = "row"

    def __init__(self, text: Text, cells: list[Text], table: Table, serial: int | None = None) -> None:
        """Keep the cells and the table that they stand in."""
        self.text = text
        self.cells = cells
        self.table = table
        self.serial = serial
        self.section = 0

    def cell(self, role: str) -> Text | None:
        """The first cell in a column of that role."""
        for column, cell in zip(self.table.columns, self.cells, strict=False):
            if column.role == role:
                return cell
        return None

    def filled(self) -> Iterator[Cell]:
        """Its cells that have text, as nodes; ``walk`` leaves them out, since few rules ask for them."""
        for column, cell in zip(self.table.columns, self.cells, strict=False):
            if cell.value:
                yield Cell(cell, column)


class Cell(Node):
    """A cell of a row that has text: with the head and the role of its column."""

    kind: ClassVar[str] = "cell"

    def __init__(self, text: Text, column: Column) -> None:
        """Keep what the column says."""
        self.text = text
        self.head = column.head
        self.role = column.role


class Entry(Node):
    """A line of a contents list (目录): title, number and page as printed."""

    kind: ClassVar[str] = "entry"

    def __init__(self, text: Text, title: str, number: NumberPhrase | None = None, page: int | None = None) -> None:
        """Keep what the line says."""
        self.text = text
        self.title = title
        self.number = number
        self.page = page
