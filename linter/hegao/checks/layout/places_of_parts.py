"""Where the parts of a document stand on the line, and how much is free between them (norms LAY-05 to LAY-11, LAY-14)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from hegao.checks.base import Context, Hit, check
from hegao.checks.layout.shared_layout import as_set, measure, parts, rounded
from hegao.document.line_places import Gaps, gaps, lines_between
from hegao.document.model import Document
from hegao.document.set_parts import PARTS, Piece, SetDocument

_TOLERANCE = measure("Widths of a character that it may be off.", 0.6)
#: So little of a character nobody sees.
_NOTHING = 0.3


def said_of(beside: Gaps) -> str:
    """Where a line stands, as people say it."""
    if abs(beside.off_centre) <= _NOTHING and beside.left > 1:
        return "居中"
    return f"右空{rounded(max(beside.right, 0))}字" if beside.right < beside.left else said_left(beside)


def said_left(beside: Gaps) -> str:
    """What is free on the left of a line, as people say it."""
    return "顶格" if beside.left <= _NOTHING else f"左空{rounded(beside.left)}字"


def _said_of_centre(beside: Gaps) -> str:
    """How a line misses the middle, as people say it."""
    if beside.turned or beside.left <= _NOTHING:
        return "回行后没有居中" if beside.turned else "顶格"
    return f"偏{'右' if beside.off_centre > 0 else '左'}{rounded(abs(beside.off_centre))}字"


def _slips(found: Sequence[tuple[Piece, Gaps]], said: Callable[[Gaps], str], wanted: str) -> Iterator[Hit]:
    """One hit for all pieces that stand wrong, at the first of them."""
    if found:
        piece, beside = found[0]
        yield Hit(piece.text, {"part": PARTS[piece.part], "found": said(beside), "wanted": wanted, "count": len(found)})


def _off_left(pieces: Sequence[Piece], placed: SetDocument, indent: float, tolerance: float) -> list[tuple[Piece, Gaps]]:
    """The pieces with Chinese words that do not begin at that place."""
    beside = [(piece, gaps(piece, placed, left_only=True)) for piece in pieces if piece.type is not None]
    return [(piece, one) for piece, one in beside if one is not None and abs(one.left - indent) > tolerance]


@check(
    "centred-parts",
    {"document"},
    parameters={"parts": parts("The parts that stand in the middle."), "tolerance": _TOLERANCE},
    facts=("part", "found", "wanted", "count"),
    layout=True,
)
def centred_parts(document: Document, context: Context, parts: Sequence[str], tolerance: float) -> Iterator[Hit]:
    """Lines that do not stand in the middle of the text area."""
    placed = as_set(context)
    if placed is not None:
        beside = [(piece, gaps(piece, placed)) for piece in placed.of(*parts)]
        wrong = [(piece, one) for piece, one in beside if one is not None and (one.turned or abs(one.off_centre) > tolerance)]
        yield from _slips(wrong, _said_of_centre, "居中")


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
    first = list(_slips(_off_left(pieces, placed, indent, tolerance), said_left, f"左空{rounded(indent)}字" if indent else "顶格"))
    yield from (hit._replace(facts={"fault": "first", **hit.facts}) for hit in first)
    if first or hanging:
        return
    inner = [(piece, _inner(piece)) for piece in pieces if _turns_over(piece, placed)]
    slips = [(piece, left) for piece, left in inner if abs(left) > tolerance]
    if slips:
        piece, left = slips[0]
        found = f"左空{rounded(left)}字" if left > 0 else "在版心左边线之外"
        yield Hit(piece.text, {"fault": "others", "part": PARTS[piece.part], "found": found, "wanted": "顶格", "count": len(slips)})


def _turns_over(piece: Piece, placed: SetDocument) -> bool:
    """Whether a piece takes more than one line of the page."""
    beside = gaps(piece, placed, left_only=True)
    return beside is not None and beside.width > placed.width_at(piece)


def _inner(piece: Piece) -> float:
    """What is free on the left of the further lines of a piece."""
    return piece.line.form.left.in_characters(piece.size)


@check("number-place", {"document"}, parameters={"tolerance": measure("Widths of a character that it may be off.", 1)}, facts=("found",), layout=True)
def number_place(document: Document, context: Context, tolerance: float) -> Iterator[Hit]:
    """A number under the agency mark that stands neither in the middle nor, with who signs beside it, one character from the left."""
    placed = as_set(context)
    if placed is None or not placed.of("masthead"):
        return
    for piece in placed.of("number"):
        beside = gaps(piece, placed)
        alone = piece.text.value == "".join(piece.line.text.split())
        if beside is not None and (abs(beside.off_centre) > tolerance if alone else abs(beside.left - 1) > tolerance):
            yield Hit(piece.text, {"found": said_of(beside)})


@check(
    "attachment-place",
    {"document"},
    parameters={
        "indent": measure("What is free on the left of 附件, in widths of a character.", 2),
        "further": measure("What is free on the left of the further numbers: they stand below the first.", 5),
        "tolerance": _TOLERANCE,
    },
    facts=("part", "found", "wanted", "count"),
    layout=True,
)
def attachment_place(document: Document, context: Context, indent: float, further: float, tolerance: float) -> Iterator[Hit]:
    """An attachment note (附件说明) that does not begin two characters from the left, or whose numbers do not stand one below the other."""
    placed = as_set(context)
    pieces = [piece for piece in placed.of("attachment") if piece.begins and piece.whole] if placed is not None else []
    if placed is not None:
        first = _off_left(pieces[:1], placed, indent, tolerance)
        yield from _slips(first, said_left, f"左空{rounded(indent)}字")
        if not first:
            yield from _slips(_off_left(pieces[1:], placed, further, tolerance), said_left, f"左空{rounded(further)}字")


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
