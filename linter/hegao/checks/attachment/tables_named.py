"""Tables that the text sends readers to by number (见表3), against those that bear numbers; attachments where there are none at all."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Hit
from hegao.document.model import Document, Heading, Paragraph, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_CAPTION = Pattern(r"^表\s*(?P<n>\d{1,2})(?![\d.．—-])[^，。；]{0,40}$")
_SEE = Pattern(r"(?:详?见|按照?|如)(?P<table>(?:附件\d{0,2})?表\s*(?P<n>\d{1,2}))(?![\d.．—-])")
#: One table with a number proves no series.
_FEWEST = 2


def tables_not_there(document: Document) -> Iterator[Hit]:
    """The numbers of tables that the text names behind the last one that there is."""
    there: set[int] = set()
    named = []
    for part in document.parts:
        for node in part.nodes:
            text = node.body if isinstance(node, Heading | Paragraph) else node.text
            caption = _CAPTION.match(text.value.split("\n", 1)[0])
            if caption is not None:
                there.add(int(caption["n"]))
            elif isinstance(node, Heading | Paragraph):
                named += [(text.slice(*match.span("table")), int(match["n"])) for match in _SEE.finditer(text.value) if match["table"].startswith("表")]
    if len(there) < _FEWEST or there != set(range(1, max(there) + 1)):
        return
    for at, number in named:
        if number > max(there):
            yield Hit(at, {"title": at.value})


#: An attachment of what others wrote: 来函附件, 《…》附件.
_OF_OTHERS = Pattern(r"[其原来贵你该此文函件》）)]的?(?:所附)?(?:详?见)?$")
_LONGEST_NAME = 8
#: The text sends its reader to an attachment, and there is none: 分配标准见附件, 名单附后.
_SENDS = Pattern(r"(?:详?见|列于|附于|填写)(?P<at>附件\d{0,2})(?=[，。；）)、]|$)|(?P<behind>(?:名单|[表单册录]|标准|办法|图)(?:附后|见附件))(?=[，。；）)]|$)")


def attachment_nowhere(document: Document) -> Text | None:
    """An attachment to which the text sends its reader, where the document has none at all and ends with its signature."""
    nodes = [node for part in document.parts for node in part.nodes]
    if document.in_gazette or document.attachments or not document.signatures or document.annexes or any(isinstance(node, Table) for node in nodes) or nodes and nodes[-1].line > document.signatures[-1].line:
        return None
    for node in nodes:
        match = _SENDS.search(node.body.value) if isinstance(node, Heading | Paragraph) and "附" in node.body.value else None
        if match is not None and isinstance(node, Heading | Paragraph) and not _OF_OTHERS.search(node.body.value, max(0, match.start() - _LONGEST_NAME), match.start()):
            group = match.lastgroup or 0
            return node.body.slice(*match.span(group))
    return None
