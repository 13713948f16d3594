"""Levels of headings (层次序数): upside down, under the label of another level, or marked (##) with another depth than their like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hegao.checks.base import Context, Hit, check
from hegao.checks.structure.heading_labels import label_like, quoted_headings
from hegao.checks.structure.heading_strays import strays
from hegao.document.model import Document, Heading
from hegao.sources.lazy_pattern import Pattern


@check("heading-level", {"document"}, facts=("label", "outer"), faults=("inverted", "stray", "depth", "section", "skipped"))
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
        for skipping, usual in _skipping([heading for heading in headings if heading.style in _ORDER]):
            yield Hit(skipping.text.slice(0, len(skipping.label)), {"label": skipping.label, "outer": usual.label, "fault": "skipped"}, (usual.text,))
        for section, right, above in _of_another_chapter(headings):
            yield Hit(section.text, {"label": section.label, "outer": right, "fault": "section"}, (above.text,))
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


def _skipping(headings: Sequence[Heading]) -> Iterator[tuple[Heading, Heading]]:
    """The first heading of a list （1） right below one of a level far above, where another such level has its next one below: with that."""
    firsts = [heading for heading in headings if heading.number == 1 and heading.parent is not None and heading.parent.style in _ORDER]
    for first in firsts:
        if first.style != "digit-paren" or first.parent is None or _ORDER[first.parent.style] >= _ORDER["digit"]:
            continue
        if first.parent.body.value.rstrip("　 ").endswith("："):
            # 开展以下四项活动：（1）: a list that a sentence leads into is no level.
            continue
        usual = next((other for other in firsts if other.parent is not None and other.parent.style == first.parent.style and _ORDER[other.style] == _ORDER[first.parent.style] + 1), None)
        if usual is not None:
            yield first, usual


#: So many sections tell that their labels begin with the number of their chapter, so many of a hundred of them must.
_SECTIONS, _SHARE = 4, 75


def _of_another_chapter(headings: Sequence[Heading]) -> Iterator[tuple[Heading, str, Heading]]:
    """Sections (3.2) that stand in another chapter (2) than their labels say, with what they should be and the chapter."""
    chapters = [heading for heading in headings if heading.style == "decimal" and heading.level == 1]
    style = "decimal" if len(chapters) > 1 else "han"
    found: list[tuple[Heading, Heading, list[str]]] = []
    chapter: Heading | None = None
    for heading in headings:
        figures = _FIGURES.findall(heading.label)
        if heading.style == style and heading.level == 1:
            chapter = heading
        elif heading.style == "decimal" and len(figures) > 1 and chapter is not None:
            found.append((heading, chapter, figures))
    odd = [(heading, above, figures) for heading, above, figures in found if int(figures[0]) != above.number]
    if len(found) < _SECTIONS or (len(found) - len(odd)) * 100 < _SHARE * len(found):
        return
    for heading, above, figures in odd:
        yield heading, ".".join([str(above.number), *figures[1:]]), above


_FIGURES = Pattern(r"\d+")
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
