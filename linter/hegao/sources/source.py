"""What is read of a file: its lines, and what a file with a layout tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hegao.sources.origins import Layout


class Unreadable(Exception):
    """A file that cannot be read as a document; the message is a Chinese sentence for the user."""


#: What a file is.
TEXT, WORD, WEB, ODT, PDF, OFD = "text", "docx", "html", "odt", "pdf", "ofd"


class Source(NamedTuple):
    """A decoded file: its display path, its physical lines without their ends, and its encoding.

    A file of another ``form`` than text is given as the lines that it was read as; ``layout`` is what it tells of them.
    """

    path: str
    lines: tuple[str, ...]
    encoding: str = "utf-8"
    newline: str = "\n"
    form: str = TEXT
    layout: Layout | None = None

    @property
    def markdown(self) -> bool:
        """Whether the name says Markdown."""
        return self.path.lower().endswith((".md", ".markdown"))
