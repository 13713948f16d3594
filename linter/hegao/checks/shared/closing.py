"""Where a document closes: the place of what is missing there, and what need not have it."""

from __future__ import annotations

from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text, join
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import element_words

_STUDY = Pattern(rf"{ending_in(element_words('study'))}(?:[（(][^（）()]{{1,12}}[）)])?$")


def is_study(document: Document) -> bool:
    """Whether it is a report of a study (调研报告), no 报告 that goes up: it bears no number and is addressed to nobody."""
    if document.number is not None or document.addressee is not None or document.title is None:
        return False
    return _STUDY.search(document.title.text.value) is not None


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


#: As much of the text below as shows where something should stand.
_BEGIN = 12


def between(above: Text, below: Text) -> Text:
    """From the last line of one text to the begin of another one below it: between them something is missing; the begin alone where none is above."""
    begin = below.slice(0, _BEGIN)
    if above.end_line >= below.line:
        return begin
    last = next((piece.offset for piece in above.pieces if piece.line == above.end_line), 0)
    return join((above.slice(last), begin))


def place_of_number(document: Document) -> Text:
    """Where the number should stand: where its serial was left blank, below the agency mark; else the title, or what the document begins with."""
    if document.blank_number is not None:
        return document.blank_number
    marks = [one.text for one in document.masthead if one.text.value.endswith("文件")]
    if marks:
        return between(marks[-1], document.title.text) if document.title is not None else marks[-1]
    return document.title.text if document.title is not None else document.text
