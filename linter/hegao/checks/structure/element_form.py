"""The form and order of addressee, signature, imprint and copies (norms ADR, SIG, IMP)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from hegao.checks.base import Context, Edit, Hit, check
from hegao.checks.shared.issuing_bodies import OWN_NAME, institution, is_body, marked_bodies, one_body, strange_issuer, titled_body
from hegao.checks.shared.parameters import quantity
from hegao.checks.shared.passages import in_force, running
from hegao.checks.shared.roster import Bodies
from hegao.checks.structure.cut_readers import cut_readers
from hegao.checks.structure.genre_routes import address_routes, skipped
from hegao.checks.structure.joint_issue import joint_bodies, out_of_turn, unsigned
from hegao.checks.structure.printing_body import strange_printer
from hegao.checks.structure.signed_short import signed_short
from hegao.checks.structure.told_otherwise import other_genre
from hegao.checks.structure.upward import copied_amiss, several_superiors, two_systems
from hegao.document.model import Addressee, Copies, Document, Imprint, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.departments import plain, split_place
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import about_words, body_endings, element_words, level_names, self_letters

#: Since that day a request goes to one superior (条例 of 2012).
SINCE = "2012-07-01"
_NAME = Pattern(r"[^、，,；;：:\s（）()]+")
#: The letter of a place: 各镇各单位 goes without a mark.
_SMALL = f"(?:{one_of(name for name in level_names('place') if len(name) == 1)})"
#: Two classes of bodies side by side without a mark: 县直有关单位各中小学校, 各学院各部门.
_NO_MARK = Pattern(
    rf"(?:(?<![^、，：])各[^、，：（）各]{{2,12}}|[直属][^、，：（）各]{{0,4}}单位|各[^、，：（）各]{{0,6}}{ending_in(body_endings('address'))})(?<!{_SMALL})(?=各)"
    rf"|{ending_in(body_endings('sign'))}(?<!社)(?={_SMALL}(?![分域])[\u3400-\u9fff]{{2,}}{ending_in(body_endings('sign'))})"
)
_CUT_OFFICE = Pattern(r"人民政府办(?=[、，,：:]|$)")


@check("addressee-form", {"addressee"}, facts=("part", "right"), faults=("form", "several", "reported", "systems", "route"))
def addressee_form(addressee: Addressee, context: Context) -> Iterator[Hit]:
    """An addressee that does not end in a full-width colon, names a body in a colloquial way, or two bodies where one is asked."""
    for hit in _form(addressee, context):
        yield hit._replace(facts={**hit.facts, "fault": "form"})
    for at in two_systems(addressee.text):
        yield Hit(at, {"part": at.value, "right": at.value.replace("、", "，"), "fault": "systems"})
    for route in address_routes(context.document, context.tables.made(Bodies)):
        yield Hit(route.at, {"part": route.part, "right": route.right, "fault": "route"})
    several = several_superiors(addressee, context.document) if context.once(other_genre) is None else None
    if several is not None and in_force(context.document, SINCE):
        yield Hit(several.at, {"part": several.at.value, "right": several.right, "fault": several.fault})


def _form(addressee: Addressee, context: Context) -> Iterator[Hit]:
    """The mark at the end and colloquial names."""
    text = addressee.text
    stripped = text.value.rstrip(" 　")
    last = text.slice(len(stripped) - 1, len(stripped))
    if last.value == ":":
        yield Hit(last, {"part": ":", "right": "："}, (), (Edit(last, "：", True),))
    elif last.value in "，,、；;。.":
        # Whatever the width of the mark, it is the wrong one: the hit is about the end of the list.
        yield Hit(last, {"part": last.value, "right": "："}, (), (Edit(last, "：", False),), about=(_before(text, stripped),))
    elif last.value != "：":
        end = text.slice(max(0, len(stripped) - 4), len(stripped))
        yield Hit(end, {"part": end.value, "right": end.value + "："}, about=(last,))
    within = stripped.find("：", 0, -1)
    if within > 0:
        at = text.slice(max(0, within - 3), within + 1)
        yield Hit(at, {"part": at.value, "right": at.value[:-1] + "，"}, edits=(Edit(text.slice(within, within + 1), "，", False),))
    mark = stripped.find("；", 0, -1)
    if mark > 0:
        yield Hit(text.slice(mark - 2, mark + 1), {"part": text.value[mark - 2 : mark + 1], "right": text.value[mark - 2 : mark] + "，"}, edits=(Edit(text.slice(mark, mark + 1), "，", False),))
    for joint in _NO_MARK.finditer(stripped):
        at = text.slice(max(0, joint.end() - 2), joint.end() + 1)
        yield Hit(at, {"part": at.value, "right": f"{at.value[:-1]}、{at.value[-1]}"})
    for hit in _colloquial(text, context.tables.made(Bodies)):
        if not _own_way(hit.at.value, context):
            yield hit
    for at, right in cut_readers(text):
        yield Hit(at, {"part": at.value, "right": right})
    office = _CUT_OFFICE.search(text.value)
    if office is not None:
        # The government by its whole name, its office by half.
        yield Hit(text.slice(*office.span()), {"part": office[0], "right": f"{office[0]}公室"})


def _own_way(name: str, context: Context) -> bool:
    """Whether the document tells the name with its place in front (云岭县教体局): then it is the body's own."""
    places = {place for issuer in context.document.issuers if (place := split_place(issuer)[0])}
    return any(place + name in context.once(running).text for place in places)


def _before(text: Text, stripped: str) -> Text:
    """The character before the mark that a text, ``stripped`` of blanks, ends with."""
    return text.slice(max(0, len(stripped) - 2), max(1, len(stripped) - 1))


def _colloquial(text: Text, bodies: Bodies) -> Iterator[Hit]:
    """The bodies in a list that are called by a colloquial name, or by one that the office's roster calls former."""
    for match in _NAME.finditer(text.value):
        known = bodies.lookup(match[0])
        if known is not None and known.form in ("colloquial", "wrong"):
            yield Hit(text.slice(*match.span()), {"part": match[0], "right": known.usual})
        elif bodies.former(match[0]):
            yield Hit(text.slice(*match.span()), {"part": match[0], "right": bodies.nearest(match[0]) or ""})


@check("signature-form", {"document"}, facts=("part", "right"))
def signature_form(document: Document, context: Context) -> Iterator[Hit]:
    """A signature in a colloquial name, or of another body than the title names (norms SIG-01, HED-08)."""
    bodies = context.tables.made(Bodies)
    for signature in document.signatures:
        yield from _colloquial(signature.text, bodies)
    yield from _signed_by_person(document)
    missing = unsigned(document, lambda one, other: one_body(one, other, bodies))
    if missing is not None:
        yield Hit(document.signatures[-1].text, {"part": document.signatures[-1].text.value, "right": "、".join(missing)})
        return
    turned = out_of_turn(document, lambda one, other: one_body(one, other, bodies))
    if turned is not None:
        yield Hit(document.signatures[0].text, {"part": turned[0], "right": "、".join(turned[1:])})
    for name, whole in _cut_names(document):
        yield Hit(name, {"part": name.value, "right": whole})
    names = [unspaced(signature.text.value) for signature in document.signatures]
    if not names or document.genre in ("令", "命令（令）", "命令", "议案"):
        return
    body = titled_body(document) or _marked_body(document)
    if body:
        other = not any(one_body(body, name, bodies) for name in names) and all(is_body(name) or name.startswith(body) for name in names)
        # Where the agency mark is the signer's, the title has the slip.
        if other and strange_issuer(document, bodies) is None:
            yield Hit(document.signatures[0].text, {"part": names[0], "right": body})
        if other:
            return
    cut = signed_short(document)
    if cut is not None:
        yield Hit(cut[0], {"part": cut[0].value, "right": cut[1]})
        return
    house = institution(unspaced(document.title.text.value)) if document.title is not None else ""
    signed = institution(names[0])
    if house and signed and len(names) == 1 and not house.startswith(signed) and not signed.startswith(house):
        yield Hit(document.signatures[0].text, {"part": names[0], "right": house + names[0][len(signed) :]})


#: What goes up is signed by the body, never in the name of its head.
_HEAD = Pattern(rf"^(?P<duty>[\u3400-\u9fff]{{0,20}}?[代副]?(?:{one_of(dict.fromkeys((*level_names('place'), *self_letters().values())))}长|主任|书记|经理|董事长))(?P<name>[\s\u3000]*[\u3400-\u9fff·]{{2,4}})$")


def _signed_by_person(document: Document) -> Iterator[Hit]:
    """A head who signs what goes up (norm GEN-08), and one who only acts (代县长) without that word (SIG-11)."""
    for signature in document.signatures:
        match = _HEAD.match(signature.text.value)
        if match is None:
            continue
        if document.genre in ("请示", "报告"):
            yield Hit(signature.text, {"part": signature.text.value, "right": "发文机关名称"})
            return
        duty, name = match["duty"][-2:], unspaced(match["name"])
        acting = Pattern(rf"代理?{re.escape(duty)}{re.escape(name)}|{re.escape(name)}代理?{re.escape(duty)}")
        told = [node.text.value for part in document.parts for node in part.nodes if isinstance(node, Paragraph)]
        if not match["duty"].endswith("代" + duty) and any(acting.search(text) for text in told):
            yield Hit(signature.text, {"part": signature.text.value, "right": f"代{duty}　{name}"})
            return


#: The place that a name lacks is no longer: 市教育局, 棠市水利局, 水利局.
_LONGEST_PLACE = 8
#: And a name that may lack its last letter has more letters than that.
_SHORTEST_CUT = 5


#: Names on one line are parted by blanks, those of persons are written with some.
_SIGNED = Pattern(r"[\u3400-\u9fff（）]{2,}")
#: Who stamps does not write so: 江河市水利局（章）.
_SEAL = Pattern(r"[（(](?:公章|印章|盖章|章|签章|印)[）)]$")


def _cut_names(document: Document) -> Iterator[tuple[Text, str]]:
    """The signatures that lack the place in front or the letter at the end, or have what a seal is for behind, each with the whole name."""
    title = unspaced(document.title.text.value) if document.title is not None else ""
    match = OWN_NAME.match(title)
    wholes = [*joint_bodies(title), match["body"] if match is not None else "", _marked_body(document)]
    for signature in document.signatures:
        for found in _SIGNED.finditer(signature.text.value):
            name = _SEAL.sub("", found[0])
            cut = next((whole for whole in wholes if _cut(name, whole)), name if name != found[0] and is_body(name) else None)
            if cut is not None:
                yield signature.text.slice(*found.span()), cut


def _cut(name: str, whole: str) -> bool:
    """Whether a name is another one without its place or the first letters of it, or without its last letter."""
    if whole == name + whole[-1:] and len(whole) > _SHORTEST_CUT:
        return True
    place = whole[: len(whole) - len(name)] if whole.endswith(name) else ""
    # Who signs by the place of its own may leave out the ones above it: 青樟镇人民政府 of a county.
    own = bool(split_place(plain(name))[0]) and place.endswith(tuple(level_names("alone")))
    return 0 < len(place) <= _LONGEST_PLACE and not is_body(place) and not own


def _marked_body(document: Document) -> str:
    """The one body whose mark (江河市水利局文件) the document bears, where its title names no body; offices of it may sign."""
    if document.title is None or any(word in document.title.text.value for word in about_words()):
        return ""
    names = [unspaced(mark.value) for mark in marked_bodies(document)]
    return names[0] if len(names) == 1 and f"{names[0]}文件" in (unspaced(mark.text.value) for mark in document.masthead) else ""


#: The body that prints (印发机关) is the issuer or its office.
_PRINTER = Pattern(rf"{ending_in((*body_endings('sign'), *body_endings('office')))}$")
_PRINTED = Pattern(
    r"^(?P<body>.*?)\s*(?P<date>(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日)\s*(?P<word>印发|印制|印刷|刊发|制发|发布|（印发）|印|发)?[。.]?$"
)


#: A day without its day of the month or its year, or none.
_CUT = Pattern(r"^(?P<body>.*?)\s*(?:\d{4}\s*年\s*\d{1,2}\s*月|\d{1,2}\s*月\s*\d{1,2}\s*日)?\s*印发$")


def _names_printer(imprint: Imprint) -> bool:
    """Whether a line of the imprint has the name of a body, before its day or alone."""
    match = _PRINTED.match(imprint.text.value)
    return bool(_PRINTER.search(match["body"].strip() if match is not None else imprint.text.value))


#: Words by subject (主题词), which the standard of 2012 no longer has.
_KEYWORDS = Pattern(r"^【主题词】|^主题词[\u3400-\u9fff]{2,20}$|^(?:主\s*题\s*词|关\s*键\s*词|主题词语)(?:\s*[：:]|\s+[\u3400-\u9fff]{2,})")


@check("imprint-form", {"imprint", "paragraph"}, {"days": quantity("Printed more days than this behind its own day a document was late.", 30)}, facts=("part", "right"), faults=("day", "keywords", "place", "printer", "late"))
def imprint_form(imprint: Imprint | Paragraph, context: Context, days: int = 30) -> Iterator[Hit]:
    """A day in the imprint, behind the body or cut from it, without 印发 behind, however the day is written; words by subject (主题词)."""
    if _KEYWORDS.match(imprint.text.value):
        if in_force(context.document, SINCE):
            yield Hit(imprint.text, {"part": unspaced(imprint.text.value), "right": "", "fault": "keywords"})
        return
    if isinstance(imprint, Paragraph):
        return
    match = _PRINTED.match(imprint.text.value)
    printer = strange_printer(imprint.text.slice(*match.span("body")).strip(), context) if match is not None else None
    if printer is not None:
        yield Hit(printer.at, {"part": printer.at.value, "right": printer.right, "fault": printer.fault})
    if match is not None and match["word"] == "印发" and (late := _days_behind(match, context.document)) > days:
        at = imprint.text.slice(*match.span("date"))
        yield Hit(at, {"part": at.value, "right": f"成文日期后{late}日", "fault": "late"})
    if match is not None and match["word"] == "印发" and imprint.text.value.rstrip().endswith(("。", ".")):
        at = imprint.text.slice(match.start("word"), len(imprint.text.value.rstrip()))
        yield Hit(at, {"part": at.value, "right": "印发", "fault": "day"})
    cut = _CUT.search(imprint.text.value) if match is None else None
    if cut is not None and _PRINTER.search(cut["body"].strip()):
        at = imprint.text.slice(cut.end("body")).strip()
        yield Hit(at, {"part": at.value, "right": "×年×月×日印发", "fault": "day"})
    if match is not None and match["word"] == "印发" and not match["body"] and not any(_names_printer(one) for one in context.document.imprints):
        yield Hit(imprint.text, {"part": imprint.text.value, "right": f"印发机关　{imprint.text.value}", "fault": "day"})
    if match is None or match["word"] == "印发":
        return
    if _PRINTER.search(match["body"].strip().removesuffix("印发")) or not match["body"] and imprint is not context.document.imprints[0]:
        end = match.end("word") if match["word"] else match.end("date")
        at = imprint.text.slice(match.start("date"), end)
        yield Hit(at, {"part": unspaced(at.value), "right": unspaced(match["date"]) + "印发", "fault": "day"})


def _days_behind(match: re.Match[str], document: Document) -> int:
    """By how many days the day of printing comes behind the document's own; 0 where either is none."""
    try:
        printed = datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return 0
    return (printed - document.issued).days if document.issued is not None else 0


#: The list of copies ends with a body, its full stop lost.
_LAST_COPY = Pattern(rf"{ending_in((*body_endings('address'), '团体', '存档', '存', '）'))}$")
_COPIES = Pattern(lambda: rf"^(?P<head>抄\s*送|抄\s*报|报\s*送|分\s*送|抄送抄报|{one_of(element_words('copies'))})(?P<colon>\s*[：:；;]?)")


@check("copies-form", {"copies"}, facts=("part", "right"), faults=("form", "below", "addressed", "twice", "order", "skipped", "own", "levels"))
def copies_form(copies: Copies, context: Context) -> Iterator[Hit]:
    """The line of copies: 抄送 with a full-width colon in front, a full stop at the end, and only bodies that may get a copy."""
    for hit in _copies_line(copies, context):
        yield hit._replace(facts={**hit.facts, "fault": "form"})
    level = skipped(context.document) if copies is context.document.copies[0] else ""
    if level:
        yield Hit(copies.text, {"part": level, "right": "", "fault": "skipped"})
    for slip in copied_amiss(copies, context.document, context.tables.made(Bodies).kin):
        if slip.fault == "own" and len(context.file.documents) > 1:
            # What one document forwards with another is copied to those whom the first one names.
            continue
        yield Hit(slip.at, {"part": slip.at.value, "right": slip.right, "fault": slip.fault}, about=(slip.at,))


def _copies_line(copies: Copies, context: Context) -> Iterator[Hit]:
    """The marks of the line and the word in front."""
    text = copies.text
    match = _COPIES.match(text.value)
    if match is None:
        return
    # Minutes may be handed out (分送), but are never reported (抄报).
    if unspaced(match["head"]) != "抄送" and not (context.document.genre == "纪要" and unspaced(match["head"]) in ("分送", "报送")):
        yield Hit(text.slice(*match.span("head")), {"part": unspaced(match["head"]), "right": "抄送"})
    if match["colon"].strip() != "：":
        at = text.slice(*match.span()) if match["colon"].strip() else text.slice(*match.span("head"))
        yield Hit(at, {"part": unspaced(at.value), "right": unspaced(match["head"]) + "："})
    stripped = text.value.rstrip(" 　")
    for joint in _NO_MARK.finditer(stripped, match.end()):
        at = text.slice(max(0, joint.end() - 2), joint.end() + 1)
        yield Hit(at, {"part": at.value, "right": f"{at.value[:-1]}，{at.value[-1]}"})
    mark = stripped.find("；")
    # It parts groups of bodies; in minutes those who sat in the meeting may stand apart.
    if stripped.count("；") == 1 and 0 < mark < len(stripped) - 1 and "、" not in stripped and not stripped.startswith("各", mark + 1):
        at = text.slice(mark - 2, mark + 1)
        yield Hit(at, {"part": at.value, "right": f"{at.value[:-1]}，"}, edits=(Edit(at.slice(2), "，", False),))
    last = text.slice(len(stripped) - 1, len(stripped))
    if last.value in "，,、；;.：:" and len(stripped) > match.end():
        yield Hit(last, {"part": last.value, "right": "。"}, (), (Edit(last, "。", True),), about=(_before(text, stripped),))
    elif _LAST_COPY.search(stripped):
        at = text.slice(max(match.end(), len(stripped) - 4), len(stripped))
        yield Hit(at, {"part": at.value, "right": at.value + "。"}, about=(last,))
