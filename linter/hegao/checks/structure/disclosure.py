"""How far a document is public (公开属性): one of the ways of 政府信息公开条例, and one that goes with its secrecy and its genre (norms SIG-05 to SIG-09)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.structure.masthead_form import is_secret
from hegao.document.model import Document, Node, Note
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import element_words, genre_names, genre_words

#: What the note or the line of the imprint says: 此件公开发布, 公开方式：主动公开.
_SAID = Pattern(rf"^[（(【\[〔]?(?:[此本]件(?:(?:公开)?属性)?(?:为|是|属|[：:])?(?=[^）)】\]〕。]*公开)|{one_of(element_words('disclosure'))}[：:])(?P<way>[^）)】\]〕。]+)")
_BRACKETED = Pattern(r"^[（(].*[）)]$")
#: Of several ways side by side one is ticked: ☑主动公开□依申请公开.
_TICKED = Pattern("[□☑√■◻☐✓]")
#: The reader gets it at once, or not at all.
_OPEN, _CLOSED = element_words("way-open"), element_words("way-closed")
_WAYS = sorted((*_OPEN, *_CLOSED, *element_words("way")), key=len, reverse=True)
#: What binds everybody is public: 江政规〔2026〕1号, 关于印发《…管理办法》的通知.
_BINDING_CODE = "规"
_RULES = Pattern(rf"(?:印发|公布|发布)[^》]*{ending_in((*genre_words(use='standing'), '标准'))}(?:（[^（）]{{1,12}}）)?》?的?{one_of(genre_words(use='carries'))}$")
_CHARGES = Pattern("收费|补偿标准|补贴标准|征收|价格|救助标准|资助标准")
#: What only the office needs: drafts on which others are asked.
_DRAFT = Pattern("征求.*意见")


class Undisclosed(NamedTuple):
    """A way of disclosure at fault: its place, what is wrong, and the fault: ``form`` or ``way``, which is only likely."""

    at: Text
    right: str
    fault: str


def disclosure_slips(document: Document) -> Iterator[Undisclosed]:
    """The slips in what the document says of its own disclosure."""
    for node in (*document.notes, *document.imprints):
        match = _SAID.match(unspaced(node.text.value))
        if match is None or _TICKED.search(node.text.value):
            continue
        way = next((word for word in _WAYS if match["way"].startswith(word)), None)
        if way is None:
            yield Undisclosed(node.text, "公开属性写主动公开、依申请公开、不予公开之一", "form")
            continue
        if isinstance(node, Note) and _BRACKETED.match(unspaced(node.text.value)) is None:
            yield Undisclosed(node.text, "附注用圆括号括入，括号内外不加句号", "form")
        yield from _amiss(node, way, document)


def _amiss(node: Node, way: str, document: Document) -> Iterator[Undisclosed]:
    """A way that the secrecy of the document forbids, or that hardly goes with what it is."""
    secret = is_secret(document)
    if secret is not None and (way not in _CLOSED or way.startswith("依")):
        yield Undisclosed(node.text, f"标有密级（{unspaced(secret.value)}）的公文不得公开", "form")
    elif way in _CLOSED and _binds_all(document):
        yield Undisclosed(node.text, "涉及公众利益的规范性文件、公告、通告应当主动公开，请核对", "way")
    elif way in _OPEN and _is_inner(document):
        yield Undisclosed(node.text, "内部事务、过程性文件一般不主动公开，请核对", "way")


def _binds_all(document: Document) -> bool:
    """Whether the document binds or concerns everybody: rules under a number of their own, what is told to the public, charges."""
    title = document.title.text.value if document.title is not None else ""
    numbered = document.number is not None and document.number.phrase.code.endswith(_BINDING_CODE)
    return numbered or document.genre in genre_names("public") or _RULES.search(title) is not None or _CHARGES.search(title) is not None


def _is_inner(document: Document) -> bool:
    """Whether the document only goes to a body above, or asks others for their views on a draft."""
    if document.genre == "请示" or document.genre == "报告" and document.addressee is not None and not document.addressee.name.startswith("各"):
        return True
    return document.genre in ("函", "通知") and document.title is not None and document.addressee is not None and _DRAFT.search(document.title.text.value) is not None
