"""Levels of headings (层次序数): upside down, under the label of another level, or marked (##) with another depth than their like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hegao.checks.base import Context, Hit, check
from hegao.checks.structure.heading_labels import label_like, quoted_headings
from hegao.checks.structure.heading_strays import strays
from hegao.document.model import Document, Heading


@check("heading-level", {"document"}, facts=("label", "outer"), faults=("inverted", "stray", "depth"))
def heading_level(document: Document, context: Context) -> Iterator[Hit]:
    """Headings of a higher level inside a list of a lower one: 一、 under （一）; one item of a list with the label of another level.

    Clear is only a list that begins with 1 between two neighbours of a list of a lower level.
    """
    for odd, usual in _of_another_depth(document):
        yield Hit(odd.text, {"label": odd.label, "outer": usual.label, "fault": "depth"}, (usual.text,))
    for part in document.parts:
        headings = [node for node in part.nodes if isinstance(node, Heading)]
        for outer, inner in _inverted([heading for heading in headings if heading.style in _ORDER]):
            yield Hit(inner.text, {"label": inner.label, "outer": outer.label, "fault": "inverted"}, (outer.text,))
        quoted = quoted_headings(part)
        for heading, before in strays([heading for heading in headings if heading not in quoted]).items():
            facts = {"label": heading.label, "outer": label_like(before, heading.number), "fault": "stray"}
            yield Hit(heading.text, facts, (before.text,))


#: The levels of GB/T 9704—2012, 7.3.3; chapters, articles and decimal numbers have their own order.
_ORDER = {"han": 1, "han-paren": 2, "digit": 3, "digit-paren": 4}


def _inverted(headings: Sequence[Heading]) -> Iterator[tuple[Heading, Heading]]:
    """The first heading of each list that stands inside an item of a lower level, with that item."""
    for index in range(1, len(headings) - 1):
        inner, outer = headings[index], headings[index - 1]
        if inner.number != 1 or _ORDER[inner.style] >= _ORDER[outer.style]:
            continue
        # The list goes on behind the inner one, which counts 1, 2, 3 up to there.
        expected = 1
        for later in headings[index:]:
            if later.style == inner.style:
                if later.number != expected:
                    break
                expected += 1
            elif later.style == outer.style:
                if later.number == outer.number + 1 and expected > 2:
                    yield outer, inner
                break


#: So many headings of one depth, at least, tell which one is amiss.
_LEAST = 2


def _of_another_depth(document: Document) -> Iterator[tuple[Heading, Heading]]:
    """The one heading of a list with a mark of another depth, or with none, and one of the others."""
    for numbering in document.numberings:
        headings = numbering.headings
        if len(headings) <= _LEAST or not any(heading.depth for heading in headings):
            continue
        (usual, count), *_others = Counter(heading.depth for heading in headings).most_common(1)
        if usual and count == len(headings) - 1:
            odd = next(heading for heading in headings if heading.depth != usual)
            yield odd, next(heading for heading in headings if heading is not odd)
