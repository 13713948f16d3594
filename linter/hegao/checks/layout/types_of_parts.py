"""Fonts, sizes and colours of the parts of a document (字体、字号、颜色; norms LAY-04, LAY-05, LAY-08, LAY-10, LAY-14)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from hegao.checks.base import Context, Hit, check
from hegao.checks.layout.shared_layout import as_set, measure, parts
from hegao.checks.shared.parameters import quantity
from hegao.document.model import Document
from hegao.document.part_names import PARTS
from hegao.phrases.han import is_han
from hegao.words.fonts import families, family_of, size_name

if TYPE_CHECKING:
    from hegao.document.set_parts import Piece
    from hegao.sources.appearance import Type


@check(
    "type-of-parts",
    {"document"},
    parameters={
        "parts": parts("The parts that are set so."),
        "fonts": {"description": "The families of fonts.", "type": "array", "items": {"type": "string", "enum": list(families())}},
        "size": measure("The size in points; 0 for any.", 16),
        "tolerance": measure("Points that it may be off.", 0.5),
    },
    facts=("part", "found", "wanted", "count"),
    faults=("font", "size"),
    layout=True,
)
def type_of_parts(
    document: Document, context: Context, parts: Sequence[str], fonts: Sequence[str], size: float, tolerance: float
) -> Iterator[Hit]:
    """Parts of which most characters are in another font or size; one hit for each of both, at the first place."""
    placed = as_set(context)
    if placed is None:
        return
    pieces = placed.of(*parts)
    yield from _slips(pieces, "font", lambda one: "" if family_of(one.font) in fonts else family_of(one.font) or "未指定的字体", "、".join(fonts))
    if size:
        yield from _slips(pieces, "size", lambda one: "" if abs(one.size - size) <= tolerance else size_name(one.size), size_name(size))


def _slips(pieces: Sequence[Piece], fault: str, slip: Callable[[Type], str], wanted: str) -> Iterator[Hit]:
    """One hit for all pieces whose type slips, at the first that has what most of them have instead."""
    found = [(piece, said) for piece in pieces if piece.type is not None and (said := slip(piece.type))]
    if found:
        most = Counter(said for _piece, said in found).most_common(1)[0][0]
        first = next(piece for piece, said in found if said == most)
        yield Hit(first.text, {"fault": fault, "part": PARTS[first.part], "found": most, "wanted": wanted, "count": len(found)})


_BRIGHTEST = quantity("How bright, of 255, each of red, green and blue may be in what is printed as black.", 64, least=0)


@check("text-colour", {"document"}, parameters={"black": _BRIGHTEST}, facts=("part", "found", "count"), layout=True)
def text_colour(document: Document, context: Context, black: int) -> Iterator[Hit]:
    """Words that are not black, but for the agency mark; one hit at the first of them."""
    placed = as_set(context)
    if placed is None:
        return
    found = [
        (piece, run.text, said)
        for piece in placed.pieces
        if piece.part != "masthead"
        for run in piece.runs
        if any(map(is_han, run.text.value)) and (said := _colour(run.type.colour, black))
    ]
    if found:
        piece, text, said = found[0]
        yield Hit(text, {"part": PARTS[piece.part], "found": said, "count": len({piece.number for piece, _text, _said in found})})


@check("masthead-colour", {"document"}, parameters={"black": _BRIGHTEST}, facts=("found",), layout=True)
def masthead_colour(document: Document, context: Context, black: int) -> Iterator[Hit]:
    """An agency mark (发文机关标志) that is not red."""
    placed = as_set(context)
    for piece in placed.of("masthead") if placed is not None else ():
        said = _colour(piece.type.colour, black) if piece.type is not None else "红色"
        if said != "红色":
            yield Hit(piece.text, {"found": said or "黑色"})


def _colour(code: str, black: int) -> str:
    """A colour as people say it; empty for black, and where the file names none."""
    try:
        parts = [int(code[at : at + 2], 16) for at in (0, 2, 4)] if len(code) == 6 else [0]
    except ValueError:
        return ""
    if max(parts) <= black:
        return ""
    least, most = min(parts), max(parts)
    if most - least <= black:
        return "白色" if least > 255 - black else "灰色"
    strong = "".join(letter for letter, part in zip("rgb", parts, strict=True) if part > (least + most) / 2)
    return {"r": "红色", "g": "绿色", "b": "蓝色", "rg": "黄色"}.get(strong, "彩色")
