"""What the tool says of its own reading."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.document.model import Unparsed


@check("unparsed", {"unparsed"}, facts=("lines",))
def unparsed(node: Unparsed, context: Context) -> Iterator[Hit]:
    """A stretch that has no place in the structure, so that no rule looked at it; ``lines`` counts its lines."""
    if node.text.strip():
        yield Hit(node.text, {"lines": node.text.end_line - node.text.line + 1})
