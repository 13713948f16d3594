"""What the tool says of its own reading."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.document.model import Document, Unparsed

#: So many pages are named.
_NAMED = 8


@check("unparsed", {"unparsed"}, facts=("lines",))
def unparsed(node: Unparsed, context: Context) -> Iterator[Hit]:
    """A stretch that has no place in the structure, so that no rule looked at it; ``lines`` counts its lines."""
    if node.text.strip():
        yield Hit(node.text, {"lines": node.text.end_line - node.text.line + 1})


@check("pages-unread", {"document"}, facts=("pages", "count"))
def pages_unread(document: Document, context: Context) -> Iterator[Hit]:
    """Pages of a PDF or OFD without text that could be read, so that no rule looked at them; one hit for the file.

    ``pages`` names the first of them, ``count`` counts all.
    """
    layout = context.file.layout
    if layout is None or not layout.unread or document is not context.file.documents[0]:
        return
    named = "、".join(map(str, layout.unread[:_NAMED])) + ("……" if len(layout.unread) > _NAMED else "")
    yield Hit(document.text, {"pages": named, "count": len(layout.unread)})
