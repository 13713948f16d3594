"""One thing named in two ways (前后说法不一) within a document: what the rule on citations asks about beside the citations themselves (norm REF-04)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.reference.kinds_and_lists import kinds_otherwise, lists_otherwise
from hegao.checks.reference.numbered_names import Otherwise, names_otherwise
from hegao.checks.reference.posts_and_places import calls_otherwise, posts_otherwise
from hegao.checks.reference.years_of_plans import years_otherwise
from hegao.checks.shared.passages import Running, document_passages
from hegao.document.model import Document


def told_apart(document: Document) -> Iterator[Otherwise]:
    """What the document names in two ways, each place once."""
    text = Running.of(document_passages(document))
    told: set[tuple[int, int]] = set()
    ways = (names_otherwise, posts_otherwise, kinds_otherwise, lists_otherwise, years_otherwise)
    for one in (*calls_otherwise(document, text), *(one for way in ways for one in way(text))):
        if (place := one.at.span()[:2]) not in told:
            told.add(place)
            yield one
