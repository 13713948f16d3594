"""One thing named in two ways (前后说法不一) within a document: what the rule on citations asks about beside the citations themselves (norm REF-04)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.date.own_day import written
from hegao.checks.reference.kinds_and_lists import kinds_otherwise, lists_otherwise
from hegao.checks.reference.numbered_names import Otherwise, names_otherwise
from hegao.checks.reference.posts_and_places import calls_otherwise, posts_otherwise
from hegao.checks.shared.passages import Running, document_passages
from hegao.document.model import Document


def told_apart(document: Document) -> Iterator[Otherwise]:
    """What the document names in two ways, each place once."""
    text = Running.of(document_passages(document))
    told: set[tuple[int, int]] = set()
    ways = (names_otherwise, posts_otherwise, kinds_otherwise, lists_otherwise)
    for one in (*_later(document), *calls_otherwise(document, text), *(one for way in ways for one in way(text))):
        if (place := one.at.span()[:2]) not in told:
            told.add(place)
            yield one


def _later(document: Document) -> Iterator[Otherwise]:
    """The cited numbers that the document cannot know: of a year behind its own."""
    own, issued = document.date, document.issued
    if own is None or issued is None:
        return
    year = max(issued.year, document.number.phrase.year or 0 if document.number is not None else 0)
    for citation in document.citations:
        number = citation.phrase.number
        if number is not None and number.year is not None and number.year > year:
            yield Otherwise(citation.text, written(issued), own.text, "later")
