"""Mentions: numbers, dates and citations in the running text of a document."""

from __future__ import annotations

from hegao.document.model import Citation, Date, Document, Heading, Number, Paragraph, Table
from hegao.phrases.citations import find_citations
from hegao.phrases.dates import find_dates
from hegao.phrases.numbers import find_numbers
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.building_blocks import terminal

#: What every number, citation and date has one of; most cells of tables have none.
_MENTIONS = Pattern(lambda: rf"[年月《./-]|{terminal('_OPENING')}")
_NUMBERED = Pattern(lambda: rf"{terminal('_OPENING')}\s*{terminal('_YEAR')}")


def read_mentions(document: Document) -> None:
    """Fill the lists of numbers, dates and citations of the document."""
    if document.number is not None:
        document.numbers.insert(0, document.number)
    if document.date is not None:
        document.dates.insert(0, document.date)
    if document.title:
        _read(document, document.title.text)
    for part in document.parts:
        for node in part.nodes:
            if isinstance(node, Heading):
                _read(document, node.body)
            elif isinstance(node, Paragraph):
                _read(document, node.text)
            elif isinstance(node, Table):
                for row in node.rows:
                    for cell in row.cells:
                        if _MENTIONS.search(cell.value):
                            _read(document, cell)


def _read(document: Document, block: Text) -> None:
    value = block.value
    if _NUMBERED.search(value):
        for number in find_numbers(value):
            document.numbers.append(Number(block.slice(number.start, number.end), number))
    if "《" in value:
        for citation in find_citations(value):
            document.citations.append(Citation(block.slice(citation.start, citation.end), citation, block))
    for phrase in find_dates(value):
        document.dates.append(Date(block.slice(phrase.start, phrase.end), phrase, block, phrase.start))
