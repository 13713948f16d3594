"""Elements of a document: title, addressee, signature, imprint, copies, their form and order (norms TTL, ADR, SIG, IMP)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hegao.checks.base import Context, Edit, Hit, check
from hegao.checks.shared.excerpts import short
from hegao.checks.shared.title_likeness import undoubled
from hegao.checks.task.body_names import Bodies
from hegao.document.model import Addressee, Copies, Document, Entry, File, Heading, Imprint, Node, Paragraph, Title
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_SPACE = Pattern(r"\s+")
#: Titles and quotations.
_QUOTED = Pattern(r"《[^《》]*(?:《[^》]*》[^《》]*)*》|“[^“”]*”")
_NAME = Pattern(r"[^、，,；;：:\s（）()]+")
_SEVERAL = Pattern("等|、|和")
_BODY_END = Pattern("(?:人民政府|办公[厅室]|委员会|局|厅|部|院|委)$")


def squeeze(text: str) -> str:
    """The string without white space."""
    return _SPACE.sub("", text)


def _is_issued(document: Document) -> bool:
    """Whether it is an official document at all, by the marks of one: number, agency mark, addressee, signature."""
    return bool(document.number or document.masthead or document.addressee or document.signatures)


@check("title-missing", {"document"})
def title_missing(document: Document, context: Context) -> Iterator[Hit]:
    """A document with a number, an addressee or a signature but without a title."""
    if document.title is None and _is_issued(document):
        yield Hit(document.text)


@check("addressee-missing", {"document"}, parameters={"genres": {"type": "array", "items": {"type": "string"}}}, facts=("genre",))
def addressee_missing(document: Document, context: Context, genres: Sequence[str]) -> Iterator[Hit]:
    """A document of a genre that goes to somebody without an addressee (主送机关); it may stand in the imprint."""
    if document.addressee is not None or document.title is None or document.genre not in genres:
        return
    if not (document.number or document.masthead or document.signatures) or not _has_body(document):
        return
    if any(squeeze(node.text.value).startswith("主送") for node in [*document.copies, *document.imprints, *document.of("paragraph")]):
        return
    first = next(document.of("paragraph", "heading", "table"))
    if _SALUTATION.match(first.text.value):
        # An addressee that was not set on a line of its own.
        return
    yield Hit(document.title.text, {"genre": document.genre or ""})


_SALUTATION = Pattern(r"[^。；！？]{2,200}(?:政府|部门|单位|局|委|厅|部|院|办|会|公司|学校|机构|同志|社区|[县市区镇乡])[）)]?\s*[：:]")


def _has_body(document: Document) -> bool:
    return any(isinstance(node, (Paragraph, Heading)) for node in document.of("paragraph", "heading"))


@check("signature-missing", {"document"}, parameters={"genres": {"type": "array", "items": {"type": "string"}}})
def signature_missing(document: Document, context: Context, genres: Sequence[str]) -> Iterator[Hit]:
    """A document of a genre that is signed without a signing body (发文机关署名)."""
    if document.signatures or document.title is None or document.genre not in genres:
        return
    if (document.number or document.addressee) and _has_body(document) and not _dated_on_top(document):
        yield Hit(document.title.text)


def _dated_on_top(document: Document) -> bool:
    """Whether the day stands above the body, as public copies print it; they leave the signature out."""
    first = next(document.of("paragraph", "heading", "table"), None)
    return document.date is not None and first is not None and document.date.line < first.line


_END_MARK = Pattern(r"[。，、；：,;.．]+$")
_STACKED = Pattern(r"(请示报告|报告请示|请示函|报告函|函告通知|通知通告)$")
_DOUBLE_NOTICE = Pattern(r"的通知(?:的通知)+$")
_NO_DE = Pattern(r"(通知|通报|通告|公告|决定|请示|批复|报告)$")


@check("title-form", {"title"}, facts=("part", "right"))
def title_form(title: Title, context: Context) -> Iterator[Hit]:
    """Slips in the form of a document's title: a mark at its end, two genres, 的通知的通知, no 的 before the genre."""
    document = context.document
    if title is not document.title:
        return
    value = title.text.value
    end = _END_MARK.search(value)
    if end:
        word = value[max(0, end.start() - 2) : end.start()]
        at = title.text.slice(*end.span())
        yield Hit(at, {"part": word + end[0], "right": word}, (), (Edit(at, "", True),))
        value = value[: end.start()]
    outside = _QUOTED.sub(lambda match: "\ue000" * len(match[0]), value)
    stacked = _STACKED.search(outside)
    if stacked:
        right = stacked[1][:2] if stacked[1] not in ("函告通知", "通知通告") else stacked[1][2:]
        yield Hit(title.text.slice(*stacked.span(1)), {"part": stacked[1], "right": right})
        return
    double = _DOUBLE_NOTICE.search(outside)
    if double:
        yield Hit(title.text.slice(*double.span()), {"part": double[0], "right": "的通知"})
        return
    genre = _NO_DE.search(outside)
    about = outside.find("关于")
    bare = "的" not in outside[about:] and "\ue000" not in outside[about:]
    if genre and about >= 0 and (bare or outside[genre.start() - 1] == "\ue000") and _is_issued(document):
        yield Hit(title.text.slice(*genre.span()), {"part": genre[0], "right": "的" + genre[0]})


_ISSUES = Pattern(r"(?:印发|发布|公布|颁发|下发)(?P<whole>《(?P<marked>.+)》|(?P<bare>[^《》]{6,}?))的(?:通知|决定|公告|通告)(?:的通知)*[。，；]?$")
_NOW = Pattern(
    r"(?:现将|现印发|现把)《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:[（(][^（）()]*[）)])?(?:印发|下发|发给|转发)"
    r"|^《(?P<passed>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:[（(][^（）()]*[）)])?(?:已|业)经?[^。；《》]{2,60}(?:同意|通过|批准|审定)，现(?:予)?(?:印发|公布|发布|下发)"
)
_YEAR = Pattern(r"(?:19|20)\d{2}")
_VERSION = Pattern(r"\s*[（(][^（）()]{2,12}[）)]$")
_NO_LETTER = Pattern(r"[^\u3400-\u9fffA-Za-z0-9]+")


#: Titles as like as this are one title with a slip; others are of other texts.
_ONE_NAME = 0.75


@check("title-mismatch", {"document"}, facts=("announced", "real"))
def title_mismatch(document: Document, context: Context) -> Iterator[Hit]:
    """What the title says is issued, against the title of the text that follows and the title in the body."""
    match = _ISSUES.search(document.title.text.value) if document.title is not None else None
    if document.title is None or match is None:
        return
    announced = document.title.text.slice(*match.span("marked" if match["marked"] else "bare"))
    differing = _differing(document, announced, match["marked"] is not None)
    body = _title_in_body(document)
    # Another year in the body is another rule's finding; so it is in the title, where body and issued text agree.
    if body is not None and _YEAR.sub("", announced.value) == _YEAR.sub("", body.value):
        differing = [] if len(differing) == 2 and _same_title(*(at.value for at in differing)) else [at for at in differing if at != body]
    if len(differing) == 2 and _same_title(*(at.value for at in differing)):
        # Both others agree: the title is the odd one.
        yield Hit(announced, {"announced": short(differing[0].value, 60), "real": short(announced.value, 60)}, tuple(differing))
        return
    for at in differing:
        yield Hit(at, {"announced": short(announced.value, 60), "real": short(at.value, 60)}, (announced,))


def _differing(document: Document, announced: Text, marked: bool) -> list[Text]:
    """The name over the issued text and the one in the body, as far as they are not the one announced in the title."""
    # A doubled word is another rule's finding, which does not look into 《》.
    said = announced.value if marked else undoubled(announced.value)
    heading, body = _issued_title(document, announced.value), _title_in_body(document)
    names = [(undoubled(heading.value), heading)] if heading is not None else []
    names += [(body.value, body)] if body is not None else []
    return [at for name, at in names if not _same_title(said, name) and _likeness(said, name) >= _ONE_NAME]


def _odd_title(document: Document) -> bool:
    """Whether body and issued text agree on a name that the title has otherwise."""
    match = _ISSUES.search(document.title.text.value) if document.title is not None else None
    if document.title is None or match is None:
        return False
    announced = document.title.text.slice(*match.span("marked" if match["marked"] else "bare"))
    differing = _differing(document, announced, match["marked"] is not None)
    return len(differing) == 2 and _same_title(*(at.value for at in differing))


def _issued_title(document: Document, announced: str) -> Text | None:
    """The title of the issued text that comes nearest to the one announced.

    Attachments have a rule of their own.  A line of the body that reads like the title is one that could not be told as such.
    """
    titles = [part.title.text for part in document.annexes if part.title is not None and part.mark is None]
    if not titles and not document.annexes:
        titles = [node.text for node in document.of("paragraph") if _TITLE_LINE.fullmatch(node.text.value.strip())]
    same = [title for title in titles if _same_title(announced, title.value)]
    return same[0] if same else max(titles, key=lambda title: _likeness(announced, title.value), default=None)


#: A line without stops that ends as the names of schemes do.
_TITLE_LINE = Pattern(
    r"[^。；：，、《》“”]{6,60}(?:方案|计划|规划|办法|规定|措施|意见|要点|细则|规则|预案|清单|目录|名单|规范|制度)(?:[（(][^（）()]{2,12}[）)])?"
)


def _title_in_body(document: Document) -> Text | None:
    """The name that the body gives to the text it issues: 现将《…》印发给你们."""
    for node in document.parts[0].nodes[:6] if document.parts else ():
        said = _NOW.search(node.text.value) if isinstance(node, Paragraph) else None
        if said is not None:
            return node.text.slice(*said.span("title" if said["title"] else "passed"))
    return None


def _letters(title: str) -> str:
    """The title without marks and what titles leave out when others take them in: 关于 in front, 的, a version in brackets behind."""
    title = _DOUBLE_NOTICE.sub("的通知", _VERSION.sub("", title.strip()))
    return _NO_LETTER.sub("", title).removeprefix("关于").replace("的", "")


def _same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for marks, spaces and the name of the place or body in front."""
    a, b = sorted((_letters(one), _letters(other)), key=len)
    return b.endswith(a) and (len(a) == len(b) or len(a) >= 6)


def _likeness(one: str, other: str) -> float:
    """How much two titles agree; the longer may have the name of a body in front."""
    from difflib import SequenceMatcher

    a, b = sorted((_letters(one), _letters(other)), key=len)
    tails = [b[-len(a) - more :] for more in (0, 2, 4)] if len(a) >= 8 else []
    return max(SequenceMatcher(None, a, long, autojunk=False).ratio() for long in (b, *tails))


@check("addressee-form", {"addressee"}, facts=("part", "right"))
def addressee_form(addressee: Addressee, context: Context) -> Iterator[Hit]:
    """An addressee that does not end in a full-width colon, or names a body in a colloquial way."""
    text = addressee.text
    stripped = text.value.rstrip(" 　")
    last = text.slice(len(stripped) - 1, len(stripped))
    # A half-width colon is found with the other half-width marks.
    if last.value in "，,、；;。":
        yield Hit(last, {"part": last.value, "right": "："}, (), (Edit(last, "：", False),))
    elif last.value not in "：:":
        end = text.slice(max(0, len(stripped) - 4), len(stripped))
        yield Hit(end, {"part": end.value, "right": end.value + "："})
    yield from _colloquial(text, context.tables.made(Bodies))


def _colloquial(text: Text, bodies: Bodies) -> Iterator[Hit]:
    """The bodies in a list that are called by a colloquial name, or by one that the office's roster calls former."""
    for match in _NAME.finditer(text.value):
        known = bodies.lookup(match[0])
        if known is not None and known.form in ("colloquial", "wrong"):
            yield Hit(text.slice(*match.span()), {"part": match[0], "right": known.usual})
        elif bodies.former(match[0]):
            yield Hit(text.slice(*match.span()), {"part": match[0], "right": bodies.nearest(match[0]) or ""})


_OWN_NAME = Pattern(r"^(?P<body>[\u3400-\u9fff（）]{4,40}?)(?:关于|印发|转发|批转|公布|发布|对|致)")


@check("signature-form", {"document"}, facts=("part", "right"))
def signature_form(document: Document, context: Context) -> Iterator[Hit]:
    """A signature in a colloquial name, or of another body than the title names (norms SIG-01, HED-08)."""
    bodies = context.tables.made(Bodies)
    for signature in document.signatures:
        yield from _colloquial(signature.text, bodies)
    body = _titled_body(document)
    if body and document.signatures and document.genre not in ("令", "命令（令）", "命令"):
        names = [squeeze(signature.text.value) for signature in document.signatures]
        if not any(_one_body(body, name, bodies) for name in names) and all(_is_body(name) for name in names):
            yield Hit(document.signatures[0].text, {"part": names[0], "right": body})


def _titled_body(document: Document) -> str:
    """The one body that the title begins with; empty where there is none, or several."""
    if document.title is None:
        return ""
    match = _OWN_NAME.match(document.title.text.value.replace(" ", "\0").replace("　", "\0"))
    body = match["body"] if match else ""
    return body if _is_body(body) and not _SEVERAL.search(body) else ""


def _is_body(name: str) -> bool:
    return bool(_BODY_END.search(name))


def _one_body(titled: str, signed: str, bodies: Bodies) -> bool:
    """Whether the title may call the signing body so: the whole name or the end of it, or its standard short name."""
    one, other = (undoubled(name).replace("和", "").replace("委员会", "委").replace("监督管理", "监管") for name in (titled, signed))
    if one.endswith(other) or other.endswith(one):
        return True
    known, same = bodies.lookup(titled), bodies.lookup(signed)
    return bool(known and same and known.department == same.department)


_PRINTED = Pattern(
    r"^(?P<body>.*?)\s*(?P<date>(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日)\s*(?P<word>印发|印)?[。.]?$"
)


@check("imprint-form", {"imprint"}, facts=("part", "right"))
def imprint_form(imprint: Imprint, context: Context) -> Iterator[Hit]:
    """A day in the imprint, behind the body or cut from it, without 印发 behind; how the day is written is another rule's matter."""
    match = _PRINTED.match(imprint.text.value)
    if match is None or match["word"] == "印发":
        return
    if re.search(r"(?:办|室|厅|局|委|部|处|科|会|院|府)$", match["body"].strip()) or not match["body"] and imprint is not context.document.imprints[0]:
        end = match.end("word") if match["word"] else match.end("date")
        at = imprint.text.slice(match.start("date"), end)
        yield Hit(at, {"part": squeeze(at.value), "right": squeeze(match["date"]) + "印发"})


#: The list of copies ends with a body, its full stop lost.
_LAST_COPY = Pattern("(?:室|局|委|部|门|会|院|位|府|厅|区|处|办|司|队|校|团体|企业|存档|存|）)$")
_COPIES = Pattern(r"^(?P<head>抄\s*送|抄\s*报|报\s*送|分\s*送|抄送抄报)(?P<colon>\s*[：:]?)")


@check("copies-form", {"copies"}, facts=("part", "right"))
def copies_form(copies: Copies, context: Context) -> Iterator[Hit]:
    """The line of copies: 抄送 with a full-width colon in front, a full stop at the end."""
    text = copies.text
    match = _COPIES.match(text.value)
    if match is None:
        return
    if squeeze(match["head"]) != "抄送" and context.document.genre != "纪要":
        yield Hit(text.slice(*match.span("head")), {"part": squeeze(match["head"]), "right": "抄送"})
    # A half-width colon is found with the other half-width marks.
    if not match["colon"].strip():
        at = text.slice(*match.span("head"))
        yield Hit(at, {"part": squeeze(at.value), "right": squeeze(match["head"]) + "："})
    stripped = text.value.rstrip(" 　")
    last = text.slice(len(stripped) - 1, len(stripped))
    if last.value in "，,、；;.：:" and len(stripped) > match.end():
        yield Hit(last, {"part": last.value, "right": "。"}, (), (Edit(last, "。", True),))
    elif _LAST_COPY.search(stripped):
        at = text.slice(max(match.end(), len(stripped) - 4), len(stripped))
        yield Hit(at, {"part": at.value, "right": at.value + "。"})


_PUBLICITY = Pattern(r"公开|联系人|电话")


@check("element-order", {"document"}, facts=("element", "before"))
def element_order(document: Document, context: Context) -> Iterator[Hit]:
    """Elements in the wrong order: attachments announced behind the signature, a note before the date, copies behind the imprint.

    Only elements that stand below the body are compared.
    """
    signed = document.signatures[-1].text if document.signatures else None
    day = document.date.text if document.date is not None and signed is not None and document.date.line >= signed.line else None
    if signed is not None:
        late = [one for one in document.attachments if one.line > signed.line and not _in_annex(document, one)]
        if late and len(late) == len(document.attachments):
            yield Hit(late[0].text, {"element": "附件说明", "before": "署名"}, (signed,))
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


_SPECIAL = Pattern(r"^(?:特此|专此)(?P<word>通知|通告|公告|通报|报告|批复|请示|函告|函复|函达)[。！]?$")
#: What 特此… says, and the genres that may say so.
_GENRES = {
    "通知": ("通知",),
    "通告": ("通告",),
    "公告": ("公告",),
    "通报": ("通报",),
    "报告": ("报告",),
    "请示": ("请示",),
    "批复": ("批复",),
    "函告": ("函",),
    "函复": ("函",),
    "函达": ("函",),
}
_ASKS = Pattern(
    r"(?:请|望|恳请|盼|敬请)[^。；]{0,12}(?:批示|批复|批准|审批|核准|审定|审批同意|指示|批转|裁定|示复)|(?:妥否|当否|可否|是否妥当)"
)
_REQUEST = Pattern(r"^(?:以上|上述|妥否|当否|可否)?[^。]{0,16}请[^。]{0,8}(?:批示|批复|批准|审批|核准)[。！]?$")
#: A report may ask to be read, and to be passed on where it bears proposals.
_ONLY_READ = Pattern("审阅|审议|批转|参阅")


@check("genre-closing", {"document"}, facts=("closing", "genre"))
def genre_closing(document: Document, context: Context) -> Iterator[Hit]:
    """A closing phrase of another genre, a request for approval in a report, or a request that asks for nothing."""
    if document.genre not in (*_GENRES, "函") or not document.parts:
        return
    body = [node for node in document.parts[0].nodes if isinstance(node, (Paragraph, Heading))]
    for node in body[-6:]:
        value = squeeze(node.text.value)
        special = _SPECIAL.match(value)
        other = special is not None and document.genre not in _GENRES[special["word"]]
        asks = document.genre == "报告" and _REQUEST.match(value) is not None and not _ONLY_READ.search(value)
        # A letter may ask a body of its own rank for approval (请予批准), never for instructions.
        asks = asks or document.genre == "函" and "批示" in value and _REQUEST.match(value) is not None
        if other or asks:
            yield Hit(node.text, {"closing": short(value), "genre": document.genre})
    if document.genre == "请示" and body and not any(_ASKS.search(_whole(node).value) for node in body):
        last = _whole(body[-1])
        start = max(0, last.value.rstrip("。！").rfind("。") + 1)
        yield Hit(last.slice(start), {"closing": short(last.value[start:]), "genre": document.genre})


def _whole(node: Paragraph | Heading) -> Text:
    return node.body if isinstance(node, Heading) else node.text


@check("toc", {"document"}, facts=("entry", "title"))
def toc(document: Document, context: Context) -> Iterator[Hit]:
    """The contents list of a gazette against its documents: a title that differs, a document not listed, an entry without one.

    What is missing on one side is told only where nearly all the rest agrees: a part of a gazette has its whole contents list.
    """
    file = context.file
    if not file.contents or len(file.documents) < 2:
        return
    entries, listed = _entries(file)
    entry = entries[id(document)]
    if document.title is not None:
        title = document.title.text
        if entry is not None:
            same = _same_title(entry.title, title.value) or _same_title(entry.title, undoubled(title.value))
            if not same and not _odd_title(document) and _likeness(entry.title, title.value) >= _ONE_TITLE:
                yield Hit(title, {"entry": short(entry.title, 60), "title": short(title.value, 60)}, (entry.text,))
        elif len(listed) * 10 >= len(file.documents) * 8:
            yield Hit(title, {"entry": "—", "title": short(title.value, 60)})
    if document is file.documents[0] and len(listed) * 10 >= len(file.contents) * 8:
        for one in file.contents:
            if id(one) not in listed:
                yield Hit(one.text, {"entry": short(one.title, 60), "title": "—"})


#: Below this likeness an entry was misread, or stands for another document.
_ONE_TITLE = 0.6


@lru_cache(maxsize=1)
def _entries(file: File) -> tuple[dict[int, Entry | None], set[int]]:
    """The entry of each document of the file: by its number, else by its title; and which entries these are."""
    by_number = {entry.number.normal: entry for entry in reversed(file.contents) if entry.number is not None}
    found: dict[int, Entry | None] = {}
    for document in file.documents:
        entry = by_number.get(document.number.phrase.normal) if document.number is not None else None
        if entry is None and document.title is not None:
            title = document.title.text.value
            entry = next((one for one in file.contents if _same_title(one.title, title)), None)
        found[id(document)] = entry
    return found, {id(one) for one in found.values() if one is not None}
