"""Page numbers (页码): the field in a footer that Word puts the number in, the words around it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.sources.appearance import CENTRE, LEFT, OUTSIDE, RIGHT, PageNumber, Type
from hegao.sources.package.safe_xml import Node, value_of
from hegao.sources.package.zip_package import Package
from hegao.sources.word import properties
from hegao.sources.word.properties import Properties

#: Where a frame or a drawing stands, as Word says it; the inner side is taken for that of odd pages.
_SIDES = {"left": LEFT, "inside": LEFT, "center": CENTRE, "right": RIGHT, "outside": OUTSIDE}


def page_numbers(package: Package, sections: Sequence[Node], known: Properties, even: bool) -> Iterator[dict[str, PageNumber]]:
    """The page numbers of each section by the pages that they stand on; a section without footers has those of the one before.

    ``even`` says that even pages have footers of their own.
    """
    names = {relation.key: relation.name for relation in package.relations(package.main)}
    parts: dict[str, str] = {}
    for section in sections:
        for reference in section.all("w:footerReference"):
            parts[reference.get("type") or "default"] = names.get(value_of(reference.attributes, "id", "r") or "", "")
        pages = {"odd": "default", "even": "even"} if even else {"both": "default"}
        found = {page: _number_in(package.tree(parts.get(kind, ""), texts=True), known) for page, kind in pages.items()}
        yield {page: number for page, number in found.items() if number is not None}


def _number_in(footer: Node | None, known: Properties) -> PageNumber | None:
    paragraphs = _paragraphs(footer, None) if footer is not None else ()
    return next((found for paragraph, side in paragraphs if (found := _number(paragraph, side, known)) is not None), None)


def _paragraphs(node: Node, side: str | None) -> Iterator[tuple[Node, str | None]]:
    """The paragraphs under an element, each with the side on which the drawing stands that it is in; empty where that is not said."""
    for child in node.children:
        if child.name == "mc:Fallback":
            continue
        if child.name == "w:p":
            yield child, side
        place = child.first("wp:positionH", "wp:align") if child.name == "wp:anchor" else None
        inner = (_SIDES.get(place.text, "") if place is not None else "") if child.name in ("wp:anchor", "w:pict") else side
        yield from _paragraphs(child, inner)


def _number(paragraph: Node, side: str | None, known: Properties) -> PageNumber | None:
    """The page number in a paragraph."""
    text = code = ""
    field: str | None = None
    coded: Node | None = None
    type_: Type | None = None
    for run, name, words in _words(paragraph):
        if name == "begin":
            field, code = "code", ""
        elif name == "w:instrText":
            # A code may be cut into several; the number has the type of its result, which some programs leave out.
            code, coded = code + words, run
        elif name in ("separate", "end"):
            if field == "code" and _is_page(code):
                text += "1"
                type_ = _type(coded, paragraph, known)
            field = "result" if name == "separate" else None
        elif field is None:
            text += words
        elif field == "result" and _is_page(code):
            type_ = _type(run, paragraph, known)
    if type_ is None:
        return None
    node = paragraph.first("w:pPr")
    values = known.paragraph(node)
    framed = node.first("w:framePr") if node is not None and values.get("framePr") == "1" else None
    if framed is not None:
        side = _SIDES.get(framed.get("xAlign") or "", "")
    alignment = properties.alignment(values) if side is None else side or None
    return PageNumber(text, type_, alignment, properties.length(values, "left"), properties.length(values, "right"))


def _is_page(code: str) -> bool:
    """Whether the code of a field gives the number of the page, not that of another one or of all."""
    word = code.strip().upper()
    return word.startswith("PAGE") and not word[4:5].isalpha()


def _words(paragraph: Node) -> Iterator[tuple[Node | None, str, str]]:
    """What stands in a paragraph, with the run that it is in: words, codes of fields, their marks."""
    for child in paragraph.children:
        if child.name == "w:fldSimple":
            run = child.first("w:r")
            yield from ((run, name, words) for name, words in (("begin", ""), ("w:instrText", child.get("instr") or ""), ("end", "")))
        elif child.name == "w:r":
            for one in child.children:
                if one.name in ("w:t", "w:instrText"):
                    yield child, one.name, one.text
                elif one.name == "w:fldChar":
                    yield child, one.get("fldCharType") or "", ""
                    # Some programs put the code into the mark.
                    yield from ((child, inner.name, inner.text) for inner in one.all("w:instrText"))
        elif child.name in ("w:hyperlink", "w:ins", "w:smartTag", "w:sdt", "w:sdtContent"):
            yield from _words(child)


def _type(run: Node | None, paragraph: Node, known: Properties) -> Type:
    return known.type(run.first("w:rPr") if run is not None else None, paragraph.first("w:pPr"))
