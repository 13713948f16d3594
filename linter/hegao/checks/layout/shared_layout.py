"""What checks of the layout share: the document as it is set, read once, and parameters in millimetres and points.

What reads and reckons a page is imported only where there is one: most files are texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hegao.checks.base import Context
from hegao.document.part_names import PARTS

if TYPE_CHECKING:
    from hegao.document.set_parts import SetDocument
    from hegao.sources.appearance import Page


def measure(description: str, default: float) -> dict[str, Any]:
    """The schema of a length in millimetres, points, lines or widths of characters; zero or more."""
    return {"description": description, "type": "number", "minimum": 0, "default": default}


def parts(description: str) -> dict[str, Any]:
    """The schema of a list of parts of a document."""
    return {"description": description, "type": "array", "minItems": 1, "items": {"type": "string", "enum": list(PARTS)}}


def as_set(context: Context) -> SetDocument | None:
    """The document as it is set; None where its file does not say: a text, a web page."""
    return context.once(_as_set)


def _as_set(context: Context) -> SetDocument | None:
    from hegao.document.set_parts import appearance_of, set_document

    appearance = context.once_a_file(appearance_of)
    return set_document(context.document, appearance) if appearance is not None else None


def rounded(length: float) -> str:
    """A length as people write it: one place behind the point, none where it is zero."""
    return f"{length:.1f}".removesuffix(".0")


def first_page(placed: SetDocument) -> Page | None:
    """The page of the section in which the text of the document begins."""
    pages = placed.appearance.pages
    index = next((piece.line.form.page for piece in placed.of("title", "addressee", "body")), 0)
    return pages[min(index, len(pages) - 1)] if pages else None
