"""Elements that a document of its genre must have and that are not there: title, addressee, signature (norms TTL, ADR, SIG)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.closing import between, is_study, place_of_signature
from hegao.checks.structure.told_otherwise import other_genre
from hegao.document.model import Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_endings


def is_official(document: Document) -> bool:
    """Whether it is an official document at all, by the marks of one: number, agency mark, addressee, signature."""
    return bool(document.number or document.masthead or document.addressee or document.signatures)


#: Reports that tell of an inquiry or an office to whoever reads them, not to a body above.
_PAPER = Pattern(r"(?:调研|考察|评估|审计|检测|研究|论证|述职|述廉|分析|监测|年度|工作)报告(?:[（(][^（）()]{1,20}[）)])?$")


#: To whom a report is read.
_LISTENERS = ("各位代表", "各位委员", "各位同志", "同志们")


def goes_out(document: Document) -> bool:
    """Whether it goes out by itself: numbered, under a masthead, addressed, or signed below its text.

    Rules that stand alone (办法) do not, nor do papers that are addressed to nobody (调研报告) and what is read to an assembly (各位代表：).
    """
    if document.number is None and document.addressee is not None and document.addressee.text.value.startswith(_LISTENERS):
        return False
    if document.number is None and document.addressee is None and document.title is not None and _PAPER.search(document.title.text.value):
        return False
    first = next(document.of("paragraph", "heading", "table"), None)
    below = any(first is None or signature.line > first.line for signature in document.signatures)
    return bool(document.number or document.masthead or document.addressee or below)


@check("title-missing", {"document"}, faults=("document", "annex", "issued"))
def title_missing(document: Document, context: Context) -> Iterator[Hit]:
    """A document with a number, an addressee or a signature but without a title; a text that it issues or attaches, where others have one."""
    if document.title is None and is_official(document):
        yield Hit(document.text, {"fault": "document"})
    yield from _untitled_annex(document, alone=context.profile != "published")
    if context.profile != "published":
        yield from _untitled_issue(document)


def _untitled_annex(document: Document, alone: bool) -> Iterator[Hit]:
    """A mark 附件2 with nothing but a table or a text below it, among others with titles, or ``alone`` where a title was announced."""
    marked = [part for part in document.annexes if part.mark is not None]
    bare = [part for part in marked if part.title is None and part.nodes]
    if len(bare) == 1 and (len(marked) > 1 or alone and len(document.attachments) == 1) and bare[0].mark is not None:
        yield Hit(between(bare[0].mark, bare[0].nodes[0].text), {"fault": "annex"})


#: 现将《…方案》印发给你们: what is issued follows.
_ISSUES_HERE = Pattern("(?:印发|转发|下发)给?你们")


def _untitled_issue(document: Document) -> Iterator[Hit]:
    """What a notice issues begins right behind its day, without its title."""
    date = document.date
    if document.genre != "通知" or document.action not in ("印发", "转发", "下发") or date is None or not document.parts:
        return
    if any(part.mark is None for part in document.annexes):
        return
    main = document.parts[0].nodes
    before = [node for node in main if node.line < date.line]
    behind = [node for node in main if node.line > date.line]
    issues = any(isinstance(node, Paragraph) and _ISSUES_HERE.search(node.text.value) for node in before)
    if issues and len(behind) > len(before) and any(isinstance(node, Heading) for node in behind):
        listed = [entry.text for part in document.parts for entry in part.contents if date.line < entry.line <= behind[0].line]
        yield Hit(between(listed[0], behind[0].text) if listed else behind[0].text, {"fault": "issued"})


@check("addressee-missing", {"document"}, parameters={"genres": {"type": "array", "items": {"type": "string"}}}, facts=("genre",))
def addressee_missing(document: Document, context: Context, genres: Sequence[str]) -> Iterator[Hit]:
    """A document of a genre that goes to somebody without an addressee (主送机关); it may stand in the imprint."""
    if document.addressee is not None or document.title is None or document.genre not in genres or is_study(document):
        return
    told = context.once(other_genre)
    if told is not None and told.said not in genres:
        # The title has the wrong genre: what the text is really goes to nobody.
        return
    if not goes_out(document) or not _has_body(document):
        return
    if any(unspaced(node.text.value).startswith("主送") for node in [*document.copies, *document.imprints, *document.of("paragraph")]):
        return
    first = next(document.of("paragraph", "heading", "table"))
    if _SALUTATION.match(first.text.value):
        # An addressee that was not set on a line of its own.
        return
    yield Hit(between(document.title.text, first.text), {"genre": document.genre or ""})


_SALUTATION = Pattern(rf"[^。；！？]{{2,200}}{ending_in(body_endings('address'))}[）)]?\s*[：:]")


def _has_body(document: Document) -> bool:
    return any(isinstance(node, (Paragraph, Heading)) for node in document.of("paragraph", "heading"))


@check("signature-missing", {"document"}, parameters={"genres": {"type": "array", "items": {"type": "string"}}})
def signature_missing(document: Document, context: Context, genres: Sequence[str]) -> Iterator[Hit]:
    """A document of a genre that is signed without a signing body (发文机关署名)."""
    if document.signatures or document.title is None or document.genre not in genres:
        return
    if (document.number or document.addressee or document.masthead) and _has_body(document) and not _dated_on_top(document):
        yield Hit(place_of_signature(document))


def _dated_on_top(document: Document) -> bool:
    """Whether the day stands above the body, as public copies print it; they leave the signature out."""
    first = next(document.of("paragraph", "heading", "table"), None)
    return document.date is not None and first is not None and document.date.line < first.line
