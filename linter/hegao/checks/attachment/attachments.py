"""Attachments (附件): announced and there, there and announced, under one title, written as the standard asks (norms ATT)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from hegao.checks.attachment.announced import MENTION, announced, number_of, others_agree, pairs, spoken_of, told_in_part
from hegao.checks.attachment.mark_slips import mark_slips
from hegao.checks.attachment.named_in_text import otherwise_named
from hegao.checks.attachment.tables_named import attachment_nowhere, tables_not_there
from hegao.checks.base import Context, Hit, check
from hegao.checks.shared import parameters
from hegao.checks.shared.passages import edit_at, in_force
from hegao.document.model import Attachment, Document, File, Heading, Paragraph, Part, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text, join
from hegao.sources.white_space import unspaced
from hegao.words.building_blocks import terminal
from hegao.words.patterns import one_of
from hegao.words.title_likeness import letters, likeness_of, undoubled
from hegao.words.vocabulary import genre_words

#: The attachment goes another way.
_ELSEWHERE = Pattern(r"另发|另附|另册|另行|略|网站|网址|下载|详见|存档|不公开|附后不|电子版|纸质")
#: The attachment of a document told before, or of what others wrote: 我局印发《…》，其附件2…; 来函附件3, 贵局报告附件2, 《…》附件1.
_ITS = Pattern(rf"(?:其|原(?![则料因])|[该来原此去][文函件]|[该原此](?:文件|合同|协议|{one_of(genre_words())})|(?:贵|你|对方|上级|上述|前述)[^，。；：]{{1,12}}|[》）)]|号文?件?)的?(?:所附)?$")
_ISSUE_TO = Pattern(r"现(?:将|把)[^。；]{0,120}?(?:印发|下发|发)给?你们|[^。；，]{0,60}印发给?你们")
#: So far back stands what an attachment is of.
_ITS_LONGEST = 20
#: More than any title has: a text stored without line breaks, of which nobody can tell where the list ends.
_LONGEST = 90


def _others_are_whole(context: Context) -> bool:
    """Whether another document of the gazette is printed with what it issues or attaches."""
    return any(other is not context.document for other in context.once_a_file(_with_annexes))


def _with_annexes(file: File) -> tuple[Document, ...]:
    """Two documents of the file that are printed with what they issue or attach; two are enough to find another one."""
    return tuple(islice((document for document in file.documents if document.annexes), 2))


@check(
    "attachment-missing",
    {"document"},
    {"paragraphs": parameters.quantity("A notice of more paragraphs than this says more than that it issues something.", 4)},
    facts=("title",),
    faults=("missing", "nowhere"),
)
def attachment_missing(document: Document, context: Context, paragraphs: int) -> Iterator[Hit]:
    """An attachment announced, mentioned by its number or issued by the notice does not follow (ATT-08).

    A published copy alone proves nothing, for attachments are often put elsewhere; a gazette does where it prints those of
    its other documents.  Fact: ``title``, the attachment as it is called there.
    """
    if context.profile == "published" and not (document.in_gazette and _others_are_whole(context)):
        return
    for hit in _not_there(document, context, paragraphs):
        yield hit._replace(facts={**hit.facts, "fault": "missing"})
    nowhere = attachment_nowhere(document)
    if nowhere is not None:
        yield Hit(nowhere, {"title": nowhere.value, "fault": "nowhere"})


def _not_there(document: Document, context: Context, paragraphs: int) -> Iterator[Hit]:
    """What is announced, numbered or issued, and does not follow."""
    found = list(pairs(document))
    for attachment, part in found:
        if part is None and len(attachment.text) <= _LONGEST and not _ELSEWHERE.search(attachment.text.value) and not _behind_forwarded(attachment, context):
            yield Hit(attachment.text, {"title": attachment.text.value})
    yield from _mentioned(document)
    yield from tables_not_there(document)
    if not document.attachments and not document.annexes:
        yield from _issued(document, paragraphs)


def _behind_forwarded(attachment: Attachment, context: Context) -> bool:
    """Whether the attachment stands behind another document of the file: one that is forwarded, and so an attachment itself."""
    title = letters(attachment.text.value)
    titles = (part.title for other in context.file.documents if other is not context.document for part in (*other.annexes, Part("main", other.title)))
    return any(own is not None and letters(own.text.value) == title for own in titles)


def _announced_before(part: Part, context: Context) -> bool:
    """Whether another document of the file announces the text: the one that forwards this document."""
    title = letters(part.title.text.value) if part.title is not None else ""
    return any(letters(one.text.value) == title for other in context.file.documents if other is not context.document for one in other.attachments)


def _mentioned(document: Document) -> Iterator[Hit]:
    """附件3 in the text where the list of attachments ends before."""
    known = {attachment.number or 1 for attachment in announced(document)}
    known |= {number_of(part.mark.value) or 1 for part in document.annexes if part.mark is not None}
    if not known:
        return
    for part in document.parts:
        if part.mark is not None:
            continue
        for node in part.nodes:
            if isinstance(node, Heading | Paragraph):
                text = node.body
                for match in MENTION.finditer(text.value):
                    number = number_of(match[0])
                    quoted = text.value.rfind("《", 0, match.start()) > text.value.rfind("》", 0, match.start())
                    of_other = _ITS.search(text.value, max(0, match.start() - _ITS_LONGEST), match.start()) is not None
                    if number not in known and not quoted and not of_other:
                        known.add(number or 0)
                        yield Hit(text.slice(*match.span()), {"title": match[0]})


def _issued(document: Document, paragraphs: int) -> Iterator[Hit]:
    """现将《…》印发给你们, and nothing follows."""
    if document.genre != "通知" or document.action not in ("印发", "公布", "下发"):
        return
    main = [node for part in document.parts if part.role == "main" for node in part.nodes]
    if any(isinstance(node, Heading | Table) for node in main) or len(main) > paragraphs:
        return
    for node in main:
        if isinstance(node, Paragraph):
            match = _ISSUE_TO.search(node.text.value)
            if match and not _ELSEWHERE.search(node.text.value):
                at = node.text.slice(*match.span())
                title = re.search("《(.+)》", at.value)
                yield Hit(at, {"title": title[1] if title else at.value})
                return


@check("attachment-unannounced", {"document"}, facts=("title",), faults=("issued",))
def attachment_unannounced(document: Document, context: Context) -> Iterator[Hit]:
    """A text under the mark 附件 that no list of attachments and no sentence of the document speaks of (ATT-08).

    What a notice issues needs no announcement.  Fact: ``title``, the title or the mark.
    """
    listed = list(pairs(document))
    told = {part for _attachment, part in listed}
    main = "\n".join(_speaking(document))
    for part in document.annexes:
        if part.mark is None or part in told or not re.fullmatch(r"附件[\d一二三四五六七八九十]*[：:]?", part.mark.value):
            continue
        if _announced_before(part, context):
            continue
        number = number_of(part.mark.value)
        title = part.title.text.value if part.title else ""
        if number is not None and listed and all(one.number is not None for one, _part in listed):
            # A numbered list of others leaves this one out, whatever the text says of it.
            yield Hit(_headed(part, part.mark), {"title": title or part.mark.value})
            continue
        if number is None and (listed or "附件" in main) or number is not None and re.search(rf"附件[^。；]{{0,12}}?{number}(?!\d)", main):
            continue
        if title and (letters(title) in letters(main) or document.title is not None and letters(title) in letters(document.title.text.value)):
            # The mark makes an attachment of what is made public, and a list of attachments is to name it.
            if context.profile == "final" and not listed and _MADE_PUBLIC.search(main):
                yield Hit(_headed(part, part.mark), {"title": title, "fault": "issued"})
            continue
        if context.profile == "published" and any(node.kind == "table" for node in _main(document)) and not listed:
            continue
        yield Hit(_headed(part, part.mark), {"title": title or part.mark.value})


#: What is told to all: 现将……名录予以公布.
_MADE_PUBLIC = Pattern(r"现(?:将|把)?[^。；]{0,60}予以?(?:公布|公示|发布)")


def _headed(part: Part, mark: Text) -> Text:
    """The mark and the title below it."""
    return join((mark, part.title.text)) if part.title is not None and part.title.line > mark.line else mark


def _speaking(document: Document) -> Iterator[str]:
    """The texts that may speak of attachments: the document itself, and what it issues, which has attachments of its own; their tables, too."""
    for part in document.parts:
        if part.mark is None:
            for node in part.nodes:
                if isinstance(node, Table):
                    yield from (row.text.value for row in node.rows)
                elif isinstance(node, Heading | Paragraph):
                    yield node.body.value


def _main(document: Document) -> Iterator[Heading | Paragraph | Table]:
    for part in document.parts:
        if part.role == "main":
            for node in part.nodes:
                if isinstance(node, Heading | Paragraph | Table):
                    yield node


#: What state a text is in is a part of its title (norms TTL-12): a draft is not what is issued.
_STATE = Pattern(r"[（(](?:草案|初稿|讨论稿|征求意见稿|送审稿|修订稿|修改稿|报批稿|建议稿)[）)]$")


@check(
    "attachment-title",
    {"document"},
    {"likeness": parameters.percent("How like two titles must be to be one title with a slip.", 50)},
    facts=("announced", "real"),
)
def attachment_title(document: Document, _context: Context, likeness: int) -> Iterator[Hit]:
    """An attachment bears another title than it was announced under (ATT-06); spaces and marks do not count.

    Facts: ``announced`` and ``real``.
    """
    for named in otherwise_named(document, likeness / 100):
        yield Hit(named.at, {"announced": named.attachment.text.value, "real": named.at.value}, (named.attachment.text,))
    for attachment, part in pairs(document):
        if part is None or part.title is None:
            continue
        announced_as, real = letters(attachment.text.value), letters(part.title.text.value)
        if announced_as != real and letters(_STATE.sub("", attachment.text.value)) == letters(_STATE.sub("", part.title.text.value)):
            yield Hit(part.title.text, {"announced": attachment.text.value, "real": part.title.text.value}, (attachment.text,), about=(part.title.text, attachment.text))
            continue
        # The one that is left where all others bear theirs may be called quite otherwise.
        alike = likeness_of(announced_as, real) >= likeness / 100 or _in_place(attachment, part) and others_agree(document, attachment)
        # A title that goes on on the next line, or bears a remark in brackets, was not read to its end; the body in front of
        # 关于 may be left out.
        if announced_as == real or told_in_part(announced_as, real):
            continue
        if alike:
            # Where but a word is doubled, either may be the one with the slip.
            about = (part.title.text, attachment.text) if undoubled(announced_as) == undoubled(real) else ()
            facts = {"announced": attachment.text.value, "real": part.title.text.value}
            # The text itself was approved under its title, unless the document speaks of it by the other one.
            told = spoken_of(document, announced_as, real) > 0
            at, other = (part.title.text, attachment.text) if told else (attachment.text, part.title.text)
            yield Hit(at, facts, (other,), about=about)


def _in_place(attachment: Attachment, part: Part) -> bool:
    """Whether the number of an attachment is that over the text."""
    return attachment.number is not None and part.mark is not None and number_of(part.mark.value) == attachment.number


_MARK = Pattern(lambda: rf"^(?:(?P<odd>{terminal('_ODD_ATTACHMENT')})|附件?(?P<n>\d{{1,2}}|[一二三四五六七八九十])?(?P<colon>[：:]?))")
_ITEM = Pattern(r"^(?P<n>\d{1,2})(?P<stop>[.．、])")
_BEHIND = Pattern(r"[。；，、;,]+$")


@check(
    "attachment-form",
    {"document"},
    {
        "since": {
            "description": "Day (YYYY-MM-DD) from which the standard binds: older documents are left alone.",
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "default": "2012-07-01",
        }
    },
    facts=("written", "right"),
    faults=("form", "likely"),
)
def attachment_form(document: Document, context: Context, since: str) -> Iterator[Hit]:
    """The list of attachments and the marks over them are not written as 7.3.4 and 7.3.7 of GB/T 9704—2012 ask.

    附件：1.甲 and 2.乙 on the next line; no number where there is one; no mark behind a title; 附件1 over the text, without
    colon.  Facts: ``written`` and ``right``.
    """
    if not in_force(document, since):
        return
    for hit in _as_written(document, context):
        yield hit._replace(facts={**hit.facts, "fault": "form"})
    for slip in mark_slips(document, final=context.profile != "published"):
        yield Hit(slip.at, {"written": slip.at.value, "right": slip.right, "fault": "likely" if slip.likely else "form"}, slip.others)


def _as_written(document: Document, context: Context) -> Iterator[Hit]:
    """The list and the marks, each as it is written."""
    # Where more lie behind than were announced, the number is right and the list too short.
    marked = [part for part in document.annexes if part.mark is not None and number_of(part.mark.value) is not None]
    several = len(document.attachments) > 1 or len(marked) > 1
    for index, attachment in enumerate(document.attachments):
        written = attachment.written
        if written is not None and len(written) <= _LONGEST and not _called_so(written.value, document):
            right = _announcement(written.value, index, several)
            if right != written.value:
                yield Hit(written, {"written": written.value, "right": right}, edits=edit_at(written, right, False))
    if context.profile != "published":
        yield from _unmarked(document)
    for part in document.annexes:
        if part.mark is not None and unspaced(part.mark.value).startswith("附件"):
            mark = unspaced(part.mark.value)
            right = _BEHIND_MARK.sub("", mark)
            match = _MARK.match(right)
            if match and match["n"] and not match["n"].isdigit():
                right = f"附件{number_of(match['n'])}"
            if _alone(part, document):
                right = "附件"
            if right != mark:
                yield Hit(part.mark, {"written": mark, "right": right}, edits=edit_at(part.mark, right))


def _called_so(written: str, document: Document) -> bool:
    """Whether the texts themselves bear the word under which they are announced: 附表：… over 附表1."""
    word = written.partition("：")[0]
    return word != "附件" and any(part.mark is not None and part.mark.value.rstrip("0123456789") == word for part in document.annexes)


def _alone(part: Part, document: Document) -> bool:
    """Whether a mark with the number 1 stands over the only attachment, which was announced without number."""
    marked = [other for other in document.annexes if other.mark is not None]
    one = len(marked) == 1 and len(document.attachments) == 1 and document.attachments[0].number is None
    return one and part.mark is not None and number_of(part.mark.value) == 1


def _unmarked(document: Document) -> Iterator[Hit]:
    """An announced attachment that follows without its mark, though it is not what the document issues."""
    named = letters(document.title.text.value) if document.title is not None else ""
    for attachment, part in pairs(document):
        if part is not None and part.mark is None and part.title is not None and letters(part.title.text.value) not in named:
            mark = f"附件{attachment.number}" if attachment.number is not None else "附件"
            yield Hit(part.title.text, {"written": part.title.text.value, "right": f"{mark}（换行）{part.title.text.value}"})


_BEHIND_MARK = Pattern(r"[：:、.．，,；;]$")
#: 附件：附表：….
_MARK_AGAIN = Pattern("^附[件表录][一二三四五\\d]{0,2}[：:]")


def _announcement(written: str, index: int, several: bool) -> str:
    """An announced attachment as it should be written; ``index`` counts from 0 in its list."""
    mark = _MARK.match(written)
    marked = mark is not None and bool(mark["colon"] or mark["odd"])
    rest = _MARK_AGAIN.sub("", written[mark.end() :] if mark and marked else written)
    item = _ITEM.match(rest)
    name = _BEHIND.sub("", rest[item.end() :] if item else rest)
    if written.startswith(("（", "(")) and name.count("（") < name.count("）"):
        name = name[:-1]
    if name.startswith("《") and name.endswith("》") and name.count("《") == 1:
        name = name[1:-1]
    number = f"{index + 1}." if several else ""
    if item and several:
        # What number it should bear is a question of its own.
        number = item["n"] + ("." if item["stop"] == "、" else item["stop"])
    return ("附件：" if index == 0 and marked else "") + number + name
