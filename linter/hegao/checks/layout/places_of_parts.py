"""Where the parts of a document stand on the line, and how much is free between them (norms LAY-05 to LAY-11, LAY-14)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from hegao.checks.base import Context, Hit, check
from hegao.checks.layout.shared_layout import as_set, measure, parts, rounded
from hegao.document.model import Document
from hegao.document.part_names import PARTS

if TYPE_CHECKING:
    from hegao.document.set_parts import Piece, SetDocument

_TOLERANCE = measure("Widths of a character that it may be off.", 0.6)


def _counted(fault: str, found: Sequence[tuple[Piece, float]], wanted: float = 0) -> Iterator[Hit]:
    """One hit for all pieces that stand wrong, at the first of them, with what is free beside it."""
    if found:
        piece, free = found[0]
        said = {"fault": fault, "part": PARTS[piece.part], "found": rounded(free), "wanted": rounded(wanted)}
        yield Hit(piece.text, {**said, "count": len(found)})


def _off_left(pieces: Sequence[Piece], placed: SetDocument, indent: float, tolerance: float) -> list[tuple[Piece, float]]:
    """The pieces with Chinese words that do not begin at that place, with what is free before them."""
    from hegao.document.line_places import gaps

    beside = [(piece, gaps(piece, placed, left_only=True)) for piece in pieces if piece.type is not None]
    return [(piece, one.left) for piece, one in beside if one is not None and abs(one.left - indent) > tolerance]


@check(
    "centred-parts",
    {"document"},
    parameters={"parts": parts("The parts that stand in the middle."), "tolerance": _TOLERANCE},
    facts=("part", "found", "wanted", "count"),
    faults=("left", "right", "turned"),
    layout=True,
)
def centred_parts(document: Document, context: Context, parts: Sequence[str], tolerance: float) -> Iterator[Hit]:
    """Lines that do not stand in the middle of the text area: too far left or right, or so that their further lines do not."""
    from hegao.document.line_places import gaps

    placed = as_set(context)
    if placed is None:
        return
    beside = [(piece, one) for piece in placed.of(*parts) if (one := gaps(piece, placed)) is not None]
    wrong = [(piece, one) for piece, one in beside if one.turned or abs(one.off_centre) > tolerance]
    if wrong:
        first = wrong[0][1]
        fault = "turned" if first.turned else "right" if first.off_centre > 0 else "left"
        yield from _counted(fault, [(piece, abs(one.off_centre)) for piece, one in wrong])


@check(
    "indented-parts",
    {"document"},
    parameters={
        "parts": parts("The parts that begin so."),
        "indent": measure("What is free on the left of their first line, in widths of a character; 0 for flush (顶格).", 0),
        "hanging": {"description": "Whether their other lines may be indented, too.", "type": "boolean", "default": False},
        "tolerance": _TOLERANCE,
    },
    facts=("part", "found", "wanted", "count"),
    faults=("first", "others"),
    layout=True,
)
def indented_parts(
    document: Document, context: Context, parts: Sequence[str], indent: float, hanging: bool, tolerance: float
) -> Iterator[Hit]:
    """Parts whose first line is indented otherwise, else whose further lines are not flush."""
    placed = as_set(context)
    if placed is None:
        return
    pieces = [piece for piece in placed.of(*parts) if piece.begins and piece.line.begins]
    first = _off_left(pieces, placed, indent, tolerance)
    yield from _counted("first", first, indent)
    if not first and not hanging:
        inner = [(piece, piece.line.form.left.in_characters(piece.size)) for piece in pieces if _turns_over(piece, placed)]
        yield from _counted("others", [(piece, left) for piece, left in inner if abs(left) > tolerance])


def _turns_over(piece: Piece, placed: SetDocument) -> bool:
    """Whether a piece takes more than one line of the page."""
    from hegao.document.line_places import gaps

    beside = gaps(piece, placed, left_only=True)
    return beside is not None and beside.width > placed.width_at(piece)


@check("number-place", {"document"}, parameters={"tolerance": measure("Widths of a character that it may be off.", 1)}, layout=True)
def number_place(document: Document, context: Context, tolerance: float) -> Iterator[Hit]:
    """A number under the agency mark that stands neither in the middle nor, with who signs beside it, one character from the left."""
    from hegao.document.line_places import gaps

    placed = as_set(context)
    if placed is None or not placed.of("masthead"):
        return
    for piece in placed.of("number"):
        beside = gaps(piece, placed)
        alone = piece.text.value == "".join(piece.line.text.split())
        if beside is not None and (abs(beside.off_centre) > tolerance if alone else abs(beside.left - 1) > tolerance):
            yield Hit(piece.text)


@check(
    "attachment-place",
    {"document"},
    parameters={
        "indent": measure("What is free on the left of 附件, in widths of a character.", 2),
        "further": measure("What is free on the left of the further numbers: they stand below the first.", 5),
        "tolerance": _TOLERANCE,
    },
    facts=("part", "found", "wanted", "count"),
    faults=("first", "others"),
    layout=True,
)
def attachment_place(document: Document, context: Context, indent: float, further: float, tolerance: float) -> Iterator[Hit]:
    """An attachment note (附件说明) that does not begin two characters from the left, or whose numbers do not stand one below the other."""
    placed = as_set(context)
    pieces = [piece for piece in placed.of("attachment") if piece.begins and piece.whole] if placed is not None else []
    if placed is None:
        return
    first = _off_left(pieces[:1], placed, indent, tolerance)
    yield from _counted("first", first, indent)
    if not first:
        yield from _counted("others", _off_left(pieces[1:], placed, further, tolerance), further)


#: By the part below the parts that may stand above it.
_ABOVE = {
    "number": ("masthead",),
    "title": ("number",),
    "addressee": ("title",),
    "attachment": ("body", "heading-1", "heading-2", "heading-3", "heading-4"),
    "annex-title": ("annex-mark",),
}


@check(
    "free-lines",
    {"document"},
    parameters={
        "number": measure("The lines that are free above the number, below the agency mark.", 2),
        "title": measure("Those above the title, below the red line.", 2),
        "addressee": measure("Those above the addressee, below the title.", 1),
        "attachment": measure("Those above the attachment note, below the body.", 1),
        "annex_title": measure("Those above the title of an attached text, below its mark: it stands on the third line.", 1),
        "pitch": measure("The height of a line in points.", 29),
        "tolerance": measure("Lines that there may be more or less.", 0.6),
    },
    facts=("part", "above", "found", "wanted"),
    layout=True,
)
def free_lines(
    document: Document,
    context: Context,
    number: float,
    title: float,
    addressee: float,
    attachment: float,
    annex_title: float,
    pitch: float,
    tolerance: float,
) -> Iterator[Hit]:
    """Parts with more or fewer free lines above them than there should be; one hit for each part."""
    from hegao.document.line_places import lines_between

    placed = as_set(context)
    if placed is None:
        return
    wanted = {"number": number, "title": title, "addressee": addressee, "attachment": attachment, "annex-title": annex_title}
    if not placed.of("masthead"):
        # Without one there is no red line: a number above the title is set as its office likes.
        del wanted["title"]
    for upper, lower in pairwise(placed.pieces):
        if lower.part not in wanted or upper.part not in _ABOVE[lower.part]:
            continue
        free = lines_between(upper, lower, placed, pitch)
        if free is not None and abs(free.lines - wanted[lower.part]) > tolerance and free.empty != wanted[lower.part]:
            facts = {"part": PARTS[lower.part], "above": PARTS[upper.part], "found": rounded(free.lines), "wanted": rounded(wanted.pop(lower.part))}
            yield Hit(lower.text, facts)
