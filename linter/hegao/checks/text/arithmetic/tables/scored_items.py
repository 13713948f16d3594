"""Items that share out a score (分值): 实行100分制，由下列4项构成, each item with its marks (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.document.model import Document, Heading, Node, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: 满分100分, 总分为100分, 实行100分制, 百分制.
_FULL = Pattern(r"(?:满分|总分|共计?|总计|合计|总分值)(?:为|是)?(?P<n>\d{2,4})分(?!以上|及)|(?P<m>\d{2,4})分制|(?P<hundred>百分制)")
_SCORE = Pattern(r"(?<![\d.])(?P<n>\d{1,3}(?:\.5)?)分(?!钟|[之以及]|为|的|至)")
_LEADS = Pattern("[：:]$")
_FEWEST, _NEAR, _HUNDRED = 3, 20, 100


def wrong_scores(context: Context) -> Iterator[Odd]:
    """Marks of items that do not make up the full marks of the sentence that leads into them."""
    for node, group in _groups(context.document):
        text = node.body if isinstance(node, Heading) else node.text
        full = list(_FULL.finditer(text.value)) if len(group) >= _FEWEST and _LEADS.search(text.value) else []
        told = [score for heading in group if (score := _score(heading)) is not None] if len(full) == 1 else []
        if not told or len(told) != len(group):
            continue
        stated = int(full[0]["n"] or full[0]["m"] or _HUNDRED)
        summed = sum(float(score.value.removesuffix("分")) for score in told)
        if summed != stated and abs(summed - stated) * 100 <= stated * _NEAR:
            yield Odd(text.slice(*full[0].span()), f"{summed:g}分", told)


def _groups(document: Document) -> Iterator[tuple[Heading | Paragraph, Sequence[Heading]]]:
    """What leads into each run of numbered items, and these."""
    for part in document.parts:
        before: Node | None = None
        for node in part.nodes:
            if isinstance(node, Heading) and isinstance(before, Heading | Paragraph) and node.numbering.headings[0] is node:
                yield before, node.numbering.headings
            before = node


def _score(heading: Heading) -> Text | None:
    """The one score that an item bears."""
    found = list(_SCORE.finditer(heading.body.value))
    return heading.body.slice(*found[0].span()) if len(found) == 1 else None
