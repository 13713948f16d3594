"""The order of the elements of a document, and what is not to stand among them (GB/T 9704—2012, 7.3.4, 7.3.6, 7.4.2; norms ATT-10, SIG-05, IMP-06)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.passages import in_force
from hegao.checks.structure.steps_amiss import steps_amiss
from hegao.document.model import Document, Node, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced

#: Since that day the elements stand so (条例 of 2012).
_SINCE = "2012-07-01"
_PUBLICITY = Pattern(r"公开|联系人|电话")


#: What is not to stand over a signature that comes onto a page of its own (GB/T 9704—2012, 7.3.5.5).
_NO_TEXT = Pattern(r"^[（(\[【]?(?:(?:此|本)页(?:为[^（）]{2,6}页)?，?(?:无正文|无内容|空白)(?:，[^（）]{2,10})?|(?:此页|本页)?以下(?:空白|无正文|无内容))[）)\]】]?[。]?$")


@check("element-order", {"document"}, facts=("element", "before"), faults=("order", "empty", "step"))
def element_order(document: Document, context: Context) -> Iterator[Hit]:
    """Elements in the wrong order: attachments announced behind the signature, a note before the date, copies behind the imprint.

    Only elements that stand below the body are compared.
    """
    for hit in _out_of_order(document):
        yield hit._replace(facts={**hit.facts, "fault": "order"})
    # What stands alone below the text may have been read as the title of what follows.
    titles = [part.title for part in document.annexes if part.title is not None]
    for node in (*document.of("paragraph"), *document.notes, *document.unparsed, *titles):
        if _NO_TEXT.match(unspaced(node.text.value)) and in_force(document, _SINCE):
            yield Hit(node.text, {"element": unspaced(node.text.value), "before": "署名", "fault": "empty"})
    for step in steps_amiss(context):
        yield Hit(step.at, {"element": step.step, "before": step.before, "fault": "step"})


#: What a text ends with, a line of its own; a note by its words, and how near above the signature it stands.
_CLOSING = Pattern(r"^(?:(?:特此|专此)[^。；，]{2,8}|此复|[当妥]否，?[^。；]{0,4}请[^。；，]{2,8})[。！]?$")
_NOTE = Pattern(r"^[（(](?:此件|本件|此文)[^（）()]{0,8}公开[^（）()]{0,8}[）)]$")
_NEAR = 4


def _out_of_order(document: Document) -> Iterator[Hit]:
    signed = document.signatures[-1].text if document.signatures else None
    day = document.date.text if document.date is not None and signed is not None and document.date.line >= signed.line else None
    if signed is not None:
        late = [one for one in document.attachments if one.line > signed.line and not _in_annex(document, one)]
        if late and len(late) == len(document.attachments):
            yield Hit(late[0].text, {"element": "附件说明", "before": "署名"}, (signed,))
    early = document.date
    if signed is not None and early is not None and early.role == "issue" and signed.line == early.line + 1:
        yield Hit(early.text, {"element": "成文日期", "before": "署名"}, (signed,))
    announced = [one for one in document.attachments if not _in_annex(document, one)]
    closing = next((one for one in document.parts[0].nodes if isinstance(one, Paragraph) and _CLOSING.match(unspaced(one.text.value))), None) if document.parts and announced else None
    if closing is not None and announced[-1].line < closing.line and (signed is None or closing.line < signed.line):
        yield Hit(announced[0].text, {"element": "附件说明", "before": "结束语"}, (closing.text,))
    unsigned = [note for note in (*document.notes, *document.of("paragraph")) if signed is not None and _NOTE.match(unspaced(note.text.value)) and 0 < signed.line - note.line <= _NEAR]
    if unsigned and signed is not None:
        yield Hit(unsigned[0].text, {"element": "附注", "before": "署名"}, (signed,))
    if day is not None:
        for note in document.notes:
            if signed is not None and signed.line < note.line < day.line and _PUBLICITY.search(note.text.value):
                yield Hit(note.text, {"element": "附注", "before": "成文日期"}, (day,))
    printed = [imprint for imprint in document.imprints if "印发" in imprint.text.value]
    if printed:
        for copies in document.copies:
            if copies.line > printed[-1].line:
                yield Hit(copies.text, {"element": "抄送机关", "before": "印发机关"}, (printed[-1].text,))


def _in_annex(document: Document, node: Node) -> bool:
    """Whether the node stands in a text that the document issues."""
    starts = [part.title.line for part in document.annexes if part.title is not None]
    return any(start <= node.line for start in starts)
