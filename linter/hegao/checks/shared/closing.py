"""Where a document closes: the place of what is missing there."""

from __future__ import annotations

from hegao.document.model import Document
from hegao.sources.text import Text


def place_of_signature(document: Document) -> Text:
    """Where a signature should stand: over the day below the text; else the title, or what the document begins with."""
    first = next(document.of("paragraph", "heading", "table"), None)
    if document.date is not None and first is not None and document.date.role == "issue" and document.date.line > first.line:
        return document.date.text
    return document.title.text if document.title is not None else document.text


def place_of_date(document: Document) -> Text:
    """Where the day should stand: below the signatures; else the title, or what the document begins with."""
    if document.signatures:
        return document.signatures[-1].text
    return document.title.text if document.title is not None else document.text


def place_of_number(document: Document) -> Text:
    """Where the number should stand: where its serial was left blank, below the agency mark; else the title, or what the document begins with."""
    if document.blank_number is not None:
        return document.blank_number
    marks = [one.text for one in document.masthead if one.text.value.endswith("文件")]
    if marks:
        return marks[-1]
    return document.title.text if document.title is not None else document.text
