"""The kinds of line (行类): what a logical line is in its document.

Most are terminals of the grammar (``grammars/document.lark``), under the same names: the first kind of a line is the one that it looks
like, the last the one that its place makes it.  The others mark lines that the grammar never sees.
"""

from __future__ import annotations

from enum import StrEnum, auto
from typing import Any


class Kind(StrEnum):
    """What a line is; the value is the name of its terminal."""

    @staticmethod
    def _generate_next_value_(name: str, *_: Any) -> str:
        return name

    # --- running text and headings ---

    TEXT = auto()
    """Running text (正文), or a line of which nothing else can be told."""
    PART = auto()
    """A heading 第一篇 or 第一编."""
    CHAPTER = auto()
    """A heading 第一章."""
    SECTION = auto()
    """A heading 第一节."""
    ARTICLE = auto()
    """A heading 第一条."""
    HAN = auto()
    """A heading of the first level (一级标题): 一、."""
    HAN_PAREN = auto()
    """A heading of the second level: （一）."""
    DIGIT = auto()
    """A heading of the third level: 1.; also the first level of decimal numbers."""
    DECIMAL = auto()
    """A heading 1.1."""
    DECIMAL3 = auto()
    """A heading 1.1.1."""
    DECIMAL4 = auto()
    """A heading 1.1.1.1."""
    DIGIT_PAREN = auto()
    """A heading of the fourth level: （1）."""
    CIRCLED = auto()
    """A heading ①."""

    # --- tables ---

    TABLE = auto()
    """The first row of a table, its head (表头) if it has one."""
    SUBHEAD = auto()
    """The second line of a head: roles under levels of government, years under a plan."""
    ROW = auto()
    """A row of a table; a line of text that groups others in it, too."""

    # --- what stands before the first document ---

    FIELD = auto()
    """A label and its value in the field list of a web copy (著录项)."""
    COVER = auto()
    """A line of the cover of a gazette (封面), or whatever stands before the first document."""
    CONTENTS_MARK = auto()
    """The word 目录 over a contents list."""
    ENTRY = auto()
    """An entry of a contents list (目录条目), or a head that groups some."""

    # --- the head of a document ---

    BEGIN = auto()
    """No line: it stands before the first line of each document."""
    MASTHEAD = auto()
    """A line of the masthead (版头): agency mark (发文机关标志), secrecy, urgency, signer."""
    TITLE = auto()
    """A line of the title (标题)."""
    NUMBER = auto()
    """The document number (发文字号) on a line of its own."""
    ORDER_NUMBER = auto()
    """The serial of an order or announcement (令号): 第16号."""
    DATE = auto()
    """A date on a line of its own."""
    DATED = auto()
    """A date and a document number on one line."""
    HEAD_NOTE = auto()
    """A line between title and body that is none of the others: who passed the text and when (题注)."""
    ADDRESSEE = auto()
    """Whom the document is addressed to (主送机关)."""

    # --- what closes a text ---

    ATTACHMENT = auto()
    """The first line of the attachment note (附件说明): 附件：1.…."""
    ATTACHMENT_ITEM = auto()
    """A further line of the attachment note."""
    BODY = auto()
    """The name of a body (机关名称) alone on a line, as long as its place has not told what it does there."""
    SIGNATURE = auto()
    """A body or a person that signs (署名)."""
    SIGN_DATE = auto()
    """The date under the signatures (成文日期)."""
    NOTE = auto()
    """A remark in brackets below the date (附注): （此件公开发布）."""
    COPIES = auto()
    """The bodies that get copies (抄送机关)."""
    IMPRINT = auto()
    """The office and the day of printing, or how far the text is public (版记)."""

    # --- what a document brings with it ---

    ANNEX_MARK = auto()
    """The mark 附件1 over an attached text."""
    ANNEX_TITLE = auto()
    """The title of an attached text."""
    ISSUED_TITLE = auto()
    """The title of what a notice issues (印发), without a mark over it."""
    COLOPHON = auto()
    """A line of the list of publishers at the end of a gazette (版权页): 主办单位：…."""

    # --- no terminals: lines that the grammar never sees ---

    FRONT = auto()
    """A line of front matter between --- at the top of a Markdown file."""
    MARKUP = auto()
    """A rule, a comment or another mark of a conversion."""
    RUNNING = auto()
    """A running head or a page number (页眉、页码)."""
    REPEATED = auto()
    """A head or caption of a table printed again on a later page."""
    CONTINUED = auto()
    """A row whose cells were taken on by the row above."""
    DOUBLED = auto()
    """A character that was printed on both sides of a cut."""
    FOLDED = auto()
    """A line that was made part of the one before."""


#: Kinds that are no terminals of the grammar.
OUTSIDE = frozenset([Kind.FRONT, Kind.MARKUP, Kind.RUNNING, Kind.REPEATED, Kind.CONTINUED, Kind.DOUBLED, Kind.FOLDED])
#: Lines that look like nothing else: what they are only their place tells.
PLAIN = frozenset([Kind.TEXT, Kind.BODY])
#: Lines that bear a date, and those that bear a document number.
DATES = frozenset([Kind.DATE, Kind.DATED])
NUMBERS = frozenset([Kind.NUMBER, Kind.DATED])
#: Headings by decimal numbers: 1.1, 1.1.1.
DECIMALS = frozenset([Kind.DECIMAL, Kind.DECIMAL3, Kind.DECIMAL4])
#: Numbered headings (层次序号).
HEADINGS = DECIMALS | {
    Kind.PART,
    Kind.CHAPTER,
    Kind.SECTION,
    Kind.ARTICLE,
    Kind.HAN,
    Kind.HAN_PAREN,
    Kind.DIGIT,
    Kind.DIGIT_PAREN,
    Kind.CIRCLED,
}
