"""Where signature and date stand, and whether attached texts begin a page (norms LAY-12, LAY-13)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hegao.checks.base import Context, Hit, check
from hegao.checks.layout.shared_layout import as_set, measure, rounded
from hegao.checks.shared.parameters import quantity
from hegao.document.model import Document
from hegao.sources.white_space import unspaced
from hegao.syntax.signing import PERSON

if TYPE_CHECKING:
    from hegao.document.line_places import Gaps
    from hegao.document.set_parts import Piece, SetDocument


@check(
    "signature-place",
    {"document"},
    parameters={
        "sealed": measure("What is free on the right of the date where a seal is put on it, in widths of a character.", 4),
        "unsealed": measure("What is free on the right of the signature, or of a longer date, where none is.", 2),
        "step": measure("How far the date stands to the right of the signature where none is.", 2),
        "tolerance": measure("Widths of a character that each may be off.", 1),
    },
    facts=("found", "sealed", "unsealed", "step"),
    faults=("date", "centre"),
    layout=True,
)
def signature_place(document: Document, context: Context, sealed: float, unsealed: float, step: float, tolerance: float) -> Iterator[Hit]:
    """Signature and date that stand neither as under a seal nor as without one; what several bodies sign is left alone."""
    from hegao.document.line_places import gaps

    placed = as_set(context)
    dates = placed.of("date") if placed is not None else []
    if placed is None or not dates or len(document.signatures) > 1 or not _closes(dates[0], placed):
        return
    date = gaps(dates[0], placed)
    names = [piece for piece in placed.of("signature") if piece.number < dates[0].number and not PERSON.match(unspaced(piece.text.value))]
    name = gaps(names[0], placed) if names else None
    if date is None:
        return
    words = {"sealed": rounded(sealed), "unsealed": rounded(unsealed), "step": rounded(step)}
    under_seal = abs(date.right - sealed) <= tolerance
    if name is None:
        if not under_seal and abs(date.right - unsealed) > tolerance:
            yield Hit(dates[0].text, {"fault": "date", "found": rounded(date.right), **words})
    elif not _without_seal(name, date, unsealed, step, tolerance):
        if not under_seal:
            yield Hit(dates[0].text, {"fault": "date", "found": rounded(date.right), **words})
        elif not _over(name, date, tolerance):
            yield Hit(names[0].text, {"fault": "centre", "found": rounded(name.right), **words})


def _closes(date: Piece, placed: SetDocument) -> bool:
    """Whether a date stands below the text, not below the title."""
    return any(piece.number < date.number for piece in placed.of("body", "heading-1"))


def _over(name: Gaps, date: Gaps, tolerance: float) -> bool:
    """Whether a signature has its middle over that of the date; one that is too long for that reaches to the right end of the line."""
    too_long = name.width / 2 > date.right + date.width / 2
    return abs(name.off_centre - date.off_centre) <= tolerance or (too_long and name.right <= tolerance)


def _without_seal(name: Gaps, date: Gaps, unsealed: float, step: float, tolerance: float) -> bool:
    """Whether both stand as they do without a seal: the name two from the right, the date two further in; or a longer date two from the right."""
    if abs(date.right - unsealed) <= tolerance and date.width + step > name.width:
        return name.right >= unsealed - tolerance
    return abs(name.right - unsealed) <= tolerance and abs(date.left - name.left - step) <= tolerance


@check(
    "annex-page",
    {"document"},
    parameters={"blank_lines": quantity("From so many empty lines on, the text may have been pushed to the next page by them.", 4)},
    facts=("count",),
    layout=True,
)
def annex_page(document: Document, context: Context, blank_lines: int) -> Iterator[Hit]:
    """Attached texts that do not begin a page; one hit for all, at the first."""
    placed = as_set(context)
    if placed is not None:
        found = [piece for piece in placed.of("annex-mark") if not _turned(piece, placed, blank_lines)]
        if found:
            yield Hit(found[0].text, {"count": len(found)})


def _turned(piece: Piece, placed: SetDocument, blank_lines: int) -> bool:
    """Whether a line begins a page, as far as the file says so.

    Empty lines above it, or above the imprint that ends a page, may have pushed it there.
    """
    order = piece.line.form.order
    if order is None or not piece.line.begins:
        return True
    closing = {one.line.form.order for one in placed.of("signature", "date", "note", "copies", "imprint")}
    blank = 0
    for form in reversed(placed.appearance.forms[: order + 1]):
        blank = blank + 1 if form.blank else 0
        if form.new_page or blank >= blank_lines:
            return True
        if form.order != order and not form.blank and form.order not in closing:
            return False
    return True
