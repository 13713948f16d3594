"""Elements that a document of its kind must have: signer and contact of what goes upwards, copy number of what is secret, who attended; and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.closing import between
from hegao.checks.shared.passages import in_force
from hegao.checks.shared.roster import Bodies
from hegao.checks.structure.disclosure import disclosure_slips
from hegao.checks.structure.genre_routes import without_leave
from hegao.checks.structure.half_told import told_by_half
from hegao.checks.structure.masthead_form import is_secret, masthead_slips
from hegao.checks.structure.told_otherwise import other_genre
from hegao.checks.structure.untold_content import untold_content
from hegao.document.model import Document, Heading, Node, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import element_words

_SIGNER = Pattern(rf"{one_of(element_words('signer'))}[：:]?[^：:]|{one_of(element_words('signer-slip'))}[：:][^：:]")
_COPY_NUMBER = Pattern(r"^\d{6}$")
_CONTACT = Pattern("联系人|联系电话|联系方式|联系单位|承办人|经办人")
_PRESENT = Pattern(r"^(?:出席|参加|参会|与会|到会)|(?:出席|参加|参会|与会)(?:会议)?(?:的?(?:人员|领导|同志|单位|有|：|:))")
_OTHERS = Pattern(r"^(?:列席|请假|缺席|记录|记录人)(?:人员|人|单位|会议)?[：:]")


#: Since that day documents bear these elements (条例 of 2012).
_SINCE = "2012-07-01"


class Missing(NamedTuple):
    """What is missing, and the place where it shows."""

    element: str
    at: Text


@check(
    "element-missing",
    {"document"},
    {"years": {"description": "The longest times of secrecy, in years, by degree from the highest.", "type": "array", "items": {"type": "integer"}, "default": [30, 20, 10]}},
    facts=("element", "right"),
    faults=("missing", "content", "form", "way"),
)
def element_missing(document: Document, context: Context, years: Sequence[int]) -> Iterator[Hit]:
    """An element of the masthead, of the note or of minutes that is not there, or does not say what it should (条例 9, 15; norms HED-09 to HED-14, SIG-05 to SIG-09, GEN-19)."""
    if not in_force(document, _SINCE):
        return
    for hit in _missing(document, context):
        yield hit._replace(facts={**hit.facts, "right": "", "fault": "missing"})
    for untold in untold_content(context):
        yield Hit(untold.at, {"element": untold.element, "right": "", "fault": "content"})
    for slip in masthead_slips(document, years):
        yield Hit(slip.at, {"element": unspaced(slip.at.value), "right": slip.right, "fault": "form"})
    for said in disclosure_slips(document):
        yield Hit(said.at, {"element": unspaced(said.at.value), "right": said.right, "fault": said.fault})


def _missing(document: Document, context: Context) -> Iterator[Hit]:
    """What is not there."""
    found = [_copy_number(document), _attendance(document), _meeting(document)]
    unagreed = without_leave(document, context.tables.made(Bodies))
    if unagreed is not None:
        found.append(Missing("“经本级人民政府同意”一类说明（部门向下级政府行文）", between(document.addressee.text if document.addressee is not None else unagreed, unagreed)))
    if context.once(other_genre) is None:
        found += [_signer(document), _contact(document), _telephone(document)]
    for missing in found:
        if missing is not None:
            yield Hit(missing.at, {"element": missing.element})
    noted = _noted_below(document)
    if noted is not None:
        yield Hit(noted.at, {"element": noted.element})
    for half in told_by_half(document):
        yield Hit(half.at, {"element": half.element})


def _goes_up(document: Document) -> bool:
    """Whether a document goes to a body above: a request, or a report to one body or two, not to a class of them."""
    if document.addressee is None:
        # Where the addressee is missing or misread, the agency code tells: 江水报, 江水请.
        return document.genre == "请示" or document.genre == "报告" and document.number is not None and document.number.phrase.code.endswith(("报", "呈"))
    return document.genre in ("请示", "报告") and not document.addressee.name.startswith(("各", "全"))


def _signer(document: Document) -> Missing | None:
    """签发人 of a document that goes upwards; its masthead is there where it bears a number."""
    number = document.number.text if document.number is not None else document.blank_number
    if number is None or not _goes_up(document) or any(_SIGNER.search(unspaced(one.value)) for one in (*(mark.text for mark in document.masthead), number)):
        return None
    return Missing("签发人", number)


def _contact(document: Document) -> Missing | None:
    """The note of a request with whom to call."""
    if document.genre != "请示" or document.addressee is None or not document.signatures and document.date is None:
        return None
    nodes: list[Node] = [*document.notes, *document.imprints, *document.of("paragraph", "heading")]
    if any(_CONTACT.search(node.body.value if isinstance(node, Heading) else node.text.value) for node in nodes):
        return None
    at = document.date.text if document.date is not None else document.signatures[-1].text
    return Missing("附注中的联系人和电话", at)


#: The text sends its reader to the note: 联系人及电话见文末.
_SENDS_TO_NOTE = Pattern(r"(?:联系人|联系电话|联系方式|联络员|电话)[^。；（）()：:，]{0,10}(?:见|附|列)(?:于|在)?(?:文末|文后|文尾|后|附注|本文末)")


_TELEPHONE = Pattern(r"(?<![\d〔])\d{7,11}(?!\d)|\d{3,4}[-—－]\d{7,8}")


def _noted_below(document: Document) -> Missing | None:
    """The note of which the text speaks, where nothing below tells whom to call."""
    nodes = [node.body for node in document.of("paragraph", "heading") if isinstance(node, Heading | Paragraph)]
    sent = next(((text, match) for text in nodes if (match := _SENDS_TO_NOTE.search(text.value))), None)
    if sent is None:
        return None
    text, match = sent
    told = [*(note.text.value for note in document.notes), *(other.value for other in nodes if other is not text), text.value[: match.start()] + text.value[match.end() :]]
    return None if any(_CONTACT.search(value) or _TELEPHONE.search(value) for value in told) or document.attachments else Missing("附注中的联系人和电话", text.slice(*match.span()))


_PERSON_NOTED = Pattern(r"^[（(]?联系人(?:及电话|和电话|、电话)?[：:]")
_ONLY_REACHED = Pattern(r"^[（(](?:联系)?电话(?:号码)?[：:][\d\s—－-]+[）)]$")
_REACHED = Pattern(r"\d{4,}|[×XxＸ*_—]{4,}|…|电话[：:]\s*$")


def _telephone(document: Document) -> Missing | None:
    """The note that names whom to call, but no telephone; that of a request the other way round, too."""
    alone = next((note.text for note in document.notes if document.genre == "请示" and _ONLY_REACHED.match(note.text.value)), None)
    if alone is not None:
        return Missing("联系人", alone)
    noted = [note.text for note in document.notes if _PERSON_NOTED.match(note.text.value)]
    return next((Missing("联系电话", note) for note in noted if not _REACHED.search(note.value)), None)


def _copy_number(document: Document) -> Missing | None:
    """份号 of a secret document."""
    secret = is_secret(document)
    if secret is None or any(_COPY_NUMBER.match(unspaced(one.text.value)) for one in document.masthead):
        return None
    return Missing("份号（涉密公文应标份号）", secret)


def _attendance(document: Document) -> Missing | None:
    """Minutes that tell who sat in, was absent or kept the record, but not who took part."""
    if document.genre != "纪要":
        return None
    texts = [node.text for node in document.of("paragraph") if isinstance(node, Paragraph)]
    if any(_PRESENT.search(unspaced(text.value)) for text in texts):
        return None
    return next((Missing("出席人员", text) for text in texts if _OTHERS.match(unspaced(text.value))), None)


#: What the head of minutes tells, label by label, and how a text says where the meeting was held.
_CHAIR = Pattern(r"^主持(?:人|人员)?[：:]")
_HEAD = {"会议时间": Pattern(r"^(?:会议|开会)?(?:时间|日期)[：:]"), "会议地点": Pattern(r"^(?:会议|开会)?地点[：:]")}
_SAID = {"会议时间": Pattern(r"\d月\d{1,2}日"), "会议地点": Pattern(r"在[^。；，]{2,24}(?:会议室|会议中心|礼堂|召开|主持|现场|楼)|视频会议|[线网]上")}


def _meeting(document: Document) -> Missing | None:
    """Minutes whose head has labels for the one who presided and for either time or place, but not for both, and whose text says it nowhere."""
    if document.genre != "纪要":
        return None
    texts = [node.text for node in document.of("paragraph") if isinstance(node, Paragraph)]
    chair = next((text for text in texts if _CHAIR.match(text.value)), None)
    missing = [element for element, label in _HEAD.items() if not any(label.match(text.value) for text in texts)]
    if chair is None or len(missing) != 1 or any(_SAID[missing[0]].search(text.value) for text in texts):
        return None
    return Missing(missing[0], chair)
