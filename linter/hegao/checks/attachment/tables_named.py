"""Tables that the text sends readers to by number (见表3), against those that bear numbers."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Hit
from hegao.document.model import Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern

_CAPTION = Pattern(r"^表\s*(?P<n>\d{1,2})(?![\d.．—-])[^，。；]{0,40}$")
_SEE = Pattern(r"(?:详?见|按照?|如)(?P<table>(?:附件\d{0,2})?表\s*(?P<n>\d{1,2}))(?![\d.．—-])")
#: One table with a number proves no series.
_FEWEST = 2


def tables_not_there(document: Document) -> Iterator[Hit]:
    """The numbers of tables that the text names behind the last one that there is."""
    there: set[int] = set()
    named = []
    for part in document.parts:
        for node in part.nodes:
            text = node.body if isinstance(node, Heading | Paragraph) else node.text
            caption = _CAPTION.match(text.value.split("\n", 1)[0])
            if caption is not None:
                there.add(int(caption["n"]))
            elif isinstance(node, Heading | Paragraph):
                named += [(text.slice(*match.span("table")), int(match["n"])) for match in _SEE.finditer(text.value) if match["table"].startswith("表")]
    if len(there) < _FEWEST or there != set(range(1, max(there) + 1)):
        return
    for at, number in named:
        if number > max(there):
            yield Hit(at, {"title": at.value})
